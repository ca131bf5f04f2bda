//! Lists as different bodies print them: councils, delegations, boards, sign-in sheets.

use super::tests::{expect, nobody};
use crate::extract::{Options, extract};
use crate::source::Source;

#[test]
fn offices_stand_before_names_and_people_behind_offices() {
    expect(
        "Staff Present: City Manager Ann Model, Mayor Pro Tem Ben Probe, City Clerk Eve Trial\n",
        &[
            "Ann Model job_title=City Manager attendance=present",
            "Ben Probe job_title=Mayor Pro Tem attendance=present",
            "Eve Trial job_title=City Clerk attendance=present",
        ],
    );
    expect(
        "Present: The Vice-Chancellor (Professor A. Model) in the Chair, Dr B. Probe\n",
        &[
            "A. Model honorific=Professor job_title=Vice-Chancellor attendance=present",
            "B. Probe honorific=Dr attendance=present",
        ],
    );
}

#[test]
fn a_delegation_keeps_its_country_and_others_came_again() {
    expect(
        "List of participants\n\nKENYA\n\nHead of delegation\nMs Ann MODEL\nDirector\nLake Trust\nE-mail: a@example.org\n\nAlternate\nMr Bo PROBE\nOfficer\nLake Trust\nE-mail: b@example.org\n",
        &[
            "Ann MODEL last_name=MODEL honorific=Ms organisation=Lake Trust job_title=Director country=KENYA email=a@example.org",
            "Bo PROBE last_name=PROBE honorific=Mr organisation=Lake Trust job_title=Officer country=KENYA email=b@example.org",
        ],
    );
    expect(
        "Roll call\n\nDirectors Present:\n\n  Ann Model\n  Bo Probe\n\nDirectors Absent:\n\n  Cy Sample\n\nGuests:\n\n  Eve Trial\n",
        &[
            "Ann Model attendance=present",
            "Bo Probe attendance=present",
            "Cy Sample attendance=absent",
            "Eve Trial attendance=present",
        ],
    );
}

#[test]
fn remarks_are_no_organisations() {
    expect(
        "Present: Ann Model (independent), Di Case (retired), Bo Probe (joined after lunch), Eve Trial (Lake Trust)\nApologies: Cy Sample (illness)\n",
        &[
            "Ann Model organisation=independent attendance=present",
            "Di Case attendance=present",
            "Bo Probe attendance=present",
            "Eve Trial organisation=Lake Trust attendance=present",
            "Cy Sample attendance=apologies",
        ],
    );
}

#[test]
fn first_names_and_handles_are_people_among_people() {
    expect(
        "Present: Anna, Ben, Carla and Dieter\nRegrets: Eva, Tobias Model\n",
        &[
            "Anna attendance=present",
            "Ben attendance=present",
            "Carla attendance=present",
            "Dieter attendance=present",
            "Eva attendance=apologies",
            "Tobias Model attendance=apologies",
        ],
    );
}

#[test]
fn sheets_have_ditto_marks_days_and_empty_places() {
    expect(
        "## Attendance\n\n| Name | Organisation | 14 Nov | 15 Nov |\n|---|---|---|---|\n| Ann Model | Lake Trust | x | |\n| Bo Probe | -do- | - | x |\n| Vacant | Lake Trust | | |\n| Eve Trial | Shore Bank | online | online |\n",
        &[
            "Ann Model organisation=Lake Trust attendance=present",
            "Bo Probe organisation=Lake Trust attendance=present",
            "Eve Trial organisation=Shore Bank attendance=remote",
        ],
    );
}

#[test]
fn names_of_bodies_go_on_behind_commas_and_addresses_are_spelled_out() {
    expect(
        "List of attendees\n\n- Ann Model, Officer, Ministry of Agriculture, Forestry and Food, a [at] example [dot] org\n- Bo Probe, Officer, Ministry of Health, b(at)example.org\n",
        &[
            "Ann Model organisation=Ministry of Agriculture, Forestry and Food job_title=Officer email=a [at] example [dot] org",
            "Bo Probe organisation=Ministry of Health job_title=Officer email=b(at)example.org",
        ],
    );
}

