//! What stands on every desk page: menu, top bar, theme, errors.

texts! {
    product: "Ärenden", "Cases";
    skip_to_content: "Hoppa till innehållet", "Skip to content";
    main_menu: "Huvudmeny", "Main menu";
    menu_start: "Start", "Start";
    menu_cases: "Ärenden", "Cases";
    menu_settings: "Inställningar", "Settings";
    menu_account: "Jag", "Me";
    menu_open_cases: ", öppna: ", ", open: ";
    quick_search: "Snabbsök ärenden", "Quick search";
    quick_search_hint: "Sök nr, rubrik, kund eller text", "Search no., subject, customer or text";
    quick_lists: "Snabblistor", "Quick lists";
    live: "Live", "Live";
    live_about: "Det som andra ändrar visas här av sig självt.", "What others change shows here by itself.";
    live_lost: "Återansluter", "Reconnecting";
    live_lost_about: "Kontakten med servern är bruten. Det du ser kan vara gammalt.", "The connection to the server is lost. What you see may be old.";
    find_title: "Sök och gå till", "Find and go to";
    find_hint: "Nummer, text, kund, telefon eller sida", "Number, text, customer, phone or page";
    find_go: "Gå till", "Go to";
    find_in_list: "I listan", "In the list";
    find_all(typed: &str): "Visa alla ärenden med ”{typed}”", "Show all cases with “{typed}”";
    find_similar_cases: "Liknande ärenden", "Similar cases";
    find_similar_customers: "Liknande kunder", "Similar customers";
    my_cases: "Mina ärenden", "My cases";
    new_cases: "Nyinkomna", "New";
    new_case: "Nytt ärende", "New case";
    theme: "Tema", "Theme";
    theme_auto: "Följ systemet", "Follow the system";
    theme_light: "Ljust", "Light";
    theme_dark: "Mörkt", "Dark";
    not_found_title: "Sidan finns inte", "No such page";
    not_found_text: "Ärendet eller sidan finns inte, eller är inte din. Kontrollera adressen.", "The case or page does not exist, or is not yours. Check the address.";
    forbidden_title: "Inte för dig", "Not for you";
    to_start: "Till startsidan", "To the start page";
    cancel: "Avbryt", "Cancel";
    save: "Spara", "Save";
    close: "Stäng", "Close";
    breadcrumbs: "Brödsmulor", "Breadcrumbs";
    remove: "Ta bort", "Remove";
    undo: "Ångra", "Undo";
    try_again: "Försök igen", "Try again";
    show: "Visa", "Show";
    clear: "Rensa", "Clear";
    all: "Alla", "All";
    from: "Från", "From";
    to: "Till", "To";
}
