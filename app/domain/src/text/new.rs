//! A new case, and the pickers of customers and colleagues.

use crate::cases::SimilarCase;

texts! {
    picker_searching: "Söker …", "Searching …";
    picker_matches(count: usize): "{count} träffar", "{count} matches";
    customer_search_hint: "Sök namn, kundnr, adress", "Search name, number, address";
    no_customer_matches: "Ingen kund stämmer. Prova en del av namnet, kundnumret eller adressen.", "No customer matches. Try a part of the name, the number or the address.";
    customer_number(id: i32): "Kund {id}", "Customer {id}";
    person_search_hint: "Sök namn", "Search name";
    no_person_matches: "Ingen anställd stämmer. Prova en del av namnet.", "Nobody matches. Try a part of the name.";
    person_number(id: i32): "nr {id}", "no. {id}";
    beside_responsible: "utöver ansvarig", "besides the responsible";
    several_by_comma: "Flera: skriv komma mellan namnen.", "Several: write commas between the names.";
    remove_person(name: &str): "Ta bort {name}", "Remove {name}";
    crumbs: "Brödsmulor", "Breadcrumbs";
    case_created(number: i32): "Ärende {number} skapat", "Case {number} created";
    open_it: "Öppna", "Open";
    open_as_page: "Öppna som helsida", "Open as a page";
    keys_create: "skapar", "creates";
    not_chosen_any_more(name: &str): "{name} är inaktiv och kan inte väljas på ett nytt ärende. Välj någon annan.", "{name} is inactive and cannot be chosen for a new case. Choose another.";
    draft_restored: "Utkast återställt. Det du skrev förra gången finns kvar.", "Draft restored. What you wrote last time is still here.";
    discard_draft: "Släng utkastet", "Discard the draft";
    logged_out_with_draft: "Du har loggats ut. Det du skrev är sparat som utkast.", "You have been logged out. What you wrote is kept as a draft.";
    log_in_again: "Logga in och fortsätt", "Log in and continue";
    similar_heading: "Finns ärendet redan?", "Is the case here already?";
    similar_of(name: &str): "Öppna ärenden för {name}. Kommentera hellre där om det gäller samma sak.", "Open cases of {name}. Rather comment there if it is the same matter.";
    set_by_itself: "Sätts automatiskt", "Set by itself";
    case_number: "Nummer", "Number";
    when_created: "när ärendet skapas", "when the case is created";
    oneself: "jag", "me";
}

impl super::Language {
    /// How many open cases the chosen customer has; of many only the newest are shown.
    pub fn similar_found(self, shown: usize) -> String {
        match (self, shown) {
            (Self::Swedish, 1) => "1 öppet ärende hos kunden".into(),
            (Self::Swedish, SimilarCase::MOST..) => format!("{shown} öppna ärenden eller fler hos kunden"),
            (Self::Swedish, _) => format!("{shown} öppna ärenden hos kunden"),
            (Self::English, 1) => "1 open case of the customer".into(),
            (Self::English, SimilarCase::MOST..) => format!("{shown} or more open cases of the customer"),
            (Self::English, _) => format!("{shown} open cases of the customer"),
        }
    }

    /// Heads the list of what is wrong with a new case.
    pub const fn case_not_created(self, errors: usize) -> &'static str {
        match (self, errors) {
            (Self::Swedish, 1) => "Ärendet skapades inte. Rätta felet:",
            (Self::Swedish, _) => "Ärendet skapades inte. Rätta felen:",
            (Self::English, 1) => "The case was not created. Put this right:",
            (Self::English, _) => "The case was not created. Put these right:",
        }
    }
}
