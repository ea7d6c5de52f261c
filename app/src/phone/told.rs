//! What one is told, on the phone.

use super::layout::{Phone, Tab};
use crate::{
    AppError,
    house::page,
    notifications::{api::list_notifications, lines},
    page::text,
    ui::Icon,
};
use leptos::prelude::*;
use leptos_meta::Title;

page!(
    /// `/m/aviseringar`
    PhoneToldPage in phone, told_page
);

fn told_page() -> AnyView {
    let text = text();
    let told = Resource::new_blocking(|| (), |()| list_notifications());
    view! {
        <Title text=text.notifications()/>
        <Phone tab=Tab::Cases>
            <header class="mh mh--back">
                <a class="ib" href="/m" aria-label=text.phone_back()><Icon name="left"/></a>
                <h1 class="grow">{text.notifications()}</h1>
            </header>
            <main id="main" tabindex="-1">
                <Suspense>
                    {move || Suspend::new(async move {
                        match told.await {
                            Ok(told) => lines(told, true),
                            Err(AppError(problem)) => view! {
                                <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{problem.sentence(text)}</p></div>
                            }
                            .into_any(),
                        }
                    })}
                </Suspense>
            </main>
        </Phone>
    }
    .into_any()
}
