//! Rego by `regorus`: one policy, compiled for its virtual machine, that gives the outcomes of
//! all rules by their ids.

use super::Engine;
use crate::outcome::Outcome;
use crate::subset::RULES as SUBSET;
use anyhow::{Context, Result};
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine as Parser, Value};
use serde_json::Value as Json;
use std::hint::black_box;

const RULES: &str = include_str!("../../rules/rules.rego");
const ENTRY: &str = "data.peers.outcomes";

pub struct Regorus {
    machine: RegoVM,
    rules: Vec<usize>,
    products: Vec<Value>,
}

impl Regorus {
    pub fn new(products: &[Json]) -> Result<Regorus> {
        let mut parser = Parser::new();
        parser.add_policy("rules.rego".to_owned(), RULES.to_owned())?;
        let policy = parser.compile_with_entrypoint(&ENTRY.into())?;
        let program = Compiler::compile_from_policy(&policy, &[ENTRY])?;
        let mut machine = RegoVM::new();
        machine.set_max_instructions(usize::MAX);
        machine.load_program(program);
        let parse = |product: &Json| Value::from_json_str(&product.to_string());
        let products: Vec<Value> = products.iter().map(parse).collect::<Result<_>>()?;
        Ok(Regorus { machine, rules: (0..SUBSET.len()).collect(), products })
    }

    fn judge(&mut self, product: usize) -> Result<Value> {
        self.machine.set_input(self.products[product].clone());
        self.machine.execute().map_err(|fault| anyhow::anyhow!("{fault}"))
    }
}

impl Engine for Regorus {
    fn name(&self) -> &'static str {
        "regorus"
    }

    fn rules(&self) -> &[usize] {
        &self.rules
    }

    fn run_one(&mut self, product: usize) {
        black_box(self.judge(product).is_ok());
    }

    fn run_all(&mut self) {
        (0..self.products.len()).for_each(|product| self.run_one(product));
    }

    fn outcomes(&mut self, product: usize) -> Result<Vec<Outcome>> {
        let found = self.judge(product)?;
        let outcome = |(id, _): &(&str, &str)| {
            let word = found[*id].as_string().with_context(|| format!("{id}: {found}"))?;
            Outcome::of_word(word)
        };
        SUBSET.iter().map(outcome).collect()
    }
}
