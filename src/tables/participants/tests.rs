//! Layouts of participant and attendance lists, each as a report may print it, and texts that hold none.

use super::Participant;
use crate::extract::{Options, extract};
use crate::schema::{Cell, Record};
use crate::source::Source;

fn read(text: &str) -> Vec<Participant> {
    let source = Source::from_text("t", text);
    extract(&source, &Options::default()).participants
}

/// The cells that are not empty, as `column=value`; `name`, list and person aside.
fn told(row: &Participant) -> String {
    let columns = Participant::TABLE.columns;
    let mut told = row.name.value.clone();
    for ((cell, _), column) in row.fields().into_iter().zip(columns) {
        let left_out = matches!(column.name, "name" | "list" | "country_code" | "first_name");
        if let (Cell::Text(value), false) = (cell, left_out) {
            told.push_str(&format!(" {}={value}", column.name));
        }
    }
    told
}

#[track_caller]
pub(super) fn expect(text: &str, rows: &[&str]) {
    let found: Vec<String> = read(text).iter().map(told).collect();
    assert_eq!(found, rows, "in:\n{text}");
}

#[track_caller]
pub(super) fn nobody(text: &str) {
    expect(text, &[]);
}

#[test]
fn tables_are_read_by_their_headers_in_any_order() {
    expect(
        "PARTICIPANTS\n\nCountry\tSurname\tForename\tEmail\tAffiliation\nKenya\tWanjala\tRuth\truth@example.org\tLake Trust\nPeru\tDe la Cruz\tAna\t\tAndes Fund\n",
        &[
            "Ruth Wanjala last_name=Wanjala organisation=Lake Trust country=Kenya email=ruth@example.org",
            "Ana De la Cruz last_name=De la Cruz organisation=Andes Fund country=Peru",
        ],
    );
}

#[test]
fn honorifics_leave_names_and_job_cells() {
    expect(
        "| Name | Title | Organisation |\n|---|---|---|\n| Prof. Dr. Ute Sample | Dean | Lake School |\n| Ben Probe | Dr, Head of Research | Lake School |\n| Ms Ann Model | Clerk | Lake Trust |\n",
        &[
            "Ute Sample honorific=Prof. Dr. organisation=Lake School job_title=Dean",
            "Ben Probe honorific=Dr organisation=Lake School job_title=Head of Research",
            "Ann Model honorific=Ms organisation=Lake Trust job_title=Clerk",
        ],
    );
}

#[test]
fn labels_say_who_came() {
    expect(
        "Minutes of the Board\n\nMembers present: J. Sample (Chair), Ann Model and Dr Bo Probe.\nApologies: Cy van der Test\n\n1. Opening\n\nThe chair opened the meeting.\n",
        &[
            "J. Sample job_title=Chair attendance=present",
            "Ann Model attendance=present",
            "Bo Probe honorific=Dr attendance=present",
            "Cy van der Test attendance=apologies",
        ],
    );
}

#[test]
fn lines_that_label_people_are_read_one_by_one() {
    expect(
        "Minutes\n\n**Members present:**\n\n* Prof. Ann Model (Chair), University of the Shore\n* Dr. Bo Probe\n\n**Members absent with apologies:** Cy Sample\n\n**Staff:** Dee Test (Clerk), Eve Trial\n\nThe meeting was called to order at nine and went on until noon.\n",
        &[
            "Ann Model honorific=Prof. organisation=University of the Shore job_title=Chair attendance=present",
            "Bo Probe honorific=Dr. attendance=present",
            "Cy Sample attendance=apologies",
            "Dee Test job_title=Clerk attendance=present",
            "Eve Trial attendance=present",
        ],
    );
    expect(
        "Chair: Ann Model (Lake Trust)\n\nPresent: Cy Sample, Dee Test\n\nAbsent: Ivan Trial\n",
        &[
            "Ann Model organisation=Lake Trust job_title=Chair",
            "Cy Sample attendance=present",
            "Dee Test attendance=present",
            "Ivan Trial attendance=absent",
        ],
    );
    expect(
        "Attendees: Ann Model (Lake Trust, remote), Cy Sample (Clean Shore; by phone)\n",
        &[
            "Ann Model organisation=Lake Trust attendance=remote",
            "Cy Sample organisation=Clean Shore attendance=remote",
        ],
    );
    expect(
        "Participants: Ann Model, Lake Trust; Bo Probe, Shore Bank; Cy Sample, Clean Shore.\n",
        &[
            "Ann Model organisation=Lake Trust",
            "Bo Probe organisation=Shore Bank",
            "Cy Sample organisation=Clean Shore",
        ],
    );
}

