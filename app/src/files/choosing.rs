//! Files that are chosen and not yet sent. The browser's own field holds them, so that the form sends
//! them with and without script; what is dropped or pasted is put into it.

use super::send::{Sending, Upload};
use domain::{
    files::{COUNT_LIMIT, MEGABYTES, SIZE_LIMIT, refused},
    problem::{Field, Problem, Refusal},
};
use leptos::{ev, html, prelude::*};
use send_wrapper::SendWrapper;
use std::rc::Rc;
use web_sys::{DataTransfer, File, FileList};

/// The field, and what is shown of it.
#[derive(Clone, Copy)]
pub(crate) struct Choosing {
    pub(super) field: NodeRef<html::Input>,
    /// Holds them too and is not sent: whoever chooses again means these as well, but the browser
    /// empties its field first.
    pub(super) kept: NodeRef<html::Input>,
    /// Names and bytes.
    pub(super) chosen: RwSignal<Vec<(String, i64)>>,
    /// How their sending goes. Until it is over they stay as they are.
    pub(super) sending: RwSignal<Sending>,
    /// So many bytes of how many have left.
    pub(super) left: RwSignal<(f64, f64)>,
    /// What is on its way. On the server nothing is: a wrapper must not leave its thread.
    pub(super) upload: StoredValue<Option<SendWrapper<Rc<Upload>>>>,
    /// Something is dragged over the page that could be dropped.
    pub(super) is_over: RwSignal<bool>,
}

impl Choosing {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            field: NodeRef::new(),
            kept: NodeRef::new(),
            chosen: RwSignal::new(Vec::new()),
            sending: RwSignal::new(Sending::Not),
            left: RwSignal::new((0., 0.)),
            upload: StoredValue::new(None),
            is_over: RwSignal::new(false),
        }
    }

    /// Takes what is dropped anywhere on the page, as long as the component lives.
    pub(crate) fn take_dropped(self) {
        if is_server() {
            return;
        }
        let over = window_event_listener(ev::dragover, move |event| {
            if event.data_transfer().is_some_and(|data| brings_files(&data)) {
                event.prevent_default();
                self.is_over.set(true);
            }
        });
        let left = window_event_listener(ev::dragleave, move |event| {
            if event.related_target().is_none() {
                self.is_over.set(false);
            }
        });
        let dropped = window_event_listener(ev::drop, move |event| {
            self.is_over.set(false);
            // A field of files takes what is dropped on it by itself.
            if let Some(data) = event.data_transfer().filter(|_| !event.default_prevented())
                && brings_files(&data)
            {
                event.prevent_default();
                self.add(data.files());
            }
        });
        on_cleanup(move || {
            over.remove();
            left.remove();
            dropped.remove();
        });
    }

    /// Takes the files that are pasted within its form. Where text comes along, as from a spreadsheet,
    /// the text is meant: the browser puts it into the field.
    pub(crate) fn pasted(self, event: &ev::ClipboardEvent) {
        let Some(data) = event.clipboard_data() else { return };
        let is_text = data.get_data("text/plain").is_ok_and(|text| !text.trim().is_empty());
        let files = data.files().filter(|files| files.length() > 0 && !is_text);
        if files.is_some() {
            event.prevent_default();
            self.add(files);
        }
    }

    /// Whoever leaves the page would lose what is on its way: the browser asks.
    pub(super) fn hold_the_door(self) {
        if is_server() {
            return;
        }
        let leaving = window_event_listener(ev::beforeunload, move |event| {
            if self.sending.try_get_untracked().is_some_and(|sending| sending != Sending::Not) {
                event.prevent_default();
            }
        });
        on_cleanup(move || leaving.remove());
    }

    fn files(self) -> Vec<File> {
        held(self.field)
    }

    /// Nothing is chosen.
    pub(crate) fn is_empty(self) -> bool {
        self.files().is_empty()
    }

    /// Something was chosen in the field: it joins what was chosen before.
    pub(super) fn changed(self) {
        self.hold(held(self.kept).into_iter().chain(self.files()));
    }

    /// These too.
    pub(super) fn add(self, more: Option<FileList>) {
        self.hold(self.files().into_iter().chain(listed(more)));
    }

    /// All but that one.
    pub(super) fn let_go(self, index: usize) {
        let kept = self.files().into_iter().enumerate().filter(|(at, _)| *at != index);
        self.hold(kept.map(|(_, file)| file));
    }

    /// None of them: they are sent.
    pub(crate) fn clear(self) {
        for field in [self.field, self.kept] {
            if let Some(field) = field.try_get_untracked().flatten() {
                field.set_value("");
            }
        }
        self.chosen.try_set(Vec::new());
    }

    fn hold(self, files: impl Iterator<Item = File>) {
        if self.is_under_way() {
            return;
        }
        let Ok(data) = DataTransfer::new() else { return };
        for file in files {
            let _ = data.items().add_with_file(&file);
        }
        for field in [self.field, self.kept].into_iter().filter_map(|field| field.get_untracked()) {
            field.set_files(data.files().as_ref());
        }
        // Sizes are whole numbers, well within what both kinds hold.
        self.chosen.set(self.files().iter().map(|file| (file.name(), file.size() as i64)).collect());
    }

    /// How much of that file has left, in percent. They leave one after the other, after what was typed.
    pub(super) fn percent(self, index: usize) -> u8 {
        let (left, of) = self.left.get();
        self.chosen.with(|chosen| {
            let bytes = |files: &[(String, i64)]| files.iter().map(|(_, bytes)| *bytes as f64).sum::<f64>();
            let (before, whole) = (bytes(chosen.get(..index).unwrap_or_default()), bytes(chosen));
            let size = chosen.get(index).map_or(1., |(_, bytes)| (*bytes).max(1) as f64);
            (((left - (of - whole).max(0.) - before) / size).clamp(0., 1.) * 100.) as u8
        })
    }

    /// Why the server would refuse them, before they are sent there.
    pub(crate) fn refusal(self) -> Option<Problem> {
        let files = self.files();
        if files.len() > COUNT_LIMIT as usize {
            return Some(Problem::refused(Field::Files, Refusal::TooMany { limit: COUNT_LIMIT }));
        }
        let wrong = files.iter().filter_map(|file| {
            let why = match file.size() {
                0. => Refusal::Empty,
                size if size > SIZE_LIMIT as f64 => Refusal::TooLarge { limit: MEGABYTES },
                _ => return None,
            };
            Some(refused(&file.name(), why))
        });
        let wrong: Vec<_> = wrong.collect();
        (!wrong.is_empty()).then_some(Problem::Named(wrong))
    }
}

fn held(field: NodeRef<html::Input>) -> Vec<File> {
    listed(field.get_untracked().and_then(|field| field.files()))
}

fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.item(index)).collect()
}

/// Text and links that are dragged are none of ours.
fn brings_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|kind| kind == "Files")
}