#[test]
fn who_is_sent_a_copy_did_not_come() {
    expect(
        "Participants\n\nMrs. Ann Model, Lake Trust\nMr. Bo Probe, Shore Bank\n\nDistribution list:\nMs. Eve Trial, Shore Bank\n",
        &[
            "Ann Model honorific=Mrs. organisation=Lake Trust",
            "Bo Probe honorific=Mr. organisation=Shore Bank",
        ],
    );
    nobody("Photo credits\n\nAnn Model, Bo Probe\n\nAuthors: Ann Model and Bo Probe\n");
}

#[test]
fn countries_at_the_edge_hold_those_who_are_set_further_in() {
    let text = "\
LIST OF PARTICIPANTS

FIJI            Ms Lena OSTROV, Deputy Director, Department of Environmental Health,
                Ministry of Health, 12 Harbour Road, Suva. Tel.: +999 2 555 0101.
                Email: lena.ostrov@example.org

                Mr Karel DUMAN, Chief Engineer, Ministry of Education, Suva.
                Email: k.duman@example.org

SAMOA           Mr John KELEPI, Inspector, Ministry of Education, Apia.
                Email: jk@example.org
";
    expect(
        text,
        &[
            "Lena OSTROV last_name=OSTROV honorific=Ms organisation=Ministry of Health job_title=Deputy Director, Department of Environmental Health city=Suva country=FIJI email=lena.ostrov@example.org phone=+999 2 555 0101",
            "Karel DUMAN last_name=DUMAN honorific=Mr organisation=Ministry of Education job_title=Chief Engineer city=Suva country=FIJI email=k.duman@example.org",
            "John KELEPI last_name=KELEPI honorific=Mr organisation=Ministry of Education job_title=Inspector city=Apia country=SAMOA email=jk@example.org",
        ],
    );
}

#[test]
fn surnames_and_given_names_have_a_column_each_without_heads() {
    expect(
        "# Participants and conveners\n\n| CONVENERS | |||\n| Model | Anny | Lake Trust, Toulouse, France | annd@example.org |\n| Probe | David | Mill Centre, Lyon, France | david@example.org |\n| PARTICIPANTS | |||\n| Sample | Olivier | Reed Office, Rome, Italy | o@example.org |\n| Trial | Natalie | Bell Institute, Bern, Switzerland | n@example.org |\n",
        &[
            "Anny Model last_name=Model organisation=Lake Trust city=Toulouse country=France email=annd@example.org",
            "David Probe last_name=Probe organisation=Mill Centre city=Lyon country=France email=david@example.org",
            "Olivier Sample last_name=Sample organisation=Reed Office city=Rome country=Italy email=o@example.org",
            "Natalie Trial last_name=Trial organisation=Bell Institute city=Bern country=Switzerland email=n@example.org",
        ],
    );
}

#[test]
fn a_mark_before_each_name_stands_under_a_head_for_people() {
    expect(
        "Meeting minutes\n\nFacilitator\tAustin Trial\tScribe\tLynn Vane\nAttendee\tName\tAffiliation\nx\tCalvin Model\tLake Trust\nregrets\tWoody Probe\tMill Trust\nx\tRobert Sample\tReed Office\nx\tTony Quill\tBell Institute\n",
        &[
            "Calvin Model organisation=Lake Trust attendance=present",
            "Woody Probe organisation=Mill Trust attendance=apologies",
            "Robert Sample organisation=Reed Office attendance=present",
            "Tony Quill organisation=Bell Institute attendance=present",
        ],
    );
}

#[test]
fn towns_stand_behind_boxes_and_before_regions() {
    expect(
        "List of Participants\n\nAUSTRALIA\n\nOswin MODEL\n\nAssistant Secretary\n\nLake Branch\n\nGPO Box 411, Canberra ACT 2999\n\nE-mail: o@example.org\n\nCANADA\n\nAnsel PROBE\n\nSenior Advisor\n\nDepartment of Lakes\n\n9 Lower Mill Road\n\nMillbay, New Brunswick\n\nE-mail: a@example.org\n\nINDIA\n\nDevan TEST\n\nCommissioner\n\nNew Delhi - 110999\n\nE-mail: d@example.org\n",
        &[
            "Oswin MODEL last_name=MODEL organisation=Lake Branch job_title=Assistant Secretary city=Canberra country=AUSTRALIA email=o@example.org",
            "Ansel PROBE last_name=PROBE organisation=Department of Lakes job_title=Senior Advisor city=Millbay country=CANADA email=a@example.org",
            "Devan TEST last_name=TEST job_title=Commissioner city=New Delhi country=INDIA email=d@example.org",
        ],
    );
}

