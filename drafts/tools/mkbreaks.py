import yaml
old = open('/work/wt/content/tests/proofs/breaks.yaml').read()
s = old
def sub(a, b, n=1):
    global s
    assert s.count(a) == n, (s.count(a), a)
    s = s.replace(a, b)
def entry(iid):
    global s
    a = s.index(f'  - invariant: {iid}\n')
    import re
    m = re.search(r'\n  (- invariant: |# )', s[a + 5:])
    b = a + 5 + m.start() + 1 if m else len(s)
    return a, b
def replace(iid, text):
    global s
    a, b = entry(iid)
    s = s[:a] + text.strip('\n') + '\n\n' + s[b:]
def after(iid, text):
    global s
    a, b = entry(iid)
    s = s[:b].rstrip('\n') + '\n\n' + text.strip('\n') + '\n\n' + s[b:].lstrip('\n')
replace('deletion_waits', '''
  - invariant: deletion_waits
    it: opens the gate of deletion with an adult who is suspected
    file: sexting_advice/situations.yaml
    find: "  - id: deletion\\n    alternatives:\\n      - until: the police, knowing all of this, have decided that they will not investigate, and no adult is involved\\n        release_hint: In the same call, ask the police whether this can go ahead now.\\n        conditions:\\n          - when: { police_decision: [no_investigation] }\\n            not_known: It is not known what the police have decided.\\n            refuted: The police have not said that they will not investigate.\\n            statements: [S35]\\n          - when: { adult_involved: [no] }\\n"
    put: "  - id: deletion\\n    alternatives:\\n      - until: the police, knowing all of this, have decided that they will not investigate, and no adult is involved\\n        release_hint: In the same call, ask the police whether this can go ahead now.\\n        conditions:\\n          - when: { police_decision: [no_investigation] }\\n            not_known: It is not known what the police have decided.\\n            refuted: The police have not said that they will not investigate.\\n            statements: [S35]\\n          - when: { adult_involved: [no, suspected] }\\n"
''')
after('deletion_waits', '''
  - invariant: the_officers_word_opens_the_childs_own_deletion_alone
    it: lets the word of the officer open the change of number too
    file: sexting_advice/after_the_police_decide.yaml
    find: "    gate: deletion\\n    contacts: [mobile_provider]\\n"
    put: "    gate: own_deletion\\n    contacts: [mobile_provider]\\n"

  - invariant: site_report_waits
    it: takes that nobody has asked the police for their leave to report it to the site
    file: sexting_advice/situations.yaml
    find: "          - when: { police_word_on_removal: [agreed] }\\n            not_known: It is not known whether the police have said that it can be taken down.\\n            refuted: The police have not said that it can be taken down.\\n            statements: [S35]\\n      - until: the police, knowing all of this, have decided that they will not investigate\\n        release_hint: In the same call, ask the police whether it can be reported to the site and taken down now.\\n"
    put: "          - when: { police_word_on_removal: [agreed, not_asked] }\\n            not_known: It is not known whether the police have said that it can be taken down.\\n            refuted: The police have not said that it can be taken down.\\n            statements: [S35]\\n      - until: the police, knowing all of this, have decided that they will not investigate\\n        release_hint: In the same call, ask the police whether it can be reported to the site and taken down now.\\n"
''')
after('school_waits', '''
  - invariant: a_schools_own_support_waits_for_nobody
    it: has a school wait for the police before it looks after the child
    file: sexting_advice/after_the_police_decide.yaml
    find: "gate: school_support"
    put: "gate: support"
''')
sub('find: "    gate: deletion\\n    contacts: [mobile_provider]\\n"\n    put: "    contacts: [mobile_provider]\\n"', 'find: "    gate: deletion\\n    contacts: [mobile_provider]\\n"\n    put: "    contacts: [mobile_provider]\\n"')
replace('a_possible_adult_brings_police_and_ceop', '''
  - invariant: a_possible_adult_brings_police_and_ceop
    it: leaves the adult to the police once they investigate
    file: sexting_advice/actions.yaml
    find: "    contacts: [ceop]\\n"
    put: "    contacts: [ceop]\\n    lifted_when: { police_decision: [investigating] }\\n"

  - invariant: the_police_stand_among_the_actions
    it: puts the police under the question that settles them
    file: sexting_advice/actions.yaml
    find: "    listed: always\\n"
    put: ""
''')
after('danger_brings_the_emergency_number', '''
  - invariant: staff_are_not_left_alone_with_the_police
    it: has a member of staff wait for the lead where an adult is only suspected
    file: sexting_advice/actions.yaml
    find: "                - { adult_involved: [yes, suspected] }\\n                - { adult_in_position_of_trust: [yes] }\\n"
    put: "                - { adult_involved: [yes] }\\n                - { adult_in_position_of_trust: [yes] }\\n"

  - invariant: the_exit_is_always_said
    it: leaves a member of staff without the lead, and without a way on
    file: sexting_advice/actions.yaml
    find: "Cannot reach the lead or a deputy at once: call yourself."
    put: "The lead or a deputy calls."
''')
sub('''    it: has words removed
    file: sexting_advice/actions.yaml
    find: "when: { situation: with_an_adult, material_kind: [image_or_video] }"
    put: "when: { situation: with_an_adult }"
''','''    it: has words removed
    file: sexting_advice/actions.yaml
    find: "when: { situation: with_an_adult, material_kind: [image_or_video] }"
    put: "when: { situation: with_an_adult }"
''')
after('what_follows_the_police_decision_needs_something_sent', '''
  - invariant: the_site_is_not_the_documents_step_where_an_adult_is_involved
    it: takes the report to the site for the document's step, whoever is involved
    file: sexting_advice/after_the_police_decide.yaml
    find: "          shared_on_social_network_or_website: [yes]\\n          not: { known: { adult_involved: [yes, suspected] } }\\n"
    put: "          shared_on_social_network_or_website: [yes]\\n"
''')
replace('what_waits_can_be_released', '''
  - invariant: what_waits_can_be_released
    it: does not say whom to ask
    file: sexting_advice/prohibitions.yaml
    find: "release_hint: In the same call, ask the police whether and how the parents can be told."
    put: "release_hint: Ask whether and how the parents can be told."

  - invariant: nothing_waits_for_what_can_no_longer_come
    it: holds a step that no officer can release any more where an adult is involved, by a way that is said to be open
    # An edit of the guidance cannot break this, because the engine finds what is out of reach: the break is one of the
    # engine (it takes no fact for one that stays), and is tried on it like a mutant.
    engine: "the facts that may still change are all facts"

  - invariant: nothing_waits_for_no_adult_where_there_is_one
    it: lets the change of number wait for the child's own deletion, whose other way an adult does not close
    file: sexting_advice/after_the_police_decide.yaml
    find: "    gate: deletion\\n    contacts: [mobile_provider]\\n"
    put: "    gate: own_deletion\\n    contacts: [mobile_provider]\\n"

  - invariant: no_other_organisation_waits_to_be_a_school
    it: says what makes a school of the asker as something that the police can still say
    file: sexting_advice/situations.yaml
    find: "          - when: { setting: [school_or_college] }\\n"
    put: "          - when: { any: [{ setting: [school_or_college] }, { police_word_on_removal: [agreed] }] }\\n"

  - invariant: a_caution_stands_in_something_shown
    it: holds back nothing, and goes on cautioning
    file: supplement/prohibitions.yaml
    find: "    holds_back: [tell_safeguarding_lead]\\n"
    put: "    holds_back: []\\n"
    refused: caution
''')
for iid in ('protection_waits_for_nothing', 'nothing_is_weakened'):
    a, b = entry(iid)
    e = s[a:b].replace('fail_safe: on', 'when_unknown: act').replace('fail_safe: off', 'when_unknown: wait')
    s = s[:a] + e + s[b:]
