//! Whole passages and the outcomes that a reader finds in them.

use crate::extract::{Options, extract};
use crate::source::Source;

/// The rows of a report as `kind | theme | number | text | owner | due`, empty cells at the end left out.
pub(super) fn told(text: &str) -> Vec<String> {
    let source = Source::from_text("t", text);
    let rows = extract(&source, &Options::default()).outcomes;
    let line = |o: &super::Outcome| {
        let kind = o.kind.value.unwrap_or("");
        let cells = [&o.theme, &o.number, &o.text, &o.owner, &o.due_date];
        let cells = cells.map(|c| c.value.as_str());
        let line = format!("{kind} | {}", cells.join(" | "));
        line.trim_end_matches([' ', '|']).to_string()
    };
    rows.iter().map(line).collect()
}

#[test]
fn numbers_of_the_meeting_and_their_own_stand_before_recommendations() {
    let text = "# Users' Committee\n\n## Survey\n\nThe users of the mill met on 4 May 2031 and talked long.\n\n## Recommendations\n\n31/1  The mill should keep its wheel.\n\n31/2  Millers should be told at least six weeks ahead when the wheel\n      is to stop.\n";
    assert_eq!(
        told(text),
        [
            "recommendation |  | 31/1 | The mill should keep its wheel.",
            "recommendation |  | 31/2 | Millers should be told at least six weeks ahead when the wheel is to stop.",
        ]
    );
}

#[test]
fn what_another_body_did_goes_on_and_papers_are_only_tabled() {
    for text in [
        "# Note\n\n## Introduction\n\nAt its 32nd Session the Reed Authority decided to convene a meeting on mud. It also decided that seven millers should be invited.\n",
        "# Minutes\n\n## Mud\n\nA proposal for another pond was tabled.\n",
        "# Minutes\n\n## Mud\n\nTo all it was felt to be the language of a court.\n",
        "# Report\n\n## How we worked\n\nEleven ponds were seen in three days. Each morning began with tea.\n",
        "# Report\n\nReferences\n\n1. Model A. We agreed to dig: ponds of the north. Reedham; 2031.\n",
    ] {
        assert_eq!(told(text), [] as [&str; 0], "{text}");
    }
    assert_eq!(
        told("# Minutes\n\n## Mud\n\nThe item was tabled.\n\nThe Committee tasked the clerk with a list of ponds.\n").len(),
        2
    );
}

#[test]
fn groups_with_their_labels_and_leads() {
    let text = "Regional Workshop\n\nThe participants formed groups.\n\n## Group 1: Financing\n\nChallenges:\n- High rates. Banks see risks.\n- Weak models\n    - no history\n    - no records\n\nRecommendations:\n- Create a fund\n\n## Group 2: Standards\n\nThe group identified the following barriers:\n1. No laboratory in the region\n2. Rules are not kept\n\nThe group recommended that:\n1. A laboratory be set up;\n2. Officers be trained.\n\nGroup 3 reported that fuel is local. The group concluded that each county should plan. It further proposed to map wood lots.\n";
    assert_eq!(
        told(text),
        [
            "challenge | Financing |  | High rates. Banks see risks.",
            "challenge | Financing |  | Weak models no history; no records",
            "recommendation | Financing |  | Create a fund",
            "challenge | Standards | 1 | No laboratory in the region",
            "challenge | Standards | 2 | Rules are not kept",
            "recommendation | Standards | 1 | A laboratory be set up;",
            "recommendation | Standards | 2 | Officers be trained.",
            "conclusion | Standards |  | The group concluded that each county should plan.",
            "recommendation | Standards |  | It further proposed to map wood lots.",
        ]
    );
}

