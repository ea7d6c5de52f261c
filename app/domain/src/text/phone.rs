//! The employee's phone and the customer's first page.

texts! {
    phone_what: "Vad har hänt?", "What has happened?";
    phone_more: "Beskriv mer", "Describe more";
    phone_urgency: "Hur bråttom är det?", "How urgent is it?";
}
