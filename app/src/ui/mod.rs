//! Parts that several pages share.

pub(crate) mod combobox;
mod icon;
mod marks;
mod toast;

pub(crate) use icon::{Glyph, Icon};
pub(crate) use marks::{Avatar, ChannelMark, Due, PriorityMark, StatusMark};
pub(crate) use toast::{ToastRegion, Toasts};