#[test]
fn family_names_first_show_over_the_whole_list() {
    expect(
        "List of participants\n\nAlvarado, Tomás, Ministry of Harbours, Peru\nBaptiste, Nadège, Port Authority, Haiti\nChen, Li-Hua, Coastal Bureau, China\nde Witt, Jan, Dyke Board, Netherlands\n",
        &[
            "Tomás Alvarado last_name=Alvarado organisation=Ministry of Harbours country=Peru",
            "Nadège Baptiste last_name=Baptiste organisation=Port Authority country=Haiti",
            "Li-Hua Chen last_name=Chen organisation=Coastal Bureau country=China",
            "Jan de Witt last_name=de Witt organisation=Dyke Board country=Netherlands",
        ],
    );
}

#[test]
fn groups_give_countries_and_organisations() {
    expect(
        "LIST OF PARTICIPANTS\n\nARGENTINA\n\nMr. Hugo PAREDES\nTide Office\nAvenida del Puerto 12\n1107 Buenos Aires\nTel: (54 11) 5555 0100\nE-mail: hugo@example.org\n\nOBSERVERS\n\nMr John SMALL\nInternational Tide Union\nGeneva, Switzerland\n",
        &[
            "Hugo PAREDES last_name=PAREDES honorific=Mr. organisation=Tide Office city=Buenos Aires country=ARGENTINA email=hugo@example.org phone=(54 11) 5555 0100",
            "John SMALL last_name=SMALL honorific=Mr organisation=International Tide Union city=Geneva country=Switzerland",
        ],
    );
    expect(
        "# Attendees\n\n* UNEP\n  * Ann Model\n  * Bo Probe\n* Lake Trust\n  * Cy Sample, Director\n",
        &[
            "Ann Model organisation=UNEP",
            "Bo Probe organisation=UNEP",
            "Cy Sample organisation=Lake Trust job_title=Director",
        ],
    );
    expect(
        "Participants\n\nGovernments\n\nARMENIA: Mr. Aram Model, First Secretary, Permanent Mission, Geneva\n\nUnited Nations bodies\n\nUNEP: Ms. Cy Sample\n",
        &[
            "Aram Model honorific=Mr. organisation=Permanent Mission job_title=First Secretary city=Geneva country=ARMENIA",
            "Cy Sample honorific=Ms. organisation=UNEP",
        ],
    );
}

#[test]
fn items_wrap_and_posts_keep_their_units() {
    expect(
        "Participants\n\n1. Dr Ann Model, Head of the Department of Shoreline Management and\n   Protection, Ministry of Lakes, Kenya\n2. Mr Bo Probe, Head, Housing Unit, Deutsche Gesellschaft (DGS), Germany\n",
        &[
            "Ann Model number=1 honorific=Dr organisation=Ministry of Lakes job_title=Head of the Department of Shoreline Management and Protection country=Kenya",
            "Bo Probe number=2 honorific=Mr organisation=Deutsche Gesellschaft (DGS) job_title=Head, Housing Unit country=Germany",
        ],
    );
}

#[test]
fn tables_without_edges_are_tables() {
    expect(
        "ATTENDEES\n\nName                 Organization              Country\nAmara Diop           Green Belt Fund           Senegal\nKofi Mensah          Volta Trust               Ghana\n",
        &[
            "Amara Diop organisation=Green Belt Fund country=Senegal",
            "Kofi Mensah organisation=Volta Trust country=Ghana",
        ],
    );
    expect(
        "| Participant | Contact details |\n|---|---|\n| Ms Ann MODEL<br>Director<br>Lake Trust | ann@example.org |\n| Mr Bo PROBE<br>Adviser<br>Shore Bank | bo@example.org |\n",
        &[
            "Ann MODEL last_name=MODEL honorific=Ms organisation=Lake Trust job_title=Director email=ann@example.org",
            "Bo PROBE last_name=PROBE honorific=Mr organisation=Shore Bank job_title=Adviser email=bo@example.org",
        ],
    );
}

