//! Whether an answer is what a page shows of it: `...` stands for lines, `[..]` for part of a line.

/// Whether the answer agrees with what the page shows.
pub(crate) fn agrees(shown: &str, answer: &str) -> bool {
    let lines =
        |text: &'_ str| text.lines().map(str::trim_end).map(str::to_owned).collect::<Vec<_>>();
    lines_agree(&lines(shown), &lines(answer))
}

fn lines_agree(shown: &[String], answer: &[String]) -> bool {
    match shown.split_first() {
        None => answer.is_empty(),
        Some((first, rest)) if first == "..." => {
            (0..=answer.len()).any(|skipped| lines_agree(rest, &answer[skipped..]))
        }
        Some((first, rest)) => {
            let Some((line, others)) = answer.split_first() else { return false };
            line_agrees(first, line) && lines_agree(rest, others)
        }
    }
}

fn line_agrees(shown: &str, line: &str) -> bool {
    let Some((before, after)) = shown.split_once("[..]") else { return shown == line };
    let Some(rest) = line.strip_prefix(before) else { return false };
    let starts = rest.char_indices().map(|(index, _)| index).chain([rest.len()]);
    starts.into_iter().any(|start| line_agrees(after, &rest[start..]))
}

#[test]
fn answer_that_differs_does_not_agree() {
    assert!(agrees("a\n...\nc [..]e", "a\nb\nb\nc d e"));
    assert!(agrees("a\n...", "a"));
    for other in ["a\nc d", "b\nc e", "a\nc d e\nf", ""] {
        assert!(!agrees("a\n...\nc [..]e", other), "{other}");
    }
}
