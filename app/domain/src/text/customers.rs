//! Customers: the list, the card, the form.

texts! {
    menu_customers: "Kunder", "Customers";
    key_customers: "Kunder", "Customers";
    customers_title: "Kunder", "Customers";
    new_customer: "Ny kund", "New customer";
    customers_search: "Sök kund", "Search customers";
    customers_search_placeholder: "Namn, nummer, telefon, e-post, org.nr eller adress", "Name, number, phone, e-mail, org. number or address";
    standing: "Visa", "Show";
    standing_active: "Aktiva", "Active";
    standing_inactive: "Inaktiva", "Inactive";
    standing_inactive_too: "Sök även bland inaktiva", "Search inactive ones too";
    customers_found(count: crate::cases::Count): "{count} kunder", "{count} customers";
    customers_found_one: "1 kund", "1 customer";
    no_customers_title: "Ingen kund stämmer", "No customer matches";
    no_customers_text: "Sök på en del av namnet, numret eller adressen, eller titta bland inaktiva.", "Search by a part of the name, the number or the address, or look among inactive ones.";
    clear_search: "Rensa sökningen", "Clear the search";
    customer_pages: "Sidor", "Pages";
    column_contact: "Kontakt", "Contact";
    column_address: "Adress", "Address";
    column_open: "Öppna", "Open";

    kind: "Kundtyp", "Kind of customer";
    kind_organisation: "Företag", "Company";
    kind_private: "Privat", "Private";
    customer_is_active: "Aktiv", "Active";
    customer_is_inactive: "Inaktiv", "Inactive";
    customer_of_number(id: i32): "Kund {id}", "Customer {id}";
    organisation_number_is(number: &str): "Org.nr {number}", "Org. no. {number}";
    personal_number_is(number: &str): "Pers.nr {number}", "Personal no. {number}";
    show_open_cases: "Visa öppna ärenden", "Show open cases";
    contact_heading: "Kontakt", "Contact";
    edit: "Redigera", "Edit";
    phone: "Telefon", "Phone";
    email: "E-post", "E-mail";
    contacts: "Kontakter", "Contacts";
    no_contact_data: "Inga kontaktuppgifter än.", "No contact data yet.";
    sites: "Platser", "Sites";
    default_site: "Förvald", "Default";
    no_sites: "Ingen adress än.", "No address yet.";
    site: "Plats", "Site";
    no_site: "Ingen plats", "No site";
    change_site: "Ändra plats", "Change site";
    office_notes: "Anteckningar för kontoret", "Notes for the office";
    field_notes: "Anteckningar för fältpersonal", "Notes for staff in the field";
    office_notes_hint: "Syns bara för kontoret.", "Only the office sees them.";
    field_notes_hint: "Syns också i telefonen, på kundens ärenden.", "Also seen on the phone, on the customer's cases.";

    door_code: "Portkod", "Door code";
    alarm: "Larm", "Alarm";
    key_number: "Nyckelnummer", "Key number";
    secret_masked: "Dold", "Hidden";
    secret_show(what: &str): "Visa {what}", "Show {what}";
    secret_hide: "Dölj", "Hide";
    secret_shown_log: "Visningar", "Showings";
    secret_shown_earlier: "Tidigare visningar", "Earlier showings";
    secret_logged: "Varje visning antecknas.", "Each showing is written down.";
    secret_seen(who: &str, what: &str, when: &str): "{who} såg {what} {when}", "{who} saw {what} {when}";

    stat_open: "öppna ärenden", "open cases";
    stat_due_today: "förfaller i dag", "due today";
    stat_this_year: "ärenden i år", "cases this year";
    stat_of_type(name: &str): "{name} i år", "{name} this year";
    stat_complaints: "klagomål i år", "complaints this year";
    summary: "Sammanfattning", "Summary";
    open_cases_heading: "Öppna ärenden", "Open cases";
    open_cases_of_name(name: &str): "Öppna ärenden för {name}", "Open cases of {name}";
    closed_cases_heading: "Senast stängda", "Closed last";
    closed_cases_of_name(name: &str): "Stängda ärenden för {name}", "Closed cases of {name}";
    show_all_cases_one: "Visa 1 ärende", "Show 1 case";
    show_all_cases(count: crate::cases::Count): "Visa alla {count} ärenden", "Show all {count} cases";
    no_open_cases: "Inga öppna ärenden. Allt är klart.", "No open cases. All is done.";

    deactivate: "Avaktivera", "Deactivate";
    deactivate_hint: "Kunden kan inte väljas på nya ärenden. Allt som har hänt finns kvar.", "The customer cannot be chosen for new cases. All that has happened stays.";
    activate: "Aktivera", "Activate";
    inactive_banner: "Kunden är inaktiv och kan inte väljas på nya ärenden.", "The customer is inactive and cannot be chosen for new cases.";
    whether_active: "Aktiv kund", "Active customer";

    edit_customer(name: &str): "Redigera {name}", "Edit {name}";
    create_customer: "Skapa kund", "Create customer";
    customer_name: "Namn", "Name";
    identity_number: "Organisationsnummer", "Organisation number";
    identity_number_private: "Personnummer", "Personal number";
    identity_number_either: "Organisationsnummer eller personnummer", "Organisation or personal number";
    contact_title: "Roll", "Role";
    contact_number(number: usize): "Kontakt {number}", "Contact {number}";
    add_contact: "Lägg till kontakt", "Add contact";
    site_number(number: usize): "Plats {number}", "Site {number}";
    site_name: "Benämning", "Called";
    site_name_hint: "T.ex. Kontoret eller Trapphus C", "E.g. The office or Stairwell C";
    street: "Gatuadress", "Street";
    postal_code: "Postnummer", "Postal code";
    town: "Ort", "Town";
    add_site: "Lägg till plats", "Add site";
    is_default_site: "Förvald på nya ärenden", "Default for new cases";
    remove_row: "Ta bort", "Remove";
    protected: "Skyddade uppgifter", "Protected";
    protected_hint: "Visas bara på begäran, och varje visning antecknas. Lämna tomt för att behålla det som finns.", "Only shown on request, and each showing is written down. Leave blank to keep what there is.";
    secret_kept: "Sparad, dold", "Kept, hidden";
    forget_secret(what: &str): "Ta bort {what}", "Remove {what}";
    notes: "Anteckningar", "Notes";
    basics: "Kunden", "The customer";
    duplicates_heading: "Finns kunden redan?", "Is the customer here already?";
    duplicate_same_identity: "Samma nummer", "Same number";
    duplicate_same_phone: "Samma telefon", "Same phone";
    duplicate_same_email: "Samma e-post", "Same e-mail";
    duplicate_same_name: "Samma namn", "Same name";
    duplicate_similar_name: "Liknande namn", "Similar name";
    customer_maybe_here: "Kunden sparades inte. Den kanske finns redan:", "The customer was not saved. It may be here already:";
    save_if_another: "Är det en annan kund, spara ändå.", "If it is another customer, save anyway.";
    save_anyway: "Spara ändå", "Save anyway";
    saved_anyway: "Du kan spara ändå.", "You may save anyway.";
}

impl super::Language {
    /// Heads the list of what is wrong with a customer's form.
    pub const fn customer_not_saved(self, errors: usize) -> &'static str {
        match (self, errors) {
            (Self::Swedish, 1) => "Kunden sparades inte. Rätta felet:",
            (Self::Swedish, _) => "Kunden sparades inte. Rätta felen:",
            (Self::English, 1) => "The customer was not saved. Put this right:",
            (Self::English, _) => "The customer was not saved. Put these right:",
        }
    }
}
