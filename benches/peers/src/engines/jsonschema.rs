//! JSON Schema by `jsonschema`: for each condition a schema of the products for which it is true,
//! and one of those for which it is false.

use super::Engine;
use crate::conditions::Conditions;
use crate::outcome::Outcome;
use anyhow::{Context, Result, anyhow};
use jsonschema::Validator;
use serde_json::{Value as Json, json};
use std::hint::black_box;

const RULES: &str = include_str!("../../rules/rules.schema.json");

pub struct JsonSchema {
    conditions: Conditions<Pair>,
    products: Vec<Json>,
}

struct Pair {
    yes: Validator,
    no: Validator,
}

impl JsonSchema {
    pub fn new(products: &[Json]) -> Result<JsonSchema> {
        let schemas: Json = serde_json::from_str(RULES).context("rules.schema.json")?;
        let mut faults = Vec::new();
        let conditions = Conditions::new(|name| {
            let pair = schemas["$defs"].get(name).is_some().then(|| pair(&schemas, name))?;
            pair.map_err(|fault| faults.push(fault)).ok()
        });
        match faults.pop() {
            Some(fault) => Err(fault),
            None => Ok(JsonSchema { conditions, products: products.to_vec() }),
        }
    }

    fn judge(&self, product: usize) -> impl Iterator<Item = Outcome> {
        let product = &self.products[product];
        self.conditions.judge(|pair| match pair.yes.is_valid(product) {
            true => Some(true),
            false => pair.no.is_valid(product).then_some(false),
        })
    }
}

fn pair(schemas: &Json, name: &str) -> Result<Pair> {
    let compile = |side: &str| {
        let mut schema = schemas.clone();
        schema["$ref"] = json!(format!("#/$defs/{}/{side}", name.replace(' ', "%20")));
        jsonschema::validator_for(&schema).map_err(|fault| anyhow!("{name}: {fault}"))
    };
    Ok(Pair { yes: compile("yes")?, no: compile("no")? })
}

impl Engine for JsonSchema {
    fn name(&self) -> &'static str {
        "jsonschema"
    }

    fn rules(&self) -> &[usize] {
        self.conditions.positions()
    }

    fn run_one(&mut self, product: usize) {
        self.judge(product).for_each(|outcome| {
            black_box(outcome);
        });
    }

    fn run_all(&mut self) {
        (0..self.products.len()).for_each(|product| self.run_one(product));
    }

    fn outcomes(&mut self, product: usize) -> Result<Vec<Outcome>> {
        Ok(self.judge(product).collect())
    }
}
