"""Judges scenarios by the drafts: python3 scen.py FILE... ; a folder that ends in sexting_advice is answered by that pack alone."""
import os, sys; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from mind import *
import os

def compare(s, a, first):
    e, f = s.get('expect') or {}, []
    cite = lambda items, st: {x['id']: set(x['citations']) for x in items if x['status'] == st}
    lists = [('prohibited', a['prohibitions'], 'prohibited'), ('precautionary_prohibitions', a['prohibitions'], 'precautionary'),
             ('recommended', a['actions'], 'recommended'), ('precautionary', a['actions'], 'precautionary'),
             ('withheld', a['actions'], 'withheld'), ('conditional', a['actions'], 'conditional')]
    def unequal(place, exp, shown):
        for i, c in exp.items():
            c = set(c)
            if i not in shown: f.append(f"{place}: {i} is missing (is {a['statuses'].get(i)})")
            elif (first and shown[i] != c) or not shown[i] >= c: f.append(f"{place}: {i} cites {sorted(shown[i])}, expected {sorted(c)}")
        if first:
            for i in shown:
                if i not in exp: f.append(f"{place}: {i} is not expected here (cites {sorted(shown[i])})")
    for place, items, st in lists: unequal(place, e.get(place, {}), cite(items, st))
    cons = {q['id']: {c['id']: set(c['citations']) for c in q['consequences']} for q in a['questions'] if q['consequences']}
    for q in set(e.get('consequences', {})) | set(cons): unequal('under ' + q, e.get('consequences', {}).get(q, {}), cons.get(q, {}))
    views = {x['id']: x for x in a['prohibitions'] + a['actions'] + [c for q in a['questions'] for c in q['consequences']]}
    asked = [q['id'] for q in a['questions']]
    it = iter(asked)
    for q in e.get('asked', []):
        if not any(x == q for x in it): f.append(f"asked: {q} missing or out of order in {asked}")
    if 'asked_exactly' in e and e['asked_exactly'] != asked: f.append(f"asked exactly {asked}")
    for q in e.get('not_asked', []):
        if q in asked: f.append(f"asked {q}")
    facts = {x for q in a['questions'] for x in q['facts']}
    for x in e.get('not_asked_facts', []):
        if x in facts: f.append(f"asked again {x}")
    for q, items in e.get('adds', {}).items():
        qq = next((x for x in a['questions'] if x['id'] == q), {'adds': {}})
        for i, c in items.items():
            if not set(c) <= qq['adds'].get(i, set()): f.append(f"adds under {q}: {i} {qq['adds'].get(i)}")
    for key, get in (('titles', lambda x: x['title']), ('hints', lambda x: x.get('hint') or ''), ('whys', lambda x: ' '.join(w[0] for w in x.get('why', []))),
                     ('cautions', lambda x: ' '.join(x.get('cautions', []))), ('voices', lambda x: x['voice']), ('details', lambda x: x.get('detail') or ''), ('untils', lambda x: x.get('until') or '')):
        for i, part in e.get(key, {}).items():
            w = get(views[i]) if i in views else ''
            if part not in w: f.append(f"{key} of {i}: {part!r} is not in {w!r}")
    for i, c in e.get('actors', {}).items():
        if views.get(i, {}).get('actor') != c: f.append(f"actor of {i}: {views.get(i, {}).get('actor')}")
    for i, c in e.get('held_because', {}).items():
        h = {x for w in views.get(i, {}).get('why', []) for x in w[1]}
        if h != set(c): f.append(f"{i} is held by {sorted(h)}, expected {sorted(c)}")
    for i in e.get('absent', []):
        if i in views: f.append(f"present: {i} ({a['statuses'].get(i)})")
    for c in e.get('statements_absent', []):
        if c in a['citations']: f.append(f"cited {c}")
    for key, got, no in (('explained', a['explanations'], 0), ('not_explained', a['explanations'], 1), ('not_covered', a['not_covered'], 0),
                         ('contacts', a['contacts'], 0), ('contacts_absent', a['contacts'], 1), ('implied', a['implied'], 0)):
        for x in e.get(key, []):
            if (x in got) == bool(no): f.append(f"{key}: {x}")
    if 'situations' in e and set(e['situations']) != set(a['situations']): f.append(f"situations {a['situations']}")
    if 'not_covered_exactly' in e:
        got = {x for x in a['not_covered'] if not x.startswith('without_')}
        if got != set(e['not_covered_exactly']): f.append(f"not covered exactly {got}")
    if not set(e.get('urgency_because', [])) <= set(a['urgency_citations']): f.append(f"urgency rests on {a['urgency_citations']}")
    if {frozenset(x) for x in e.get('contradictions', [])} != {frozenset(x) for x in a['contradictions']}: f.append(f"contradictions {a['contradictions']}")
    for key, got in (('scope', a['scope']), ('urgency', a['urgency']), ('completeness', a['completeness']),
                     ('first_action', a['actions'][0]['id'] if a['actions'] else ''), ('first_question', asked[0] if asked else '')):
        if key in e and e[key] != got: f.append(f"{key}: {got}, expected {e[key]}")
    return f

def run(paths, gs):
    total = red = 0
    for path in paths:
        first = os.path.basename(os.path.dirname(path)) == 'sexting_advice'
        for s in load(path) or []:
            total += 1
            f = compare(s, gs[first].advise(s['given']), first)
            if f:
                red += 1
                print(f"{path.split('scenarios/')[-1]}: {s['it']}")
                for x in f: print('     ', x)
    return total, red

if __name__ == '__main__':
    from draft import both, first, V
    gs = {False: both(), True: first()}; paths = sys.argv[1:] or sorted(glob.glob(ROOT + '/tests/scenarios/*/*.yaml'))
    print('%d scenarios, %d red' % run(paths, gs))
