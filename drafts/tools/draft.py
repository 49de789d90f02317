import sys; sys.path.insert(0, '/work/drafts14/tools')
from mind import *
V = Vocabulary('/work/wt/content/src/contract', load('/work/drafts14/facts.yaml'))
def both(): return Guidance('/work/drafts14/packs', V)
def first(): return Guidance('/work/drafts14/packs', V, packs=('sexting_advice',))
