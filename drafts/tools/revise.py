"""The existing scenarios, revised by the rules of plan14: what moves is said by a rule, never read from an answer.

revise.py writes /work/drafts14/existing_scenarios/ (whole files) and changes.md (each change with its rule)."""
import glob, os, re, sys, copy; sys.path.insert(0, '/work/drafts14/tools')
from draft import *
from scen import compare
SRC, OUT = '/work/wt/content/tests/scenarios', '/work/drafts14/existing_scenarios'
gs = {True: first(), False: both()}
QUESTION = {  # a question that was taken apart, and the one that asks what the scenario is about
    'ask_about_the_police': 'ask_what_the_police_decided', 'ask_who_is_shown': 'ask_how_old_the_youngest_shown_is',
    'ask_about_the_parents': 'ask_whether_a_parent_is_involved', 'ask_where_and_who': 'ask_where_the_child_is',
    'ask_about_safety': 'ask_about_self_harm', 'ask_about_the_child': 'ask_whether_the_child_could_agree',
    'ask_about_pressure': 'ask_about_force', 'ask_about_spread': 'ask_whether_it_was_on_a_site',
    'ask_what_happened': 'ask_whether_the_child_sent_it', 'ask_about_the_material': 'ask_whether_there_is_a_picture',
    'ask_what_it_is_said_to_show': 'ask_whether_it_is_violent_or_unusual', 'ask_about_professionals': 'ask_whether_a_professional_saw_it',
}
ALL_PARTS = {'ask_about_pressure': ['ask_about_force', 'ask_about_threats', 'ask_about_bullying'],
             'ask_about_the_police': ['ask_what_the_police_decided', 'ask_whether_the_police_knew_all_this', 'ask_what_the_police_said_about_deleting']}
NO_ADULT_STEPS = ('ask_recipients_to_delete', 'talk_to_recipients_parents', 'change_number')
SITE = ('report_to_site', 'ask_site_to_remove')
CONTACT_OF = {'ask_for_removal': ['childline', 'report_remove', 'internet_watch_foundation'], 'tell_school': ['childs_school'],
              'ask_school_to_support': ['childs_school'], 'report_to_site': ['site_or_app'], 'ask_site_to_remove': ['site_or_app'],
              'ask_recipients_to_delete': ['other_young_people'], 'talk_to_recipients_parents': ['their_parents_or_carers'],
              'change_number': ['mobile_provider'], 'use_take_it_down': ['take_it_down'], 'talk_to_parents': ['parents_or_carers']}

def drop(e, key, item):
    if item in e.get(key, {}):
        if isinstance(e[key], dict): v = e[key].pop(item)
        else: e[key].remove(item); v = True
        if not e[key]: del e[key]
        return v

def transform(s, only_first, notes):
    g, e = s['given'], s.setdefault('expect', {})
    adult_known = g.get('adult_involved') in ('yes', 'suspected') or (g.get('adult_involved') is None and (
        g.get('adult_in_position_of_trust') == 'yes' or g.get('parent_or_carer_implicated') == 'yes' or g.get('safeguarding_lead_implicated') == 'yes'))
    told = g.get('police_decision') in ('awaiting', 'investigating', 'concluded', 'no_investigation')
    ni_knew = g.get('police_decision') == 'no_investigation' and g.get('police_knew_all_this') == 'yes'
    contra = bool(e.get('contradictions'))
    removal_open = not contra and ((told and g.get('police_word_on_removal') in ('agreed', 'not_asked')) or ni_knew)
    # 1
    for q, items in list(e.get('consequences', {}).items()):
        if 'contact_police' in items:
            e.setdefault('precautionary', {})['contact_police'] = items.pop('contact_police'); notes.append('1: the police stand among the actions')
            if not items: del e['consequences'][q]
    # 7
    if g.get('adult_involved') == 'yes':
        for i in NO_ADULT_STEPS:
            if drop(e, 'withheld', i) is not None: notes.append(f'7: {i} can no longer come where an adult is known')
            for k in ('held_because', 'whys', 'hints'): drop(e, k, i)
    # 8
    if adult_known and only_first:
        for i in SITE:
            if drop(e, 'withheld', i) is not None: notes.append(f'8 (D4): {i} is not the document\'s step where an adult is involved')
            for k in ('held_because', 'whys', 'hints'): drop(e, k, i)
    for i in ('ask_for_removal', 'use_take_it_down'):
        for k in ('recommended', 'conditional'):
            if i in e.get(k, {}) and not removal_open:
                v = drop(e, k, i); e.setdefault('withheld', {})[i] = v; notes.append(f'8: {i} waits for the word of the police')
    # 5
    if g.get('police_instruction_on_material') == 'may_delete' and g.get('police_knew_all_this') == 'yes' and not contra and 'delete_or_remove' in e.get('withheld', {}):
        drop(e, 'withheld', 'delete_or_remove'); e['recommended']['delete_or_remove'] = ['S31', 'S36']; notes.append('5: the child\'s own deletion on the officer\'s word')
    hb = e.get('held_because', {})
    if 'delete_or_remove' in hb and 'delete_or_remove' in e.get('withheld', {}):
        new = ['S31'] if g.get('adult_involved') == 'yes' else sorted(set(hb['delete_or_remove']) | {'S31'})
        if new != hb['delete_or_remove']: hb['delete_or_remove'] = new; notes.append('5, 7: what the child\'s own deletion waits for')
    # 6
    if g.get('police_decision') == 'concluded' and not contra:
        for i, c in (('tell_school', ['S39']), ('ask_school_to_support', ['S40'])):
            if drop(e, 'withheld', i) is not None: e['recommended'][i] = c; notes.append(f'6 (D3): {i} waits no longer once the police have finished')
    # 9
    for i in e.get('withheld', {}):
        for c in CONTACT_OF.get(i, []):
            others = [j for j, cs in CONTACT_OF.items() if c in cs and any(j in e.get(k, {}) for k in ('recommended', 'precautionary'))]
            if c in e.get('contacts', []) and not others: drop(e, 'contacts', c); notes.append(f'9: {c} is not named by a withheld step')
    # the question on adults asks first
    if 'report_to_ceop' in e.get('consequences', {}).get('ask_who_has_it', {}):
        v = drop(e['consequences'], 'ask_who_has_it', 'report_to_ceop'); e['consequences'].setdefault('ask_about_adults', {})['report_to_ceop'] = v
        notes.append('questions: whether an adult is involved is asked before who has it')
    # questions taken apart
    for k in ('asked', 'not_asked'):
        if k in e:
            new = []
            for q in e[k]:
                parts = ALL_PARTS.get(q) if k == 'not_asked' and q in ALL_PARTS else [QUESTION.get(q, q)]
                new += [x for x in parts if x not in new]
            if new != e[k]: e[k] = new; notes.append('questions: taken apart')
    for k in ('consequences', 'adds'):
        for q in list(e.get(k, {})):
            if q in QUESTION: e[k][QUESTION[q]] = e[k].pop(q); notes.append('questions: taken apart')
    if 'consequences' in e and not e['consequences']: del e['consequences']
    return s

