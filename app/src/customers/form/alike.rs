//! Who may be the same customer, told while one types.

use super::typed;
use crate::{customers::api::customers_alike, page::text, ui::Icon};
use domain::{customers::Duplicate, ids::CustomerId};
use leptos::{html, leptos_dom::helpers::TimeoutHandle, prelude::*, task::spawn_local};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

/// What has been found so far.
#[derive(Clone, Copy)]
pub(super) struct Likes {
    node: NodeRef<html::Form>,
    except: Option<CustomerId>,
    found: RwSignal<Vec<Duplicate>>,
    pause: StoredValue<Option<TimeoutHandle>>,
    /// Counts the questions: only the last one's answer is shown.
    asked: StoredValue<u32>,
}

impl Likes {
    /// `found` is what the server has pointed out already.
    pub(super) fn new(node: NodeRef<html::Form>, except: Option<CustomerId>, found: Vec<Duplicate>) -> Self {
        let likes = Self {
            node,
            except,
            found: RwSignal::new(found),
            pause: StoredValue::new(None),
            asked: StoredValue::new(0),
        };
        on_cleanup(move || likes.forget());
        likes
    }

    /// Looks again after a pause.
    pub(super) fn typed(self) {
        const PAUSE: Duration = Duration::from_millis(300);
        self.forget();
        self.pause.set_value(set_timeout_with_handle(move || self.ask(), PAUSE).ok());
    }

    fn forget(self) {
        if let Some(Some(waiting)) = self.pause.try_update_value(Option::take) {
            waiting.clear();
        }
    }

    fn ask(self) {
        let Some(form) = self.node.try_get_untracked().flatten() else { return };
        let edit = typed::read(&read(&form));
        self.asked.update_value(|asked| *asked += 1);
        let mine = self.asked.get_value();
        spawn_local(async move {
            // Without an answer nothing is pointed out; saving does not wait for it.
            let found = customers_alike(edit, self.except).await.unwrap_or_default();
            if self.asked.try_get_value() == Some(mine) {
                self.found.try_set(found);
            }
        });
    }

    /// Whether there are any. Tracked.
    pub(super) fn are_there(self) -> bool {
        self.found.with(|found| !found.is_empty())
    }

    /// Tells the server that they have been pointed out: then one may save anyway.
    pub(super) fn seen(self) -> impl IntoView {
        move || self.are_there().then(|| view! { <input type="hidden" name="sedda" value="ja"/> })
    }
}

fn read(form: &HtmlFormElement) -> Vec<(String, String)> {
    let Ok(data) = FormData::new_with_form(form) else { return Vec::new() };
    let pairs = js_sys::try_iter(&data).ok().flatten().into_iter().flatten().flatten();
    let pairs = pairs.filter_map(|pair| {
        let pair = pair.dyn_into::<js_sys::Array>().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    });
    pairs.collect()
}

/// The list; nothing while there is nobody.
#[component]
pub(super) fn Alike(likes: Likes) -> impl IntoView {
    let text = text();
    let one = move |duplicate: Duplicate| {
        let Duplicate { hit, inactive, likeness } = duplicate;
        view! {
            <li>
                <a href=format!("/kunder/{}", hit.id)>{hit.name}</a>
                <span class="sec">{text.customer_number(hit.id.0)}{(!hit.detail.is_empty()).then(|| format!(", {}", hit.detail))}</span>
                <span class="mut">
                    {likeness.name(text)}{inactive.then(|| format!(", {}", text.customer_is_inactive().to_lowercase()))}
                </span>
            </li>
        }
    };
    view! {
        <div role="status">
            {move || likes.are_there().then(|| view! {
                <section class="card alike" aria-labelledby="lika">
                    <div class="card__h"><Icon name="alert"/><h2 id="lika">{text.duplicates_heading()}</h2></div>
                    <ul>{likes.found.get().into_iter().map(one).collect_view()}</ul>
                    <p class="card__f">{text.saved_anyway()}</p>
                </section>
            })}
        </div>
    }
}
