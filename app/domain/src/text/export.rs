//! Lists as files.

texts! {
    export_label: "Exportera listan", "Export the list";
    export_to_excel: "Exportera till Excel", "Export to Excel";
    export_to_csv: "Exportera till CSV", "Export to CSV";
    export_customer_number: "Kundnummer", "Customer number";
    export_site: "Plats", "Site";
    export_identity: "Org.nr/personnummer", "Org. or personal number";
    export_contact: "Kontakt", "Contact";
    export_contact_phone: "Kontaktens telefon", "Contact's phone";
    export_contact_email: "Kontaktens e-post", "Contact's e-mail";
    export_active: "Aktiv", "Active";
    export_employee_number: "Anställningsnummer", "Employee number";
    export_cases_file: "arenden", "cases";
    export_customers_file: "kunder", "customers";
    export_employees_file: "anstallda", "people";
    yes: "Ja", "Yes";
    no: "Nej", "No";
}
