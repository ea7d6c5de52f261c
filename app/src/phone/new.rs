//! A new case on the phone: what, where, how urgent. Its channel is Mobil (anställd).

use super::{List, layout::Phone};
use crate::{
    AppError,
    cases::{
        NewCaseReply,
        api::create_case,
        new::typed::{self, Typed},
    },
    files::{Choosing, FileField, Sent},
    house::page,
    page::{Page, text},
    ui::{
        Draft, Icon, Labelled, PriorityMark, Refusal, SEND_KEY, SendKey, combobox::Picker, described_by,
        invalid, raw_text, refusal_at, write_field,
    },
    wire::insist,
};
use domain::{
    cases::{Channel, Feature, NewCase, Priority},
    customers::CustomerHit,
    ids::CaseNumber,
    problem::{Field, FieldError, Problem},
    validate::SUBJECT_LIMIT,
};
use leptos::{ev::SubmitEvent, html, prelude::*};
use leptos_meta::Title;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

page!(
    /// `/m/nytt`
    PhoneNewPage in phone, new_page
);

fn new_page() -> AnyView {
    let text = text();
    view! {
        <Title text=text.new_case()/>
        <Phone>
            <header class="mh mh--back">
                <a class="ib" href="/m" aria-label=text.cancel()><Icon name="x"/></a>
                <h1 class="grow">{text.new_case()}</h1>
            </header>
            <NewForm/>
        </Phone>
    }
    .into_any()
}

/// Where one stands after it was sent in, told so.
pub(super) fn receipt_address(number: CaseNumber) -> String {
    format!("{}&skapat={number}", List::Sent.address())
}

/// What the form knows; the fields themselves keep what is typed, also before hydration.
#[derive(Clone, Copy)]
struct Form {
    customer: RwSignal<Option<CustomerHit>>,
    files: Choosing,
    problem: RwSignal<Option<Problem>>,
    /// Nobody answers; it is sent again and again.
    is_lost: RwSignal<bool>,
    /// One stopped the sending when all of it had left.
    may_be_there: RwSignal<bool>,
    node: NodeRef<html::Form>,
    draft: StoredValue<Draft>,
}

/// Where what is being written is kept, on all devices of the viewer's.
fn draft() -> Draft {
    Draft::of("nytt.mobil")
}

/// What the browser itself has posted, with files: whether it arrived is known on the next page.
fn posted() -> Draft {
    Draft::here("nytt.mobil.postat")
}

/// Whether there is anything to keep.
fn is_begun(typed: &Typed) -> bool {
    ["rubrik", "innehall", "kund"].into_iter().any(|name| !typed.get(name).is_empty())
}

/// Once a case was received: what was posted needs no draft. One that was begun since stays.
pub(super) fn forget_posted() {
    let (draft, posted) = (draft(), posted());
    if posted.read::<Typed>().is_some_and(|typed| draft.read() == Some(typed)) {
        draft.forget();
    }
    posted.forget();
}

impl Form {
    /// Takes up what was begun here or on another device, unless something was typed already.
    fn wake(self) {
        self.node.on_load(move |node| {
            if self.problem.with_untracked(Option::is_some) {
                return;
            }
            // What was typed before the script was there is kept in its place.
            if is_begun(&typed::read(&node)) {
                return self.keep();
            }
            if let Some(kept) = self.draft.with_value(Draft::read::<Typed>) {
                self.begin(&kept);
            }
            self.draft.with_value(|draft| {
                draft.catch_up(move |there: Option<Typed>| self.begin(&there.unwrap_or_default()));
            });
        });
        Effect::new(move |before: Option<()>| {
            self.customer.track();
            if before.is_some() {
                // After the hidden field has got its value.
                request_animation_frame(move || self.keep());
            }
        });
    }

    fn begin(self, typed: &Typed) {
        let Some(node) = self.node.try_get_untracked().flatten() else { return };
        write_field(&node, "rubrik", typed.get("rubrik"));
        write_field(&node, "innehall", typed.get("innehall"));
        let urgency = Priority::from_slug(typed.get("prioritet")).unwrap_or_default();
        let urgency = node.query_selector(&format!("[name=prioritet][value={}]", urgency.slug()));
        if let Ok(Some(urgency)) = urgency {
            urgency.unchecked_into::<HtmlInputElement>().set_checked(true);
        }
        self.customer.set(typed.customer());
    }

