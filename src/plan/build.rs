//! Plans nodes: each after its parts, for what it speaks of.

use super::domain::Domain;
use super::kept::Keeps;
use super::layout::{Kind, Layout};
use super::leaf::{Leaf, Planned, Reader, Term, Test};
use super::order::{Input, Part, Place, Plan, Run, SomeItem, Step, Work, cone};
use super::truth::Truth;
use crate::model::condition::{Binder, Node, NodeId, Operand};
use crate::model::law::Law;
use crate::model::vocabulary::{Fact, FactId};
use indexmap::IndexMap;

impl Plan {
    /// What it takes to know those conditions.
    #[must_use]
    pub fn of_nodes(law: &Law, nodes: impl IntoIterator<Item = NodeId>) -> Plan {
        let mut plan = Plan::unordered(law, nodes);
        plan.arrange();
        plan
    }

    /// The same with the steps in the order of the conditions, to be arranged.
    pub(super) fn unordered(law: &Law, nodes: impl IntoIterator<Item = NodeId>) -> Plan {
        let mut builder = Builder { law, plan: Plan::default(), spreads: IndexMap::new() };
        builder.plan.domains.insert(Domain::ROW);
        let cone = cone(law, nodes);
        for ((id, node), _) in law.graph.iter().zip(cone).filter(|(_, needed)| *needed) {
            let place = builder.add(node);
            builder.plan.places.push((id, place));
        }
        builder.plan
    }
}

struct Builder<'l> {
    law: &'l Law,
    plan: Plan,
    /// Truths already repeated over a larger domain.
    spreads: IndexMap<(Part, Domain), Part>,
}

