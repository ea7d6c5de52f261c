//! A new case, and the pickers of customers and colleagues.

texts! {
    picker_searching: "Söker …", "Searching …";
    picker_matches(count: usize): "{count} träffar", "{count} matches";
    customer_search_hint: "Sök namn, kundnr, adress", "Search name, number, address";
    no_customer_matches: "Ingen kund stämmer. Prova en del av namnet, kundnumret eller adressen.", "No customer matches. Try a part of the name, the number or the address.";
    customer_number(id: i32): "Kund {id}", "Customer {id}";
    person_search_hint: "Sök namn", "Search name";
    no_person_matches: "Ingen anställd stämmer. Prova en del av namnet.", "Nobody matches. Try a part of the name.";
    person_number(id: i32): "nr {id}", "no. {id}";
    oneself: "jag", "me";
}
