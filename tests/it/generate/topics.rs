//! What invented meetings are about, and the sentences that are made of it.
//!
//! In a template `{t}` stands for things of the topic and `{a}` for its actors, both plural; `{T}` and `{A}` begin a
//! sentence; `{c}` is a town.

use super::dice::Dice;

/// What a meeting is about.
pub struct Topic {
    pub name: &'static str,
    /// The field, as organisations bear it in their names.
    pub field: &'static str,
    pub things: &'static [&'static str],
    pub actors: &'static [&'static str],
}

pub const TOPICS: &[Topic] = &[
    Topic {
        name: "Urban Trees",
        field: "Forestry",
        things: &[
            "street trees",
            "planting pits",
            "canopy maps",
            "old avenues",
        ],
        actors: &["park wardens", "city nurseries", "neighbourhood groups"],
    },
    Topic {
        name: "Small Harbours",
        field: "Fisheries",
        things: &[
            "small harbours",
            "landing sites",
            "ice plants",
            "catch records",
        ],
        actors: &["fishers", "harbour masters", "fish traders"],
    },
    Topic {
        name: "Community Seed Banks",
        field: "Agriculture",
        things: &[
            "seed banks",
            "local varieties",
            "storage rooms",
            "seed fairs",
        ],
        actors: &["farmers", "breeders", "extension workers"],
    },
    Topic {
        name: "Mountain Weather Stations",
        field: "Meteorology",
        things: &[
            "weather stations",
            "rain gauges",
            "snow poles",
            "long records",
        ],
        actors: &["observers", "hut keepers", "forecasters"],
    },
    Topic {
        name: "School Meals",
        field: "Nutrition",
        things: &[
            "school kitchens",
            "meal plans",
            "kitchen gardens",
            "food stores",
        ],
        actors: &["cooks", "teachers", "parents"],
    },
    Topic {
        name: "Village Libraries",
        field: "Education",
        things: &[
            "village libraries",
            "reading rooms",
            "book boxes",
            "loan registers",
        ],
        actors: &["librarians", "volunteers", "young readers"],
    },
    Topic {
        name: "Night Trains",
        field: "Transport",
        things: &[
            "night trains",
            "sleeping cars",
            "border stops",
            "through tickets",
        ],
        actors: &["train crews", "passengers", "station managers"],
    },
    Topic {
        name: "Shallow Groundwater",
        field: "Hydrology",
        things: &[
            "shallow wells",
            "pumping permits",
            "water tables",
            "spring boxes",
        ],
        actors: &["well owners", "water committees", "drillers"],
    },
    Topic {
        name: "Wild Pollinators",
        field: "Ecology",
        things: &["flower strips", "nesting sites", "hedge rows", "bee counts"],
        actors: &["beekeepers", "land managers", "schools"],
    },
    Topic {
        name: "Open Museum Collections",
        field: "Heritage",
        things: &[
            "digital collections",
            "object records",
            "picture licences",
            "loan agreements",
        ],
        actors: &["curators", "small museums", "visitors"],
    },
];

/// A template with its gaps filled.
pub fn fill(template: &str, topic: &Topic, town: &str, d: &mut Dice) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        let word = match &rest[at..at + 3] {
            "{t}" => d.word(topic.things).to_string(),
            "{T}" => capital(d.word(topic.things)),
            "{a}" => d.word(topic.actors).to_string(),
            "{A}" => capital(d.word(topic.actors)),
            _ => town.to_string(),
        };
        out.push_str(&word);
        rest = &rest[at + 3..];
    }
    out + rest
}

/// With a capital at its head.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

/// Titles of talks and sessions that bear no word of a kind.
pub const TALKS: &[&str] = &[
    "{T} in a dry decade",
    "What {a} need",
    "Lessons from {c}",
    "Mapping {t}",
    "{T}: costs and benefits",
    "Managing {t} together",
    "From {t} to local markets",
    "How {a} see {t}",
    "Ten years of {t}",
    "Financing {t}",
    "Who owns {t}?",
    "{T} and the law",
    "New methods for {t}",
    "{A} as partners",
    "Counting {t} from the air",
    "Risks to {t} in {c}",
    "A register of {t}",
    "{T} between tradition and trade",
];

/// Things to do, as a verb in its plain form with what belongs to it.
pub const TASKS: &[&str] = &[
    "publish the records of {t} every year",
    "train {a} in the care of {t}",
    "set up a shared register of {t}",
    "map {t} before the next season",
    "consult {a} before any change to {t}",
    "keep samples from {t} for later study",
    "translate the handbook on {t} into local languages",
    "share the cost of {t} among all members",
    "invite {a} to the yearly review",
    "test two low-cost methods for {t} in {c}",
    "draft a common standard for {t}",
    "open the archive on {t} to {a}",
    "write a short guide for {a}",
    "extend the network of {t} to the northern districts",
    "report on the state of {t} by the end of each year",
    "find a host for the secretariat",
    "compare the rules on {t} in neighbouring countries",
    "give {a} a seat on the advisory board",
    "repair the oldest {t} first",
    "collect stories from {a}",
    "review the budget for {t} with the ministry",
    "create a small fund for {a}",
    "link the data on {t} with the national portal",
    "circulate the draft guidelines to {a}",
];

