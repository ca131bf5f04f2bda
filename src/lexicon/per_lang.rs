//! What is built once for each language.

use super::Lang;
use std::sync::OnceLock;

/// One value a language, each built when first asked for: the form of every table that is made out of a lexicon.
pub struct PerLang<T>([OnceLock<T>; Lang::ALL.len()]);

impl<T> PerLang<T> {
    /// Nothing built yet.
    pub const fn new() -> Self {
        PerLang([const { OnceLock::new() }; Lang::ALL.len()])
    }

    /// The value of a language.
    pub fn of(&self, lang: Lang, build: impl FnOnce() -> T) -> &T {
        self.0[lang as usize].get_or_init(build)
    }
}
