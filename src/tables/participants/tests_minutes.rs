//! The heads of minutes: who came, who did not, and by which words, marks and letters that is told.

use super::tests::{expect, nobody};

#[test]
fn surnames_stand_behind_titles_and_offices() {
    expect(
        "Minutes of the parish meeting\n\nPresent: Cllrs Model, Probe, Sample and Trial. Also in attendance for part of the meeting was Mrs Ann Test, Head Teacher.\n",
        &[
            "Model honorific=Cllrs attendance=present",
            "Probe attendance=present",
            "Sample attendance=present",
            "Trial attendance=present",
            "Ann Test honorific=Mrs job_title=Head Teacher attendance=present",
        ],
    );
    expect(
        "Minutes of the council\n\nAlso Present: City Manager Sample, City Attorney Probe, and Mayor Pro Tempore Trial\n",
        &[
            "Sample job_title=City Manager attendance=present",
            "Probe job_title=City Attorney attendance=present",
            "Trial job_title=Mayor Pro Tempore attendance=present",
        ],
    );
}

#[test]
fn who_came_is_told_in_sentences() {
    expect(
        "Minutes\n\nPresent were Mr D Model (Chairman), Mr R Probe and Mrs L Sample.\n\nApologies were received from Sir Otto Vane and Jeremy Quill.\n",
        &[
            "D Model honorific=Mr job_title=Chairman attendance=present",
            "R Probe honorific=Mr attendance=present",
            "L Sample honorific=Mrs attendance=present",
            "Otto Vane honorific=Sir attendance=apologies",
            "Jeremy Quill attendance=apologies",
        ],
    );
    expect(
        "The club met on 9 April at eight in the hall, Ann Model in the chair. Present: Ann Model, Bo Probe, Dee Test. Apologies: Cy Sample. The minutes were read.\n",
        &[
            "Ann Model attendance=present",
            "Bo Probe attendance=present",
            "Dee Test attendance=present",
            "Cy Sample attendance=apologies",
        ],
    );
}

#[test]
fn handles_and_initials_call_people() {
    expect(
        "Minutes of the group\n\nAttendees\n- [AM] Ann Model\n- [BP] Bo Probe (Chair for items 1 and 2)\n",
        &["Ann Model", "Bo Probe job_title=Chair for items 1 and 2"],
    );
    expect(
        "Minutes of the group\n\nPresent\n   AnnModel, BobP, Cy de Sample (cys), Dave Probe\n\nScribe\n   Dave Probe\n",
        &[
            "AnnModel attendance=present",
            "BobP attendance=present",
            "Cy de Sample attendance=present",
            "Dave Probe job_title=Scribe attendance=present",
        ],
    );
    expect(
        "Minutes\n\nPresent\nAM   Ann Model      Lake Trust\nBP   Bo Probe       Shore Bank\nCS   Cy Sample      Clean Shore (by phone)\n",
        &[
            "Ann Model organisation=Lake Trust attendance=present",
            "Bo Probe organisation=Shore Bank attendance=present",
            "Cy Sample organisation=Clean Shore attendance=remote",
        ],
    );
}

#[test]
fn letters_before_names_tell_who_came() {
    expect(
        "Minutes of the club\n\nAttendance (P = present, A = absent, E = excused)\n\nP  Robert Model, Chair\nE  Carl Probe\nA  Diane Sample\nP  Frank Trial\n",
        &[
            "Robert Model job_title=Chair attendance=present",
            "Carl Probe attendance=apologies",
            "Diane Sample attendance=absent",
            "Frank Trial attendance=present",
        ],
    );
    expect(
        "Minutes\n\nRoll Call:\n\nMr. Model       Present\nMs. Probe       Absent\nDr. Sample      Present (arrived 7:15 p.m.)\n",
        &[
            "Model honorific=Mr. attendance=present",
            "Probe honorific=Ms. attendance=absent",
            "Sample honorific=Dr. attendance=present",
        ],
    );
}

