//! Lists that blanks and tabs set out, and what the words behind names and labels say.

use super::tests::expect;

#[test]
fn other_columns_further_down_take_no_table_away() {
    expect(
        "MINUTES\n\nMEMBERS PRESENT\n\n\
         No.  NAME                 ORGANIZATION            POSITION\n\
         1    Mrs\u{a0}Ada Model        Ministry of Ponds       Chief Warden\n\
         2    Mr\u{202f}Bo Probe         Reed Society            Treasurer\n\
         3    Dr Cy Sample         Institute of Eels       Researcher\n\n\
         AGENDA\n\n1. Opening\n2. Accounts\n3. Boats\n4. Any other business\n\n1. Opening\n\n2. Accounts\n\n\
         Item            Amount      Status\nRope            20          Paid\nPaint           30          Due\n",
        &[
            "Ada Model number=1 honorific=Mrs organisation=Ministry of Ponds job_title=Chief Warden attendance=present",
            "Bo Probe number=2 honorific=Mr organisation=Reed Society job_title=Treasurer attendance=present",
            "Cy Sample number=3 honorific=Dr organisation=Institute of Eels job_title=Researcher attendance=present",
        ],
    );
}

#[test]
fn people_stand_below_a_label_behind_tabs() {
    expect(
        "MINUTES OF THE BOARD\n\nPresent:\tMrs Ada Model (Chair)\n\tMr Bo Probe (Treasurer)\n\tDr Cy Sample\n\n\
         In attendance:\tMs Dee Test (Clerk)\n\tMr Eli Trial (Reed Surveyors Ltd)\n\n\
         Apologies:\tMr Fay Trace, Mrs Gil Check\n\n1. Boats\n\nThe boats are old.\n",
        &[
            "Ada Model honorific=Mrs job_title=Chair attendance=present",
            "Bo Probe honorific=Mr job_title=Treasurer attendance=present",
            "Cy Sample honorific=Dr attendance=present",
            "Dee Test honorific=Ms job_title=Clerk attendance=present",
            "Eli Trial honorific=Mr organisation=Reed Surveyors Ltd attendance=present",
            "Fay Trace honorific=Mr attendance=apologies",
            "Gil Check honorific=Mrs attendance=apologies",
        ],
    );
}

#[test]
fn behind_the_title_of_several_commas_part_people() {
    expect(
        "Minutes of the council\n\nPresent: Mayor Dora Model; Councilmembers Wade Probe, Grace Sample-Hill, Terry Test and Tonya Trial\n\
         Absent: Councilmember Bruce Check\nStaff: City Manager Ed Trace, City Clerk Dawn Marl\n",
        &[
            "Dora Model job_title=Mayor attendance=present",
            "Wade Probe honorific=Councilmembers attendance=present",
            "Grace Sample-Hill attendance=present",
            "Terry Test attendance=present",
            "Tonya Trial attendance=present",
            "Bruce Check honorific=Councilmember attendance=absent",
            "Ed Trace job_title=City Manager attendance=present",
            "Dawn Marl job_title=City Clerk attendance=present",
        ],
    );
}

#[test]
fn those_not_able_to_join_and_those_of_no_organisation() {
    expect(
        "# Reed call\n\nParticipants:\n\n* Ana Model (Reed Society)\n* Diego Probe (independent)\n* Mei Sample (Pond Museum)\n\n\
         Not able to join: Youssef Test, Greta Trial\n",
        &[
            "Ana Model organisation=Reed Society",
            "Diego Probe organisation=independent",
            "Mei Sample organisation=Pond Museum",
            "Youssef Test attendance=apologies",
            "Greta Trial attendance=apologies",
        ],
    );
}

#[test]
fn a_post_and_a_body_share_the_line_below_a_name() {
    expect(
        "List of participants\n\nFIJI\n\nMs. Sala Model\nCoordinator, Reef Rescue Volunteers\nSuva\n\n\
         Mr. Bo Probe\nDistrict officer, Department of Fords\nNadi\n\nMr. Cy Sample\nProfessor\nReed University\nLabasa\n",
        &[
            "Sala Model honorific=Ms. organisation=Reef Rescue Volunteers job_title=Coordinator city=Suva country=FIJI",
            "Bo Probe honorific=Mr. organisation=Department of Fords job_title=District officer city=Nadi country=FIJI",
            "Cy Sample honorific=Mr. organisation=Reed University job_title=Professor city=Labasa country=FIJI",
        ],
    );
}

