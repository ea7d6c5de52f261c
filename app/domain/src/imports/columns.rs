//! What a column can mean, and by which headings it is known.

use super::Kind;
use crate::{
    cases::{Feature, Unused},
    problem::Field,
    text::Language,
};
use serde::{Deserialize, Serialize};

/// Makes [`Column`] of a list: each with its name in forms and in the database, its name on screen, and
/// the headings that it is known by, the surest first, written as [`plain`] makes them.
macro_rules! columns {
    ($($(#[$doc:meta])* $column:ident = $slug:literal, $name:ident, [$($heading:literal),*];)+) => {
        /// What a column of a file can mean.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Column {
            $($(#[$doc])* #[serde(rename = $slug)] $column),+
        }

        impl Column {
            /// How forms and the database name it.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$column => $slug),+ }
            }

            /// The column that forms call `slug`.
            pub fn from_slug(slug: &str) -> Option<Self> {
                match slug { $($slug => Some(Self::$column),)+ _ => None }
            }

            /// Its name on screen.
            pub const fn name(self, text: Language) -> &'static str {
                match self { $(Self::$column => text.$name()),+ }
            }

            const fn headings(self) -> &'static [&'static str] {
                match self { $(Self::$column => &[$($heading),*]),+ }
            }
        }
    };
}

