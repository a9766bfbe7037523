//! The graph as a picture: SVG that any browser shows, in light and dark, without other programs.

use super::json::{EdgeReport, GraphReport, NodeReport};
use super::layout::{LABEL_HEIGHT, Places, Sizes, place};
use super::picture::{cut, edge_label, edge_title, node_title, shown};
use indexmap::IndexMap;
use std::fmt::Write as _;

/// More boxes than this are no picture.
pub const MOST_NODES: usize = 400;

const MARGIN: i64 = 24;
const PADDING: i64 = 12;
const LINE: i64 = 17;
/// Characters in a line of a box.
const LONGEST_LINE: usize = 38;
/// Lines that a title may take.
const TITLE_LINES: usize = 2;

const STYLE: &str = include_str!("svg.css");

/// The whole picture as SVG.
#[must_use]
pub fn svg(report: &GraphReport) -> String {
    let boxes: Vec<Card<'_>> = report.nodes.iter().map(|node| card(report, node)).collect();
    let numbers: IndexMap<&str, usize> =
        report.nodes.iter().enumerate().map(|(at, node)| (node.id.as_str(), at)).collect();
    let lines: Vec<Line<'_>> = shown(report).filter_map(|edge| line(&numbers, edge)).collect();
    let places = place(&Sizes {
        boxes: boxes.iter().map(|card| (card.width, card.height)).collect(),
        edges: lines.iter().map(|line| line.ends).collect(),
        labels: lines.iter().map(|line| small_width(&line.label)).collect(),
    });
    let mut out = opening(report, &places);
    for (line, points) in lines.iter().zip(&places.lines) {
        draw_line(&mut out, line, points);
    }
    for (line, &middle) in lines.iter().zip(&places.labels) {
        draw_label(&mut out, line, middle);
    }
    for ((card, &corner), &width) in boxes.iter().zip(&places.boxes).zip(&places.widths) {
        draw_card(&mut out, card, corner, width);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// A box with its text.
struct Card<'r> {
    node: &'r NodeReport,
    about: bool,
    /// Kind and citation.
    caption: String,
    name: String,
    title: Vec<String>,
    width: i64,
    height: i64,
}

/// An edge with its text.
struct Line<'r> {
    edge: &'r EdgeReport,
    ends: (usize, usize),
    label: String,
}

fn card<'r>(report: &GraphReport, node: &'r NodeReport) -> Card<'r> {
    // The instrument of a ruleset is a paragraph; its name and title say enough.
    let citation = node.citation.as_deref().filter(|_| node.kind != "ruleset");
    let caption = match citation {
        Some(citation) => cut(&format!("{} · {citation}", node.kind), LONGEST_LINE + 14),
        None => node.kind.clone(),
    };
    let title = title_lines(&node.title);
    let widest = title.iter().map(|line| small_width(line)).max().unwrap_or_default();
    let width = widest.max(small_width(&caption)).max(name_width(&node.name));
    let rows = i64::try_from(title.len()).unwrap_or_default() + 2;
    Card {
        node,
        about: report.about.contains(&node.id),
        caption,
        name: node.name.clone(),
        title,
        width: width + 2 * PADDING,
        height: rows * LINE + PADDING,
    }
}

fn title_lines(title: &str) -> Vec<String> {
    let lines = textwrap::wrap(title, LONGEST_LINE);
    let mut kept: Vec<String> =
        lines.iter().take(TITLE_LINES).map(|line| line.clone().into_owned()).collect();
    if lines.len() > TITLE_LINES
        && let Some(last) = kept.last_mut()
    {
        *last = cut(&format!("{last} …"), LONGEST_LINE);
    }
    kept.retain(|line| !line.is_empty());
    kept
}

fn line<'r>(numbers: &IndexMap<&str, usize>, edge: &'r EdgeReport) -> Option<Line<'r>> {
    let ends = (*numbers.get(edge.from.as_str())?, *numbers.get(edge.to.as_str())?);
    Some(Line { edge, ends, label: edge_label(edge) })
}

/// Width of text of 11 pixels, on the large side: the reader's font is not known here.
fn small_width(text: &str) -> i64 {
    hundredths(text) * 11 / 100
}

/// Width of bold text of 13 pixels.
fn name_width(text: &str) -> i64 {
    hundredths(text) * 15 / 100
}

/// Width in hundredths of the height of the text.
fn hundredths(text: &str) -> i64 {
    text.chars().map(character_width).sum()
}

fn character_width(character: char) -> i64 {
    match character {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 32,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '[' | ']' | '-' | '/' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 92,
        'A'..='Z' => 72,
        character if character.is_ascii() => 60,
        character if u32::from(character) < 0x2E80 => 66,
        _ => 110,
    }
}

