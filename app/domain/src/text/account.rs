//! Login and one's own settings.

texts! {
    login_title: "Logga in", "Log in";
    login_name: "E-post eller användarnamn", "E-mail or user name";
    login_password: "Lösenord", "Password";
    login_button: "Logga in", "Log in";
    login_refused: "E-post, användarnamn eller lösenord stämmer inte. Försök igen.", "E-mail, user name or password is wrong. Try again.";
    logged_out_unsent: "Du har loggats ut. Logga in igen, så skickas det du skrev.", "You have been logged out. Log in again, and what you wrote is sent.";
    back_in_unsent: "Du är inloggad igen. Det du skrev är inte sparat ännu.", "You are logged in again. What you wrote is not saved yet.";
    send_unsent: "Skicka det du skrev", "Send what you wrote";
    leave_unsent: "Gå vidare utan att skicka", "Go on without sending";
    logout: "Logga ut", "Log out";

    profile: "Uppgifter", "Profile";
    profile_name: "Namn", "Name";
    profile_company: "Företag", "Company";
    profile_role: "Roll", "Role";
    appearance: "Språk och utseende", "Language and appearance";
    language: "Språk", "Language";
    language_save: "Spara språk", "Save language";
    shortcuts_heading: "Kortkommandon", "Shortcuts";
    shortcuts: "Kortkommandon med en tangent", "Single-key shortcuts";
    shortcuts_hint: "Till exempel / för snabbsök och N för nytt ärende. Stäng av dem om du styr datorn med rösten.", "For example / for quick search and N for a new case. Turn them off if you control the computer by voice.";
    sessions: "Här är du inloggad", "Where you are logged in";
    session_current: "Den här enheten", "This device";
    session_seen(moment: &str): "Senast {moment}", "Last used {moment}";
    session_since(moment: &str): "Inloggad {moment}", "Logged in {moment}";
    session_unknown: "Okänd webbläsare", "Unknown browser";
}
