//! Colleagues to choose from while one writes "@" in a comment. Whoever is named is linked and told; the
//! list spares the spelling, and tells namesakes apart.

use crate::{page::text, people::api::search_people, ui::highlighted};
use domain::{
    notifications::{being_named, naming},
    people::{Person, initials},
};
use leptos::{ev, html, prelude::*, task::spawn_local};

/// What is being named, and who could be meant.
#[derive(Clone, Copy)]
pub(super) struct Mention {
    field: NodeRef<html::Textarea>,
    /// What stands after the "@"; none: nobody is being named.
    name: RwSignal<Option<String>>,
    found: RwSignal<Vec<Offered>>,
    /// The one that Enter takes.
    at: RwSignal<usize>,
}

/// One who could be meant.
#[derive(Clone)]
struct Offered {
    person: Person,
    /// What choosing them writes.
    written: String,
}

impl Mention {
    /// The list's id.
    pub(super) const LIST: &str = "namn-lista";
    /// So many are offered.
    const OFFERED: usize = 6;

    pub(super) fn in_field(field: NodeRef<html::Textarea>) -> Self {
        Self { field, name: RwSignal::new(None), found: RwSignal::new(Vec::new()), at: RwSignal::new(0) }
    }

    pub(super) fn is_open(self) -> bool {
        self.name.with(Option::is_some) && !self.found.with(Vec::is_empty)
    }

    /// The id of the one that Enter takes.
    pub(super) fn active(self) -> Option<String> {
        self.is_open().then(|| format!("{}-{}", Self::LIST, self.at.get()))
    }

    /// The page may be gone by now.
    pub(super) fn close(self) {
        self.name.try_set(None);
        self.found.try_set(Vec::new());
    }

    /// Looks at what stands before the cursor, and asks who goes by it.
    pub(super) fn look(self) {
        let before = self.before_cursor();
        let Some(name) = before.as_deref().and_then(being_named).map(str::to_owned) else {
            return self.close();
        };
        self.name.set(Some(name.clone()));
        spawn_local(async move {
            let Ok(found) = search_people(name.clone()).await else { return };
            // Another letter has been typed meanwhile, or the page is gone.
            if self.name.try_get_untracked().flatten().as_deref() != Some(name.as_str()) {
                return;
            }
            // A name that stands there whole needs no help, and Enter is a new line again.
            if matches!(&*found, [one] if one.name.to_lowercase() == name.trim_end().to_lowercase()) {
                return self.close();
            }
            let mut found: Vec<_> = found
                .iter()
                .map(|person| Offered { person: person.clone(), written: naming(person, &found) })
                .collect();
            // Whose name, or a word of it, begins so comes first.
            let begins = format!(" {}", name.to_lowercase());
            found.sort_by_key(|one| !format!(" {}", one.person.name.to_lowercase()).contains(&begins));
            found.truncate(Self::OFFERED);
            self.at.set(0);
            self.found.set(found);
        });
    }

    fn before_cursor(self) -> Option<String> {
        let field = self.field.get_untracked()?;
        let cursor = field.selection_end().ok()?? as usize;
        // The browser counts in UTF-16.
        let typed: Vec<u16> = field.value().encode_utf16().take(cursor).collect();
        Some(String::from_utf16_lossy(&typed))
    }

    /// Whether the key was the list's.
    pub(super) fn pressed(self, event: &ev::KeyboardEvent) -> bool {
        let count = self.found.with_untracked(Vec::len);
        let is_ours = count > 0 && !event.ctrl_key() && !event.meta_key() && !event.is_composing();
        if self.name.with_untracked(Option::is_none) || !is_ours {
            return false;
        }
        match event.key().as_str() {
            "ArrowDown" => self.at.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => self.at.update(|at| *at = (*at + count - 1) % count),
            "Enter" | "Tab" if !event.shift_key() => self.take(self.at.get_untracked()),
            "Escape" => self.close(),
            // The cursor leaves the name.
            "ArrowLeft" | "ArrowRight" | "Home" | "End" => {
                self.close();
                return false;
            }
            _ => return false,
        }
        event.prevent_default();
        event.stop_propagation();
        true
    }

    /// Writes whom it is in place of what stands after the "@".
    fn take(self, index: usize) {
        let chosen = self.found.with_untracked(|found| found.get(index).cloned());
        let (Some(Offered { written, .. }), Some(field), Some(before)) =
            (chosen, self.field.get_untracked(), self.before_cursor())
        else {
            return;
        };
        let Some(name) = being_named(&before) else { return self.close() };
        let typed = name.encode_utf16().count() as u32;
        let cursor = before.encode_utf16().count() as u32;
        let _ = field.set_range_text_with_start_and_end(&format!("{written} "), cursor - typed, cursor);
        let after = cursor - typed + written.encode_utf16().count() as u32 + 1;
        let _ = field.set_selection_range(after, after);
        self.close();
    }
}

/// Those who could be meant.
#[component]
pub(super) fn Mentions(mention: Mention) -> impl IntoView {
    let text = text();
    let one = move |(index, Offered { person, .. }): (usize, Offered)| {
        let typed = mention.name.get_untracked().unwrap_or_default();
        view! {
            <div
                class="opt opt--2"
                role="option"
                id=format!("{}-{index}", Mention::LIST)
                aria-selected=move || (mention.at.get() == index).to_string()
                // The field keeps the focus.
                on:pointerdown=move |event| event.prevent_default()
                on:click=move |_| mention.take(index)
            >
                <span class="av av--sq" aria-hidden="true">{initials(&person.name)}</span>
                <span>
                    <span>{highlighted(&person.name, &typed)}</span>
                    <small>{text.person_number(person.id.0)}</small>
                </span>
            </div>
        }
    };
    view! {
        <div class="comp__m">
            {move || mention.is_open().then(|| view! {
                <div class="pop" role="listbox" id=Mention::LIST aria-label=text.menu_employees()>
                    {mention.found.get().into_iter().enumerate().map(one).collect_view()}
                </div>
            })}
            <span class="sr" role="status">
                {move || mention.is_open().then(|| text.picker_matches(mention.found.with(Vec::len)))}
            </span>
        </div>
    }
}
