//! What a file's columns and words mean: guessed, to be set right.

use crate::{
    page::{Page, text},
    settings::SettingsReply,
    ui::Icon,
};
use domain::{
    cases::{Channel, Priority, Vocabulary},
    imports::{Column, ImportDetail, Kind, Mapping},
    people::Role,
    problem::Field,
    text::Language,
};
use leptos::prelude::*;

/// The form's id: the button that imports sends it as well, so that what is chosen holds.
pub(super) const FORM: &str = "kolumnval";

/// What is chosen in the form; without columns when it was not sent.
pub(super) fn chosen(fields: &[(String, String)]) -> Mapping {
    let sent = |name: &str| fields.iter().rfind(|(field, _)| field == name).map(|(_, text)| text.as_str());
    let all =
        |name: &'static str| fields.iter().filter(move |(field, _)| field == name).map(|(_, text)| text);
    let columns = (0..).map(|at| sent(&format!("kolumn-{at}"))).map_while(|column| column);
    let words = all("ord-kolumn").zip(all("ord")).zip(all("ord-betyder"));
    let words = words.filter_map(|((column, word), value)| {
        Some((Column::from_slug(column)?, word.to_owned(), value.parse().ok()))
    });
    Mapping {
        columns: columns.map(Column::from_slug).collect(),
        words: words.collect(),
        keeps_rest: sent("resten") == Some("ja"),
        source: sent("kalla").unwrap_or_default().to_owned(),
    }
}

/// One form for both. What was refused stands there as it was chosen.
#[component]
pub(super) fn Columns(detail: ImportDetail) -> impl IntoView {
    let text = text();
    let kind = detail.import.kind;
    let refused: Option<SettingsReply> = Page::current().reply();
    let chosen = refused.as_ref().map(|refused| chosen(&refused.typed));
    let mapping = chosen.filter(|chosen| !chosen.columns.is_empty()).unwrap_or(detail.mapping);
    let columns = detail.headings.iter().enumerate().map(|(at, heading)| {
        let means = mapping.columns.get(at).copied().flatten();
        let place = Field::ColumnAt(u8::try_from(at).unwrap_or(u8::MAX));
        let error = refused.as_ref().and_then(|refused| refused.problem.sentence_at(place, text));
        let sample = detail.samples.iter().filter_map(|row| row.get(at)).find(|cell| !cell.is_empty());
        column(kind, at, heading, sample.cloned().unwrap_or_default(), means, error)
    });
    let columns = columns.collect_view();
    let has_words = !detail.words.is_empty();
    let words = Page::current().vocabulary(|known| {
        let words = detail.words.iter();
        words
            .map(|(column, word, value)| {
                let choices = match column {
                    Column::Role => detail.roles.clone(),
                    column => choices(*column, known, text),
                };
                let value = mapping.word(*column, word).unwrap_or(*value);
                of_word(*column, word, value, choices, none(kind, *column, text))
            })
            .collect_view()
    });
    let action = format!("/installningar/import/{}/prova", detail.import.id);
    view! {
        <section aria-labelledby="kolumner">
            <h2 id="kolumner">{text.import_columns()}</h2>
            <p>{text.import_columns_about()}</p>
            <form class="card adm__c" id=FORM method="post" action=action>
                    <table class="adm adm--t">
                        <caption class="sr">{text.import_columns()}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{text.import_heading_column()}</th>
                                <th scope="col" class="adm__w imp__x">{text.import_sample_column()}</th>
                                <th scope="col">{text.import_means_column()}</th>
                            </tr>
                        </thead>
                        <tbody>{columns}</tbody>
                    </table>
                {has_words.then(|| view! {
                    <div class="card__b">
                        <h3>{text.import_words()}</h3>
                        <p class="sec">{text.import_words_about()}</p>
                        <ul class="imp__v">{words}</ul>
                    </div>
                })}
                {(kind == Kind::Cases).then(|| of_cases(&mapping, text))}
                <div class="card__f"><button class="btn">{text.import_try()}</button></div>
            </form>
        </section>
    }
    .into_any()
}

