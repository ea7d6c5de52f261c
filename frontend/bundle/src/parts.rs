//! The parts of the split wasm: packed by wings, and how the browser gets them.

use crate::Failure;
use std::{fmt::Write, fs, path::Path};

/// The glue's own way to its parts.
const PARTS: &str = include_str!("parts.js");
/// The splitter's glue as wasm-bindgen's imports it.
pub(crate) const SPLIT: &str = "./split.js";

/// Writes `<wing>.pack`: whoever comes to this wing first gets all that it needs in one request,
/// compressed together. The parts stay beside it, for those who come from another wing.
pub(crate) fn pack(wing: &str, parts: &[String], pkg: &Path) -> Result<(), Failure> {
    let pack = packed(parts, |part| Ok(fs::read(pkg.join(part))?))?;
    Ok(fs::write(pkg.join(format!("{wing}.pack")), pack)?)
}

/// A line of `[["part", its length], …]`, then the parts.
fn packed(parts: &[String], read: impl Fn(&str) -> Result<Vec<u8>, Failure>) -> Result<Vec<u8>, Failure> {
    let mut contents = String::new();
    let mut bytes = Vec::new();
    for part in parts {
        let data = read(part)?;
        let comma = if contents.is_empty() { "" } else { "," };
        write!(contents, "{comma}[\"{part}\",{}]", data.len())?;
        bytes.extend(data);
    }
    let mut pack = format!("[{contents}]\n").into_bytes();
    pack.append(&mut bytes);
    Ok(pack)
}

/// Makes the two glues one file, a request less, in which each part is looked for in the page's pack first.
pub(crate) fn join_glue(pkg: &Path) -> Result<(), Failure> {
    let split = pkg.join(SPLIT);
    let glue = pkg.join("arende.js");
    let joined = joined(&fs::read_to_string(&glue)?, &fs::read_to_string(&split)?)
        .ok_or("the glue of the splitter or of wasm-bindgen does not look as it did")?;
    fs::write(glue, joined)?;
    fs::remove_file(split)?;
    Ok(())
}

/// Nothing when one of the two is not as it is known.
fn joined(glue: &str, split: &str) -> Option<String> {
    let body = split.strip_prefix("import { initSync } from \"./arende.js\";")?;
    let body = body.replace("fetch(new URL(\"./", "part(\"").replace(", import.meta.url)", "");
    let loaders: Vec<_> = body.lines().filter_map(exported).collect();
    let is_known =
        !loaders.is_empty() && body.matches("part(\"").count() == body.matches("const src = ").count();
    let own: String =
        glue.lines().map(|line| without_import(line).unwrap_or_else(|| format!("{line}\n"))).collect();
    (is_known && !own.contains(" from \"./split.js\"")).then(|| {
        let (body, loaders) = (body.replace("export const ", "const "), loaders.join(", "));
        format!("const split = (() => {{\n{PARTS}{body}return {{ {loaders} }};\n}})();\n{own}")
    })
}

/// The name that a line of the splitter's glue hands out.
fn exported(line: &str) -> Option<&str> {
    line.strip_prefix("export const ")?.split(' ').next()
}

/// `import * as import1 from "./split.js"` as the constant that it is in one file.
fn without_import(line: &str) -> Option<String> {
    let name =
        line.trim_end_matches(';').strip_prefix("import * as ")?.strip_suffix(" from \"./split.js\"")?;
    Some(format!("const {name} = split;\n"))
}

#[cfg(test)]
mod tests {
    use super::{joined, packed};

    #[test]
    fn a_pack_tells_its_parts_before_them() -> Result<(), crate::Failure> {
        let parts = ["a.wasm".to_owned(), "b.wasm".to_owned()];
        let pack = packed(&parts, |part| Ok(if part == "a.wasm" { vec![1, 2] } else { vec![3] }))?;
        assert_eq!(pack, b"[[\"a.wasm\",2],[\"b.wasm\",1]]\n\x01\x02\x03");
        Ok(())
    }

    const SPLIT: &str = "import { initSync } from \"./arende.js\";\n\nconst a = makeLoad(() => {\n    const src = \
        fetch(new URL(\"./a.wasm\", import.meta.url));\n});\nexport const load_b = makeLoad(() => ({}), [a]);\n";

    #[test]
    fn the_glues_are_one_file_that_looks_into_the_pack_first() {
        let glue = joined("import * as import1 from \"./split.js\"\nexport { initSync };\n", SPLIT)
            .unwrap_or_default();
        assert!(glue.starts_with("const split = (() => {\n// Where the parts"), "{glue}");
        assert!(glue.contains("const src = part(\"a.wasm\");"), "{glue}");
        assert!(glue.contains("\nconst load_b = makeLoad("), "{glue}");
        assert!(
            glue.ends_with("return { load_b };\n})();\nconst import1 = split;\nexport { initSync };\n"),
            "{glue}"
        );
    }

    #[test]
    fn glue_that_is_not_as_it_was_is_refused() {
        assert_eq!(
            joined("import * as import1 from \"./split.js\"\n", &SPLIT.replace("new URL", "URL")),
            None
        );
        assert_eq!(joined("import { load_b } from \"./split.js\"\n", SPLIT), None);
    }
}
