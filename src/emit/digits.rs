//! Cells as text, without the machinery of formatting: most cells are short, and there are many.

use crate::schema::{Cell, Id};
use std::io::Write;

/// Appends a cell as it is printed; an empty one as nothing.
pub(super) fn push(cell: Cell<'_>, out: &mut Vec<u8>) {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => out.extend_from_slice(text.as_bytes()),
        Cell::Int(n) => push_int(n, out),
        Cell::Id(id) => push_id(id, out),
        Cell::Date(date) => push_short(format_args!("{date}"), out),
        Cell::Time(time) => push_short(format_args!("{time}"), out),
        other => out.extend_from_slice(other.printed().as_bytes()),
    }
}

fn push_short(printed: std::fmt::Arguments<'_>, out: &mut Vec<u8>) {
    // Writing to a vector does not fail.
    let _ = out.write_fmt(printed);
}

/// Appends a whole number.
pub(super) fn push_int(n: i64, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(n).as_bytes());
}

/// Appends an id: prefix, `-`, 16 hex digits.
pub(super) fn push_id(id: Id, out: &mut Vec<u8>) {
    out.extend_from_slice(id.prefix.as_bytes());
    out.push(b'-');
    let mut digits = [0; 16];
    for (i, digit) in digits.iter_mut().enumerate() {
        *digit = b"0123456789abcdef"[(id.hash >> (60 - 4 * i)) as usize & 0xf];
    }
    out.extend_from_slice(&digits);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_pushed_as_they_are_printed() {
        let id = Id {
            prefix: "per",
            hash: 0x0123_4567_89ab_cdef,
        };
        let numbers = [0, 7, -1, 10, 99, 100, 305, 9_999, 10_000, 65_430, 100_000];
        let numbers = numbers
            .into_iter()
            .chain([1_234_567_890, i64::MAX, i64::MIN]);
        let numbers = numbers.map(Cell::Int);
        let others = [
            Cell::Empty,
            Cell::Num(0.5),
            Cell::Bool(true),
            Cell::Text("é"),
            Cell::Id(id),
        ];
        for cell in numbers.chain(others) {
            let mut out = Vec::new();
            push(cell, &mut out);
            assert_eq!(String::from_utf8(out).expect("UTF-8"), cell.printed());
        }
    }
}
