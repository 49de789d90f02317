"""Tries the invariants that say `never` on random incidents: inv.py N SEED [packs [invariant]]."""
import os, sys, random; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from mind import *
V = Vocabulary(PACKS)
def claim(g, a, c):
    rs, contra, vain, scopes, known, somewhere = a['_']
    views = {x['id']: x for x in a['prohibitions'] + a['actions'] + [q for k in a['questions'] for q in k['consequences']]}
    st = a['statuses']
    for k, w in c.items():
        if k == 'contradictory': ok = bool(contra)
        elif k == 'known': ok = known(g.node(w))
        elif k == 'in_a_reading': ok = somewhere(g.node(w))
        elif k == 'possible': ok = any(r.value(g.node(w)) != 'refuted' for r, s in zip(rs, scopes) if s == 'incident')
        elif k == 'refuted': ok = not any(r.value(g.node(w)) != 'refuted' for r, s in zip(rs, scopes) if s == 'incident')
        elif k == 'in_vain': ok = any(V.place[f] in vain for f in w)
        elif k in ('recommended', 'withheld', 'conditional', 'pending'): ok = any(st.get(i) == k for i in w)
        elif k == 'in_force': ok = any(st.get(i) in ('recommended', 'prohibited', 'precautionary', 'pending') for i in w)
        elif k == 'absent': ok = any(st.get(i, 'absent') in ('absent', 'caution') for i in w)
        elif k == 'emergency': ok = any(st.get(i) in ('recommended', 'precautionary') and views[i]['urgency'] == 'emergency' for i in w)
        elif k == 'names': ok = any(x in a['contacts'] for x in w)
        elif k == 'explained': ok = any(x in a['explanations'] for x in w)
        elif k == 'cited': ok = any(x in a['citations'] for x in w)
        elif k == 'cites': ok = all(i in views and any(s in views[i]['citations'] for s in ss) for i, ss in w.items())
        elif k == 'acts': ok = all(i in views and views[i].get('actor') in ss for i, ss in w.items())
        elif k == 'worded': ok = all(i in views and any(views[i]['title'].startswith(s) for s in ss) for i, ss in w.items())
        elif k == 'waits_for': ok = all(i in views and any(int(n) in views[i].get('alts', []) for n in ns) for i, ns in w.items())
        elif k == 'any': ok = any(claim(g, a, x) for x in w)
        elif k == 'not': ok = not claim(g, a, w)
        else: raise KeyError(k)
        if not ok: return False
    return True
def checks(g, a):
    bad = []
    st = a['statuses']
    for p in g.prohibitions:
        if st[p['id']] == 'caution' and all(st[h] == 'absent' for h in p.get('holds_back', []) if h in st): bad.append('a_caution_stands_in_something_shown')
    for x in a['actions']:
        if x['status'] == 'withheld' and 'alts' in x and not x['alts']: bad.append('nothing_waits_for_what_can_no_longer_come')
    rs, contra, vain, scopes, known, somewhere = a['_']
    d = V.place['immediate_danger']
    if a['scope'] == 'incident':
        if d in vain and not somewhere(g.node({'immediate_danger': ['yes']})) and (not a['actions'] or a['actions'][0]['id'] != 'call_emergency_services'): bad.append('danger_stands_first: in vain, not first')
        if 'immediate_danger' not in a['implied'] and d not in vain and all(len(r.possible[d]) > 1 for r in rs) and st['call_emergency_services'] not in ('recommended',):
            if not a['questions'] or a['questions'][0]['id'] != 'ask_immediate_danger': bad.append('danger_stands_first: not asked first')
        if known(g.node({'immediate_danger': ['yes']})) and a['actions'][0]['id'] != 'call_emergency_services': bad.append('danger_stands_first: not first')
    facts = [f for q in a['questions'] for f in q['facts']]
    return bad
def incidents(n, seed):
    rng = random.Random(seed)
    for _ in range(n):
        share = rng.random() ** 1.5
        yield {x: rng.choice(V.answers[x] + ['unknown']) for x in V.names if rng.random() < share}
def main(n, seed, packs=PACKS, only=None, quiet=False):
    invs = [i for i in load(ROOT + '/src/prove/invariants.yaml')['invariants'] if 'never' in i and (not only or i['id'] == only)]
    gs = [Guidance(packs, V), Guidance(packs, V, packs=('sexting_advice',))]
    broken = {}
    for k, f in enumerate(incidents(n, seed)):
        g = gs[k % 3 == 2]
        a = g.advise(f)
        for i in invs:
            if i.get('needs') and g is gs[1]: continue
            if claim(g, a, i['never']): broken.setdefault(i['id'], []).append((f, g is gs[1]))
        if not only:
            for b in checks(g, a): broken.setdefault('check ' + b, []).append((f, g is gs[1]))
    if not quiet:
        for i, fs in broken.items(): print(i, len(fs), min(fs, key=lambda x: len(x[0])))
    return broken
if __name__ == '__main__':
    print('broken:', len(main(int(sys.argv[1]), int(sys.argv[2]))))
