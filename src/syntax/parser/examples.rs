//! The sentences of examples and profiles.

use super::Rule;
use super::reader::{Children, Reader};
use super::values::yes_no;
use crate::source::Spanned;
use crate::syntax::ast::{Clause, Name, Value};
use pest::iterators::Pair;

impl Reader {
    /// A sentence inside an example or profile.
    pub(super) fn clause_of_example(
        &mut self,
        rule: Rule,
        mut children: Children<'_>,
    ) -> Option<Clause> {
        Some(match rule {
            Rule::like => Clause::Like(self.string(&children.next()?)),
            Rule::given => Clause::Given(self.entries(children)?),
            Rule::without => Clause::Without(self.names(children)),
            Rule::placed => self.placed(children)?,
            Rule::checked => Clause::Checked(self.date(&children.next()?)),
            Rule::judged_as => self.judged_as(children)?,
            Rule::expect => self.expect(children)?,
            _ => return self.clause_of_vocabulary(rule, children),
        })
    }

    /// `path: value, path: value`
    fn entries(&mut self, children: Children<'_>) -> Option<Vec<(Name, Spanned<Value>)>> {
        children.map(|entry| self.entry(entry)).collect()
    }

    fn entry(&mut self, pair: Pair<'_, Rule>) -> Option<(Name, Spanned<Value>)> {
        let mut children = Children::of(pair);
        let key = self.name(&children.next_if(Rule::fact_key)?);
        Some((key, self.value(children.next()?)?))
    }

    fn value(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Value>> {
        let span = self.span(&pair);
        let value = match pair.as_rule() {
            Rule::absent_value => Value::Absent,
            Rule::list => {
                let values: Option<_> = Children::of(pair).map(|item| self.value(item)).collect();
                Value::List(values?)
            }
            Rule::record => Value::Record(self.entries(Children::of(pair))?),
            _ => Value::Literal(self.literal(pair)?.node),
        };
        Some(Spanned::new(value, span))
    }

    fn placed(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let territory = self.name(&children.next_if(Rule::jurisdiction_code)?);
        let first = self.date(&children.next_if(Rule::date)?);
        let last = self.dates(&mut children).until;
        Some(Clause::Placed { territory, first, last })
    }

    fn judged_as(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let rule = self.rule_reference(children.next_if(Rule::rule_reference)?)?;
        let text = children.next_if(Rule::string).map(|text| self.string(&text));
        let answer = children.next_if(Rule::yes_no)?;
        let answer = Spanned::new(yes_no(&answer), self.span(&answer));
        Some(Clause::JudgedAs { rule, text, answer })
    }

    fn expect(&mut self, mut children: Children<'_>) -> Option<Clause> {
        let rule = self.rule_reference(children.next_if(Rule::rule_reference)?)?;
        let verdict = children.next()?;
        let words: Vec<&str> = verdict.clone().into_inner().map(|word| word.as_str()).collect();
        let verdict = Spanned::new(words.join(" "), self.span(&verdict));
        let needing =
            children.next_if(Rule::needing).map(|needing| self.names(Children::of(needing)));
        Some(Clause::Expect { rule, verdict, needing: needing.unwrap_or_default() })
    }
}
