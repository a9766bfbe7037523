//! Builds from a rule's sentences the conditions that decide its verdict.

use super::basics::{lower_citation, lower_period};
use super::lowering::{Header, Item, Lowering, Place};
use super::rules::lower_modality;
use crate::model::condition::{Binder, Node, NodeId};
use crate::model::period::Period;
use crate::model::rule::{Clause, ClauseRole, Meaning, Modality, Trigger};
use crate::model::vocabulary::FactId;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Block, Guard};

/// What the sentences of one rule add up to, over one item.
struct Parts {
    clauses: Vec<Clause>,
    scope: Vec<NodeId>,
    filter: NodeId,
    lifted: Vec<NodeId>,
    /// Replacements: when, and what instead.
    replaced: Vec<(NodeId, NodeId)>,
    routes: Vec<NodeId>,
    norm: Option<(Modality, NodeId, Span)>,
    faulty: bool,
}

impl<'a> Lowering<'a> {
    /// Modality, meaning and clauses of a rule; nothing after a fault was recorded.
    pub(super) fn lower_meaning(
        &mut self,
        place: &Place<'_>,
        header: &Block,
        block: &Block,
        in_force: &Period,
        trigger: Option<Trigger>,
    ) -> Option<(Modality, Meaning, Vec<Clause>)> {
        let mut parts = self.blank_parts();
        self.lower_header(place, header, &mut parts);
        self.lower_scope(place, block, &mut parts);
        let (inside, list) = self.lower_for_every(place, block, &mut parts);
        self.lower_norm(&inside, block, &mut parts);
        self.lower_routes(&inside, block, &mut parts);
        self.lower_lifting_rules(place, block, &mut parts);
        let Some((modality, norm, _)) = parts.norm else {
            return self.report_no_norm(block);
        };
        if parts.faulty {
            return None;
        }
        let meaning = self.assemble(&parts, modality, norm, list, in_force, trigger);
        let clauses = self.fold_clauses(&parts, list);
        Some((modality, meaning, clauses))
    }

    /// A rule whose norm is faulty was reported already.
    fn report_no_norm<T>(&mut self, block: &Block) -> Option<T> {
        let ast::Head::Rule(number) = &block.head.node else { return None };
        if block.says(|clause| matches!(clause, ast::Clause::Norm(_))) {
            return None;
        }
        let what = format!("rule `{}`", number.node);
        let help = "say what it asks: `must …`, `should …` or `may …`";
        self.faults.missing(&what, "must", help, block.head.span)
    }

    fn blank_parts(&mut self) -> Parts {
        Parts {
            clauses: Vec::new(),
            scope: Vec::new(),
            filter: self.graph.constant(true),
            lifted: Vec::new(),
            replaced: Vec::new(),
            routes: Vec::new(),
            norm: None,
            faulty: false,
        }
    }

    /// The scope of the header is the same for all rules, unless it asks for a judgement: that
    /// belongs to one rule.
    fn lower_header(&mut self, place: &Place<'_>, header: &Block, parts: &mut Parts) {
        let key = (place.ruleset, place.clock);
        if let Some(known) = self.headers.get(&key) {
            parts.clauses.extend(known.clauses.iter().cloned());
            parts.scope.extend(&known.scope);
            return;
        }
        let judged = self.judgements.len();
        self.lower_scope(place, header, parts);
        if !parts.faulty && self.judgements.len() == judged {
            let (clauses, scope) = (parts.clauses.clone(), parts.scope.clone());
            self.headers.insert(key, Header { clauses, scope });
        }
    }

    /// `applies where` and `except where`, of the header or the rule.
    fn lower_scope(&mut self, place: &Place<'_>, block: &Block, parts: &mut Parts) {
        for clause in &block.clauses {
            let (role, guard) = match &clause.node {
                ast::Clause::Applies(guard) => (ClauseRole::Applies, guard),
                ast::Clause::Except(guard) => (ClauseRole::Except, guard),
                _ => continue,
            };
            let Some(node) = self.lower_guard(place, role, guard, clause.span, parts) else {
                continue;
            };
            let restriction = match role {
                ClauseRole::Except => self.graph.not(node),
                _ => node,
            };
            parts.scope.push(restriction);
        }
    }

