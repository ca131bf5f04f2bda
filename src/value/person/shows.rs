//! How much of a text shows who is named: long ones need not be cut into words as a whole.

use super::name::{NAMES, Name, any_order};
use super::token::{Kind, Parts, Token};
use super::turned::is_given_part;
use super::words::{Flags, Words};
use crate::lexicon::Lang;
use crate::value::floor;

/// How much of a text is cut into words, one after the other until it shows the name; the last holds any.
const HEADS: [usize; 3] = [60, 120, 300];

/// The name at the start of a text, however the text goes on.
pub fn name_at(text: &str, lang: Lang) -> Option<Name> {
    let words = Words::of(lang);
    let whole = near(text, 0, HEADS[HEADS.len() - 1]);
    let mut parts = Parts::default();
    HEADS.into_iter().find_map(|most| {
        let head = near(whole, 0, most);
        let tokens = parts.next(head, words);
        let lead = tokens.iter().position(Token::is_word);
        let name = lead.and_then(|at| any_order(head, tokens, at, words));
        let shown = lead.is_some_and(|at| shows_name(head, tokens, at, name.as_ref()));
        (shown || head.len() == whole.len()).then_some(name)
    })?
}

/// What a token is shows in as many bytes behind it.
pub(super) const SURE: usize = 12;

/// The bytes from `start` on, at most `most`.
pub(super) fn near(text: &str, start: usize, most: usize) -> &str {
    &text[start..floor(text, start + most)]
}

/// Whether the first tokens of a longer text show what name begins with token `at`: whatever follows them, it is the one
/// that they have.
///
/// They do if the words that names may have end among them, and those behind a comma, since a surname may stand first.
pub(super) fn shows_name(part: &str, tokens: &[Token], at: usize, name: Option<&Name>) -> bool {
    let may = |t: &&Token| t.has(NAMES.with(Flags::HONORIFIC)) || t.kind == Kind::Stop;
    let past = |from: usize| from + tokens.iter().skip(from).take_while(may).count();
    let mut end = past(at);
    if tokens.get(end).is_some_and(|t| t.kind == Kind::Comma) {
        end = past(end + 1);
    }
    let last = end.max(name.map_or(0, |n| n.next)) + BEHIND;
    tokens.get(last).is_some_and(|t| shows(part, t.end))
}

/// Names are told by as many tokens behind them.
const BEHIND: usize = 2;

/// Whether the first bytes of a longer text show all tokens up to a byte.
pub(super) fn shows(part: &str, end: usize) -> bool {
    end + SURE <= part.len()
}

/// Whether a name that begins the first tokens of a text, and was read of more, is the one that these have: it ends at a mark
/// or before a comma behind which no given name stands.
pub(super) fn is_settled(tokens: &[Token], name: &Name) -> bool {
    let other = Flags::HONORIFIC.with(Flags::SUFFIX);
    let ends = match (tokens.get(name.next), tokens.get(name.next + 1)) {
        (Some(mark), _) if mark.is_word() => false,
        (Some(mark), next) if mark.kind == Kind::Comma => {
            next.is_some_and(|t| t.is_word() && !t.has(other) && !is_given_part(t))
        }
        (mark, _) => mark.is_some(),
    };
    ends && tokens[..name.next].iter().all(|t| t.kind != Kind::Comma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::person::name::name_from;
    use crate::value::person::token::tokens;

    #[test]
    fn a_name_shows_before_the_text_ends() {
        let words = Words::of(Lang::En);
        let shown = |text: &str| {
            let tokens = tokens(text, words);
            let name = name_from(text, &tokens, 0, words);
            shows_name(text, &tokens, 0, name.as_ref())
        };
        assert!(shown("Ana Lind said that she would come back soon"));
        assert!(shown("Lind, Ana Maria, head of the harbour board"));
        assert!(!shown("Ana Lind said that she"));
        assert!(!shown("Ana Maria Lind Sand Berg Stone Hill Wood Field"));
        assert!(!shown("Lind, Ana Maria Sofia Ines Eva Ida Rosa"));
    }
}