    /// Keeps what stands in the fields.
    fn keep(self) {
        let Some(node) = self.node.try_get_untracked().flatten() else { return };
        let typed = typed::read(&node);
        self.draft.with_value(|draft| if is_begun(&typed) { draft.keep(&typed) } else { draft.forget() });
    }

    /// The sentence over the form, of what belongs to no field.
    fn failure(self) -> Option<String> {
        self.problem.with(|problem| match problem {
            Some(Problem::Invalid(_) | Problem::Named(_)) | None => None,
            Some(problem) => Some(problem.sentence(text())),
        })
    }
}

#[component]
fn NewForm() -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let reply: Option<NewCaseReply> = page.reply();
    let problem = reply.as_ref().map(|reply| reply.problem.clone());
    let form = Form {
        customer: RwSignal::new(None),
        files: Choosing::new(),
        problem: RwSignal::new(problem),
        is_lost: RwSignal::new(false),
        may_be_there: RwSignal::new(false),
        node: NodeRef::new(),
        draft: StoredValue::new(draft()),
    };
    form.wake();
    let typed = move |name: &str| reply.as_ref().and_then(|reply| typed(reply, name));
    view! {
        <main id="main" tabindex="-1">
            <form class="mform" id="nytt" method="post" action="/m/nytt" enctype="multipart/form-data" node_ref=form.node
                on:submit=submit(form) on:input=move |_| form.keep()>
                {move || form.failure().map(|sentence| view! {
                    <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{sentence}</p></div>
                })}
                <SendKey/>
                {move || form.is_lost.get().then(|| view! {
                    <div class="ban" role="status"><Icon name="alert"/><p>{text.is_sent_again()}</p></div>
                })}
                {move || form.may_be_there.get().then(|| view! {
                    <div class="ban ban--warn" role="status"><Icon name="alert"/>
                        <p>{text.phone_may_be_sent()} " " <a href=List::Sent.address()>{text.phone_sent()}</a></p>
                    </div>
                })}
                <What form typed=typed("rubrik")/>
                <More form typed=typed("innehall")/>
                <Pictures form/>
                {page.uses(Feature::Customer).then(|| view! { <Customer form typed=typed("kund")/> })}
                {page.uses(Feature::Priority).then(|| view! { <Urgency chosen=typed("prioritet")/> })}
                {page.uses(Feature::Channel).then(|| view! {
                    <p class="hint"><Icon name="mobile"/>{text.phone_channel(Channel::Mobile.name(text))}</p>
                })}
            </form>
        </main>
        <footer class="mfoot"><button class="btn btn--pri btn--w" form="nytt">{text.create_case()}</button></footer>
    }
}

#[component]
fn What(form: Form, typed: Option<String>) -> impl IntoView {
    let error = refusal_at(form.problem, Field::Subject);
    view! {
        <Labelled id="rubrik".into() label=text().phone_what() error>
            <input class="in" id="rubrik" name="rubrik" value=typed required autocomplete="off"
                maxlength=SUBJECT_LIMIT.to_string()
                aria-invalid=invalid(error) aria-describedby=described_by("rubrik", error)/>
        </Labelled>
    }
}

#[component]
fn More(form: Form, typed: Option<String>) -> impl IntoView {
    let text = text();
    let error = refusal_at(form.problem, Field::Body);
    view! {
        <Labelled id="innehall".into() label=text.phone_more() aside=text.optional() error>
            <textarea class="in" id="innehall" name="innehall" rows="2" placeholder=text.phone_more_hint()
                aria-invalid=invalid(error) aria-describedby=described_by("innehall", error)
            >{typed.map(raw_text)}</textarea>
        </Labelled>
    }
}

#[component]
fn Pictures(form: Form) -> impl IntoView {
    let error = refusal_at(form.problem, Field::Files);
    view! {
        <div class="field" role="group" aria-label=text().files()>
            <FileField choosing=form.files camera=true/>
            <Refusal id="filer".to_owned() error/>
        </div>
    }
}

#[component]
fn Customer(form: Form, typed: Option<String>) -> impl IntoView {
    let text = text();
    let reply: Option<NewCaseReply> = Page::current().reply();
    let candidates = reply.map(|reply| reply.customers).unwrap_or_default();
    view! {
        <Picker
            name="kund"
            label=text.customer()
            aside=text.optional()
            chosen=form.customer
            typed=typed.unwrap_or_default()
            error=refusal_at(form.problem, Field::Customer)
            candidates
        />
    }
}