    /// Lowers a dated condition and records it as a clause. The node says that it counts on the
    /// day of the check, and holds.
    fn lower_guard(
        &mut self,
        place: &Place<'_>,
        role: ClauseRole,
        guard: &Guard,
        span: Span,
        parts: &mut Parts,
    ) -> Option<NodeId> {
        let period = lower_period(self.faults, &guard.period);
        let Some(condition) = self.lower_condition(place, &guard.condition) else {
            parts.faulty = true;
            return None;
        };
        let counts = self.counts(period);
        let node = self.graph.and([counts, condition]);
        let citation = guard.citation.as_ref().map(lower_citation);
        let names = self.take_names();
        parts.clauses.push(Clause { role, node, condition, period, citation, names, span });
        Some(node)
    }

    fn counts(&mut self, period: Period) -> NodeId {
        if period.is_unbounded() {
            return self.graph.constant(true);
        }
        self.graph.intern(Node::CheckedIn(period))
    }

    /// `for every x in LIST where …:`; gives the place inside it.
    fn lower_for_every<'c>(
        &mut self,
        place: &Place<'c>,
        block: &'c Block,
        parts: &mut Parts,
    ) -> (Place<'c>, Option<FactId>) {
        for clause in &block.clauses {
            let ast::Clause::ForEvery { variable, list, filter } = &clause.node else { continue };
            let list = self.lower_list_path(list);
            parts.faulty |= self.check_variable(place, variable).is_none() || list.is_none();
            let inside = Place { item: Some(Item { name: &variable.node, list }), ..*place };
            if let Some(filter) = filter {
                self.lower_filter(&inside, filter, parts);
            }
            return (inside, list);
        }
        (*place, None)
    }

    fn lower_filter(
        &mut self,
        place: &Place<'_>,
        filter: &Spanned<ast::Condition>,
        parts: &mut Parts,
    ) {
        match self.lower_condition(place, filter) {
            Some(node) => {
                parts.filter = node;
                let clause = plain(ClauseRole::Filter, node, filter.span);
                parts.clauses.push(Clause { names: self.take_names(), ..clause });
            }
            None => parts.faulty = true,
        }
    }

    fn lower_norm(&mut self, place: &Place<'_>, block: &Block, parts: &mut Parts) {
        for clause in &block.clauses {
            let ast::Clause::Norm(norm) = &clause.node else { continue };
            let modality = lower_modality(norm.modality.node);
            match self.lower_demand(place, norm) {
                Some(node) => {
                    parts.norm = Some((modality, node, clause.span));
                    let names = self.take_names();
                    let norm = plain(ClauseRole::Norm, node, clause.span);
                    parts.clauses.push(Clause { names, ..norm });
                }
                None => parts.faulty = true,
            }
        }
    }

    /// What a norm asks for, its `not` included.
    fn lower_demand(&mut self, place: &Place<'_>, norm: &ast::Norm) -> Option<NodeId> {
        let node = self.lower_condition(place, &norm.condition)?;
        Some(if norm.negated { self.graph.not(node) } else { node })
    }

    /// `unless`, `instead`, `deemed met`.
    fn lower_routes(&mut self, place: &Place<'_>, block: &Block, parts: &mut Parts) {
        for clause in &block.clauses {
            match &clause.node {
                ast::Clause::Unless { guard, instead: None } => {
                    let node =
                        self.lower_guard(place, ClauseRole::Unless, guard, clause.span, parts);
                    parts.lifted.extend(node);
                }
                ast::Clause::Unless { guard, instead: Some(instead) } => {
                    self.lower_instead(place, guard, instead, clause.span, parts);
                }
                ast::Clause::Deemed(guard) => {
                    let node =
                        self.lower_guard(place, ClauseRole::Deemed, guard, clause.span, parts);
                    parts.routes.extend(node);
                }
                _ => {}
            }
        }
    }

    fn lower_instead(
        &mut self,
        place: &Place<'_>,
        guard: &Guard,
        instead: &ast::Norm,
        span: Span,
        parts: &mut Parts,
    ) {
        if let Some((modality, ..)) = parts.norm {
            self.check_instead(modality, instead);
        }
        let when = self.lower_guard(place, ClauseRole::UnlessInstead, guard, span, parts);
        let Some(demand) = self.lower_demand(place, instead) else {
            parts.faulty = true;
            return;
        };
        let Some(when) = when else { return };
        let both = self.graph.and([when, demand]);
        let clause = plain(ClauseRole::Instead, both, instead.condition.span);
        let names = self.take_names();
        parts.clauses.push(Clause { condition: demand, names, ..clause });
        parts.replaced.push((when, demand));
    }

    /// Rules of the same ruleset that lift this one where their own duty stands.
    fn lower_lifting_rules(&mut self, place: &Place<'_>, block: &Block, parts: &mut Parts) {
        let ast::Head::Rule(number) = &block.head.node else { return };
        for other in self.overriding(place.ruleset, &number.node, block) {
            let Some(meaning) = self.meaning(other) else {
                parts.faulty = true;
                continue;
            };
            let stands = [meaning.in_force, meaning.triggered, meaning.in_scope, meaning.standing];
            let node = self.graph.and(stands);
            parts.lifted.push(node);
        }
    }

    fn assemble(
        &mut self,
        parts: &Parts,
        modality: Modality,
        norm: NodeId,
        list: Option<FactId>,
        in_force: &Period,
        trigger: Option<Trigger>,
    ) -> Meaning {
        let lifted = self.graph.or(parts.lifted.iter().copied());
        let kept = self.graph.not(lifted);
        let standing = self.graph.and([parts.filter, kept]);
        let direct = self.direct(parts, norm);
        let any_route = self.graph.or([direct].into_iter().chain(parts.routes.iter().copied()));
        let (fails, fails_directly) = (self.graph.not(any_route), self.graph.not(direct));
        let failing = self.graph.and([standing, fails]);
        let failing_directly = self.graph.and([standing, fails_directly]);
        let unmet = self.graph.and([parts.filter, fails_directly]);
        let (never, always) = (self.graph.constant(false), self.graph.constant(true));
        let binds = modality != Modality::May;
        let triggered = match trigger {
            Some(trigger) => self.graph.intern(Node::Triggered(trigger)),
            None => self.graph.constant(true),
        };
        Meaning {
            in_force: self.counts(*in_force),
            triggered,
            in_scope: self.graph.and(parts.scope.iter().copied()),
            items: self.fold(list, parts.filter),
            unmet: if binds { self.fold(list, unmet) } else { always },
            standing: self.fold(list, standing),
            failing: if binds { self.fold(list, failing) } else { never },
            failing_directly: if binds { self.fold(list, failing_directly) } else { never },
        }
    }

    /// The norm where nothing replaces it, and each replacement where it does.
    fn direct(&mut self, parts: &Parts, norm: NodeId) -> NodeId {
        let replaced = self.graph.or(parts.replaced.iter().map(|(when, _)| *when));
        let mut demands = vec![self.graph.or([replaced, norm])];
        for (when, demand) in &parts.replaced {
            let idle = self.graph.not(*when);
            demands.push(self.graph.or([idle, *demand]));
        }
        self.graph.and(demands)
    }

    /// Some item of the list; without a list, the condition itself.
    fn fold(&mut self, list: Option<FactId>, body: NodeId) -> NodeId {
        match list {
            Some(list) => self.graph.intern(Node::Some { binder: Binder::Rule, list, body }),
            None => body,
        }
    }

    /// Clauses with their nodes folded over the items that pass the filter.
    fn fold_clauses(&mut self, parts: &Parts, list: Option<FactId>) -> Vec<Clause> {
        let mut clauses = parts.clauses.clone();
        for clause in &mut clauses {
            if !matches!(clause.role, ClauseRole::Applies | ClauseRole::Except) {
                let node = self.graph.and([parts.filter, clause.node]);
                clause.node = self.fold(list, node);
            }
        }
        clauses
    }
}

fn plain(role: ClauseRole, node: NodeId, span: Span) -> Clause {
    Clause {
        role,
        node,
        condition: node,
        period: Period::default(),
        citation: None,
        names: Vec::new(),
        span,
    }
}
