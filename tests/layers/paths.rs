//! The paths that a Rust file names: in `use` items, in code, in attributes and inside macros.

use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path as seen from the crate root, such as `crate::model::Rule` or `serde::Serialize`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) segments: Vec<String>,
    /// Part of a `use` item, where one segment alone already names a crate.
    pub(crate) in_use: bool,
}

impl std::fmt::Display for Path {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.segments.join("::"))
    }
}

/// Every path in the text of a file whose own module is `module` (`["crate", "model", "norm"]`).
///
/// Comments, text literals and documentation name nothing. `self` and `super` are resolved, also
/// inside inline modules.
pub(crate) fn find_paths(text: &str, module: &[String]) -> Vec<Path> {
    let tokens = TokenStream::from_str(text).expect("the file should be Rust");
    let mut paths = Vec::new();
    walk(&collect(tokens), module, false, &mut paths);
    paths
}

fn walk(tokens: &[TokenTree], module: &[String], mut in_use: bool, paths: &mut Vec<Path>) {
    let mut rest = tokens;
    while let Some(token) = rest.first() {
        if let Some((name, body, after)) = inline_module(rest) {
            walk(&body, &[module, &[name]].concat(), false, paths);
            rest = after;
            continue;
        }
        if let Some(after) = opened_use(rest) {
            in_use = true;
            rest = after;
            continue;
        }
        match token {
            TokenTree::Punct(mark) if mark.as_char() == ';' => in_use = false,
            TokenTree::Ident(_) => {
                rest = read_path(rest, &[], module, in_use, paths);
                continue;
            }
            TokenTree::Group(group) => walk(&collect(group.stream()), module, in_use, paths),
            _ => {}
        }
        rest = &rest[1..];
    }
}

/// `mod name { ... }` at the start of the tokens, and what follows it.
fn inline_module(tokens: &[TokenTree]) -> Option<(String, Vec<TokenTree>, &[TokenTree])> {
    match tokens {
        [TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Group(body), after @ ..]
            if word == "mod" && body.delimiter() == Delimiter::Brace =>
        {
            Some((name.to_string(), collect(body.stream()), after))
        }
        _ => None,
    }
}

/// What follows `use` or `extern crate`; the `use<'a>` of a bound is no import.
fn opened_use(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [TokenTree::Ident(word), TokenTree::Punct(mark), ..]
            if word == "use" && mark.as_char() == '<' =>
        {
            None
        }
        [TokenTree::Ident(word), after @ ..] if word == "use" => Some(after),
        [TokenTree::Ident(first), TokenTree::Ident(second), after @ ..]
            if first == "extern" && second == "crate" =>
        {
            Some(after)
        }
        _ => None,
    }
}

/// Reads one path, or the tree of a `use` item, after `prefix`; returns the tokens that follow.
fn read_path<'a>(
    tokens: &'a [TokenTree],
    prefix: &[String],
    module: &[String],
    in_use: bool,
    paths: &mut Vec<Path>,
) -> &'a [TokenTree] {
    let mut segments = prefix.to_vec();
    let mut rest = tokens;
    loop {
        match rest {
            [TokenTree::Ident(word), after @ ..] => {
                segments.push(word.to_string().trim_start_matches("r#").to_owned());
                rest = after;
            }
            [TokenTree::Punct(star), after @ ..] if star.as_char() == '*' && in_use => {
                segments.push("*".to_owned());
                rest = after;
            }
            [TokenTree::Group(branches), after @ ..] if in_use => {
                read_branches(&collect(branches.stream()), &segments, module, paths);
                return after;
            }
            _ => break,
        }
        match skip_separator(rest) {
            Some(after) => rest = after,
            None => break,
        }
    }
    paths.push(Path { segments: resolve(segments, module), in_use });
    skip_alias(rest, in_use)
}

fn read_branches(
    tokens: &[TokenTree],
    prefix: &[String],
    module: &[String],
    paths: &mut Vec<Path>,
) {
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    for branch in tokens.split(is_comma).filter(|branch| !branch.is_empty()) {
        read_path(branch, prefix, module, true, paths);
    }
}

fn skip_separator(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [TokenTree::Punct(one), TokenTree::Punct(two), rest @ ..]
            if one.as_char() == ':' && two.as_char() == ':' =>
        {
            Some(rest)
        }
        _ => None,
    }
}

/// Skips `as name`, which names nothing outside.
fn skip_alias(tokens: &[TokenTree], in_use: bool) -> &[TokenTree] {
    match tokens {
        [TokenTree::Ident(word), TokenTree::Ident(_), rest @ ..] if in_use && word == "as" => rest,
        _ => tokens,
    }
}

/// Rewrites leading `self` and `super` as the path from the crate root.
fn resolve(segments: Vec<String>, module: &[String]) -> Vec<String> {
    let ups = segments.iter().take_while(|segment| *segment == "super").count();
    match segments.first().map(String::as_str) {
        Some("self") if segments.len() > 1 && segments[1] == "super" => {
            resolve(segments[1..].to_vec(), module)
        }
        Some("self") if segments.len() > 1 => [module, &segments[1..]].concat(),
        Some("super") => [&module[..module.len().saturating_sub(ups)], &segments[ups..]].concat(),
        _ => segments,
    }
}

fn collect(tokens: TokenStream) -> Vec<TokenTree> {
    tokens.into_iter().collect()
}