#[test]
fn marks_and_rows_between_tell_attendance_and_groups() {
    expect(
        "| Member | Affiliation | Present | Apologies |\n|---|---|---|---|\n| Ann Model | Lake Trust | x | |\n| Bo Probe | Shore Bank | | x |\n",
        &[
            "Ann Model organisation=Lake Trust attendance=present",
            "Bo Probe organisation=Shore Bank attendance=apologies",
        ],
    );
    expect(
        "| Present | Ann Model (chair), Cy Sample |\n|---|---|\n| Apologies | Dee Test |\n| Date | 4 May 2020 |\n",
        &[
            "Ann Model job_title=chair attendance=present",
            "Cy Sample attendance=present",
            "Dee Test attendance=apologies",
        ],
    );
}

#[test]
fn a_list_under_an_unknown_heading_shows_by_its_lines() {
    expect(
        "Teilnehmer\n\n- Dr. Anna Beispiel, Direktorin, Institut für Seen, Deutschland\n- Bernd Muster, Ministerium für Häfen, Österreich\n- Carla Probe, Universität Ufer, Schweiz\n",
        &[
            "Anna Beispiel honorific=Dr. organisation=Institut für Seen job_title=Direktorin country=Deutschland",
            "Bernd Muster organisation=Ministerium für Häfen country=Österreich",
            "Carla Probe organisation=Universität Ufer country=Schweiz",
        ],
    );
}

#[test]
fn records_of_labelled_lines_are_rows() {
    expect(
        "Annex 2: Participants list\n\nName: Ann Model\nOrganisation: Lake Trust\nCountry: Kenya\n\nName: John Probe\nOrganisation: Shore Bank\nCountry: Uganda\n",
        &[
            "Ann Model organisation=Lake Trust country=Kenya",
            "John Probe organisation=Shore Bank country=Uganda",
        ],
    );
}

#[test]
fn a_line_may_hold_several_people_and_a_heading_two_languages() {
    expect(
        "List of Participants\n\nKenya:\nDr. Ann Model (Lake Trust), Mr. John Probe (Shore Bank)\nUganda:\nMs. Carla Sample (Clean Shore)\n",
        &[
            "Ann Model honorific=Dr. organisation=Lake Trust country=Kenya",
            "John Probe honorific=Mr. organisation=Shore Bank country=Kenya",
            "Carla Sample honorific=Ms. organisation=Clean Shore country=Uganda",
        ],
    );
    expect(
        "LIST OF PARTICIPANTS\n\nGERMANY / ALLEMAGNE\n\nMs Claire MODEL\nDirector\nMinistry of Lakes\n\nEUROPEAN UNION\n\nMr John PROBE\nPolicy Officer\nEuropean Commission, Brussels\n",
        &[
            "Claire MODEL last_name=MODEL honorific=Ms organisation=Ministry of Lakes job_title=Director country=GERMANY",
            "John PROBE last_name=PROBE honorific=Mr organisation=European Commission job_title=Policy Officer city=Brussels",
        ],
    );
}

