"""The evaluator against a program on random incidents: compare.py N SEED PROGRAM."""
import os, sys; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import json, random, subprocess
from draft import *
n, seed, program = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
gs = {True: both(), False: first()}
rng = random.Random(seed)
cases = []
while len(cases) < n:
    share = rng.random() ** 2
    facts = {x: rng.choice(V.answers[x] + ['unknown']) for x in V.names if rng.random() < share}
    if facts: cases.append((facts, rng.random() < .7))
text = "\n".join(json.dumps({"facts": f, **({} if b else {"packs": ["sexting_advice"]})}) for f, b in cases)
res = subprocess.run([program, 'advise', '--lines', '-'], input=text, capture_output=True, text=True)
if res.stderr: print(res.stderr[:500])
bad = 0
for (facts, b), line in zip(cases, res.stdout.splitlines()):
    a, m = json.loads(line), gs[b].advise(facts)
    diffs = []
    def cmp(what, x, y):
        if x != y: diffs.append((what, x, y))
    cmp('scope', a['scope'], m['scope'])
    for k in ('prohibitions', 'actions'):
        cmp(k, [(x['id'], x['status'], x['title']) for x in a[k]], [(x['id'], x['status'], x['title']) for x in m[k]])
        for x, y in zip(a[k], m[k]):
            cmp(x['id'] + ' contacts', x['contacts'], y['contacts'])
            cmp(x['id'] + ' voice', x['voice'], y['voice'])
            if k == 'actions':
                cmp(x['id'] + ' urgency', x['urgency'], y['urgency']); cmp(x['id'] + ' hint', x.get('release_hint'), y.get('hint'))
                cmp(x['id'] + ' actor', x['actor'], y['actor'])
                cmp(x['id'] + ' until', x.get('withheld_until'), y.get('until'))
                cmp(x['id'] + ' cautions', [c['prohibition'] for c in x['cautions']], y['cautions'])
    cmp('questions', [(q['id'], [f['fact'] for f in q['facts']], [c['id'] for c in q['consequences']]) for q in a['questions']],
        [(q['id'], q['facts'], [c['id'] for c in q['consequences']]) for q in m['questions']])
    cmp('urgency', (a['urgency']['level'], a['urgency'].get('items', [])), (m['urgency'], m['urgency_items']))
    for k in ('situations', 'explanations', 'contacts', 'not_covered'):
        cmp(k, [x['id'] for x in a[k]], m[k])
    cmp('citations', [x['id'] for x in a['citations']], m['citations'])
    cmp('completeness', a['completeness'], m['completeness'])
    if diffs:
        bad += 1
        if bad < 6: print(json.dumps(facts), b); [print('   ', *d) for d in diffs[:4]]
print(len(cases), 'cases,', bad, 'differ')
