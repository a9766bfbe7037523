//! Builds HTML that is XML as well. Every text becomes text: nothing a ruleset says can become a tag.

use jiff::civil::Date;
use std::fmt::Write as _;

/// Elements after which the line ends, so that pages can be read and compared as text.
const BLOCKS: [&str; 27] = [
    "html", "head", "title", "body", "header", "nav", "main", "footer", "section", "article",
    "div", "h1", "h2", "h3", "h4", "p", "ul", "li", "dl", "dd", "table", "caption", "thead",
    "tbody", "tr", "pre", "details",
];

/// A piece of a page. Made of texts and elements alone, so it is always well-formed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Html(String);

impl From<&str> for Html {
    fn from(text: &str) -> Html {
        Html(escaped(text))
    }
}

impl From<&String> for Html {
    fn from(text: &String) -> Html {
        Html(escaped(text))
    }
}

impl From<String> for Html {
    fn from(text: String) -> Html {
        Html(escaped(&text))
    }
}

impl From<Vec<Html>> for Html {
    fn from(pieces: Vec<Html>) -> Html {
        pieces.into_iter().collect()
    }
}

impl<const N: usize> From<[Html; N]> for Html {
    fn from(pieces: [Html; N]) -> Html {
        pieces.into_iter().collect()
    }
}

impl FromIterator<Html> for Html {
    fn from_iter<T: IntoIterator<Item = Html>>(pieces: T) -> Html {
        Html(pieces.into_iter().map(|piece| piece.0).collect())
    }
}

impl Html {
    /// Whether nothing is there.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Attributes of an element; values are escaped.
pub(super) type Attributes<'a> = [(&'static str, &'a str)];

/// An element with attributes.
pub(super) fn tag(
    name: &'static str,
    attributes: &Attributes<'_>,
    inside: impl Into<Html>,
) -> Html {
    let end = if BLOCKS.contains(&name) { "\n" } else { "" };
    Html(format!("<{name}{}>{}</{name}>{end}", written(attributes), inside.into().0))
}

/// An element without attributes.
pub(super) fn plain(name: &'static str, inside: impl Into<Html>) -> Html {
    tag(name, &[], inside)
}

/// A text in which no day is broken at the end of a line.
pub(super) fn dated(text: &str) -> Html {
    let words = text.split_inclusive(' ').map(|word| {
        let (before, day, after) = day_in(word);
        let day =
            if day.is_empty() { Html::default() } else { tag("span", &[("class", "day")], day) };
        Html::from([Html::from(before), day, Html::from(after)])
    });
    words.collect()
}

/// What stands in a word before a day such as `2026-11-22`, the day, and what stands behind it.
fn day_in(word: &str) -> (&str, &str, &str) {
    let before = word.len() - word.trim_start_matches(|sign: char| !sign.is_ascii_digit()).len();
    let (before, rest) = word.split_at(before);
    let end = rest.find(|sign: char| !sign.is_ascii_digit() && sign != '-').unwrap_or(rest.len());
    let (day, after) = rest.split_at(end);
    if day.parse::<Date>().is_ok() { (before, day, after) } else { (word, "", "") }
}

/// An element that holds nothing.
pub(super) fn void(name: &'static str, attributes: &Attributes<'_>) -> Html {
    Html(format!("<{name}{} />\n", written(attributes)))
}

/// A link within the pages.
pub(super) fn link(to: &str, inside: impl Into<Html>) -> Html {
    tag("a", &[("href", to)], inside)
}

/// A link to the address that a ruleset gives; text where it is no address of the web.
pub(super) fn outward(url: &str, inside: impl Into<Html>) -> Html {
    if url.starts_with("https://") || url.starts_with("http://") {
        tag("a", &[("href", url), ("rel", "external")], inside)
    } else {
        Html::from([inside.into(), Html::from(format!(" <{url}>"))])
    }
}

/// A list, if there is anything in it.
pub(super) fn list(items: impl IntoIterator<Item = Html>) -> Html {
    let items: Html = items.into_iter().map(|item| plain("li", item)).collect();
    if items.is_empty() { items } else { plain("ul", items) }
}

/// A table with a caption; the first cell of each row is its heading.
pub(super) fn table(caption: &str, columns: &[&str], rows: Vec<Vec<Html>>) -> Html {
    let heading = |name: &&str| tag("th", &[("scope", "col")], *name);
    let head = plain("thead", plain("tr", columns.iter().map(heading).collect::<Html>()));
    let row = |cells: Vec<Html>| {
        let cell = |(at, cell): (usize, Html)| match at {
            0 => tag("th", &[("scope", "row")], cell),
            _ => plain("td", cell),
        };
        plain("tr", cells.into_iter().enumerate().map(cell).collect::<Html>())
    };
    let body = plain("tbody", rows.into_iter().map(row).collect::<Html>());
    // A narrow screen scrolls the table and not the page.
    tag("div", &[("class", "scroll")], plain("table", [plain("caption", caption), head, body]))
}

/// Where a page finds the look.
#[derive(Debug, Clone, Copy)]
pub(super) enum Look<'a> {
    /// In the page itself.
    Inside,
    /// In a file at that address.
    File(&'a str),
}

/// The one look of all pages.
pub(super) const STYLE: &str = include_str!("style.css");

/// What stands around every page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    /// Code of the language.
    pub(super) language: &'a str,
    /// Title of the page.
    pub(super) title: &'a str,
    /// Words of the link that goes past the navigation.
    pub(super) skip: &'a str,
    /// Where the look is.
    pub(super) look: Look<'a>,
}

/// A whole page: what leads to others, what it says, what stands below.
pub(super) fn document(frame: Frame<'_>, lead: Html, main: Html, foot: Html) -> String {
    let look = match frame.look {
        // The style is ours and holds nothing that ends an element.
        Look::Inside => Html(format!("<style>\n{STYLE}</style>\n")),
        Look::File(address) => void("link", &[("rel", "stylesheet"), ("href", address)]),
    };
    let head = plain(
        "head",
        [
            void("meta", &[("charset", "utf-8")]),
            void("meta", &[("name", "viewport"), ("content", "width=device-width")]),
            plain("title", frame.title),
            look,
        ],
    );
    let skip = tag("a", &[("class", "skip"), ("href", "#content")], frame.skip);
    let main = tag("main", &[("id", "content"), ("tabindex", "-1")], main);
    let body = plain("body", [skip, lead, main, foot]);
    let root = [("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", frame.language)];
    format!("<!DOCTYPE html>\n{}", tag("html", &root, [head, body]).0)
}

fn written(attributes: &Attributes<'_>) -> String {
    let mut out = String::new();
    for (name, value) in attributes {
        let _ = write!(out, " {name}=\"{}\"", escaped(value));
    }
    out
}

/// Text for XML; control characters, which XML has no way to write, become blanks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            character if character.is_control() => out.push(' '),
            character => out.push(character),
        }
    }
    out
}
