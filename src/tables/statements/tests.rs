//! Passages of minutes and records, and the statements that a reader finds in them.

use crate::extract::{Options, extract};
use crate::source::Source;

/// Each statement as `speaker | organisation | text`.
fn told(text: &str) -> Vec<String> {
    let data = extract(&Source::from_text("t", text), &Options::default());
    let told = |s: &super::Statement| {
        let cells = [&s.speaker, &s.organisation, &s.text];
        cells.map(|c| c.value.clone()).join(" | ")
    };
    data.statements.iter().map(told).collect()
}

/// Each statement as `speaker | text`.
pub(super) fn said(text: &str) -> Vec<String> {
    let data = extract(&Source::from_text("t", text), &Options::default());
    let said = |s: &super::Statement| format!("{} | {}", s.speaker.value, s.text.value);
    data.statements.iter().map(said).collect()
}

/// Who made each statement.
fn speakers(text: &str) -> Vec<String> {
    let speaker = |s: &String| s.split(" | ").next().unwrap_or("").to_string();
    told(text).iter().map(speaker).collect()
}

#[test]
fn tasks_are_no_statements_and_a_clause_is_no_organisation() {
    let text = "# Minutes\n\nPresent: Ana Example, Bo Sample\n\n## Boats\n\n\
        Mr. Bo Sample, who came late, said that boats rot.\n\n## Actions since May\n\n\
        - Ana: Paint all of the boats in the harbour before May.\n- Bo: Buy ropes for each of the boats, and nets.\n";
    assert_eq!(
        told(text),
        ["Bo Sample |  | Mr. Bo Sample, who came late, said that boats rot."]
    );
}

#[test]
fn a_statement_runs_to_the_next_speaker_or_the_group() {
    let text = "# Summary record\n\n## Opening\n\nMs. Ana Example of the Tide Fund said that boats rot.\n\n\
        The boats of the fund are old, and nobody has repaired them since the flood of the year before.\n\n\
        Ms. Example also asked for paint.\n\nMr. Bo Sample (Harbour Board) agreed.\n\n\
        The participants decided to paint the boats.\n\nThe paint will be green in all of the harbours.\n\n\
        ## Closing\n\nMr. Sample thanked everybody.\n";
    assert_eq!(
        told(text),
        [
            "Ana Example | Tide Fund | Ms. Ana Example of the Tide Fund said that boats rot. The boats of the fund are old, and nobody has repaired them since the flood of the year before. Ms. Example also asked for paint.",
            "Bo Sample | Harbour Board | Mr. Bo Sample (Harbour Board) agreed.",
            "Bo Sample | Harbour Board | Mr. Sample thanked everybody.",
        ]
    );
}

#[test]
fn what_happens_in_the_room_or_is_decided_behind_it_ends_a_statement() {
    let text = "MINUTES OF THE REED COMMITTEE\n\n4 May 2031\n\nMr Dawit Reed said that the road was closed.\n\nThe tour of the mill took place between items 2 and 3. Tea was had.\n\n\
        Ms Ana Torres replied that it was not.\n\nThe map on the wall shows both roads. The Committee decided to ask the town.\n";
    assert_eq!(
        told(text),
        [
            "Dawit Reed |  | Mr Dawit Reed said that the road was closed.",
            "Ana Torres |  | Ms Ana Torres replied that it was not.",
        ]
    );
}

#[test]
fn an_office_in_small_letters_before_a_full_name_and_alternates_speak() {
    let text = "ACTA DE LA REUNIÓN DEL PATRONATO\n\n4 de mayo de 2031\n\nLa delegada suplente de Chile sostuvo que el molino es viejo.\n\n\
        El alcalde Blas Modelo Prado respondió que no hay pintura.\n\nHubo risas y luego hubo discusión.\n";
    assert_eq!(
        told(text),
        [
            "delegada suplente de Chile | Chile | La delegada suplente de Chile sostuvo que el molino es viejo.",
            "Blas Modelo Prado |  | El alcalde Blas Modelo Prado respondió que no hay pintura.",
        ]
    );
}

