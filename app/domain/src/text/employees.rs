//! Employees and teams.

texts! {
    menu_employees: "Anställda", "People";
    new_employee: "Ny anställd", "New colleague";
    edit_employee: "Redigera anställd", "Edit colleague";
    employee_search: "Sök anställd", "Search people";
    employee_search_hint: "Namn, nummer, telefon, e-post", "Name, number, phone, e-mail";
    employee_show: "Visa", "Show";
    shown_active: "Aktiva", "Active";
    shown_inactive: "Inaktiva", "Inactive";
    shown_all: "Alla", "All";
    every_team: "Alla team", "All teams";
    no_employee_matches: "Ingen anställd stämmer. Sök på annat eller visa alla.", "No colleague matches. Search for something else or show all.";
    employee_name: "Namn", "Name";
    employee_title: "Befattning", "Title";
    employee_title_hint: "Till exempel Lokalvårdare", "For example Cleaner";
    employee_role: "Roll", "Role";
    employee_phone: "Telefon", "Phone";
    employee_email: "E-post", "E-mail";
    employee_user_name: "Användarnamn", "User name";
    employee_user_name_hint: "Logga in med det i stället för e-post.", "To log in with in place of e-mail.";
    employee_login: "Inloggning", "Login";
    employee_open_cases: "Öppna ärenden", "Open cases";
    employee_active: "Aktiv", "Active";
    employee_active_hint: "Den som inte är aktiv kan inte väljas och inte logga in. Historiken finns kvar.", "Who is not active cannot be chosen and cannot log in. The history stays.";
    employee_inactive: "Inaktiv", "Inactive";
    employee_number(id: crate::ids::PersonId): "Anställd {id}", "Employee {id}";
    employee_contact: "Kontakt", "Contact";
    employee_uses_phone: "Använder mobilen", "Uses the phone";
    employee_nothing: "Saknas", "Missing";
    sees_own_cases: "ser egna ärenden", "sees own cases";
    sees_all_cases_too: "ser alla ärenden", "sees all cases";
    create_employee: "Lägg till anställd", "Add colleague";
    employee_saved: "Uppgifterna är sparade.", "Saved.";

    responsible_for: "Ansvarig för", "Responsible for";
    linked_to: "Kopplad till", "Linked to";
    show_linked_cases: "Visa kopplade ärenden", "Show linked cases";
    cases_responsible_of(name: &str): "Öppna ärenden där {name} är ansvarig", "Open cases that {name} is responsible for";
    cases_linked_to(name: &str): "Öppna ärenden där {name} är kopplad", "Open cases that {name} is linked to";
    none_responsible(name: &str): "{name} ansvarar inte för något öppet ärende.", "{name} is not responsible for any open case.";
    none_linked(name: &str): "{name} är inte kopplad till något öppet ärende.", "{name} is not linked to any open case.";

    access: "Inloggning", "Login";
    access_never: "Har inte loggat in", "Has not logged in";
    access_seen(moment: &str): "Senast här {moment}", "Last here {moment}";
    access_password: "Lösenord finns", "A password is set";
    access_no_password: "Inget lösenord än", "No password yet";
    access_no_login: "Lägg till e-post eller användarnamn för att kunna logga in.", "Add an e-mail address or user name to be able to log in.";
    access_invited(moment: &str): "Engångslänken gäller till {moment}", "The one-time link holds until {moment}";
    invite: "Skapa engångslänk", "Make a one-time link";
    invite_hint: "Lämna länken till den anställda, som väljer sitt eget lösenord. Den fungerar en gång, i sju dagar, och visas bara nu.", "Give the link to your colleague, who chooses a password. It works once, for seven days, and is shown only now.";
    invite_link: "Engångslänk", "One-time link";
    set_password: "Sätt lösenord", "Set password";
    new_password: "Nytt lösenord", "New password";
    password_hint(least: u32): "Minst {least} tecken. Alla inloggningar avslutas.", "At least {least} characters. All logins are ended.";
    password_least(least: u32): "Minst {least} tecken.", "At least {least} characters.";
    password_set: "Lösenordet är satt. Lämna det till den anställda.", "The password is set. Give it to your colleague.";

    choose_password_title: "Välj lösenord", "Choose a password";
    choose_password_text(name: &str): "Hej {name}. Välj ett lösenord som bara du känner till.", "Hello {name}. Choose a password that only you know.";
    choose_password: "Spara och logga in", "Save and log in";
    invitation_gone_title: "Länken gäller inte längre", "The link no longer holds";
    invitation_gone_text: "Den har använts, bytts ut eller blivit för gammal. Be din administratör om en ny.", "It has been used, replaced or grown too old. Ask your administrator for a new one.";

    hand_over: "Lämna över ärenden", "Hand over cases";
    hand_over_title(name: &str): "Lämna över {name} ärenden", "Hand over {name} cases";
    hand_over_to: "Till", "To";
    hand_over_to_hint: "Den som blir ansvarig för alla öppna ärenden.", "Who becomes responsible for all open cases.";
    hand_over_preview: "Förhandsgranska", "Preview";
    hand_over_one(to: &str): "1 öppet ärende får {to} som ansvarig.", "1 open case gets {to} as responsible.";
    hand_over_many(count: crate::cases::Count, to: &str): "{count} öppna ärenden får {to} som ansvarig.", "{count} open cases get {to} as responsible.";
    hand_over_none(name: &str): "{name} har inga öppna ärenden att lämna över.", "{name} has no open cases to hand over.";
    hand_over_rest(count: crate::cases::Count): "och {count} till", "and {count} more";
    hand_over_linked(count: crate::cases::Count): "Kopplingar till {count} öppna ärenden står kvar, så att historiken syns.", "Links to {count} open cases stay, so that the history shows.";
    hand_over_deactivate(name: &str): "Gör {name} inaktiv i samma steg", "Make {name} inactive in the same step";
    hand_over_do: "Lämna över", "Hand over";
    handed_over_one(to: &str): "1 ärende har lämnats över till {to}.", "1 case has been handed over to {to}.";
    handed_over(count: i32, to: &str): "{count} ärenden har lämnats över till {to}.", "{count} cases have been handed over to {to}.";
    handed_over_inactive(name: &str): "{name} är nu inaktiv.", "{name} is now inactive.";

    teams: "Team", "Teams";
    teams_text: "Ett ärende kan ha ett team, som det har en ansvarig. Den som är anställd kan höra till ett.", "A case may have a team, as it has a responsible. A colleague may belong to one.";
    no_teams: "Inga team än. Lägg till det första.", "No teams yet. Add the first.";
    new_team: "Nytt team", "New team";
    add_team: "Lägg till team", "Add team";
    rename_team(name: &str): "Byt namn på {name}", "Rename {name}";
    team_up(name: &str): "Flytta upp {name}", "Move {name} up";
    team_down(name: &str): "Flytta ner {name}", "Move {name} down";
    team_hide(name: &str): "Dölj {name}", "Hide {name}";
    team_show(name: &str): "Visa igen {name}", "Show again {name}";
    team_remove(name: &str): "Ta bort {name}", "Remove {name}";
    team_hidden: "Dolt", "Hidden";
    team_employees(count: i32): "{count} anställda", "{count} people";
    hide: "Dölj", "Hide";
    show_again: "Visa igen", "Show again";
}
