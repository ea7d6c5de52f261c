//! The list of cases and the registration of a new one.

texts! {
    cases_title: "Ärenden", "Cases";
    extended_search: "Utökad sökning", "Extended search";
    clear_all: "Rensa alla", "Clear all";
    filters: "Filter", "Filters";
    selected(count: i32): "{count} valda", "{count} selected";
    selected_one: "1 vald", "1 selected";
    selected_more(count: i32): "{count}+ valda", "{count}+ selected";
    selected_word: "valda", "selected";
    bulk_region: "Ändra valda ärenden", "Change selected cases";
    bulk_heading: "Med valda ärenden, ändra:", "Change the selected cases:";
    status_to: "Status till", "Status to";
    priority_to: "Prioritet till", "Priority to";
    type_to: "Typ till", "Type to";
    channel_to: "Kanal till", "Channel to";
    responsible_to: "Ansvarig till", "Responsible to";
    team_to: "Team till", "Team to";
    team_of_selected: "Team för valda ärenden", "Team of selected cases";
    status_of_selected: "Status för valda ärenden", "Status of selected cases";
    priority_of_selected: "Prioritet för valda ärenden", "Priority of selected cases";
    type_of_selected: "Typ för valda ärenden", "Type of selected cases";
    channel_of_selected: "Kanal för valda ärenden", "Channel of selected cases";
    responsible_of_selected: "Ansvarig för valda ärenden", "Responsible of selected cases";
    person_or_nobody_hint: "Namn eller Ingen", "Name or Nobody";
    choose_responsible: "Sök och välj en anställd, eller Ingen, som ansvarig.", "Search and choose a colleague, or Nobody, as responsible.";
    tick_all_matching(count: crate::cases::Count): "Välj alla {count} som matchar", "Select all {count} that match";
    untick_all: "Avmarkera alla", "Untick all";

    got_one(what: &str): "1 ärende fick {what}", "1 case got {what}";
    got(count: i32, what: &str): "{count} ärenden fick {what}", "{count} cases got {what}";
    what_status(name: &str): "status {name}", "status {name}";
    what_priority(name: &str): "prioritet {name}", "priority {name}";
    what_type(name: &str): "typ {name}", "type {name}";
    what_no_type: "ingen typ", "no type";
    what_channel(name: &str): "kanal {name}", "channel {name}";
    what_responsible(name: &str): "ansvarig {name}", "responsible {name}";
    what_team(name: &str): "team {name}", "team {name}";
    what_no_team: "inget team", "no team";
    what_nobody: "ingen ansvarig", "nobody responsible";
    what_value: "ett nytt värde", "a new value";
    had_it(count: i32): "{count} hade det redan", "{count} had it already";
    all_had_it(count: i32): "Inget ändrades. {count} hade det värdet redan", "Nothing was changed. {count} had that value already";
    restored_one: "1 ärende fick tillbaka sitt värde", "1 case got its value back";
    restored(count: i32): "{count} ärenden fick tillbaka sina värden", "{count} cases got their values back";
    some_changed(changed: i32, all: i32): "{changed} av {all} ärenden ändrades.", "{changed} of {all} cases were changed.";
    some_restored(changed: i32, all: i32): "{changed} av {all} ärenden fick tillbaka sina värden.", "{changed} of {all} cases got their values back.";
    changed_by(number: crate::ids::CaseNumber, name: &str): "{number} ändrades samtidigt av {name}.", "{number} was changed at the same time by {name}.";
    not_there(number: crate::ids::CaseNumber): "{number} finns inte.", "{number} does not exist.";
    and_more(count: i32): "Och {count} till.", "And {count} more.";
    open_case(number: crate::ids::CaseNumber): "Öppna {number}", "Open {number}";

    tabs: "Urval", "Selections";
    tab_open: "Öppna", "Open";
    tab_late: "Försenade", "Overdue";
    tab_closed: "Stängda", "Closed";
    tab_all: "Alla", "All";

    count_of_open(matching: crate::cases::Count, open: crate::cases::Count): "{matching} av {open} öppna", "{matching} of {open} open";
    count_open(open: crate::cases::Count): "{open} öppna", "{open} open";
    count_one: "1 ärende", "1 case";
    count_cases(count: crate::cases::Count): "{count} ärenden", "{count} cases";
    cases_loading: "Hämtar ärenden", "Loading cases";
    cases_failed: "Listan kunde inte hämtas", "The list could not be loaded";

    chosen_filters: "Valda filter", "Chosen filters";
    remove_filter(name: &str, value: &str): "Ta bort filtret {name}: {value}", "Remove the filter {name}: {value}";
    free_text: "Text", "Text";
    text_anywhere: "Text i rubrik, innehåll och kommentarer", "Text in subject, description and comments";
    linked: "Anställd kopplad till ärendet", "Linked colleague";
    overdue: "försenade", "overdue";
    changed_since: "ändrade sedan jag tittade", "changed since I looked";
    only_changed: "Bara ändrade sedan jag tittade", "Only those changed since I looked";
    changed_mark: "Ändrat sedan du tittade", "Changed since you looked";
    only_overdue: "Bara försenade", "Only overdue";
    open_unless_status: "Öppen, om ingen status är vald", "Open, unless a status is chosen";
    oneself_chosen: "Jag", "Me";
    from_day(day: &str): "från {day}", "from {day}";
    to_day(day: &str): "senast {day}", "by {day}";
    days_from(what: &str): "{what}, från", "{what}, from";
    days_to(what: &str): "{what}, till", "{what}, to";
    search: "Sök", "Search";
    search_among(whom: &str): "Sök bland {whom}", "Search {whom}";

    tick_page: "Markera alla på sidan", "Tick all on the page";
    tick_case(number: crate::ids::CaseNumber): "Markera ärende {number}", "Tick case {number}";
    cases_sorted(order: &str): "Ärenden: {order}", "Cases: {order}";

    sort: "Sortera", "Sort";
    sort_created_down: "senast skapade först", "newest first";
    sort_created_up: "äldst först", "oldest first";
    sort_due_down: "senast förfallodatum först", "latest due first";
    sort_due_up: "tidigast förfallodatum först", "earliest due first";
    sort_priority_down: "högst prioritet först", "highest priority first";
    sort_priority_up: "lägst prioritet först", "lowest priority first";
    sort_updated_down: "senast ändrade först", "latest changed first";
    sort_updated_up: "längst sedan ändrade först", "longest unchanged first";
    sort_number_down: "högst nummer först", "highest number first";
    sort_number_up: "lägst nummer först", "lowest number first";

    pages: "Sidor", "Pages";
    next_page: "Nästa", "Next";
    first_page: "Första sidan", "First page";
    showing_first(shown: i32, all: crate::cases::Count): "Visar 1–{shown} av {all}", "Showing 1–{shown} of {all}";
    showing_more(shown: i32, all: crate::cases::Count): "Visar {shown} till av {all}", "Showing {shown} more of {all}";

    empty_title: "Inga öppna ärenden", "No open cases";
    empty_text: "Allt är klart. Nya ärenden från kunder, mobilen och e-post hamnar här.", "All is done. New cases from customers, phones and e-mail land here.";
    show_closed: "Visa stängda", "Show closed";
    no_match_title: "Inga ärenden matchar", "No cases match";
    no_match_text: "Ändra eller ta bort något av filtren.", "Change or remove one of the filters.";
    closed_match_one: "Det finns 1 stängt ärende som matchar.", "1 closed case matches.";
    closed_match(count: crate::cases::Count): "Det finns {count} stängda ärenden som matchar.", "{count} closed cases match.";
    closed_match_query_one(query: &str): "Det finns 1 stängt ärende som matchar ”{query}”.", "1 closed case matches “{query}”.";
    closed_match_query(count: crate::cases::Count, query: &str): "Det finns {count} stängda ärenden som matchar ”{query}”.", "{count} closed cases match “{query}”.";
    include_closed: "Ta med stängda", "Include closed";
    clear_filters: "Rensa filter", "Clear filters";

    key_search: "Snabbsök", "Quick search";
    key_start: "Till startsidan", "To the start page";
    key_cases: "Till ärendelistan", "To the list of cases";
    key_next: "Nästa rad eller ärende", "Next row or case";
    key_previous: "Föregående rad eller ärende", "Previous row or case";
    key_open: "Öppna", "Open";
    key_tick: "Markera", "Tick";
    key_tick_to: "Markera hit", "Tick to here";
    key_status: "Ändra status på rad, markerade eller ärende", "Change status of row, ticked ones or case";
    key_priority: "Ändra prioritet", "Change priority";
    key_type: "Ändra typ", "Change type";
    key_responsible: "Ändra ansvarig", "Change responsible";
    key_due: "Ändra förfallodatum", "Change due date";
    key_comment: "Skriv kommentar", "Write a comment";
    key_undo: "Ångra det senaste", "Undo the last";
    key_escape: "Stäng, sedan avmarkera", "Close, then untick";
    key_help: "Kortkommandon", "Shortcuts";
    hint_move: "flytta", "move";
    hint_tick: "markera", "tick";
    hint_status: "status", "status";
    hint_priority: "prioritet", "priority";
    hint_open: "öppna", "open";
    hint_help: "alla kortkommandon", "all shortcuts";

    create_case: "Skapa ärende", "Create case";
    create_and_another: "Skapa och gör ett till", "Create and add another";
}
