"""A plain evaluator of the guidance, to try it out while no program understands it.

It is no part of the project and goes before this lands.
"""
import glob, json, os, re, sys
import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PACKS = ROOT + "/src/guidance/packs"
UK = ["GB-ENG", "GB-NIR", "GB-SCT", "GB-WLS"]
URG = {"standard": 0, "urgent": 1, "emergency": 2}
VOICES = ["source", "supplement", "editorial", "local"]
RANKS = {"first": -1, "life": 0, "contact": 1, "home": 2, "by_effect": 3}


def load(path):
    with open(path) as f:
        return yaml.load(f, yaml.BaseLoader)


class Vocabulary:
    """Facts and exclusions, from facts.yaml and exclusions.yaml beside the packs."""
    def __init__(self, packs_dir):
        self.names, self.answers, self.changing = [], {}, set()
        for group in load(packs_dir + "/facts.yaml")["groups"]:
            for f in group["facts"]:
                self.names.append(f["name"])
                self.answers[f["name"]] = ["yes", "no"] if f["answers"] == "yes_no" else list(f["answers"])
                if f.get("may_still_change") == "true": self.changing.add(f["name"])
        self.exclusions = []
        for e in load(packs_dir + "/exclusions.yaml")["exclusions"]:
            (a, av), = e["answer"].items()
            for x in e["excludes"]:
                (b, bv), = x["answer"].items()
                assert set(av) <= set(self.answers[a]) and set(bv) <= set(self.answers[b]), (a, av, b, bv)
                implies = x.get("implies", "true") == "true"
                if implies: assert set(av) != set(self.answers[a]) and set(bv) != set(self.answers[b]), (a, b)
                self.exclusions.append((a, av, b, bv, implies))
        self.place = {n: i for i, n in enumerate(self.names)}


class Diagrams:
    """Hash-consed decision diagrams: 0 false, 1 true, else (variable, children)."""
    def __init__(self, sizes):
        self.sizes = list(sizes)       # answers of each fact; derived variables come behind, with two
        self.nodes, self.unique, self.memo = [None, None], {}, {}
        self.derived, self.derived_key = [], {}

    def mk(self, var, kids):
        if all(k == kids[0] for k in kids):
            return kids[0]
        key = (var, tuple(kids))
        if key not in self.unique:
            self.unique[key] = len(self.nodes)
            self.nodes.append(key)
        return self.unique[key]

    def literal(self, var, places):
        return self.mk(var, [1 if i in places else 0 for i in range(self.sizes[var])])

    def apply(self, op, a, b):
        if op == "and":
            if a == 0 or b == 0: return 0
            if a == 1: return b
            if b == 1 or a == b: return a
        else:
            if a == 1 or b == 1: return 1
            if a == 0: return b
            if b == 0 or a == b: return a
        key = (op, min(a, b), max(a, b))
        if key not in self.memo:
            va, ka = self.nodes[a]; vb, kb = self.nodes[b]
            v = min(va, vb)
            n = self.sizes[v]
            ka = ka if va == v else (a,) * n
            kb = kb if vb == v else (b,) * n
            self.memo[key] = self.mk(v, [self.apply(op, x, y) for x, y in zip(ka, kb)])
        return self.memo[key]

    def neg(self, a):
        if a < 2: return 1 - a
        key = ("not", a)
        if key not in self.memo:
            v, kids = self.nodes[a]
            self.memo[key] = self.mk(v, [self.neg(k) for k in kids])
        return self.memo[key]

    def all(self, nodes):
        r = 1
        for n in nodes: r = self.apply("and", r, n)
        return r

    def any(self, nodes):
        r = 0
        for n in nodes: r = self.apply("or", r, n)
        return r

    def derive(self, key):
        if key not in self.derived_key:
            self.derived_key[key] = len(self.sizes)
            self.sizes.append(2)
            self.derived.append(key)
        return self.literal(self.derived_key[key], {1})

    def support(self, node, seen=None):
        out, stack, seen = set(), [node], set()
        while stack:
            n = stack.pop()
            if n < 2 or n in seen: continue
            seen.add(n)
            out.add(self.nodes[n][0])
            stack.extend(self.nodes[n][1])
        return out

    def widen(self, node, changing, suspected):
        """What can still become: free where it may change, and `suspected` may become yes or no."""
        if node < 2: return node
        key = ("widen", node)
        if key not in self.memo:
            v, kids = self.nodes[node]
            kids = [self.widen(k, changing, suspected) for k in kids]
            if v in changing:
                self.memo[key] = self.any(kids)
            else:
                if v in suspected:
                    y, s, n = suspected[v]
                    kids[s] = self.any([kids[y], kids[s], kids[n]])
                self.memo[key] = self.mk(v, kids)
        return self.memo[key]


