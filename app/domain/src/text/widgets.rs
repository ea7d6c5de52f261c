//! Widgets, and their settings.

texts! {
    widgets_title: "Widgetar", "Widgets";
    widgets_about: "Visa Mina ärenden och Nyinkomna ärenden på intranätet eller en annan startsida. Kopiera raden till sidan där de ska synas.", "Show My cases and New cases on the intranet or another start page. Copy the line to the page where they shall be seen.";
    widget_line(name: &str): "Rad att kopiera: {name}", "Line to copy: {name}";
    widget_json: "Samma som JSON", "The same as JSON";
    widget_by_session: "Utan nyckel visas den för den som är inloggad i Ärenden i samma webbläsare, om sidan ligger på samma domän.", "Without a key it shows to whoever is logged in to Ärenden in the same browser, if the page is on the same domain.";
    widget_key: "Personlig nyckel", "Personal key";
    widget_key_about: "Med en nyckel i raden visas dina ärenden utan inloggning. Nyckeln visar bara det du själv får se, ändrar inget, och kan återkallas.", "With a key in the line your cases show without a login. The key shows only what you may see yourself, changes nothing, and can be revoked.";
    widget_key_made: "Här är raderna med din nya nyckel. Den visas bara nu.", "Here are the lines with your new key. It is shown only now.";
    widget_key_is: "Du har en nyckel. En ny gör den gamla ogiltig.", "You have a key. A new one makes the old one invalid.";
    widget_key_make: "Skapa ny nyckel", "Make a new key";
    widget_key_revoke: "Återkalla nyckeln", "Revoke the key";
    widget_origins: "Sidor som får visa dem", "Pages that may show them";
    widget_origins_about: "En adress per rad, till exempel https://intranet.example. Andra sidor kan inte visa dem.", "One address a line, for example https://intranet.example. Other pages cannot show them.";
    widget_login: "Logga in för att se ärenden", "Log in to see cases";
    widget_nothing: "Inget just nu.", "Nothing right now.";
}
