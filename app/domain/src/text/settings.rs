//! The settings: words, properties, templates, the company.

texts! {
    settings_title: "Inställningar", "Settings";
    settings_nav: "Inställningar", "Settings";
    settings_cases: "Ärenden", "Cases";
    settings_company: "Företag", "Company";
    settings_words: "Egenskaper", "Properties";
    settings_templates: "Mallar för svar", "Reply templates";
    settings_roles: "Användare och roller", "Users and roles";
    settings_company_data: "Företagsuppgifter", "Company data";
    settings_saved: "Sparat.", "Saved.";

    features_heading: "Egenskaper som används", "Properties in use";
    features_about: "Stäng av det ni inte behöver. Fältet försvinner ur formulär, listor och filter. Inget raderas, och värdena kommer tillbaka om ni slår på det igen.", "Turn off what you do not need. The field disappears from forms, lists and filters. Nothing is deleted, and the values come back if you turn it on again.";
    always_required: "Krävs alltid", "Always required";
    about_priority: "Ingen till Omedelbar", "None to Immediate";
    about_type: "Vad ärendet handlar om", "What the case is about";
    about_channel: "Hur ärendet kom in", "How the case came in";
    about_customer: "En kund per ärende", "One customer per case";
    about_site: "Var det gäller", "Where it is";
    about_team: "Ett team per ärende", "One team per case";
    about_responsible: "En anställd per ärende", "One colleague per case";
    about_participants: "Fler kopplade till ärendet", "More people linked to the case";
    about_due: "Datum då det ska vara klart", "When it shall be done";
    external_comments: "Externa kommentarer", "External comments";
    about_external_comments: "Kunden ser dem i portalen", "The customer sees them in the portal";

    statuses_heading: "Statusar", "Statuses";
    statuses_about: "Basstatus avgör om ärendet syns i öppna listor. Symbolen följer med: kontur för öppen, fylld för stängd.", "The base status decides whether the case is in open lists. The symbol follows: outline for open, filled for closed.";
    types_heading: "Typer", "Types";
    types_about: "Typen säger vad ärendet handlar om. Ordna dem så att de vanligaste ligger överst.", "The type says what the case is about. Put the most common ones first.";
    column_order: "Ordning", "Order";
    column_symbol: "Symbol", "Symbol";
    column_name: "Namn", "Name";
    column_base: "Basstatus", "Base status";
    column_initial: "Förval", "Default";
    column_cases: "Ärenden", "Cases";
    column_used: "Används", "In use";
    column_due_days: "Klart inom", "Due within";
    column_responsible: "Förvald ansvarig", "Default responsible";
    column_remove: "Ta bort", "Remove";
    move_up(name: &str): "Flytta upp {name}", "Move {name} up";
    move_down(name: &str): "Flytta ner {name}", "Move {name} down";
    symbol_of(name: &str): "Symbol och färg för {name}", "Symbol and colour of {name}";
    name_of_status: "Namn på status", "Name of status";
    name_of_type: "Namn på typ", "Name of type";
    base_of(name: &str): "Basstatus för {name}", "Base status of {name}";
    base_fixed: "En status som används eller behövs behåller sin basstatus.", "A status that is used or needed keeps its base status.";
    is_initial(name: &str): "{name} är förval för nya ärenden", "{name} is the default for new cases";
    use_status(name: &str): "Använd status {name}", "Use status {name}";
    use_type(name: &str): "Använd typ {name}", "Use type {name}";
    remove_word(name: &str): "Ta bort eller slå ihop {name}", "Remove or merge {name}";
    due_days_of(name: &str): "Dagar till förfallodatum för {name}", "Days until due for {name}";
    responsible_of(name: &str): "Förvald ansvarig för {name}", "Default responsible for {name}";
    days: "dagar", "days";
    new_status: "Ny status", "New status";
    new_type_hint: "Ny typ, t.ex. Reklamation", "New type, e.g. Complaint";
    add_type: "Lägg till typ", "Add type";
    add_status: "Lägg till status", "Add status";
    in_use_stays: "En status som används kan inte tas bort, bara stängas av eller slås ihop med en annan.", "A status in use cannot be removed, only turned off or merged into another.";
    symbol: "Symbol", "Symbol";
    hue: "Färg", "Colour";
    hue_blue: "Blå", "Blue";
    hue_ochre: "Ockra", "Ochre";
    hue_slate: "Skiffer", "Slate";
    hue_green: "Grön", "Green";
    hue_grey: "Grå", "Grey";
    hue_red: "Röd", "Red";
    symbol_new: "Ring med punkt", "Ring with dot";
    symbol_return: "Pil tillbaka", "Return arrow";
    symbol_quarter: "En fjärdedel", "A quarter";
    symbol_half: "Hälften", "Half";
    symbol_three_quarters: "Tre fjärdedelar", "Three quarters";
    symbol_solved: "Skiva med bock", "Disc with tick";
    symbol_closed: "Fyrkant med streck", "Square with bar";

    remove_status_title(name: &str): "Ta bort status {name}", "Remove status {name}";
    remove_type_title(name: &str): "Ta bort typ {name}", "Remove type {name}";
    remove_unused: "Inga ärenden har den. Den försvinner ur alla val; historiken behåller namnet.", "No case has it. It disappears from all choices; the history keeps the name.";
    remove_used(cases: i64): "{cases} ärenden har den. Välj vad de ska få i stället.", "{cases} cases have it. Choose what they shall get instead.";
    merge_into: "Slå ihop med", "Merge into";
    show_preview: "Visa vad som händer", "Show what will happen";
    merge_preview: "Det här händer", "This will happen";
    merge_cases(cases: i64, from: &str, to: &str): "{cases} ärenden går från {from} till {to}.", "{cases} cases go from {from} to {to}.";
    merge_opens(cases: i64): "{cases} av dem öppnas igen.", "{cases} of them are opened again.";
    merge_closes(cases: i64): "{cases} av dem stängs.", "{cases} of them are closed.";
    merge_initial(to: &str): "Nya ärenden får statusen {to}, och Nyinkomna ärenden visar den.", "New cases get the status {to}, and New cases shows it.";
    merge_event: "Varje ärende får en händelse i sin historik.", "Each case gets an entry in its history.";
    merge_links(from: &str, to: &str): "Länkar och sparade vyer med {from} visar {to}.", "Links and saved views with {from} show {to}.";
    merge_for_good: "Det går inte att ångra.", "It cannot be undone.";
    merge_do: "Slå ihop", "Merge";
    merge_none_left: "Det finns ingen annan att slå ihop med. Lägg till en först.", "There is no other to merge into. Add one first.";

    preset(what: &str): "Lämnas tomt: {what}", "Left blank: {what}";
    preset_days(days: i16): "klart inom {days} dagar", "due within {days} days";
    preset_responsible(name: &str): "{name} ansvarig", "{name} responsible";

    templates_about: "Texter som skrivs ofta. Den som kommenterar väljer en mall och ändrar det som behövs.", "Texts that are written often. Whoever comments chooses a template and changes what needs to be.";
    template_none: "Inga mallar än.", "No templates yet.";
    template_new: "Ny mall", "New template";
    template_add: "Lägg till mall", "Add template";
    template_name: "Namn på mall", "Name of template";
    template_body: "Text", "Text";
    template_variables: "Variabler", "Variables";
    refused_variable(name: &str, known: &str): "Det finns ingen variabel {name}. De som finns är {known}.", "There is no variable {name}. Those that exist are {known}.";
    template_unused(variables: &str): "{variables} används inte och fylls inte i.", "{variables} is not used and is not filled in.";
    variable_customer: "kundens namn", "the customer's name";
    variable_number: "ärendets nummer", "the case's number";
    variable_subject: "ärendets rubrik", "the case's subject";
    variable_responsible: "vem som är ansvarig", "who is responsible";
    variable_status: "ärendets status", "the case's status";
    variable_due: "när det ska vara klart", "when it shall be done";
    variable_me: "den som skriver", "whoever writes";
    variable_company: "ert företag", "your company";
    template_choose: "Mallar", "Templates";
    template_insert(name: &str): "Sätt in mallen {name}", "Insert template {name}";

    company_about: "Uppgifterna om er. Namnet står i menyn och i det som skickas till kunder.", "About you. The name stands in the menu and in what is sent to customers.";
    company_name: "Företagets namn", "Name of the company";
    organisation_number: "Organisationsnummer", "Organisation number";
    company_email: "E-post", "E-mail";
    company_phone: "Telefon", "Phone";
    company_street: "Gatuadress", "Street";
    company_postal_code: "Postnummer", "Postal code";
    company_town: "Ort", "Town";
}

impl crate::cases::Hue {
    /// Its name on screen.
    pub const fn name(self, text: super::Language) -> &'static str {
        match self {
            Self::Blue => text.hue_blue(),
            Self::Ochre => text.hue_ochre(),
            Self::Slate => text.hue_slate(),
            Self::Green => text.hue_green(),
            Self::Grey => text.hue_grey(),
            Self::Red => text.hue_red(),
        }
    }
}

impl crate::cases::Symbol {
    /// What it looks like, in words.
    pub const fn name(self, text: super::Language) -> &'static str {
        match self {
            Self::New => text.symbol_new(),
            Self::Return => text.symbol_return(),
            Self::Quarter => text.symbol_quarter(),
            Self::Half => text.symbol_half(),
            Self::ThreeQuarters => text.symbol_three_quarters(),
            Self::Solved => text.symbol_solved(),
            Self::Closed => text.symbol_closed(),
        }
    }
}