#[test]
fn surnames_alone_stand_below_a_label_of_those_away() {
    expect(
        "Faculty Senate Minutes\n\nThe President opened the May sitting of the Senate, and nobody asked for a change in what was written down of the sitting in April.\n\nMembers Absent Without Representation:\nAshgrove, Birtle, Corran, S. Quantrill, T. Quantrill, deVane, DeHaan, Ferriby, and Gantry.\n\nGuests of the Senate:\nG. Sample, S. Quill, and D. Vossen.\n",
        &[
            "Ashgrove attendance=absent",
            "Birtle attendance=absent",
            "Corran attendance=absent",
            "S. Quantrill attendance=absent",
            "T. Quantrill attendance=absent",
            "deVane attendance=absent",
            "DeHaan attendance=absent",
            "Ferriby attendance=absent",
            "Gantry attendance=absent",
            "G. Sample",
            "S. Quill",
            "D. Vossen",
        ],
    );
}

#[test]
fn a_short_form_between_people_is_the_next_body() {
    expect(
        "List of members present\n\nLAKE PARTY OF THE NORTH\nMs Ann Model\nMs Eve Probe\nMr Bo Test\nGRN\nMs Dee Trial\nMr Cy Sample\n",
        &[
            "Ann Model honorific=Ms organisation=LAKE PARTY OF THE NORTH attendance=present",
            "Eve Probe honorific=Ms organisation=LAKE PARTY OF THE NORTH attendance=present",
            "Bo Test honorific=Mr organisation=LAKE PARTY OF THE NORTH attendance=present",
            "Dee Trial honorific=Ms organisation=GRN attendance=present",
            "Cy Sample honorific=Mr organisation=GRN attendance=present",
        ],
    );
}

#[test]
fn labels_side_by_side_have_a_column_each() {
    expect(
        "Minutes of the committee\n\nMEMBERS PRESENT: MEMBERS ABSENT:\nSenator Ann Model Senator Bo Probe\nSenator Cy Sample\nSenator Dee Trial, Jr.\n\nThe chair opened the meeting.\n",
        &[
            "Ann Model honorific=Senator attendance=present",
            "Bo Probe honorific=Senator attendance=absent",
            "Cy Sample honorific=Senator attendance=present",
            "Dee Trial honorific=Senator attendance=present",
        ],
    );
    expect(
        "Minutes of the committee\n\nMEMBERS PRESENT:\n\nMEMBERS ABSENT:\n\nSenator Ann Model, Chair\n\nNone\n\nSenator Bo Probe\n\nSenator Cy Sample\n\nThe chair opened the meeting at noon.\n",
        &[
            "Ann Model honorific=Senator job_title=Chair attendance=present",
            "Bo Probe honorific=Senator attendance=present",
            "Cy Sample honorific=Senator attendance=present",
        ],
    );
}

#[test]
fn posts_stay_with_whoever_they_stand_behind_in_columns() {
    let rows = [
        "Ann Model honorific=Ms. job_title=Chair attendance=present",
        "Bo Probe honorific=Mr. attendance=absent",
        "Cy Sample honorific=Mr. attendance=present",
        "Dee Trial honorific=Ms. attendance=present",
    ];
    for between in ["   ", " "] {
        let text = format!(
            "Minutes of the board\n\nPRESENT: ABSENT:\nMs. Ann Model, Chair{between}Mr. Bo Probe\nMr. Cy Sample\nMs. Dee Trial\n\nThe board met.\n"
        );
        expect(&text, &rows);
    }
}

