//! One style sheet out of `style/main.css` and the files that it imports.

use crate::Failure;
use std::{fs, path::Path};

/// Inlines the `@import "file";` lines of `main.css`, drops comments and needless space.
pub(crate) fn sheet(folder: &Path) -> Result<String, Failure> {
    let mut sheet = String::new();
    for line in fs::read_to_string(folder.join("main.css"))?.lines() {
        match line.trim().strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";")) {
            Some(file) => sheet.push_str(
                &fs::read_to_string(folder.join(file)).map_err(|error| format!("style/{file}: {error}"))?,
            ),
            None => sheet.push_str(line),
        }
        sheet.push('\n');
    }
    Ok(shorten(&sheet))
}

/// Comments and indentation go; line breaks stay, so that a browser's tools can still point at a rule.
fn shorten(sheet: &str) -> String {
    let mut rest = sheet;
    let mut short = String::with_capacity(sheet.len());
    while let Some(start) = rest.find("/*") {
        short.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    short.push_str(rest);
    short.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn comments_and_indentation_are_dropped() {
        assert_eq!(shorten("a { /* why */\n  color: red;\n}\n/* two\nlines */\n"), "a {\ncolor: red;\n}");
    }
}
