//! The order of a day, which settles the half of the day where the print leaves it open.

use super::range::after;
use super::{Clock, TimeSpan};

/// An unmarked hour up to this one is in the afternoon: nobody meets at night.
const LAST_NIGHT_HOUR: u8 = 5;
/// An unmarked time that would go back in the day is meant for the evening if it starts no more than so many minutes after the row above ended.
const EVENING_GAP: u32 = 4 * 60;
/// The same of an hour before eight, at which few days begin.
const EARLY_GAP: u32 = 6 * 60;
/// Rows after this hour may run past midnight.
const LATE: u32 = 20 * 60;
/// No row is longer than so many minutes; an end that would make it so is taken as printed.
const LONGEST: u32 = 10 * 60;

/// Gives the rows of one day, fed in printed order, clocks of 24 hours.
#[derive(Clone, Debug, Default)]
pub struct Day {
    /// Start and end of the row above, in minutes.
    above: Option<(u32, u32)>,
    /// Whether a row was printed by a clock of 24 hours.
    clock24: bool,
}

impl Day {
    /// A day without rows.
    pub fn new() -> Day {
        Day::default()
    }

    /// The start and end of the next row.
    pub fn resolve(&mut self, span: TimeSpan) -> (Clock, Option<Clock>) {
        self.clock24 |= span.clock24;
        let start = if span.start_marked {
            span.start.minutes()
        } else {
            self.start(span.start)
        };
        let end = span.end.map(|end| {
            let printed = end.minutes();
            if span.end_marked {
                return printed;
            }
            let next = after(start, printed);
            if next > start && next - start <= LONGEST {
                next
            } else {
                printed
            }
        });
        self.above = Some((start, end.unwrap_or(start)));
        (Clock::from_minutes(start), end.map(Clock::from_minutes))
    }

    fn start(&self, clock: Clock) -> u32 {
        let printed = clock.minutes();
        let evening = printed % (12 * 60) + 12 * 60;
        let Some((above, above_end)) = self.above else {
            return if clock.hour <= LAST_NIGHT_HOUR {
                evening
            } else {
                printed
            };
        };
        if clock.hour <= LAST_NIGHT_HOUR {
            return if above >= LATE { printed } else { evening };
        }
        let back = printed < above && clock.hour < 12;
        let gap = if clock.hour < 8 {
            EARLY_GAP
        } else {
            EVENING_GAP
        };
        let follows = evening >= above && evening <= above_end.max(above) + gap;
        if back && follows && !self.clock24 {
            evening
        } else {
            printed
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lang;
    use crate::value::time::{Day, time_at};

    /// The clocks that a day's rows get, each row by its printed time.
    fn day(rows: &[&str]) -> Vec<String> {
        let mut day = Day::new();
        let clocks = rows.iter().map(|row| {
            let (_, span) = time_at(row, Lang::En).expect(row);
            let (start, end) = day.resolve(span);
            end.map_or(start.to_string(), |end| format!("{start}/{end}"))
        });
        clocks.collect()
    }

    #[test]
    fn the_afternoon_follows_the_morning() {
        let rows = [
            "9:00 - 10:30",
            "10:30",
            "11:00-12:30",
            "12:30 - 1:30",
            "1:30",
            "2:00-3:30",
            "5:30 - 6:30",
            "7:00",
        ];
        let want = [
            "09:00/10:30",
            "10:30",
            "11:00/12:30",
            "12:30/13:30",
            "13:30",
            "14:00/15:30",
            "17:30/18:30",
            "19:00",
        ];
        assert_eq!(day(&rows), want);
    }

    #[test]
    fn an_evening_may_follow_a_free_afternoon() {
        let rows = ["9.00-10.30", "12.30-1.30", "6.30-9.30"];
        assert_eq!(day(&rows)[2], "18:30/21:30");
        assert_eq!(day(&["12.30-1.30", "8.30-9.30"])[1], "08:30/09:30");
    }

    #[test]
    fn a_first_row_at_two_is_an_afternoon() {
        assert_eq!(
            day(&["2:00 – 3:15", "3.15 - 4.00"]),
            ["14:00/15:15", "15:15/16:00"]
        );
    }

    #[test]
    fn what_is_marked_stays() {
        assert_eq!(
            day(&["11:30 am - 1 pm", "1:00-2:00", "03:50-04:00 pm"]),
            ["11:30/13:00", "13:00/14:00", "15:50/16:00"]
        );
        assert_eq!(
            day(&["14:00-15:30", "8:30 - 9:00"]),
            ["14:00/15:30", "08:30/09:00"]
        );
        assert_eq!(day(&["15:00-17:00", "8:30"]), ["15:00/17:00", "08:30"]);
    }

    #[test]
    fn what_goes_backwards_in_the_print_goes_backwards_here() {
        assert_eq!(
            day(&["10:00 - 10:30", "10:15-10:10"]),
            ["10:00/10:30", "10:15/10:10"]
        );
    }
}
