//! Teams, as their administrators see them. How cases and pickers see them is
//! [`crate::cases::Team`].

use crate::ids::TeamId;
use serde::{Deserialize, Serialize};

/// A team in the list of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamRow {
    /// Number in the company.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// No longer offered, still shown where it stands.
    pub hidden: bool,
    /// Active employees of it.
    pub employees: i32,
    /// Employees or cases refer to it: it cannot be removed.
    pub in_use: bool,
}

/// One place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// How addresses name a team of that name: "Lag Nord" is `lag-nord`.
pub fn slug(name: &str) -> String {
    let plain = |c: char| match c {
        'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' => 'a',
        'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ú' | 'ù' | 'û' => 'u',
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    };
    let slug: String = name.to_lowercase().chars().map(plain).take(40).collect();
    let parts: Vec<_> = slug.split('-').filter(|part| !part.is_empty()).collect();
    match parts.join("-").as_str() {
        // "ingen" means no team at all.
        "" | "ingen" => "team".to_owned(),
        slug => slug.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_become_addresses() {
        assert_eq!(slug("Lag Nord"), "lag-nord");
        assert_eq!(slug("  Kväll & natt, Östra "), "kvall-natt-ostra");
        assert_eq!(slug("Ingen"), "team");
        assert_eq!(slug("!"), "team");
    }
}