replace('every_question_counts', '''
  - invariant: every_question_counts
    it: asks a question of ours until somebody answers, whatever that changes
    file: sexting_advice/questions.yaml
    find: "    facts: [shared_by_mobile_phone]\\n    statements: [S01]\\n    voice: editorial\\n"
    put: "    facts: [shared_by_mobile_phone]\\n    statements: [S01]\\n    voice: editorial\\n    until_answered: true\\n"
''')
sub('''    find: "statements: [S35]"
    put: "statements: [S35, S36]"
''', '''    find: "    facts: [police_decision]\\n    statements: [S35]\\n"
    put: "    facts: [police_decision]\\n    statements: [S35, S36]\\n"
''')
sub('''    find: "Say what you have been told;\\n      do not look at any image to find out more."
    put: "Say what you have been told;\\n      then look at the image, to find out more."
''', '''    find: "Say what you have\\n      been told. Do not look at any image to find out more."
    put: "Say what you have\\n      been told. Then look at the image to find out more."
''')
replace('danger_stands_first', '''
  - invariant: danger_stands_first
    it: asks about danger among the other questions
    file: sexting_advice/questions.yaml
    find: "    rank: life\\n    facts: [immediate_danger]\\n"
    put: "    facts: [immediate_danger]\\n"

  - invariant: an_emergency_needs_something_known
    it: rings 999 whenever nobody can say whether anyone is in danger
    file: supplement/extends_police.yaml
    find: "            - { self_harm_risk: [yes] }\\n            - { parent_or_carer_implicated: [yes, suspected] }\\n            - { adult_in_position_of_trust: [yes] }\\n"
    put: "            - { child_sent_or_posted: [yes, no] }\\n"

  - invariant: an_emergency_needs_danger_that_is_known
    it: takes a meeting that is past for an emergency
    file: supplement/extends_police.yaml
    find: "when: { meeting: [under_way] }"
    put: "when: { meeting: [under_way, happened] }"

  - invariant: a_meeting_that_may_be_today_is_an_emergency
    it: waits to hear that the meeting is today
    file: supplement/extends_police.yaml
    find: "          not: { known: { meeting_day: [later], immediate_danger: [no] } }\\n"
    put: "          meeting_day: [today]\\n"

  - invariant: the_lead_is_told
    it: forgets whoever works outside a school
    file: supplement/actions.yaml
    find: "            - { setting: [other] }\\n"
    put: ""
''')
replace('an_implicated_lead_is_told_nothing', '''
  - invariant: an_implicated_lead_is_told_nothing
    it: takes a lead who is suspected for one who has no part in it
    file: supplement/situations.yaml
    find: "when: { safeguarding_lead_implicated: [yes, suspected] }"
    put: "when: { safeguarding_lead_implicated: [yes] }"

  - invariant: an_implicated_lead_is_told_nothing
    it: leaves the parents to the lead, whoever that is
    file: sexting_advice/actions.yaml
    find: "            - not: { known: { safeguarding_lead_implicated: [yes, suspected] } }\\n        title: Agree with the safeguarding lead who talks to the parents or carers, once it is known to be safe\\n"
    put: "        title: Agree with the safeguarding lead who talks to the parents or carers, once it is known to be safe\\n"

''')
a, b = entry('an_unsafe_parent_is_told_nothing')
s = s[:a] + '''  - invariant: an_unsafe_parent_is_told_nothing
    it: forgets the parents whom it is not safe to tell, though they have no part in it
    file: supplement/situations.yaml
    find: "        - { parents_safe_to_tell: [no] }\\n"
    put: ""

  - invariant: an_unsafe_parent_is_told_nothing
    it: says nothing of which parent can be told
    file: sexting_advice/actions.yaml
    find: "        title: Talk only to the parent or carer whom the police or social care named, never to one who is involved\\n"
    put: "        title: Talk to the parents or carers, as the police or social care said\\n"

  - invariant: an_unsafe_parent_is_told_nothing
    it: names the parents in a step that may turn out so, while it is contradictory whether one is involved
    file: contacts.yaml
    find: "    statements: [S28]\\n    not_when:\\n      any:\\n        - { parents_safe_to_tell: [no] }\\n        - { parent_or_carer_implicated: [yes, suspected] }\\n      not: { known: { advice_taken_on_telling_parents: [yes] } }\\n"
    put: "    statements: [S28]\\n"

  - invariant: staff_leave_the_parents_to_the_lead
    it: leaves the parents to the lead only where the child's age is known
    file: supplement/prohibitions.yaml
    find: "          not: { known: { child_age_band: [18_or_over] } }\\n"
    put: "          child_age_band: [under_13, 13_to_15, 16_to_17]\\n"

''' + s[b:]
replace('nobody_is_warned', '''
  - invariant: nobody_is_warned
    it: takes an adult who is only suspected for none
    file: supplement/prohibitions.yaml
    find: "            - { adult_involved: [yes, suspected] }\\n            - { adult_in_position_of_trust: [yes] }\\n            - { parent_or_carer_implicated: [yes, suspected] }\\n"
    put: "            - { adult_involved: [yes] }\\n            - { adult_in_position_of_trust: [yes] }\\n            - { parent_or_carer_implicated: [yes, suspected] }\\n"

  - invariant: nothing_is_paid_sent_or_met_where_the_worst_is_known
    it: says nothing of a meeting while nobody has asked about one
    file: supplement/prohibitions.yaml
    find: "      would warn them.\\n    protects: welfare\\n    while_open:\\n      not_asked: absent\\n      not_known: in_force\\n      in_force_when:\\n        any:\\n          - { adult_involved: [yes, suspected] }\\n"
    put: "      would warn them.\\n    protects: welfare\\n    while_open:\\n      not_asked: absent\\n      not_known: in_force\\n      in_force_when:\\n        any:\\n          - { adult_involved: [yes] }\\n"
''')
replace('removal_comes_after_the_police', '''
  - invariant: removal_comes_after_the_police
    it: has the image taken down before the police have been asked
    file: supplement/blackmail_and_removal.yaml
    find: "    gate: removal\\n    before: delete_or_remove\\n"
    put: "    before: delete_or_remove\\n"

  - invariant: removal_comes_after_the_police
    it: has it taken down against the word of the police that it is to be kept
    file: sexting_advice/situations.yaml
    find: "          - when: { not: { known: { police_instruction_on_material: [keep] } } }\\n"
    put: "          - when: { not: { known: { police_instruction_on_material: [may_delete] } } }\\n"
''')
a, b = entry('what_belongs_to_a_threat_is_kept')
s = s.replace('''# fault that is told, and no pack that a service runs on can break that invariant.
''', '''# fault that is told, and no pack that a service runs on can break that invariant. `engine` names a break of the engine,
# for an invariant that no edit of the guidance can break.
''')
open('/work/drafts14/breaks.yaml', 'w').write(s.rstrip('\n') + '\n')
