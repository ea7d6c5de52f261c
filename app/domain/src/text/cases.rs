//! The list of cases and the registration of a new one.

texts! {
    cases_title: "Ärenden", "Cases";
    extended_search: "Utökad sökning", "Extended search";
    clear_all: "Rensa alla", "Clear all";
    filters: "Filter", "Filters";
    selected(count: i32): "{count} valda", "{count} selected";
    bulk_heading: "Med valda ärenden, ändra:", "Change the selected cases:";
    status_to: "Status till", "Status to";
    priority_to: "Prioritet till", "Priority to";
    type_to: "Typ till", "Type to";
    channel_to: "Kanal till", "Channel to";
    responsible_to: "Ansvarig till", "Responsible to";
    create_case: "Skapa ärende", "Create case";
    create_and_another: "Skapa och gör ett till", "Create and add another";
}