// Headings of our own exports in both languages, of MantisBT and Redmine in both (their language files),
// and of what Swedish business systems call these things.
columns! {
    /// Kundnummer, anställningsnummer, the other system's ärendenummer.
    Number = "nummer", import_number, ["#", "nummer", "nr", "kundnummer", "kundnr", "anställningsnummer",
        "anställningsnr", "anställdnr", "anstnr", "anstnummer", "personalnr", "personalnummer", "ärendenummer",
        "ärendenr", "id", "number", "no", "customernumber", "customerno", "employeenumber", "casenumber"];
    /// Namn.
    Name = "namn", import_name, ["namn", "kundnamn", "kund", "företag", "företagsnamn", "name", "customername",
        "customer", "company", "companyname", "fullname"];
    /// Förnamn.
    FirstName = "fornamn", import_first_name, ["förnamn", "firstname", "givenname"];
    /// Efternamn.
    LastName = "efternamn", import_last_name, ["efternamn", "lastname", "surname", "familyname"];
    /// Privat or not.
    CustomerKind = "kundtyp", kind, ["kundtyp", "typ", "slag", "kindofcustomer", "kind", "type", "customertype"];
    /// Organisationsnummer or personnummer.
    Identity = "identitet", export_identity, ["orgnrpersonnummer", "organisationsnummer", "orgnr", "orgnummer",
        "personnummer", "persnr", "pnr", "orgpersonnr", "orgorpersonalnumber", "orgno", "corporateid",
        "organizationnumber", "vatnumber"];
    /// Telefon.
    Phone = "telefon", phone, ["telefon", "telefonnummer", "telefonnr", "telnr", "telnummer", "tel", "tfn", "tfnnr",
        "telefon1", "telefonarbete", "telefonarbetet", "mobil", "mobiltelefon", "mobiltelefonnummer", "mobilnummer",
        "mobilnr", "mobiltel", "mob", "mobnr", "phone", "phonenumber", "phoneno", "phone1", "telephone",
        "telephonenumber", "workphone", "mobile", "mobilephone", "mobilenumber", "mobileno", "cellphone", "cell"];
    /// E-post.
    Email = "epost", email, ["epost", "epostadress", "mail", "mailadress", "mejl",
        "mejladress", "email", "emailadress", "emailaddress", "eposta"];
    /// Gatuadress.
    Street = "gata", street, ["gatuadress", "adress", "adress1", "besöksadress", "utdelningsadress", "gata",
        "street", "address", "address1", "streetaddress"];
    /// Postnummer.
    PostalCode = "postnummer", postal_code, ["postnummer", "postnr", "postalcode", "postcode", "zip", "zipcode"];
    /// Ort.
    Town = "ort", town, ["ort", "postort", "stad", "town", "city"];
    /// The default site's name.
    SiteName = "plats", export_site, ["plats", "platsnamn", "objekt", "site", "sitename"];
    /// The first contact's name.
    Contact = "kontakt", export_contact, ["kontakt", "kontaktperson", "referens", "erreferens", "contact",
        "contactperson", "contactname"];
    /// Their phone.
    ContactPhone = "kontakttelefon", export_contact_phone, ["kontaktenstelefon", "kontakttelefon",
        "kontaktpersontelefon", "kontakttelefonnr", "kontaktpersonstelefon", "contactsphone", "contactphone"];
    /// Their e-mail.
    ContactEmail = "kontaktepost", export_contact_email, ["kontaktensepost", "kontaktepost", "kontaktpersonepost",
        "contactsemail", "contactemail"];
    /// For the office.
    OfficeNotes = "kontoret", office_notes, ["anteckningarförkontoret", "anteckning", "anteckningar", "notering", "noteringar",
        "kommentar", "notesfortheoffice", "notes", "note", "comment", "remarks"];
    /// For staff in the field too.
    FieldNotes = "faltet", field_notes, ["anteckningarförfältpersonal", "instruktion", "instruktioner", "städinstruktion",
        "notesforstaffinthefield", "instructions"];
    /// Still a customer, still employed.
    Active = "aktiv", export_active, ["aktiv", "active", "isactive"];
    /// Befattning.
    Title = "befattning", employee_title, ["befattning", "titel", "yrke", "title", "jobtitle", "position"];
    /// Roll.
    Role = "roll", employee_role, ["roll", "behörighet", "role"];
    /// Team.
    Team = "team", team, ["team", "lag", "grupp", "arbetslag", "group"];
    /// Användarnamn.
    UserName = "anvandarnamn", employee_user_name, ["användarnamn", "användare", "inloggning", "username", "login",
        "user"];
    /// Rubrik.
    Subject = "rubrik", subject, ["rubrik", "ämne", "sammanfattning", "titel", "ärende", "subject", "summary",
        "title"];
    /// Innehåll.
    Body = "innehall", body, ["innehåll", "beskrivning", "text", "meddelande", "body", "description", "message"];
    /// Status.
    Status = "status", status, ["status", "ärendestatus", "state"];
    /// Prioritet.
    Priority = "prioritet", priority, ["prioritet", "prio", "priority"];
    /// Kanal.
    Channel = "kanal", channel, ["kanal", "källa", "channel"];
    /// Typ.
    CaseType = "typ", case_type, ["typ", "ärendetyp", "kategori", "type", "tracker", "category"];
    /// The customer's name or number.
    Customer = "kund", customer, ["kundnummer", "kundnr", "kund", "kundnamn", "projekt", "customernumber", "customer",
        "customername", "project"];
    /// Ansvarig: a name, an e-mail address or a user name.
    Responsible = "ansvarig", responsible, ["ansvarig", "tilldeladtill", "tilldelad", "handläggare", "responsible",
        "assignedto", "assignee", "handler"];
    /// Who made it.
    CreatedBy = "skapadav", created_by, ["skapadav", "författare", "rapporteradav", "rapportör", "registreradav",
        "createdby", "author", "reporter"];
    /// When it was made.
    CreatedAt = "skapad", created, ["skapad", "skapaddatum", "rapporteraddatum", "registrerad", "inkom", "datum",
        "created", "createdat", "datesubmitted", "submitted", "date"];
    /// Förfaller.
    DueOn = "forfaller", due, ["förfaller", "förfallodatum", "deadline", "slutdatum", "klarsenast", "due", "duedate",
        "dueon"];
}

