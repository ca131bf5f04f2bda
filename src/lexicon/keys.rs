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
        /// Words that bear a stop without ending a sentence.
        Abbreviation = "sentence.abbreviation",
        /// Those that stand at the end of an enumeration, where capitals behind them begin a sentence.
        AbbreviationLast = "sentence.abbreviation_last",
        /// Articles, which stand before a name and are no part of it.
        Article = "word.article",
        /// Words that give an acronym no letter.
        SmallWord = "word.small",
        /// Words in titles of reports and meetings.
        TitleWord = "title.word",
        /// Lines that tell a document's type and are no title.
        TypeOnly = "title.type_only",
        /// Headings of sections that open a report and are no title.
        SectionWord = "title.section",
        /// Words of a summary record.
        TypeSummaryRecord = "type.summary_record",
        /// Words of minutes.
        TypeMinutes = "type.minutes",
        /// Words of a press release.
        TypePressRelease = "type.press_release",
        /// Words of a report.
        TypeReport = "type.report",
        /// Words by which a report's text speaks of itself.
        TypeReportInText = "type.report_in_text",
        /// Words of a brief.
        TypeBrief = "type.brief",
        /// Words of an agenda that stands alone.
        TypeAgenda = "type.agenda",
        /// Labels of a document's control box.
        ControlLabel = "control.label",
        /// The label of its version.
        ControlVersion = "control.version",
        /// The label of its date.
        ControlDate = "control.date",
        /// Nouns for events.
        EventNoun = "event.noun",
        /// Adjectives that belong to an event's name: annual, regional, inception.
        EventAdjective = "event.adjective",
        /// Words that open a sentence before an event's name.
        EventLead = "event.lead",
        /// Words between an event's noun and its topic.
        EventTopic = "event.topic",
        /// Verbs and the like that end an event's name.
        EventStop = "event.stop",
        /// Verbs of an event that was held.
        EventHeld = "event.held",
        /// Words between `held` and a venue.
        HeldAt = "event.held_at",
        /// Words before a time of day.
        EventTimeAt = "event.time_at",
        /// Nouns for buildings and rooms.
        VenueNoun = "event.venue",
        /// Labels of a venue.
        VenueLabel = "event.venue_label",
        /// Words before organisers.
        OrganisedBy = "event.organised_by",
        /// Verbs behind organisers.
        Organised = "event.organised",
        /// Words before a second organiser.
        TogetherWith = "event.together_with",
        /// Words that end an organisation's name in a sentence.
        NameEnd = "event.name_end",
        /// Headings over works cited, accounts and the like, which say nothing of the world.
        HeadingApparatus = "heading.apparatus",
        /// Words that promise a link.
        LinkPromise = "link.promise",
        /// Nouns for the parts of a text, a meeting or a programme, singular.
        PartNoun = "statistic.part",
        /// Headings over an agenda.
        HeadingAgenda = "heading.agenda",
        /// Words beside an agenda heading's own that leave it one: draft, final.
        AgendaQualifier = "agenda.qualifier",
        /// Words before an agenda word that make the heading speak of it: adoption of.
        AgendaAbout = "agenda.about",
        /// Words over times that are none of a programme: local time.
        AgendaOtherTimes = "agenda.other_times",
        /// Words that say where in a house: room.
        AgendaRoom = "agenda.room",
        /// A line that goes on: continued.
        AgendaContinued = "agenda.continued",
        /// Labels before an item's number: item.
        AgendaItem = "agenda.item",
        /// What stands in a presenter's place and is nobody: all.
        AgendaEveryone = "agenda.everyone",
        /// Heads of a column of times.
        AgendaColumnTime = "agenda_column.time",
        /// Heads of a column of starts.
        AgendaColumnStart = "agenda_column.start",
        /// Heads of a column of ends.
        AgendaColumnEnd = "agenda_column.end",
        /// Heads of a column of durations.
        AgendaColumnDuration = "agenda_column.duration",
        /// Heads of a column of durations in minutes.
        AgendaColumnMinutes = "agenda_column.minutes",
        /// Heads of a column of days or dates.
        AgendaColumnDay = "agenda_column.day",
        /// Heads of a column of numbers.
        AgendaColumnNumber = "agenda_column.number",
        /// Heads of a column of titles.
        AgendaColumnTitle = "agenda_column.title",
        /// Heads of a column of people.
        AgendaColumnPresenters = "agenda_column.presenters",
        /// Heads of a column of objectives.
        AgendaColumnObjective = "agenda_column.objective",
        /// Heads of a column of details.
        AgendaColumnDetails = "agenda_column.details",
        /// Heads of a column of rooms.
        AgendaColumnLocation = "agenda_column.location",
        /// Heads of a column of tracks, or of a column that is one.
        AgendaColumnTrack = "agenda_column.track",
        /// Labels of an objective.
        LabelObjective = "label.objective",
        /// Labels of details.
        LabelDetails = "label.details",
        /// Labels of a place.
        LabelLocation = "label.location",
        /// Words that open a presenter behind a title: by.
        LabelBy = "label.by",
        /// Words of a registration.
        KindRegistration = "kind.registration",
        /// Words of a meal.
        KindMeal = "kind.meal",
        /// Words of a break.
        KindBreak = "kind.break",
        /// Words of a break in a short title only.
        KindBreakShort = "kind.break_short",
        /// Words of a social event.
        KindSocial = "kind.social",
        /// Words of a closing.
        KindClosing = "kind.closing",
        /// Words of an opening.
        KindOpening = "kind.opening",
        /// Words of reporting back.
        KindReportingBack = "kind.reporting_back",
        /// Words of group work.
        KindGroupWork = "kind.group_work",
        /// Words of a panel.
        KindPanel = "kind.panel",
        /// Words of a keynote.
        KindKeynote = "kind.keynote",
        /// Words of a presentation.
        KindPresentation = "kind.presentation",
        /// Words of a plenary.
        KindPlenary = "kind.plenary",
        /// Headings over a list of participants.
        HeadingParticipants = "heading.participants",
        /// Headings and labels over some of the participants.
        HeadingCategory = "heading.category",
        /// Headings over people who are no participants.
        HeadingNotParticipants = "heading.not_participants",
        /// Came.
        AttendancePresent = "attendance.present",
        /// Took part from elsewhere.
        AttendanceRemote = "attendance.remote",
        /// Sent apologies.
        AttendanceApologies = "attendance.apologies",
        /// Did not come.
        AttendanceAbsent = "attendance.absent",
        /// In a label over people who sent apologies.
        LabelApologies = "attendance.label_apologies",
        /// In a label over people who did not come.
        LabelAbsent = "attendance.label_absent",
        /// Marks in a column of attendance.
        AttendanceMark = "attendance.mark",
        /// Letters in a column of attendance: absent, excused, remote, present.
        AttendanceLetter = "attendance.letter",
        /// Before a telephone number.
        ContactPhone = "contact.phone",
        /// Before a fax number.
        ContactFax = "contact.fax",
        /// Before an e-mail address.
        ContactEmail = "contact.email",
        /// Before other ways to reach somebody.
        ContactOther = "contact.other",
        /// What the name of a city's, county's or state's administration begins with.
        OrganisationSeat = "organisation.seat",
        /// Small words that bring in a complement: of, for.
        Complement = "organisation.complement",
        /// Headers over numbers.
        ColumnNumber = "column.number",
        /// Headers over whole names.
        ColumnName = "column.name",
        /// Headers over whole names of people who came.
        ColumnParticipant = "column.participant",
        /// Headers over first names.
        ColumnFirst = "column.first_name",
        /// Headers over last names.
        ColumnLast = "column.last_name",
        /// Headers over middle names.
        ColumnMiddle = "column.middle_name",
        /// Headers over honorifics or job titles.
        ColumnTitle = "column.title",
        /// Headers over organisations.
        ColumnOrganisation = "column.organisation",
        /// Headers over departments.
        ColumnDepartment = "column.department",
        /// Headers over job titles.
        ColumnJob = "column.job",
        /// Headers over cities.
        ColumnCity = "column.city",
        /// Headers over countries.
        ColumnCountry = "column.country",
        /// Headers over cities with their countries.
        ColumnPlace = "column.place",
        /// Headers over e-mail addresses.
        ColumnEmail = "column.email",
        /// Headers over telephone numbers.
        ColumnPhone = "column.phone",
        /// Headers over ways of attending.
        ColumnAttendance = "column.attendance",
        /// Headers over groups of participants.
        ColumnGroup = "column.group",
        /// Headers over what the table of participants has no column for.
        ColumnOther = "column.other",
        /// Headers over what no list of participants has.
        ColumnNotPeople = "column.not_people",
        /// Headings over an objective.
        OutcomeHeadingObjective = "outcome_heading.objective",
        /// Headings over an opportunity.
        OutcomeHeadingOpportunity = "outcome_heading.opportunity",
        /// Headings over a challenge.
        OutcomeHeadingChallenge = "outcome_heading.challenge",
        /// Headings over a solution.
        OutcomeHeadingSolution = "outcome_heading.solution",
        /// Headings over a recommendation.
        OutcomeHeadingRecommendation = "outcome_heading.recommendation",
        /// Headings over a decision.
        OutcomeHeadingDecision = "outcome_heading.decision",
        /// Headings over an action item.
        OutcomeHeadingActionItem = "outcome_heading.action_item",
        /// Headings over a conclusion.
        OutcomeHeadingConclusion = "outcome_heading.conclusion",
        /// Headings over a next step.
        OutcomeHeadingNextStep = "outcome_heading.next_step",
        /// Labels before an objective on its own line.
        OutcomeLabelObjective = "outcome_label.objective",
        /// Labels before an opportunity on its own line.
        OutcomeLabelOpportunity = "outcome_label.opportunity",
        /// Labels before a challenge on its own line.
        OutcomeLabelChallenge = "outcome_label.challenge",
        /// Labels before a solution on its own line.
        OutcomeLabelSolution = "outcome_label.solution",
        /// Labels before a recommendation on its own line.
        OutcomeLabelRecommendation = "outcome_label.recommendation",
        /// Labels before a decision on its own line.
        OutcomeLabelDecision = "outcome_label.decision",
        /// Labels before an action item on its own line.
        OutcomeLabelActionItem = "outcome_label.action_item",
        /// Labels before a conclusion on its own line.
        OutcomeLabelConclusion = "outcome_label.conclusion",
        /// Labels before a next step on its own line.
        OutcomeLabelNextStep = "outcome_label.next_step",
        /// Nouns by which a sentence names an objective.
        OutcomeNounObjective = "outcome_noun.objective",
        /// Nouns by which a sentence names an opportunity.
        OutcomeNounOpportunity = "outcome_noun.opportunity",
        /// Nouns by which a sentence names a challenge.
        OutcomeNounChallenge = "outcome_noun.challenge",
        /// Nouns by which a sentence names a solution.
        OutcomeNounSolution = "outcome_noun.solution",
        /// Nouns by which a sentence names a recommendation.
        OutcomeNounRecommendation = "outcome_noun.recommendation",
        /// Nouns by which a sentence names a decision.
        OutcomeNounDecision = "outcome_noun.decision",
        /// Nouns by which a sentence names an action item.
        OutcomeNounActionItem = "outcome_noun.action_item",
        /// Nouns by which a sentence names a conclusion.
        OutcomeNounConclusion = "outcome_noun.conclusion",
        /// Nouns by which a sentence names a next step.
        OutcomeNounNextStep = "outcome_noun.next_step",
        /// Verbs by which a group decides.
        OutcomeVerbDecision = "outcome_verb.decision",
        /// Verbs by which a group recommends.
        OutcomeVerbRecommendation = "outcome_verb.recommendation",
        /// Verbs by which a group puts a way forward.
        OutcomeVerbSuggestion = "outcome_verb.suggestion",
        /// Verbs by which a group agrees or concludes.
        OutcomeVerbConclusion = "outcome_verb.conclusion",
        /// Verbs by which a group finds, where a clause follows.
        OutcomeVerbFinding = "outcome_verb.finding",
        /// Verbs that announce what follows: three challenges were identified.
        OutcomeVerbAnnounced = "outcome_verb.announced",
        /// Words before the noun of an outcome heading that do not change it: key, main.
        OutcomeModifier = "outcome.modifier",
        /// Words between an outcome heading and whose outcomes they are: of.
        OutcomeOf = "outcome.of",
        /// Those of them that name a source outside the meeting unless it is the meeting: from.
        OutcomeFrom = "outcome.from",
        /// Small words inside a group's name: on, for.
        OutcomeOn = "outcome.on",
        /// Words that open a phrase between a group and its verb: of, present.
        OutcomeWithin = "outcome.within",
        /// Words between an outcome heading and what it is about, or what became of it: for, identified.
        OutcomeAbout = "outcome.about",
        /// Words that with a number head what a group, panel or theme found: group.
        OutcomeGrouped = "outcome.grouped",
        /// Words of which a report of a meeting has one at least: participants.
        OutcomeGathering = "outcome.gathering",
        /// Words that count or point at outcomes: several, the following.
        OutcomeQuantity = "outcome.quantity",
        /// Nouns for those who meet and act as one: participants, the Board.
        OutcomeGroup = "outcome.group",
        /// Nouns for the meeting itself.
        OutcomeMeeting = "outcome.meeting",
        /// Pronouns that stand for the group named before: they.
        OutcomePronoun = "outcome.pronoun",
        /// Words between a subject and its verb, or before a subject: also, finally.
        OutcomeAdverb = "outcome.adverb",
        /// Auxiliaries after which a verb tells no act: will, had.
        OutcomeNotAct = "outcome.not_act",
        /// Subjects that name nobody: it was.
        OutcomeImpersonal = "outcome.impersonal",
        /// Forms of to be, and verbs that equate: was, included.
        OutcomeCopula = "outcome.copula",
        /// Words that open the clause of what was said: that.
        OutcomeThat = "outcome.that",
        /// Nouns for an agreement: consensus.
        OutcomeConsensus = "outcome.consensus",
        /// Verbs by which points come out of a discussion: crystallised.
        OutcomeEmerged = "outcome.emerged",
        /// Verbs by which a meeting sets out to do something: aimed to.
        OutcomeAimed = "outcome.aimed",
        /// Past forms of to be, with which a report tells an aim of its meeting: was.
        OutcomePast = "outcome.past",
        /// Words before what is aimed at or to be done: to.
        OutcomeTo = "outcome.to",
        /// Openings of a sentence about what comes next: over the next few months.
        OutcomeNextLead = "outcome.next_lead",
        /// Words of what is to be done: will, shall.
        OutcomeFuture = "outcome.future",
        /// Words of what should be done: should, it is important to.
        OutcomeMust = "outcome.must",
        /// Openings of a sentence that answers a challenge: in order to overcome.
        OutcomeRemedy = "outcome.remedy",
        /// Openings of one point of several: firstly, finally.
        OutcomeEnumerator = "outcome.enumerator",
        /// Headings or labels over what groups found, idea by idea.
        OutcomeDiscussion = "outcome.discussion",
        /// Headings that name a part of a report and no topic.
        OutcomeNotTopic = "outcome.not_topic",
        /// Words of a sentence that tells what happened: thanked, was attended.
        OutcomeNarrative = "outcome.narrative",
        /// Nouns of a sentence that only tells that an example was given.
        OutcomeExample = "outcome.example",
        /// What is approved or adopted as a decision: the minutes.
        OutcomeObject = "outcome.object",
        /// Openings of a motion: motion by.
        OutcomeMotion = "outcome.motion",
        /// Words of a motion that was not carried.
        OutcomeLost = "outcome.lost",
        /// Words that tell who moved a motion and how the vote went: seconded by, carried.
        OutcomeVote = "outcome.vote",
        /// Words before a time: the end of.
        OutcomeTimeLead = "outcome.time_lead",
        /// Words for a time that are no date: asap.
        OutcomeTime = "outcome.time",
        /// Those who are often given a task without a name: the secretariat, all.
        OutcomeActor = "outcome.actor",
        /// Words before a deadline: by.
        OutcomeBy = "outcome.by",
        /// Headers over what is to be done.
        OutcomeColumnText = "outcome.column_text",
        /// Headers over who is to do it.
        OutcomeColumnOwner = "outcome.column_owner",
        /// Headers over by when.
        OutcomeColumnDue = "outcome.column_due",
        /// Headers over what the outcomes of a row are about.
        OutcomeColumnTopic = "outcome.column_topic",
        /// Headers over the number of a row.
        OutcomeColumnNumber = "outcome.column_number",
        /// Before the first of two ends: from.
        RangeFrom = "range.from",
        /// Before two ends joined by `range.and`: between.
        RangeBetween = "range.between",
        /// Between two ends: to, until.
        RangeTo = "range.to",
        /// Between two ends or the last two of a list: and.
        RangeAnd = "range.and",
        /// Ante meridiem.
        TimeAm = "time.am",
        /// Post meridiem.
        TimePm = "time.pm",
        /// After an hour: o'clock.
        TimeOclock = "time.oclock",
        /// After a clock time, saying that it is one: hrs.
        TimeHours = "time.hours",
        /// Time zones behind a clock time.
        TimeZone = "time.zone",
        /// Before a clock time: at.
        TimeAt = "time.at",
        /// Between minutes and the hour that they follow: past.
        TimePast = "time.past",
        /// Between minutes and the hour that they precede: to.
        TimeBefore = "time.before",
        /// Between a clock time and a part of the day: in the.
        TimePartLead = "time.part_lead",
        /// Glued to an hour that is only about right: ish.
        TimeAbout = "time.about",
        /// Before a duration: for.
        TimeFor = "time.for",
        /// Words after which two numbers with a colon are no clock time: ratio.
        TimeNotAfter = "time.not_after",
        /// Units of hours.
        DurationHour = "duration.hour",
        /// Units of minutes.
        DurationMinute = "duration.minute",
        /// One of a unit: an hour.
        DurationOne = "duration.one",
        /// Half of a unit, before it: half an hour.
        DurationHalf = "duration.half",
        /// Half of a unit more, after it or before it: and a half.
        DurationAndHalf = "duration.and_half",
        /// Between a day and its month: of.
        DateOf = "date.of",
        /// Before a day: the.
        DateThe = "date.the",
        /// Glued to a day's digits: th.
        DateOrdinal = "date.ordinal",
        /// Glued to a year that names its decade: s.
        DateDecade = "date.decade",
        /// Months and weekdays that in small letters are common words: may.
        DateHomograph = "date.homograph",
        /// Words after which a bare four-digit number is a year: in, since.
        DateYearLead = "date.year_lead",
        /// Small words that may follow a bare year, which a counted noun may not: to, and.
        DateYearFollow = "date.year_follow",
        /// Words after which numbers with slashes or dots are no date: resolution, version.
        DateNotAfter = "date.not_after",
        /// The word of a day's head: day.
        DateDay = "date.day",
        /// Qualifiers: the value is near.
        QuantityAbout = "quantity.about",
        /// Qualifiers: the value is passed.
        QuantityMoreThan = "quantity.more_than",
        /// Qualifiers: a lower bound.
        QuantityAtLeast = "quantity.at_least",
        /// Qualifiers: the value is not reached.
        QuantityLessThan = "quantity.less_than",
        /// Qualifiers: an upper bound.
        QuantityAtMost = "quantity.at_most",
        /// The same after the quantity.
        QuantityAfterAbout = "quantity.after_about",
        /// The same after the quantity.
        QuantityAfterAtLeast = "quantity.after_at_least",
        /// The same after the quantity.
        QuantityAfterAtMost = "quantity.after_at_most",
        /// Words of growth.
        QuantityIncrease = "quantity.increase",
        /// Words of decline.
        QuantityDecrease = "quantity.decrease",
        /// Opens a range whose ends `and` joins.
        QuantityBetween = "quantity.between",
        /// Opens a range whose ends `to` joins.
        QuantityFrom = "quantity.from",
        /// Before the size of a change.
        QuantityBy = "quantity.by",
        /// Joins the ends of a range.
        QuantityTo = "quantity.to",
        /// Joins.
        QuantityAnd = "quantity.and",
        /// Joins alternatives.
        QuantityOr = "quantity.or",
        /// The sign, in words.
        QuantityMinus = "quantity.minus",
        /// Indefinite articles.
        QuantityArticle = "quantity.article",
        /// Articles and possessives that may follow a fraction.
        QuantityDeterminer = "quantity.determiner",
        /// Between the parts of a share: one in seven.
        QuantityOutOf = "quantity.out_of",
        /// After a fraction or a percentage.
        QuantityOf = "quantity.of",
        /// Each.
        QuantityEvery = "quantity.every",
        /// Divides a rate.
        QuantityPer = "quantity.per",
        /// Opens what a rate counts by.
        QuantityForEvery = "quantity.for_every",
        /// Follows a multiple.
        QuantityTimes = "quantity.times",
        /// Follows `times` where it multiplies.
        QuantityTimesMore = "quantity.times_more",
        /// The decimal point, in words.
        QuantityPoint = "quantity.point",
        /// Words whose number is a name.
        QuantityLabel = "quantity.label",
        /// Short forms of labels.
        QuantityLabelShort = "quantity.label_short",
        /// Words before a year.
        QuantityTemporal = "quantity.temporal",
        /// Before `one` these leave it no number.
        QuantityPronoun = "quantity.pronoun",
        /// Words after which a number is an age.
        QuantityAge = "quantity.age",
        /// Words of street names.
        QuantityStreet = "quantity.street",
        /// Words after a clock time.
        QuantityMeridiem = "quantity.meridiem",
        /// After a span of time: before or after which something happened.
        QuantityAgo = "quantity.ago",
        /// Words that end a noun phrase.
        QuantityStop = "quantity.stop",
        /// Between a number and what it is said of.
        QuantityCopula = "quantity.copula",
        /// Auxiliaries and words that open a clause: a noun phrase ends before them.
        QuantityClause = "quantity.clause",
        /// What a rate may be by after an article (a share, a head).
        QuantityItem = "quantity.item",
        /// Verbs that end a noun phrase.
        QuantityVerb = "quantity.verb",
        /// Words before a noun that are no noun.
        QuantityAdjective = "quantity.adjective",
        /// Words that say how many or which, left out of the unit.
        QuantityWhich = "quantity.which",
        /// When or how often, a whole phrase.
        QuantityPeriod = "quantity.period",
        /// Opens a phrase with a year.
        QuantityPeriodStart = "quantity.period_start",
        /// Words between a qualifier and its number.
        QuantityFiller = "quantity.filler",
        /// Before a place: in, at, from.
        PlaceBefore = "place.before",
        /// Before the name of a town: city of, town hall of.
        TownOf = "place.town_of",
        /// Cities whose name is an everyday word.
        NotPlace = "place.not_alone",
        /// Words before a person's name.
        Honorific = "person.honorific",
        /// Small words inside a name.
        Particle = "person.particle",
        /// Words after a name that belong to it.
        Suffix = "person.suffix",
        /// Nouns that make a phrase a job title.
        Job = "person.job",
        /// Posts that want the unit after the comma.
        JobOpen = "person.job_open",
        /// Words that open a job title and end a name before them.
        JobModifier = "person.job_modifier",
        /// Heads of a label that numbers a group of people.
        GroupLabel = "person.group",
        /// What stands in brackets after a name and is no affiliation.
        Aside = "person.aside",
        /// Words that no part of a name is.
        NotName = "person.not_name",
        /// Words of topics and headings, seldom surnames.
        Topic = "person.topic",
        /// Words that join the parts of a title or of an organisation's name.
        Connector = "person.connector",
        /// Words between a name and its organisation.
        From = "person.from",
        /// Words before the last of several names.
        And = "person.and",
        /// Nouns that make a phrase an organisation.
        Organisation = "organisation.noun",
        /// Parts of an organisation.
        Unit = "organisation.unit",
        /// Names of organisations that do not show what they are.
        OrganisationName = "organisation.name",
        /// Words in capitals that are no organisation.
        NotAcronym = "organisation.not_acronym",
        /// Nouns of organisations that are never parts of one: "Director River Alliance".
        OrganisationFirm = "organisation.firm",
        /// Bodies of a state, which its name belongs to.
        StateBody = "organisation.state",
        /// Openings of a town's or district's name as an organisation.
        Town = "organisation.town",
        /// Posts that are always the head of something.
        JobHead = "person.job_head",
        /// Labels of the role `presenter`.
        RolePresenter = "role.presenter",
        /// Labels of the role `moderator`.
        RoleModerator = "role.moderator",
        /// Labels of the role `panelist`.
        RolePanelist = "role.panelist",
        /// Labels of the role `facilitator`.
        RoleFacilitator = "role.facilitator",
        /// Labels of the role `chair`.
        RoleChair = "role.chair",
        /// Labels of the role `lead`.
        RoleLead = "role.lead",
        /// Labels of the role `co_lead`.
        RoleCoLead = "role.co_lead",
        /// Labels of the role `keynote`.
        RoleKeynote = "role.keynote",
        /// Labels of the role `discussant`.
        RoleDiscussant = "role.discussant",
        /// Labels of the role `rapporteur`.
        RoleRapporteur = "role.rapporteur",
        /// Labels of the role `speaker`.
        RoleSpeaker = "role.speaker",
        /// Labels of the role `expert`.
        RoleExpert = "role.expert",
        /// Labels of the role `host`.
        RoleHost = "role.host",
        /// Labels of the role `prepared_by`.
        RolePreparedBy = "role.prepared_by",
        /// Labels of the role `reviewed_by`.
        RoleReviewedBy = "role.reviewed_by",
        /// Labels of the role `cleared_by`.
        RoleClearedBy = "role.cleared_by",
        /// Labels of the role `contact`.
        RoleContact = "role.contact",
        /// Labels of the role `opener`.
        RoleOpener = "role.opener",
        /// What a speaker does: said, stressed.
        SayVerb = "say.verb",
        /// Words between a name and its verb: also.
        SayAdverb = "say.adverb",
        /// Who speaks for a delegation: representative.
        SayDelegate = "say.delegate",
        /// Between that and the delegation: of, for.
        SayDelegateOf = "say.delegate_of",
        /// Words that open what stands before the speaker: in, turning.
        SayLead = "say.lead",
        /// Words that go on with the speaker above: she.
        SayPronoun = "say.pronoun",
        /// Words before the name of who asks or answers: Q.
        SayQuestion = "say.question",
        /// Steps of the meeting, which are nobody's words: called the meeting to order.
        SayProcedure = "say.procedure",
        /// Words after which a step of the meeting has words of the speaker's: by.
        SayBy = "say.by",
        /// What presents rather than argues: gave an overview.
        SayPresent = "say.present",
        /// What is a motion: moved.
        SayMotion = "say.motion",
        /// Those who speak by their office: the chair.
        SayOffice = "say.office",
        /// The meeting as a whole: participants, the committee.
        GroupNoun = "group.noun",
        /// What the meeting as a whole does: decided, rose.
        GroupVerb = "group.verb",
        /// Openings of a passage that names nobody: it was agreed.
        GroupPassive = "group.passive",
        /// What a person did that shows a role: moderated, opened.
        Did = "did.any",
        /// What a moderator did.
        DidModerate = "did.moderate",
        /// What a chair did.
        DidChair = "did.chair",
        /// What a facilitator did.
        DidFacilitate = "did.facilitate",
        /// What a rapporteur did.
        DidReport = "did.report",
        /// What a host did.
        DidHost = "did.host",
        /// What somebody did who opened or closed a part.
        DidOpen = "did.open",
        /// What somebody did who only took part.
        DidJoin = "did.join",
        /// Openings of what the chair says: in chairing.
        DoingChair = "did.doing_chair",
        /// Openings of what the moderator says: in moderating.
        DoingModerate = "did.doing_moderate",
        /// What a keynote speaker gave.
        ByKeynote = "did.by_keynote",
        /// Before the moderator: was moderated by.
        ByModerator = "did.by_moderator",
        /// Before the chair: was chaired by.
        ByChair = "did.by_chair",
        /// Before the facilitator: was facilitated by.
        ByFacilitator = "did.by_facilitator",
        /// Before a speaker: remarks by.
        BySpeaker = "did.by_speaker",
        /// Before the people of a part: included.
        Included = "did.included",
        /// Parts whose people are a panel.
        PanelNoun = "did.panel",
        /// Between a contact and his address: at.
        RoleLink = "did.link",
        /// What a report that records what was said calls itself: minutes.
        HeadingRecord = "heading.record",
        /// Labels of a time box.
        SessionTime = "session.time",
        /// Words before a session's number: panel.
        SessionLabel = "session.label",
        /// Words that open the heading of an annex.
        SessionAnnex = "session.annex",
        /// Headings under which no part of the meeting is told: background.
        SessionNone = "session.none",
        /// Right before the marks around a title, a term or a slogan: entitled.
        QuoteNone = "quote.none",
        /// Before somebody else whose words are cited: quote from.
        QuoteFrom = "quote.from",
        /// Words that stand for whoever speaks: she.
        QuotePronoun = "quote.pronoun",
    }
}