fn opening(report: &GraphReport, places: &Places) -> String {
    let (width, height) = (places.size.0 + 2 * MARGIN, places.size.1 + 2 * MARGIN);
    let about: Vec<&str> = report
        .nodes
        .iter()
        .filter(|node| report.about.contains(&node.id))
        .map(|node| node.name.as_str())
        .collect();
    let title = match about.as_slice() {
        [] => "How rulesets rest on each other".to_owned(),
        names => format!("What {} rests on, and what rests on it", names.join(", ")),
    };
    let counts = format!("{} nodes, {} edges", report.nodes.len(), shown(report).count());
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" \
         viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n"
    );
    let _ = writeln!(out, "<title id=\"title\">{}</title>", escaped(&title));
    let _ = writeln!(out, "<desc id=\"desc\">{counts}</desc>");
    let _ = writeln!(out, "<style>\n{STYLE}</style>\n{}", arrowheads());
    let _ = writeln!(out, "<rect class=\"page\" width=\"{width}\" height=\"{height}\"/>");
    let _ = writeln!(out, "<g transform=\"translate({MARGIN} {MARGIN})\">");
    out
}

/// One arrowhead for each colour of line.
fn arrowheads() -> String {
    let head = |tone: &str| {
        format!(
            "<marker id=\"head-{tone}\" class=\"head {tone}\" viewBox=\"0 0 10 10\" refX=\"9\" \
             refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" \
             orient=\"auto-start-reverse\"><path d=\"M0 1 L10 5 L0 9 z\"/></marker>"
        )
    };
    format!("<defs>{}</defs>", TONES.map(head).concat())
}

/// Colours of lines.
const TONES: [&str; 4] = ["plain", "route", "claim", "clash"];

fn tone(kind: &str) -> &'static str {
    match kind {
        "deems" | "cites" | "overrides" => "route",
        "adopts" | "tightens" | "relaxes" | "replaces" => "claim",
        "stricter-than" | "equal-to" | "overlaps" => "claim",
        "conflicts-with" => "clash",
        _ => "plain",
    }
}

/// A curve that leaves and enters boxes level, and passes columns level.
fn draw_line(out: &mut String, line: &Line<'_>, points: &[(i64, i64)]) {
    let Some((&(left, top), rest)) = points.split_first() else { return };
    let mut path = format!("M{left} {top}");
    let mut from = (left, top);
    for (at, &to) in rest.iter().enumerate() {
        // Stations come in pairs: a gap between columns, then a column that is passed.
        if at % 2 == 0 {
            let middle = (from.0 + to.0) / 2;
            let _ = write!(path, " C{middle} {} {middle} {} {} {}", from.1, to.1, to.0, to.1);
        } else {
            let _ = write!(path, " L{} {}", to.0, to.1);
        }
        from = to;
    }
    let (kind, tone) = (&line.edge.kind, tone(&line.edge.kind));
    let both = matches!(kind.as_str(), "conflicts-with" | "equal-to" | "overlaps");
    let start = if both { format!(" marker-start=\"url(#head-{tone})\"") } else { String::new() };
    let _ = writeln!(
        out,
        "<g class=\"edge {tone} {kind}\"><title>{}</title><path d=\"{path}\"{start} \
         marker-end=\"url(#head-{tone})\"/></g>",
        escaped(&edge_title(line.edge)),
    );
}

fn draw_label(out: &mut String, line: &Line<'_>, (middle, height): (i64, i64)) {
    if !line.label.is_empty() {
        let below = height + LABEL_HEIGHT / 4;
        let tone = tone(&line.edge.kind);
        let text = escaped(&line.label);
        let _ =
            writeln!(out, "<text class=\"on {tone}\" x=\"{middle}\" y=\"{below}\">{text}</text>");
    }
}

fn draw_card(out: &mut String, card: &Card<'_>, (left, top): (i64, i64), width: i64) {
    let about = if card.about { " about" } else { "" };
    let _ = writeln!(
        out,
        "<g class=\"node {}{about}\"><title>{}</title>\
         <rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{}\" rx=\"7\"/>",
        card.node.kind,
        escaped(&node_title(card.node)),
        card.height,
    );
    let x = left + PADDING;
    let mut y = top + LINE;
    let _ = writeln!(
        out,
        "<text class=\"small\" x=\"{x}\" y=\"{y}\">{}</text>",
        escaped(&card.caption)
    );
    y += LINE;
    let _ =
        writeln!(out, "<text class=\"name\" x=\"{x}\" y=\"{y}\">{}</text>", escaped(&card.name));
    for line in &card.title {
        y += LINE;
        let _ = writeln!(out, "<text class=\"small\" x=\"{x}\" y=\"{y}\">{}</text>", escaped(line));
    }
    out.push_str("</g>\n");
}

/// Text for XML; control characters, which XML has no way to write, become blanks.
fn escaped(text: &str) -> String {
    let mut out = String::new();
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
