//! Colour and width of output for people.

use anstyle::{AnsiColor, Style};

/// How output for people is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// Whether escape codes are written.
    pub colour: bool,
    /// Columns.
    pub width: usize,
}

impl Default for Paint {
    fn default() -> Self {
        Paint { colour: false, width: 100 }
    }
}

impl Paint {
    /// Names and headings.
    #[must_use]
    pub fn strong(&self, text: &str) -> String {
        self.styled(Style::new().bold(), text)
    }

    /// Places and other things of less weight.
    #[must_use]
    pub fn faint(&self, text: &str) -> String {
        self.styled(Style::new().dimmed(), text)
    }

    /// What is as it should be.
    #[must_use]
    pub fn good(&self, text: &str) -> String {
        self.styled(AnsiColor::Green.on_default(), text)
    }

    /// What is not.
    #[must_use]
    pub fn bad(&self, text: &str) -> String {
        self.styled(AnsiColor::Red.on_default().bold(), text)
    }

    /// What is open.
    #[must_use]
    pub fn open(&self, text: &str) -> String {
        self.styled(AnsiColor::Yellow.on_default(), text)
    }

    fn styled(&self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Text filled to the width, its first line after `first`, the others after as many blanks.
    #[must_use]
    pub fn filled(&self, first: &str, text: &str) -> String {
        let indent = " ".repeat(textwrap::core::display_width(first));
        let options = textwrap::Options::new(self.width.max(40))
            .initial_indent(first)
            .subsequent_indent(&indent)
            .break_words(false)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        textwrap::fill(text, options)
    }
}