#[test]
fn what_is_said_after_the_list_names_nobody() {
    expect(
        "Call of the group\n\nAttendees:\nAnn Model, ABC (Co-Chair)\nBo Probe, XYZ\n\nAnn Model: Welcome, everybody, and thank you for coming so early.\n",
        &[
            "Ann Model organisation=ABC job_title=Co-Chair",
            "Bo Probe organisation=XYZ",
        ],
    );
    nobody(
        "The meeting was held in the hall. It was noted that the Clerk was absent for the vote.\n",
    );
}

#[test]
fn spanish_councils_list_offices_and_members() {
    let rest = "Se abre la sesión a las ocho con la lectura del acta de la sesión anterior, que se aprueba por unanimidad de los asistentes.\n\nEn el punto segundo el señor alcalde explica que las obras de la plaza han terminado y que la factura se pagará en el mes de julio.\n";
    expect(
        &format!(
            "ACTA DEL PLENO\n\nASISTENTES:\n\nAlcaldesa-Presidenta:\nDª Mª Pilar Muestra Ejemplo.\n\nConcejales:\nD. José Paz Modelo.\nDª. Ana Prueba Caso (ABC)\n\nExcusa:\nDº Luis Ensayo Ruiz (XYZ)\n\nXYZ: Vecinos, Unión Local\n\n{rest}"
        ),
        &[
            "Mª Pilar Muestra Ejemplo honorific=Dª job_title=Alcaldesa-Presidenta attendance=present",
            "José Paz Modelo honorific=D. attendance=present",
            "Ana Prueba Caso honorific=Dª. organisation=ABC attendance=present",
            "Luis Ensayo Ruiz honorific=Dº organisation=XYZ attendance=apologies",
        ],
    );
}

#[test]
fn french_capitals_may_have_no_accents() {
    expect(
        "L'an deux mille seize, le conseil municipal de la commune s'est réuni sous la présidence de Monsieur Alain DUTEST, Maire.\n\nETAIENT PRESENTS : M. DUTEST Alain, Mme DURVAL Claire.\n\nABSENTS EXCUSES : M. MODELE Luc ayant donné pouvoir à M. DUTEST Alain, M. ESSAI Marc.\n\nLe compte rendu de la séance précédente est adopté à l'unanimité des membres et le maire ouvre la séance.\n",
        &[
            "Alain DUTEST last_name=DUTEST honorific=M. attendance=present",
            "Claire DURVAL last_name=DURVAL honorific=Mme attendance=present",
            "Luc MODELE last_name=MODELE honorific=M. attendance=apologies",
            "Marc ESSAI last_name=ESSAI honorific=M. attendance=apologies",
        ],
    );
}

#[test]
fn a_run_of_people_stands_below_its_label_wrapped_anywhere() {
    expect(
        "Minutes of the Senate\n\nPRESENT:\nProf D Model in the Chair, the Registrar (Dr P Probe), Prof A Sample,\nDr P Test, Prof M Trial, Prof E\nVane, Assoc Prof\nT de Quill, Ms V Orr and Dr\nO Lamb.\n\nThe minutes were read.\n",
        &[
            "D Model honorific=Prof attendance=present",
            "P Probe honorific=Dr job_title=Registrar attendance=present",
            "A Sample honorific=Prof attendance=present",
            "P Test honorific=Dr attendance=present",
            "M Trial honorific=Prof attendance=present",
            "E Vane honorific=Prof attendance=present",
            "T de Quill honorific=Assoc Prof attendance=present",
            "V Orr honorific=Ms attendance=present",
            "O Lamb honorific=Dr attendance=present",
        ],
    );
}

#[test]
fn initials_part_people_and_titles_may_be_shared() {
    expect(
        "Minutes of the Board\n\nApologies: Professors R Model, J Probe and T Sample; Associate Professors H Test and K Trial; Dr F Te Vane\n",
        &[
            "R Model honorific=Professors attendance=apologies",
            "J Probe attendance=apologies",
            "T Sample attendance=apologies",
            "H Test honorific=Associate Professors attendance=apologies",
            "K Trial attendance=apologies",
            "F Te Vane honorific=Dr attendance=apologies",
        ],
    );
    expect(
        "Minutes of the Meeting\n\nPresent:     R. Model (chairman)   A. Probe, P. Sample J. Test,  M Trial & B. Vane\n",
        &[
            "R. Model job_title=chairman attendance=present",
            "A. Probe attendance=present",
            "P. Sample attendance=present",
            "J. Test attendance=present",
            "M Trial attendance=present",
            "B. Vane attendance=present",
        ],
    );
}

