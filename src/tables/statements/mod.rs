//! Interventions in summary records and minutes.

mod dashes;
mod ends;
mod notes;
mod turns;
mod voices;
mod within;

use super::outcomes;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::record;
use crate::schema::{Link, Text};
use crate::span::{Span, Spans};
use crate::voice::{Attribution, Form, Known, goes_on, is_of_group, leaves, takes_step};
use ends::{
    behind_words, ends_statement, is_remark, quotes_another, tells_of_scene, turns_to_others,
};
use std::cell::LazyCell;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

pub use voices::listen;
pub use within::Reply;

record! {
    /// An intervention in a summary record or minutes.
    pub struct Statement in "statements" ("sta") key [speaker, text] above [speaker, honorific, organisation, job_title] {
        /// The session it was made in.
        session_id: Link in &["sessions"],
        /// The speaker, as fully as the report names him.
        speaker: Text,
        /// Mr, Dr, H.E. and the like.
        honorific: Text,
        /// The speaker's organisation or delegation.
        organisation: Text,
        /// The speaker's job title.
        job_title: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
        /// The intervention, its paragraphs joined by a space, without a label that only names the speaker.
        text: Text,
    }
}

impl Statement {
    /// The places of the label, if there is one, and of the words.
    pub fn places(&self) -> impl Iterator<Item = Span> + '_ {
        self.from.iter().chain(self.text.spans.iter())
    }
}

/// Reads the table.
pub fn extract(x: &mut Extraction) {
    let mut rows: Vec<Statement> = Vec::new();
    let mut floor = Floor::Free;
    let mut replies = x.replies.iter().peekable();
    let names = LazyCell::new(|| outcomes::own_names(x));
    let is_own = |text: &str| outcomes::is_of_own(x.lexicon, &names, text);
    for (i, unit) in x.outline.units.iter().enumerate() {
        let mut own = Vec::new();
        while let Some(reply) = replies.next_if(|r| r.unit <= i) {
            own.push(reply);
        }
        let opening = own.first().map_or(unit.flow.len(), |r| r.at);
        let voice = x.voices.get(i).and_then(Option::as_ref);
        // A motion is the meeting's business, not what its mover said of it.
        let moves =
            |v: &&Attribution| v.form == Form::Prose && outcomes::is_motion(x.lexicon, unit.text());
        if let Some(voice) = voice.filter(|v| !moves(v)) {
            let turn = Turn {
                unit: i,
                range: 0..opening,
                voice,
            };
            let same = turns::goes_on(x, &turn, rows.last());
            floor = take(&mut rows, floor, same, said(x, &turn));
        } else if voice.is_some() {
            floor = Floor::Free;
        } else if floor != Floor::Free {
            let own = unit.text()[..opening].trim_end();
            match goes_on_with(x, i, own, rows.last(), is_own) {
                Going::On if floor == Floor::Left && !goes_on(own, x.lexicon) => {
                    floor = Floor::Free
                }
                Going::On => {
                    if let Some(last) = rows.last_mut() {
                        last.text.append(" ", &unit.flow.cell(0..own.len()));
                        floor = Floor::Held;
                    }
                }
                Going::Past => {}
                Going::Ended => floor = Floor::Free,
            }
        }
        for (n, reply) in own.iter().enumerate() {
            let end = own.get(n + 1).map_or(unit.flow.len(), |r| r.at);
            let turn = Turn {
                unit: i,
                range: reply.at..end,
                voice: &reply.voice,
            };
            let said = said(x, &turn);
            let same = reply.voice.form == Form::Prose;
            floor = match reply.mute && !is_of_last(&rows, floor, &said.0) {
                true => Floor::Free,
                false => take(&mut rows, floor, same, said),
            };
        }
    }
    rows.retain(|r| r.rule != BY_LABEL || !ends::only_names(&r.text.value));
    complete(&mut rows);
    x.data.statements = rows;
}

/// The rule of words behind a label that names who speaks.
const BY_LABEL: &str = "name-colon";

/// Who has the floor.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Floor {
    /// Nobody whom the report names.
    Free,
    /// The last speaker, as far as a pronoun goes on with him: others had the last sentence.
    Left,
    /// The last speaker.
    Held,
}

/// A speaker and the passage that may hold his words.
struct Turn<'a> {
    unit: usize,
    range: Range<usize>,
    voice: &'a Attribution,
}

/// What a speaker says in his turn, and who has the floor behind it. What the group did stays within the paragraph of a
/// speaker who has it for himself.
fn said(x: &Extraction, turn: &Turn) -> (Statement, Floor) {
    let whole = x.outline.units[turn.unit].text();
    let text = &whole[turn.range.clone()];
    let words = |acts| behind_words(x, text, turn.voice, acts);
    let own = words(false);
    if own == text.trim_end().len() {
        return (row(x, turn, own), Floor::Held);
    }
    let len = match text.len() < whole.len() {
        true => own,
        false => words(true),
    };
    (row(x, turn, len), Floor::Left)
}

/// Whether a statement is of whoever has the floor.
fn is_of_last(rows: &[Statement], floor: Floor, own: &Statement) -> bool {
    let speaker = |r: &Statement| r.speaker.value.to_lowercase();
    let last = rows.last().filter(|_| floor == Floor::Held);
    last.is_some_and(|last| speaker(last) == speaker(own))
}

/// Adds what a speaker says; one speaker going on is one row, if it may be the `same`.
fn take(
    rows: &mut Vec<Statement>,
    floor: Floor,
    same: bool,
    (own, behind): (Statement, Floor),
) -> Floor {
    let same = same && is_of_last(rows, floor, &own);
    match rows.last_mut().filter(|_| same) {
        Some(last) => last.text.append(" ", &own.text),
        None => rows.push(own),
    }
    behind
}

