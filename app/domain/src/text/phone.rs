//! The employee's phone and the customer's first page.

texts! {
    phone_lists: "Lista", "List";
    phone_responsible: "Ansvarig", "Responsible";
    phone_linked: "Kopplad", "Linked";
    phone_sent: "Inskickade", "Sent in";
    phone_late: "Försenat", "Late";
    phone_due_today: "Klart i dag", "Due today";
    phone_later: "Senare", "Later";
    phone_found: "Träffar", "Found";
    phone_search: "Sök", "Search";
    phone_search_hint: "Nr, rubrik, kund eller text", "No., subject, customer or text";
    phone_search_close: "Stäng sökningen", "Close the search";
    phone_next: "Visa fler", "Show more";
    phone_none: "Inga ärenden här", "No cases here";
    phone_none_text: "När någon ger dig ett ärende, eller du skickar in ett, står det här.", "When somebody gives you a case, or you send one in, it stands here.";
    phone_not_found: "Inget ärende stämmer", "No case matches";
    phone_not_found_text: "Sök på numret, ett ord i rubriken eller kundens namn.", "Search by number, a word of the subject or the customer's name.";
    phone_handed_back(number: i32): "Ärende {number} är återkopplat till den som skapade det.", "Case {number} has been handed back to whoever created it.";
    phone_received(number: i32): "Ärende {number} är inskickat.", "Case {number} has been sent in.";

    phone_may_be_sent: "Avbrutet, men ärendet kan ha kommit fram. Titta bland de inskickade innan du skickar igen:", "Stopped, but the case may have arrived. Look among those sent in before you send it again:";

    phone_back: "Tillbaka till mina ärenden", "Back to my cases";
    phone_case(number: i32): "Ärende {number}", "Case {number}";
    phone_call: "Ring", "Call";
    phone_map: "Hitta hit", "Find the way";
    phone_comments: "Kommentarer", "Comments";
    phone_no_comments: "Inga kommentarer än.", "No comments yet.";
    phone_you: "Du", "You";
    phone_customer_sees: "Kunden ser", "Customer sees";
    phone_new_comment: "Ny kommentar", "New comment";
    phone_comment: "Intern kommentar", "Internal comment";
    phone_comment_hint: "Skriv till kontoret", "Write to the office";
    phone_reopen: "Öppna igen", "Open again";
    phone_conflict(name: &str, time: &str): "{name} ändrade status {time}. Nu gäller:", "{name} changed the status {time}. It is now:";
    phone_yours: "Du valde:", "You chose:";
    phone_anyway: "Ändra ändå", "Change it anyway";

    phone_what: "Vad har hänt?", "What has happened?";
    phone_more: "Beskriv mer", "Describe more";
    phone_more_hint: "Var är det? Behöver någon komma?", "Where is it? Does somebody need to come?";
    phone_urgency: "Hur bråttom är det?", "How urgent is it?";
    phone_channel(channel: &str): "Kanal: {channel}", "Channel: {channel}";

    portal_title: "Kundportal", "Customer portal";
    portal_text(company: &str): "Här kommer du att kunna följa dina ärenden hos {company}. Tills dess når du oss som vanligt på telefon och e-post.", "Here you will be able to follow your cases with {company}. Until then, reach us by phone and e-mail as usual.";
}