#[test]
fn a_page_may_part_a_table_set_with_blanks() {
    let head = "[1]\nReed Meeting                                          Eels 2011\n\n";
    let text = format!(
        "EELS 2011\n\nThe meeting was held in May and many came to hear of eels and their ways in the ponds.\n\n\
         {head}Everybody spoke of eels for a whole day, and nobody of anything else that swims.\n\n\
         Appendix 2  Participants\n\n\
         Model, Ada               North Reed Laboratory           Siliguri, India\n\
         Probe, Bo                Hill Radio Cooperative          Kalimpong, India\n\
         Sample Marl, Cy          Observatorio de Anguilas        La Paz, Bolivia\n\n\
         [2]\nReed Meeting                                          Eels 2011\n\n\
         Test, Dee Fay            Alpine Reed Watch               Kurseong, India\n\
         Trial, Eli               Alpine Eel Service              Bolzano, Italy\n\
         Trace, Gil               Royal Pond Office               Thimphu, Bhutan\n\n[3]\n"
    );
    expect(
        &text,
        &[
            "Ada Model last_name=Model organisation=North Reed Laboratory city=Siliguri country=India",
            "Bo Probe last_name=Probe organisation=Hill Radio Cooperative city=Kalimpong country=India",
            "Cy Sample Marl last_name=Sample Marl organisation=Observatorio de Anguilas city=La Paz country=Bolivia",
            "Dee Fay Test last_name=Test organisation=Alpine Reed Watch city=Kurseong country=India",
            "Eli Trial last_name=Trial organisation=Alpine Eel Service city=Bolzano country=Italy",
            "Gil Trace last_name=Trace organisation=Royal Pond Office city=Thimphu country=Bhutan",
        ],
    );
}

#[test]
fn a_reference_before_a_label_and_clocks_behind_names_hide_nobody() {
    expect(
        "Minutes of the Reed Council\n\nRee/285/07-08 Present\nMembers: Cllr P Model (Chairman), Cllr J Model, Cllr Probe (arrived at 7.01pm) and Cllr Test.\n\nReeds were cut.\n",
        &[
            "P Model honorific=Cllr job_title=Chairman attendance=present",
            "J Model honorific=Cllr attendance=present",
            "Probe honorific=Cllr attendance=present",
            "Test honorific=Cllr attendance=present",
        ],
    );
}

#[test]
fn who_was_away_may_stand_before_the_words_that_lead_in_others() {
    expect(
        "MINUTES OF THE BOARD\n\nThomas Model was unable to attend. Staff present by invitation of the mill were:\n\n\
         David J. Probe, Secretary\nGreta Test, 1 Chief of Staff\nMorgan Trial 2\nNora Sample, Treasurer\n",
        &[
            "Thomas Model attendance=apologies",
            "David J. Probe job_title=Secretary attendance=present",
            "Greta Test job_title=Chief of Staff attendance=present",
            "Morgan Trial attendance=present",
            "Nora Sample job_title=Treasurer attendance=present",
        ],
    );
}

#[test]
fn those_present_at_a_meeting_in_a_sentence() {
    expect(
        "BOARD OF PONDS MEETING\nMINUTES\n\nThe evening began at 7:20 pm. Those present were Rosamund Model Chair, and Linnea Probe and Dr. Oskar Test.\n",
        &[
            "Rosamund Model job_title=Chair attendance=present",
            "Linnea Probe attendance=present",
            "Oskar Test honorific=Dr. attendance=present",
        ],
    );
}

#[test]
fn whoever_keeps_the_minutes_is_not_among_those_away() {
    expect(
        "Minutes of the board\n\nPresent:\nChristine Model, Anne Probe, Bo Test.\nAbsent:\nMary Sample\nNote taker: John Trial\n",
        &[
            "Christine Model attendance=present",
            "Anne Probe attendance=present",
            "Bo Test attendance=present",
            "Mary Sample attendance=absent",
            "John Trial job_title=Note taker",
        ],
    );
}

