//! The employee's phone and the customer's first page.

texts! {
    phone_what: "Vad har hänt?", "What has happened?";
    phone_more: "Beskriv mer", "Describe more";
    phone_urgency: "Hur bråttom är det?", "How urgent is it?";

    portal_greeting(name: &str): "Hej {name}", "Hello {name}";
    portal_text: "Här kommer du att kunna följa dina ärenden. Tills dess når du oss som vanligt på telefon och e-post.", "Here you will be able to follow your cases. Until then, reach us by phone and e-mail as usual.";
}
