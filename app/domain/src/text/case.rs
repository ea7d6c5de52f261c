//! One case.

texts! {
    undo_overtaken: "Det har ändrats igen sedan dess och kan inte ångras.", "It has been changed again since and cannot be undone.";
    is_sent_again: "Ingen kontakt. Skickas så snart den är tillbaka.", "No connection. It is sent as soon as it is back.";
    reads(names: &str): "{names} läser", "{names} reading";
    edits(names: &str): "{names} redigerar", "{names} editing";
    names_and_more(names: &str, more: i32): "{names} och {more} till", "{names} and {more} more";
    edit_case: "Redigera ärende", "Edit case";
    mark_solved: "Markera som löst", "Mark as solved";
    comments_and_events: "Kommentarer och händelser", "Comments and events";
    save_comment: "Spara kommentar", "Save comment";
    save_and_show_customer: "Spara och visa för kunden", "Save and show to the customer";
    external_switch: "Extern – visas för kunden", "External – shown to the customer";
    internal: "Intern", "Internal";
    add: "Lägg till", "Add";
    previous_case: "Föregående ärende", "Previous case";
    next_case: "Nästa ärende", "Next case";
    place_in_list(place: i32, all: crate::cases::Count): "{place} av {all}", "{place} of {all}";
    reopen: "Öppna igen", "Open again";
    case_facts: "Uppgifter om ärendet", "About the case";
    done: "Klart", "Done";

    tab_everything: "Allt", "Everything";
    tab_comments: "Kommentarer", "Comments";
    tab_external: "Externa", "External";
    tab_history: "Historik", "History";
    nothing_of_the_kind: "Inget av det slaget än.", "Nothing of the kind yet.";

    internal_comment_by(name: &str): "Intern kommentar av {name}", "Internal comment by {name}";
    external_comment_by(name: &str): "Extern kommentar av {name}", "External comment by {name}";
    customer_sees: "Extern, kunden ser", "External, the customer sees it";
    from_customer: "Från kunden", "From the customer";
    is_customer: "kund", "customer";

    created_the_case: "skapade ärendet via", "registered the case by";
    did_change: "ändrade", "changed";
    did_link: "kopplade", "linked";
    did_unlink: "kopplade bort", "unlinked";
    changed_to: "till", "to";
    and: "och", "and";
    with_many: "tillsammans med andra ärenden", "together with other cases";
    show_former_text: "Visa den förra texten", "Show the former text";

    new_comment: "Ny kommentar", "New comment";
    write_comment: "Skriv en kommentar", "Write a comment";
    customer_will_see(name: &str): "Kommentaren visas för kunden: {name}.", "The customer will see the comment: {name}.";
    comment_saved: "Kommentaren är sparad", "The comment is saved";
    edit_begun: "Du har börjat ändra rubrik eller innehåll. Det du skrev finns kvar.", "You have begun to change subject or text. What you wrote is still here.";
    go_on: "Fortsätt", "Go on";
    comment_draft_restored: "Utkast återställt", "Draft restored";
    logged_out_with_comment: "Du har loggats ut. Kommentaren är sparad som utkast.", "You have been logged out. The comment is kept as a draft.";

    text_conflict(who: &str, number: i32, when: &str): "{who} sparade ärende {number} {when}, medan du redigerade. Välj vilka texter som ska gälla.", "{who} saved case {number} {when}, while you were editing. Choose which texts shall hold.";
    save_chosen_texts: "Spara valda texter", "Save the chosen texts";
}

impl super::Language {
    /// A customer's open cases, this one among them: "2 öppna ärenden".
    pub fn open_cases_of(self, count: crate::cases::Count) -> String {
        match (self, count.counted) {
            (Self::Swedish, 1) => "1 öppet ärende".into(),
            (Self::Swedish, _) => format!("{count} öppna ärenden"),
            (Self::English, 1) => "1 open case".into(),
            (Self::English, _) => format!("{count} open cases"),
        }
    }
}