#[test]
fn an_address_column_names_the_body_and_its_town() {
    expect(
        "Annex 1: List of participants\n\n\
         NAME              ADDRESS                         PHONE/FAX              E-MAIL\n\
         Ann Model         Pond Institute                  Phone +353 91 555200   ann@example.org\n\
         (Chair)           Rinville                        Fax +353 91 555201\n\
         \u{20}                 Ireland\n\
         Paul Probe        Institute of Reed Research      Phone +47 55555500     paul@example.org\n\
         \u{20}                 P.O. Box 1870                   Fax +47 55555531\n\
         \u{20}                 5817 Bergen\n\
         \u{20}                 Norway\n\
         Carla Trial       Duck Office                     Phone +351 215550000   carla@example.org\n\
         \u{20}                 12 Mill Street\n\
         \u{20}                 1449-006 Lisbon\n\
         \u{20}                 Portugal\n",
        &[
            "Ann Model organisation=Pond Institute job_title=Chair country=Ireland email=ann@example.org phone=+353 91 555200",
            "Paul Probe organisation=Institute of Reed Research city=Bergen country=Norway email=paul@example.org phone=+47 55555500",
            "Carla Trial organisation=Duck Office city=Lisbon country=Portugal email=carla@example.org phone=+351 215550000",
        ],
    );
}

#[test]
fn organisers_are_some_of_the_participants_announced_above() {
    expect(
        "# List of attendees\n\n## Non speakers\n\n1. Ann Model (Pond Institute)\n1. Paul Probe (Lake Trust)\n1. Carla Trial (Mill Trust)\n\n\
         ## Organisers\n\n| Participant | Affiliation |\n|---|---|\n| Greta Test | Duck Office |\n| Henry Sample | Reed Office |\n",
        &[
            "Ann Model number=1 organisation=Pond Institute",
            "Paul Probe number=1 organisation=Lake Trust",
            "Carla Trial number=1 organisation=Mill Trust",
            "Greta Test organisation=Duck Office",
            "Henry Sample organisation=Reed Office",
        ],
    );
}

#[test]
fn numbers_part_people_whom_the_layout_ran_together() {
    expect(
        "List of attendees\n\n1. Ann Model, Ministry of Ponds, Kenya 2. Paul Probe, Lake Trust, Uganda 3. Carla Trial, Reed\nOffice, Rwanda 4. Greta Test, Mill Trust, Burundi\n",
        &[
            "Ann Model number=1 organisation=Ministry of Ponds country=Kenya",
            "Paul Probe number=2 organisation=Lake Trust country=Uganda",
            "Carla Trial number=3 organisation=Reed Office country=Rwanda",
            "Greta Test number=4 organisation=Mill Trust country=Burundi",
        ],
    );
}

#[test]
fn short_forms_offices_and_signs_around_those_who_came() {
    expect(
        "Minutes of the meeting of 5 May 2014\n\nPresent:\n\nUNICEF: Alan Brown\nNCWO: Orrin Lebeau\nWFP: Mary Jones, Ann Smith\n\n1. Agenda\n",
        &[
            "Alan Brown organisation=UNICEF attendance=present",
            "Orrin Lebeau organisation=NCWO attendance=present",
            "Mary Jones organisation=WFP attendance=present",
            "Ann Smith organisation=WFP attendance=present",
        ],
    );
    expect(
        "Attendees\n\nPresent\n       Alan Brown, Andrew Field, Mary Jones\nRegrets\n       Ben Lund, David Moss\nChair\n       Chris Well\n\nContents\n",
        &[
            "Alan Brown attendance=present",
            "Andrew Field attendance=present",
            "Mary Jones attendance=present",
            "Ben Lund attendance=apologies",
            "David Moss attendance=apologies",
            "Chris Well job_title=Chair attendance=present",
        ],
    );
    expect(
        "Minutes of the trust\n\nIn attendance: Ann Brown/Alan Green (Co-chairs), Tom Robin, Mary Spence and the Clerk, Adrian Field\nObserving: David Roy\n",
        &[
            "Ann Brown job_title=Co-chairs attendance=present",
            "Alan Green job_title=Co-chairs attendance=present",
            "Tom Robin attendance=present",
            "Mary Spence attendance=present",
            "Adrian Field job_title=Clerk attendance=present",
            "David Roy attendance=present",
        ],
    );
    expect(
        "MINUTES\n\nCommissioner - Jeff Lund: Present\nMayor - Mary Jones: Present\nCommissioner - Chris Well: Absent\n",
        &[
            "Jeff Lund job_title=Commissioner attendance=present",
            "Mary Jones job_title=Mayor attendance=present",
            "Chris Well job_title=Commissioner attendance=absent",
        ],
    );
}