impl Builder<'_> {
    fn add(&mut self, node: &Node) -> Place {
        match node {
            Node::Constant(value) => self.push(Domain::ROW, Work::Constant((*value).into())),
            Node::And(parts) => self.add_connective(parts, Work::And),
            Node::Or(parts) => self.add_connective(parts, Work::Or),
            Node::Not(part) => {
                let place = self.part(*part);
                Place { part: !place.part, ..place }
            }
            Node::Some { binder, list, body } => self.add_some(*binder, *list, *body),
            Node::Rule { node, .. } => self.part(*node),
            test => self.add_test(test),
        }
    }

    fn push(&mut self, domain: Domain, work: Work) -> Place {
        let (index, _) = self.plan.domains.insert_full(domain);
        self.plan.lists.extend(domain.rule.into_iter().chain(domain.quantifier));
        self.plan.steps.push(Step { domain: narrow(index), work });
        Place { part: Part::of(self.plan.steps.len() - 1), domain }
    }

    fn part(&mut self, id: NodeId) -> Place {
        // Operands have smaller ids, so a part is planned before what it is a part of.
        match self.plan.place(id) {
            Some(place) => place,
            None => self.push(Domain::ROW, Work::Constant(Truth::Unknown)),
        }
    }

    fn add_connective(&mut self, parts: &[NodeId], work: impl Fn(Run) -> Work) -> Place {
        let parts: Vec<Place> = parts.iter().map(|&part| self.part(part)).collect();
        let domain = parts.iter().fold(Domain::ROW, |domain, part| domain.join(part.domain));
        let parts: Vec<Part> = parts.into_iter().map(|part| self.spread(part, domain)).collect();
        match parts.as_slice() {
            [one] => Place { part: *one, domain },
            _ => {
                let parts = self.plan.pools.add_parts(parts);
                self.push(domain, work(parts))
            }
        }
    }

    fn add_some(&mut self, binder: Binder, list: FactId, body: NodeId) -> Place {
        let body = self.part(body);
        let items = body.domain.with(binder, list);
        let body = self.spread(body, items);
        let whole = items.without(binder);
        let item = Domain::ROW.with(binder, list);
        let (Some(item), Some(along)) = (items.along(item), items.along(whole)) else {
            return self.push(whole, Work::Constant(Truth::Unknown));
        };
        let (list, _) = self.plan.lists.insert_full(list);
        let (items, _) = self.plan.domains.insert_full(items);
        let some = SomeItem { body, items, list, item, whole: along };
        let some = self.plan.pools.add_items(some);
        self.push(whole, Work::Some(some))
    }

    /// The step that computes a part for every position of the domain.
    fn spread(&mut self, place: Place, domain: Domain) -> Part {
        if place.domain == domain {
            return place.part;
        }
        if let Some(&part) = self.spreads.get(&(place.part, domain)) {
            return part;
        }
        let work = match domain.along(place.domain) {
            Some(along) => Work::Spread { of: place.part, along },
            None => Work::Constant(Truth::Unknown),
        };
        let part = self.push(domain, work).part;
        self.spreads.insert((place.part, domain), part);
        part
    }

    fn add_test(&mut self, node: &Node) -> Place {
        let domain = Domain::of_test(node);
        let Some(test) = self.test(domain, node).filter(|test| !test.terms().any(Term::is_unknown))
        else {
            return self.push(domain, Work::Constant(Truth::Unknown));
        };
        let planned = test.column().and_then(|column| {
            let (_, layout) = self.plan.columns.get_index_mut(column)?;
            let (kind, pools) = (&mut layout.kind, &mut self.plan.pools);
            Some(test.plan(Reader { number: narrow(column), kind, pools }))
        });
        match planned.unwrap_or(Planned::Mixed) {
            Planned::Constant(truth) => self.push(domain, Work::Constant(truth)),
            Planned::Read { leaf, is_negated } => {
                let place = self.push(domain, Work::Test(leaf));
                if is_negated { Place { part: !place.part, ..place } } else { place }
            }
            Planned::OneOf(leaves) => {
                let read = |leaf| self.push(domain, Work::Test(leaf)).part;
                let parts = leaves.into_iter().map(read).collect();
                let parts = self.plan.pools.add_parts(parts);
                self.push(domain, Work::Or(parts))
            }
            Planned::Mixed => self.add_mixed(domain, test),
        }
    }

    /// A test that looks at values themselves, which its columns then have to hold.
    fn add_mixed(&mut self, domain: Domain, test: Test) -> Place {
        for (column, _) in test.terms().flat_map(Term::columns) {
            if let Some((input, layout)) = self.plan.columns.get_index_mut(column) {
                layout.keeps = keeps_of(self.law, *input);
            }
        }
        let test = self.plan.pools.add_test(test);
        self.push(domain, Work::Test(Leaf::Mixed(test)))
    }

    fn test(&mut self, domain: Domain, node: &Node) -> Option<Test> {
        let row = |builder: &mut Self, input| {
            Some(Test::Holds(builder.column(domain, input, Domain::ROW)))
        };
        Some(match node {
            Node::Judged(judgement) => return row(self, Input::Judged(*judgement)),
            Node::CheckedIn(period) => return row(self, Input::CheckedIn(*period)),
            Node::Triggered(trigger) => return row(self, Input::Triggered(*trigger)),
            Node::Holds(operand) => Test::Holds(self.term(domain, operand)),
            Node::Compare { left, comparison, right } => Test::Compare {
                left: self.term(domain, left),
                comparison: *comparison,
                right: self.term(domain, right),
            },
            Node::In { operand, values } => {
                Test::In { term: self.term(domain, operand), values: values.clone() }
            }
            Node::Includes { operand, members, all } => Test::Includes {
                term: self.term(domain, operand),
                members: members.clone(),
                all: *all,
            },
            Node::Empty(operand) => Test::Empty(self.term(domain, operand)),
            Node::Present(operand) => Test::Present(self.term(domain, operand)),
            _ => return None,
        })
    }

    fn term(&mut self, domain: Domain, operand: &Operand) -> Term {
        let row = Domain::ROW;
        match operand {
            Operand::Literal(value) => Term::Value(value.into()),
            Operand::Fact(fact) => self.column(domain, Input::Fact(*fact), row),
            Operand::Placement(field) => self.column(domain, Input::Placement(*field), row),
            Operand::Parameter(id, clock) => {
                self.column(domain, Input::Parameter(*id, *clock), row)
            }
            Operand::Today => self.column(domain, Input::Today, row),
            Operand::Field(binder, field) => {
                self.column(domain, Input::Field(*field), row.with(*binder, field.list))
            }
            Operand::Plus(left, right) => Term::Sum {
                left: Box::new(self.term(domain, left)),
                right: Box::new(self.term(domain, right)),
            },
            Operand::Minus(left, right) => Term::Difference {
                left: Box::new(self.term(domain, left)),
                right: Box::new(self.term(domain, right)),
            },
        }
    }

    fn column(&mut self, domain: Domain, input: Input, of: Domain) -> Term {
        // A parameter that no file declares has no value on any day.
        if matches!(input, Input::Parameter(id, _) if self.law.parameter(id).is_none()) {
            return Term::Unknown;
        }
        let home = match input {
            Input::Field(field) => self.plan.lists.insert_full(field.list).0 + 1,
            _ => 0,
        };
        let kind = || Layout { home, kind: kind_of(self.law, input), keeps: Keeps::Nothing };
        let entry = self.plan.columns.entry(input);
        let column = entry.index();
        entry.or_insert_with(kind);
        domain.along(of).map_or(Term::Unknown, |along| Term::Column { column, along })
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What is held of an input's values themselves, where they are compared with others.
fn keeps_of(law: &Law, input: Input) -> Keeps {
    let vocabulary = &law.vocabulary;
    let of_fact = |fact: Option<&Fact>| Keeps::of_type(fact.map(|fact| &fact.kind));
    match input {
        Input::Fact(fact) => of_fact(vocabulary.fact(fact)),
        Input::Field(field) | Input::Placement(field) => of_fact(vocabulary.field(field)),
        Input::Parameter(id, _) => Keeps::of_value(
            law.parameter(id).and_then(|found| found.values.first()).map(|(value, _)| value),
        ),
        Input::Today => Keeps::Days,
        Input::Judged(_) | Input::CheckedIn(_) | Input::Triggered(_) => Keeps::Values,
    }
}

/// What is held of an input's values.
fn kind_of(law: &Law, input: Input) -> Kind {
    let vocabulary = &law.vocabulary;
    match input {
        Input::Fact(fact) => Kind::of_fact(vocabulary.fact(fact)),
        Input::Field(field) | Input::Placement(field) => Kind::of_fact(vocabulary.field(field)),
        Input::Parameter(id, _) => Kind::of_value(
            law.parameter(id).and_then(|found| found.values.first()).map(|(value, _)| value),
        ),
        Input::Today => Kind::Dates(Default::default()),
        Input::Judged(_) | Input::CheckedIn(_) | Input::Triggered(_) => Kind::YesNo,
    }
}
