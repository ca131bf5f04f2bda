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