#[test]
fn spanish_titles_part_people_in_capitals_and_offices_stand_behind_dashes() {
    expect(
        "ACTA DE LA SESIÓN ORDINARIA DEL CONSEJO\n\nAsistentes: D. Manuel Prueba Gil- Presidente D. Pedro Muestra Mora Dña. Lucía Muestra Carpintero D. LUIS CASO VIDAL\n\nAprobación del acta de la sesión anterior.\n",
        &[
            "Manuel Prueba Gil honorific=D. job_title=Presidente attendance=present",
            "Pedro Muestra Mora honorific=D. attendance=present",
            "Lucía Muestra Carpintero honorific=Dña. attendance=present",
            "LUIS CASO VIDAL honorific=D. attendance=present",
        ],
    );
}

#[test]
fn labels_run_into_the_people_before_them() {
    expect(
        "Minutes of the Board\n\nMembers Present: Ann Brown, Tom Green Members Absent: John Black Also Present: Sue Field, Town Clerk\n\n1. Opening\n",
        &[
            "Ann Brown attendance=present",
            "Tom Green attendance=present",
            "John Black attendance=absent",
            "Sue Field job_title=Town Clerk attendance=present",
        ],
    );
    expect(
        "ACTA DE LA SESIÓN ORDINARIA DEL CONSEJO\n\nASISTENTES: D. MANUEL PRUEBA GIL DÑA. LORENA CASO MORA EXCUSAN SU ASISTENCIA: D. LUIS ENSAYO VIDAL\n\nAprobación del acta de la sesión anterior.\n",
        &[
            "MANUEL PRUEBA GIL honorific=D. attendance=present",
            "LORENA CASO MORA honorific=DÑA. attendance=present",
            "LUIS ENSAYO VIDAL honorific=D. attendance=apologies",
        ],
    );
}

#[test]
fn a_clause_below_ends_people_whom_and_joins() {
    expect(
        "Annual Meeting\nPresent: Cllr A Model – Chairman, Cllrs J Probe, Cllr R Test and the Clerk – Adrian Field\nCllr A Model opened the meeting at 7pm.\n1. Welcome\n",
        &[
            "A Model honorific=Cllr job_title=Chairman attendance=present",
            "J Probe honorific=Cllrs attendance=present",
            "R Test honorific=Cllr attendance=present",
            "Adrian Field job_title=Clerk attendance=present",
        ],
    );
}

#[test]
fn initials_tell_names_that_nothing_else_tells() {
    expect(
        "#### Participants\n- MD - Matteo Dell'Orto, Pond Office, France, Chair\n- MK - Mungsoo Ko, Reed Office, Republic of Korea\n- KS - Karen Sails, Duck Service, Kenya\n",
        &[
            "Matteo Dell'Orto organisation=Pond Office job_title=Chair country=France",
            "Mungsoo Ko organisation=Reed Office country=Republic of Korea",
            "Karen Sails organisation=Duck Service country=Kenya",
        ],
    );
}

#[test]
fn sentences_tell_who_acts_in_an_office() {
    expect(
        "ACTA DE LA JUNTA DEL CENTRO\nLugar: Sala de Juntas\n\nActúa como Presidente D. Luis Ejemplo Prueba\nActúa como Secretaria Dª. Ana Modelo Ruiz\n\nAsistentes:\nD. Pedro Muestra Gil\nDª. Carmen Prueba Sanz\n\nORDEN DEL DÍA\n1. Aprobación del acta anterior\n",
        &[
            "Luis Ejemplo Prueba honorific=D. job_title=Presidente",
            "Ana Modelo Ruiz honorific=Dª. job_title=Secretaria",
            "Pedro Muestra Gil honorific=D. attendance=present",
            "Carmen Prueba Sanz honorific=Dª. attendance=present",
        ],
    );
}

#[test]
fn people_behind_what_is_said_of_them() {
    for mark in ["* ", "- "] {
        expect(
            &format!(
                "# Report\n\n## Annex 2: List of participants\n\nThe workshop was attended by 24 people from six countries.\n\n{mark}Ada Model (Reed Society, CH)\n{mark}Bo Probe (University of Ponds, DE)\n{mark}Cy Sample (Institute of Eels, FR)\n{mark}Dee Test (Lake Trust, NL)\n"
            ),
            &[
                "Ada Model organisation=Reed Society country=CH",
                "Bo Probe organisation=University of Ponds country=DE",
                "Cy Sample organisation=Institute of Eels country=FR",
                "Dee Test organisation=Lake Trust country=NL",
            ],
        );
    }
    expect(
        "# Report\n\n## Participants\n\nThe workshop was attended by people from six countries.\n\n- Fishers and their families\n- Reed Society\n- Ministry of Ponds\n",
        &[],
    );
}

