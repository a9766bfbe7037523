//! Words for people, in English, French and Dutch.

/// A language that the rulesets are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// `en`
    #[default]
    English,
    /// `fr`
    French,
    /// `nl`
    Dutch,
}

impl Language {
    /// The language of a BCP 47 code, if it is one of the three.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Language> {
        match code {
            "en" => Some(Language::English),
            "fr" => Some(Language::French),
            "nl" => Some(Language::Dutch),
            _ => None,
        }
    }

    /// Its BCP 47 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Dutch => "nl",
        }
    }
}

/// The same words in up to three languages. English is always there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Text {
    /// English.
    pub en: String,
    /// French.
    pub fr: Option<String>,
    /// Dutch.
    pub nl: Option<String>,
}

impl Text {
    /// The words in that language, or in English where they are missing.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let translated = match language {
            Language::English => None,
            Language::French => self.fr.as_deref(),
            Language::Dutch => self.nl.as_deref(),
        };
        translated.unwrap_or(&self.en)
    }
}
