//! What brackets behind a name hold: a post and the body it is at, or by what somebody attended.

use super::cut::Piece;
use super::piece::{Class, class};
use crate::block::ends_in_small_word;
use crate::lexicon::{Lexicon, List};

/// A word for a telephone in brackets is longer than its short forms.
const SHORTEST_PHONE: usize = 4;

/// Reads the pieces of an entry that brackets enclose for what they say together.
pub(super) fn settle(text: &str, pieces: &mut Vec<Piece>, lexicon: &Lexicon) {
    parted_posts(text, pieces, lexicon);
    by_phone(text, pieces, lexicon);
    for part in pieces.iter_mut().filter(|p| p.enclosed) {
        if is_part(&text[part.range.clone()], lexicon) {
            part.class = Class::Noise;
        }
    }
}

/// `(opening only)`, `(not Friday)`: which part of a meeting somebody came to.
fn is_part(inner: &str, lexicon: &Lexicon) -> bool {
    let (last, _) = inner.rsplit_once(' ').map_or(("", ""), |(a, z)| (z, a));
    let only = !last.is_empty() && lexicon.list(List::AsidePart).is(last);
    only || lexicon.list(List::AsidePart).starts(inner).is_some()
}

/// `(phone)`: by which somebody attended.
pub(super) fn by_phone(text: &str, pieces: &mut [Piece], lexicon: &Lexicon) {
    let phone = lexicon.list(List::ContactPhone);
    for aside in pieces.iter_mut().filter(|p| p.enclosed) {
        let own = &text[aside.range.clone()];
        if own.len() > SHORTEST_PHONE && phone.is(own) {
            aside.class = Class::Attendance("remote");
        }
    }
}

/// Parts the brackets that hold a post and the body it is at, no sign between them: `(engineer LTA)`, `(développeuse Rivage)`.
fn parted_posts(text: &str, pieces: &mut Vec<Piece>, lexicon: &Lexicon) {
    let [piece] = pieces.as_slice() else {
        return;
    };
    let own = &text[piece.range.clone()];
    let Some(at) = own.find(char::is_uppercase).filter(|_| piece.enclosed) else {
        return;
    };
    let (post, body) = own.split_at(at);
    // `(maire de Rivage)` holds one post.
    let whole = post.ends_with(' ') && !ends_in_small_word(post.trim_end());
    let small = whole && post.trim_end().split(' ').count() <= 3;
    let big = body.split(' ').all(|w| w.starts_with(char::is_uppercase));
    let told = matches!(
        class(body, lexicon),
        Class::Unknown | Class::Acronym | Class::Organisation
    );
    if small && big && told && class(post, lexicon) == Class::Job {
        let start = piece.range.start;
        let behind = Piece {
            range: start + at..piece.range.end,
            class: Class::Organisation,
            enclosed: true,
        };
        pieces[0].range.end = start + post.trim_end().len();
        pieces[0].class = Class::Job;
        pieces.push(behind);
    }
}

#[cfg(test)]
mod tests {
    use crate::tables::participants::tests::expect;

    #[test]
    fn a_post_and_its_body_share_brackets() {
        expect(
            "Attendees\n\n- Ann Model (engineer Lakis)\n- Paul Probe (engineer LTA)\n- Jane Trial (phone)\n- Mark Sample (mayor of Reedham)\n",
            &[
                "Ann Model organisation=Lakis job_title=engineer attendance=present",
                "Paul Probe organisation=LTA job_title=engineer attendance=present",
                "Jane Trial attendance=remote",
                "Mark Sample job_title=mayor of Reedham attendance=present",
            ],
        );
    }
}