#[test]
fn a_key_to_letters_may_stand_at_the_end() {
    let text = "MINUTES OF THE REED COMMITTEE\n\n4 May 2031\n\nAT: The reeds are wet and have to dry.\n\nBQ: They burn well all the same.\n\nAT   Ana Torres\n\nBQ   Bo Quill\n";
    assert_eq!(
        told(text),
        [
            "Ana Torres |  | The reeds are wet and have to dry.",
            "Bo Quill |  | They burn well all the same.",
        ]
    );
}

#[test]
fn little_goes_on_with_words_behind_a_name_and_a_view_needs_no_verb() {
    let text = "MINUTES OF THE REED COMMITTEE\n\n4 May 2031\n\nPresent: Ana Torres, Bo Quill\n\n1. Reeds\n\n\
        ANA TORRES: The reeds are wet.\n\nWe cut them in spring.\n\nBO QUILL: They burn well.\n\nA short pause followed.\n\n\
        2. Boats\n\nAccording to Ms Ana Torres of the Tide Fund, boats rot. She added that paint is dear.\n\nThe slides are on the site.\n";
    assert_eq!(
        told(text),
        [
            "Ana Torres | Tide Fund | The reeds are wet. We cut them in spring.",
            "Bo Quill |  | They burn well.",
            "Ana Torres | Tide Fund | According to Ms Ana Torres of the Tide Fund, boats rot. She added that paint is dear.",
        ]
    );
    let spanish = "ACTA DEL COMIT\u{c9}\n\n4 de mayo de 2031\n\nSra. Ana Torres (Molino) se\u{f1}al\u{f3} que la rueda chirr\u{ed}a. A\u{f1}adi\u{f3} que falta aceite.\n\n\
        Sr. Bo Quill (Banco) pregunt\u{f3} qui\u{e9}n paga.\n";
    let told = told(spanish);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].ends_with("falta aceite."), "{told:?}");
}

#[test]
fn a_lead_to_what_all_said_ends_a_statement() {
    let text = "MINUTES OF THE REED COMMITTEE\n\n4 May 2031\n\nMr Dawit Reed reported that the road was closed. He asked for guidance on the tanks.\n\nOn the tanks, the following challenges were reported:\n\n- pumps are too small;\n- nobody is trained.\n";
    assert_eq!(
        told(text),
        [
            "Dawit Reed |  | Mr Dawit Reed reported that the road was closed. He asked for guidance on the tanks."
        ]
    );
}

#[test]
fn the_reports_own_key_decides_and_a_remark_is_nobodys() {
    let text = "# Minutes of the Boat Committee\n\nPresent: Ana Pond (Mill Trust), Arno Pike (Tide Fund)\n\n\
        Initials: AP = Arno Pike, STH = Sim ter Heide.\n\n## 5. Boats\n\nAP: The boats rot. Nobody paints them.\n\n\
        A short pause followed.\n\nSTH: The paint is there.\n";
    assert_eq!(
        told(text),
        [
            "Arno Pike | Tide Fund | The boats rot. Nobody paints them.",
            "Sim ter Heide |  | The paint is there."
        ]
    );
}

#[test]
fn delegations_speak_without_a_name() {
    let text = "SUMMARY RECORD\n\n1. The representative of Norway, speaking for the coast, said that ice is thin.\n\n\
        2. The observer for the Union of Skaters asked for a rope.\n\n3. The Committee took note of the report.\n\n\
        4. The delegate (Kenya) thanked the coast.\n";
    let told = told(text);
    assert_eq!(told.len(), 3);
    assert!(told[2].starts_with("delegate (Kenya) | Kenya | "));
    assert!(told[0].starts_with("representative of Norway | Norway | "));
    assert!(told[1].starts_with("observer for the Union of Skaters | Union of Skaters | "));
}