#[test]
fn what_is_no_list_gives_nobody() {
    nobody(
        "# References\n\n- Sample, A. (2003). The late counter. Journal of Queues, 9.\n- Model, B. and Probe, C. (2011). Lunch and the state. Small Press.\n",
    );
    nobody(
        "# Participants\n\nThe workshop was attended by 22 foresters from six countries, and most of them had come by train.\n",
    );
    nobody(
        "| Action | Responsible | Deadline |\n|---|---|---|\n| Write | Ann Model | May |\n| Read | Bo Probe | June |\n| Send | Cy Test | July |\n",
    );
    nobody("| Name | Organisation | E-mail |\n|---|---|---|\n| | | |\n| ____ | ____ | ____ |\n");
    nobody(
        "Contacts\n\n| Name | Organisation | E-mail |\n|---|---|---|\n| Ann Model | Lake Trust | ann@example.org |\n| Bo Probe | Shore Bank | bo@example.org |\n| Cy Sample | Shore Bank | cy@example.org |\n",
    );
    nobody(
        "Acknowledgements\n\nThe organisers thank Ann Model (Lake Trust) and Bo Probe (Shore Bank) for their help.\n\nSpeakers\n\n- Ann Model, Lake Trust\n- Bo Probe, Shore Bank\n- Cy Sample, Clean Shore\n",
    );
    nobody(
        "# Organising committee\n\n- Ann Model, Lake Trust, Kenya\n- John Probe, Shore Bank, Uganda\n- Carla Sample, Clean Shore, Tanzania\n",
    );
    nobody("| Country | Members |\n|---|---|\n| Kenya | 12 |\n| Uganda | 5 |\n");
    nobody("CONTENTS\n\nOpening ........ 1\nParticipants ........ 2\nAgenda ........ 3\n");
    nobody(
        "# Agenda\n\n| Time | Topic | Presenter |\n|---|---|---|\n| 9:00 | Welcome | Ann Model, Director, Lake Trust |\n| 9:30 | Lakes | Bo Probe, Adviser, Shore Bank |\n",
    );
}

#[test]
fn address_blocks_need_no_blank_lines_and_may_have_a_second_column() {
    expect(
        "LIST OF PARTICIPANTS\n\nDr Ann MODEL            Chairperson\nLake Board\nQuay Road 4\n211 20 Laketown\nTel: +46 40 555 0101\nEmail: ann@example.org\nMr Bo PROBE\nShore Institute\nP.O. Box 4\nKampala, Uganda\nEmail: bo@example.org\nMs Cy SAMPLE\nMinistry of Water\nEmail: cy@example.org\n",
        &[
            "Ann MODEL last_name=MODEL honorific=Dr organisation=Lake Board job_title=Chairperson city=Laketown email=ann@example.org phone=+46 40 555 0101",
            "Bo PROBE last_name=PROBE honorific=Mr organisation=Shore Institute city=Kampala country=Uganda email=bo@example.org",
            "Cy SAMPLE last_name=SAMPLE honorific=Ms organisation=Ministry of Water email=cy@example.org",
        ],
    );
}

#[test]
fn a_table_set_with_blanks_has_the_columns_of_its_header() {
    expect(
        "ATTENDANCE LIST\n\nS/N  NAME             ORGANISATION      POSITION     CONTACT\n1    Ann Model        Lake Trust        Advocate     +255 754 555 001\n2    Bo Probe         Herders' Council  Chair of     +255 754 555 002\n                                       the Board\n3    Cy Sample        Dialogue Centre                +255 754 555 003\n",
        &[
            "Ann Model number=1 organisation=Lake Trust job_title=Advocate phone=+255 754 555 001",
            "Bo Probe number=2 organisation=Herders' Council job_title=Chair of the Board phone=+255 754 555 002",
            "Cy Sample number=3 organisation=Dialogue Centre phone=+255 754 555 003",
        ],
    );
}

#[test]
fn some_names_of_a_column_may_be_turned() {
    expect(
        "Participants\n\nName\tOrganization\tCountry\nProbe, Ann\tLake Institute\tKenya\nBo Sample\tShore Board\tPeru\nAshby, Lord\tLake Trust\tMalta\n",
        &[
            "Ann Probe last_name=Probe organisation=Lake Institute country=Kenya",
            "Bo Sample organisation=Shore Board country=Peru",
            "Ashby honorific=Lord organisation=Lake Trust country=Malta",
        ],
    );
}

