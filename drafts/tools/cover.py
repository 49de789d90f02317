"""Parts of the drafts that no scenario shows."""
import glob, os, sys; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from draft import *
from collections import Counter
def parts(g, a, out):
    for k, n in (('situation', 'situations'), ('explanation', 'explanations'), ('not covered', 'not_covered'), ('contact', 'contacts')):
        out.update((k, x) for x in a[n])
    for q in a['questions']: out[('question', q['id'])] += 1
    views = a['prohibitions'] + a['actions'] + [c for q in a['questions'] for c in q['consequences']]
    for v in views:
        out[('item', v['id'])] += 1
        for b in v['known']: out[('ground', v['id'] + ': ' + b)] += 1
        if v['wording']: out[('wording', v['id'] + ': ' + v['wording'])] += 1
        for w in v.get('why', []): out[('reason', w[0])] += 1
        if v.get('hint'): out[('hint', v['hint'])] += 1
        for c in v.get('cautions', []): out[('caution', c)] += 1
def all_parts(g):
    out = set()
    for s in g.parts['situations']: out.add(('situation', s['id']))
    for s in g.parts['questions']: out.add(('question', s['id']))
    for s in g.parts['explanations']: out.add(('explanation', s['id']))
    for gate in g.gate_def.values():
        for x in gate['alternatives']:
            for c in x['conditions']: out.add(('reason', c['not_known'])); out.add(('reason', c['refuted']))
    for it in g.item.values():
        out.add(('item', it['id']))
        for gr in it['grounds']: out.add(('ground', it['id'] + ': ' + gr['because']))
        for w in it.get('rewordings', []): out.add(('wording', it['id'] + ': ' + w['title']))
        if 'escalates_when' in it: out.add(('hint', it['escalates_when']['release_hint']))
        if 'caution' in it and it.get('holds_back'): out.add(('caution', it['id']))
        for c in it.get('contacts', []): out.add(('contact', c))
    return out
if __name__ == '__main__':
    gs = {False: both(), True: first()}
    out = Counter()
    for path in sorted(glob.glob(ROOT + '/tests/scenarios/*/*.yaml')):
        f = '/sexting_advice/' in path
        for s in load(path) or []: parts(gs[f], gs[f].advise(s['given']), out)
    for p in sorted(all_parts(gs[False]) - set(out)): print(*p)
