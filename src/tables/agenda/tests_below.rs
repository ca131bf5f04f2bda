//! What stands below an item: people set in, sentences about it, brackets broken in two.

use super::tests::reads;

#[test]
fn items_that_last_go_on_below_people_set_in() {
    let text = "Note of the Pond Group

Held in Lima, Peru, on 18 September 2006

Order of business

Registration of participants (30 min)
Welcome addresses (20 min)
   Ms Ana Novak (Reed Survey)
Keynote address: What the Mud Tells (45 min)
   Keynote speaker: Prof. Eva Bo (Mud Ministry)
Ducks Without Paper (30 min)
   Dr. Jon Moe (Coast Society)
Tea break (20 min)
Panel: Reeds That Farmers Understand (60 min)
   Moderator: Ms Ana Lind, Clerk, City Council; Panelist: Dr Bo Sten, Adviser, Weather Service
Reporting back to plenary (45 min)
Wrap-up and closing (20 min)
   Ms. Ida Lund (Pond Agency)

Discussion

The mood was practical throughout.
";
    let rows = [
        "2006-09-18 | 30m | Registration of participants",
        "2006-09-18 | 20m | Welcome addresses | @presenter Ana Novak",
        "2006-09-18 | 45m | Keynote address: What the Mud Tells | @keynote Eva Bo",
        "2006-09-18 | 30m | Ducks Without Paper | @presenter Jon Moe",
        "2006-09-18 | 20m | Tea break",
        "2006-09-18 | 60m | Panel: Reeds That Farmers Understand | @moderator Ana Lind | @panelist Bo Sten",
        "2006-09-18 | 45m | Reporting back to plenary",
        "2006-09-18 | 20m | Wrap-up and closing | @presenter Ida Lund",
    ];
    reads(text, &rows);
}

#[test]
fn a_sentence_below_people_or_a_title_in_capitals_is_told_of_the_item() {
    let text = "Programme

9:00 - 9:30   Reaching Far Ponds (Dr Jon Moe, Institute of Mud)
      With time for comments and corrections to the draft
9:30 - 10:15  Ducks and Reeds Together
      Examples from the field and an open exchange
10:15 - 11:00  Costs of Reeds \u{2013} Ms Ana Novak, Clerk, Mud Trust
      Short inputs are followed by questions from the floor
11:00 - 11:30  Closing of the meeting and thanks to the
      Women of the reeds (Ana Lind)
";
    let rows = [
        "09:00-09:30 | Reaching Far Ponds | + With time for comments and corrections to the draft | @presenter Jon Moe",
        "09:30-10:15 | Ducks and Reeds Together | + Examples from the field and an open exchange",
        "10:15-11:00 | Costs of Reeds | + Short inputs are followed by questions from the floor | @presenter Ana Novak",
        "11:00-11:30 | Closing of the meeting and thanks to the Women of the reeds | @presenter Ana Lind",
    ];
    reads(text, &rows);
}

#[test]
fn an_item_may_begin_at_noon_behind_a_blank_line() {
    let text = "Programme

10:50 a.m. to 11:10 a.m.
Reeds That Heal
Dr. Eva Bo

11:10 a.m. to 11:40 a.m.
Panel: Reaching Far Ponds
Moderator: Dr Jon Moe
Panelist: Ms Ana Novak

noon to 1:15 p.m.
Lunch break

1:15 p.m. to 2:30 p.m.
Group work: Mud
";
    let rows = [
        "10:50-11:10 | Reeds That Heal | @presenter Eva Bo",
        "11:10-11:40 | Panel: Reaching Far Ponds | @moderator Jon Moe | @panelist Ana Novak",
        "12:00-13:15 | Lunch break",
        "13:15-14:30 | Group work: Mud",
    ];
    reads(text, &rows);
}