#[test]
fn countries_speak_beside_delegations() {
    let text = "I. SAFETY OF FERRIES (item 3)\n\n1. Norway said that its ferries were inspected twice a year.\n\n\
        2. The United Kingdom, supported by France, expressed doubts.\n\n3. The secretariat introduced a paper.\n\n\
        4. The delegation of Chile asked for time.\n\n5. The Director of Ports, Mr. Amadou Keita, agreed.\n";
    assert_eq!(
        speakers(text),
        [
            "Norway",
            "United Kingdom",
            "delegation of Chile",
            "Amadou Keita"
        ]
    );
}

#[test]
fn a_report_that_only_presents_presentations_has_no_statements() {
    let text = "# Workshop\n\nDr. Grace Otieno welcomed the participants.\n\n\
        Mr. John Mwangi from the Ministry of Water presented the plan.\n\n\
        Prof. Peter Lund (University of Aarhus) gave a presentation on dams.\n";
    assert_eq!(told(text), [""; 0]);
}

#[test]
fn surnames_speak_in_minutes_and_motions_do_not() {
    let text = "# Minutes of the Board\n\nPresent: Maria Lopez (Chair), Tom Becker\n\n## Roof\n\n\
        Lopez asked for three quotes from roofers of the town.\n\nMr. Becker moved, seconded by Ms. Lopez, to wait.\n\n\
        The Chair thanked Mr. Becker for his work.\n";
    let told = told(text);
    assert_eq!(told.len(), 1);
    assert!(told[0].ends_with("Lopez asked for three quotes from roofers of the town."));
}

#[test]
fn names_before_a_colon_speak_where_they_recur() {
    let text = "# Talk\n\n**Ana Example:** Who turned the lamp off in the middle of the talk?\n\n\
        **Bo Sample:** I did, as it was warm.\n\n**Ana Example:** And now?\n\n**Bo Sample:** Now it is cold.\n";
    assert_eq!(told(text).len(), 4);
}

#[test]
fn an_office_speaks_for_whoever_holds_it() {
    let text = "Transcript of proceedings\n\nThe CHAIR (Ms Sample): Good morning to everybody who came.\n\n\
        Mr LARSEN (Lock Keepers' Union): Thank you. The locks are old.\n\nThe CHAIR: How old are they? Mr Larsen may answer.\n\n\
        The CLERK: Nobody knows who the clerk is.\n";
    let told = told(text);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(
        told[1].starts_with("LARSEN | Lock Keepers' Union | "),
        "{told:?}"
    );
    assert!(told[2].starts_with("Sample |  | How old"), "{told:?}");
}

#[test]
fn numbered_questions_and_answers_name_their_speakers() {
    let text = "# Webinar\n\nQ1: Is it loud?\nA1 (Ana Torres): No, not at all.\n\n\
        Q2 (from Bo Sample): Is it dear?\nA2 (Ana Torres): Yes, it is.\n";
    let told = told(text);
    let speakers: Vec<_> = told.iter().filter_map(|s| s.split(' ').next()).collect();
    assert_eq!(speakers, ["Ana", "Bo", "Ana"]);
}

#[test]
fn a_post_and_a_full_name_elsewhere_complete_the_speaker() {
    let text = "# Minutes of the meeting\n\nIt was opened by Ms. Ana Torres of the Tide Fund.\n\n\
        Ms. Torres welcomed everybody. She said that boats rot.\n\n\
        The Treasurer, Bo Sample, presented the accounts. Action: Bo to print them.\n\n\
        Mr. Sample made a motion to go home. Ms. Torres seconded it.\n";
    assert_eq!(
        told(text),
        [
            "Ana Torres | Tide Fund | Ms. Torres welcomed everybody. She said that boats rot.",
            "Bo Sample |  | The Treasurer, Bo Sample, presented the accounts.",
        ]
    );
}

