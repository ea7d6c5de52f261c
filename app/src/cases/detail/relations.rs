//! How the case hangs together with others: links, merging, splitting. Plain forms: each leads to
//! another page or changes more of this one than a part could show.

use super::case::Case;
use crate::{
    cases::{CaseReply, property::Editing},
    page::{Page, text},
    ui::{Icon, Labelled, StatusMark, raw_text},
};
use domain::{
    cases::{RelatedCase, Relation},
    ids::CaseNumber,
    policy::{self, Action},
    problem::{Field, Problem},
    text::Language,
};
use leptos::prelude::*;

/// The form that takes a link away; its buttons stand in the list.
const REMOVAL: &str = "ta-bort-koppling";

/// Among the facts. Nothing where there is nothing to show and nothing to do.
#[component]
pub(super) fn Relations(case: Case) -> impl IntoView {
    let text = text();
    let may_relate = Page::current().viewer().is_some_and(|viewer| policy::can(&viewer, Action::RelateCases));
    let related = case.relations;
    let is_empty = Memo::new(move |_| related.with(Vec::is_empty));
    let list = move || {
        related.with(|related| {
            related.iter().map(|other| line(case.number, other, may_relate)).collect_view().into_any()
        })
    };
    view! {
        <div class="sl" hidden=move || is_empty.get() && !may_relate>
            <h3>{text.relations()}</h3>
            <ul class="rel" hidden=move || is_empty.get() aria-label=text.relations()>{list}</ul>
            {may_relate.then(|| view! { <Forms case/> })}
        </div>
    }
}

fn line(case: CaseNumber, other: &RelatedCase, may_relate: bool) -> AnyView {
    let text = text();
    let RelatedCase { relation, number, subject, status } = other;
    let rejoin = may_relate.then(|| rejoin(case, other)).flatten();
    let remove = may_relate.then(|| {
        let words = match relation {
            Relation::Merged | Relation::MergedInto => text.relation_undo_merge(number.0),
            _ => text.relation_remove(number.0),
        };
        view! {
            <button class="tok__x" form=REMOVAL name="koppling" value=format!("{}:{number}", relation.slug())
                aria-label=words>
                <Icon name="x" size="i--s"/>
            </button>
        }
    });
    view! {
        <li>
            <span class="rel__is">{relation.name(text)}</span>
            <a class="kund" href=format!("/arenden/{number}")>{format!("{number} {subject}")}</a>
            <span class="rel__st"><StatusMark status=*status/></span>
            {rejoin}
            {remove}
        </li>
    }
    .into_any()
}

/// "Ångra utbrytningen": a split is taken back by merging, so that what was said meanwhile is not lost.
fn rejoin(case: CaseNumber, other: &RelatedCase) -> Option<AnyView> {
    let text = text();
    let (part, whole) = match other.relation {
        Relation::SplitOff => (other.number, case),
        Relation::SplitFrom => (case, other.number),
        _ => return None,
    };
    let form = view! {
        <form class="rel__undo" method="post" action=format!("/arenden/{part}/sla-ihop")>
            <input type="hidden" name="arende" value=whole.to_string()/>
            // A whole takes its part back all the same, closed or another customer's by now.
            <input type="hidden" name="anda" value=whole.to_string()/>
            <input type="hidden" name="tillbaka" value=format!("/arenden/{whole}")/>
            <button class="btn btn--q btn--s" title=text.relation_undo_split_about(part.0, whole.0)>
                {text.relation_undo_split()}
            </button>
        </form>
    };
    Some(form.into_any())
}

/// What a refused form said, with what was typed.
struct Kept {
    reply: Option<CaseReply>,
}

impl Kept {
    fn of(form: &str) -> Self {
        Self { reply: CaseReply::to(form) }
    }

    fn typed(&self, name: &str) -> Option<String> {
        self.reply.as_ref().and_then(|reply| reply.typed(name)).map(str::to_owned)
    }

    /// The case that was typed, where nothing is wrong with it but what one should know before.
    fn asked(&self) -> Option<CaseNumber> {
        let Problem::Invalid(errors) = &self.reply.as_ref()?.problem else { return None };
        errors
            .iter()
            .all(|error| error.refusal.is_question())
            .then(|| self.typed("arende")?.trim().trim_start_matches('#').parse().ok())?
    }

