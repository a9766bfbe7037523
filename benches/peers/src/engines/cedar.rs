//! Cedar: for each condition a policy that permits where it is true, and one where it is false.
//!
//! One request answers all conditions: the policies that determined the decision.

use super::Engine;
use crate::conditions::Conditions;
use crate::outcome::Outcome;
use anyhow::{Context as _, Result, bail};
use cedar_policy::{Authorizer, Context, Entities, EntityUid, PolicyId, PolicySet, Request};
use serde_json::{Map, Value as Json, json};
use std::collections::HashSet;
use std::hint::black_box;

const RULES: &str = include_str!("../../rules/policies.cedar");

pub struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
    conditions: Conditions<Pair>,
    requests: Vec<Request>,
}

/// The policies of a condition.
struct Pair {
    yes: PolicyId,
    no: PolicyId,
}

impl Cedar {
    pub fn new(products: &[Json]) -> Result<Cedar> {
        let written: PolicySet = RULES.parse().context("policies.cedar")?;
        let mut policies = PolicySet::new();
        for policy in written.policies() {
            let id = policy.annotation("id").context("a policy without @id")?;
            policies.add(policy.new_id(PolicyId::new(id)))?;
        }
        let find = |name: &str| {
            let [yes, no] = ["yes", "no"].map(|word| PolicyId::new(format!("{name}: {word}")));
            policies.policy(&yes).and(policies.policy(&no))?;
            Some(Pair { yes, no })
        };
        let conditions = Conditions::new(find);
        let requests = products.iter().map(request).collect::<Result<_>>()?;
        let (authorizer, entities) = (Authorizer::new(), Entities::empty());
        Ok(Cedar { authorizer, policies, entities, conditions, requests })
    }

    fn judge(&self, product: usize) -> Result<Vec<Outcome>> {
        let request = &self.requests[product];
        let response = self.authorizer.is_authorized(request, &self.policies, &self.entities);
        if let Some(error) = response.diagnostics().errors().next() {
            bail!("{error}");
        }
        let permitting: HashSet<&PolicyId> = response.diagnostics().reason().collect();
        let ask = |pair: &Pair| match permitting.contains(&pair.yes) {
            true => Some(true),
            false => permitting.contains(&pair.no).then_some(false),
        };
        Ok(self.conditions.judge(ask).collect())
    }
}

fn request(product: &Json) -> Result<Request> {
    let [principal, action, resource] =
        [r#"Maker::"any""#, r#"Action::"sell""#, r#"Product::"any""#].map(str::parse::<EntityUid>);
    let context = Context::from_json_value(native(product), None)?;
    Ok(Request::new(principal?, action?, resource?, context, None)?)
}

/// The product without `null`, which Cedar does not have: `x_absent` says that there is no `x`.
fn native(json: &Json) -> Json {
    let map = match json {
        Json::Object(map) => map,
        Json::Array(items) => return items.iter().map(native).collect(),
        other => return other.clone(),
    };
    let pair = |(key, value): (&String, &Json)| match value {
        Json::Null => (format!("{key}_absent"), json!(true)),
        value => (key.clone(), native(value)),
    };
    Json::Object(map.iter().map(pair).collect::<Map<_, _>>())
}

impl Engine for Cedar {
    fn name(&self) -> &'static str {
        "cedar-policy"
    }

    fn rules(&self) -> &[usize] {
        self.conditions.positions()
    }

    fn run_one(&mut self, product: usize) {
        black_box(self.judge(product).is_ok());
    }

    fn run_all(&mut self) {
        (0..self.requests.len()).for_each(|product| self.run_one(product));
    }

    fn outcomes(&mut self, product: usize) -> Result<Vec<Outcome>> {
        self.judge(product)
    }
}
