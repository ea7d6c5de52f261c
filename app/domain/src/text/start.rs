//! The start page.

use super::Language;
use chrono::{Datelike, NaiveDate};

texts! {
    greeting(name: &str): "Hej {name}", "Hello {name}";
    quick_create_hint: "Skriv en rubrik och tryck Enter för att skapa ett ärende", "Write a subject and press Enter to create a case";
    new_cases_heading: "Nyinkomna ärenden", "New cases";
    show_all: "Visa alla", "Show all";
    agenda: "Förfaller", "Due";
    agenda_week: "Resten av veckan", "Rest of the week";
    agenda_none_late: "Inget är försenat.", "Nothing is late.";
    agenda_none_today: "Inget ska vara klart i dag.", "Nothing is due today.";
    agenda_none_week: "Inget förfaller.", "Nothing falls due.";
    show_all_of(count: crate::cases::Count): "Visa alla {count}", "Show all {count}";
    none_mine: "Inga öppna ärenden. Allt är klart.", "No open cases. All is done.";
    none_new: "Inga nya ärenden. Nya från kunder, mobilen och e-post hamnar här.", "No new cases. New ones from customers, the phone and e-mail end up here.";
    unassigned_heading: "Utan ansvarig", "Without responsible";
    changed_heading: "Ändrade sedan jag tittade", "Changed since I looked";
    none_unassigned: "Alla öppna ärenden har en ansvarig.", "Every open case has somebody responsible.";
    none_changed: "Inget har ändrats i det du har läst.", "Nothing has changed in what you have read.";
    start_nothing: "Startsidan är tom. Välj vad den ska visa under Anpassa startsidan.", "The start page is empty. Choose what it shows under Adapt the start page.";
    start_adapt: "Anpassa startsidan", "Adapt the start page";
    start_adapt_about: "Kryssa för det som ska visas. Lägst nummer står först.", "Tick what is to be shown. The lowest number stands first.";
    start_place(name: &str): "Plats för {name}", "Place of {name}";
    start_for: "Gäller", "For";
    start_for_me: "Mig", "Me";
    start_for_role(role: &str): "Alla med rollen {role} som inte har valt själva", "Everybody with the role {role} who has not chosen";
    start_forget: "Återställ till det förvalda", "Reset to the default";
    create_for: "Ansvarig", "Responsible";
    create_for_me: "Till mig", "To me";
    create_for_nobody: "Utan ansvarig", "To nobody yet";
    priority_is(name: &str): "Prioritet {name}", "Priority {name}";
    without_customer: "Internt", "Internal";
}

impl Language {
    /// "Måndag 23 november", as a sentence begins.
    pub fn day_in_words(self, day: NaiveDate) -> String {
        let (weekdays, months) = match self {
            Self::Swedish => (
                ["Måndag", "Tisdag", "Onsdag", "Torsdag", "Fredag", "Lördag", "Söndag"],
                [
                    "januari",
                    "februari",
                    "mars",
                    "april",
                    "maj",
                    "juni",
                    "juli",
                    "augusti",
                    "september",
                    "oktober",
                    "november",
                    "december",
                ],
            ),
            Self::English => (
                ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
                [
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December",
                ],
            ),
        };
        let weekday = weekdays[day.weekday().num_days_from_monday() as usize];
        format!("{weekday} {} {}", day.day(), months[day.month0() as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_in_words() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        assert_eq!(Language::Swedish.day_in_words(day), "Måndag 23 november");
        assert_eq!(Language::English.day_in_words(day), "Monday 23 November");
    }
}