fn column(
    kind: Kind,
    at: usize,
    heading: &str,
    sample: String,
    means: Option<Column>,
    error: Option<String>,
) -> AnyView {
    let text = text();
    let name = format!("kolumn-{at}");
    let why = format!("{name}-fel");
    let is_wrong = error.is_some();
    let unused = Page::current().vocabulary(|words| words.unused);
    let choices = Column::all(kind).iter().filter(|column| column.is_used(kind, unused)).map(|column| {
        view! { <option value=column.slug() selected=means == Some(*column)>{column.name(text)}</option> }
    });
    view! {
        <tr>
            <th scope="row" class="imp__h"><span class="cut">{heading.to_owned()}</span></th>
            <td class="adm__w imp__x"><span class="imp__s cut sec">{sample}</span></td>
            <td>
                <select class="in in--s imp__m" name=name aria-label=text.import_means(heading)
                    aria-invalid=is_wrong.then_some("true") aria-describedby=is_wrong.then(|| why.clone())>
                    <option value="" selected=means.is_none()>{text.import_skip()}</option>
                    {choices.collect_view()}
                </select>
                {error.map(|error| view! { <span class="err" id=why><Icon name="alert" size="i--s"/>{error}</span> })}
            </td>
        </tr>
    }
    .into_any()
}

/// A word of the file, and what it is called here. The three fields come in this order for each word.
fn of_word(
    column: Column,
    word: &str,
    value: Option<i16>,
    choices: Vec<(i16, String)>,
    none: String,
) -> AnyView {
    let text = text();
    let choices = choices.into_iter().map(|(number, name)| {
        view! { <option value=number.to_string() selected=value == Some(number)>{name}</option> }
    });
    view! {
        <li>
            <span class="cut"><small class="sec">{column.name(text)} " "</small> {word.to_owned()}</span>
            <input type="hidden" name="ord-kolumn" value=column.slug()/>
            <input type="hidden" name="ord" value=word.to_owned()/>
            <select class="in in--s" name="ord-betyder" aria-label=text.import_word_means(word)>
                <option value="" selected=value.is_none()>{none}</option>
                {choices.collect_view()}
            </select>
        </li>
    }
    .into_any()
}

/// What a word without a meaning becomes.
fn none(kind: Kind, column: Column, text: Language) -> String {
    match (kind, column) {
        (_, Column::Status) => text.import_initial_value().to_owned(),
        (_, Column::Role) => text.import_role_as_before(Role::Employee.name(text)),
        (Kind::Employees, Column::Team) => text.import_team_as_before().to_owned(),
        _ => text.import_no_value().to_owned(),
    }
}

fn choices(column: Column, known: &Vocabulary, text: Language) -> Vec<(i16, String)> {
    match column {
        Column::Status => {
            let shown = known.statuses.iter().filter(|status| !status.hidden);
            shown.map(|status| (status.id.0, status.name.clone())).collect()
        }
        Column::CaseType => {
            let shown = known.types.iter().filter(|case_type| !case_type.hidden);
            shown.map(|case_type| (case_type.id.0, case_type.name.clone())).collect()
        }
        Column::Team => {
            let shown = known.teams.iter().filter(|team| !team.hidden);
            shown.map(|team| (team.id.0, team.name.clone())).collect()
        }
        Column::Priority => Priority::ALL.map(|p| (p.to_i16(), p.name(text).to_owned())).into(),
        Column::Channel => Channel::ALL.map(|c| (c.to_i16(), c.name(text).to_owned())).into(),
        _ => Vec::new(),
    }
}

/// Where cases come from, and what becomes of what has no place here.
fn of_cases(mapping: &Mapping, text: Language) -> AnyView {
    view! {
        <div class="card__b form">
            <label class="field">
                <span class="label">{text.import_source()}</span>
                <input class="in" name="kalla" value=mapping.source.clone() maxlength=Mapping::SOURCE.to_string()
                    autocomplete="off" aria-describedby="kalla-om"/>
            </label>
            <p class="hint" id="kalla-om">{text.import_source_hint()}</p>
            <label class="ck">
                <input type="checkbox" name="resten" value="ja" checked=mapping.keeps_rest/>
                {text.import_keep_rest()}
            </label>
        </div>
    }
    .into_any()
}