#[test]
fn lists_below_the_leads_of_other_languages() {
    let text = "COMPTE RENDU DE LA R\u{c9}UNION DU COMIT\u{c9} SYNDICAL\n\nLa r\u{e9}union avait pour objectifs :\n\n- de dire o\u{f9} vont les barques ;\n- de compter les roseaux.\n\nM. Tanchard pr\u{e9}cise que les p\u{ea}cheurs sont venus.\n\nApr\u{e8}s en avoir d\u{e9}lib\u{e9}r\u{e9}, le comit\u{e9} syndical d\u{e9}cide :\n\n- d'approuver la charte des \u{e9}tangs.\n\nDifficult\u{e9}s relev\u{e9}es :\n\n- les registres ne sont pas tenus.\n";
    assert_eq!(
        told(text),
        [
            "objective |  |  | de dire o\u{f9} vont les barques ;",
            "objective |  |  | de compter les roseaux.",
            "decision |  |  | d'approuver la charte des \u{e9}tangs.",
            "challenge |  |  | les registres ne sont pas tenus.",
        ]
    );
}

#[test]
fn motions_labels_and_tasks_of_minutes() {
    let text = "MINUTES OF THE BOARD\n\nSample moved to approve the minutes of May. Person seconded. The motion passed 3-0.\n\nPerson made a motion to paint the gym. There was no second. The motion failed.\n\nMOTION: To accept the bid of the mill. Moved: Sample. Seconded: Person. Motion passed.\n\nThe shed has been mended. AP: JB to thank the builder.\n\nAfter a vote it was agreed to fix the tap. The chair said that it drips.\n>> Action: Jo Sample to buy a washer by 3 May\n\nACTION ITEMS\n1. B. Sample: contact the bus company (by January 31)\n2. Draft a policy (C. Person, 28 Feb)\n";
    assert_eq!(
        told(text),
        [
            "decision |  |  | Sample moved to approve the minutes of May.",
            "decision |  |  | To accept the bid of the mill.",
            "action_item |  |  | JB to thank the builder. | JB",
            "conclusion |  |  | After a vote it was agreed to fix the tap.",
            "action_item |  |  | Jo Sample to buy a washer by 3 May | Jo Sample | 3 May",
            "action_item |  | 1 | contact the bus company | B. Sample | January 31",
            "action_item |  | 2 | Draft a policy | C. Person | 28 Feb",
        ]
    );
}

#[test]
fn paragraphs_and_resolutions_of_bodies() {
    let text = "Report of the Meeting of Experts\n\nA. Policy\n\n3. The expert from Ruritania presented the portal.\n\n4. The meeting recognized that small services need help.\n\n5. The meeting invited the secretariat to prepare a draft.\n\n6. The meeting:\n\n(a) Took note of the report;\n(b) Decided to meet again.\n\n7. The meeting considered the proposal and decided to drop it.\n\nDecision 9/2. Budget\nThe Panel approves the budget.\n\nRecommendation 4/1: Members to send their lists.\n\nIII. CLOSURE\n\n9. The Chair thanked the participants and closed the meeting.\n";
    assert_eq!(
        told(text),
        [
            "conclusion |  |  | The meeting recognized that small services need help.",
            "recommendation |  |  | The meeting invited the secretariat to prepare a draft.",
            "decision |  | a | Took note of the report;",
            "decision |  | b | Decided to meet again.",
            "decision |  |  | The meeting considered the proposal and decided to drop it.",
            "decision |  | 9/2 | The Panel approves the budget.",
            "recommendation |  | 4/1 | Members to send their lists.",
        ]
    );
}

#[test]
fn tables_of_kinds_and_tasks() {
    let text = "# Workshop\n\n## SWOT\n\n| Strengths | Weaknesses |\n|---|---|\n| Good law | No budget |\n\n## Minutes\n\n| Agenda item | Discussion | Action points |\n|---|---|---|\n| Cholera | Cases rose. | The ministry sends chlorine to both centres |\n| AOB | Next meeting in June | None |\n\n## Plan\n\n| # | Activity | Responsible party | Timeline | Budget |\n|---|---|---|---|---|\n| 1 | Map the boundaries | Forest Office | June 2021 | 5000 |\n\n## What was compared\n\n| Pros | Cons |\n|---|---|\n| Quiet | Dear |\n";
    assert_eq!(
        told(text),
        [
            "conclusion |  |  | Good law",
            "challenge |  |  | No budget",
            "action_item | Cholera |  | The ministry sends chlorine to both centres",
            "action_item |  | 1 | Map the boundaries | Forest Office | 2021-06",
        ]
    );
}

