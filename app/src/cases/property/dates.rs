//! Due date and time of creation.

use super::{
    Value,
    form::{Frame, error_id, reply},
    spot::Spot,
};
use crate::page::{Page, text};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::{
    format::machine_moment,
    problem::{Field, FieldError, Refusal},
    validate,
};
use leptos::{html, prelude::*};

/// A day, the most frequent ones at hand.
#[component]
pub(super) fn DueForm(spot: Spot) -> impl IntoView {
    let (text, today) = (text(), Page::current().today());
    let stands = spot.row.with_untracked(|row| row.due_on.map(|day| day.to_string()).unwrap_or_default());
    let read = move |typed: &str| {
        let day = validate::day(Field::DueOn, typed).and_then(|day| validate::due_on(day, today))?;
        Ok(Value::DueOn(day))
    };
    let picks = quick_picks(today).map(|(word, day)| (word(text), Some(day)));
    let picks = picks.into_iter().chain([(text.pick_none(), None)]).map(move |(word, day)| {
        view! {
            <button type="button" on:click=move |_| spot.choose(Value::DueOn(day))>{word}</button>
        }
    });
    // They do nothing before the page is interactive.
    let is_live = RwSignal::new(false);
    Effect::new(move || is_live.set(true));
    view! {
        <DateForm spot kind="date" label=text.due_date() stands read=StoredValue::new(Box::new(read) as Read)>
            <span class="days" hidden=move || !is_live.get()>{picks.collect_view()}</span>
        </DateForm>
    }
}

pub(crate) type Word = fn(domain::text::Language) -> &'static str;

/// Today, tomorrow, the next Friday, a week from today.
pub(crate) fn quick_picks(today: NaiveDate) -> [(Word, NaiveDate); 4] {
    use domain::text::Language;
    let after = |days: u32| today.checked_add_days(Days::new(days.into())).unwrap_or(today);
    let friday = Weekday::Fri.days_since(today.weekday());
    [
        (Language::today, today),
        (Language::tomorrow, after(1)),
        (Language::pick_friday, after(if friday == 0 { 7 } else { friday })),
        (Language::pick_week, after(7)),
    ]
}

/// When it really came in.
#[component]
pub(super) fn CreatedForm(spot: Spot) -> impl IntoView {
    let stands = spot.row.with_untracked(|row| machine_moment(row.created_at));
    // The server judges by its own clock; told here, what was typed stays where it was typed.
    let read = |typed: &str| {
        let moment = validate::moment(Field::CreatedAt, typed)?;
        match is_to_come(&machine_moment(moment)) {
            true => Err(FieldError { field: Field::CreatedAt, refusal: Refusal::Future }),
            false => Ok(Value::CreatedAt(moment)),
        }
    };
    view! {
        <DateForm spot kind="datetime-local" label=text().created() stands read=StoredValue::new(Box::new(read) as Read)/>
    }
}

/// In Stockholm, whatever the browser's own zone.
fn is_to_come(moment: &str) -> bool {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"timeZone".into(), &"Europe/Stockholm".into());
    let now = js_sys::Date::new_0().to_locale_string("sv-SE", &options);
    // `2026-11-27 15:04:05`, as Swedish has it; the form says `2026-11-27T15:04`.
    let now = now.as_string().unwrap_or_default().replace(' ', "T");
    !now.is_empty() && moment > now.as_str()
}

type Read = Box<dyn Fn(&str) -> Result<Value, FieldError> + Send + Sync>;

/// A date field, refused where it stands when it cannot be.
#[component]
fn DateForm(
    spot: Spot,
    /// Of the input.
    kind: &'static str,
    label: &'static str,
    /// As the input writes it.
    stands: String,
    read: StoredValue<Read>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let text = text();
    let reply = reply(spot);
    let typed = reply.as_ref().and_then(|reply| reply.typed("varde").map(str::to_owned)).unwrap_or(stands);
    let error = RwSignal::new(reply.map(|reply| reply.problem.sentence(text)));
    let input = NodeRef::<html::Input>::new();
    let submit = Callback::new(move |()| {
        let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        match read.with_value(|read| read(&typed)) {
            Ok(value) => spot.choose(value),
            Err(refused) => error.set(Some(refused.sentence(text))),
        }
    });
    view! {
        <Frame spot class="pop--field" has_foot=true error on_submit=submit>
            <label class="field">
                <span class="label">{label}</span>
                <input
                    node_ref=input
                    class="in num"
                    type=kind
                    name="varde"
                    value=typed
                    autofocus=spot.is_linked
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby=move || error.get().is_some().then(|| error_id(spot))
                />
            </label>
            {children.map(|children| children())}
        </Frame>
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::quick_picks;
    use chrono::NaiveDate;

    fn days(today: &str) -> [String; 4] {
        quick_picks(today.parse::<NaiveDate>().unwrap()).map(|(_, day)| day.to_string())
    }

    #[test]
    fn friday_is_the_next_one() {
        assert_eq!(days("2026-11-23"), ["2026-11-23", "2026-11-24", "2026-11-27", "2026-11-30"]);
        assert_eq!(days("2026-11-27")[2], "2026-12-04");
        assert_eq!(days("2026-11-28")[2], "2026-12-04");
    }
}