    /// The sentences for that field; what is about no field is told at the first one.
    fn sentence(&self, field: Field, is_first: bool, text: Language) -> Option<String> {
        match &self.reply.as_ref()?.problem {
            Problem::Invalid(errors) => {
                let told = errors.iter().filter(|error| error.field == field);
                let told: Vec<String> = told.map(|error| error.sentence(text)).collect();
                (!told.is_empty()).then(|| told.join(" "))
            }
            problem => is_first.then(|| problem.sentence(text)),
        }
    }
}

#[component]
fn Forms(case: Case) -> impl IntoView {
    let (text, back) = (text(), Editing::current().here());
    let number = case.number;
    let action = move |form: &str| format!("/arenden/{number}/{form}");
    let hidden = {
        let back = back.clone();
        move || view! { <input type="hidden" name="tillbaka" value=back.clone()/> }
    };
    let (link, merge, split) = (Kept::of("kopplingar"), Kept::of("sla-ihop"), Kept::of("bryt-ut"));
    let chosen = link.typed("koppling");
    let kinds = Relation::CHOSEN.map(|relation| {
        let is_chosen = chosen.as_deref() == Some(relation.slug());
        view! { <option value=relation.slug() selected=is_chosen>{relation.name(text)}</option> }
    });
    let subject = split.sentence(Field::Subject, true, text);
    let subject_is_refused = subject.is_some();
    let body = split.sentence(Field::Body, false, text);
    let (is_split, typed_subject, typed_body) =
        (split.reply.is_some(), split.typed("rubrik"), split.typed("innehall").map(raw_text));
    view! {
        <form id=REMOVAL method="post" action=action("kopplingar/bort")>{hidden()}</form>
        <details class="more" open=link.reply.is_some()>
            <summary>{text.relation_add()}</summary>
            <form class="form" method="post" action=action("kopplingar") autocomplete="off">
                {hidden()}
                <Labelled id="koppling".to_owned() label=text.relation_kind()>
                    <select class="in" id="koppling" name="koppling">{kinds.into_iter().collect_view()}</select>
                </Labelled>
                {other_case("koppla", &link)}
                <div class="row"><button class="btn btn--s">{text.relation_do()}</button></div>
            </form>
        </details>
        <details class="more" open=merge.reply.is_some()>
            <summary>{text.merge_case()}</summary>
            <form class="form" method="post" action=action("sla-ihop") autocomplete="off">
                {hidden()}
                <p class="hint">{text.merge_case_about()}</p>
                {other_case("sla-ihop", &merge)}
                <div class="row">
                    <button class="btn btn--s">{text.merge_case_do()}</button>
                    {merge.asked().map(|into| view! {
                        <button class="btn btn--s" name="anda" value=into.to_string()>{text.merge_case_anyway()}</button>
                    })}
                </div>
            </form>
        </details>
        <details class="more" open=is_split>
            <summary>{text.split_case()}</summary>
            <form class="form" method="post" action=action("bryt-ut") autocomplete="off">
                {hidden()}
                <p class="hint">{text.split_case_about()}</p>
                <Labelled id="utbrutet-rubrik".to_owned() label=text.subject() error=Signal::stored(subject)>
                    <input class="in" id="utbrutet-rubrik" name="rubrik" required value=typed_subject
                        aria-invalid=subject_is_refused.then_some("true")
                        aria-describedby=subject_is_refused.then_some("utbrutet-rubrik-fel")/>
                </Labelled>
                <Labelled id="utbrutet-text".to_owned() label=text.body() error=Signal::stored(body)>
                    <textarea class="in" id="utbrutet-text" name="innehall" rows="3">
                        {typed_body}
                    </textarea>
                </Labelled>
                <div class="row"><button class="btn btn--s">{text.split_case_do()}</button></div>
            </form>
        </details>
    }
}

/// Which other case, by its number.
fn other_case(form: &'static str, kept: &Kept) -> AnyView {
    let text = text();
    let id = format!("{form}-arende");
    let error = kept.sentence(Field::Case, true, text);
    let (is_refused, typed) = (error.is_some(), kept.typed("arende"));
    let described = is_refused.then(|| format!("{id}-fel"));
    view! {
        <Labelled id=id.clone() label=text.relation_number() error=Signal::stored(error)>
            <input class="in num" id=id name="arende" inputmode="numeric" required value=typed
                aria-invalid=is_refused.then_some("true") aria-describedby=described/>
        </Labelled>
    }
    .into_any()
}