impl Column {
    /// Those that such a file can have, in the order of the choice.
    pub const fn all(kind: Kind) -> &'static [Self] {
        use Column::*;
        match kind {
            Kind::Customers => &[
                Number,
                Name,
                FirstName,
                LastName,
                CustomerKind,
                Identity,
                Phone,
                Email,
                Street,
                PostalCode,
                Town,
                SiteName,
                Contact,
                ContactPhone,
                ContactEmail,
                OfficeNotes,
                FieldNotes,
                Active,
            ],
            Kind::Employees => {
                &[Number, Name, FirstName, LastName, Title, Role, Team, Phone, Email, UserName, Active]
            }
            Kind::Cases => &[
                Number,
                Subject,
                Body,
                Status,
                Priority,
                Channel,
                CaseType,
                Customer,
                Responsible,
                Team,
                CreatedAt,
                CreatedBy,
                DueOn,
            ],
        }
    }

    /// The switch that the column hangs on; none: it is always there.
    pub const fn feature(self) -> Option<Feature> {
        Some(match self {
            Self::Priority => Feature::Priority,
            Self::Channel => Feature::Channel,
            Self::CaseType => Feature::Type,
            Self::Customer => Feature::Customer,
            Self::Responsible => Feature::Responsible,
            Self::Team => Feature::Team,
            Self::DueOn => Feature::DueOn,
            _ => return None,
        })
    }

    /// Whether a file of that kind can say it to a company that does without these properties of cases.
    pub fn is_used(self, kind: Kind, unused: Unused) -> bool {
        let feature = self.feature().filter(|feature| kind == Kind::Cases || *feature == Feature::Team);
        !feature.is_some_and(|feature| unused.has(feature))
    }

    /// Those whose words stand for a value of the company's, or of ours.
    pub const fn of_words(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Cases => &[Self::Status, Self::Priority, Self::CaseType, Self::Channel, Self::Team],
            Kind::Employees => &[Self::Role, Self::Team],
            Kind::Customers => &[],
        }
    }

    /// Those whose names are customers or colleagues.
    pub const fn of_names(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Cases => &[Self::Customer, Self::Responsible, Self::CreatedBy],
            Kind::Customers | Kind::Employees => &[],
        }
    }

    /// The column that a refused field came from.
    pub const fn of_field(field: Field) -> Option<Self> {
        Some(match field {
            Field::Number => Self::Number,
            Field::Name => Self::Name,
            Field::IdentityNumber => Self::Identity,
            Field::Phone => Self::Phone,
            Field::Email => Self::Email,
            Field::Notes => Self::OfficeNotes,
            Field::ContactName(_) => Self::Contact,
            Field::ContactPhone(_) => Self::ContactPhone,
            Field::ContactEmail(_) => Self::ContactEmail,
            Field::SiteAt(_) => Self::Street,
            Field::Title => Self::Title,
            Field::Role => Self::Role,
            Field::Team => Self::Team,
            Field::UserName => Self::UserName,
            Field::Active => Self::Active,
            Field::Subject => Self::Subject,
            Field::Body => Self::Body,
            Field::Status => Self::Status,
            Field::CreatedAt => Self::CreatedAt,
            Field::DueOn => Self::DueOn,
            _ => return None,
        })
    }
}

/// The source of our own exports: their numbers are this company's, if the case is the same.
pub const OWN: &str = "Ärenden";

/// A heading as it is compared: small letters and digits alone. Redmine's number is called `#`.
pub(super) fn plain(text: &str) -> String {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() && text.trim() == "#" { "#".into() } else { letters }
}

/// What the headings mean, each column at most once, and which system they are of: empty when unknown.
pub fn guess(kind: Kind, headings: &[String]) -> (Vec<Option<Column>>, &'static str) {
    let plain: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let mut columns = vec![None; headings.len()];
    for column in Column::all(kind) {
        let free = |known: &&str| {
            (0..plain.len())
                .find(|at| columns.get(*at) == Some(&None) && plain.get(*at).is_some_and(|h| h == known))
        };
        if let Some(at) = column.headings().iter().find_map(free) {
            columns[at] = Some(*column);
        }
    }
    let has = |known: &[&str]| known.iter().any(|known| plain.iter().any(|heading| heading == known));
    let source = match kind {
        Kind::Cases if has(&["upprepbarhet", "reproducibility", "rättadiversion", "fixedinversion"]) => {
            "MantisBT"
        }
        Kind::Cases if has(&["#"]) => "Redmine",
        Kind::Cases if has(&["basstatus", "basestatus"]) => OWN,
        _ => "",
    };
    (columns, source)
}