#[test]
fn a_speaker_keeps_what_was_said_of_him_and_a_motion_ends_his_words() {
    let text = "# Minutes of the Board\n\nMr LARSEN (Mill Union): The wheel is old and the water is low in summer.\n\n\
        Mr LARSEN: It should be sold. Ms Torres moved that it be sold. Carried.\n\nShow of hands: sell 3, keep 2.\n";
    assert_eq!(
        told(text),
        [
            "LARSEN | Mill Union | The wheel is old and the water is low in summer. It should be sold."
        ]
    );
}

#[test]
fn turns_behind_a_stop_and_a_dash_are_statements() {
    let text = "COMPTE RENDU DE LA D\u{c9}L\u{c9}GATION AUX MOULINS\n\nJeudi 4 mai 2017\n\n\
        M. Paul Revel, pr\u{e9}sident. \u{2013} La roue est arr\u{ea}t\u{e9}e depuis le mois de mars et nul ne sait pourquoi.\n\n\
        Mme Anne Terroir. - Elle fut arr\u{ea}t\u{e9}e pour les poissons de la rivi\u{e8}re.\n\n\
        M. Paul Revel. \u{2013} Je vous remercie beaucoup de votre r\u{e9}ponse.\n";
    assert_eq!(speakers(text), ["Paul Revel", "Anne Terroir", "Paul Revel"]);
}

#[test]
fn lone_names_and_roles_and_groups_of_countries_speak_in_a_record() {
    let text = "MINUTES OF THE MILL GUILD\n\n4 May 2015\n\nQuillon said that the wheel is old.\n\n\
        A member of the Guild, Ms. Ana Torres, recalled that it was built by hand.\n\n\
        The EU and Norway asked for time.\n\nStaff said that staff were few.\n\n\
        Quillon asked who would pay.\n\nStaff asked for rest.\n\nConsideration of papers submitted by millers\n";
    assert_eq!(
        speakers(text),
        ["Quillon", "Ana Torres", "EU and Norway", "Quillon"]
    );
}

#[test]
fn titles_of_one_letter_and_articles_of_bodies_in_spanish_and_french() {
    let acta = "ACTA DE LA REUNIÓN DEL PATRONATO\n\nAsistentes:\nD.ª Ana Roca i Vidal, presidenta\nD. Luis Prado Serna, vocal\n\n\
        1. Obras\n\nD. Luis Prado informa de que las obras del molino van despacio porque\nfalta la pintura.\n\n\
        D.ª Ana Roca pregunta quién paga la pintura del molino.\n";
    assert_eq!(
        told(acta),
        [
            "Luis Prado Serna |  | D. Luis Prado informa de que las obras del molino van despacio porque falta la pintura.",
            "Ana Roca i Vidal |  | D.ª Ana Roca pregunta quién paga la pintura del molino.",
        ]
    );
    let atelier = "# Compte rendu de la réunion\n\nMme Awa Modèle, de la Fondation des Moulins, a souligné que la roue est vieille et que le meunier est fatigué.\n\n\
        M. Paul Exemple, de l'Office des eaux, a demandé que la roue soit réparée avant la fin de l'été.\n";
    assert_eq!(
        told(atelier),
        [
            "Awa Modèle | Fondation des Moulins | Mme Awa Modèle, de la Fondation des Moulins, a souligné que la roue est vieille et que le meunier est fatigué.",
            "Paul Exemple | Office des eaux | M. Paul Exemple, de l'Office des eaux, a demandé que la roue soit réparée avant la fin de l'été.",
        ]
    );
}

#[test]
fn a_report_that_retells_has_no_statements() {
    let text = "# Workshop report\n\nThe Guild of Millers stressed quality.\n\nKey message: flour keeps best in the dry, as all have seen.\n\n\
        Storage: the sacks stood in the wet for a year and nobody had looked at them.\n\nThe Committee noted the report.\n";
    assert_eq!(told(text), [""; 0]);
}
