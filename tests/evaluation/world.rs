//! A small vocabulary, and short ways to build rules and manifests.

use comity::model::condition::{
    Binder, Clock, Comparison, JudgementId, Node, NodeId, Operand, ParameterId, RuleState,
};
use comity::model::jurisdiction::{Jurisdiction, JurisdictionId};
use comity::model::law::{Judgement, Law, Parameter};
use comity::model::manifest::{EvidenceLevel, Item, Manifest, Stated, StatedJudgement, Statement};
use comity::model::period::Period;
use comity::model::rule::{
    Citation, Clause, ClauseRole, Event, Meaning, Modality, Rule, RuleId, Trigger,
};
use comity::model::ruleset::{Confidence, ConfidenceLevel, InstrumentKind, Ruleset, RulesetId};
use comity::model::text::Text;
use comity::model::value::{Duration, Money, Value, Version};
use comity::model::vocabulary::{Fact, FactId, FieldId, Setting, Type, Vocabulary};
use comity::plan::columns::Columns;
use comity::plan::order::Plan;
use comity::plan::reading::Threshold;
use comity::plan::row::{Market, Placement, Row};
use comity::plan::run::Truths;
use comity::plan::truth::Truth;
use comity::source::{FileId, SourceFile, Span};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The facts of the vocabulary with their types; a field's path is that of its list and a name.
fn facts() -> Vec<(&'static str, Type)> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let kinds = || Type::OneOf(words(&["camera", "lock", "toy"]));
    let size = || Type::WholeNumber { unit: None };
    vec![
        ("flag", Type::YesNo),
        ("other_flag", Type::YesNo),
        ("kind", kinds()),
        ("other_kind", kinds()),
        ("tags", Type::SetOf(words(&["a", "b", "c"]))),
        ("size", size()),
        ("other_size", size()),
        ("support", Type::Duration),
        ("lifetime", Type::Duration),
        ("start", Type::Date),
        ("end", Type::Date),
        ("name", Type::Text),
        ("other_name", Type::Text),
        ("version", Type::Version),
        ("price", Type::Money),
        ("langs", Type::SetOfLanguages),
        ("items", Type::List),
        ("items.flag", Type::YesNo),
        ("items.kind", kinds()),
        ("items.tags", Type::SetOf(words(&["a", "b", "c"]))),
        ("items.size", size()),
        ("items.support", Type::Duration),
        ("items.end", Type::Date),
        ("items.name", Type::Text),
        ("items.langs", Type::SetOfLanguages),
        ("parts", Type::List),
        ("parts.flag", Type::YesNo),
        ("parts.kind", kinds()),
        ("parts.size", size()),
        ("parts.name", Type::Text),
        ("market.placements", Type::List),
        ("market.placements.territory", Type::Territory),
        ("market.placements.first_placed", Type::Date),
        ("market.placements.last_placed", Type::Date),
        ("market.placements.last_made_available", Type::Date),
        ("market.placements.to_consumers", Type::YesNo),
    ]
}

pub fn span() -> Span {
    Span::new(FileId::MANIFEST, 0, 0)
}

pub fn text(en: &str) -> Text {
    Text { en: en.to_owned(), fr: None, nl: None }
}

/// The list around a field, and its name.
fn split(path: &str) -> Option<(&str, &str)> {
    let lists = ["items", "parts", "market.placements"];
    lists.iter().find_map(|list| Some((*list, path.strip_prefix(list)?.strip_prefix('.')?)))
}

fn fact(path: &str, kind: Type) -> Fact {
    Fact {
        path: path.to_owned(),
        kind,
        setting: Setting::Chosen,
        optional: true,
        title: text(path),
        question: text(path),
        meaning: text(path),
        value_titles: Default::default(),
        evidence: Vec::new(),
        read_from: Vec::new(),
        weight: 1,
        fields: Default::default(),
        span: span(),
    }
}

fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary { name: "test".to_owned(), ..Vocabulary::default() };
    for (path, kind) in facts() {
        match split(path) {
            None => drop(vocabulary.facts.insert(path.to_owned(), fact(path, kind))),
            Some((list, name)) => {
                let list = vocabulary.facts.get_mut(list).unwrap();
                list.fields.insert(name.to_owned(), fact(path, kind));
            }
        }
    }
    vocabulary
}

