//! The panel of a new case, over whatever page one is on. Its code is loaded when it is first opened.

use super::{
    fields::{Fields, Room},
    foot::{CaseForm, Foot},
    form::Form,
    notes::Notes,
    typed::Typed,
};
use crate::{
    house::{NewCase, NotArrived, arrived},
    page::{Page, text},
    ui::{Dialog, Icon, Toasts},
};
use domain::ids::CaseNumber;
use leptos::{html, prelude::*, wasm_split::wasm_split};

const HEADING: &str = "ny-titel";

/// Drawn while it is open.
#[component]
pub(crate) fn NewCasePanel() -> impl IntoView {
    let panel = NewCase::current();
    move || {
        panel.is_open().then(|| {
            view! { <Suspense>{Suspend::new(arrived(new_case_panel()))}</Suspense> }
        })
    }
}

#[wasm_split(case, wasm_split_path = leptos::wasm_split, fallible)]
fn new_case_panel() -> Result<AnyView, NotArrived> {
    Ok(view! { <Panel/> }.into_any())
}

#[component]
fn Panel() -> impl IntoView {
    let (page, text, panel, toasts) = (Page::current(), text(), NewCase::current(), Toasts::current());
    let node = NodeRef::<html::Dialog>::new();
    let close = move || {
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    };
    let done = Callback::new(move |number: CaseNumber| {
        close();
        let address = format!("/arenden/{number}");
        toasts.receipt_with_link(text.case_created(number.0), text.open_it(), address);
    });
    let form = Form::new(page.vocabulary(Typed::blank), "", None, done);
    view! {
        <Dialog class="side" labelled_by=HEADING node on_close=Callback::new(move |()| panel.close())>
            <CaseForm form class="">
                <div class="side__h">
                    <h2 id=HEADING>{text.new_case()}</h2>
                    <a
                        class="btn btn--q btn--i btn--s push"
                        href="/arenden/nytt"
                        aria-label=text.open_as_page()
                        title=text.open_as_page()
                        on:click=move |_| close()
                    >
                        <Icon name="open"/>
                    </a>
                    <button
                        class="btn btn--q btn--i btn--s"
                        type="button"
                        aria-label=text.close()
                        on:click=move |_| close()
                    >
                        <Icon name="x"/>
                    </button>
                </div>
                <div class="side__b">
                    <div class="form">
                        <Notes form room=Room::Panel/>
                        <Fields form room=Room::Panel reply=None/>
                    </div>
                </div>
                <Foot form>
                    <button class="btn btn--q" type="button" on:click=move |_| close()>{text.cancel()}</button>
                </Foot>
            </CaseForm>
        </Dialog>
    }
}