keys! {
    /// Keys of words that stand for a value.
    Map {
        /// Month names and abbreviations to 1..=12.
        Month = "month",
        /// Weekday names and abbreviations to 1 (Monday) ..= 7.
        Weekday = "weekday",
        /// Number words: zero to nineteen and the tens.
        Number = "number",
        /// Ordinal words: first to nineteenth and the tens.
        Ordinal = "ordinal",
        /// Names of an hour: noon to 12.
        HourName = "hour_name",
        /// Names of a time of day that only stand for an hour: mid-morning to 10.
        RoughHour = "rough_hour",
        /// Parts of the day to the earliest hour a clock of twelve hours can mean in them; past midnight counts on from 24.
        PartOfDay = "part_of_day",
        /// Parts of an hour in minutes: quarter to 15.
        HourPart = "hour_part",
        /// Words that multiply the number before them.
        Scale = "scale",
        /// Letters that do.
        ScaleLetter = "scale_letter",
        /// Plural scale words without a number.
        Vague = "vague",
        /// Words of fractions to what they divide by.
        Denominator = "denominator",
        /// Multiples in one word.
        Fold = "fold",
    }
}

keys! {
    /// Keys of words that stand for another word.
    Text {
        /// Plurals that no ending tells to their singular.
        Singular = "singular",
    }
}
