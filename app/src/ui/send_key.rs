//! The key of what a form sends: sent again, because nobody knows whether it came, it is done once.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, HtmlInputElement};

/// The field's name.
pub(crate) const SEND_KEY: &str = "nyckel";

/// A hidden field with a key. It is read where it stands: what the server drew and what the browser
/// would draw are two different ones.
#[component]
pub(crate) fn SendKey() -> impl IntoView {
    view! { <input type="hidden" name=SEND_KEY value=new_key()/> }
}

/// The form's key.
pub(crate) fn send_key(form: &HtmlFormElement) -> Option<String> {
    FormData::new_with_form(form).ok()?.get(SEND_KEY).as_string().filter(|key| !key.is_empty())
}

/// Once it is sent: what the same form sends next is something else.
pub(crate) fn renew_send_key(form: &HtmlFormElement) {
    let field = form.query_selector("[name=nyckel]").ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(&new_key());
    }
}

/// Nobody must guess it: it only tells one's own forms apart.
fn new_key() -> String {
    let [one, two] = [random(), random()];
    format!("{one:016x}{two:016x}")
}

#[cfg(target_arch = "wasm32")]
fn random() -> u64 {
    let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    part() << 32 | part()
}

/// Each hasher of the standard library has random keys.
#[cfg(not(target_arch = "wasm32"))]
fn random() -> u64 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    RandomState::new().build_hasher().finish()
}

#[cfg(test)]
mod tests {
    use super::new_key;

    #[test]
    fn no_two_keys_are_alike_and_the_server_takes_them() {
        let (one, two) = (new_key(), new_key());
        assert_ne!(one, two);
        assert!(domain::drafts::is_key(&one), "{one}");
    }
}