#[test]
fn two_kinds_under_one_heading_and_what_comes_next() {
    let text = "Consultation report\n\nThe purpose of the consultation was to agree on a map. The agency aims to reach all towns.\n\n4. Conclusions and Recommendations\n\nThe consultation concluded that:\n\n- Clean air is a right.\n\nGovernments should:\n\n- adopt the standard by 2021\n\n5. Way Forward\n\nThe Secretariat will circulate the report by May. Participants thanked the town for its welcome.\n";
    assert_eq!(
        told(text),
        [
            "objective |  |  | The purpose of the consultation was to agree on a map.",
            "conclusion |  |  | Clean air is a right.",
            "recommendation |  |  | adopt the standard by 2021",
            "next_step |  |  | The Secretariat will circulate the report by May. | The Secretariat | May",
        ]
    );
}

#[test]
fn papers_about_a_matter_and_blank_forms_have_none() {
    let brief = "Policy brief: Urban heat\n\nKey messages\n\nTowns are hot.\n\nThe council recommended white roofs. Experts agree that heat kills.\n\nConclusion\n\nTowns must act now.\n";
    assert!(told(brief).is_empty());
    let form = "Training workshop\n\nThe participants came late. Three challenges face the sector: fire, theft and drought.\n\nRecommendations:\n\n1. ______________\n2. ______________\n\nActions agreed: ..............\n\nConclusions from the literature\n\nThe literature is thin. It was written by clerks.\n";
    assert!(told(form).is_empty());
}

#[test]
fn numbers_that_go_on_with_the_headings_end_a_list() {
    let text = "Minutes of the Board\n\n1. MINUTES\n1.1 The minutes of the meeting of 30 July 2020 were approved.\n\n2. LOAN\n2.1 IT WAS RESOLVED THAT:\n(a) the loan be approved; and\n(b) any director sign it.\n\n3. SAFETY\n3.1 The Board asked Mr Sample to mend the lift.\n";
    assert_eq!(
        told(text),
        [
            "decision |  |  | The minutes of the meeting of 30 July 2020 were approved.",
            "decision | LOAN | a | the loan be approved; and",
            "decision | LOAN | b | any director sign it.",
            "recommendation | SAFETY |  | The Board asked Mr Sample to mend the lift.",
        ]
    );
}

#[test]
fn a_label_with_a_name_alone_gives_the_owner() {
    let text = "Minutes of the meeting\n\nThe bill of the mill came late in the year and was looked at by all. It was agreed to pay it before the end of the month, as it is the law. ACTION: Clerk\n\nThe gate will be oiled each week.\nACTION: AB\n";
    assert_eq!(
        told(text),
        [
            "conclusion |  |  | It was agreed to pay it before the end of the month, as it is the law. | Clerk",
            "action_item |  |  | The gate will be oiled each week. | AB",
        ]
    );
}

#[test]
fn votes_on_lines_of_their_own_decide_a_motion() {
    let text = "Minutes of the meeting\n\nResolution: That the rent be raised.\nFor: 58   Against: 2\nThe resolution was carried.\n\nResolution: That the name be changed to Mill Homes.\nFor: 30   Against: 33\nThe resolution was not carried, as it missed the majority.\n";
    assert_eq!(told(text), ["decision |  |  | That the rent be raised."]);
}

#[test]
fn leads_of_lists_and_acts_of_a_declaration() {
    let text = "Conference on Slow Cities\n\nWe, the mayors of 64 cities, meeting in a mill,\n\n1. Reaffirm our love of streets;\n\n2. Call upon governments to slow down.\n\nThe following were identified as priorities for two years:\n\n- a register of mills;\n- a helpdesk.\n\nThe conference closed with three messages:\n\n- Count the mills.\n- Count again.\n";
    assert_eq!(
        told(text),
        [
            "conclusion |  | 1 | Reaffirm our love of streets;",
            "recommendation |  | 2 | Call upon governments to slow down.",
            "conclusion |  |  | a register of mills;",
            "conclusion |  |  | a helpdesk.",
            "conclusion |  |  | Count the mills.",
            "conclusion |  |  | Count again.",
        ]
    );
}

