//! The fields of a form that keep what is typed in them themselves.

use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, HtmlInputElement, HtmlTextAreaElement};

/// Writes into the form's field of that name, if it has one.
pub(crate) fn write_field(form: &HtmlFormElement, name: &str, value: &str) {
    let Ok(Some(field)) = form.query_selector(&format!("[name={name}]")) else { return };
    match field.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.set_value(value),
        Err(field) => {
            if let Ok(area) = field.dyn_into::<HtmlTextAreaElement>() {
                area.set_value(value);
            }
        }
    }
}
