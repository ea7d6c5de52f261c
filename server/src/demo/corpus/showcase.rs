//! The cases that the product's pictures show, in the words of the pictures. Björkdala has each of
//! them once, among its newest.

use self::CaseType::{Complaint, Interest, Internal, OrderChange, OwnTask, Question};
use super::template::Line::{Customer, Field, Office, Reply};
use super::template::{ANY, NOBODY, Template, about};
use crate::demo::record::{CaseType, Status};
use domain::cases::{Channel, Priority};

/// A case with its properties as well as its words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pinned {
    /// How many newer cases there are.
    pub newer: usize,
    pub template: Template,
    pub case_type: CaseType,
    pub channel: Channel,
    pub priority: Priority,
    pub status: Status,
    /// Name of the customer.
    pub customer: Option<&'static str>,
    /// First name of the employee.
    pub responsible: Option<&'static str>,
    /// Days from today.
    pub due: Option<i64>,
}

/// The pinned case that has `newer` cases after it.
pub(crate) fn pinned(newer: usize) -> Option<&'static Pinned> {
    SHOWCASE.iter().find(|pinned| pinned.newer == newer)
}

/// With fewer cases than this the showcase would be too large a part of them.
pub(crate) const LEAST_CASES: usize = 500;

pub(crate) const SHOWCASE: &[Pinned] = &[
    Pinned {
        newer: 0,
        template: about(ANY, "Trapphus C ej städat i fredags")
            .body(&["Boende på plan 3: grus och våta löv kvar i entrén, papperskorgen ej tömd."]),
        case_type: Complaint,
        channel: Channel::Phone,
        priority: Priority::Immediate,
        status: Status::New,
        customer: Some("BRF Solgläntan"),
        responsible: Some("Johan"),
        due: Some(0),
    },
    Pinned {
        newer: 1,
        template: about(ANY, "Offert på fönsterputs, 14 fönster")
            .body(&["Tvåplansvilla i Sunnersta, in- och utsida. Gärna före första advent."]),
        case_type: Interest,
        channel: Channel::Website,
        priority: Priority::Normal,
        status: Status::New,
        customer: Some("Karlsson, Eva"),
        responsible: None,
        due: Some(2),
    },
    Pinned {
        newer: 2,
        template: about(ANY, "Nyckel till förråd saknas i skåpet")
            .body(&["Krok 14 är tom. Vaktmästaren har inte kvitterat ut den."])
            .thread(&[Reply("Hej! Förrådsnyckeln saknas i skåpet. Har någon hos er lånat den?"), Field("Klart, nyckeln hänger på plats.")]),
        case_type: Question,
        channel: Channel::Mobile,
        priority: Priority::Urgent,
        status: Status::Assigned,
        customer: Some("Kungsängens Tandvård"),
        responsible: Some("Amira"),
        due: Some(0),
    },
    Pinned {
        newer: 3,
        template: about(ANY, "Fråga om RUT-avdrag på fönsterputs")
            .body(&["Gäller avdraget även altandörrarna?"]),
        case_type: Question,
        channel: Channel::Mail,
        priority: Priority::Normal,
        status: Status::New,
        customer: Some("Holmgren, Kerstin"),
        responsible: None,
        due: None,
    },
    Pinned {
        newer: 5,
        template: about(ANY, "Byt städdag från tisdag till torsdag")
            .body(&["Gäller från {week}. Katten är hemma på tisdagar framöver."]),
        case_type: OrderChange,
        channel: Channel::Mail,
        priority: Priority::Normal,
        status: Status::Confirmed,
        customer: Some("Öberg, Lennart"),
        responsible: Some("Sofia"),
        due: Some(3),
    },
    Pinned {
        newer: 6,
        template: about(ANY, "Saknar städschema för {next_month}")
            .body(&["Vill sätta upp det i portarna."]),
        case_type: Question,
        channel: Channel::Form,
        priority: Priority::Normal,
        status: Status::New,
        customer: Some("BRF Kvarnbacken"),
        responsible: None,
        due: None,
    },
    Pinned {
        newer: 8,
        template: about(ANY, "Vill pausa hemstädning två veckor")
            .body(&["Vi är bortresta. Nyckeln finns kvar hos er."]),
        case_type: OrderChange,
        channel: Channel::Website,
        priority: Priority::Low,
        status: Status::New,
        customer: Some("Ekström, Jonas"),
        responsible: None,
        due: None,
    },
    Pinned {
        newer: 9,
        template: about(ANY, "Ring om faktura 10884, dubbeldebiterad")
            .body(&["{Last_month} har fakturerats två gånger. Vill ha kreditfaktura."]),
        case_type: Complaint,
        channel: Channel::Manual,
        priority: Priority::High,
        status: Status::Approved,
        customer: Some("Björklund, Ann-Sofie"),
        responsible: Some("Maria"),
        due: Some(1),
    },
    Pinned {
        newer: 10,
        template: about(ANY, "Extra städning efter stambyte, plan 1–4")
            .body(&["Byggdamm i trapphus och hiss. Klart senast fredag {week}."]),
        case_type: OrderChange,
        channel: Channel::Form,
        priority: Priority::Normal,
        status: Status::Approved,
        customer: Some("BRF Kvarnbacken"),
        responsible: Some("Johan"),
        due: Some(4),
    },
    Pinned {
        newer: 12,
        template: about(NOBODY, "Slut på golvrengöring och moppar")
            .body(&["Förråd 2 på Danmarksgatan. Räcker till onsdag."]),
        case_type: Internal,
        channel: Channel::Mobile,
        priority: Priority::Low,
        status: Status::Assigned,
        customer: None,
        responsible: Some("Tomasz"),
        due: Some(4),
    },
    Pinned {
        newer: 13,
        template: about(ANY, "Dammsugare ryker, behöver ny i dag")
            .body(&["Förskolans egen. Luktar bränt så fort den startar."]),
        case_type: Question,
        channel: Channel::Mobile,
        priority: Priority::Urgent,
        status: Status::New,
        customer: Some("Fyrisvallens Förskola"),
        responsible: None,
        due: None,
    },
    Pinned {
        newer: 15,
        template: about(ANY, "Larm löste ut 05.40, fel kod i körplan")
            .body(&["Väktare på plats 06.10. Ny kod behövs innan i morgon bitti."]),
        case_type: Complaint,
        channel: Channel::Phone,
        priority: Priority::Urgent,
        status: Status::Feedback,
        customer: Some("Fyrisvallens Förskola"),
        responsible: Some("Sofia"),
        due: Some(1),
    },
    Pinned {
        newer: 16,
        template: about(ANY, "Byt till parfymfria medel på kontoret")
            .body(&["En medarbetare är allergiker. Gäller pentry och mötesrum."]),
        case_type: OrderChange,
        channel: Channel::Mail,
        priority: Priority::Normal,
        status: Status::Confirmed,
        customer: Some("Hallström Arkitekter"),
        responsible: Some("Nadia"),
        due: Some(8),
    },
    Pinned {
        newer: 18,
        template: about(ANY, "Repa i parketten efter golvvård, konferensrummet")
            .body(&["Under golvvården i konferensrummet (plan 2) upptäckte vi en repa i ekparketten, ungefär två meter in från dörren. Repan går igenom lacken men inte ner i träet på mer än en punkt."])
            .thread(&[
                Field("Repan är ungefär 40 cm och syns direkt från dörren. Jag tror att det satt grus under skurmaskinen. Har inte sagt något till kunden än."),
                Reply("Hej Karin! Vid golvvården i dag fick parketten i konferensrummet en repa på cirka 40 cm. Vi beklagar och står för lagningen. Passar torsdag kl. 07 för en golvslipare?"),
                Customer("Tack för att ni hör av er direkt. Torsdag går bra, men vi har styrelsemöte kl. 10 och rummet måste vara torrt då."),
                Office("Golvsliparen kan torsdag kl. 07, klar 08.30. Offert 2 400 kr. Tar vi det på ansvarsförsäkringen eller direkt?"),
                Office("Lagat."),
            ]),
        case_type: Complaint,
        channel: Channel::Mobile,
        priority: Priority::High,
        status: Status::Feedback,
        customer: Some("Lundin & Frisk AB"),
        responsible: Some("Maria"),
        due: Some(-3),
    },
    Pinned {
        newer: 20,
        template: about(NOBODY, "Påminnelse: utvecklingssamtal {week}")
            .body(&["Boka rum och skicka ut frågorna i förväg."]),
        case_type: OwnTask,
        channel: Channel::Manual,
        priority: Priority::None,
        status: Status::Assigned,
        customer: None,
        responsible: Some("Maria"),
        due: Some(9),
    },
    Pinned {
        newer: 21,
        template: about(ANY, "Önskar storstädning före jul").body(&["Sex rum och kök, 140 kvm. RUT-avdrag."]),
        case_type: Interest,
        channel: Channel::Phone,
        priority: Priority::Low,
        status: Status::Confirmed,
        customer: Some("Nyström, Birgitta"),
        responsible: Some("Sofia"),
        due: Some(11),
    },
    Pinned {
        newer: 23,
        template: about(ANY, "Nyckel 4B går trögt")
            .body(&["Har smort låset, men den kärvar fortfarande."]),
        case_type: Question,
        channel: Channel::Mobile,
        priority: Priority::Normal,
        status: Status::Feedback,
        customer: Some("BRF Solgläntan"),
        responsible: Some("Johan"),
        due: None,
    },
    Pinned {
        newer: 25,
        template: about(ANY, "Extra fönsterputs före kundevent")
            .body(&["Glaspartierna i entrén och konferensrummet, in- och utsida."]),
        case_type: OrderChange,
        channel: Channel::Mail,
        priority: Priority::Normal,
        status: Status::Confirmed,
        customer: Some("Lundin & Frisk AB"),
        responsible: Some("Sofia"),
        due: Some(10),
    },
];