fn jurisdiction(code: &str, within: Option<u32>) -> Jurisdiction {
    let within = within.map(JurisdictionId);
    Jurisdiction { code: code.to_owned(), title: text(code), within, aliases: vec![], span: span() }
}

/// A law under construction: EU with NL and FR in it, GB with GB-NIR in it, one ruleset `test`.
pub struct World {
    pub law: Law,
}

pub const EU: JurisdictionId = JurisdictionId(0);
pub const NL: JurisdictionId = JurisdictionId(1);
pub const FR: JurisdictionId = JurisdictionId(2);
pub const GB: JurisdictionId = JurisdictionId(3);
pub const NIR: JurisdictionId = JurisdictionId(4);

impl World {
    pub fn new() -> World {
        let mut law = Law { vocabulary: vocabulary(), ..Law::default() };
        law.jurisdictions.all = vec![
            jurisdiction("EU", None),
            jurisdiction("NL", Some(0)),
            jurisdiction("FR", Some(0)),
            jurisdiction("GB", None),
            jurisdiction("GB-NIR", Some(3)),
        ];
        let mut world = World { law };
        world.ruleset("test", InstrumentKind::Law, vec![EU]);
        world
    }

    pub fn ruleset(
        &mut self,
        id: &str,
        kind: InstrumentKind,
        applies: Vec<JurisdictionId>,
    ) -> RulesetId {
        self.law.rulesets.push(Ruleset {
            id: id.to_owned(),
            edition: "1".to_owned(),
            title: text(id),
            summary: None,
            instrument: None,
            sources: Vec::new(),
            kind,
            issued_by: String::new(),
            uses: Vec::new(),
            applies_in: applies,
            in_force: Period::default(),
            review_by: None,
            allows: Vec::new(),
            span: span(),
        });
        RulesetId(self.law.rulesets.len() as u32 - 1)
    }

    pub fn fact(&self, path: &str) -> FactId {
        self.law.vocabulary.find(path).unwrap().0
    }

    pub fn field(&self, path: &str) -> FieldId {
        let (list, name) = split(path).unwrap();
        self.law.vocabulary.find_field(self.fact(list), name).unwrap().0
    }

    /// `flag`, `items.size` (item of the rule), `parts.size` (item of a quantifier),
    /// `market.placements.to_consumers` (the placement under check).
    pub fn operand(&self, path: &str) -> Operand {
        match split(path) {
            None => Operand::Fact(self.fact(path)),
            Some(("market.placements", _)) => Operand::Placement(self.field(path)),
            Some(("items", _)) => Operand::Field(Binder::Rule, self.field(path)),
            Some(_) => Operand::Field(Binder::Quantifier, self.field(path)),
        }
    }

    pub fn node(&mut self, node: Node) -> NodeId {
        self.law.graph.intern(node)
    }

    pub fn holds(&mut self, path: &str) -> NodeId {
        let node = Node::Holds(self.operand(path));
        self.node(node)
    }

    pub fn compare(&mut self, path: &str, comparison: Comparison, right: Operand) -> NodeId {
        let left = self.operand(path);
        self.node(Node::Compare { left, comparison, right })
    }

    /// A one-of fact or field is the value at that position.
    pub fn compare_kind(&mut self, path: &str, word: u8) -> NodeId {
        self.compare(path, Comparison::Equal, Operand::Literal(Value::Word(word)))
    }

    pub fn some(&mut self, list: &str, body: NodeId) -> NodeId {
        let binder = if list == "items" { Binder::Rule } else { Binder::Quantifier };
        let list = self.fact(list);
        self.node(Node::Some { binder, list, body })
    }

    pub fn and(&mut self, parts: &[NodeId]) -> NodeId {
        self.law.graph.and(parts.iter().copied())
    }

    pub fn or(&mut self, parts: &[NodeId]) -> NodeId {
        self.law.graph.or(parts.iter().copied())
    }

    pub fn not(&mut self, part: NodeId) -> NodeId {
        self.law.graph.not(part)
    }