#[test]
fn offices_and_titles_of_several_are_told_from_names() {
    expect(
        "Minutes of the parish council\n\nPresent: Cllrs C Model and A Probe.\nDistrict Cllrs Burley and Cawood were present.\nIn attendance: Mr J Sample, County Cllr Trial, the Clerk and 3 members of the public.\n",
        &[
            "C Model honorific=Cllrs attendance=present",
            "A Probe attendance=present",
            "Burley honorific=District Cllrs attendance=present",
            "Cawood attendance=present",
            "J Sample honorific=Mr attendance=present",
            "Trial honorific=County Cllr attendance=present",
        ],
    );
}

#[test]
fn places_in_capitals_head_people_with_titles() {
    expect(
        "PROCES-VERBAL du conseil\n\nEtaient présents :\nBELLEVILLE\nM. MODEL Marc (suppléant de\nM. PROBE Jean)\nPIERRE LEVEE\nM. SAMPLE Claude\nMme TEST Edith\nMERY SUR ORNE\nM. TRIAL André\nMme VOGEL Josiane\nM. WEBER Gilbert\nReprésentés par pouvoir :\nM. XAVIER Alain à Mme TEST Edith\nMme YVER Rose par M. TRIAL André\n",
        &[
            "Marc MODEL last_name=MODEL honorific=M. organisation=BELLEVILLE job_title=suppléant de M. PROBE Jean attendance=present",
            "Claude SAMPLE last_name=SAMPLE honorific=M. organisation=PIERRE LEVEE attendance=present",
            "Edith TEST last_name=TEST honorific=Mme organisation=PIERRE LEVEE attendance=present",
            "André TRIAL last_name=TRIAL honorific=M. organisation=MERY SUR ORNE attendance=present",
            "Josiane VOGEL last_name=VOGEL honorific=Mme organisation=MERY SUR ORNE attendance=present",
            "Gilbert WEBER last_name=WEBER honorific=M. organisation=MERY SUR ORNE attendance=present",
            "Alain XAVIER last_name=XAVIER honorific=M. attendance=apologies",
            "Rose YVER last_name=YVER honorific=Mme attendance=apologies",
        ],
    );
}

#[test]
fn titles_lead_in_the_members_of_a_body() {
    expect(
        "PROCES VERBAL du comité\nSéance du 11 février 2016\n\nÉtaient présents Mesdames et Messieurs les délégué(e)s du Syndicat : Monsieur Pascal MODEL (Artois), Mesdames Anita PROBE\n(Baume), Martine SAMPLE (Le Bois), Messieurs David TEST (Beaune), Yves TRIAL\n(Bussy Saint Martin), Madame Annick VOGEL (Coulon).\n\nExcusés : Mesdames Leroy, Audon, Messieurs Leclerc, Cottin, Tonneau.\n",
        &[
            "Pascal MODEL last_name=MODEL honorific=Monsieur city=Artois attendance=present",
            "Anita PROBE last_name=PROBE honorific=Mesdames city=Baume attendance=present",
            "Martine SAMPLE last_name=SAMPLE city=Le Bois attendance=present",
            "David TEST last_name=TEST honorific=Messieurs city=Beaune attendance=present",
            "Yves TRIAL last_name=TRIAL city=Bussy Saint Martin attendance=present",
            "Annick VOGEL last_name=VOGEL honorific=Madame city=Coulon attendance=present",
            "Leroy honorific=Mesdames attendance=apologies",
            "Audon attendance=apologies",
            "Leclerc honorific=Messieurs attendance=apologies",
            "Cottin attendance=apologies",
            "Tonneau attendance=apologies",
        ],
    );
}

#[test]
fn initials_behind_names_tell_who_came() {
    expect(
        "Board Meeting Minutes\n\n\n  • Ann Model (AM)\n\n  • Bo Probe (BP)\n\n  • Cy Sample (CR)\n\n  • Dee Trial (DT),\n\n1. Update on activity\n\nThe plan is ready.\n",
        &["Ann Model", "Bo Probe", "Cy Sample", "Dee Trial"],
    );
}

