
def hand(rule, f):
    def go(s, notes): f(s['expect'], s['given'], s); notes.append(rule)
    return go
def more_known(*facts):
    def f(e, g, s):
        for k, v in facts: g.setdefault(k, v)
    return f
def asked(**kw): return lambda e, g, s: e.update(kw)
COMPLETE = hand('6, 8: two more facts decide what waits, so they are given', more_known(('police_word_on_removal', 'not_asked'), ('setting', 'other')))
def word_vain(e, g, s):
    g['police_word_on_removal'] = 'unknown'; g['meeting_day'] = 'unknown'; e['urgency'] = 'urgent'
    if 'urgency_because' in e: del e['urgency_because']
def site_open(e, g, s):
    for i in ('report_to_site', 'ask_site_to_remove'): e['recommended'][i] = e['withheld'].pop(i)
def urgent(e, g, s): e['urgency'] = 'urgent'
def first_case(e, g, s):
    for i in ('report_to_site', 'ask_site_to_remove'): e['hints'][i] = 'ask the police whether it can be reported to the site and taken down now'
def d_open(e, g, s):
    e['urgency'] = 'urgent'; e.pop('first_action'); e.pop('urgency_because'); s['it'] = 'keeps 999 among the actions, and no emergency, where it was asked whether anyone is in danger and nobody knows'
def d_planned(e, g, s):
    e.setdefault('recommended', {})['call_emergency_services'] = e.pop('precautionary')['call_emergency_services']
def d_asks(e, g, s):
    e['recommended'] = {'call_emergency_services': ['C1'], **e['recommended']}; e.pop('consequences')
    e['urgency'] = 'emergency'
    s['it'] = 'rings 999 where a meeting is planned and nobody has said for which day, and asks about danger before all else'
def later(e, g, s): g['meeting_day'] = 'later'
def lead_told(e, g, s):
    v = drop(e, 'withheld', 'tell_safeguarding_lead'); e.setdefault('recommended', {})['tell_safeguarding_lead'] = v
def a6(e, g, s):
    e.clear(); e.update({'recommended': {'tell_safeguarding_lead': ['P1']}, 'precautionary': {'go_above_the_lead': ['P1', 'P11']},
        'cautions': {'tell_safeguarding_lead': 'do_not_tell_implicated_lead'}, 'absent': ['do_not_tell_implicated_lead']})
    s['it'] = 'has the lead told, with a word of what to do at any sign, when it was asked whether that person is part of it and nobody knows'
def withheld(*ids):
    def f(e, g, s):
        for i in ids:
            drop(e, 'absent', i); e.setdefault('withheld', {})[i] = {'ask_for_removal': ['P15a', 'C5'], 'use_take_it_down': ['P15b', 'D2']}[i]
    return f
def d16(e, g, s): drop(e, 'absent', 'ask_for_removal'); e.setdefault('withheld', {})['ask_for_removal'] = ['S61']
def unless(e, g, s): e['urgency_because'] = [c for c in e['urgency_because'] if c != 'P1']
def spread(e, g, s):
    pass
