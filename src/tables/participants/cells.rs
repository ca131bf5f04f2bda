//! What the cells of a table say of a person, by the column they stand in.

use super::Participant;
use super::addresses;
use super::aside;
use super::columns::Role;
use super::cut::{Piece, pieces};
use super::name::is_honorific;
use super::piece::{ATTENDANCE, Class, attendance, email};
use super::row::{phone, place_cells, set};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::schema::{Choice, Text};

/// Sets what a cell of a column says.
pub(super) fn fill(
    person: &mut Participant,
    role: Role,
    flow: &Flow,
    head: &str,
    lexicon: &Lexicon,
) {
    let flow = &match role {
        Role::Organisation | Role::Department | Role::Job | Role::Mixed => {
            aside::without(person, flow, lexicon)
        }
        _ => flow.clone(),
    };
    match role {
        Role::Number => person.number = number(flow),
        Role::Honorific => set(&mut person.honorific, flow.whole()),
        Role::Organisation => organisation(person, flow, lexicon),
        Role::Department => set(&mut person.department, flow.whole()),
        Role::Job => job(person, flow, lexicon),
        Role::City | Role::Country | Role::Place => place(person, role, flow),
        Role::Email => {
            if let Some(range) = email(flow.as_str()) {
                set(&mut person.email, flow.cell(range));
            }
            // A telephone number behind the address, perhaps with nothing between.
            let behind = email(flow.as_str()).map_or(0, |r| r.end);
            let more = pieces(flow, behind..flow.len(), lexicon);
            if let Some(phone) = more.iter().find(|p| p.class == Class::Phone) {
                set(&mut person.phone, flow.cell(phone.range.clone()));
            }
        }
        Role::Phone => {
            if flow.as_str().bytes().filter(u8::is_ascii_digit).count() > 4 {
                // A fax number may stand below.
                let own = flow.lines().next().unwrap_or(0..flow.len());
                set(&mut person.phone, flow.cell(phone(flow.as_str(), own)));
            }
        }
        Role::Attendance => attended(person, flow, head, lexicon),
        Role::Address => addresses::fill(person, flow, lexicon),
        Role::Group => person.list = flow.whole(),
        Role::Mixed => mixed(person, flow, lexicon),
        Role::Name | Role::First | Role::Last | Role::Other | Role::Foreign => {}
    }
}

/// `Institute, City, Country`: the organisation, and where it is; a body of a state keeps the state in its name.
fn organisation(person: &mut Participant, flow: &Flow, lexicon: &Lexicon) {
    let text = flow.as_str();
    if text.contains('@') && email(text).is_some() {
        return mixed(person, flow, lexicon);
    }
    if let Some((body, address)) = aside::addressed(flow, lexicon) {
        organisation(person, &body, lexicon);
        for line in address {
            aside::place_of(person, &line);
        }
        return;
    }
    let tail = [2, 1].into_iter().find_map(|n| {
        let at = text.rmatch_indices(", ").nth(n - 1)?.0;
        let found = crate::value::place::place(&text[at + 2..])?;
        let fits = found.country.is_some() && (n == 1 || found.city.is_some());
        fits.then_some(at)
    });
    let Some(at) = tail.filter(|at| flow.lines().count() == 1 && *at > 0) else {
        return set(&mut person.organisation, flow.whole());
    };
    let one = text.matches(", ").count() == 1;
    let end = match one && lexicon.list(List::StateBody).found_in(&text[..at]) {
        true => text.len(),
        false => at,
    };
    set(&mut person.organisation, flow.cell(0..end));
    place_cells(person, &flow.slice(at + 2..text.len()), &text[at + 2..]);
}

fn number(flow: &Flow) -> Text {
    flow.cell(0..flow.as_str().trim_end_matches(['.', ')', ' ']).len())
}

/// `Dr, Senior Researcher`: the honorific leaves the job.
fn job(person: &mut Participant, flow: &Flow, lexicon: &Lexicon) {
    let text = flow.as_str();
    if let Some((title, rest)) = text.split_once(',')
        && is_honorific(title, lexicon)
        && lexicon.list(List::Job).find(title).is_none()
    {
        set(&mut person.honorific, flow.cell(0..title.len()));
        set(
            &mut person.job_title,
            flow.cell(text.len() - rest.len()..text.len()),
        );
        return;
    }
    set(&mut person.job_title, flow.whole());
}

fn place(person: &mut Participant, role: Role, flow: &Flow) {
    let text = flow.as_str();
    let known = crate::value::place::place(text);
    let fits = known.is_some_and(|p| match role {
        Role::City => p.city.is_some(),
        _ => p.country.is_some() || p.city.is_some(),
    });
    match role {
        _ if fits => place_cells(person, flow, text),
        Role::Country => set(&mut person.country, flow.whole()),
        // `Window Rock, AZ`: what no gazetteer knows stands before the comma.
        _ => {
            let end = text.find(',').unwrap_or(text.len());
            set(&mut person.city, flow.cell(0..end));
        }
    }
}

fn attended(person: &mut Participant, flow: &Flow, head: &str, lexicon: &Lexicon) {
    let text = flow.as_str();
    // `Present (Y/N)`: the marks that stand below.
    let head = head.split(" (").next().unwrap_or(head);
    let mark = lexicon.list(List::AttendanceMark).is(text);
    let unmarked = lexicon.list(List::AttendanceUnmarked).is(text);
    let letter = lexicon
        .list(List::AttendanceLetter)
        .starts_with(text)
        .filter(|(len, _)| *len == text.len());
    let how = attendance(text, lexicon)
        .or_else(|| {
            let (open, inner) = aside::bracket(text)?;
            attendance(&text[..open], lexicon).or(attendance(inner, lexicon))
        })
        .or_else(|| mark.then(|| attendance(head, lexicon).or(Some("present")))?)
        .or_else(|| (attendance(head, lexicon) == Some("present") && unmarked).then_some("absent"))
        .or_else(|| letter.map(|(_, i)| ATTENDANCE[i].1));
    let told = person.attendance.value.is_some_and(|v| v != "absent");
    if let Some(how) = how.filter(|_| !told) {
        person.attendance = Choice {
            value: Some(how),
            spans: flow.whole().spans,
        };
    }
}

/// A cell of several things, each by what it says.
fn mixed(person: &mut Participant, flow: &Flow, lexicon: &Lexicon) {
    for Piece { range, class, .. } in pieces(flow, 0..flow.len(), lexicon) {
        let text = flow.cell(range.clone());
        match class {
            Class::Email => {
                let at = email(&text.value).unwrap_or(0..text.value.len());
                set(
                    &mut person.email,
                    flow.cell(range.start + at.start..range.start + at.end),
                );
            }
            Class::Phone => set(&mut person.phone, text),
            Class::Job => set(&mut person.job_title, text),
            Class::Country | Class::Place | Class::City => {
                place_cells(person, &flow.slice(range.clone()), &text.value)
            }
            Class::Unit if !person.organisation.is_empty() => set(&mut person.department, text),
            Class::Organisation | Class::Acronym | Class::Unit | Class::Unknown => {
                set(&mut person.organisation, text)
            }
            Class::Attendance(how) => {
                person.attendance = Choice {
                    value: Some(how),
                    spans: text.spans,
                }
            }
            Class::Honorific => set(&mut person.honorific, text),
            Class::Noise => {}
        }
    }
}
