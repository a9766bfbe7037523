//! Lowers the vocabulary: facts, fields, roles, goals.

use super::basics::{insert_new, lower_text, lower_word};
use super::error::ResolveError;
use super::limits::MAX_FACTS;
use super::report::Faults;
use crate::model::text::Text;
use crate::model::vocabulary::{EvidenceMethod, Fact, Setting, Type, Vocabulary};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Block, Clause, File, Head, Name};

/// At most so many values fit a one-of or set: a set is one 128-bit word.
const MOST_VALUES: usize = 128;

const METHODS: [(&str, EvidenceMethod); 3] = [
    ("declaration", EvidenceMethod::Declaration),
    ("laboratory", EvidenceMethod::Laboratory),
    ("document", EvidenceMethod::Document),
];

const FORMATS: [(&str, ()); 8] = [
    ("mud", ()),
    ("cyclonedx", ()),
    ("wot", ()),
    ("security_txt", ()),
    ("matter_dcl", ()),
    ("openeox", ()),
    ("ixit", ()),
    ("cle", ()),
];

/// The vocabulary of the files. Facts come before fields, so that lists are known.
pub(super) fn resolve_vocabulary(faults: &mut Faults, files: &[&File]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for block in files.iter().flat_map(|file| &file.blocks) {
        match &block.head.node {
            Head::Vocabulary { name, edition } => {
                lower_header(faults, &mut vocabulary, name, edition, block);
            }
            Head::Fact(path) => lower_fact(faults, &mut vocabulary, path, block),
            _ => {}
        }
    }
    for block in files.iter().flat_map(|file| &file.blocks) {
        if let Head::Field(path) = &block.head.node {
            lower_field(faults, &mut vocabulary, path, block);
        }
    }
    add_ids(&mut vocabulary);
    link_references(faults, &mut vocabulary, files);
    vocabulary
}

/// Every item of a list has an `id`, which other facts can refer to.
fn add_ids(vocabulary: &mut Vocabulary) {
    for list in vocabulary.facts.values_mut().filter(|fact| fact.kind == Type::List) {
        let path = Spanned::new(format!("{}.id", list.path), list.span);
        let text = |en: &str, fr: &str, nl: &str| Text {
            en: en.to_owned(),
            fr: Some(fr.to_owned()),
            nl: Some(nl.to_owned()),
        };
        let field = Fact {
            kind: Type::Text,
            setting: list.setting,
            title: text("Identifier", "Identifiant", "Kenmerk"),
            question: text(
                "What is it called in this manifest?",
                "Quel est son nom dans ce manifeste ?",
                "Hoe heet het in dit manifest?",
            ),
            meaning: text(
                "The name by which other statements of the manifest refer to this item.",
                "Le nom par lequel d’autres déclarations du manifeste s’y réfèrent.",
                "De naam waarmee andere verklaringen van het manifest ernaar verwijzen.",
            ),
            ..blank(&path)
        };
        list.fields.entry("id".to_owned()).or_insert(field);
    }
}

fn lower_header(
    faults: &mut Faults,
    vocabulary: &mut Vocabulary,
    name: &Name,
    edition: &Name,
    block: &Block,
) {
    if !vocabulary.name.is_empty() {
        faults.twice::<()>("vocabulary", name, None);
        return;
    }
    vocabulary.name.clone_from(&name.node);
    vocabulary.edition.clone_from(&edition.node);
    for clause in &block.clauses {
        match &clause.node {
            Clause::Title(title) => vocabulary.title = lower_text(faults, title),
            Clause::Role { name, title } => {
                let title = lower_text(faults, title);
                insert_new(faults, "role", &mut vocabulary.roles, name, title, |_| None);
            }
            Clause::Goal { name, title } => {
                let title = lower_text(faults, title);
                insert_new(faults, "goal", &mut vocabulary.goals, name, title, |_| None);
            }
            _ => {}
        }
    }
}

fn lower_fact(faults: &mut Faults, vocabulary: &mut Vocabulary, path: &Name, block: &Block) {
    if vocabulary.facts.len() >= MAX_FACTS {
        faults.report::<()>(ResolveError::TooComplex {
            what: "the vocabulary".to_owned(),
            problem: format!("has more than {MAX_FACTS} facts"),
            help: "declare what is true of items as fields of a list",
            span: path.span,
        });
        return;
    }
    let Some(fact) = lower_declaration(faults, path, block, None) else { return };
    insert_new(faults, "fact", &mut vocabulary.facts, path, fact, |fact| Some(fact.span));
}

