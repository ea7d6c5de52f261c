//! The company's own data.

use super::{
    SettingsReply,
    api::read_company,
    frame::{framed, loaded},
};
use crate::{house::page, page::text};
use domain::{policy::Action, settings::CompanyData};
use leptos::prelude::*;

page!(
    /// `/installningar/foretag`
    CompanyPage in office, company_page
);

fn company_page() -> AnyView {
    let company = Resource::new(|| (), |()| read_company());
    framed(Action::ManageSettings, text().settings_company_data(), loaded(company, drawn))
}

fn drawn(company: CompanyData) -> AnyView {
    let text = text();
    let field = |name: &'static str,
                 label: &'static str,
                 kind: &'static str,
                 auto: &'static str,
                 value: String| {
        let value = SettingsReply::typed(name).unwrap_or(value);
        view! {
            <label class="field">
                <span class="label">{label}</span>
                <input class="in" type=kind name=name value=value maxlength="200" autocomplete=auto required=name == "namn"/>
            </label>
        }
    };
    view! {
        <section class="card" aria-labelledby="foretag">
            <div class="card__h"><h2 id="foretag">{text.settings_company_data()}</h2></div>
            <form class="form" method="post" action="/installningar/foretag">
                <div class="card__b form">
                    <p class="sec">{text.company_about()}</p>
                    <div class="two">
                        {field("namn", text.company_name(), "text", "organization", company.name)}
                        {field("organisationsnummer", text.organisation_number(), "text", "off", company.organisation_number)}
                        {field("epost", text.company_email(), "email", "email", company.email)}
                        {field("telefon", text.company_phone(), "tel", "tel", company.phone)}
                        {field("gatuadress", text.company_street(), "text", "street-address", company.street)}
                        {field("postnummer", text.company_postal_code(), "text", "postal-code", company.postal_code)}
                        {field("ort", text.company_town(), "text", "address-level2", company.town)}
                    </div>
                    <div class="row"><button class="btn btn--pri">{text.save()}</button></div>
                </div>
            </form>
        </section>
    }
    .into_any()
}
