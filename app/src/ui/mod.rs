//! Parts that several pages share.

mod icon;
mod marks;

pub(crate) use icon::{Glyph, Icon};
pub(crate) use marks::{Avatar, ChannelMark, Due, PriorityMark, StatusMark};
