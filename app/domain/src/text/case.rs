//! One case.

texts! {
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
}
