//! What went wrong, and what to do.

texts! {
    problem_unauthenticated: "Du har loggats ut. Logga in och fortsätt.", "You have been logged out. Log in and continue.";
    problem_not_found: "Det finns inte, eller är inte ditt. Kontrollera numret.", "It does not exist, or is not yours. Check the number.";
    problem_forbidden: "Du får inte göra det. Be en administratör om hjälp.", "You may not do that. Ask an administrator for help.";
    problem_stale: "Någon annan har ändrat ärendet. Välj vilket värde som ska gälla.", "Somebody else has changed the case. Choose which value shall hold.";
    problem_overtaken: "Någon annan har ändrat uppgifterna medan du redigerade. Det du skrev finns kvar. Spara igen om det ska gälla.", "Somebody else has changed this while you were editing. What you wrote is still here. Save again if it shall hold.";
    both_changed_title: "Någon annan har ändrat samma uppgifter", "Somebody else has changed the same";
    both_changed_text: "Inget är sparat än, och det du skrev står kvar. Välj vad som ska gälla och spara.", "Nothing is saved yet, and what you wrote is still here. Choose what shall hold, and save.";
    both_mine: "Ditt", "Yours";
    both_now: "Nu", "Now";
    both_now_saved: "Sparat av någon annan", "Saved by somebody else";
    both_blank: "Tomt", "Blank";
    problem_malformed: "Det gick inte att läsa det som skickades. Ladda om sidan och försök igen.", "What was sent could not be read. Reload the page and try again.";
    problem_throttled(minutes: u32): "För många försök. Vänta {minutes} min och försök igen.", "Too many attempts. Wait {minutes} min and try again.";
    problem_internal(reference: &str): "Något gick fel hos oss. Försök igen, och uppge {reference} om du hör av dig.", "Something went wrong on our side. Try again, and mention {reference} if you contact us.";
    problem_offline: "Servern svarar inte. Det du skrev finns kvar. Försök igen om en stund.", "The server does not answer. What you wrote is still here. Try again in a moment.";

    refused_subject_empty: "Skriv en rubrik, t.ex. ”Nyckel saknas”.", "Write a subject, e.g. “Key is missing”.";
    refused_comment_empty: "Skriv något i kommentaren.", "Write something in the comment.";
    refused_selection_empty: "Markera minst ett ärende.", "Tick at least one case.";
    refused_empty: "Fyll i fältet.", "Fill in the field.";
    refused_too_long(limit: u32): "Texten är för lång. Korta den till högst {limit} tecken.", "The text is too long. Shorten it to at most {limit} characters.";
    refused_date: "Datumet finns inte. Skriv det som 2026-11-23.", "There is no such date. Write it as 2026-11-23.";
    refused_identity: "Numret stämmer inte. Skriv organisationsnummer som 556123-4567 och personnummer som 19811218-9876.", "The number is not right. Write an organisation number as 556123-4567 and a personal number as 19811218-9876.";
    refused_phone: "Telefonnumret går inte att läsa. Skriv det som 08-123 456 78 eller +46 8 123 456 78.", "The phone number cannot be read. Write it as 08-123 456 78 or +46 8 123 456 78.";
    refused_table_empty: "Välj en fil med en rad rubriker och minst en rad till.", "Choose a file with a line of headings and at least one line more.";
    refused_table_large(limit: u32): "Filen är för stor. Som mest {limit} MB, 200 000 rader och 200 kolumner kan importeras på en gång.", "The file is too large. At most {limit} MB, 200,000 rows and 200 columns can be imported at once.";
    refused_table_kind: "Filen går inte att läsa. Spara den som CSV eller som Excel-arbetsbok (xlsx) och försök igen.", "The file cannot be read. Save it as CSV or as an Excel workbook (xlsx) and try again.";
    refused_workbook(name: &str): "{name} är ingen läsbar Excel-fil. Öppna den i Excel, spara den på nytt som Excel-arbetsbok (xlsx) eller CSV och försök igen.", "{name} is no readable Excel file. Open it in Excel, save it anew as an Excel workbook (xlsx) or CSV, and try again.";
    refused_unclosed: "Ett citattecken (\") öppnas på raden och stängs aldrig. Stäng det eller ta bort det i filen.", "A quotation mark (\") opens on the row and is never closed. Close it or remove it in the file.";
    refused_undo_later: "En senare import har ändrat samma uppgifter. Ångra den först.", "A later import has changed the same. Undo that one first.";
    refused_columns: "Tala om vilken kolumn som är namn eller rubrik: utan den går inget att importera.", "Say which column is the name or subject: without it nothing can be imported.";
    refused_column_twice: "Två kolumner är valda till samma sak, och bara den ena skulle komma med. Välj Hoppa över eller något annat för den ena.", "Two columns are chosen for the same, and only one of them would come in. Choose Leave out or something else for one of them.";
    refused_origin: "Adressen går inte att läsa. Skriv en per rad som https://intranet.foretaget.se, utan något efter namnet.", "The address cannot be read. Write one a line as https://intranet.company.com, with nothing after the name.";
    refused_number: "Numret går inte att läsa. Det ska vara ett heltal större än noll med högst nio siffror.", "The number cannot be read. It shall be a whole number above zero of nine digits at most.";
    refused_number_twice: "Samma nummer eller inloggning finns på en annan rad eller hos någon annan.", "The same number or login is on another row or is somebody else's.";
    refused_email: "Adressen går inte att läsa. Skriv den som namn@foretag.se.", "The address cannot be read. Write it as name@company.com.";
    refused_here_already: "En kund med det finns redan. Kontrollera att det inte är samma.", "There is a customer with it already. Make sure that it is not the same.";
    refused_malformed: "Värdet går inte att läsa. Välj i listan.", "The value cannot be read. Choose from the list.";
    refused_customer_unknown: "Ingen kund stämmer. Sök på namn eller kundnummer.", "No customer matches. Search by name or customer number.";
    refused_person_unknown: "Ingen anställd stämmer. Välj en som är aktiv.", "No colleague matches. Choose one who is active.";
    refused_unknown: "Värdet finns inte längre. Välj ett annat.", "The value is no longer there. Choose another.";
    refused_ambiguous: "Flera stämmer. Välj en av dem.", "Several match. Choose one of them.";
    refused_namesakes: "Flera kollegor har det namn du skrev efter @. Skriv numret på den du menar efter namnet, t.ex. @Anna Berg (12). Det står under Anställda.", "Several colleagues have the name that you wrote after @. Write the number of the one you mean after the name, e.g. @Anna Berg (12). It stands under Employees.";
    refused_past: "Datumet har passerat. Välj i dag eller senare.", "The date has passed. Choose today or later.";
    refused_name_empty: "Skriv ett namn.", "Write a name.";
    refused_user_name: "Använd bokstäver, siffror, punkt, bindestreck och understreck.", "Use letters, digits, full stop, hyphen and underscore.";
    refused_too_short(least: u32): "För kort. Skriv minst {least} tecken.", "Too short. Write at least {least} characters.";
    refused_taken: "Det används redan av någon annan. Välj ett annat.", "Somebody else has it already. Choose another.";
    refused_oneself: "Det kan du inte göra med dig själv. Be en annan administratör.", "You cannot do that to yourself. Ask another administrator.";
    refused_future: "Tidpunkten har inte varit än. Välj en tidigare.", "That time has not been yet. Choose an earlier one.";
    refused_view_taken: "Det finns redan en vy med det namnet. Välj ett annat.", "There is a view with that name already. Choose another.";
    refused_too_many(limit: u32): "Det finns redan {limit}, och fler får det inte vara. Ta bort någon först.", "There are {limit} already, and no more are allowed. Remove one first.";
    refused_in_use: "Den används eller behövs. Slå ihop den med en annan eller stäng av den.", "It is in use or needed. Merge it into another or turn it off.";
    refused_no_place: "Välj att arbeta på kontoret, använda mobilen eller båda.", "Choose to work at the desk, use the phone, or both.";
}
