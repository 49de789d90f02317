import os, sys, shutil, os; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from inv import *
import inv
bs = load(ROOT + '/tests/proofs/breaks.yaml')['breaks']
invs = {i['id']: i for i in load(ROOT + '/src/prove/invariants.yaml')['invariants']}
out = '/tmp/broken_packs'
only = sys.argv[2:] 
for b in bs:
    i = invs[b['invariant']]
    if only and b['invariant'] not in only: continue
    if 'never' not in i or 'find' not in b: print('--', b['invariant'], i.get('check'), b.get('refused', '')); continue
    shutil.rmtree(out, ignore_errors=True); shutil.copytree(PACKS, out)
    p = f"{out}/{b['file']}"; s = open(p).read().replace(b['find'], b['put']); open(p, 'w').write(s)
    found = None
    try:
        gs = [Guidance(out, V), Guidance(out, V, packs=('sexting_advice',))]
        for seed in range(1, 6):
            for k, f in enumerate(incidents(int(sys.argv[1]), seed)):
                g = gs[k % 2 if not i.get('needs') else 0]
                if claim(g, g.advise(f), i['never']): found = f; break
            if found: break
    except Exception as e: found = f'!! {type(e).__name__} {e}'
    if isinstance(found, dict):
        changed = True
        while changed:
            changed = False
            for n in list(found):
                smaller = {k: v for k, v in found.items() if k != n}
                if claim(g, g.advise(smaller), i['never']): found = smaller; changed = True
    print('ok' if found is not None else 'NOT FOUND', b['invariant'], '|', b['it'], '|', found)
