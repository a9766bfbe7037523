//! `comity graph --proven`: what was proved of rules, in every form.

use super::{ends, json};
use serde_json::Value;

const ON: [&str; 3] = ["--proven", "--on", "2026-11-22"];

fn graph(more: &[&str], code: i32) -> super::Printed {
    ends(&[&["graph"], &ON[..], more].concat(), code)
}

/// The proved edges of a graph as data, as `from kind to`.
fn edges(more: &[&str]) -> Vec<String> {
    let found = json(&[&["graph"], &ON[..], more, &["--format", "json"]].concat(), 0);
    let is_proven = |edge: &&Value| edge["grounds"][0].get("proof").is_some();
    let edges = found["edges"].as_array().unwrap().iter().filter(is_proven);
    let word = |edge: &Value, key: &str| edge[key].as_str().unwrap().to_owned();
    edges.map(|edge| ["from", "kind", "to"].map(|key| word(edge, key)).join(" ")).collect()
}

#[test]
fn proven_edges_are_those_of_the_places_that_are_named() {
    let rule = ["--from", "nl.uavg.art5.1", "--depth", "1"];
    let clash = "rule:nl.uavg@2018-05-25/art5.1 conflicts-with rule:uk.gdpr@2026-06-19/8.from13";
    let stricter = "rule:nl.uavg@2018-05-25/art5.1 stricter-than rule:ca.qc.p39_1@2024-09-22/4.1";
    let all = edges(&rule);
    assert!([clash, stricter].iter().all(|edge| all.iter().any(|one| one == edge)), "{all:?}");
    let near = edges(&[&rule[..], &["--in", "uk,nl"]].concat());
    assert!(near.iter().any(|edge| edge == clash), "{near:?}");
    assert!(!near.iter().any(|edge| edge.contains("ca.qc")), "{near:?}");
    let plain = json(&["graph", "--from", rule[1], "--format", "json"], 0).to_string();
    assert!(!plain.contains("\"proof\""));
}

#[test]
fn proven_edges_come_in_every_form() {
    let rule = ["--from", "uk.gdpr.8", "--in", "uk,nl"];
    let page = graph(&rule, 0).out;
    assert!(page.contains("\nProved\n") && page.contains("looser than  nl.uavg.art5.1"), "{page}");
    let french = graph(&[&rule[..], &["--lang", "fr"]].concat(), 0).out;
    assert!(french.contains("un produit enfreint nl.uavg.art5.1"), "{french}");
    let dutch = graph(&[&rule[..], &["--lang", "nl"]].concat(), 0).out;
    assert!(dutch.contains("een product schendt nl.uavg.art5.1"), "{dutch}");
    for (form, words) in [
        ("dot", "label=\"stricter than\""),
        ("mermaid", "|\"stricter than\"|"),
        ("svg", "a product breaches nl.uavg.art5.1 and meets uk.gdpr.8"),
    ] {
        let found = graph(&[&rule[..], &["--format", form]].concat(), 0).out;
        assert!(found.contains(words), "{form}: {found}");
    }
    let rulesets = graph(&["--in", "uk,nl"], 0).out;
    assert!(rulesets.contains("equal-to    ruleset uk.gdpr, 1 pair of rules\n"), "{rulesets}");
}

#[test]
fn proofs_are_asked_for_with_their_day_and_not_of_impact() {
    assert!(ends(&["graph", "--on", "2026-11-22"], 3).err.contains("--proven"));
    let impact = ["--what-depends-on", "support.min_length"];
    assert!(graph(&impact, 3).err.contains("--what-depends-on"));
}