#[test]
fn what_the_meeting_settles_within_a_statement() {
    let text = "Minutes of the meeting\n\nMs. Ana Torres said that the roof leaks. Mr. Larsen asked for a price. It was decided to mend it. It was cold.\n";
    assert_eq!(told(text), ["decision |  |  | It was decided to mend it."]);
}

#[test]
fn minutes_in_a_table_settle_decisions_and_tasks() {
    let text = "# Minutes of the meeting\n\n| # | Item | Discussion | Decision / Action | Responsible |\n|---|---|---|---|---|\n| 1 | Minutes | None. | Minutes approved. | - |\n| 2 | Scanner | Two offers. | Buy the cheaper one. | Ana |\n| 3 | AOB | - | - | - |\n";
    assert_eq!(
        told(text),
        [
            "decision | Minutes | 1 | Minutes approved.",
            "action_item | Scanner | 2 | Buy the cheaper one. | Ana",
        ]
    );
}

#[test]
fn initials_open_no_list() {
    let text = "Minutes of the meeting\n\nPresent: J. Pell, S. Lindqvist, M. Duarte, T. Brandt\n\n4. Motions\n\nMOTION: S. Lindqvist moved to sell the mill. M. Duarte seconded. CARRIED\n\nACTION ITEMS\nJ. Pell \u{2013} three options for the dock \u{2013} June meeting\nS. Lindqvist \u{2013} review the lease of the mill \u{2013} May 31\nT. Brandt \u{2013} contact the school about the dock in May\n\n5. Adjournment\nThe meeting adjourned at noon.\n";
    assert_eq!(
        told(text)[..3],
        [
            "decision |  |  | S. Lindqvist moved to sell the mill.",
            "action_item |  |  | three options for the dock | J. Pell | June meeting",
            "action_item |  |  | review the lease of the mill | S. Lindqvist | May 31",
        ]
    );
}

#[test]
fn tasks_with_boxes_handles_and_whom_they_are_for() {
    let text = "# Meeting notes\n\n## Attendees\n\n* Ann Model\n* Silke Probe\n* Cy Sample\n\n## Action Items\n\n* [ ] For Silke: Write a guide to the boats.\n* [x] @cy-s: Send the notes to all\n* [ ] @annm, @cy-s to order the paint\n* [ ] Consider the purpose of the group.\n";
    assert_eq!(
        told(text),
        [
            "action_item |  |  | Write a guide to the boats. | Silke",
            "action_item |  |  | Send the notes to all | @cy-s",
            "action_item |  |  | @annm, @cy-s to order the paint | @annm, @cy-s",
            "action_item |  |  | Consider the purpose of the group.",
        ]
    );
}

#[test]
fn minutes_with_labels_over_their_items_and_resolutions_that_run_over_lines() {
    let text = "Minutes of the Mill Board\n\n4 May 2031\n\nPresent: Olu Person (Chair), Bo Quill\n\nBUDGET:\nThe wheel is old. The proposed budget was approved 8-1.\n\nOIL:\nBo will be writing to the miller.\nThe Board resolved:-\n\nto buy oil of the best kind.\n\nRESOLVED \u{2013} that (A) the mill be painted;\n(B) the paint be green; and\n(C) the miller be thanked.\n";
    assert_eq!(
        told(text),
        [
            "decision | BUDGET |  | The proposed budget was approved 8-1.",
            "action_item | OIL |  | Bo will be writing to the miller. | Bo",
            "decision | OIL |  | to buy oil of the best kind.",
            "decision | OIL |  | that (A) the mill be painted;",
            "decision | OIL | B | the paint be green; and",
            "decision | OIL | C | the miller be thanked.",
        ]
    );
}

#[test]
fn groups_behind_a_dash_and_leads_to_what_was_recommended() {
    let text = "Regional Workshop\n\nThe participants formed groups.\n\nWorking group 2 \u{2013} Masts\n\nThe following courses of action were recommended by the group:\n- Paint the masts\n- Count the ropes\n";
    assert_eq!(
        told(text),
        [
            "recommendation | Masts |  | Paint the masts",
            "recommendation | Masts |  | Count the ropes",
        ]
    );
}

