"""Every `because` of the packs that is longer than 140 characters after folding (and the count of all)."""
import sys, glob, yaml
root = sys.argv[1]; all_ = long = 0
for path in sorted(glob.glob(root + '/*/*.yaml')):
    data = yaml.load(open(path), yaml.BaseLoader)
    if not isinstance(data, dict): continue
    for key in ('actions', 'prohibitions', 'further_grounds', 'extends'):
        for item in data.get(key) or []:
            for n, g in enumerate(item['grounds']):
                all_ += 1
                b = g['because']
                if len(b) > 140:
                    long += 1
                    print(f"{path[len(root)+1:]} {item.get('id') or item.get('item')}[{n}] {len(b)} {g['statements']} {g['strength']} {g.get('voice','')}\n    {b}")
print(all_, 'because,', long, 'longer than 140')
sys.exit(long > 0)