/// Three of the six: what one can judge on the spot.
#[component]
fn Urgency(chosen: Option<String>) -> impl IntoView {
    let chosen = chosen.as_deref().and_then(Priority::from_slug).unwrap_or_default();
    let choice = move |priority: Priority| {
        view! {
            <label>
                <input type="radio" name="prioritet" value=priority.slug() checked=priority == chosen/>
                <PriorityMark priority/>
            </label>
        }
    };
    let three = [Priority::Normal, Priority::High, Priority::Urgent];
    view! {
        <fieldset>
            <legend class="label">{text().phone_urgency()}</legend>
            <div class="seg seg--3">{three.map(choice).collect_view()}</div>
        </fieldset>
    }
}

/// What was posted as that field and refused; of several that which says something.
fn typed(reply: &NewCaseReply, name: &str) -> Option<String> {
    let mut values = reply.typed.iter().filter(|(of, value)| of == name && !value.is_empty());
    values.next_back().map(|(_, value)| value.clone())
}

/// Sends the case in without leaving the page. With a customer that was typed and not chosen, the browser posts the
/// form as it would before any script: the answer shows who could be meant.
fn submit(form: Form) -> impl Fn(SubmitEvent) + Clone {
    let navigate = use_navigate();
    let saving = Action::new_local(move |(case, key): &(NewCase, Option<String>)| {
        let (case, key) = (case.clone(), key.clone());
        async move {
            let ask = async || create_case(case.clone(), key.clone()).await;
            insist(ask, |lost| _ = form.is_lost.try_set(lost)).await
        }
    });
    let posted = StoredValue::new(posted());
    let received = Callback::new(move |number| {
        form.draft.try_with_value(Draft::forget);
        navigate(&receipt_address(number), NavigateOptions::default());
    });
    Effect::new(move |_| match saving.value().get() {
        Some(Ok(number)) => received.run(number),
        Some(Err(AppError(problem))) => form.problem.set(Some(problem)),
        None => {}
    });
    move |event| {
        let customer = form.customer.get_untracked().map(|hit| hit.id);
        let Some(fields) = event.target().and_then(|target| fields(target.unchecked_ref())) else { return };
        let field = |name: &str| fields.get(name).as_string().unwrap_or_default();
        if let Some(problem) = form.files.refusal() {
            event.prevent_default();
            form.problem.set(Some(problem));
            return;
        }
        let keep_posted = move || {
            if let Some(node) = form.node.get_untracked() {
                posted.with_value(|posted| posted.keep(&typed::read(&node)));
            }
        };
        let is_unclear = customer.is_none() && !field("kund").trim().is_empty();
        if form.files.is_empty() && is_unclear {
            return keep_posted();
        }
        event.prevent_default();
        if saving.pending().get_untracked() || form.files.is_under_way() {
            return;
        }
        form.may_be_there.set(false);
        if !form.files.is_empty() {
            form.problem.set(None);
            return form.files.send("/m/nytt".to_owned(), fields, move |sent| match sent {
                Sent::Done(number) => match serde_json::from_str(&number) {
                    Ok(number) => _ = received.try_run(number),
                    Err(_) => _ = form.problem.try_set(Some(Problem::Offline)),
                },
                Sent::Refused(Problem::Invalid(errors))
                    if is_unclear && errors.iter().any(is_about_customer) =>
                {
                    keep_posted();
                    if let Some(node) = form.node.try_get_untracked().flatten() {
                        let _ = node.submit();
                    }
                }
                Sent::Refused(problem) => _ = form.problem.try_set(Some(problem)),
                Sent::Cancelled { may_be_there } => _ = form.may_be_there.try_set(may_be_there),
            });
        }
        let mut case = NewCase::new(field("rubrik"), Channel::Mobile);
        case.body = field("innehall");
        case.priority = Priority::from_slug(&field("prioritet")).unwrap_or_default();
        case.customer = customer;
        saving.dispatch((case, Some(field(SEND_KEY)).filter(|key| !key.is_empty())));
    }
}

fn is_about_customer(error: &FieldError) -> bool {
    error.field == Field::Customer
}

fn fields(form: &web_sys::HtmlFormElement) -> Option<web_sys::FormData> {
    web_sys::FormData::new_with_form(form).ok()
}