class Reading:
    """One interpretation."""
    def __init__(self, guidance, possible, asked):
        self.g, self.possible, self.asked, self.memo, self.const = guidance, possible, asked, {}, {}

    def constant(self, var):
        if var not in self.const:
            kind, arg = self.g.d.derived[var - self.g.facts]
            if kind == "known":
                self.const[var] = int(self.restrict(arg) == 1)
            else:
                self.const[var] = int(any(f in self.asked for f in arg))
        return self.const[var]

    def restrict(self, node):
        if node < 2: return node
        if node in self.memo: return self.memo[node]
        d = self.g.d
        v, kids = d.nodes[node]
        if v >= self.g.facts:
            r = self.restrict(kids[self.constant(v)])
        else:
            ps = self.possible[v]
            res = {i: self.restrict(kids[i]) for i in ps}
            first = res[min(ps)]
            r = d.mk(v, [res.get(i, first) for i in range(len(kids))])
        self.memo[node] = r
        return r

    def value(self, node):
        r = self.restrict(node)
        return "holds" if r == 1 else "refuted" if r == 0 else "open"

    def depends(self, node):
        return self.g.d.support(self.restrict(node))


class Guidance:
    def __init__(self, packs_dir, vocab, packs=("sexting_advice", "supplement")):
        self.vocab = vocab
        self.facts = len(vocab.names)
        self.d = Diagrams([len(vocab.answers[n]) for n in vocab.names])
        self.changing = {vocab.place[n] for n in vocab.changing}
        self.suspected = {}
        for i, n in enumerate(vocab.names):
            a = vocab.answers[n]
            if "suspected" in a: self.suspected[i] = (a.index("yes"), a.index("suspected"), a.index("no"))
        self.faults = []
        parts = {k: [] for k in ("statements", "situations", "gates", "prohibitions", "actions", "questions", "explanations", "not_covered", "extends")}
        self.headers, self.pack_of = {}, {}
        every = sorted(os.path.basename(os.path.dirname(p)) for p in glob.glob(packs_dir + "/*/pack.yaml"))
        order = [p for p in ("sexting_advice", "supplement") if p in packs]
        self.left_out = [p for p in ("sexting_advice", "supplement") if p not in packs and p in every]
        for pack in order:
            for path in sorted(glob.glob(f"{packs_dir}/{pack}/*.yaml")):
                data = load(path)
                if "pack" in data: self.headers[pack] = data["pack"]
                for key, value in data.items():
                    if key == "pack": continue
                    if key not in parts: self.faults.append(f"{path}: unknown part {key}"); continue
                    for entry in value:
                        entry = dict(entry, _pack=pack, _file=path[len(packs_dir) + 1:])
                        parts[key].append(entry)
        self.parts = parts
        for key in ("prohibitions", "actions", "questions", "explanations"):
            parts[key] = [e for e in parts[key] if "retired" not in e]
        file = load(packs_dir + "/contacts.yaml")
        self.contacts, self.not_named = file["contacts"], file["not_named"]
        self.contact = {c["id"]: c for c in self.contacts}
        self.statement = {s["id"]: i for i, s in enumerate(parts["statements"])}
        self.sit_def = {s["id"]: s for s in parts["situations"]}
        self.gate_def = {g["id"]: g for g in parts["gates"]}
        for g in self.gate_def.values():
            if "alternatives" not in g: g["alternatives"] = [{k: g[k] for k in ("until", "release_hint", "conditions")}]
        self.addressed = {a for h in self.headers.values() for a in h.get("addresses", [])}
        # actions in order, with `before`
        actions = []
        for a in parts["actions"]:
            if "before" in a:
                at = next((i for i, o in enumerate(actions) if o["id"] == a["before"]), None)
                if at is None: self.faults.append(f"no earlier action {a['before']}"); actions.append(a)
                else: actions.insert(at, a)
            else: actions.append(a)
        self.actions, self.prohibitions = actions, parts["prohibitions"]
        self.item = {i["id"]: i for i in self.actions + self.prohibitions}
        for e in parts["extends"]:
            it = self.item.get(e["item"])
            if it is None: self.faults.append(f"extends unknown item {e['item']}"); continue
            it["grounds"] = list(it["grounds"]) + [dict(g, _pack=e["_pack"]) for g in e["grounds"]]
            it["contacts"] = list(it.get("contacts", [])) + e.get("contacts", [])
            it["rewordings"] = e.get("rewordings", []) + list(it.get("rewordings", []))
        for it in self.item.values():
            for g in it["grounds"]:
                g.setdefault("_pack", it["_pack"])
                g["_voice"] = g.get("voice") or self.headers[g["_pack"]].get("voice", "source")
                g["_node"] = self.node(g.get("when"))
                g["_out"] = self.node(g.get("when"), outcome=True)
                g["_scope"] = g.get("scope", "incident")
        v = vocab.place
        lit = lambda f, a: self.d.literal(v[f], {vocab.answers[f].index(x) for x in a})
        under = self.d.neg(lit("anyone_under_18", ["no"]))
        happened = self.d.neg(lit("incident_has_happened", ["no"]))
        self.scope_node = {"incident": self.d.all([under, happened]), "prevention": self.d.all([under, self.d.neg(happened)])}
        self._outcomes()

    # --- conditions
    def node(self, when, outcome=False, inside=False):
        d = self.d
        if when is None: return 1
        out = []
        for key, arg in when.items():
            if key == "all": out.append(d.all([self.node(w, outcome, inside) for w in arg]))
            elif key == "any": out.append(d.any([self.node(w, outcome, inside) for w in arg]))
            elif key == "not": out.append(d.neg(self.node(arg, outcome, inside)))
            elif key == "situation": out.append(self.node(self.sit_def[arg]["when"], outcome, inside) if arg in self.sit_def else self.fault(f"no situation {arg}"))
            elif key == "gate": out.append(self.gate_node(arg, outcome, inside))
            elif key == "known":
                inner = self.node(arg, outcome, inside=True)
                if inside: self.fault("known inside known")
                out.append(inner if outcome else d.derive(("known", inner)))
            elif key == "not_known":
                if inside: self.fault("not_known inside known")
                places = frozenset(self.vocab.place[f] for f in arg)
                out.append(0 if outcome else d.derive(("not_known", places)))
            else:
                if key not in self.vocab.place: out.append(self.fault(f"no fact {key}")); continue
                answers = self.vocab.answers[key]
                bad = [a for a in arg if a not in answers]
                if bad: self.fault(f"{key}: no answer {bad}")
                out.append(d.literal(self.vocab.place[key], {answers.index(a) for a in arg if a in answers}))
        return d.all(out)

    def fault(self, text):
        self.faults.append(text); return 1

    def gate_node(self, gid, outcome=False, inside=False):
        if gid not in self.gate_def: return self.fault(f"no gate {gid}")
        return self.d.any([self.d.all([self.node(c["when"], outcome, inside) for c in a["conditions"]]) for a in self.gate_def[gid]["alternatives"]])

    def reach(self, conditions):
        node = self.d.all([self.node(c["when"], outcome=True) for c in conditions])
        return self.d.widen(node, self.changing, self.suspected)

    def _outcomes(self):
        d = self.d
        for it in self.item.values():
            trig = d.any([d.all([self.scope_node[g["_scope"]], g["_out"]]) for g in it["grounds"]])
            lifted = self.node(it["lifted_when"], True) if "lifted_when" in it else 0
            it["_stands"] = d.all([trig, d.neg(lifted)])
        for a in self.actions:
            if "gate" in a:
                if True:
                    reach = d.any([self.reach(x["conditions"]) for x in self.gate_def[a["gate"]]["alternatives"]])
                    a["_stands"] = d.all([a["_stands"], reach])
                a["_free"] = self.gate_node(a["gate"], True)
            else: a["_free"] = 1
            holders = [p for p in self.prohibitions if a["id"] in p.get("holds_back", [])]
            a["_free"] = d.all([a["_free"]] + [d.neg(p["_stands"]) for p in holders])
            a["_present"] = d.all([a["_stands"], a["_free"]])
        for p in self.prohibitions: p["_present"] = p["_stands"]

    # --- readings
    def readings(self, stated):
        """(readings, contradictory facts, pairs)"""
        v = self.vocab
        pairs = []
        for a, av, b, bv, implies in v.exclusions:
            if stated.get(a) in av and stated.get(b) in bv: pairs.append((a, b))
        contra = [n for n in v.names if any(n in p for p in pairs)]
        def reading(st, aside):
            poss = []
            for i, n in enumerate(v.names):
                ans = v.answers[n]
                s = st.get(n)
                if s in ans: poss.append({ans.index(s)}); continue
                left = set(range(len(ans)))
                for a, av, b, bv, implies in v.exclusions:
                    if not implies: continue
                    if b == n and st.get(a) in av: left -= {ans.index(x) for x in bv}
                    if a == n and st.get(b) in bv: left -= {ans.index(x) for x in av}
                assert left, n
                poss.append(left)
            asked = {i for i, n in enumerate(v.names) if (st.get(n) == "unknown" or n in aside) and len(poss[i]) > 1}
            return Reading(self, poss, asked)
        if not contra: return [reading(stated, set())], [], pairs
        out = []
        for c in contra:
            st = {k: x for k, x in stated.items() if k == c or k not in contra}
            out.append(reading(st, set(contra) - {c}))
        return out, contra, pairs

    # --- the answer
    def advise(self, stated):
        d, v = self.d, self.vocab
        rs, contra, pairs = self.readings(stated)
        n = self.facts
        implied = {i for i in range(n) if v.names[i] not in stated or stated[v.names[i]] == "unknown"}
        implied = {i for i in implied if len({tuple(r.possible[i]) for r in rs}) == 1 and len(rs[0].possible[i]) == 1}
        vain = {i for i, m in enumerate(v.names) if (stated.get(m) == "unknown" and i not in implied) or m in contra}
        never = {i for i, m in enumerate(v.names) if m not in stated and i not in implied}
        scopes = ["out_of_scope" if r.value(self.node({"anyone_under_18": ["no"]})) == "holds"
                  else "prevention" if r.value(self.node({"incident_has_happened": ["no"]})) == "holds" else "incident" for r in rs]
        scope = "incident" if "incident" in scopes else "prevention" if "prevention" in scopes else "out_of_scope"
        values = lambda node: [r.value(node) for r in rs]
        known = lambda node: all(x == "holds" for x in values(node))
        somewhere = lambda node: any(x == "holds" for x in values(node))
        refuted = lambda node: all(x == "refuted" for x in values(node))
        out = {"scope": scope}
        st = {}
        for it in self.item.values():
            s = {}
            action = "when_unknown" in it or "fail_safe" in it
            unknown = it.get("when_unknown") or {"on": "act", "off": "wait"}.get(it.get("fail_safe"))
            s["action"], s["protective"] = action, (not action) or unknown == "act"
            tv = []
            for r, sc in zip(rs, scopes):
                node = d.any([g["_node"] for g in it["grounds"] if g["_scope"] == sc])
                tv.append((r, node, r.value(node)))
            holds = [x == "holds" for _, _, x in tv]
            s["certain"] = any(holds) if s["protective"] else all(holds)
            s["lifted"] = "lifted_when" in it and not contra and known(self.node(it["lifted_when"]))
            s["ruled_out"] = all(x == "refuted" for _, _, x in tv)
            s["depends"] = set()
            if not s["certain"]:
                for r, node, x in tv: s["depends"] |= {f for f in r.depends(node) if f < n}
                if any(holds): s["depends"] |= {v.place[c] for c in contra}
            # grounds
            s["grounds"] = []
            for place, g in enumerate(it["grounds"]):
                gv = [r.value(g["_node"]) if g["_scope"] == sc else "refuted" for r, sc in zip(rs, scopes)]
                if all(x == "refuted" for x in gv): continue
                k = any(x == "holds" for x in gv) if s["protective"] else all(x == "holds" for x in gv)
                deps = set()
                for r, sc in zip(rs, scopes):
                    if g["_scope"] == sc: deps |= r.depends(g["_node"])
                s["grounds"].append((k, place, g, deps))
            s["grounds"].sort(key=lambda x: (not x[0], x[1]))
            best = [x for x in s["grounds"] if x[0]] or s["grounds"]
            s["best"] = [x[2] for x in best]
            anyknown = bool(best) and best[0][0]
            level = max([URG[g.get("urgency", "standard")] for g in s["best"]], default=0)
            raise_ = max([URG[g.get("urgency", "standard")] for g in s["best"] if g.get("raises_answer") not in ("no", "false")], default=0)
            # The order goes by what the best grounds name; what is shown, and the answer's, is capped where none is known.
            s["named"] = level
            if not anyknown: level, raise_ = min(level, 1), min(raise_, 1)
            s["urgency"], s["raises"] = level, raise_
            s["voice"] = next((x for x in VOICES if any(g["_voice"] == x for g in s["best"])), None)
            s["citations"] = sorted({c for x in s["grounds"] for c in x[2]["statements"]}, key=self.statement.get)
            st[it["id"]] = s
        def absent(i): return st[i]["ruled_out"] or st[i]["lifted"]
        reach = {}
        for a in self.actions:
            if "gate" not in a: continue
            alts = self.gate_def[a["gate"]]["alternatives"]
            reach[a["id"]] = [x for x in alts if not refuted(self.reach(x["conditions"]))]
        for a in self.actions:
            s = st[a["id"]]
            s["absent"] = absent(a["id"]) or ("gate" in a and not reach[a["id"]])
        for p in self.prohibitions:
            s = st[p["id"]]
            if absent(p["id"]): s["status"] = "absent"
            elif s["certain"]: s["status"] = "prohibited"
            else:
                w = p.get("while_open")
                asked = bool(s["depends"] & vain)
                if w:
                    if "in_force_when" in w and somewhere(self.node(w["in_force_when"])): word = "in_force"
                    else: word = w["not_known"] if asked else w["not_asked"]
                elif p["protects"] == "welfare": word = "in_force" if asked else "caution"
                else: word = "in_force"
                s["status"] = {"in_force": "precautionary", "caution": "caution", "absent": "absent"}[word]
                if s["status"] == "caution" and not any(not st[h]["absent"] for h in p.get("holds_back", []) if h in st):
                    s["status"] = "absent"
            s["absent"] = s["status"] in ("absent", "caution")
        in_force = [p for p in self.prohibitions if st[p["id"]]["status"] in ("prohibited", "precautionary")]
        for a in self.actions:
            s = st[a["id"]]
            if s["absent"]: s["status"] = "absent"; continue
            holders = [p for p in in_force if a["id"] in p.get("holds_back", [])]
            s["holders"] = holders
            opened = True
            if "gate" in a:
                opened = not contra and any(all(known(self.node(c["when"])) for c in x["conditions"]) for x in self.gate_def[a["gate"]]["alternatives"])
            s["opened"] = opened
            if not opened or holders: s["status"] = "withheld"
            elif s["certain"]: s["status"] = "recommended"
            else: s["status"] = "precautionary" if s["protective"] or a.get("listed") == "always" else "conditional"
        # words
        for it in self.item.values():
            s = st[it["id"]]
            s["title"], s["detail"], s["actor"], s["wording"] = it["title"], it.get("detail"), it.get("actor"), None
            for w in it.get("rewordings", []):
                if known(self.node(w["once"])):
                    s["title"], s["detail"], s["wording"] = w["title"], w.get("detail"), w["title"]
                    s["actor"] = w.get("actor", it.get("actor"))
                    break
            s["escalates"] = s.get("status") == "withheld" and any(k in it and known(self.node(it[k]["once"])) for k in ("pressing", "escalates_when"))
        # questions
        deciding, perq = set(), {}
        for r in rs:
            for it in self.item.values():
                deps = r.depends(it["_present"]) | r.depends(it["_stands"])
                it.setdefault("_deps", []) 
                deciding |= {f for f in deps if len(r.possible[f]) > 1}
        deps_of = {it["id"]: set().union(*[r.depends(it["_present"]) | r.depends(it["_stands"]) for r in rs]) for it in self.item.values()}
        taken, asked = set(), []
        if scope != "out_of_scope" or True:
            for place, q in enumerate(self.parts["questions"]):
                if "when" in q and not known(self.node(q["when"])): continue
                facts = [v.place[f] for f in q["facts"]]
                mine = [f for f in facts if f in never and f not in taken]
                if not (q.get("until_answered") == "true" and scope == "incident"): mine = [f for f in mine if f in deciding]
                if not mine: continue
                taken |= set(mine)
                fs = set(mine)
                settles = [i for i, dd in deps_of.items() if dd & fs]
                hang = [i for i, s in st.items() if s["protective"] and not s["certain"] and s["status"] not in ("absent",) and s["depends_all"] & fs] if False else []
                asked.append([place, q, mine, settles])
        def hangs(fs):
            k = 0
            for i, s in st.items():
                if s["protective"] and not s["certain"] and not (s["ruled_out"] or s["lifted"]) and s["status"] != "absent_":
                    trig = set()
                    for r, sc in zip(rs, scopes):
                        trig |= r.depends(d.any([g["_node"] for g in self.item[i]["grounds"] if g["_scope"] == sc]))
                    if trig & fs and (s["status"] != "absent"): k += 1
            return k
        keyed = []
        for place, q, mine, settles in asked:
            rank = RANKS[q.get("rank", "by_effect")]
            fs = set(mine)
            key = (rank, place) if rank < 3 and rank >= 0 else (rank, -hangs(fs), -len(settles), place)
            keyed.append((key, q, mine, settles))
        keyed.sort(key=lambda x: x[0])
        questions = [(q, [v.names[f] for f in mine], settles) for _, q, mine, settles in keyed]
        # pending
        for a in self.actions:
            s = st[a["id"]]
            s["pending"] = None
            if s["status"] == "precautionary" and not (s["depends"] & vain):
                for q, mine, _ in questions:
                    if {v.place[f] for f in mine} & s["depends"]: s["pending"] = q["id"]; break
            # What stands among the actions only because it is always listed does not raise the answer's urgency.
            if a.get("listed") == "always" and s["status"] == "precautionary" and (s["pending"] or not s["protective"]):
                s["pending"], s["raises"] = None, 0
        place = {a["id"]: i for i, a in enumerate(self.actions)}
        def order(a):
            s = st[a["id"]]
            acts = s["status"] in ("recommended", "precautionary")
            part = 0 if acts else {"withheld": 1, "conditional": 2}[s["status"]]
            return (part, -s["named"], acts and s["status"] != "recommended", not s["escalates"], place[a["id"]])
        listed = sorted([a for a in self.actions if st[a["id"]]["status"] != "absent"], key=order)
        actions = [a for a in listed if not st[a["id"]]["pending"]]
        cautions = [p for p in self.prohibitions if st[p["id"]]["status"] == "caution"]
        situation = [s["id"] for s in self.parts["situations"] if scope == "incident" and known(self.node(s["when"]))]
        jur = {r_ for r in rs for r_ in r.possible[v.place["jurisdiction"]]}
        where = v.answers["jurisdiction"][jur.pop()] if len(jur) == 1 else None
        def serves(c):
            areas = (self.contact[c].get("service") or self.contact[c].get("role"))["service_areas"]
            ok = where in areas if where else all(x in areas for x in UK)
            return ok and not any(c in n["contacts"] and somewhere(self.node(n["when"])) for n in self.not_named)
        def contacts_of(it):
            s = st.get(it["id"]) if it["id"] in self.item else None
            if s and s["status"] == "withheld": return []
            return [c for c in it.get("contacts", []) if serves(c)]
        def view(it):
            s = st[it["id"]]
            o = {"id": it["id"], "status": s["status"], "title": s["title"], "detail": s["detail"], "citations": s["citations"], "voice": s["voice"],
                 "contacts": contacts_of(it), "because": s["best"][0]["because"] if s["best"] else None,
                 "known": [g["because"] for k, _, g, _ in s["grounds"] if k], "wording": s["wording"]}
            if s["action"]:
                o["urgency"], o["actor"] = [k for k, x in URG.items() if x == s["urgency"]][0], s["actor"]
                o["cautions"] = [] if s["status"] == "withheld" else [p["id"] for p in cautions if it["id"] in p.get("holds_back", [])]
                if s["status"] == "withheld":
                    if not s["opened"]:
                        alts = self.gate_def[it["gate"]]["alternatives"]
                        alts = [x for x in alts if x in reach[it["id"]]]
                        o["until"] = ", or ".join(dict.fromkeys(x["until"] for x in alts))
                        o["alts"] = [i + 1 for i, x in enumerate(self.gate_def[it["gate"]]["alternatives"]) if x in alts]
                        o["hint"] = alts[0]["release_hint"]
                        o["why"] = [((c["refuted"] if refuted(self.node(c["when"])) else c["not_known"]), c["statements"]) for x in alts for c in x["conditions"] if not known(self.node(c["when"]))]
                        if contra: o["why"].append(("answers contradict each other", []))
                    else:
                        p = s["holders"][0]
                        o["until"], o["hint"] = p.get("lifted_says"), p.get("release_hint")
                        o["why"] = [(g["because"], g["statements"]) for h in s["holders"] for k, _, g, _ in st[h["id"]]["grounds"]]
                    for k in ("pressing", "escalates_when"):
                        if k in it and s["escalates"]: o["hint"] = it[k]["release_hint"]
            return o
        out["prohibitions"] = [view(p) for p in sorted(in_force, key=lambda p: st[p["id"]]["status"] != "prohibited")]
        out["actions"] = [view(a) for a in actions]
        out["questions"] = []
        for q, facts, settles in questions:
            cons = [view(a) for a in listed if st[a["id"]]["pending"] == q["id"]]
            out["questions"].append({"id": q["id"], "facts": facts, "settles": settles, "consequences": cons, "statements": q["statements"], "adds": {}})
        for a in listed:
            s = st[a["id"]]
            if s["status"] == "recommended" and s["protective"]:
                for k, _, g, deps in s["grounds"]:
                    if k: continue
                    for q in out["questions"]:
                        if {v.place[f] for f in q["facts"]} & deps:
                            q["adds"].setdefault(a["id"], set()).update(g["statements"]); break
        acting = [a for a in actions if st[a["id"]]["status"] in ("recommended", "precautionary")]
        top = max([st[a["id"]]["raises"] for a in acting], default=0)
        out["urgency"] = [k for k, x in URG.items() if x == top][0]
        out["urgency_items"] = [a["id"] for a in acting if st[a["id"]]["raises"] == top] if top else []
        out["urgency_citations"] = [c for c in self.statement if top and any(
            c in g["statements"] and URG[next((x.get("urgency", "standard") for x in self.parts["statements"] if x["id"] == c))] == top
            for i in out["urgency_items"] for g in st[i]["best"])]
        shown = {x["id"] for x in out["prohibitions"]} | {x["id"] for x in out["actions"] if x["status"] != "conditional"}
        out["situations"] = situation
        out["explanations"] = [e["id"] for e in self.parts["explanations"] if e.get("scope", "incident") == scope
                               and known(self.node(e.get("when"))) and shown & set(e["explains"])]
        gaps = [g for g in self.parts["not_covered"] if g["id"] not in self.addressed and g.get("scope", "incident") == scope and known(self.node(g.get("when")))]
        out["not_covered"] = [g["id"] for g in gaps] + (["without_" + p for p in self.left_out] if scope != "out_of_scope" else [])
        views = out["prohibitions"] + out["actions"] + [c for q in out["questions"] for c in q["consequences"]]
        names = {c for x in views for c in x["contacts"]} | {c for g in gaps for c in g.get("contacts", []) if serves(c)}
        out["contacts"] = [c["id"] for c in self.contacts if c["id"] in names]
        cited = {c for x in views for c in x["citations"]} | {c for x in views for w in x.get("why", []) for c in w[1]}
        cited |= {c for q in out["questions"] for c in q["statements"]} | {c for e in self.parts["explanations"] if e["id"] in out["explanations"] for c in e["statements"]}
        cited |= {c for p in cautions for c in p.get("caution", {}).get("statements", []) if any(p["id"] in x.get("cautions", []) for x in views)}
        cited |= {c for s in self.parts["situations"] if s["id"] in situation for c in s["statements"]}
        out["citations"] = sorted(cited, key=self.statement.get)
        out["contradictions"] = [set(p) for p in pairs]
        out["implied"] = [v.names[i] for i in sorted(implied)]
        open_never = deciding & never
        out["completeness"] = "questions_remain" if open_never or contra else "all_asked" if deciding & vain else "complete"
        out["_"] = (rs, contra, vain, scopes, known, somewhere)
        out["_reach"] = {a["id"]: len(reach.get(a["id"], [1])) for a in self.actions}
        out["statuses"] = {i: ("pending" if s.get("pending") else s["status"]) for i, s in st.items()}
        return out
