//! The form in which the texts of the corpus are written down.

use domain::cases::Channel;

/// The kinds of customer a text can be about, as a set.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Fits(u8);

pub(crate) const NOBODY: Fits = Fits(0);
pub(crate) const BRF: Fits = Fits(1);
/// Companies with an office or a practice.
pub(crate) const COMPANY: Fits = Fits(2);
/// Schools and pre-schools of a municipality.
pub(crate) const MUNICIPAL: Fits = Fits(4);
/// Private persons.
pub(crate) const HOME: Fits = Fits(8);
pub(crate) const SHOP: Fits = Fits(16);
pub(crate) const OFFICE: Fits = Fits(2 | 4);
pub(crate) const PAYING_OFFICE: Fits = Fits(1 | 2);
pub(crate) const ORGANISATION: Fits = Fits(1 | 2 | 4);
pub(crate) const ANY: Fits = Fits(1 | 2 | 4 | 8 | 16);

impl Fits {
    /// Whether the kinds of `other` are among these.
    pub(crate) const fn covers(self, other: Fits) -> bool {
        self.0 & other.0 == other.0
    }
}

/// One entry of the thread under a case, in the order in which it would be written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Line {
    /// The office, among colleagues.
    Office(&'static str),
    /// The office, to the customer.
    Reply(&'static str),
    /// Someone who cleans, among colleagues.
    Field(&'static str),
    /// The one whom the texts of the case call `{colleague}`.
    Colleague(&'static str),
    /// The customer.
    Customer(&'static str),
}

impl Line {
    /// The text, with its slots.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Office(text)
            | Self::Reply(text)
            | Self::Field(text)
            | Self::Colleague(text)
            | Self::Customer(text) => text,
        }
    }
}

/// Who usually takes care of a case.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Doer {
    Office,
    Field,
    Either,
}

/// A case that could have come in any day, with slots such as `{street}` in its texts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template {
    pub subject: &'static str,
    pub fits: Fits,
    /// At least one; an empty one stands for a case where only the heading was written.
    pub bodies: &'static [&'static str],
    /// Empty: whatever is usual for the case type.
    pub channels: &'static [Channel],
    /// How often each priority is chosen, lowest first.
    pub priorities: [usize; 6],
    pub doer: Doer,
    /// The months (1 to 12) in which it happens; empty: all year.
    pub months: &'static [u32],
    /// Relative frequency.
    pub weight: usize,
    /// A case ends anywhere in its thread, a closed one mostly at its end.
    pub thread: &'static [Line],
}

/// Begins a template: who it is about and its heading.
pub(crate) const fn about(fits: Fits, subject: &'static str) -> Template {
    Template {
        subject,
        fits,
        bodies: &[""],
        channels: &[],
        priorities: [4, 14, 68, 11, 3, 0],
        doer: Doer::Either,
        months: &[],
        weight: 3,
        thread: &[],
    }
}

impl Template {
    /// The variants of the body.
    pub(crate) const fn body(mut self, bodies: &'static [&'static str]) -> Self {
        self.bodies = bodies;
        self
    }

    /// The comments that may follow.
    pub(crate) const fn thread(mut self, thread: &'static [Line]) -> Self {
        self.thread = thread;
        self
    }

    /// The office wrote it down during a call, or by the way.
    pub(crate) const fn called(mut self) -> Self {
        self.channels = &[Channel::Phone, Channel::Phone, Channel::Phone, Channel::Manual];
        self
    }

    /// The customer wrote it.
    pub(crate) const fn written(mut self) -> Self {
        self.channels = &[Channel::Mail, Channel::Mail, Channel::Mail, Channel::Form, Channel::Website];
        self
    }

    /// Somebody at work reported it with the phone.
    pub(crate) const fn reported(mut self) -> Self {
        self.channels = &[Channel::Mobile];
        self
    }

    /// The office takes care of it.
    pub(crate) const fn office(mut self) -> Self {
        self.doer = Doer::Office;
        self
    }

    /// Someone who cleans takes care of it.
    pub(crate) const fn field(mut self) -> Self {
        self.doer = Doer::Field;
        self
    }

    /// Can wait.
    pub(crate) const fn calm(mut self) -> Self {
        self.priorities = [12, 42, 43, 3, 0, 0];
        self
    }

    /// Should not wait.
    pub(crate) const fn pressing(mut self) -> Self {
        self.priorities = [0, 2, 38, 40, 17, 3];
        self
    }

    /// Must not wait.
    pub(crate) const fn acute(mut self) -> Self {
        self.priorities = [0, 0, 6, 28, 42, 24];
        self
    }

    /// Only in these months.
    pub(crate) const fn in_months(mut self, months: &'static [u32]) -> Self {
        self.months = months;
        self
    }

    /// Comes back every week.
    pub(crate) const fn common(mut self) -> Self {
        self.weight = 5;
        self
    }

    /// Happens a few times a year.
    pub(crate) const fn rare(mut self) -> Self {
        self.weight = 1;
        self
    }
}