fn lower_field(faults: &mut Faults, vocabulary: &mut Vocabulary, path: &Name, block: &Block) {
    let Some((list_path, field_name)) = path.node.rsplit_once('.') else {
        let help = "write the list's path, a dot, and the field's name";
        faults.report::<()>(ResolveError::UnknownName {
            what: "list",
            name: path.node.clone(),
            help: help.to_owned(),
            span: path.span,
        });
        return;
    };
    let lists = vocabulary.facts.values().filter(|fact| fact.kind == Type::List);
    let Some(setting) = lists.clone().find(|list| list.path == list_path).map(|list| list.setting)
    else {
        let list = Spanned::new(list_path.to_owned(), path.span);
        let known = lists.map(|list| list.path.as_str());
        faults.unknown::<()>(
            "list",
            &list,
            known,
            "declare the list as a fact of type `list` first",
        );
        return;
    };
    let Some(field) = lower_declaration(faults, path, block, Some(setting)) else { return };
    let name = Spanned::new(field_name.to_owned(), path.span);
    if let Some(list) = vocabulary.facts.get_mut(list_path) {
        insert_new(faults, "field", &mut list.fields, &name, field, |field| Some(field.span));
    }
}

/// A fact or field. `inherited` is the setting of the field's list.
fn lower_declaration(
    faults: &mut Faults,
    path: &Name,
    block: &Block,
    inherited: Option<Setting>,
) -> Option<Fact> {
    let what = format!("`{}`", path.node);
    let mut setting = inherited;
    let mut kind = None;
    let mut fact = blank(path);
    for clause in &block.clauses {
        match &clause.node {
            Clause::Type(written) => kind = lower_type(faults, written),
            Clause::Fixed => setting = Some(Setting::Fixed),
            Clause::Chosen => setting = Some(Setting::Chosen),
            Clause::Optional => fact.optional = true,
            Clause::Title(text) => fact.title = lower_text(faults, text),
            Clause::Question(text) => fact.question = lower_text(faults, text),
            Clause::Meaning(text) => fact.meaning = lower_text(faults, text),
            Clause::ValueTitle { name, title } => {
                let title = lower_text(faults, title);
                insert_new(faults, "value", &mut fact.value_titles, name, title, |_| None);
            }
            Clause::EvidenceFrom(methods) => fact.evidence = lower_methods(faults, methods),
            Clause::ReadFrom(formats) => fact.read_from = lower_formats(faults, formats),
            Clause::Weight(weight) => fact.weight = u32::try_from(weight.node).unwrap_or(u32::MAX),
            _ => {}
        }
    }
    if !block.says(|clause| matches!(clause, Clause::Type(_))) {
        let help = "say what its values are: `type yes or no.`";
        faults.missing::<()>(&what, "type", help, path.span);
    }
    if !block.says(|clause| matches!(clause, Clause::Title(_))) {
        let help = "name it for people: `title en \"…\".`";
        faults.missing::<()>(&what, "title", help, path.span);
    }
    fact.kind = kind?;
    fact.setting = setting.or_else(|| {
        faults.missing(
            &what,
            "fixed",
            "say `fixed.` for context or `chosen.` for a design decision",
            path.span,
        )
    })?;
    check_value_titles(faults, &fact, block);
    Some(fact)
}

fn blank(path: &Name) -> Fact {
    Fact {
        path: path.node.clone(),
        kind: Type::YesNo,
        setting: Setting::Fixed,
        optional: false,
        title: Text::default(),
        question: Text::default(),
        meaning: Text::default(),
        value_titles: Default::default(),
        evidence: Vec::new(),
        read_from: Vec::new(),
        weight: 1,
        fields: Default::default(),
        span: path.span,
    }
}

fn lower_methods(faults: &mut Faults, methods: &[Name]) -> Vec<EvidenceMethod> {
    methods
        .iter()
        .filter_map(|name| lower_word(faults, "way to show a fact", name, &METHODS))
        .collect()
}