#[test]
fn a_label_without_its_colon_wants_titles() {
    expect(
        "COUNCIL\n\nPresent Ms Model, Mr Probe, Dr Hall\n\nApologies Mrs Sample, Professor Test\n",
        &[
            "Model honorific=Ms attendance=present",
            "Probe honorific=Mr attendance=present",
            "Hall honorific=Dr attendance=present",
            "Sample honorific=Mrs attendance=apologies",
            "Test honorific=Professor attendance=apologies",
        ],
    );
}

#[test]
fn who_is_counted_only_ends_the_one_before() {
    expect(
        "Minutes of the meeting\n\nPresent were Mr H Model (Chairman), the Clerk Mrs A Probe and 16 members of the public.\n",
        &[
            "H Model honorific=Mr job_title=Chairman attendance=present",
            "A Probe honorific=Mrs job_title=Clerk attendance=present",
        ],
    );
}

#[test]
fn an_item_among_people_is_one_of_them() {
    expect(
        "# Meeting notes\n\n## Attendees\n\n* Ann Model\n* Rupert&#x20;\n* Bo Probe\n* Alma Reed Stone (volunteer)\n* Cy Sample\n",
        &[
            "Ann Model",
            "Rupert",
            "Bo Probe",
            "Alma Reed Stone job_title=volunteer",
            "Cy Sample",
        ],
    );
}

#[test]
fn others_stand_below_the_first_of_a_label() {
    expect(
        "Minutes\n\nPresent: Ann Model (AM)\nBen Probe (BP)\nCarl Sample (CS)\nGuests: Diana Test\nEmma Trial\n\nThe boats leak.\n",
        &[
            "Ann Model attendance=present",
            "Ben Probe attendance=present",
            "Carl Sample attendance=present",
            "Diana Test attendance=present",
            "Emma Trial attendance=present",
        ],
    );
    expect(
        "Minutes\n\nPresent:    Ann Model      Chair\n            Ben Probe      Treasurer\n            Carl Sample    Coach\n",
        &[
            "Ann Model job_title=Chair attendance=present",
            "Ben Probe job_title=Treasurer attendance=present",
            "Carl Sample job_title=Coach attendance=present",
        ],
    );
}

#[test]
fn a_heading_of_any_words_stands_over_people_at_the_head_of_minutes() {
    expect(
        "# Minutes of the club\n\n## Hands on deck\n\nAnn Model, Robert Probe and Carl Sample\n\n## Boats\n\nThey leak.\n",
        &["Ann Model", "Robert Probe", "Carl Sample"],
    );
    expect(
        "# Minutes of the club\n\n## Boats of the year\n\nThe committee is now:\n\n- Ann Model\n- Ben Probe\n- Carl Sample\n- Diana Test\n",
        &[],
    );
}

#[test]
fn what_stands_on_the_next_line_is_nobody() {
    expect(
        "Minutes\n\nPresent: Ann Model (Chair), Ben Probe, Carl Sample, Diana Test, Emma Trial, Frank Instance, George Example, Helen Case\nAM opened the meeting with a few words\n",
        &[
            "Ann Model job_title=Chair attendance=present",
            "Ben Probe attendance=present",
            "Carl Sample attendance=present",
            "Diana Test attendance=present",
            "Emma Trial attendance=present",
            "Frank Instance attendance=present",
            "George Example attendance=present",
            "Helen Case attendance=present",
        ],
    );
}

#[test]
fn joined_initials_are_no_surname() {
    expect(
        "Minutes\n\nPresent: Cllr ST Model, Mr FJ Probe and Ms B Sample\n",
        &[
            "ST Model honorific=Cllr attendance=present",
            "FJ Probe honorific=Mr attendance=present",
            "B Sample honorific=Ms attendance=present",
        ],
    );
}