    pub fn parameter(&mut self, values: &[(Value, Option<&str>, Option<&str>)]) -> ParameterId {
        let value = |(value, from, until): &(Value, Option<&str>, Option<&str>)| {
            (value.clone(), Period { from: from.map(day), until: until.map(day) })
        };
        self.law.parameters.push(Parameter {
            name: "parameter".to_owned(),
            ruleset: RulesetId(0),
            values: values.iter().map(value).collect(),
            citation: None,
            span: span(),
        });
        ParameterId(self.law.parameters.len() as u32 - 1)
    }

    pub fn judged(&mut self, rule: RuleId, words: &str) -> (JudgementId, NodeId) {
        self.law.judgements.push(Judgement { rule, text: text(words), span: span() });
        let id = JudgementId(self.law.judgements.len() as u32 - 1);
        (id, self.node(Node::Judged(id)))
    }

    /// What another rule says, as the text of a rule can ask for it.
    pub fn rule_state(&mut self, rule: RuleId, state: RuleState) -> NodeId {
        let Meaning { in_scope, standing, failing, .. } = self.law.rule(rule).unwrap().meaning;
        let breached = self.and(&[in_scope, failing]);
        let node = match state {
            RuleState::Met => {
                let met = self.not(failing);
                self.and(&[in_scope, standing, met])
            }
            RuleState::MetWhereApplicable => self.not(breached),
            RuleState::Breached => breached,
            RuleState::Applies => self.and(&[in_scope, standing]),
        };
        self.node(Node::Rule { rule, state, node })
    }

    /// Adds a rule, with the meaning that the reference gives to its clauses.
    pub fn rule(&mut self, draft: Draft) -> RuleId {
        let number = self.law.rules.len();
        let meaning = self.meaning(&draft);
        let clauses = self.clauses(&draft);
        self.law.rules.push(Rule {
            id: format!("{}.{number}", self.law.rulesets[draft.ruleset.0 as usize].id),
            number: number.to_string(),
            ruleset: draft.ruleset,
            title: text("a rule"),
            summary: None,
            citation: Citation { pinpoint: "1".to_owned(), url: None },
            addressees: Vec::new(),
            goals: Vec::new(),
            modality: draft.modality,
            in_force: draft.in_force,
            trigger: draft.trigger,
            clauses,
            penalty: None,
            evidence: None,
            because: None,
            remedy: None,
            note: None,
            confidence: Confidence { level: ConfidenceLevel::Read, note: None },
            allows: Vec::new(),
            claims: Vec::new(),
            overrides: draft.overrides.clone(),
            meaning,
            span: span(),
        });
        RuleId(number as u32)
    }

    fn meaning(&mut self, draft: &Draft) -> Meaning {
        let norm = draft.norm.unwrap_or_else(|| self.law.graph.constant(true));
        let in_force = match draft.in_force.is_unbounded() {
            true => self.law.graph.constant(true),
            false => self.node(Node::CheckedIn(draft.in_force)),
        };
        let triggered = match draft.trigger {
            None => self.law.graph.constant(true),
            Some(trigger) => self.node(Node::Triggered(trigger)),
        };
        let mut scope = draft.applies.clone();
        for &except in &draft.except {
            scope.push(self.not(except));
        }
        let in_scope = self.and(&scope);
        let mut item: Vec<NodeId> = draft.filter.into_iter().collect();
        let items = self.fold(draft, &item.clone());
        let filtered = item.clone();
        for &unless in &draft.unless {
            item.push(self.not(unless));
        }
        let standing = self.fold(draft, &item.clone());
        let mut duty = norm;
        for &(unless, instead) in draft.instead.iter().rev() {
            let not = self.not(unless);
            let (replaced, kept) = (self.and(&[unless, instead]), self.and(&[not, duty]));
            duty = self.or(&[replaced, kept]);
        }
        let unduty = self.not(duty);
        let unmet = [filtered, vec![unduty]].concat();
        let unmet = match draft.modality {
            Modality::May => self.law.graph.constant(true),
            _ => self.fold(draft, &unmet),
        };
        item.push(unduty);
        let failing_directly = self.fold(draft, &item.clone());
        for &(deemed, period) in &draft.deemed {
            let dated = self.dated(deemed, period);
            item.push(self.not(dated));
        }
        let failing = self.fold(draft, &item);
        Meaning { in_force, triggered, in_scope, items, unmet, standing, failing, failing_directly }
    }

