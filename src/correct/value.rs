//! A value that the user typed, in the type of its column.

use super::Value;
use crate::schema::{Column, Id, Table, Type};
use crate::seal::id_of;
use crate::tables::{TABLES, table};

/// Most letters of an id of the user's.
const LONGEST: usize = 64;

/// The value of a cell of this column.
///
/// # Errors
/// What the column takes instead.
pub(super) fn value(column: &Column, typed: &str) -> Result<Value, String> {
    let expected = |what: &str| format!("{typed:?} does not fit {}; expected {what}", column.name);
    if typed.is_empty() {
        return Ok(Value::Empty);
    }
    match column.kind {
        Type::Text | Type::Record => Ok(Value::Text(typed.to_string())),
        Type::Integer => typed
            .parse()
            .map(Value::Int)
            .map_err(|_| expected("a whole number")),
        Type::Number => {
            let number = typed.parse::<f64>().ok().filter(|n| n.is_finite());
            number.map(Value::Num).ok_or_else(|| expected("a number"))
        }
        Type::Boolean => typed
            .parse()
            .map(Value::Bool)
            .map_err(|_| expected("true or false")),
        Type::Date if is_date(typed) => Ok(Value::Text(typed.to_string())),
        Type::Date => Err(expected("YYYY-MM-DD, YYYY-MM or YYYY")),
        Type::Time if is_time(typed) => Ok(Value::Text(typed.to_string())),
        Type::Time => Err(expected("HH:MM, 24 hours")),
        Type::Choice if column.among.contains(&typed) => Ok(Value::Text(typed.to_string())),
        Type::Choice => Err(expected(&format!("one of {}", column.among.join(", ")))),
        Type::Link => link(column, typed),
    }
}

fn link(column: &Column, typed: &str) -> Result<Value, String> {
    let target = column.among.first().and_then(|name| table(name));
    let prefix = target.map_or("", |t| t.prefix);
    match target.and_then(|t| own(t, typed)) {
        Some(id) => Ok(Value::Id(id)),
        None => Err(format!(
            "{typed:?} is no id; expected {prefix}- and 16 hex digits, or the id of an added row"
        )),
    }
}

/// An id of the program's: the prefix of a table, `-` and 16 hex digits.
pub(super) fn machine(id: &str) -> Option<Id> {
    let (prefix, hash) = id.rsplit_once('-')?;
    let is_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    let prefix = TABLES.iter().find(|t| t.prefix == prefix)?.prefix;
    let hash = Some(hash).filter(|h| h.len() == 16 && h.bytes().all(is_hex))?;
    u64::from_str_radix(hash, 16)
        .ok()
        .map(|hash| Id { prefix, hash })
}

/// The id in the output of a row of this table that the user added under an id of his; `None` where that is none.
pub(super) fn own(table: &'static Table, typed: &str) -> Option<Id> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if typed.is_empty() || typed.len() > LONGEST || !typed.chars().all(fits) {
        return None;
    }
    match machine(typed) {
        Some(id) => Some(id).filter(|i| i.prefix == table.prefix),
        None => Some(id_of(table, "", &[typed])),
    }
}

fn is_date(typed: &str) -> bool {
    let parts: Vec<&str> = typed.split('-').collect();
    let digits = |p: &str, n: usize| p.len() == n && p.bytes().all(|b| b.is_ascii_digit());
    let form = digits(parts[0], 4) && parts.len() <= 3 && parts[1..].iter().all(|p| digits(p, 2));
    let number = |i: usize| parts.get(i).and_then(|p| p.parse().ok());
    let year = parts[0].parse().unwrap_or(0);
    let day = jiff::civil::Date::new(year, number(1).unwrap_or(1), number(2).unwrap_or(1));
    form && day.is_ok()
}

fn is_time(typed: &str) -> bool {
    let Some((hour, minute)) = typed.split_once(':') else {
        return false;
    };
    let below = |part: &str, end: u8| part.len() == 2 && part.parse::<u8>().is_ok_and(|n| n < end);
    below(hour, 24) && below(minute, 60)
}
