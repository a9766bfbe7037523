//! Products that never were, as JSON manifests: the same ones for the same seed.
//!
//! The generator of the tests tells some groups of facts in full, some in part, and of some says
//! nothing. Over whole vocabularies it seldom meets what a rule is about, so each manifest is then
//! brought nearer: a placement in one of the markets, now and then an everyday product, a label
//! that is recognised, the standard on disclosure, the documents that the rules speak of.

use crate::generate::dice::Dice;
use crate::generate::{Generator, json as text};
use anyhow::{Result, anyhow};
use comity::Library;
use comity::eval::market::markets_for;
use comity::jiff::civil::Date;
use comity::model::manifest::Manifest;
use comity::plan::row::Row;
use serde_json::{Value as Json, json};

/// The day of the check: after the Cyber Resilience Act has begun to bind.
pub const DAY: Date = Date::constant(2028, 6, 1);
const SEED: u64 = 2018;
const MARKETS: [&str; 3] = ["GB", "NL", "GB-NIR"];
const EVERYDAY: [&str; 5] = ["camera", "lock", "toy", "smartphone", "tablet"];

/// A product, and the market in which it is judged.
pub struct Product {
    pub manifest: Manifest,
    market: &'static str,
}

/// The first `count` products.
pub fn products(library: &Library, count: usize) -> Result<Vec<Product>> {
    let mut generator = Generator::new(library.law(), SEED);
    let mut dice = Dice::new(SEED);
    (0..count)
        .map(|_| {
            let written = text::write(library.law(), &generator.manifest());
            let mut tree: Json = serde_json::from_str(&written)?;
            let market = dice.pick(&MARKETS);
            bring_nearer(&mut tree, &mut dice, market);
            let text = tree.to_string();
            let read = library.read_manifest("product.json", text.as_bytes());
            let manifest = read.map_err(|faults| {
                anyhow!("{:?}", faults.first().map(|fault| fault.kind.to_string()))
            })?;
            Ok(Product { manifest, market })
        })
        .collect()
}

/// The products as rows, each in its market.
pub fn rows<'a>(library: &Library, products: &'a [Product]) -> Vec<Row<'a>> {
    let law = library.law();
    let row = |product: &'a Product| {
        let place: Vec<_> = law.jurisdictions.find(product.market).into_iter().collect();
        let market = markets_for(law, &product.manifest, &place)[0];
        Row { manifest: &product.manifest, market, on: DAY }
    };
    products.iter().map(row).collect()
}

fn bring_nearer(tree: &mut Json, dice: &mut Dice, market: &str) {
    for placement in items(tree, "market.placements") {
        placement["territory"] = json!(market);
    }
    if dice.chance(70) {
        tree["product.kind"] = json!([dice.pick(&EVERYDAY)]);
    }
    if dice.chance(60) {
        tree["net.internet_capable"] = json!(true);
    }
    if dice.chance(60) {
        tree["market.previously_supplied"] = json!(false);
    }
    for fact in ["product.identical_spare_part", "product.defence_only"] {
        if dice.chance(60) {
            tree[fact] = json!(false);
        }
    }
    labels(tree, dice);
    disclosure(tree, dice);
    documents(tree, dice);
}

fn labels(tree: &mut Json, dice: &mut Dice) {
    if dice.chance(15) {
        tree["certificates"] = json!("absent");
    } else if dice.chance(20) {
        let spec = dice.pick(&["JST-CR-01-01-2024R1", "CCC SP-151-2 v1.4"]);
        let scheme = dice.pick(&["jc_star", "sg_cls"]);
        let mut label = json!({
            "id": "label", "scheme": scheme, "level": "star_1", "spec": spec,
            "covers_this_model": dice.chance(90), "status": "valid",
        });
        if dice.chance(80) {
            let ends = dice.pick(&["absent", "2028-05-31", "2028-06-01", "2030-01-01"]);
            label["expires"] = json!(ends);
        }
        tree["certificates"] = json!([label]);
    }
}

fn disclosure(tree: &mut Json, dice: &mut Dice) {
    if dice.chance(30) {
        let clauses = dice.pick(&[
            json!(["6.2.2", "6.2.5", "6.5"]),
            json!(["6.2.2", "6.5"]),
            json!(["6.2.2", "6.2.5", "6.5", "7"]),
        ]);
        let version = dice.pick(&["2018", "2014"]);
        tree["vdp.standards"] =
            json!([{ "id": "s", "standard": "iso29147", "version": version, "clauses": clauses }]);
    }
}

fn documents(tree: &mut Json, dice: &mut Dice) {
    for document in items(tree, "documents") {
        if dice.chance(50) {
            document["kind"] = json!(dice.pick(&["statement_of_compliance", "sbom"]));
        }
        if dice.chance(40) {
            document["states"] = json!(["standard_number", "standard_version", "standard_date"]);
        }
    }
}

/// The items of a list; none where it is not told, or absent.
fn items<'t>(tree: &'t mut Json, list: &str) -> impl Iterator<Item = &'t mut Json> {
    tree.get_mut(list).and_then(Json::as_array_mut).into_iter().flatten()
}