#[test]
fn tasks_with_codes_run_over_lines_and_keep_whom_and_when() {
    let text = "Minutes of the Mill Board\n\nNot everyone agreed with the miller.\n\nActions\n\n\
        AI-1. Mend the lamps of the street. Responsible: Alva\nde la Pond; due: 21 June 2031\n\
        AI-2. Open the hall on Saturdays. Responsible: Clerk; due: 28\nMay 2031\n\
        AI-3. Sell the wheel. Responsible: Olu Person; due: 3 June 2031\n\
        AI-4. Ask for oil. Responsible: Bo Quill\n\n\
        Matters discussed\n\nAction 4-05: Count the sacks of the mill. [host, 10\nApril 2031]\n\n\
        ACTION: Working group to paint the door\n";
    assert_eq!(
        told(text),
        [
            "action_item |  | AI-1 | Mend the lamps of the street. | Alva de la Pond | 2031-06-21",
            "action_item |  | AI-2 | Open the hall on Saturdays. | Clerk | 2031-05-28",
            "action_item |  | AI-3 | Sell the wheel. | Olu Person | 2031-06-03",
            "action_item |  | AI-4 | Ask for oil. | Bo Quill",
            "action_item |  | 4-05 | Count the sacks of the mill. | host | 2031-04-10",
            "action_item |  |  | Working group to paint the door | Working group",
        ]
    );
}

#[test]
fn lettered_sections_and_what_is_nested_in_their_items() {
    let text = "Report of the mill workshop\n\nGhent, 4 May 2031\n\nD. Recommendations\n\nD.1 Rent\n\n1. Mills should share the rent:\n\n   (a) each spring;\n\n   (b) by the stone.\n\n2. Rents should be posted.\n\nD.2 Oil\n\n1. Oil should be cheap.\n";
    assert_eq!(
        told(text),
        [
            "recommendation | Rent | 1 | Mills should share the rent: each spring; by the stone.",
            "recommendation | Rent | 2 | Rents should be posted.",
            "recommendation | Oil | 1 | Oil should be cheap.",
        ]
    );
    let led = "Summary record of the mill board\n\n4 May 2031\n\n3. The Board concluded that:\n\n   (a) mills are dear;\n\n   (b) oil is cheap.\n";
    assert_eq!(told(led).len(), 2, "{:?}", told(led));
}

#[test]
fn titles_of_lists_right_below_their_lead() {
    let text = "Report of the mill workshop\n\nGhent, 4 May 2031\n\n## Group work\n\n\
        The groups sat in the old mill for two long hours and drank the tea of the miller.\n\
        They wrote on the backs of flour bags, for paper is dear in the hills of the north.\n\
        The bags are kept in the mill for all who want to read what the groups had to say.\n\
        The group named many things that hurt and recommended several steps to the town and to its mills:\n\
        In the old mills by the river\n- oil the wheel\n- mend the roof\nIn the new mills upon the hill\n- count the stones\n";
    let rows = told(text);
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(rows[0].ends_with("oil the wheel"), "{rows:?}");
    let announced =
        "They told the town of several recommendations. They are as follows:\n\n- oil the wheel\n";
    assert!(told(announced).is_empty());
    let follows = "Report of the mill workshop\n\nGhent, 4 May 2031\n\nSeveral recommendations were made. They are as follows:\n\n- oil the wheel\n";
    assert_eq!(told(follows), ["recommendation |  |  | oil the wheel"]);
}

#[test]
fn who_is_to_see_to_it_and_heads_of_margins() {
    let text = "Minutes of the mill board\n\n4 May 2031\n\nPresent: Ana Example (Clerk), Jo Sample\n\n1. Wheel\n\nThe wheel squeaks and wants oil before the spring. Clerk to action.\n\n\
        2/31 Apologies\nACTION\nApologies had been received from Jo Person of the mill and from two of the carters.\n3/31 Presentations\nThe wheel was shown.\n\nBoard Approved Minutes\n";
    assert_eq!(
        told(text),
        ["action_item | Wheel |  | The wheel squeaks and wants oil before the spring. | Clerk"]
    );
}