def plain(v):
    return v if re.fullmatch(r"[A-Za-z0-9_ .'\-(),]+", v) and not re.search(r"^[ '\-]|[ ]$|, |[{}\[\]]", v) else '"' + v.replace('"', '\\"') + '"'
def flow(v):
    if isinstance(v, list): return '[' + ', '.join(flow(x) if not isinstance(x, str) else plain(x) for x in v) + ']'
    if isinstance(v, dict): return '{ ' + ', '.join(f'{k}: {flow(x)}' for k, x in v.items()) + ' }'
    return plain(v)
def fill(key, v, ind):
    pad = ' ' * ind
    one = f'{pad}{key}: {flow(v)}'
    if isinstance(v, str) or len(one) <= 120: return [one]
    parts = [f'{k}: {flow(x)}' for k, x in v.items()] if isinstance(v, dict) else [flow(x) for x in v]
    o, c = ('{', '}') if isinstance(v, dict) else ('[', ']')
    lines, cur = [f'{pad}{key}: {o}'], ''
    for n, p in enumerate(parts):
        p += ',' if n < len(parts) - 1 else ''
        if cur and len(pad) + 2 + len(cur) + 1 + len(p) > 110: lines.append(pad + '  ' + cur); cur = p
        else: cur = (cur + ' ' + p).strip()
    return lines + [pad + '  ' + cur, pad + c]
ORDER = ['scope', 'prohibited', 'precautionary_prohibitions', 'recommended', 'precautionary', 'withheld', 'conditional', 'consequences']
def block(s):
    import textwrap
    it = f"- it: {s['it']}"
    lines = [it] if len(it) <= 120 and ': ' not in s['it'] else ['- it: >-'] + textwrap.wrap(s['it'], 116, initial_indent='    ', subsequent_indent='    ')
    lines += fill('given', s['given'], 2)
    lines.append('  expect:')
    e = s['expect']
    for k in [k for k in ORDER if k in e] + [k for k in e if k not in ORDER]:
        if k in ('consequences', 'adds'):
            lines.append(f'    {k}:')
            for q, items in e[k].items(): lines += fill(q, items, 6)
        elif k == 'contradictions': lines.append(f'    {k}: [' + ', '.join(flow(x) for x in e[k]) + ']')
        else: lines += fill(k, e[k], 4)
    return '\n'.join(lines)

exec(open('/work/drafts14/tools/by_hand.py').read())
report, red_after = [], 0
for path in sorted(glob.glob(SRC + '/*/*.yaml')):
    only_first = '/sexting_advice/' in path
    text = open(path).read()
    starts = [m.start() for m in re.finditer(r'^- it: ', text, re.M)]
    pieces = [text[:starts[0]]] + [text[a:b] for a, b in zip(starts, starts[1:] + [len(text)])]
    for n, s in enumerate(load(path)):
        g = gs[only_first]
        if not compare(s, g.advise(s['given']), only_first): continue
        notes = []
        new = copy.deepcopy(s)
        if s['it'] in PRE: notes.append(PRE[s['it']][0]); new['given'].update(PRE[s['it']][1])
        new = transform(new, only_first, notes)
        BY_HAND.get(s['it'], lambda s, notes: None)(new, notes)
        left = compare(new, g.advise(new['given']), only_first)
        report.append((os.path.relpath(path, SRC), s['it'], new['it'], list(dict.fromkeys(notes)), left))
        red_after += bool(left)
        tail = '\n\n' if n < len(starts) - 1 else '\n'
        pieces[n + 1] = block(new) + tail
    to = OUT + path[len(SRC):]
    os.makedirs(os.path.dirname(to), exist_ok=True)
    open(to, 'w').write(''.join(pieces))
with open(OUT + '/changes.md', 'w') as f:
    f.write('# Existing scenarios that change, each with the rules of plan14 that say why\n\n')
    for path, it, new, notes, left in report:
        f.write(f'- `{path}`: {it}\n' + (f'  - now: {new}\n' if new != it else '') + ''.join(f'  - {n}\n' for n in notes))
print(len(report), 'changed,', red_after, 'still red')
for path, it, new, notes, left in report:
    if left: print('##', path, '|', it); [print('    ', x[:400]) for x in left]
