//! Saved views of the list.

texts! {
    views: "Sparade vyer", "Saved views";
    views_more: "Vyer", "Views";
    views_all_of_them: "Alla vyer", "All views";
    views_arrange: "Ordna vyer", "Arrange views";
    views_arrange_about: "Fästa vyer står ovanför listan, i den här ordningen. Hur du ordnar dem gäller bara för dig.", "Pinned views stand above the list, in this order. How you arrange them holds for you only.";
    views_none: "Inga vyer är sparade än. Välj filter i listan och sedan Spara vy.", "No views are saved yet. Choose filters in the list, then Save view.";
    view_save: "Spara vy", "Save view";
    view_save_as_new: "Spara som ny", "Save as new";
    view_save_changes: "Spara i vyn", "Save to the view";
    view_restore: "Återställ", "Restore";
    view_changed(name: &str): "{name} är ändrad", "{name} is changed";
    view_name: "Vyns namn", "Name of the view";
    view_for: "För vem", "For whom";
    view_for_me: "Bara jag", "Only me";
    view_for_role(role: &str): "Alla med rollen {role}", "All with the role {role}";
    view_for_company: "Hela företaget", "The whole company";
    view_by(owner: &str): "skapad av {owner}", "made by {owner}";
    view_pinned: "Fäst ovanför listan", "Pin above the list";
    view_pin: "Fäst", "Pin";
    view_unpin: "Lossa", "Unpin";
    view_pin_it(name: &str): "Fäst {name} ovanför listan", "Pin {name} above the list";
    view_unpin_it(name: &str): "Lossa {name}", "Unpin {name}";
    view_idle: "Gäller bara det som inte används nu", "Only about what is not in use now";
    view_default: "Öppnas först", "Opens first";
    view_make_default: "Öppna först", "Open first";
    view_make_default_it(name: &str): "Öppna först: {name}", "Open first: {name}";
    view_no_default: "Öppna med alla öppna", "Open with all open";
    view_default_about(name: &str): "Listan öppnas med {name}.", "The list opens with {name}.";
    view_change: "Ändra", "Change";
    view_change_it(name: &str): "Ändra {name}", "Change {name}";
    view_remove_it(name: &str): "Ta bort vyn {name}", "Remove the view {name}";
    view_saved(name: &str): "Vyn {name} är sparad", "The view {name} is saved";
    view_missing: "Vyn finns inte längre, eller så är den inte delad med dig. Här är alla öppna ärenden.", "The view is no longer there, or it is not shared with you. Here are all open cases.";
    view_odd: "Vyn nämner sådant som har ändrats.", "The view names things that have changed.";
    view_odd_unknown(what: &str): "”{what}” finns inte och räknas inte.", "“{what}” does not exist and does not count.";
    view_odd_unused(what: &str): "”{what}” används inte längre.", "“{what}” is no longer in use.";
    view_odd_left(name: &str): "{name} är inte längre aktiv.", "{name} is no longer active.";
    view_to_list: "Till listan", "To the list";
}