#[test]
fn votes_behind_the_motion_in_its_sentence() {
    let text = "Minutes of the mill board\n\n4 May 2031\n\nJo Sample moved for the miller to paint the wheel; the vote was unanimous (6-0).\n\n\
        Ana Example moved to sell the mill; the vote failed (1-3).\n";
    assert_eq!(
        told(text),
        [
            "decision |  |  | Jo Sample moved for the miller to paint the wheel; the vote was unanimous (6-0)."
        ]
    );
}

#[test]
fn answers_to_challenges_nested_letters_and_what_will_be_done() {
    let text = "# Report of the Mill Workshop\n\n## Group A: Wheels\n\nThe group identified the following challenges:\n\n- Wet wheels\n\nThe group proposed:\n\n- A roof\n\n\
        ## Recommendations\n\nR1. Millers should oil the wheel.\nR2. Mills should share sacks.\n   a) The guild should sew them;\n   b) millers should fold them.\n\n\
        ## Conclusions and way forward\n\nThe workshop concluded that wheels rot. The Mill Guild will publish a guide by May 2031.\n";
    assert_eq!(
        told(text),
        [
            "challenge | Wheels |  | Wet wheels",
            "solution | Wheels |  | A roof",
            "recommendation |  | R1 | Millers should oil the wheel.",
            "recommendation |  | R2 | Mills should share sacks. The guild should sew them; millers should fold them.",
            "conclusion |  |  | The workshop concluded that wheels rot.",
            "next_step |  |  | The Mill Guild will publish a guide by May 2031. | The Mill Guild | 2031-05",
        ]
    );
}

#[test]
fn bold_labels_proposals_that_pass_and_what_is_only_talked_of() {
    let text = "# Minutes of the Reed Board\n\n4 May 2031\n\n**Action Item** Jo will make paint.\n\nThe following proposals were put to the vote and adopted:\n\n* Boats first\n* Paths next\n\nThe meeting held a minute of silence.\n\n#### Proposal RP-7: paint all of the old boats\n\nJo presented it.\n\n**Outcome:** Approved, 9 to 2\n\n## Key Discussion Points\n\n* Oil is dear this year\n\n## Decisions and Working Terms\n\nThe morning produced several decisions or terms:\n\n- Call a reed a reed.\n";
    assert_eq!(
        told(text),
        [
            "action_item |  |  | Jo will make paint.",
            "decision |  |  | Boats first",
            "decision |  |  | Paths next",
            "decision | Proposal RP-7: paint all of the old boats |  | Approved, 9 to 2",
            "decision |  |  | Call a reed a reed.",
        ]
    );
}

#[test]
fn boxes_handles_and_the_letters_of_the_body() {
    let text = "# Minutes of the Working Party on Bees\n\n4 May 2031\n\n## Hives\n\nThe Working Party on Bees (WPB) met at noon.\n\n\
        The WPB AGREED that hives be counted each May.\n\nThe WPB RECOMMENDED that the guild keep a list.\n\n\
        - [ ] AI @jo: write to the guild\n- [x] Action @ana: buy wax\n\n## Budget 2031\n\nApproved, 8-0-1.\n\nMotion 9 was CARRIED on a show of hands.\n";
    assert_eq!(
        told(text),
        [
            "conclusion | Hives |  | The WPB AGREED that hives be counted each May.",
            "recommendation | Hives |  | The WPB RECOMMENDED that the guild keep a list.",
            "action_item | Hives |  | write to the guild | @jo",
            "action_item | Hives |  | buy wax | @ana",
            "decision | Budget 2031 |  | Approved, 8-0-1.",
            "decision | Budget 2031 |  | Motion 9 was CARRIED on a show of hands.",
        ]
    );
}

#[test]
fn titles_in_bold_run_in_and_names_behind_a_label() {
    let text = "# Minutes of the Reed Club\n\n4 May 2031\n\n**The programme:** Motion by Ana, second by Bo, to adopt it. Carried.\n\n\
        1. **Old boats.** The boats leak. It was agreed to mend them.\n2. **The Board** agreed to wait.\n\n\
        3. Web site - Ana away. Who hosts it? Action Ana: ask the town. Action All: send a picture.\n";
    assert_eq!(
        told(text),
        [
            "decision | The programme |  | Motion by Ana, second by Bo, to adopt it.",
            "conclusion | Old boats |  | It was agreed to mend them.",
            "conclusion |  |  | The Board agreed to wait.",
            "action_item |  |  | ask the town. | Ana",
            "action_item |  |  | send a picture. | All",
        ]
    );
}