#[test]
fn names_in_columns_take_no_lines_below_them() {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    let text = "Town of Lower Mill\nMinutes of 12 June 2017\n\nROLL CALL OF MEMBERS\n\n\
        Monica Model   Kristi Probe   Zachary Sample   Tim Trial\n\
        Janice Test   Larry Case   George Instance   Helen Example\n\n\
        APPROVAL OF THE MINUTES\n\n\
        There being no objections, the minutes of May 22, 2017 were approved as published.\n\n\
        RIGHT TO SPEAK\n\nMs. Ada Vale, a baker, said that the ovens were cold.\n\nMr. Bo Quill agreed.\n";
    let data = extract(&Source::from_text("t", text), &Options::default());
    let rows = [
        data.participants.len(),
        data.outcomes.len(),
        data.statements.len(),
    ];
    assert_eq!(rows, [8, 1, 2]);
}

#[test]
fn a_body_whose_name_begins_like_a_person_is_no_person() {
    expect(
        "Minutes\n\nPresent:\nAnn Model (AM), River Wardens Guild\nBen Probe (BP), College of Nursing\n",
        &[
            "Ann Model organisation=River Wardens Guild attendance=present",
            "Ben Probe organisation=College of Nursing attendance=present",
        ],
    );
}

#[test]
fn labels_stand_in_a_column_of_their_own() {
    expect(
        "Minutes\n\nPRESENT         Ann Model (AM)      Chair\n                Bo Sample (BS)      Treasurer\n\nAPOLOGIES       Cy Probe\n",
        &[
            "Ann Model job_title=Chair attendance=present",
            "Bo Sample job_title=Treasurer attendance=present",
            "Cy Probe attendance=apologies",
        ],
    );
    expect(
        "Minutes\n\nPresent:\nAnn Model\tProgramme Officer\t(AM)\nBo Sample\tDirector\t(BS)\nCy Probe\tLegal Officer\t(CP)\n",
        &[
            "Ann Model job_title=Programme Officer attendance=present",
            "Bo Sample job_title=Director attendance=present",
            "Cy Probe job_title=Legal Officer attendance=present",
        ],
    );
}

#[test]
fn the_first_of_a_roll_call_is_no_head_of_columns() {
    expect(
        "Minutes\n\nROLL CALL\n\nAnn Model, President          Present\nBo Sample, Vice President     Present\nCy Probe, Member              Absent\n",
        &[
            "Ann Model job_title=President attendance=present",
            "Bo Sample job_title=Vice President attendance=present",
            "Cy Probe job_title=Member attendance=absent",
        ],
    );
}

#[test]
fn what_was_said_below_a_list_is_no_entry() {
    expect(
        "Minutes\n\nList of participants\n\nAnn Model, Lake Trust                     Bo Sample, Mill Trust\nCy Probe, River Agency                    Dee Test, Harbour Office\n\n**Debate**\n\nDr. **Ann Model** of the Lake Trust explained that the\nlake had been lower than in any other year on record.\n",
        &[
            "Ann Model organisation=Lake Trust",
            "Cy Probe organisation=River Agency",
            "Bo Sample organisation=Mill Trust",
            "Dee Test organisation=Harbour Office",
        ],
    );
}

#[test]
fn a_roll_is_called_in_the_middle_of_a_line() {
    expect(
        "Minutes of the commission\n\nROLL CALL: Minutes Clerk Ann Model took roll call: Present: Chair Sample, Vice Chair Probe, Commissioners Test and Trial. Absent: Commissioner Vane\n",
        &[
            "Sample job_title=Chair attendance=present",
            "Probe job_title=Vice Chair attendance=present",
            "Test job_title=Commissioners attendance=present",
            "Trial attendance=present",
            "Vane job_title=Commissioner attendance=absent",
        ],
    );
    expect(
        "Minutes\n\nThe meeting was called to order at 7 p.m. Selectmen present included Ann Model, Bo Probe and Dee Test.\n",
        &[
            "Ann Model attendance=present",
            "Bo Probe attendance=present",
            "Dee Test attendance=present",
        ],
    );
    expect(
        "SELECTMEN'S MEETING\n\nVice-Chairman Sample called the meeting to order at 6:35 PM.\n\nSelectman Model and Selectman Probe were present.\n\nSelectman Test and Chairman Trial were absent.\n",
        &[
            "Model job_title=Selectman attendance=present",
            "Probe job_title=Selectman attendance=present",
            "Test job_title=Selectman attendance=absent",
            "Trial job_title=Chairman attendance=absent",
        ],
    );
}

