//! The product's fixed words: priorities, channels, properties, days and months.

texts! {
    priority_none: "Ingen", "None";
    priority_low: "Låg", "Low";
    priority_normal: "Normal", "Normal";
    priority_high: "Hög", "High";
    priority_urgent: "Bråttom", "Urgent";
    priority_immediate: "Omedelbar", "Immediate";

    channel_phone: "Telefon", "Phone";
    channel_mail: "E-post", "E-mail";
    channel_website: "Hemsidan", "Website";
    channel_form: "Formulär", "Form";
    channel_mobile: "Mobil (anställd)", "Mobile (employee)";
    channel_manual: "Manuellt", "Manual";

    number: "Nr", "No.";
    subject: "Rubrik", "Subject";
    body: "Innehåll", "Description";
    customer: "Kund", "Customer";
    responsible: "Ansvarig", "Responsible";
    team: "Team", "Team";
    no_team: "Inget team", "No team";
    participants: "Anställda", "People";
    status: "Status", "Status";
    base_status: "Bas-status", "Base status";
    open: "Öppen", "Open";
    closed: "Stängd", "Closed";
    open_and_closed: "Alla", "All";
    priority: "Prioritet", "Priority";
    channel: "Kanal", "Channel";
    case_type: "Typ", "Type";
    due: "Förfaller", "Due";
    created: "Skapad", "Created";
    created_by: "Skapad av", "Created by";
    updated: "Ändrad", "Changed";
    nobody: "Ingen", "Nobody";
    none: "Ingen", "None";
    no_due_date: "Inget förfallodatum", "No due date";
    optional: "valfritt", "optional";

    today: "I dag", "Today";
    tomorrow: "I morgon", "Tomorrow";
    yesterday: "I går", "Yesterday";
    late_one_day: "Sen 1 dag", "1 day late";
    late_days(days: i64): "Sen {days} dagar", "{days} days late";

    role_administrator: "Administratör", "Administrator";
    role_office: "Kontor", "Office";
    role_employee: "Anställd", "Employee";
    role_customer: "Kund", "Customer";
}
