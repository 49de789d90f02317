"""The drafts as the released program can read them, to have it check ids, statements, titles, notes and urgency."""
import glob, os, shutil, subprocess, sys, yaml
src, out = '/work/drafts14/packs', '/tmp/downgraded'
shutil.rmtree(out, ignore_errors=True)
NEW = {'meeting_day', 'police_word_on_removal'}
def cond(w):
    r = {}
    extra = []
    for k, a in w.items():
        if k in ('all', 'any'): r[k] = [cond(x) for x in a]
        elif k == 'not': r[k] = cond(a)
        elif k == 'known': extra.append(cond(a))
        elif k == 'not_known': extra.append({'any': [{f: ['other' if f == 'asked_by' else 'yes']} for f in a]})
        elif k in NEW: extra.append({'material_deleted': ['yes']})
        else: r[k] = a
    if extra: r['all'] = r.get('all', []) + extra
    return r
def fix(x):
    if isinstance(x, list): return [fix(e) for e in x]
    if not isinstance(x, dict): return x
    r = {}
    for k, v in x.items():
        if k in ('listed', 'while_open', 'raises_answer', 'not_when'): continue
        if k in ('when', 'once', 'lifted_when') and isinstance(v, dict): r[k] = cond(v)
        elif k == 'rewordings': r[k] = [{kk: vv for kk, vv in fix(e).items() if kk != 'actor'} for e in v]
        else: r[k] = fix(v)
    for a, b in (('when_unknown', {'act': 'on', 'wait': 'off'}),):
        if a in r: r['fail_safe'] = b[r.pop(a)]
    if 'escalates_when' in r: r['pressing'] = r.pop('escalates_when')
    if r.get('rank') in ('life', 'contact', 'home'): r['rank'] = 'by_effect' if r.get('id') != 'ask_immediate_danger' else 'first'
    if 'alternatives' in r: r.update(r.pop('alternatives')[0])
    if 'facts' in r and isinstance(r['facts'], list): r['facts'] = ['material_deleted' if f in NEW else f for f in r['facts']]
    return r
class D(yaml.SafeDumper): pass
D.add_representer(str, lambda d, s: d.represent_scalar('tag:yaml.org,2002:str', s, style='"'))
for path in glob.glob(src + '/*/*.yaml') + [src + '/contacts.yaml']:
    data = yaml.load(open(path), yaml.BaseLoader)
    data = {('further_grounds' if k == 'extends' else k): fix(v) for k, v in data.items()}
    to = out + path[len(src):]
    os.makedirs(os.path.dirname(to), exist_ok=True)
    yaml.dump(data, open(to, 'w'), Dumper=D, sort_keys=False, width=10000, allow_unicode=True)
r = subprocess.run(['/work/base_bin/signpost', 'check', out], capture_output=True, text=True)
text = (r.stdout + r.stderr)
print(text[:int(sys.argv[1]) if len(sys.argv) > 1 else 6000])
