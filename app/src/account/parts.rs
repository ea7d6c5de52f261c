//! Cards of one's own settings, for the desk and the phone alike. All are plain forms that load the
//! page anew: what they change is everywhere on it.

use crate::{
    house::ThemeSwitch,
    page::{Page, text},
};
use domain::text::Language;
use leptos::prelude::*;

/// Who one is, as the company has it.
#[component]
pub(crate) fn Profile() -> impl IntoView {
    let text = text();
    Page::current().viewer().map(|viewer| {
        let role = viewer.role_title().to_owned();
        view! {
            <section class="card" aria-labelledby="uppgifter">
                <div class="card__h"><h2 id="uppgifter">{text.profile()}</h2></div>
                <div class="card__b">
                    <dl class="dl">
                        <dt>{text.profile_name()}</dt>
                        <dd>{viewer.name}</dd>
                        <dt>{text.profile_company()}</dt>
                        <dd>{viewer.company_name}</dd>
                        <dt>{text.profile_role()}</dt>
                        <dd>{role}</dd>
                    </dl>
                </div>
            </section>
        }
    })
}

/// Language and theme.
#[component]
pub(crate) fn Appearance() -> impl IntoView {
    let text = text();
    let choice = move |language: Language| {
        view! {
            <label>
                <input type="radio" name="sprak" value=language.code() checked=language == text/>
                <span lang=language.code()>{language.name()}</span>
            </label>
        }
    };
    view! {
        <section class="card" aria-labelledby="utseende">
            <div class="card__h"><h2 id="utseende">{text.appearance()}</h2></div>
            <div class="card__b">
                <form class="form" method="post" action="/jag/sprak">
                    <fieldset>
                        <legend class="label">{text.language()}</legend>
                        <div class="seg seg--join">{Language::ALL.map(choice).collect_view()}</div>
                    </fieldset>
                    <button class="btn">{text.language_save()}</button>
                </form>
                <ThemeSwitch wide=true/>
            </div>
        </section>
    }
}

/// The way out.
#[component]
pub(crate) fn LogOut() -> impl IntoView {
    view! {
        <form method="post" action="/logga-ut">
            <button class="btn btn--dan">{text().logout()}</button>
        </form>
    }
}