    fn fold(&mut self, draft: &Draft, parts: &[NodeId]) -> NodeId {
        let body = self.and(parts);
        match draft.every {
            None => body,
            Some(list) => self.some(list, body),
        }
    }

    fn dated(&mut self, node: NodeId, period: Period) -> NodeId {
        if period.is_unbounded() {
            return node;
        }
        let dated = self.node(Node::CheckedIn(period));
        self.and(&[dated, node])
    }

    fn clauses(&mut self, draft: &Draft) -> Vec<Clause> {
        let open = Period::default();
        let mut listed: Vec<(ClauseRole, NodeId, Period)> = Vec::new();
        listed.extend(draft.applies.iter().map(|&node| (ClauseRole::Applies, node, open)));
        listed.extend(draft.except.iter().map(|&node| (ClauseRole::Except, node, open)));
        listed.extend(draft.filter.map(|node| (ClauseRole::Filter, node, open)));
        listed.extend(draft.norm.map(|node| (ClauseRole::Norm, node, open)));
        listed.extend(draft.unless.iter().map(|&node| (ClauseRole::Unless, node, open)));
        for &(unless, instead) in &draft.instead {
            listed.push((ClauseRole::UnlessInstead, unless, open));
            listed.push((ClauseRole::Instead, instead, open));
        }
        listed
            .extend(draft.deemed.iter().map(|&(node, period)| (ClauseRole::Deemed, node, period)));
        listed
            .into_iter()
            .map(|(role, condition, period)| self.clause(draft, role, condition, period))
            .collect()
    }

    fn clause(
        &mut self,
        draft: &Draft,
        role: ClauseRole,
        condition: NodeId,
        period: Period,
    ) -> Clause {
        let dated = self.dated(condition, period);
        let node = match role {
            ClauseRole::Applies | ClauseRole::Except => dated,
            _ => self.fold(draft, &[dated]),
        };
        Clause { role, node, condition, period, citation: None, names: Vec::new(), span: span() }
    }

    /// The truth of a condition about the product, asked of both evaluators.
    pub fn truth(&self, node: NodeId, row: Row<'_>, threshold: Threshold) -> Truth {
        let plan = Plan::of_nodes(&self.law, [node]);
        let rows = [row];
        let mut columns = Columns::new(&self.law, &plan, threshold);
        columns.fill(&plan, &rows);
        let mut truths = Truths::default();
        truths.compute(&plan, &columns);
        let truth = truths.get(&plan, node, 0);
        let walker = comity::eval::walk::Walker::new(&self.law, row, threshold);
        assert_eq!(truth, walker.trace(node, Default::default()).truth, "walker and columns");
        truth
    }
}

/// The clauses of a rule.
#[derive(Clone)]
pub struct Draft {
    pub ruleset: RulesetId,
    pub modality: Modality,
    pub in_force: Period,
    pub trigger: Option<Trigger>,
    pub applies: Vec<NodeId>,
    pub except: Vec<NodeId>,
    pub every: Option<&'static str>,
    pub filter: Option<NodeId>,
    pub norm: Option<NodeId>,
    pub unless: Vec<NodeId>,
    pub instead: Vec<(NodeId, NodeId)>,
    pub deemed: Vec<(NodeId, Period)>,
    pub overrides: Vec<RuleId>,
}

impl Default for Draft {
    fn default() -> Draft {
        Draft {
            ruleset: RulesetId(0),
            modality: Modality::Must,
            in_force: Period::default(),
            trigger: None,
            applies: Vec::new(),
            except: Vec::new(),
            every: None,
            filter: None,
            norm: None,
            unless: Vec::new(),
            instead: Vec::new(),
            deemed: Vec::new(),
            overrides: Vec::new(),
        }
    }
}

pub fn must(norm: NodeId) -> Draft {
    Draft { norm: Some(norm), ..Draft::default() }
}

