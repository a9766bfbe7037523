//! JSONLogic by `datalogic-rs`: for each set of rules that share a scope, one expression that
//! gives the list of their outcomes.

use super::Engine;
use crate::outcome::Outcome;
use crate::subset::position;
use anyhow::{Context, Result, anyhow};
use datalogic_rs::{Engine as Evaluator, Logic, ParsedData, Session};
use serde_json::Value as Json;
use std::hint::black_box;

const RULES: &str = include_str!("../../rules/rules.jsonlogic.json");

pub struct Datalogic<'e> {
    groups: Vec<Logic>,
    rules: Vec<usize>,
    session: Session<'e>,
    products: Vec<ParsedData>,
}

impl<'e> Datalogic<'e> {
    pub fn new(evaluator: &'e Evaluator, products: &[Json]) -> Result<Datalogic<'e>> {
        let written: Vec<Json> = serde_json::from_str(RULES).context("rules.jsonlogic.json")?;
        let (mut groups, mut rules) = (Vec::new(), Vec::new());
        for group in &written {
            let text = group["outcomes"].to_string();
            groups.push(evaluator.compile(text.as_str()).map_err(|fault| anyhow!("{fault}"))?);
            for rule in group["rules"].as_array().context("the rules of a group")? {
                rules.push(position(rule.as_str().unwrap_or_default())?);
            }
        }
        let parse = |product: &Json| {
            let text = native(product).to_string();
            ParsedData::from_json(&text).map_err(|fault| anyhow!("{fault}"))
        };
        let products = products.iter().map(parse).collect::<Result<_>>()?;
        Ok(Datalogic { groups, rules, session: evaluator.session(), products })
    }
}

/// The product without `null`, which JSONLogic takes for missing: `"absent"` stands for it.
fn native(json: &Json) -> Json {
    match json {
        Json::Null => Json::from("absent"),
        Json::Array(items) => items.iter().map(native).collect(),
        Json::Object(map) => map.iter().map(|(key, value)| (key.clone(), native(value))).collect(),
        other => other.clone(),
    }
}

impl Engine for Datalogic<'_> {
    fn name(&self) -> &'static str {
        "datalogic-rs"
    }

    fn rules(&self) -> &[usize] {
        &self.rules
    }

    fn run_one(&mut self, product: usize) {
        for group in &self.groups {
            let data = self.products[product].value();
            black_box(self.session.eval_borrowed(group, data).is_ok());
            self.session.reset();
        }
    }

    fn run_all(&mut self) {
        (0..self.products.len()).for_each(|product| self.run_one(product));
    }

    fn outcomes(&mut self, product: usize) -> Result<Vec<Outcome>> {
        let mut all = Vec::new();
        for group in &self.groups {
            let data = self.products[product].value();
            let found = self.session.eval(group, data).map_err(|fault| anyhow!("{fault}"))?;
            let found: Vec<String> = serde_json::from_str(&found.to_json_string())?;
            for word in found {
                all.push(Outcome::of_word(&word)?);
            }
            self.session.reset();
        }
        Ok(all)
    }
}