/// A speaker named again keeps what the report said of him before.
fn complete(rows: &mut [Statement]) {
    let mut said: HashMap<String, [Text; 3]> = HashMap::new();
    for row in rows {
        let cells = [
            &mut row.honorific,
            &mut row.organisation,
            &mut row.job_title,
        ];
        let known = said.entry(row.speaker.value.to_lowercase()).or_default();
        for (cell, known) in cells.into_iter().zip(known) {
            match cell.is_empty() {
                true => *cell = known.clone(),
                false if known.is_empty() => *known = cell.clone(),
                false => {}
            }
        }
    }
}

/// How a unit without a speaker of its own stands to the statement above.
enum Going {
    /// It belongs to the statement.
    On,
    /// It stands in between: a note, a caption.
    Past,
    /// It ends the statement.
    Ended,
}

/// Whether a unit belongs to the statement above; `is_own` tells whether the body that met is the subject of a passage.
fn goes_on_with(
    x: &Extraction,
    i: usize,
    text: &str,
    last: Option<&Statement>,
    is_own: impl Fn(&str) -> bool,
) -> Going {
    let unit = &x.outline.units[i];
    // Items behind a colon, and those behind them; not the next of a list whose items are statements.
    let above = i.checked_sub(1).filter(|&b| x.voices[b].is_none());
    let above = above.map(|b| &x.outline.units[b]);
    let direct = last.is_some_and(|s| s.rule == BY_LABEL);
    // Behind a label that names who speaks the items may be numbered.
    let plain = |u: &Unit| u.number().is_none() || direct;
    let lists = last.is_some_and(|s| s.text.value.ends_with(':'))
        || above.is_some_and(|u| u.kind == UnitKind::Item && plain(u));
    // `We have asked two schools`, right below the words of somebody whom a label names: he says so himself.
    let own = || direct && unit.gap == 0 && x.lexicon.list(List::SayFirst).starts(text).is_some();
    match unit.kind {
        UnitKind::Note(_) | UnitKind::Caption => Going::Past,
        _ if x.claimed_by(i).is_some() || leaves(text, x.lexicon) => Going::Ended,
        _ if takes_step(text, x.lexicon) => Going::Ended,
        _ if outcomes::opens_with_bold_label(x, unit) => Going::Ended,
        // `> Decision: ...`, between the turns of a talk.
        UnitKind::Quote if outcomes::opens_with_label(x, text) => Going::Ended,
        UnitKind::Quote if !quotes_another(text, x.lexicon) => Going::On,
        UnitKind::Item if dashes::bears_code(x.lexicon, text) => Going::Ended,
        UnitKind::Item if plain(unit) && lists => Going::On,
        UnitKind::Paragraph if own() => Going::On,
        _ if is_of_group(text, x.lexicon) || is_own(text) => Going::Ended,
        UnitKind::Item if goes_on(text, x.lexicon) => Going::On,
        UnitKind::Paragraph if goes_on(text, x.lexicon) => Going::On,
        UnitKind::Paragraph if unit.gap > 0 && is_remark(x.lexicon, text, direct) => Going::Ended,
        UnitKind::Paragraph if ends_statement(x, text) => Going::Ended,
        UnitKind::Paragraph if tells_of_scene(x.lexicon, text, direct) => Going::Ended,
        UnitKind::Paragraph if turns_to_others(x.lexicon, text, direct) => Going::Ended,
        UnitKind::Paragraph => Going::On,
        _ => Going::Ended,
    }
}

fn row(x: &Extraction, turn: &Turn, len: usize) -> Statement {
    let voice = turn.voice;
    let flow = &x.outline.units[turn.unit].flow;
    let name = flow.cell(voice.who.name.clone());
    let known = match (voice.who.delegation, voice.initials) {
        (true, _) => None,
        _ if voice.office => x.roster.find_office(&name.value, x.lexicon),
        (_, true) => x.roster.find_initials(&name.value),
        _ => x.roster.find(&name.value),
    };
    let fuller = |k: &&Known| {
        voice.initials
            || voice.office
            || k.name.value.split(' ').count() >= name.value.split(' ').count()
    };
    let words = words_of(flow, turn, len);
    let own = |range: &Range<usize>, known: Option<&Text>| {
        let cell = flow.cell(range.clone());
        if cell.is_empty() {
            known.cloned().unwrap_or_default()
        } else {
            cell
        }
    };
    Statement {
        session_id: x.session_of(turn.unit).map(Link::to).unwrap_or_default(),
        speaker: known
            .filter(fuller)
            .map_or(name.clone(), |k| k.name.clone()),
        honorific: own(&voice.who.honorific, known.map(|k| &k.honorific)),
        organisation: own(&voice.who.organisation, known.map(|k| &k.organisation)),
        job_title: own(&voice.who.job_title, known.map(|k| &k.job_title)),
        person_id: Link::default(),
        text: flow.cell(words.clone()),
        from: match words.start > turn.range.start {
            true => flow.spans(turn.range.start..words.start),
            false => Spans::NONE,
        },
        rule: match voice.form {
            Form::Prose => "said",
            Form::Label => BY_LABEL,
        },
    }
}

/// Where the words of a turn stand that is so long. The label that says whose they are (`JK:`) is none of them.
fn words_of(flow: &Flow, turn: &Turn, len: usize) -> Range<usize> {
    let (start, end) = (turn.range.start, turn.range.start + len);
    let label = turn.voice.who.end;
    let labelled = turn.voice.form == Form::Label && (start..end).contains(&label);
    match labelled {
        true => end - flow.as_str()[label..end].trim_start().len()..end,
        false => start..end,
    }
}

#[cfg(test)]
mod tests {
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
}
