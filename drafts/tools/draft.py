import os, sys; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from mind import *
V = Vocabulary(PACKS)
def both(): return Guidance(PACKS, V)
def first(): return Guidance(PACKS, V, packs=('sexting_advice',))