#[test]
fn kinds_of_companies_and_unknown_names_among_others() {
    expect(
        "Workshop Participants\n\n   Anna Model, Reed Boats, LLC\n\n   Peter Probe, Lake Trust\n\n   Xanthor Zamblin, Eel Systems\n\n   Maria Sample, Pond Networks, Inc.\n\n   Karl Test, University of Reeds\n",
        &[
            "Anna Model organisation=Reed Boats, LLC",
            "Peter Probe organisation=Lake Trust",
            "Xanthor Zamblin organisation=Eel Systems",
            "Maria Sample organisation=Pond Networks, Inc.",
            "Karl Test organisation=University of Reeds",
        ],
    );
}

#[test]
fn people_in_two_columns_stand_below_each_other() {
    expect(
        "NOTES\n\nALL WHO SIGNED THE BOOK\n\n\
         Anna Model, Reedham          Peter Probe, Aarby\n\
         Ruth Sample, Brill           Mary Test (Dr.), Aarby\n\
         Paul Trial, Aarby            Jane Check, Brill\n\n\
         A WORD FROM THE CLERKS\n\nWe wrote as fast as we could.\n",
        &[
            "Anna Model organisation=Reedham",
            "Ruth Sample organisation=Brill",
            "Paul Trial organisation=Aarby",
            "Peter Probe organisation=Aarby",
            "Mary Test honorific=Dr. organisation=Aarby",
            "Jane Check organisation=Brill",
        ],
    );
}

#[test]
fn the_longest_cell_of_a_column_leaves_two_blanks() {
    expect(
        "Delegations\n\nLake Trust                     Partners\n\n\
         Anna Model \u{2013} Chief Warden      Peter Probe \u{2013} Trustee, Mill Fund\n\
         Paul Trial \u{2013} Clerk             Jane Check \u{2013} Adviser, Mill Fund\n\
         John Fisher \u{2013} Warden           Ann Brown \u{2013} Trustee, Reed Society\n\
         Ruth Sample \u{2013} Deputy Director  Mary Test \u{2013} Adviser, Reed Society\n",
        &[
            "Anna Model organisation=Lake Trust job_title=Chief Warden",
            "Paul Trial organisation=Lake Trust job_title=Clerk",
            "John Fisher organisation=Lake Trust job_title=Warden",
            "Ruth Sample organisation=Lake Trust job_title=Deputy Director",
            "Peter Probe organisation=Mill Fund job_title=Trustee",
            "Jane Check organisation=Mill Fund job_title=Adviser",
            "Ann Brown organisation=Reed Society job_title=Trustee",
            "Mary Test organisation=Reed Society job_title=Adviser",
        ],
    );
}

#[test]
fn an_initial_behind_a_first_name_is_no_number() {
    expect(
        "Present:\n\nRuth B. Fisher, Chair\n\nEric M. Model, John Probe, and Peter Sample, Directors\n\nJane Test, Clerk\n",
        &[
            "Ruth B. Fisher job_title=Chair attendance=present",
            "Eric M. Model job_title=Directors attendance=present",
            "John Probe job_title=Directors attendance=present",
            "Peter Sample job_title=Directors attendance=present",
            "Jane Test job_title=Clerk attendance=present",
        ],
    );
}

#[test]
fn letters_of_every_name_tell_people_in_a_line() {
    expect(
        "# 3 May 2021 Meeting Notes\n\nAnn Model (AM), Bo Probe (BP), Cy Sample (CS), Wald Horn (WH), Zo\u{eb} \u{106}irin (ZC), \
         Gil Check (GC)\n\n## Agenda\n\nAM: Welcome.\n",
        &[
            "Ann Model",
            "Bo Probe",
            "Cy Sample",
            "Wald Horn",
            "Zo\u{eb} \u{106}irin",
            "Gil Check",
        ],
    );
}

#[test]
fn those_who_gave_a_person_their_vote_are_of_no_body() {
    expect(
        "Compte rendu de l'assemblée générale de l'association\n\nLa séance est ouverte par la présidente dans la salle des fêtes.\n\nÉtaient présents :\n- Anne Moreau\n- Claire Dupont\n- Jean Martin\n\n\
         Procurations sans consignes :\n- Anne Moreau : Paul Petit, Marie Moulin\n- Claire Dupont : Louis Leroy, Julie Garnier\n",
        &[
            "Anne Moreau attendance=present",
            "Claire Dupont attendance=present",
            "Jean Martin attendance=present",
        ],
    );
}

