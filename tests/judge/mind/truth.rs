//! Yes, no, and not known: strong Kleene logic, with who would have to tell.

/// Whether something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Truth {
    Yes,
    No,
    Open(Why),
}

/// What keeps it open: facts (or the calendar, or a value that is not there), or people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Why {
    pub(crate) facts: bool,
    pub(crate) people: bool,
}

/// Open for want of a fact.
pub(crate) const UNTOLD: Why = Why { facts: true, people: false };
/// Open until a person judges.
pub(crate) const UNJUDGED: Why = Why { facts: false, people: true };

impl Why {
    pub(crate) fn and(self, other: Why) -> Why {
        Why { facts: self.facts || other.facts, people: self.people || other.people }
    }
}

impl Truth {
    pub(crate) fn of(holds: bool) -> Truth {
        if holds { Truth::Yes } else { Truth::No }
    }

    pub(crate) fn not(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            open => open,
        }
    }

    /// All of them.
    pub(crate) fn all(parts: impl IntoIterator<Item = Truth>) -> Truth {
        let (mut any_open, mut why) = (false, Why::default());
        for part in parts {
            match part {
                Truth::Yes => {}
                Truth::No => return Truth::No,
                Truth::Open(more) => (any_open, why) = (true, why.and(more)),
            }
        }
        if any_open { Truth::Open(why) } else { Truth::Yes }
    }

    /// One of them.
    pub(crate) fn any(parts: impl IntoIterator<Item = Truth>) -> Truth {
        Truth::all(parts.into_iter().map(Truth::not)).not()
    }

    pub(crate) fn is_open(self) -> bool {
        matches!(self, Truth::Open(_))
    }

    /// What keeps it open, if anything does.
    pub(crate) fn why(self) -> Why {
        match self {
            Truth::Open(why) => why,
            _ => Why::default(),
        }
    }
}