#[test]
fn semicolons_and_brackets_part_people_over_lines() {
    expect(
        "Present\n\nA. Model, Lake Union; B. Probe, University of the\nPlain; C. De Sample, Shore Office.\n\nThe chair opened the meeting.\n",
        &[
            "A. Model organisation=Lake Union attendance=present",
            "B. Probe organisation=University of the Plain attendance=present",
            "C. De Sample organisation=Shore Office attendance=present",
        ],
    );
    expect(
        "Minutes\n\nAttendance: Relief Lake (Ann Model), Shore Works International (Ben Probe, Eva Sample), UNX (Tom Test).\n",
        &[
            "Ann Model organisation=Relief Lake",
            "Ben Probe organisation=Shore Works International",
            "Eva Sample organisation=Shore Works International",
            "Tom Test organisation=UNX",
        ],
    );
}

#[test]
fn and_joins_people_of_one_surname_or_one_organisation() {
    expect(
        "Minutes\n\nThe meeting was attended by the following: Ana Model and Luis Probe (Ministry of\nTransport, Peru); Helen Sample (Lake Trust).\n",
        &[
            "Ana Model organisation=Ministry of Transport country=Peru attendance=present",
            "Luis Probe organisation=Ministry of Transport country=Peru attendance=present",
            "Helen Sample organisation=Lake Trust attendance=present",
        ],
    );
    expect(
        "Minutes\n\nPresent: Joan Probe (Chair), Tom and Lucy Model, Rev. Paul Test\nApologies: Kate Sample, H. Trial\nIn attendance: Fred Case (Clerk)\n",
        &[
            "Joan Probe job_title=Chair attendance=present",
            "Tom Model attendance=present",
            "Lucy Model attendance=present",
            "Paul Test honorific=Rev. attendance=present",
            "Kate Sample attendance=apologies",
            "H. Trial attendance=apologies",
            "Fred Case job_title=Clerk attendance=present",
        ],
    );
}

#[test]
fn a_surname_told_again_is_no_second_person() {
    expect(
        "PRESENT:\nCouncillor J. Model (Chair)\nMr. B. Probe\n\nAPOLOGIES:\nCouncillor A. Sample\n\nApologies for absence were received from Councillor Sample.\n",
        &[
            "J. Model honorific=Councillor job_title=Chair attendance=present",
            "B. Probe honorific=Mr. attendance=present",
            "A. Sample honorific=Councillor attendance=apologies",
        ],
    );
}

#[test]
fn a_council_lists_members_offices_and_nobody() {
    expect(
        "Minutes of the Meeting of Model Parish Council held on 5 May 2021\n\nPresent:\n\nCllr Mr A H Probe (Chair)\n\nCllr Mrs B Sample\n\nAbsent:\n\nThere were no absences\n\nIn Attendance:\n\nOne member of the public\n\nMr W Test Clerk and Executive Officer to Model Parish Council\n",
        &[
            "A H Probe honorific=Cllr Mr job_title=Chair attendance=present",
            "B Sample honorific=Cllr Mrs attendance=present",
            "W Test honorific=Mr job_title=Clerk and Executive Officer to Model Parish Council attendance=present",
        ],
    );
    expect(
        "Minutes\n\nPresent:\nCouncillors: Cllr. E. Model (Council Chair), Cllr. M. Probe\nClerk and RFO: Mr S Sample\nMembers of the public: One\n",
        &[
            "E. Model honorific=Cllr. job_title=Council Chair attendance=present",
            "M. Probe honorific=Cllr. attendance=present",
            "S Sample honorific=Mr job_title=Clerk and RFO attendance=present",
        ],
    );
}

#[test]
fn a_table_needs_no_outer_signs_and_a_name_no_sign_before_its_handle() {
    expect(
        "# People\n\n## North\n\nParticipant | location\n------------|----------\nAnn Model | Kampala, Uganda\nBen Probe | Kampala, Uganda\n",
        &[
            "Ann Model city=Kampala country=Uganda",
            "Ben Probe city=Kampala country=Uganda",
        ],
    );
    expect(
        "# Minutes\n\n## Present\n\n* Ann Model @amodel (Lake Board)\n* Ben Probe @bprobe (Lake Board)\n",
        &[
            "Ann Model organisation=Lake Board attendance=present",
            "Ben Probe organisation=Lake Board attendance=present",
        ],
    );
}
