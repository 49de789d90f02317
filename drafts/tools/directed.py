import os, sys, shutil; sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from inv import *
bs = load(ROOT + '/tests/proofs/breaks.yaml')['breaks']
invs = {i['id']: i for i in load(ROOT + '/src/prove/invariants.yaml')['invariants']}
Y = {
 'opens the gate of deletion': dict(child_sent_or_posted='yes', adult_involved='suspected', police_decision='no_investigation', police_knew_all_this='yes', forced_or_coerced='no', threatened_or_blackmailed='no', money_or_more_images_demanded='no', has_paid='no', police_instruction_on_material='may_delete'),
 'lets the word of the officer': dict(child_sent_or_posted='yes', shared_by_mobile_phone='yes', police_instruction_on_material='may_delete', police_knew_all_this='yes'),
 'has a member of staff wait': dict(asked_by='other', child_received='yes', adult_involved='suspected'),
 'takes a meeting that is past': dict(immediate_danger='no', meeting='happened'),
 'leaves the parents to the lead, whoever': dict(asked_by='other', child_sent_or_posted='yes', safeguarding_lead_implicated='yes'),
 'names the parents in a step': dict(child_age_band='13_to_15', child_sent_or_posted='no', child_passed_on='no', child_received='yes', adult_involved='no', parent_or_carer_implicated='suspected'),
 'says nothing of which parent': dict(child_sent_or_posted='yes', parent_or_carer_implicated='yes', advice_taken_on_telling_parents='yes'),
 'takes an adult who is only suspected for none': dict(child_received='yes', adult_involved='suspected', material_exists='yes', forced_or_coerced='no', threatened_or_blackmailed='no', adult_in_position_of_trust='no', money_or_more_images_demanded='no', has_paid='no', parent_or_carer_implicated='no', safeguarding_lead_implicated='no', professional_holds_copy='no', material_kind='text_only', child_sent_or_posted='no', child_passed_on='no'),
 'has it taken down against': dict(child_depicted='yes', material_kind='image_or_video', youngest_depicted='13_to_17', police_decision='awaiting', police_instruction_on_material='keep', police_word_on_removal='not_asked'),
 'holds back the talk with other parents': dict(child_sent_or_posted='yes', adult_involved='no', threatened_or_blackmailed='yes', police_decision='no_investigation', police_knew_all_this='yes'),
 'forgets the doubt': dict(capacity_in_doubt='yes', looked_after='no', child_received='yes', adult_involved='no', adult_in_position_of_trust='no', forced_or_coerced='no', threatened_or_blackmailed='no', money_or_more_images_demanded='no', has_paid='no', beyond_developmental_stage_or_violent='no', self_harm_risk='no', immediate_danger='no', child_age_band='13_to_15', youngest_depicted='13_to_17', parents_safe_to_tell='yes', parent_or_carer_implicated='no', safeguarding_lead_implicated='no', meeting='none', other_children_may_be_at_risk='no', child_pressured_or_harmed_another='no', deceived_or_induced='no', jurisdiction='GB-ENG'),
 'forgets the youngest': dict(material_kind='image_or_video', youngest_depicted='under_13', child_sent_or_posted='no', child_passed_on='no', child_received='no', child_depicted='no'),
 'forgets the bullied': dict(child_sent_or_posted='no', child_passed_on='no', bullied='yes', child_received='no', adult_involved='no', forced_or_coerced='no', threatened_or_blackmailed='no', material_kind='text_only'),
}
with_all = next(x for x in load(ROOT + '/tests/scenarios/supplement/english_schools.yaml') if 'schools_in_england_and_the_police' in x['expect'].get('explained', []))['given']
Y['tells it to schools in Northern'] = dict(with_all, jurisdiction='GB-NIR')
for b in bs:
    if 'find' not in b: continue
    i = invs[b['invariant']]
    for k, f in Y.items():
        if b['it'].startswith(k) and 'never' in i:
            shutil.rmtree('/tmp/bp', ignore_errors=True); shutil.copytree(PACKS, '/tmp/bp')
            p = '/tmp/bp/' + b['file']; s = open(p).read().replace(b['find'], b['put']); open(p, 'w').write(s)
            r = []
            for packs in (('sexting_advice', 'supplement'), ('sexting_advice',)):
                if i.get('needs') and len(packs) == 1: continue
                good = Guidance(PACKS, V, packs=packs); bad = Guidance('/tmp/bp', V, packs=packs)
                r.append((claim(good, good.advise(f), i['never']), claim(bad, bad.advise(f), i['never'])))
            print('ok' if any(y and not x for x, y in r) else 'NO', b['invariant'], '|', b['it'], r)