#[test]
fn the_end_of_a_bracket_may_be_set_deeper_than_its_talk() {
    let text = "Programme

9:00 - 9:30   Ponds for Local Markets
  - Counting Catches with Mobile Phones (Ms. Ana Novak, Women in Science
                   Network)
  - Seasons in Practice (Mr Jon Moe, Mud Survey)
9:30 - 10:00  Care by Reed Committees
  - Nets and Their Limits (Dr Eva Bo, Mud Survey)
10:00 - 10:15  Tea
";
    let rows = [
        "09:00-09:30 | Ponds for Local Markets | @presenter Ana Novak (Counting Catches with Mobile Phones) | @presenter Jon Moe (Seasons in Practice)",
        "09:30-10:00 | Care by Reed Committees | @presenter Eva Bo (Nets and Their Limits)",
        "10:00-10:15 | Tea",
    ];
    reads(text, &rows);
}

#[test]
fn talks_below_an_item_have_whoever_gives_them_in_a_column() {
    let text = "Programme

09.00-09.30  Opening
             Welcome by the host                  Ana Novak, Mud Agency
             Aims of the meeting                  Peter Lind, Secretariat
09.30-10.30  Session 1: Stocktaking
             Moderator: Maria Sten
             Marshes of the north                 David Moe, Reed Institute
             Peat and carbon                      Susan Bo, Peat Centre
10.30-11.00  Coffee
";
    let rows = [
        "09:00-09:30 | Opening | @presenter Ana Novak (Welcome by the host) | @presenter Peter Lind (Aims of the meeting)",
        "09:30-10:30 | Session 1: Stocktaking | @moderator Maria Sten | @presenter David Moe (Marshes of the north) | @presenter Susan Bo (Peat and carbon)",
        "10:30-11:00 | Coffee",
    ];
    reads(text, &rows);
}

#[test]
fn noon_may_be_two_letters_and_people_beside_titles_stand_in_brackets() {
    let text = "Programme

10:15 AM - 12:00 NN
Session 1: Country Reports

12:00 NN - 1:30 PM
Lunch

1:30 - 3:00 PM
Session 2: Open Forum
";
    let rows = [
        "10:15-12:00 | Session 1: Country Reports",
        "12:00-13:30 | Lunch",
        "13:30-15:00 | Session 2: Open Forum",
    ];
    reads(text, &rows);
    let text = "Programme

10.00 - 10.15   Welcome                        (Ana Novak)
10.15 - 11.00   Keynote I                      (Prof. Jon Moe, Uppsala)
11.00 - 12.00   Old maps, new scans            Eva Bo
12.00 - 12.30   Letters of the fishermen       Ida Lund
";
    let rows = [
        "10:00-10:15 | Welcome | @presenter Ana Novak",
        "10:15-11:00 | Keynote I | @presenter Jon Moe",
        "11:00-12:00 | Old maps, new scans | @presenter Eva Bo",
        "12:00-12:30 | Letters of the fishermen | @presenter Ida Lund",
    ];
    reads(text, &rows);
}

#[test]
fn motions_end_what_a_word_in_the_margin_seems_to_head() {
    let motions = "Motion 12/2031 Moved by Councillor Sample, \u{201c}THAT the agenda be changed to have these:\n\n\
        1) Mill bridge\n\nCarried\n\nMotion 13/2031 Moved by Councillor Probe, \u{201c}THAT the minutes be accepted.\u{201d}\n\nCarried\n\n\
        a) Sale of the mill\n\nMotion 14/2031 Moved by Councillor Trial, \u{201c}THAT the sale be approved.\u{201d}\n\nCarried\n";
    reads(
        &format!("Minutes of the Council\n\nAgenda\n\n{motions}"),
        &[],
    );
    let items = "Minutes of the Council\n\nAgenda\n\n1) Mill bridge\n\n2) Sale of the mill\n\n3) Closing\n\n";
    let rows = ["#1 | Mill bridge", "#2 | Sale of the mill", "#3 | Closing"];
    reads(&format!("{items}{motions}"), &rows);
}
