//! Lists below a bullet that names them, plans over bullets, what is asked of those who met.

use super::tests::told;

#[test]
fn bullets_below_a_bullet_that_names_their_kind() {
    assert_eq!(
        told(
            "# Mill workshop\n\n4 May 2031\n\n## Monday\n\n* Talks:\n  * Wheels (A. Quill)\n\n* **Decisions**\n  * Oil it every day\n    * twice on Sunday\n  * Stop it at night\n\n\
             * Next steps:\n  * Interested members: Register for the visit\n\n* Findings were few:\n  * rust\n"
        ),
        [
            "decision | Monday |  | Oil it every day twice on Sunday",
            "decision | Monday |  | Stop it at night",
            "next_step | Monday |  | Register for the visit | Interested members",
        ]
    );
}

#[test]
fn a_plan_is_tasks_where_only_bullets_stand_below() {
    let head = "# Mill workshop\n\n4 May 2031\n\n# WORK PLAN\n\n";
    assert_eq!(
        told(&format!(
            "{head}## Oil\n\n- Buy oil for the wheel (AE)\n- Taste it (AE, BS)\n"
        )),
        [
            "action_item | Oil |  | Buy oil for the wheel | AE",
            "action_item | Oil |  | Taste it | AE, BS",
        ]
    );
    let made = "A plan of a few months was put together.\n\nIt is hoped that it holds.\n\n";
    assert_eq!(
        told(&format!(
            "{head}{made}## Oil\n\n- Buy oil for the wheel (AE)\n\n## Papers\n\n- Note to the Trust (AE, BS)\n"
        )),
        [
            "action_item | Oil |  | Buy oil for the wheel | AE",
            "action_item | Papers |  | Note to the Trust | AE, BS",
        ]
    );
    let told_of =
        "## Oil\n\nThe oil was dear.\n\n- It has a smell\n\n## Papers\n\n- They are dry\n";
    assert!(told(&format!("{head}{made}{told_of}")).is_empty());
    let talk = "The plan of the Trust was shown on a wall.\n\n- It has five sheets\n";
    assert!(told(&format!("{head}{talk}")).is_empty());
}

#[test]
fn what_those_who_met_are_urged_to_do_and_a_vote_before_the_minutes() {
    let text = "MINUTES OF THE MILL BOARD\n\n4 May 2031\n\nBy unanimous vote, the accounts of the year were approved.\n\n\
        A visit is planned for May; Board members are encouraged to come.\n\nThe guests were encouraged to drink. Rivers are encouraged to flood.\n";
    assert_eq!(
        told(text),
        [
            "decision |  |  | By unanimous vote, the accounts of the year were approved.",
            "recommendation |  |  | A visit is planned for May; Board members are encouraged to come.",
        ]
    );
}

#[test]
fn the_body_by_its_letters_behind_a_phrase() {
    let text = "# Minutes of the Reedham RMB meeting\n\n4 May 2031\n\nThe wheel was seen.\n\nWith this change the RMB decided to buy oil.\n\n\
        With this change the ABC decided to buy oil.\n";
    assert_eq!(
        told(text),
        ["decision |  |  | With this change the RMB decided to buy oil."]
    );
}

#[test]
fn the_number_of_an_item_is_no_part_of_its_topic() {
    let text = "# Minutes\n\n| Agenda item | Discussion | Action points | Responsible | Timeline |\n|---|---|---|---|---|\n\
        | 1. Review of points | 3 of 5 are done. | Share the list of mills | Ada Model | 15 March |\n\
        | 2. Mud | Mud was seen. | Dig a ditch at the mill | Bo Probe | 20 March |\n";
    assert_eq!(
        told(text),
        [
            "action_item | Review of points |  | Share the list of mills | Ada Model | 15 March",
            "action_item | Mud |  | Dig a ditch at the mill | Bo Probe | 20 March",
        ]
    );
}