#[test]
fn leads_without_a_colon_and_numbered_leads_over_letters() {
    let text = "REPORT OF THE EXPERT MEETING ON SALT\n\nLind, 4 May 2031\n\nWhy we met\nThe meeting set out to\n  \u{bb} compare what millers know of salt;\n  \u{bb} agree a form for reports.\n\n\
        Salt in mills\n\nThe following points emerged from the discussion:\n\n* Salt eats wheels.\n* Nobody counts it.\n\n\
        III. RECOMMENDATIONS\n\n14. The expert meeting recommended that States:\n\n    (a)   Count salt;\n    (b)   Share what they count.\n";
    assert_eq!(
        told(text),
        [
            "objective |  |  | compare what millers know of salt;",
            "objective |  |  | agree a form for reports.",
            "conclusion | Salt in mills |  | Salt eats wheels.",
            "conclusion | Salt in mills |  | Nobody counts it.",
            "recommendation |  | a | Count salt;",
            "recommendation |  | b | Share what they count.",
        ]
    );
}

#[test]
fn tables_of_blanks_whose_first_column_has_no_head_or_wraps() {
    let text = "Minutes of the mill board\n\n4 May 2031\n\nMatters to follow up\n\n                                      By whom        By when\n\
        Oil the large wheel                   Jo Sample      30 June\nHire somebody for the second          \nshift                                 Ana Example    1 July\n";
    assert_eq!(
        told(text),
        [
            "action_item |  |  | Oil the large wheel | Jo Sample | 2031-06-30",
            "action_item |  |  | Hire somebody for the second shift | Ana Example | 2031-07-01",
        ]
    );
}

#[test]
fn what_was_decided_before_the_meeting_is_background() {
    let text = "# Reed Workshop\n\n4 May 2031\n\n## Background and context\n\nThe Commission agreed to hold a workshop on reeds. The workshop aimed to map reeds.\n\n### Oil\n\nThe Council decided to buy oil.\n\n## Results\n\nParticipants agreed that oil is dear.\n";
    assert_eq!(
        told(text),
        [
            "objective |  |  | The workshop aimed to map reeds.",
            "conclusion |  |  | Participants agreed that oil is dear.",
        ]
    );
}

#[test]
fn lists_below_what_a_talk_brought_to_light() {
    let text = "# Report of the Mill Workshop\n\n4 May 2031\n\n## Wheels\n\nThe discussion brought to light several difficulties:\n\n- Oil is dear\n- Grain comes late\n\n\
        The project faces several problems:\n\n- Rats\n";
    assert_eq!(
        told(text),
        [
            "challenge | Wheels |  | Oil is dear",
            "challenge | Wheels |  | Grain comes late",
        ]
    );
    let text = "# Informe del taller de molinos\n\n4 de mayo de 2031\n\n## Ruedas\n\nEn la discusi\u{f3}n se identificaron estos obst\u{e1}culos:\n\n- El aceite es caro.\n\n\
        Del debate surgieron varios retos:\n\n- No hay piedra.\n";
    assert_eq!(
        told(text),
        [
            "challenge | Ruedas |  | El aceite es caro.",
            "challenge | Ruedas |  | No hay piedra.",
        ]
    );
}

#[test]
fn headings_of_groups_and_parts_and_what_they_only_announce() {
    let text = "# Report of the Mill Workshop\n\n4 May 2031\n\n## Where we stand\n\nSome 65 members clean the mill.\n\nThe programme that funds the workshop aims to train millers.\n\n\
        ## What the groups said\n\nConclusions of Group 1:\n\n- Wet wheels squeak\n\nGroup 2 reached these conclusions:\n\n- Sacks are dear\n\n\
        ## Ideas from the tables\n\n### The oil shop\n\n- Opportunity: Oil could be bought at the mill.\n- Challenge: Nobody has a key.\n\n\
        ## Section 4 \u{2013} Main conclusions\n\nTwo conclusions were drawn at the end. Firstly, wheels last. Secondly, millers leave.\n";
    assert_eq!(
        told(text),
        [
            "conclusion | Group 1 |  | Wet wheels squeak",
            "conclusion | Group 2 |  | Sacks are dear",
            "opportunity | The oil shop |  | Oil could be bought at the mill.",
            "challenge | The oil shop |  | Nobody has a key.",
            "conclusion |  |  | Firstly, wheels last.",
            "conclusion |  |  | Secondly, millers leave.",
        ]
    );
}

