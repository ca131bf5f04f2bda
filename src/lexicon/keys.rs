//! The closed set of keys under which the code asks for words.

macro_rules! keys {
    ($(#[$doc:meta])* $name:ident { $($(#[$key_doc:meta])* $key:ident = $path:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$key_doc])* $key,)* }
        impl $name {
            /// Every key.
            pub const ALL: &[$name] = &[$($name::$key,)*];
            /// Where the key's words stand in a lexicon file.
            pub fn path(self) -> &'static str {
                match self { $($name::$key => $path,)* }
            }
        }
    };
}

keys! {
    /// Keys of phrase lists.
    List {
        /// Headings over an agenda.
        HeadingAgenda = "heading.agenda",
        /// Headings over a list of participants.
        HeadingParticipants = "heading.participants",
    }
}

keys! {
    /// Keys of words that stand for a value.
    Map {
        /// Month names and abbreviations to 1..=12.
        Month = "month",
        /// Weekday names and abbreviations to 1 (Monday) ..= 7.
        Weekday = "weekday",
    }
}
