//! Parts that several pages share.

mod alert;
pub(crate) mod combobox;
mod connected;
mod data;
mod dialog;
mod draft;
mod drawn;
mod export;
mod fields;
mod html;
mod icon;
mod labelled;
mod marks;
mod popover;
mod raw_text;
mod refusal;
mod send_key;
mod shortcut;
mod toast;
mod versus;

pub(crate) use alert::alert;
pub(crate) use combobox::highlighted;
pub(crate) use connected::once_connected;
pub(crate) use data::{of_case, of_property};
pub(crate) use dialog::Dialog;
pub(crate) use draft::Draft;
#[cfg(feature = "ssr")]
pub(crate) use drawn::Scene;
pub(crate) use drawn::drawn;
pub(crate) use export::ExportLinks;
pub(crate) use fields::write_field;
pub(crate) use html::Html;
pub(crate) use icon::{Glyph, Icon, icon_html, picture};
pub(crate) use labelled::Labelled;
pub(crate) use marks::{
    Avatar, ChannelMark, Due, PriorityGlyph, PriorityMark, StatusMark, channel_html, due_html, priority_html,
    status_html,
};
pub(crate) use popover::Popover;
pub(crate) use raw_text::raw_text;
pub(crate) use refusal::{Refusal, described_by, invalid, refusal_at};
pub(crate) use send_key::{SEND_KEY, SendKey, renew_send_key, send_key};
pub(crate) use shortcut::{Key, SHORTCUTS, Shortcut, is_text_field, on_key};
pub(crate) use toast::{ToastRegion, Toasts};
#[cfg(feature = "ssr")]
pub(crate) use versus::{NOW, choice_of};
pub(crate) use versus::{Versus, choice_at, side, versus};
