"""Every `find` of breaks.yaml stands once in its file."""
import yaml, sys
root, breaks = sys.argv[1], sys.argv[2]
bad = 0
for b in yaml.load(open(breaks), yaml.BaseLoader)['breaks']:
    for e in ([b] if 'find' in b else b.get('edits', [])):
        n = open(f"{root}/{e['file']}").read().count(e['find'])
        if n != 1: bad += 1; print(b['invariant'], e['file'], n)
print('bad', bad)
