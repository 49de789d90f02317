"""To say of one more fact that it is not known, or to state what contradicts, takes no protective item out of force."""
import os, sys, random; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from inv import *
items = next(i for i in load(ROOT + '/src/prove/invariants.yaml')['invariants'] if i['id'] == 'nothing_is_weakened')['items']
g = Guidance(PACKS, V)
FORCE = ('recommended', 'precautionary', 'prohibited', 'pending')
rng = random.Random(int(sys.argv[2])); seen = {}
for f in incidents(int(sys.argv[1]), int(sys.argv[2])):
    a = g.advise(f)
    inf = [i for i in items if a['statuses'].get(i) in FORCE]
    free = [n for n in V.names if n not in f]
    tries = [(n, 'unknown') for n in rng.sample(free, min(3, len(free)))]
    for n in rng.sample(free, min(6, len(free))):
        for v in V.answers[n]:
            if any((f.get(x) in xv and y == n and v in yv) or (f.get(y) in yv and x == n and v in xv) for x, xv, y, yv, _ in V.exclusions): tries.append((n, v))
    for n, v in tries:
        b = g.advise({**f, n: v})
        for i in inf:
            if b['statuses'].get(i) not in FORCE: seen.setdefault((i, n, v), []).append(f)
for k, fs in sorted(seen.items()): print(k, len(fs), min(fs, key=len))
