//! Sends a form with files and tells how far it has come, which `fetch` cannot.

use super::Choosing;
use domain::problem::Problem;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{FormData, ProgressEvent, XmlHttpRequest};

impl Choosing {
    /// Posts the form, and says when it is done or why it is not.
    pub(crate) fn send(
        self,
        address: &str,
        form: &FormData,
        done: impl FnOnce(Result<(), Problem>) + 'static,
    ) {
        self.sent.set(Some(0));
        let sent = self.sent;
        let told = move |event: ProgressEvent| {
            if event.total() > 0. {
                sent.try_set(Some((event.loaded() / event.total() * 100.) as u8));
            }
        };
        let told = Closure::<dyn FnMut(ProgressEvent)>::new(told);
        let Ok(request) = begin(address, &told) else {
            sent.set(None);
            return done(Err(Problem::Offline));
        };
        let answered = request.clone();
        // It runs once, whatever the end is.
        let ended = Closure::once_into_js(move || {
            drop(told);
            sent.try_set(None);
            done(answer(&answered));
        });
        request.set_onloadend(Some(ended.unchecked_ref()));
        // What cannot be sent ends too.
        let _ = request.send_with_opt_form_data(Some(form));
    }
}

fn begin(
    address: &str,
    told: &Closure<dyn FnMut(ProgressEvent)>,
) -> Result<XmlHttpRequest, wasm_bindgen::JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open("POST", address)?;
    request.set_request_header("Accept", "application/json")?;
    request.upload()?.set_onprogress(Some(told.as_ref().unchecked_ref()));
    Ok(request)
}

fn answer(request: &XmlHttpRequest) -> Result<(), Problem> {
    match request.status() {
        Ok(204) => Ok(()),
        Ok(0) | Err(_) => Err(Problem::Offline),
        // Without a session one is led to the login.
        Ok(_) if request.response_url().contains("/logga-in") => Err(Problem::Unauthenticated),
        Ok(_) => {
            let said = request.response_text().ok().flatten().unwrap_or_default();
            Err(serde_json::from_str(&said).unwrap_or(Problem::Malformed))
        }
    }
}
