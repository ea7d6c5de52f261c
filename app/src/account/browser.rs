//! Short names for browsers and devices, out of what they call themselves.

/// A browser as its owner knows it: "Safari, iPhone".
#[derive(Debug, PartialEq)]
pub(super) struct Browser {
    /// None: one that we do not know by name.
    pub(super) name: Option<String>,
    /// Held in the hand.
    pub(super) is_phone: bool,
}

/// In this order, for each borrows the names of those below it.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
];

/// In this order: Android calls itself Linux, and an iPhone "like Mac OS X".
const SYSTEMS: [(&str, &str); 6] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// Reads a `User-Agent`.
pub(super) fn read(user_agent: &str) -> Browser {
    let find = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    let safari = || (user_agent.contains("Safari/") && user_agent.contains("Version/")).then_some("Safari");
    let browser = find(&BROWSERS).or_else(safari);
    let system = find(&SYSTEMS);
    let known: Vec<_> = browser.into_iter().chain(system).collect();
    Browser {
        name: (!known.is_empty()).then(|| known.join(", ")),
        is_phone: matches!(system, Some("iPhone" | "Android")),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn browsers_are_told_by_the_names_their_owners_use() {
        // Shortened to what decides, in its order.
        let cases = [
            ("(X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36", "Chrome, Linux"),
            ("(Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge, Windows"),
            ("(Macintosh; Intel Mac OS X 10_15_7) Version/18.6 Safari/605.1.15", "Safari, macOS"),
            ("(iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Safari/604.1", "Safari, iPhone"),
            ("(iPhone; CPU iPhone OS 18_6 like Mac OS X) CriOS/140.0 Safari/604.1", "Chrome, iPhone"),
            ("(Linux; Android 15; Pixel 9) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome, Android"),
            ("(Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox, Windows"),
        ];
        for (user_agent, name) in cases {
            assert_eq!(read(user_agent).name.as_deref(), Some(name));
            assert_eq!(read(user_agent).is_phone, name.contains("iPhone") || name.contains("Android"));
        }
    }

    #[test]
    fn an_unknown_browser_has_no_name() {
        assert_eq!(read("curl/8.14.1").name, None);
        assert_eq!(read("").name, None);
    }
}
