//! Changing one property in its place: forms, receipts, conflicts.

texts! {
    change_status: "Ändra status", "Change status";
    change_priority: "Ändra prioritet", "Change priority";
    change_type: "Ändra typ", "Change type";
    change_channel: "Ändra kanal", "Change channel";
    change_responsible: "Ändra ansvarig", "Change responsible";
    change_team: "Ändra team", "Change team";
    change_due: "Ändra förfallodatum", "Change due date";
    change_customer: "Byt kund", "Change customer";
    choose_customer: "Välj kund", "Choose customer";
    change_created: "Ändra skapad", "Change created";

    hidden_from_open: "Ärendet döljs ur öppna", "The case leaves the open ones";
    search_person: "Sök anställd", "Search people";
    search_customer: "Sök kund", "Search customers";
    choose_in_list: "Välj en i listan.", "Choose one in the list.";
    set_status_too(status: &str): "Sätt status {status}", "Set status {status}";
    due_date: "Förfallodatum", "Due date";
    pick_friday: "Fredag", "Friday";
    pick_week: "Om en vecka", "In a week";
    pick_none: "Inget", "None";

    got_status(number: i32, status: &str): "Ärende {number} fick status {status}", "Case {number} got status {status}";
    not_saved(number: i32): "Ärende {number} kunde inte sparas. Ändringen finns kvar i fältet.", "Case {number} could not be saved. The change is still in the field.";
    case_refused(number: i32, why: &str): "Ärende {number}: {why}", "Case {number}: {why}";
    not_chosen(number: i32): "Ärende {number} har kvar den andras värde. Ditt är inte sparat.", "Case {number} keeps the other value. Yours is not saved.";

    conflict_title: "Någon annan har ändrat ärendet", "Somebody else has changed the case";
    conflict_text(who: &str, number: i32, when: &str): "{who} sparade ärende {number} {when}, medan du redigerade. Välj vilket värde som ska gälla.", "{who} saved case {number} {when}, while you were editing. Choose which value shall hold.";
    conflict_clock(clock: &str): "kl. {clock}", "at {clock}";
    my_value: "Ditt värde", "Your value";
    their_value(whose: &str): "{whose} värde", "{whose} value";
    not_yet_saved: "Ej sparat", "Not saved";
    saved_at(when: &str): "Sparat {when}", "Saved {when}";
    save_chosen: "Spara valt värde", "Save the chosen value";
    show_saved: "Visa det sparade ärendet", "Show the saved case";
}

impl super::Language {
    /// A name as owner: "Sofia Bergs"; one that hisses stays as it is: "Johan Lönnroos".
    pub fn whose(self, name: &str) -> String {
        match self {
            Self::Swedish if name.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']) => name.to_owned(),
            Self::Swedish => format!("{name}s"),
            Self::English => format!("{name}’s"),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Language;

    #[test]
    fn names_become_owners() {
        assert_eq!(Language::Swedish.whose("Sofia Berg"), "Sofia Bergs");
        assert_eq!(Language::Swedish.whose("Johan Lönnroos"), "Johan Lönnroos");
        assert_eq!(Language::English.whose("Sofia Berg"), "Sofia Berg’s");
    }
}