fn lower_formats(
    faults: &mut Faults,
    formats: &[(Name, Option<Spanned<String>>)],
) -> Vec<(String, Option<String>)> {
    let mut lowered = Vec::new();
    for (name, place) in formats {
        if lower_word(faults, "format", name, &FORMATS).is_some() {
            lowered.push((name.node.clone(), place.as_ref().map(|place| place.node.clone())));
        }
    }
    lowered
}

fn lower_type(faults: &mut Faults, written: &Spanned<ast::Type>) -> Option<Type> {
    match &written.node {
        ast::Type::YesNo => Some(Type::YesNo),
        ast::Type::OneOf(values) => lower_values(faults, values, written.span).map(Type::OneOf),
        ast::Type::SetOf(values) => lower_values(faults, values, written.span).map(Type::SetOf),
        ast::Type::WholeNumber(unit) => {
            Some(Type::WholeNumber { unit: unit.as_ref().map(|unit| unit.node.clone()) })
        }
        ast::Type::Simple(word) => Some(simple_type(word)),
        ast::Type::OpenSet(word) => Some(open_set(word)),
        // The list may be declared later; `link_references` fills the place.
        ast::Type::Reference(_) => Some(Type::Text),
        ast::Type::List => Some(Type::List),
    }
}

fn lower_values(faults: &mut Faults, values: &[Name], span: Span) -> Option<Vec<String>> {
    if values.len() > MOST_VALUES {
        let fault = ResolveError::TooManyValues { count: values.len(), limit: MOST_VALUES, span };
        return faults.report(fault);
    }
    let mut lowered = indexmap::IndexMap::new();
    for value in values {
        insert_new(faults, "value", &mut lowered, value, value.span, |first| Some(*first));
    }
    Some(lowered.into_keys().collect())
}

fn simple_type(word: &str) -> Type {
    match word {
        "duration" => Type::Duration,
        "date" => Type::Date,
        "url" => Type::Url,
        "version" => Type::Version,
        "language" => Type::Language,
        "country" => Type::Country,
        "territory" => Type::Territory,
        "money" => Type::Money,
        _ => Type::Text,
    }
}

fn open_set(word: &str) -> Type {
    match word {
        "languages" => Type::SetOfLanguages,
        "countries" => Type::SetOfCountries,
        _ => Type::SetOfText,
    }
}

/// Gives `reference to LIST` its list, now that all lists are known.
fn link_references(faults: &mut Faults, vocabulary: &mut Vocabulary, files: &[&File]) {
    for block in files.iter().flat_map(|file| &file.blocks) {
        let (Head::Fact(path) | Head::Field(path)) = &block.head.node else { continue };
        for clause in &block.clauses {
            let Clause::Type(Spanned { node: ast::Type::Reference(list), .. }) = &clause.node
            else {
                continue;
            };
            link_reference(faults, vocabulary, &path.node, list);
        }
    }
}

fn link_reference(faults: &mut Faults, vocabulary: &mut Vocabulary, path: &str, list: &Name) {
    let target = vocabulary.find(&list.node).filter(|(_, fact)| fact.kind == Type::List);
    let Some(kind) = target.map(|(id, _)| Type::Reference(id)) else {
        let lists = vocabulary.facts.values().filter(|fact| fact.kind == Type::List);
        let known = lists.map(|fact| fact.path.as_str());
        faults.unknown::<()>("list", list, known, "refer to a fact of type `list`");
        return;
    };
    let field = path.rsplit_once('.').and_then(|(list, name)| {
        vocabulary.facts.get_mut(list).and_then(|list| list.fields.get_mut(name))
    });
    match field {
        Some(field) => field.kind = kind,
        None => {
            if let Some(fact) = vocabulary.facts.get_mut(path) {
                fact.kind = kind;
            }
        }
    }
}

/// Every titled value must be a value of the type.
fn check_value_titles(faults: &mut Faults, fact: &Fact, block: &Block) {
    let (Type::OneOf(values) | Type::SetOf(values)) = &fact.kind else { return };
    for clause in &block.clauses {
        if let Clause::ValueTitle { name, .. } = &clause.node
            && !values.contains(&name.node)
        {
            let (value, fact) = (name.node.clone(), fact.path.clone());
            let help = format!("its values are {}", values.join(", "));
            faults.report::<()>(ResolveError::UnknownValue { value, fact, help, span: name.span });
        }
    }
}