#[test]
fn a_session_was_attended_by_people_with_titles() {
    expect(
        "REPORT\n\n1. The fourth session of the Board of the Pond Commission was held at the Reed House in Oslo from 3 to 5 May 2011 and was attended by Prof. Oswin K. Model (Norway), Chairman, Mr. Ansel Probe (Chile) and Mr. Devan Test (Fiji).\n",
        &[
            "Oswin K. Model honorific=Prof. job_title=Chairman country=Norway attendance=present",
            "Ansel Probe honorific=Mr. country=Chile attendance=present",
            "Devan Test honorific=Mr. country=Fiji attendance=present",
        ],
    );
}

#[test]
fn a_word_behind_each_name_tells_without_a_heading() {
    expect(
        "Minutes of the board\n\nA quorum was there.\n\n- Model, Ada, present\n- Probe, Ansel, present\n- Test, Ilka, absent\n- Trial, Oswin, absent\n",
        &[
            "Ada Model last_name=Model attendance=present",
            "Ansel Probe last_name=Probe attendance=present",
            "Ilka Test last_name=Test attendance=absent",
            "Oswin Trial last_name=Trial attendance=absent",
        ],
    );
}

#[test]
fn people_beside_a_label_go_on_behind_blank_lines() {
    expect(
        "MEETING MINUTES\n\nOthers Present:            Peter Model, Assistant Town Manager\n\n                           Steve Probe, Town Counsel (6:32PM)\n\n                           Liz Test, Town Recorder\n\nAbsent:                    Jack Trial, Town Manager\n\nThe Chair called the meeting to order.\n",
        &[
            "Peter Model job_title=Assistant Town Manager attendance=present",
            "Steve Probe job_title=Town Counsel attendance=present",
            "Liz Test job_title=Town Recorder attendance=present",
            "Jack Trial job_title=Town Manager attendance=absent",
        ],
    );
}

#[test]
fn a_way_of_attending_over_two_lines_ends_the_one_above() {
    expect(
        "MINUTES\n\nROLL CALL\n\nPresent: Ann Model\n\nAbsent: Ilka Probe\n\nIn attendance: Town Manager Peter Test, Town Recorder Ada Trial,\nTown Clerk Liz Sample\n\nAPPROVAL OF MINUTES\n\nThe minutes were approved.\n",
        &[
            "Ann Model attendance=present",
            "Ilka Probe attendance=absent",
            "Peter Test job_title=Town Manager attendance=present",
            "Ada Trial job_title=Town Recorder attendance=present",
            "Liz Sample job_title=Town Clerk attendance=present",
        ],
    );
}

#[test]
fn labels_between_members_and_apologies_name_those_who_came() {
    expect(
        "Panel members: Anna Model (chair); Karl Probe (Mill Trust)\nCompany: Ilka Test (Director); Joy Trial (Head of Works)\nApologies: Mr Max Sample\n",
        &[
            "Anna Model job_title=chair attendance=present",
            "Karl Probe organisation=Mill Trust attendance=present",
            "Ilka Test job_title=Director attendance=present",
            "Joy Trial job_title=Head of Works attendance=present",
            "Max Sample honorific=Mr attendance=apologies",
        ],
    );
}

#[test]
fn what_governors_sit_for_is_their_post() {
    expect(
        "Present: Anna Model, Parent, Chair (AM); Karl Probe, Foundation (KP); Ilka Test, Staff (IT)\nApologies: Joy Trial, Local Authority (JT) - consented\n",
        &[
            "Anna Model job_title=Parent, Chair attendance=present",
            "Karl Probe job_title=Foundation attendance=present",
            "Ilka Test job_title=Staff attendance=present",
            "Joy Trial job_title=Local Authority attendance=apologies",
        ],
    );
}

#[test]
fn names_of_a_division_are_not_those_excused_far_above() {
    expect(
        "Apologies were received from Mr Max Sample.\n\n1. Piers\n\nThe committee talked about the piers.\n\nThe committee divided:\n\n    Ayes, 1               Noes, 1\n    Mr Karl Probe         Ms Ilka Test\n\nThe amendment fell.\n",
        &["Max Sample honorific=Mr attendance=apologies"],
    );
}

