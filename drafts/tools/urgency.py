import os, sys; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from inv import *
from collections import Counter
new = Guidance(PACKS, V)
names = [n for n in V.names if n not in ('anyone_under_18', 'incident_has_happened')]
d = Counter()
import random
rng = random.Random(3)
for _ in range(int(sys.argv[1])):
    f = {'child_sent_or_posted' if rng.random() < .6 else 'child_received': 'yes', 'material_kind': rng.choice(['image_or_video'] * 3 + ['text_only'])}
    for n in rng.sample(names, rng.randint(0, 6)): f.setdefault(n, rng.choice(V.answers[n] + ['unknown']))
    d[new.advise(f)['urgency']] += 1
print(dict(d))
