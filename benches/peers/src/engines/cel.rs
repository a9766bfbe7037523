//! CEL by `cel`: one program for each condition, unknown as the error of a key that is not there.

use super::Engine;
use crate::conditions::Conditions;
use crate::outcome::Outcome;
use anyhow::{Context as _, Result, bail};
use cel::{Context, Env, ExecutionError, Program, Value};
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashMap};
use std::hint::black_box;
use std::sync::Arc;

const RULES: &str = include_str!("../../rules/rules.cel");

pub struct Cel {
    conditions: Conditions<Program>,
    products: Vec<Context<'static, 'static>>,
}

impl Cel {
    pub fn new(products: &[Json]) -> Result<Cel> {
        let mut programs = compile()?;
        let env = Arc::new(Env::stdlib());
        let context = |product: &Json| {
            let mut context = Context::with_env(Arc::clone(&env));
            for (name, value) in product.as_object().into_iter().flatten() {
                context.add_variable_from_value(name.as_str(), native(value));
            }
            context
        };
        let conditions = Conditions::new(|name| programs.remove(name));
        if let Some(name) = programs.keys().next() {
            bail!("`{name}` is the condition of no rule");
        }
        Ok(Cel { conditions, products: products.iter().map(context).collect() })
    }

    fn judge(&self, product: usize) -> impl Iterator<Item = Outcome> {
        let context = &self.products[product];
        self.conditions.judge(|program| ask(program, context))
    }
}

fn ask(program: &Program, context: &Context<'_, '_>) -> Option<bool> {
    match program.execute(context) {
        Ok(Value::Bool(answer)) => Some(answer),
        Err(ExecutionError::NoSuchKey(_) | ExecutionError::UndeclaredReference(_)) => None,
        other => panic!("neither a truth nor something missing: {other:?}"),
    }
}

/// The programs of the file by name; `$phone` stands for the term of that name.
fn compile() -> Result<BTreeMap<String, Program>> {
    let mut terms: Vec<(String, String)> = Vec::new();
    let mut programs = BTreeMap::new();
    for part in RULES.split("\n// == ").skip(1) {
        let (name, text) = part.split_once('\n').context("a name and a condition")?;
        let put = |text: String, (term, meaning): &(String, String)| text.replace(term, meaning);
        let text = terms.iter().rev().fold(text.to_owned(), put);
        match name.strip_prefix('$') {
            Some(_) => terms.push((name.to_owned(), format!("({})", text.trim()))),
            None => {
                let program = Program::compile(&text).with_context(|| format!("{name}: {text}"))?;
                programs.insert(name.to_owned(), program);
            }
        }
    }
    Ok(programs)
}

fn native(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => Value::Int(number.as_i64().unwrap_or_default()),
        Json::String(text) => Value::from(text.as_str()),
        Json::Array(items) => Value::from(items.iter().map(native).collect::<Vec<_>>()),
        Json::Object(map) => {
            let pairs = map.iter().map(|(key, value)| (key.clone(), native(value)));
            Value::from(pairs.collect::<HashMap<String, Value>>())
        }
    }
}

impl Engine for Cel {
    fn name(&self) -> &'static str {
        "cel"
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