BY_HAND = {
 'goes to the police and CEOP when an adult made a picture of a child who sent and received nothing': hand('8 (D16): an adult and an image are there', d16),
 'asks nothing again when everything was asked and nothing is known': hand('2, 8: the new facts are asked in vain too, and nothing is an emergency that is only not ruled out', word_vain),
 'holds deletion back on the adult alone, even where the police knew of the adult': hand('7: only the way that can still come is named', lambda e, g, s: e['whys'].update(delete_or_remove='not known what the police have said about deleting it')),
 'holds deletion back while nobody has asked whether an adult is involved': hand('8: the site waits for police who knew all of this, and no adult is no part of that', site_open),
 'holds deletion back while it is not known whether the police knew everything': hand('questions: taken apart', lambda e, g, s: e.update(asked=['ask_whether_the_police_knew_all_this' if q == 'ask_what_the_police_decided' else q for q in e['asked']])),
 'keeps to the law by precaution when the age of the child shown was asked and is not known': hand('questions: taken apart', lambda e, g, s: e.update(asked=['ask_ages' if q == 'ask_how_old_the_youngest_shown_is' else q for q in e['asked']])),
 'keeps everything in place when all that is known is that the police take it no further': hand('questions: the order is life, contact, home, then what settles most', lambda e, g, s: e.update(asked=['ask_about_adults', 'ask_whether_a_parent_is_involved', 'ask_whether_the_child_sent_it', 'ask_whether_the_police_knew_all_this'])),
 'acts on no more than that a 14-year-old has sent someone a picture': hand('questions: the order is life, contact, home, then what settles most', lambda e, g, s: (e.update(asked=['ask_immediate_danger', 'ask_about_adults', 'ask_whether_a_parent_is_involved', 'ask_where_it_was_shared', 'ask_who_has_it', 'ask_under_what_conditions', 'ask_whether_parents_know', 'ask_whether_parents_support']), e.update(adds={('ask_about_adults' if q == 'ask_who_has_it' else q): v for q, v in e['adds'].items()}))),
 'acts as if there were danger when it was asked and is not known': hand('2: nothing is an emergency that is only not ruled out', urgent),
 'gives the first case: a picture sent willingly to another young person, on a social network, parents on side, police not told': hand('8: the site waits for a gate of its own', first_case),
 'asks nothing more and is complete once everything about a sent picture has been answered': COMPLETE,
 'has nothing more sent to an adult who goes on asking, though nothing is threatened': hand('3: where an adult is known and nobody has asked about demands, paying stands against it', lambda e, g, s: (drop(e, 'absent', 'do_not_pay'), e.setdefault('precautionary_prohibitions', {}).update(do_not_pay=['P16a']))),
 'puts 999 first where it was asked whether anyone is in danger and nobody knows': hand('2: nothing is an emergency that is only not ruled out', d_open),
 'rings 999 for a meeting that is planned when it was asked whether anyone is in danger and nobody knows': hand('2 (c): a planned meeting is an emergency unless it is known to be later and nobody in danger', d_planned),
 'asks about danger before all else where a meeting is planned, and says that 999 hangs on it': hand('2 (c)', d_asks),
 'takes a meeting planned with an adult to the police and CEOP at once, even if nobody is in danger for now': hand('2 (c): the day is given', later),
 'takes a meeting planned between young people, with nobody in danger, to the police and social care and not to 999': hand('2 (c): the day is given', later),
 'lets no English school respond without the police when nobody knows whether its lead is part of it': hand('3 (A6)', lead_told),
 'goes round the lead when it was asked whether that person is part of it and nobody knows': hand('3 (A6)', a6),
 'tells the designated safeguarding lead of an English school at once, and names the local council\'s social care': hand('10', unless),
 'keeps the services of other countries back while the police of the place have not been told': hand('8', withheld('use_take_it_down')),
 'has the police asked about taking it down in the first call': hand('8', withheld('ask_for_removal', 'use_take_it_down')),
 'has nothing taken down while the police want it kept': hand('8', withheld('ask_for_removal', 'use_take_it_down')),
 'sends nobody to services for images of under-18s where only adults are shown': hand('8: the title no longer says to ask the police, because the step waits for them', lambda e, g, s: e['titles'].update(ask_for_removal='cannot remove it')),
}
for it in ('names the risk of suicide as something that the document does not cover', 'names a planned meeting as something that the document does not cover',
           'says that a child under 13 has no steps of their own in the document', 'says what to do when a professional has a copy or has seen it',
           'says that violent or unusual material has no steps of its own in the document', 'says that the document is silent on children in care and on capacity',
           'says that a child who pressed another needs help that the document does not give'): BY_HAND[it] = COMPLETE

PRE = {it: ('8: nobody has asked the police about taking it down, and that is given', {'police_word_on_removal': 'not_asked'}) for it in (
    'treats an image of somebody who is 18 now and was 16 then as the image of a child, and offers Take It Down',
    'names the services of other countries once the police where the child is know of an image',
    'offers the child Report Remove and Take It Down, and an adult with a web address the IWF, once the police know',
    'leaves Report Remove to the child who is shown, and gives the IWF to an adult where another child is shown')}
def say(new): return lambda e, g, s: s.update(it=new)
BY_HAND['gets a picture that came from an adult removed, beside the police and CEOP'] = hand('8', say('keeps the removal of a picture that came from an adult in sight, beside the police and CEOP'))
BY_HAND['also holds the new number back when an adult turns out to be involved'] = hand('7', say('says nothing of the new number any more when an adult turns out to be involved'))
BY_HAND['holds deletion back again when the police said no before anyone knew that an adult was involved'] = hand('7', say('holds deletion back again, and asks no recipient, when the police said no before anyone knew that an adult was involved'))