#[test]
fn a_name_alone_over_tasks_says_whose_they_are() {
    let text = "# Minutes\n\nPresent: Ana Example, Bo Sample\n\n## Action items\n\n### Everyone\n\n- Count the ducks\n\n### Bo\n\n- Mend the wheel\n";
    assert_eq!(
        told(text),
        [
            "action_item |  |  | Count the ducks | Everyone",
            "action_item |  |  | Mend the wheel | Bo",
        ]
    );
}

#[test]
fn items_of_torn_text_stand_under_the_heading_at_its_beginning() {
    let more = " before the spring comes and the water of the mill at Salina is too high for whoever has to go down to it".repeat(3);
    let text = format!(
        "MILL COMMITTEE Fourth Session 13 June 2031, Salina Draft Decisions (first day) 1: The committee approves the wheel{more}. 2: The committee will oil it{more}. 3: The committee noted the rust."
    );
    let rows = told(&text);
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!(rows[2], "decision |  | 3 | The committee noted the rust.");
}

#[test]
fn an_idea_stands_under_its_topic_before_its_challenges_and_solutions() {
    let part = |topic: &str, idea: &str, own: &str| {
        format!(
            "{topic}\n\n{idea}\n\nA shared fund could pay for the {own}.\n\nChallenges:\n\n- The {own} is old\n\nSolutions:\n\n- Buy a new {own}\n\n"
        )
    };
    let read = |topic: &str, idea: &str| {
        let both =
            |t: &str, i: &str, own: &str| part(&topic.replace('T', t), &idea.replace('I', i), own);
        let parts = [
            both("The road to the mill", "A common fund", "wheel"),
            both("Who owns the pond?", "A lending pool", "boat"),
        ];
        let text = format!(
            "# Report of the Mill Workshop\n\n4 May 2031\n\n## Ideas from the tables\n\n{}",
            parts.concat()
        );
        let rows = extract(&Source::from_text("t", &text), &Options::default()).outcomes;
        let line = |o: &super::Outcome| {
            format!(
                "{} | {} | {}",
                o.theme.as_str(),
                o.idea.as_str(),
                o.kind.value.unwrap_or("")
            )
        };
        rows.iter().map(line).collect::<Vec<_>>()
    };
    let rows = [
        "The road to the mill | A common fund",
        "Who owns the pond? | A lending pool",
    ]
    .map(|place| ["opportunity", "challenge", "solution"].map(|kind| format!("{place} | {kind}")))
    .concat();
    for (topic, idea) in [("### T", "#### I"), ("**T**", "**I**"), ("### T", "### I")] {
        assert_eq!(read(topic, idea), rows, "{topic} {idea}");
    }
}

#[test]
fn a_lead_that_names_aims_leads_to_aims_whatever_was_done_with_them() {
    assert_eq!(
        told(
            "# Workshop on Reeds\n\nThe workshop settled and agreed on the following aims:\n\n1. To review the reeds of the river.\n2. To plan further cuts.\n"
        ),
        [
            "objective |  | 1 | To review the reeds of the river.",
            "objective |  | 2 | To plan further cuts.",
        ]
    );
}

#[test]
fn a_code_of_two_numbers_needs_no_sign() {
    assert_eq!(
        told(
            "# Minutes\n\nRecommendations\nR4.1 The mill should keep its wheel.\nR4.2 Reeds should be cut in winter.\nR4.3 \u{20ac}20,000 should be set aside.\n\nNext\n\nText.\n"
        ),
        [
            "recommendation |  | R4.1 | The mill should keep its wheel.",
            "recommendation |  | R4.2 | Reeds should be cut in winter.",
            "recommendation |  | R4.3 | \u{20ac}20,000 should be set aside.",
        ]
    );
}
