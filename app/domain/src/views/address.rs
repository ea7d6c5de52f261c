//! Views in the list's address. It always spells out the filter, as without views, so that all that
//! reads it goes on as before; `vy` beside it says which view that filter is, or comes from.

use super::{SavedView, Views};
use crate::{
    cases::{Base, Filter},
    ids::ViewId,
};

/// What the address says about views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// `vy=alla`: none, not even that which the list opens with.
    All,
    /// `vy=12`: that one, as it is saved.
    View(ViewId),
    /// `vy=12-andrad`: what the address says, come from that one.
    Changed(ViewId),
}

impl Mark {
    /// The address' parameter.
    pub const PARAM: &str = "vy";

    /// The parameter's value; blank: it is left out.
    pub fn as_text(self) -> String {
        match self {
            Self::None => String::new(),
            Self::All => "alla".to_owned(),
            Self::View(id) => id.to_string(),
            Self::Changed(id) => format!("{id}-andrad"),
        }
    }

    /// What the parameter says.
    pub fn parse(text: &str) -> Self {
        match (text, text.strip_suffix("-andrad")) {
            ("alla", _) => Self::All,
            (_, Some(id)) => id.parse().map_or(Self::None, Self::Changed),
            (id, None) => id.parse().map_or(Self::None, Self::View),
        }
    }

    /// What an address' query says.
    pub fn of_query(query: &str) -> Self {
        let params = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
        let marks = params.filter(|(name, _)| name == Self::PARAM);
        marks.last().map_or(Self::None, |(_, text)| Self::parse(&text))
    }

    /// What a form says that changes the filter, whatever comes of it.
    pub const fn changing(self) -> Self {
        match self {
            Self::View(id) => Self::Changed(id),
            other => other,
        }
    }

    /// The view that it names.
    pub const fn view(self) -> Option<ViewId> {
        match self {
            Self::View(id) | Self::Changed(id) => Some(id),
            Self::None | Self::All => None,
        }
    }

    /// The address with it.
    pub fn add_to(self, mut address: String) -> String {
        let text = self.as_text();
        if !text.is_empty() {
            address.push(if address.contains('?') { '&' } else { '?' });
            address.push_str(Self::PARAM);
            address.push('=');
            address.push_str(&text);
        }
        address
    }
}

impl SavedView {
    /// Its address, to be shared with those who see it.
    pub fn address(&self) -> String {
        Mark::View(self.id).add_to(self.filter().to_address())
    }
}

impl Views {
    /// The query that one is led to from an address that does not spell out its view: the bare list
    /// opens with one's default; a view that was changed since shows what it is now.
    pub fn lead(&self, query: &str) -> Option<String> {
        let query = query.trim_start_matches('?');
        let meant = match Mark::of_query(query) {
            Mark::None if query.is_empty() => self.default_view()?,
            Mark::View(id) => self.get(id).filter(|view| !is_of(&Filter::from_query(query), view))?,
            _ => return None,
        };
        meant.address().split_once('?').map(|(_, query)| query.to_owned())
    }

    /// The filter that an address means.
    pub fn filter_of(&self, query: &str) -> Filter {
        Filter::from_query(self.lead(query).as_deref().unwrap_or(query))
    }

    /// What an address means about views.
    pub fn mark_in(&self, query: &str) -> Mark {
        Mark::of_query(self.lead(query).as_deref().unwrap_or(query))
    }

    /// The view that a list shows, and whether its filter has been changed. Without a mark it is the
    /// first whose filter it is, unless that is one of the product's own selections.
    pub fn current(&self, mark: Mark, filter: &Filter) -> Option<(&SavedView, bool)> {
        match mark {
            Mark::None if is_selection(filter) => None,
            Mark::None => self.all.iter().find(|view| is_of(filter, view)).map(|view| (view, false)),
            mark => self.get(mark.view()?).map(|view| (view, !is_of(filter, view))),
        }
    }

    /// Whether the address names a view that the viewer does not see.
    pub fn misses(&self, mark: Mark) -> bool {
        mark.view().is_some_and(|id| self.get(id).is_none())
    }

    /// What the address of that filter says, where the list says `mark`.
    pub fn mark(&self, mark: Mark, filter: &Filter) -> Mark {
        match mark.view().and_then(|id| self.get(id)) {
            Some(view) if is_of(filter, view) => Mark::View(view.id),
            Some(view) => Mark::Changed(view.id),
            None if self.default_view().is_some() && *filter == Filter::default() => Mark::All,
            None if mark == Mark::All => mark,
            None => Mark::None,
        }
    }
}

fn is_of(filter: &Filter, view: &SavedView) -> bool {
    filter.from_start() == view.filter()
}

/// Öppna, Försenade, Stängda, Alla.
fn is_selection(filter: &Filter) -> bool {
    let base = |base| Filter { base: Some(base), ..Filter::default() };
    let selections = [Filter::default(), Filter::overdue(), base(Base::Closed), base(Base::All)];
    selections.contains(&filter.from_start())
}