#[test]
fn bodies_over_their_people_have_countries_behind_them() {
    expect(
        "Who was there\n\nReed Watch, Seychelles\n   Ann Model, Director\n   Bo Probe, Diver\n\nKaneohe Pearl Farm, United States\n   Cy Sample, Nursery manager\n\nMill Trust (Kenya)\n   Eve Trial, Chair\n\nPond Society\n   Maria Case, Clerk\n",
        &[
            "Ann Model organisation=Reed Watch job_title=Director country=Seychelles",
            "Bo Probe organisation=Reed Watch job_title=Diver country=Seychelles",
            "Cy Sample organisation=Kaneohe Pearl Farm job_title=Nursery manager country=United States",
            "Eve Trial organisation=Mill Trust job_title=Chair country=Kenya",
            "Maria Case organisation=Pond Society job_title=Clerk",
        ],
    );
}

#[test]
fn titles_behind_names_are_posts_among_posts() {
    expect(
        "Minutes of the meeting of the chapter\n\nPresent\n\nDr Ann Model, Precentor\nMrs Bo Probe, Lay Canon\nDr Di Case, Professor\n\nRoll call of officers\n\nEve Trial, President ...... present\nCy Sample, Treasurer ...... present\nJo Check, Captain ......... absent\n",
        &[
            "Ann Model honorific=Dr job_title=Precentor attendance=present",
            "Bo Probe honorific=Mrs job_title=Lay Canon attendance=present",
            "Di Case honorific=Dr job_title=Professor attendance=present",
            "Eve Trial job_title=President attendance=present",
            "Cy Sample job_title=Treasurer attendance=present",
            "Jo Check job_title=Captain attendance=absent",
        ],
    );
}

#[test]
fn officers_in_lines_at_the_head_of_minutes_held_the_meeting() {
    expect(
        "PROC\u{c8}S-VERBAL DE L'ASSEMBL\u{c9}E\n\nR\u{e9}union du 3 mars 2014 \u{e0} S\u{e8}te\n\nBUREAU\n\nPr\u{e9}sident :   Marc Delmas\nSecr\u{e9}taire :  Anne Roux\nMembres :     Paul Faure, Lise Henry\n\nORDRE DU JOUR\n\n1. Comptes\n2. Divers\n",
        &[
            "Marc Delmas job_title=Pr\u{e9}sident",
            "Anne Roux job_title=Secr\u{e9}taire",
            "Paul Faure",
            "Lise Henry",
        ],
    );
}

#[test]
fn first_names_under_labels_for_all_and_long_labels_that_say_who_came() {
    let text = "# Conseil du 3 mars 2021\n\n**Présent.es :** Jeanne-Lise, Odile, Agathe, Paul\\\n**Excusé.es :** Sylvette, Solange, Ivan, \
                François (voix donnée à Paul), Pauline, La Barque des Mots\\\n**Durée :** trois heures\n\nLes membres du conseil se sont \
                réunis pour la deuxième fois de cette année et ont parlé de la barque.\n";
    let rows = [
        "Jeanne-Lise attendance=present",
        "Odile attendance=present",
        "Agathe attendance=present",
        "Paul attendance=present",
        "Sylvette attendance=apologies",
        "Solange attendance=apologies",
        "Ivan attendance=apologies",
        "François attendance=apologies",
        "Pauline attendance=apologies",
        "La Barque des Mots attendance=apologies",
    ];
    expect(text, &rows);
    expect(
        "Acta de la junta del molino de la villa, en la que se habló de la rueda y del agua que llega desde el río.\n\nAsisten los miembros de la Junta Directiva del molino:\n - Juan Luis Prado\n - Hugo Corral\n\nSin más asuntos se cierra la junta.\n\nLa secretaria,\n\n Elena Corral\n",
        &[
            "Juan Luis Prado attendance=present",
            "Hugo Corral attendance=present",
        ],
    );
}

#[test]
fn those_who_came_below_the_last_item_of_an_agenda_present_nothing() {
    let text = "Compte rendu de la réunion du conseil de la barque\n\nOrdre du jour :\n14h00 - Tour de table\n14h30 - Vote de la barque\n15h00 - Questions diverses\n\
                Quorum : Il y a 92 membres.\nEtaient présents à cette réunion :\n- Anne Martin\n- Paul Durand\n- Marie Barque\n\nSoit 3 voix pour la barque.\n";
    let source = Source::from_text("t", text);
    let found = extract(&source, &Options::default());
    assert!(found.presenters.is_empty());
    expect(
        text,
        &[
            "Anne Martin attendance=present",
            "Paul Durand attendance=present",
            "Marie Barque attendance=present",
        ],
    );
}

