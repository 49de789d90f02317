import re, sys, textwrap, yaml, glob
root = '/work/wt/content/src/guidance/packs/'
TAIL = "2016 advice for schools in England sends this at once to police, social care or both."
new = {
 ('sexting_advice/actions.yaml','contact_police',1): "The child was forced, threatened, blackmailed or bullied: the police may be able to stop any image spreading and protect the child.",
 ('sexting_advice/after_the_police_decide.yaml','report_to_site',0): "It was shared on a social network or website: once the police decide not to investigate, you and the parents can do this.",
 ('sexting_advice/after_the_police_decide.yaml','ask_site_to_remove',0): "The image was shared on a social network or website: once the police decide not to investigate, you and the parents can do this.",
 ('sexting_advice/after_the_police_decide.yaml','ask_recipients_to_delete',0): "Other young people may have received it: once the police decide not to investigate, you and the parents can do this.",
 ('sexting_advice/after_the_police_decide.yaml','talk_to_recipients_parents',0): "Other young people may have received it: once the police decide not to investigate, this may be necessary.",
 ('sexting_advice/after_the_police_decide.yaml','change_number',0): "It was shared through a mobile phone: once the police decide not to investigate, you and the parents can do this.",
 ('supplement/actions.yaml','tell_safeguarding_lead',0): "In a school or college every such incident goes at once to the safeguarding lead, under the child protection policy.",
 ('supplement/actions.yaml','refer_to_social_care',0): "An adult is involved: " + TAIL,
 ('supplement/actions.yaml','refer_to_social_care',2): "The child may have been coerced or blackmailed: " + TAIL,
 ('supplement/actions.yaml','refer_to_social_care',4): "There is doubt that the child could agree to it: " + TAIL,
 ('supplement/actions.yaml','refer_to_social_care',5): "It is said to be violent or unusual at that age: " + TAIL,
 ('supplement/actions.yaml','refer_to_social_care',7): "A child may be at risk of harm now: " + TAIL,
 ('supplement/actions.yaml','involve_parents_early',0): "2016 advice for schools in England is to tell and involve parents early, unless there is good reason to think it risks harm to the child.",
 ('supplement/blackmail_and_removal.yaml','note_details_not_the_image',1): "Something is demanded from the child: messages, numbers and bank details may be evidence and are not to be lost.",
 ('supplement/blackmail_and_removal.yaml','stop_contact_and_block',0): "Something is demanded from the child: the advice is to stop contact with the person and to block them.",
 ('supplement/blackmail_and_removal.yaml','report_harmful_words',0): "Another young person sent words alone, without force or threat: Report Harmful Content takes up what a site did not act on.",
 ('supplement/further_grounds.yaml','ask_for_removal',0): "The child is shown and under 18, and the police have been told: the child can use Report Remove, and should be helped to.",
 ('supplement/further_grounds.yaml','ask_for_removal',1): "An under-18 is shown, the police know: if it is online, an adult who was told the web address can give it to the Internet Watch Foundation.",
 ('supplement/further_grounds.yaml','report_to_site',0): "An image of someone under 18 was shared online: it is to be reported to the site or app as well.",
 ('supplement/further_grounds.yaml','talk_to_parents',0): "2016 advice for schools in England is to tell and involve parents early, unless there is good reason to think it risks harm to the child.",
 ('supplement/further_grounds.yaml','do_not_tell_parents_yet',0): "There is good reason to think that telling the parents puts the child at risk of harm: social care or the police come first.",
 ('supplement/further_grounds.yaml','do_not_delete',0): "Money or more images are demanded: nothing that may be evidence is to be deleted (messages, images, numbers, bank details).",
 ('supplement/further_grounds.yaml','do_not_save',1): "Never take a screenshot of it: evidence is user names, web addresses, dates and words.",
 ('supplement/further_grounds_of_the_police.yaml','call_emergency_services',0): "Someone is in immediate danger, and in the UK 999 is the number for that.",
 ('supplement/further_grounds_of_the_police.yaml','contact_police',0): "An adult is involved and someone under 18 is shown: sharing it is child sexual abuse and goes to the police urgently.",
 ('supplement/further_grounds_of_the_police.yaml','contact_police',1): "An adult is involved: " + TAIL,
 ('supplement/further_grounds_of_the_police.yaml','contact_police',3): "The child may have been coerced or blackmailed: " + TAIL,
 ('supplement/further_grounds_of_the_police.yaml','contact_police',5): "Money or more images are demanded from the child, or something was paid: the advice is to report it to the police or CEOP.",
 ('supplement/further_grounds_of_the_police.yaml','contact_police',7): "There is doubt that the child could agree to it: " + TAIL,
 ('supplement/further_grounds_of_the_police.yaml','contact_police',8): "It is said to be violent or unusual at that age: " + TAIL,
 ('supplement/further_grounds_of_the_police.yaml','contact_police',10): "There is a sign that the child may harm themselves: " + TAIL,
 ('supplement/further_grounds_of_the_police.yaml','contact_police',12): "The image was made or changed with AI: it is treated as any other, and the advice of the police is asked for.",
 ('supplement/further_grounds_of_the_police.yaml','report_to_ceop',0): "Money or more images are demanded: the advice is to report it to the police or to CEOP, which takes reports of threats over a nude.",
 ('supplement/further_grounds_of_the_police.yaml','report_to_ceop',1): "The child was threatened, deceived or offered something, and CEOP takes reports of grooming and of threats over a nude.",
 ('supplement/lead_record_and_helplines.yaml','secure_the_device',0): "Advice for schools in England is to confiscate such a device, in flight mode or switched off, and hold it for the police.",
 ('supplement/lead_record_and_helplines.yaml','hold_review_meeting',0): "You are the lead: by the 2016 advice for schools in England you hold a first meeting, then talk with the young people if appropriate.",
 ('supplement/lead_record_and_helplines.yaml','offer_crisis_lines',0): "There is a sign that the child may harm themselves, and these lines are for anyone in distress, or for the young.",
 ('supplement/lead_record_and_helplines.yaml','ask_about_harmful_behaviour',0): "The child may have pressed or harmed somebody else, and professionals can ring for advice on such a case.",
 ('supplement/prohibitions.yaml','do_not_pay',0): "Something is demanded from the child, or was paid on demand: the advice is to pay nothing, or nothing more.",
 ('supplement/prohibitions.yaml','do_not_send_more',0): "Something is demanded from the child: the advice is to stop all contact and not to respond.",
 ('supplement/prohibitions.yaml','do_not_alert_the_suspect',0): "Somebody forced the child, or an adult may be behind it: whoever is warned can delete evidence or do harm.",
 ('supplement/prohibitions.yaml','do_not_alert_the_suspect',1): "The child is threatened or blackmailed: advice on blackmail for money is to have no more contact with the person.",
 ('supplement/prohibitions.yaml','keep_what_belongs_to_the_threat',0): "Something is demanded from the child: what may be evidence of that is not to be lost.",
}
texts = {}
for path in sorted(glob.glob(root + '*/*.yaml')):
    name = path[len(root):]
    text = open(path).read()
    data = yaml.load(text, yaml.BaseLoader)
    for key in ('actions','prohibitions','further_grounds'):
        for item in data.get(key) or []:
            iid = item.get('id') or item.get('item')
            for n, g in enumerate(item['grounds']):
                old = g['because']
                if '. ' in old and (name, iid, n) not in new: print('TWO', name, iid, n, old)
                if len(old) > 125 and (name, iid, n) not in new: print('LONG', name, iid, n, old)
    lines = text.split('\n')
    # line-based: item starts at '  - id: X' / '  - item: X'; grounds' because in order
    out, cur, n, i = [], None, -1, 0
    while i < len(lines):
        line = lines[i]
        m = re.match(r'  - (?:id|item): (\w+)$', line)
        if m: cur, n = m.group(1), -1
        m = re.match(r'( +(?:- )?)because: (.*)$', line)
        if m and cur:
            n += 1
            indent = len(m.group(1))
            j = i + 1
            if m.group(2).startswith('>-'):
                while j < len(lines) and (lines[j].startswith(' ' * (indent + 2)) ): j += 1
            key = (name, cur, n)
            if key in new:
                t = new[key]
                one = f"{m.group(1)}because: {t}"
                if len(one) <= 120 and ': ' not in t and ' #' not in t:
                    out.append(one)
                else:
                    out.append(f"{m.group(1)}because: >-")
                    out += textwrap.wrap(t, 120, initial_indent=' ' * (indent + 2), subsequent_indent=' ' * (indent + 2), break_on_hyphens=False, break_long_words=False)
                i = j
                new[key] = None
                check = t
                continue
        out.append(line)
        i += 1
    texts[path] = '\n'.join(out)
left = [k for k, v in new.items() if v is not None]
assert not left, left
for path, t in texts.items(): open(path, 'w').write(t)
