//! The sides of a comparison, and the comparator between them.

use super::Rule;
use super::reader::{Children, Reader, inner_rule};
use crate::source::Spanned;
use crate::syntax::ast::{Comparator, Operand};
use crate::syntax::error::SyntaxError;
use crate::syntax::limits::MAX_DEPTH;
use pest::iterators::Pair;

impl Reader {
    /// `placement.first_placed plus 5 years`
    pub(super) fn operand(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Operand>> {
        let mut children = Children::of(pair);
        let mut left = self.operand_atom(children.next()?)?;
        let mut terms = 1;
        while let Some(sign) = children.next_if(Rule::sum_sign) {
            let minus = inner_rule(&sign)? == Rule::k_minus;
            let right = self.operand_atom(children.next()?)?;
            terms += 1;
            if terms > MAX_DEPTH {
                let what = "sums";
                let span = self.span(&sign);
                self.errors.push(SyntaxError::NestedTooDeep { what, limit: MAX_DEPTH, span });
                break;
            }
            let span = left.span.to(right.span);
            let sum = Operand::Sum { left: Box::new(left), minus, right: Box::new(right) };
            left = Spanned::new(sum, span);
        }
        Some(left)
    }

    fn operand_atom(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<Operand>> {
        let span = self.span(&pair);
        Some(match pair.as_rule() {
            Rule::today => Spanned::new(Operand::Today, span),
            Rule::subject | Rule::object => Spanned::new(Operand::Path(self.name(&pair)), span),
            _ => self.literal(pair)?.map(Operand::Literal),
        })
    }
}

pub(super) fn comparator(pair: &Pair<'_, Rule>) -> Option<Comparator> {
    Some(match inner_rule(pair)? {
        Rule::at_least => Comparator::AtLeast,
        Rule::at_most => Comparator::AtMost,
        Rule::more_than => Comparator::MoreThan,
        Rule::less_than => Comparator::LessThan,
        Rule::on_or_before => Comparator::OnOrBefore,
        Rule::on_or_after => Comparator::OnOrAfter,
        Rule::before => Comparator::Before,
        Rule::after => Comparator::After,
        Rule::is_not => Comparator::IsNot,
        Rule::is => Comparator::Is,
        _ => return None,
    })
}