#[test]
fn what_people_did_in_the_meeting_is_no_post() {
    expect(
        "Participants\n\n| Number | Name | Region | Role |\n|---|---|---|---|\n| 1 | Ann Model | Lakeland | Speaker |\n| 2 | Ben Probe | Lakeland | Participant |\n\
         | 3 | Paul Trial | Millshire | Participant |\n| 4 | Jane Sample | Millshire | Participant |\n| 5 | Mark Tester | Millshire | Co-Chair |\n",
        &[
            "Ann Model number=1",
            "Ben Probe number=2",
            "Paul Trial number=3",
            "Jane Sample number=4",
            "Mark Tester number=5",
        ],
    );
}

#[test]
fn honorifics_that_are_given_names_stay_in_front_of_one_word() {
    expect(
        "# Report\n\n## Participants\n\n- Tuan Model, Director, Mud Trust\n- Dr Sri Probe (Lake Office)\n- Prince Sample (Lake Office)\n\
         - Test, Sri (Lake Office)\n- Tuan Haji Ismail bin Ahmad (Ministry)\n- Dato' Sri Ahmad Trial (Ministry)\n",
        &[
            "Tuan Model organisation=Mud Trust job_title=Director",
            "Sri Probe honorific=Dr organisation=Lake Office",
            "Prince Sample organisation=Lake Office",
            "Sri Test last_name=Test organisation=Lake Office",
            "Ismail bin Ahmad honorific=Tuan Haji organisation=Ministry",
            "Ahmad Trial honorific=Dato' Sri organisation=Ministry",
        ],
    );
}

#[test]
fn persons_met_are_listed_and_items_that_last_head_no_list() {
    expect(
        "Mission note\n\nRegistration of participants (30 min)\n\nMs Ana Model (Mud Agency)\n\nPersons met\n\n\
         | No. | Full name | Institution | Country |\n|---|---|---|---|\n| 1 | Prof. Ada Probe | Ministry of Ponds | Fiji |\n\
         | 2 | Bo Sample | Reed Trust | Peru |\n",
        &[
            "Ada Probe number=1 honorific=Prof. organisation=Ministry of Ponds country=Fiji",
            "Bo Sample number=2 organisation=Reed Trust country=Peru",
        ],
    );
}

#[test]
fn a_sentence_that_goes_on_behind_a_stop_is_no_person() {
    expect(
        "Compte rendu\n\nPrésents :\n\n– Ana Model (Fondation des étangs)\n– Bo Probe (Agence des roseaux)\n\nExcusés :\n\n\
         – Cy Sample (Fondation des étangs)\n\n**Ouverture**\n\n\
         Ida Test, Chercheuse, a présidé la séance. Des objets fabriqués par les\napprentis étaient exposés dans le hall.\n",
        &[
            "Ana Model organisation=Fondation des étangs attendance=present",
            "Bo Probe organisation=Agence des roseaux attendance=present",
            "Cy Sample organisation=Fondation des étangs attendance=apologies",
        ],
    );
}

#[test]
fn a_key_to_initials_is_no_list_and_a_town_no_initials() {
    expect(
        "Minutes of the board\n\nPresent:\n\n- Ana Model (Mud Survey; Data Unit; Apia)\n- Bo Probe (Mud Survey; Data Unit; Baku)\n- Siva Sample (Mud Survey; Data Unit; Suva)\n\n\
         Excused:\n\n- Ida Test (Reed Union)\n\nInitials used: AM = Ana Model, BP = Bo Probe, SS = Siva\nSample, IT = Ida Test.\n\n1. Opening\n\nAM opened the meeting.\n",
        &[
            "Ana Model organisation=Mud Survey department=Data Unit city=Apia attendance=present",
            "Bo Probe organisation=Mud Survey department=Data Unit city=Baku attendance=present",
            "Siva Sample organisation=Mud Survey department=Data Unit city=Suva attendance=present",
            "Ida Test organisation=Reed Union attendance=apologies",
        ],
    );
}

