//! Streets that exist, with the first three digits of their postal code and their post town.

/// A street in its town.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Street {
    pub name: &'static str,
    /// The first three digits; the two that follow tell the house block.
    pub code: &'static str,
    pub town: &'static str,
}

/// Streets of one post town that share the same three digits.
pub(super) struct District {
    code: &'static str,
    town: &'static str,
    streets: &'static [&'static str],
}

const fn district(code: &'static str, town: &'static str, streets: &'static [&'static str]) -> District {
    District { code, town, streets }
}

/// Uppsala, where most customers of Björkdala Städ are.
#[rustfmt::skip]
pub(super) const UPPSALA: &[District] = &[
    district(
        "752",
        "Uppsala",
        &[
            "Börjegatan", "Ringgatan", "Geijersgatan", "Artillerigatan", "Norrlandsgatan",
            "Luthagsesplanaden", "Sturegatan", "Götgatan", "Eriksbergsvägen", "Norbyvägen",
            "Villavägen", "Döbelnsgatan", "Flogstavägen", "Ekebyvägen", "Seminariegatan",
            "Kåbovägen", "Rackarbergsgatan", "Studentvägen",
        ],
    ),
    district(
        "753",
        "Uppsala",
        &[
            "Vaksalagatan", "Svartbäcksgatan", "Kungsgatan", "Dragarbrunnsgatan", "S:t Olofsgatan",
            "S:t Persgatan", "Kålsängsgränd", "Salagatan", "Väderkvarnsgatan", "Storgatan",
            "Kungsängsgatan", "Östra Ågatan", "Danmarksgatan", "Bolandsgatan", "Liljegatan",
        ],
    ),
    district(
        "754",
        "Uppsala",
        &[
            "Råbyvägen", "Gamla Uppsalagatan", "Kantorsgatan", "Topeliusgatan",
            "Hjalmar Brantingsgatan", "Fyrislundsgatan", "Årstagatan", "Djäknegatan",
            "Kapellgatan", "Stålgatan", "Rapsgatan", "Portalgatan", "Vattholmavägen",
        ],
    ),
    district(
        "756",
        "Uppsala",
        &[
            "Sunnerstavägen", "Rosenvägen", "Granitvägen", "Stenhammars väg", "Valthornsvägen",
            "Hugo Alfvéns väg", "Bandstolsvägen", "Vårdsätravägen", "Malma ringväg",
        ],
    ),
];

/// The towns around Uppsala that its cleaning company drives to.
#[rustfmt::skip]
pub(super) const AROUND_UPPSALA: &[District] = &[
    district(
        "745",
        "Enköping",
        &[
            "Kungsgatan", "Torggatan", "Kyrkogatan", "Ågatan", "Doktor Westerlunds gata",
            "Eriksgatan", "Källgatan", "Sandgatan", "Fjärdhundragatan", "Långgatan", "Rådhusgatan",
            "Östra Ringgatan",
        ],
    ),
    district(
        "741",
        "Knivsta",
        &["Apoteksvägen", "Gredelbyvägen", "Forsbyvägen", "Ängbyvägen", "Häradsvägen", "Sågverkstorget"],
    ),
    district("743", "Storvreta", &["Fullerövägen", "Ärentunavägen"]),
    district("746", "Bålsta", &["Stockholmsvägen", "Centrumleden"]),
    district("742", "Östhammar", &["Drottninggatan", "Rådhusgatan"]),
    district("193", "Sigtuna", &["Stora gatan", "Stora Malmgatan", "Manfred Björkquists allé"]),
    district(
        "195",
        "Märsta",
        &["Stationsgatan", "Södergatan", "Västra Bangatan", "Raisiogatan", "Valstavägen", "Frejgatan"],
    ),
    district("111", "Stockholm", &["Drottninggatan", "Vasagatan", "Kungsgatan"]),
    district("112", "Stockholm", &["Kungsholmsgatan", "Fleminggatan", "Hantverkargatan"]),
    district(
        "113",
        "Stockholm",
        &["Sveavägen", "Odengatan", "Upplandsgatan", "Dalagatan", "Rörstrandsgatan", "Torsgatan"],
    ),
    district("114", "Stockholm", &["Birger Jarlsgatan", "Valhallavägen", "Karlavägen", "Linnégatan"]),
    district("116", "Stockholm", &["Götgatan", "Folkungagatan", "Bondegatan", "Skånegatan"]),
    district("118", "Stockholm", &["Hornsgatan", "Ringvägen"]),
    district("164", "Kista", &["Kistagången", "Isafjordsgatan"]),
    district("169", "Solna", &["Råsundavägen"]),
    district("172", "Sundbyberg", &["Sturegatan", "Landsvägen"]),
    district("183", "Täby", &["Attundavägen", "Bergtorpsvägen"]),
    district("191", "Sollentuna", &["Sollentunavägen"]),
    district("194", "Upplands Väsby", &["Centralvägen", "Dragonvägen", "Optimusvägen"]),
    district("722", "Västerås", &["Stora gatan", "Kopparbergsvägen", "Vasagatan", "Skultunavägen", "Karlsgatan"]),
    district("723", "Västerås", &["Björnövägen", "Viksängsgatan", "Skiljebogatan"]),
    district("733", "Sala", &["Drottninggatan", "Rådhusgatan", "Brunnsgatan"]),
    district("803", "Gävle", &["Drottninggatan", "Norra Kungsgatan", "Nygatan", "Staketgatan", "Kyrkogatan", "Ruddammsgatan"]),
    district("802", "Gävle", &["Södra Kungsgatan", "Brynäsgatan"]),
    district(
        "761",
        "Norrtälje",
        &["Stockholmsvägen", "Tullportsgatan", "Estunavägen", "Hantverkaregatan", "Danskes gata", "Vättershagavägen"],
    ),
];