#[test]
fn heads_over_each_others_columns_and_codes_for_names() {
    expect(
        "Participants\n\n| No. | Institution | Name |\n|---|---|---|\n| 1 | Ann Model | Lake Trust |\n\
         | 2 | Paul Probe | River Institute |\n| 3 | Carla Test | Mill University |\n",
        &[
            "Ann Model number=1 organisation=Lake Trust",
            "Paul Probe number=2 organisation=River Institute",
            "Carla Test number=3 organisation=Mill University",
        ],
    );
    expect(
        "Present: XA1BCD, XA1EFG, XB2HJK and XB2LMN\n",
        &[
            "XA1BCD attendance=present",
            "XA1EFG attendance=present",
            "XB2HJK attendance=present",
            "XB2LMN attendance=present",
        ],
    );
}

#[test]
fn labels_stand_in_the_text_of_a_torn_page_and_a_roll_call_marks_who_was_far() {
    expect(
        "Compte rendu du Conseil des étangs 3 mai 2031, en visio Présent·e·s : Anne Modèle (Lac), Jean Essai (Rive), Marie Sondage (Pont). Excusé·e·s : Paul Épreuve.\n",
        &[
            "Anne Modèle organisation=Lac attendance=present",
            "Jean Essai organisation=Rive attendance=present",
            "Marie Sondage organisation=Pont attendance=present",
            "Paul Épreuve attendance=apologies",
        ],
    );
    expect(
        "# Minutes\n\n## Opening and roll call\n\n- Ann Model, Lake Trust\n- Karl Probe, Mill University [remote]\n- Ilka Test, Lake Trust\n",
        &[
            "Ann Model organisation=Lake Trust attendance=present",
            "Karl Probe organisation=Mill University attendance=remote",
            "Ilka Test organisation=Lake Trust attendance=present",
        ],
    );
}

#[test]
fn posts_behind_names_make_those_below_a_label_sure() {
    expect(
        "MINUTES of the Reed Board, 3 March 2026\n\nPRESENT: Ada Probe, Supervisor\n         Bo Reed, Councilman\n\
         \x20        Cy Lane, Councilwoman\nABSENT:  Dee Marsh, Councilman\n\nThe meeting was opened at 7 p.m.\n",
        &[
            "Ada Probe job_title=Supervisor attendance=present",
            "Bo Reed job_title=Councilman attendance=present",
            "Cy Lane job_title=Councilwoman attendance=present",
            "Dee Marsh job_title=Councilman attendance=absent",
        ],
    );
}

#[test]
fn keys_in_brackets_before_names_are_no_part_of_them() {
    expect(
        "# Minutes of the Reed Committee\n\n## Attendees\n\n- [DM] Daniel Model\n- [HP] Heidi Probe (Chair)\n- [NS] Noor Sample-Lane\n\n## Apologies\n\n- [MT] Mano Trial\n",
        &[
            "Daniel Model attendance=present",
            "Heidi Probe job_title=Chair attendance=present",
            "Noor Sample-Lane attendance=present",
            "Mano Trial attendance=apologies",
        ],
    );
}

#[test]
fn posts_in_small_letters_stand_before_those_who_share_them() {
    expect(
        "# Town of Reedham\n\nChair Ann Model called the meeting to order at 7:15 pm. Board members present were supervisors Ann Model, Peter Probe, and Gary Sample, \
         clerks Linda Test and Carol Trial, and treasurer Ray Vane. Also present were Rod Lane and Mike Mill. Those present repeated the pledge.\n",
        &[
            "Ann Model job_title=supervisors attendance=present",
            "Peter Probe job_title=supervisors attendance=present",
            "Gary Sample job_title=supervisors attendance=present",
            "Linda Test job_title=clerks attendance=present",
            "Carol Trial job_title=clerks attendance=present",
            "Ray Vane job_title=treasurer attendance=present",
            "Rod Lane attendance=present",
            "Mike Mill attendance=present",
        ],
    );
}
