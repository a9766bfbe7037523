//! The sentences of the vocabulary and of the jurisdictions.

use super::Rule;
use super::reader::{Children, Reader};
use crate::source::Spanned;
use crate::syntax::ast::{Clause, Name, Text, Type};
use pest::iterators::Pair;

impl Reader {
    /// A sentence inside a declaration, or of the vocabulary's header.
    pub(super) fn clause_of_vocabulary(
        &mut self,
        rule: Rule,
        mut children: Children<'_>,
    ) -> Option<Clause> {
        Some(match rule {
            Rule::role => {
                let (name, title) = self.titled(children)?;
                Clause::Role { name, title }
            }
            Rule::goal => {
                let (name, title) = self.titled(children)?;
                Clause::Goal { name, title }
            }
            Rule::value_title => {
                let (name, title) = self.titled(children)?;
                Clause::ValueTitle { name, title }
            }
            Rule::type_sentence => Clause::Type(self.type_(children.next()?)?),
            Rule::fixed => Clause::Fixed,
            Rule::chosen => Clause::Chosen,
            Rule::optional => Clause::Optional,
            Rule::question => Clause::Question(self.only_text(children)?),
            Rule::meaning => Clause::Meaning(self.only_text(children)?),
            Rule::evidence_from => Clause::EvidenceFrom(self.names(children)),
            Rule::read_from => self.read_from(children)?,
            Rule::weight => Clause::Weight(self.integer(&children.next()?)),
            Rule::within => Clause::Within(self.name(&children.next()?)),
            Rule::also_known_as => Clause::AlsoKnownAs(self.names(children)),
            _ => return None,
        })
    }

    /// `shared title en "the same for many units"`
    fn titled(&mut self, mut children: Children<'_>) -> Option<(Name, Text)> {
        let name = self.name(&children.next()?);
        Some((name, self.only_text(children)?))
    }

    /// `set of {camera, lock}`
    fn type_(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Type>> {
        let span = self.span(&pair);
        let rule = pair.as_rule();
        let mut children = Children::of(pair.clone());
        let type_ = match rule {
            Rule::yes_or_no => Type::YesNo,
            Rule::one_of => Type::OneOf(self.members(children.next()?)),
            Rule::set_of => Type::SetOf(self.members(children.next()?)),
            Rule::open_set => Type::OpenSet(children.next()?.as_str().to_owned()),
            Rule::whole_number => Type::WholeNumber(children.next().map(|unit| self.name(&unit))),
            Rule::reference_to => Type::Reference(self.name(&children.next()?)),
            Rule::list_type => Type::List,
            Rule::simple_type => Type::Simple(pair.as_str().to_owned()),
            _ => return None,
        };
        Some(Spanned::new(type_, span))
    }

    fn members(&self, pair: Pair<'_, Rule>) -> Vec<Name> {
        self.names(Children::of(pair))
    }

    fn read_from(&mut self, children: Children<'_>) -> Option<Clause> {
        let formats: Option<Vec<_>> = children.map(|format| self.source_format(format)).collect();
        Some(Clause::ReadFrom(formats?))
    }

    /// `ixit "table 1, AuthMech"`
    fn source_format(&mut self, pair: Pair<'_, Rule>) -> Option<(Name, Option<Spanned<String>>)> {
        let mut children = Children::of(pair);
        let name = self.name(&children.next_if(Rule::name)?);
        let place = children.next_if(Rule::string).map(|place| self.string(&place));
        Some((name, place))
    }
}