#[test]
fn the_years_of_an_office_make_nobody_a_reference() {
    expect(
        "Report of the Heron Workshop\n\nList of participants\n\n- Mr Ada Model, Minister of Reeds\n\
         - Mr Bo Probe, Former Director (1996-2005)\n- Ms Cy Sample, Editor\n",
        &[
            "Ada Model honorific=Mr job_title=Minister of Reeds",
            "Bo Probe honorific=Mr job_title=Former Director (1996-2005)",
            "Cy Sample honorific=Ms job_title=Editor",
        ],
    );
}

#[test]
fn people_between_the_name_of_their_body_and_the_agenda() {
    expect(
        "Reed Editorial Committee\n========================\n\n-   Anna Model, chair (Mill Works Reedham)\n\n\
         -   Peter Sample (Bibliothek Aar) \\*\n\n-   Margaret (Peg) Probe (Mill by Reed Centre for Boats\n    and Ferries)\n\n\
         -   Mary Trial (Ferry Archive) \\*\n\nAgenda 2021-03-04\n=================\n\n1.  Minutes\n\n2.  AoB\n",
        &[
            "Anna Model organisation=Mill Works Reedham job_title=chair",
            "Peter Sample organisation=Bibliothek Aar",
            "Margaret (Peg) Probe organisation=Mill by Reed Centre for Boats and Ferries",
            "Mary Trial organisation=Ferry Archive",
        ],
    );
}

#[test]
fn all_of_those_below_a_sentence_came() {
    expect(
        "# Participants\n\nThe following members and guests were present.\n\n- Anna Model\n- Peter Sample, secretary\n\n# Apologies\n\n- None\n",
        &[
            "Anna Model attendance=present",
            "Peter Sample job_title=secretary attendance=present",
        ],
    );
}

#[test]
fn full_stops_behind_countries_and_a_body_that_is_no_name() {
    expect(
        "# PARTICIPANTS\n\n- Anna MODEL, LTA, Kenya.\n- Peter SAMPLE, LTA Sekretriat.\n- Jane PROBE, Mill Office, Japan.\n- Mary TRIAL, LTA Secretariat.\n",
        &[
            "Anna MODEL last_name=MODEL organisation=LTA country=Kenya",
            "Peter SAMPLE last_name=SAMPLE organisation=LTA Sekretriat",
            "Jane PROBE last_name=PROBE organisation=Mill Office country=Japan",
            "Mary TRIAL last_name=TRIAL organisation=LTA Secretariat",
        ],
    );
}

#[test]
fn a_sentence_that_tells_apologies_again() {
    expect(
        "Attendance\n\n- Anna Model, LTA\n- Peter Sample, Mill Works\n\nApologies\n\n- Jane Probe, LTA\n- Mary Trial, Mill Works\n\n\
         1\\. Welcome\nAM opened the meeting. Apologies were received from Jane Probe and\nMary Trial.\n",
        &[
            "Anna Model organisation=LTA attendance=present",
            "Peter Sample organisation=Mill Works attendance=present",
            "Jane Probe organisation=LTA attendance=apologies",
            "Mary Trial organisation=Mill Works attendance=apologies",
        ],
    );
}

#[test]
fn a_cell_may_name_all_whom_a_body_sent() {
    let told = &[
        "Ada Model organisation=RU",
        "Tina Probe organisation=RU",
        "Eva Sample organisation=RU",
        "Jan de Test organisation=WUR attendance=remote",
        "Lotte Trial organisation=WUR",
        "Helen Vane organisation=Reed Ltd",
    ];
    expect(
        "Reed Meeting\n\nParticipants\n\nPartner     Name\nRU          Ada Model, Tina Probe, Eva Sample\nWUR         Jan de Test (online), Lotte Trial\nReed Ltd    Helen Vane\n",
        told,
    );
    expect(
        "# Reed Meeting\n\n## Participants\n\n| Organisation | Name |\n|---|---|\n| RU | Ada Model, Tina Probe and Eva Sample |\n| WUR | Jan de Test (online), Lotte Trial |\n| Reed Ltd | Helen Vane |\n",
        told,
    );
}

#[test]
fn a_transcript_right_below_the_list_is_no_part_of_it() {
    expect(
        "PARTICIPANTS:\n\nAnna Model\nHarbour Clerk\nMill Works\n\nPeter Sample\nSecretary\nReed Trust\n\
         SENATOR PROBE:  We have come to see how the reeds\nare cut in spring.\n",
        &[
            "Anna Model organisation=Mill Works job_title=Harbour Clerk",
            "Peter Sample organisation=Reed Trust job_title=Secretary",
        ],
    );
}