/// Umeå, where Norrsken Service has its office.
#[rustfmt::skip]
pub(super) const UMEA: &[District] = &[
    district(
        "903",
        "Umeå",
        &[
            "Storgatan", "Rådhusesplanaden", "Kungsgatan", "Skolgatan", "Västra Norrlandsgatan",
            "Östra Rådhusgatan", "Vasagatan", "Nygatan", "Götgatan", "Axtorpsvägen",
        ],
    ),
    district("904", "Umeå", &["Norra Obbolavägen", "Bölevägen", "Lärlingsgatan"]),
    district("906", "Umeå", &["Mariehemsvägen", "Morkullevägen", "Formvägen"]),
    district("907", "Umeå", &["Historiegränd", "Geografigränd", "Tvistevägen"]),
];

/// The coast north of Umeå.
#[rustfmt::skip]
pub(super) const NORTH_OF_UMEA: &[District] = &[
    district(
        "931",
        "Skellefteå",
        &[
            "Nygatan", "Kanalgatan", "Storgatan", "Köpmangatan", "Trädgårdsgatan", "Stationsgatan",
            "Kungsgatan", "Brännavägen", "Gymnasievägen", "Lasarettsvägen", "Torggatan",
        ],
    ),
    district(
        "972",
        "Luleå",
        &[
            "Storgatan", "Skeppsbrogatan", "Kungsgatan", "Nygatan", "Sandviksgatan",
            "Skomakargatan", "Kyrkogatan", "Rådstugatan", "Residensgatan", "Timmermansgatan",
        ],
    ),
    district("941", "Piteå", &["Storgatan", "Sundsgatan", "Hamngatan", "Uddmansgatan"]),
    district("961", "Boden", &["Kungsgatan", "Drottninggatan", "Garnisonsgatan"]),
];

/// All streets of some districts, one by one.
pub(super) fn streets(districts: &'static [District]) -> impl Iterator<Item = Street> {
    districts.iter().flat_map(|district| {
        let District { code, town, streets } = *district;
        streets.iter().map(move |&name| Street { name, code, town })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_regions_have_enough_streets() {
        assert!(streets(UPPSALA).count() + streets(AROUND_UPPSALA).count() >= 120);
        assert!(streets(UMEA).count() + streets(NORTH_OF_UMEA).count() >= 40);
    }

    #[test]
    fn codes_are_three_digits() {
        for list in [UPPSALA, AROUND_UPPSALA, UMEA, NORTH_OF_UMEA] {
            for street in streets(list) {
                assert!(street.code.len() == 3 && street.code.parse::<u16>().is_ok());
            }
        }
    }
}
