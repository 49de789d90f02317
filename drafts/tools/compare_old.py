"""The evaluator with the old rules against the released program, on random incidents."""
import json, random, subprocess, sys
sys.path.insert(0, '/work/drafts14/tools')
from mind import *
packs = sys.argv[2] if len(sys.argv) > 2 else '/work/drafts14/tools/packs_before'
v = Vocabulary('/work/wt/content/src/contract')
print(len(v.names), 'facts', len(v.exclusions), 'exclusions')
gs = {True: Guidance(packs, v, old=True), False: Guidance(packs, v, packs=('sexting_advice',), old=True)}
print(gs[True].faults)
rng = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
cases = []
for _ in range(300):
    share = rng.random() ** 2
    facts = {n: rng.choice(v.answers[n] + ['unknown']) for n in v.names if rng.random() < share}
    cases.append((facts, rng.random() < .7))
text = "\n".join(json.dumps({"facts": f, **({} if both else {"packs": ["sexting_advice"]})}) for f, both in cases)
res = subprocess.run(['/work/base_bin/signpost', 'advise', '--lines', '-'], input=text, capture_output=True, text=True)
bad = 0
for (facts, both), line in zip(cases, res.stdout.splitlines()):
    a = json.loads(line)
    if not facts: continue
    m = gs[both].advise(facts)
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
                cmp(x['id'] + ' cautions', [c['prohibition'] for c in x['cautions']], y['cautions'])
                if x['status'] == 'withheld': cmp(x['id'] + ' why', len(x['withheld_because']), len(y['why']))
    cmp('questions', [(q['id'], [f['fact'] for f in q['facts']], [c['id'] for c in q['consequences']]) for q in a['questions']],
        [(q['id'], q['facts'], [c['id'] for c in q['consequences']]) for q in m['questions']])
    cmp('urgency', a['urgency']['level'], m['urgency'])
    for k in ('situations', 'explanations', 'contacts', 'not_covered'):
        cmp(k, [x['id'] for x in a[k]], m[k])
    cmp('citations', [x['id'] for x in a['citations']], m['citations'])
    cmp('completeness', a['completeness'], m['completeness'])
    if diffs:
        bad += 1
        if bad < 6: print(json.dumps(facts), both); [print('   ', *d) for d in diffs[:4]]
print(len(cases), 'cases,', bad, 'differ')
