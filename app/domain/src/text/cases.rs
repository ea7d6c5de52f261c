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

    create_case: "Skapa ärende", "Create case";
    create_and_another: "Skapa och gör ett till", "Create and add another";
}
