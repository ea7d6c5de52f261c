//! The site of a case: one of its customer's, asked for when the form opens.

use super::{
    Value,
    form::{Frame, reply},
    mark::mark,
    options::OptionList,
    spot::Spot,
    words::act,
};
use crate::{customers::customer_sites, page::text, ui::Icon};
use leptos::prelude::*;

/// The customer's sites, and none.
#[component]
pub(super) fn SiteForm(spot: Spot) -> impl IntoView {
    let customer = spot.row.with_untracked(|row| row.customer.as_ref().map(|(id, _)| *id));
    let sites = Resource::new(
        move || customer,
        |customer| async move {
            match customer {
                Some(customer) => customer_sites(customer).await,
                None => Ok(Vec::new()),
            }
        },
    );
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match sites.await {
                    Ok(sites) => {
                        let sites = sites.iter().map(|site| Some((site.id, site.label())));
                        let values = sites.chain([None]).map(Value::Site).collect();
                        view! { <Choices spot values/> }.into_any()
                    }
                    Err(error) => view! {
                        <p class="err" role="alert"><Icon name="alert" size="i--s"/>{error.0.sentence(text())}</p>
                    }
                    .into_any(),
                }
            })}
        </Suspense>
    }
}

#[component]
fn Choices(spot: Spot, values: Vec<Value>) -> impl IntoView {
    let text = text();
    let list = OptionList::new(spot, values.clone());
    let error = reply(spot).map(|reply| reply.problem.sentence(text));
    view! {
        <Frame spot error=Signal::stored(error) on_submit=list.on_submit()>
            <fieldset
                node_ref=list.node
                on:keydown=move |event| list.pressed(&event)
                on:keyup=move |_| list.moved_by_arrow.set_value(false)
            >
                <legend>{act(spot.property, text)}</legend>
                {values
                    .into_iter()
                    .enumerate()
                    .map(|(index, value)| list.option(index, mark(value, true)))
                    .collect_view()}
            </fieldset>
        </Frame>
    }
}
