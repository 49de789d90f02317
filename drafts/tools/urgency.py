import sys; sys.path.insert(0, '/work/drafts14/tools')
from inv import *
from collections import Counter
new = Guidance('/work/drafts14/packs', V)
v0 = Vocabulary('/work/wt/content/src/contract'); old = Guidance('/work/wt/content/src/guidance/packs', v0, old=True)
c, d = Counter(), Counter()
import random
rng = random.Random(3)
names = [n for n in v0.names if n not in ('anyone_under_18', 'incident_has_happened')]
for _ in range(int(sys.argv[1])):
    f = {'child_sent_or_posted' if rng.random() < .6 else 'child_received': 'yes', 'material_kind': rng.choice(['image_or_video'] * 3 + ['text_only'])}
    for n in rng.sample(names, rng.randint(0, 6)): f.setdefault(n, rng.choice(v0.answers[n] + ['unknown']))
    c[old.advise(f)['urgency']] += 1; d[new.advise(f)['urgency']] += 1
print('before', dict(c), 'after', dict(d))