pub fn placing(from: Option<&str>, until: Option<&str>) -> Option<Trigger> {
    Some(Trigger { event: Event::Placing, period: period(from, until) })
}

pub fn period(from: Option<&str>, until: Option<&str>) -> Period {
    Period { from: from.map(day), until: until.map(day) }
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn date(text: &str) -> Value {
    Value::Date(day(text))
}

pub fn months(months: i64) -> Value {
    Value::Duration(Duration { months, seconds: 0 })
}

pub fn days(days: i64) -> Value {
    Value::Duration(Duration { months: 0, seconds: days * 86_400 })
}

pub fn number(number: i64) -> Value {
    Value::Number(number)
}

pub fn words(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn version(text: &str) -> Value {
    Value::Version(Version(text.to_owned()))
}

pub fn money(minor: i64, currency: &str) -> Value {
    Value::Money(Money { minor, currency: currency.to_owned() })
}

pub fn texts(texts: &[&str]) -> Value {
    Value::Texts(texts.iter().map(|text| (*text).to_owned()).collect())
}

pub const YES: Value = Value::YesNo(true);
pub const NO: Value = Value::YesNo(false);

/// The clocks, for parameters.
pub const CLOCKS: [Clock; 3] = [Clock::Check, Clock::Placing, Clock::Supply];

pub fn statement(value: Stated, level: EvidenceLevel) -> Statement {
    Statement { value, level, evidence: Vec::new(), as_of: None, span: span() }
}

/// A manifest under construction.
pub struct Product<'w> {
    pub world: &'w World,
    pub manifest: Manifest,
}

impl<'w> Product<'w> {
    pub fn new(world: &'w World) -> Product<'w> {
        let source = SourceFile::new("product.yaml", "");
        let manifest = Manifest {
            source,
            facts: BTreeMap::new(),
            judgements: Vec::new(),
            extensions: Default::default(),
        };
        Product { world, manifest }
    }

    pub fn state(mut self, path: &str, stated: Stated, level: EvidenceLevel) -> Self {
        self.manifest.facts.insert(self.world.fact(path), statement(stated, level));
        self
    }

    pub fn with(self, path: &str, value: Value) -> Self {
        self.state(path, Stated::Value(value), EvidenceLevel::Declared)
    }

    pub fn absent(self, path: &str) -> Self {
        self.state(path, Stated::Absent, EvidenceLevel::Declared)
    }

    /// Items with their fields, by name; `None` is absent.
    pub fn list(self, path: &str, items: &[&[(&str, Option<Value>)]]) -> Self {
        let item = |(index, fields): (usize, &&[(&str, Option<Value>)])| Item {
            id: (index + 1).to_string(),
            fields: fields.iter().map(|(name, value)| self.field(path, name, value)).collect(),
            span: span(),
        };
        let items = items.iter().enumerate().map(item).collect();
        self.state(path, Stated::Items(items), EvidenceLevel::Declared)
    }

    fn field(&self, list: &str, name: &str, value: &Option<Value>) -> (u32, Statement) {
        let field = self.world.field(&format!("{list}.{name}"));
        let stated = value.clone().map_or(Stated::Absent, Stated::Value);
        (field.index, statement(stated, EvidenceLevel::Unstated))
    }

    pub fn judged(mut self, rule: &str, text: Option<&str>, met: bool) -> Self {
        self.manifest.judgements.push(StatedJudgement {
            rule: rule.to_owned(),
            text: text.map(str::to_owned),
            met,
            by: "A. Person".to_owned(),
            on: day("2026-01-01"),
            reason: None,
            span: span(),
        });
        self
    }

    /// The row of the first placement, or of an unknown one, in the EU.
    pub fn row(&self, on: &str) -> Row<'_> {
        let placements = self.world.fact("market.placements");
        let placement = self.manifest.facts.contains_key(&placements).then_some(Placement(0));
        let market = Market { jurisdiction: EU, placement };
        Row { manifest: &self.manifest, market, on: day(on) }
    }

    pub fn truth(&self, node: NodeId) -> Truth {
        self.world.truth(node, self.row("2026-06-01"), Threshold(None))
    }
}
