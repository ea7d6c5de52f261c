//! Login and one's own settings.

texts! {
    login_title: "Logga in", "Log in";
    login_name: "E-post eller användarnamn", "E-mail or user name";
    login_password: "Lösenord", "Password";
    login_button: "Logga in", "Log in";
    login_refused: "E-post, användarnamn eller lösenord stämmer inte. Försök igen.", "E-mail, user name or password is wrong. Try again.";
    logout: "Logga ut", "Log out";
    language: "Språk", "Language";
    sessions: "Inloggningar", "Logins";
    session_current: "Den här", "This one";
    session_revoke: "Logga ut den", "Log it out";
    shortcuts: "Kortkommandon med en tangent", "Single-key shortcuts";
}
