//! Text between quotation marks, as YAML and JSON alike read it.

/// The text, quoted.
///
/// ```
/// assert_eq!(comity::ingest::quoted("a \"b\"\n"), r#""a \"b\"\n""#);
/// ```
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = "\"".to_owned();
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