pub const CHALLENGES: &[&str] = &[
    "{A} lack the funds to maintain {t}.",
    "No single body is responsible for {t}.",
    "The data on {t} are scattered over many offices.",
    "{T} are damaged faster than they can be repaired.",
    "Young people leave before they are trained.",
    "The law does not mention {t} at all.",
    "{A} and the authorities seldom speak to each other.",
    "Spare parts take months to arrive.",
    "Most grants end before {t} are of any use.",
    "Nobody counts {t} in the same way twice.",
    "Land prices push {t} out of the town.",
    "Insurance for {t} is hard to find.",
];

pub const FINDINGS: &[&str] = &[
    "{t} need care over decades and not over project years",
    "{a} know the ground better than any map",
    "the rules on {t} are known to few",
    "cheap methods are good enough for {t} in most places",
    "{t} and {a} cannot be planned apart",
    "the present inventory of {t} is out of date",
    "more can be learned from failures than from success",
    "{t} pay for themselves within a few years",
    "a common vocabulary for {t} is missing",
    "local knowledge deserves the same weight as measurements",
];

pub const STRENGTHS: &[&str] = &[
    "{A} are well organised and trusted.",
    "Long records of {t} exist.",
    "The law protects {t}.",
    "A new generation of {a} is eager to learn.",
    "Costs are low in comparison with other regions.",
];

pub const NEEDS: &[&str] = &[
    "A simple manual for {a}.",
    "Spare parts for {t}.",
    "One telephone number for all {a}.",
    "Clear rules on who may use {t}.",
    "A small grant for first repairs.",
    "Maps at a scale that {a} can use.",
];

/// What a body decides, after `to`.
pub const DECISIONS: &[&str] = &[
    "hold its next meeting in {c}",
    "adopt the work plan as amended",
    "set up a small group on {t}",
    "move the survey of {t} to the spring",
    "accept the offer of the town of {c} to host the archive",
    "close the old database on {t}",
    "extend the mandate of the task force by one year",
    "postpone the item on {t} to the next session",
    "appoint two auditors",
    "approve the minutes without change",
];

/// Sentences that tell what is or was, and belong to no record.
pub const NARRATIVE: &[&str] = &[
    "{T} have been part of the region for longer than anybody can remember.",
    "Most {a} keep records of their own, and these are seldom compared.",
    "In the afternoon a walk led along the river, where {t} could be seen from the bridge.",
    "The history of {t} goes back to a time when the town was smaller and the roads were worse.",
    "Films and photographs were shown during the breaks.",
    "There are few places where {t} and {a} meet as closely as in {c}.",
    "The first inventory was made with pencil and paper, and much of it is still legible.",
    "Two exhibitions on {t} stood in the hall, with leaflets for visitors.",
    "Some {t} are looked after by {a}, others by nobody in particular.",
    "A map of the district hung on the wall and was covered with pins by the end of the day.",
    "Earlier projects left behind good equipment, which is used to this day.",
    "The weather was kind, and the ferry ran on time.",
    "Over the years {t} came to be seen as something that belongs to everyone.",
    "The presentations of the morning covered three very different landscapes.",
    "Rents, fuel and wages all play a part in the price of {t}.",
    "{A} from the coast and from the hills have different calendars.",
    "The old method takes a week, the new one an afternoon.",
    "Interest in {t} has come and gone with the price of land.",
    "Copies of all slides are available from the secretariat.",
    "The group photograph was taken on the steps of the town hall.",
];

/// What a speaker says, in the first person.
pub const SPEECH: &[&str] = &[
    "We have looked after {t} for twelve years, and the work never ends.",
    "In our district {a} meet every month, whether there is money or not.",
    "I am less sure about that, because our soil is different.",
    "Our records show the opposite, at least for {t}.",
    "The figures from last year look better than they are.",
    "It took us three attempts to get {a} around one table.",
    "Nobody told {a} that the rules had changed.",
    "My colleagues in {c} use a simpler form, and it works.",
    "That is true for large towns, but villages have other worries.",
    "The pilot was cheap; keeping it alive is not.",
    "With {t} the first two years are the hardest.",
    "I can send the file to whoever is interested.",
];

/// What a speaker is reported to have said, after a verb and `that`.
pub const SAID: &[&str] = &[
    "{t} in the region were older than the law",
    "{a} had waited long for an answer",
    "the costs of {t} fell on the smallest towns",
    "a trial with {t} had begun in the spring",
    "the draft did not mention {a}",
    "much could be learned from {c}",
    "the figures had to be read with care",
    "training for {a} was already under way",
    "the present rules treated all {t} alike",
    "the budget left little room for {t}",
];

/// Second sentences of a reported speech.
pub const SAID_ON: &[&str] = &[
    "The work had been done by {a} in their free time.",
    "Similar problems were known from {c}.",
    "Two of the pilot sites had been flooded in the first year.",
    "The delay was due to missing spare parts.",
    "The same was true of {t} elsewhere.",
    "A written note was available at the back of the room.",
];

/// Words to quote, of five words or more.
pub const QUOTES: &[&str] = &[
    "You cannot look after {t} from behind a desk",
    "We plant for people whom we shall never meet",
    "A good map begins with a long walk",
    "If {a} stay away the plan is only paper",
    "The cheapest repair is the one made in time",
    "Our {t} are a promise to those who come after us",
    "Nobody owns the river but everybody uses it",
    "I learned more from {a} than from any book",
    "Give us one key and one telephone number",
    "What is not counted is soon forgotten by everyone",
];

pub const SLOGANS: &[&str] = &[
    "Think before digging",
    "Roots not roads",
    "Keep it simple",
    "Water is life",
    "Read more books",
];
