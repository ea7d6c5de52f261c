//! The switches of the properties.

use super::live_form::send_changed;
use crate::page::{Page, text};
use domain::cases::Feature;
use leptos::prelude::*;

/// One form: what is not ticked is not used.
#[component]
pub(super) fn Features() -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let unused = page.vocabulary(|words| words.unused);
    let switch = move |feature: Feature| {
        let (name, about) = feature.words(text);
        view! {
            <label>
                <input class="sw" type="checkbox" role="switch" name="anvands" value=feature.as_str()
                    checked=!unused.has(feature)/>
                <span><b>{name}</b><small>{about}</small></span>
            </label>
        }
    };
    view! {
        <section aria-labelledby="egenskaper">
            <h2 id="egenskaper">{text.features_heading()}</h2>
            <p>{text.features_about()}</p>
            <form method="post" action="/installningar/egenskaper" on:change=|event| send_changed(&event)>
                <div class="card swg">
                    <label>
                        <input class="sw" type="checkbox" role="switch" checked disabled/>
                        <span><b>{text.status()}</b><small>{text.always_required()}</small></span>
                    </label>
                    {Feature::ALL.map(switch).collect_view()}
                </div>
                <button class="btn until-live">{text.save()}</button>
            </form>
        </section>
    }
    .into_any()
}
