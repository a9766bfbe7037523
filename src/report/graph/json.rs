//! The dependency view as plain data: what `--format json` writes and every picture shows.
//!
//! These structs are a promise to the outside, as those of [`crate::report::json`] are.

use crate::report::json::pretty;
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub const FORMAT: &str = "comity-graph/1";

/// The answer to one `comity graph`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GraphReport {
    /// `comity-graph/1`
    pub format: String,
    /// Version of the engine.
    pub engine: String,
    /// Language of titles: `en`, `fr`, `nl`.
    pub language: String,
    /// Ids of the nodes that were asked about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub about: Vec<String>,
    /// The nodes, in the order of the texts.
    pub nodes: Vec<NodeReport>,
    /// The edges, each once for its ends and kind.
    pub edges: Vec<EdgeReport>,
    /// Ids of the rulesets and rules shown, each after what it rests on.
    pub order: Vec<String>,
    /// Groups of nodes that rest on each other, by their ids.
    pub circles: Vec<Vec<String>>,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NodeReport {
    /// A name that no other node has: `rule:uk.psti@2025-12-04/sch1.1`.
    pub id: String,
    /// `ruleset`, `rule`, `term`, `parameter`, `fact`, `label`, `jurisdiction`.
    pub kind: String,
    /// The name that people use: `uk.psti.sch1.1`.
    pub name: String,
    /// Its title; empty for terms and parameters.
    pub title: String,
    /// The clause of the instrument; of a ruleset the instrument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// File in which it is written.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
}

/// An edge: the node `from` defines, uses, cites … the node `to`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EdgeReport {
    /// Id of the node at its tail.
    pub from: String,
    /// Id of the node at its head.
    pub to: String,
    /// `defines`, `uses`, `cites`, `deems`, `overrides`, `adopts`, `tightens`, `relaxes`,
    /// `replaces`, `applies-in`, `within`; proved: `conflicts-with`, `stricter-than`, `equal-to`,
    /// `overlaps`.
    pub kind: String,
    /// Whether a longer way between its ends says the same; pictures leave it out.
    pub implied: bool,
    /// Why it is there; never empty.
    pub grounds: Vec<GroundReport>,
}

/// A clause or proof behind an edge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroundReport {
    /// The words that open the clause: `must`, `deemed met where`, `means`; else the kind of edge.
    pub clause: String,
    /// What is asked of another rule: `met`, `met where applicable`, `breached`, `applies`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
    /// Days on which the clause counts, if it is dated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dates: Option<String>,
    /// The clause of the instrument.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// Address of that clause, if it has its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Id of the part of the tail that it is a clause of, if the edge stands for an edge of parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Id of the part of the head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// File in which the clause is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// What was proved, of an edge of meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
    /// The product that shows it, as a manifest; none where the proof is that there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
}

/// The JSON Schema of [`GraphReport`].
#[must_use]
pub fn graph_schema() -> serde_json::Value {
    schemars::schema_for!(GraphReport).to_value()
}

impl GraphReport {
    /// The graph as indented JSON with a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        pretty(self)
    }
}
