//! Every word on screen, in every language, in one place.
//!
//! A text is a method of [`Language`]: `language.new_case()`, `language.selected(3)`. Both languages
//! stand in one line, so a missing translation does not compile.

use serde::{Deserialize, Serialize};

/// Makes a method of [`Language`] of each line: `name: "Swedish", "English";`, or with values,
/// which both texts name in braces: `selected(count: i32): "{count} valda", "{count} selected";`.
macro_rules! texts {
    ($($name:ident $(($($value:ident: $type:ty),+))?: $sv:literal, $en:literal;)+) => {
        #[allow(missing_docs)] // The Swedish text says what it is.
        impl $crate::text::Language {
            $(texts!(@one $name $(($($value: $type),+))? $sv $en);)+
        }
    };
    (@one $name:ident $sv:literal $en:literal) => {
        #[doc = $sv]
        pub const fn $name(self) -> &'static str {
            match self { Self::Swedish => $sv, Self::English => $en }
        }
    };
    (@one $name:ident ($($value:ident: $type:ty),+) $sv:literal $en:literal) => {
        #[doc = $sv]
        pub fn $name(self, $($value: $type),+) -> String {
            match self { Self::Swedish => format!($sv), Self::English => format!($en) }
        }
    };
}

mod account;
mod case;
mod cases;
mod customers;
mod employees;
mod export;
mod files;
mod house;
mod imports;
mod new;
mod notifications;
mod phone;
mod problems;
mod property;
mod relations;
mod roles;
mod settings;
mod start;
mod views;
mod widgets;
mod words;

/// A language of the interface. What people wrote stays as they wrote it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Svenska.
    #[default]
    #[serde(rename = "sv")]
    Swedish,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// All of them, first choice first.
    pub const ALL: [Self; 2] = [Self::Swedish, Self::English];

    /// Its code in HTML's `lang` and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language with that code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Swedish => "Svenska",
            Self::English => "English",
        }
    }
}