#[test]
fn nombre_alone_heads_whole_names_in_a_table_of_lines() {
    expect(
        "Informe del taller\n\nLista de participantes\n\nNombre\nInstitución\nCargo\nCorreo electrónico\n\
         Sra. Ana Model\nUniversidad de Charcas\nAsesora legal\nana@example.org\nSr. Bo Probe\nFundación Juncos\nTécnico de campo\nbo@example.org\n",
        &[
            "Ana Model honorific=Sra. organisation=Universidad de Charcas job_title=Asesora legal email=ana@example.org",
            "Bo Probe honorific=Sr. organisation=Fundación Juncos job_title=Técnico de campo email=bo@example.org",
        ],
    );
}

#[test]
fn a_line_without_a_number_goes_on_with_the_row_above() {
    expect(
        "LIST OF PARTICIPANTS\n\n\
         S.No.  Name and designation          Organisation and address     Email/Phone\n\
         1.     Mr. Ram Model                 Seed Board                   ram@example.org\n\
        \x20      Director General              Kathmandu, Nepal             +977 1 555 0101\n\
         2.     Dr. Sita Probe                Reed Agency                  sita@example.org\n\
        \x20      Senior Scientist              Kathmandu, Nepal\n\
         3.     Ms. Maya Trial                Farmers Federation           maya@example.org\n\
        \x20      Vice President                Thimphu, Bhutan\n",
        &[
            "Ram Model number=1 honorific=Mr. organisation=Seed Board job_title=Director General city=Kathmandu country=Nepal email=ram@example.org phone=+977 1 555 0101",
            "Sita Probe number=2 honorific=Dr. organisation=Reed Agency job_title=Senior Scientist city=Kathmandu country=Nepal email=sita@example.org",
            "Maya Trial number=3 honorific=Ms. organisation=Farmers Federation job_title=Vice President city=Thimphu country=Bhutan email=maya@example.org",
        ],
    );
}

#[test]
fn titles_tell_several_people_whatever_stands_behind_them() {
    expect(
        "MEETING OF THE FORUM\n\nPRESENT\n\nCllr A Model, Cllr B Probe\n\nAPOLOGIES\n\nCllr C Sample (Reed PC), Mrs D Test (Mill PC), PC 1234 E Trial\n\n1. WELCOME\n\nAll were welcomed.\n",
        &[
            "A Model honorific=Cllr attendance=present",
            "B Probe honorific=Cllr attendance=present",
            "C Sample honorific=Cllr organisation=Reed PC attendance=apologies",
            "D Test honorific=Mrs organisation=Mill PC attendance=apologies",
        ],
    );
}

#[test]
fn posts_and_names_strung_together() {
    let strung =
        "Reeve Ann Model Deputy Mayor Probe Councillor Sample Councillor Trial Clerk, Cy Test";
    let rows = [
        "Ann Model job_title=Reeve",
        "Probe job_title=Deputy Mayor",
        "Sample job_title=Councillor",
        "Trial job_title=Councillor",
        "Cy Test job_title=Clerk",
    ];
    expect(
        &format!("Minutes of the Council\n\n{strung}\n\nThe Reeve opened the meeting.\n"),
        &rows,
    );
    let present = rows.map(|r| format!("{r} attendance=present"));
    let present = present.each_ref().map(String::as_str);
    expect(
        &format!("Minutes of the Council\n\nPresent: {strung}\n"),
        &present,
    );
}

#[test]
fn whom_to_contact_later_did_not_come() {
    let list = "Pond workshop\n\n## Invited participants\n\nAnn Model <ann@example.org>\nBo Probe <bo@example.org>\nCy Sample <cy@example.org>\n";
    let rows = [
        "Ann Model email=ann@example.org",
        "Bo Probe email=bo@example.org",
        "Cy Sample email=cy@example.org",
    ];
    expect(list, &rows);
    expect(
        &format!(
            "{list}\n---\n\nContact later\n\n* Dee Test <dee@example.org>\n* Eli Trial <eli@example.org>\n"
        ),
        &rows,
    );
}
