//! Claims of rules about rules of other texts: as data, and in words.

use crate::analysis::claims::{Flaw, Gap, JudgedClaim, Proof, Verdict};
use crate::analysis::problem::Doubt;
use crate::model::law::Law;
use crate::model::rule::RuleId;
use crate::model::text::Language;
use crate::report::lexicon::said;
use crate::report::manifest_yaml::manifest_yaml;
use crate::report::paint::Paint;
use crate::report::told_product::product_lines;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;

/// A claim, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClaimReport {
    /// The rule that makes it, by its full id, with its edition where several are at hand.
    pub rule: String,
    /// `adopts`, `tightens`, `relaxes`, `replaces`.
    pub claim: String,
    /// The rule of which it is made.
    pub of: String,
    /// `proven`, `refuted`, `undecided`.
    pub verdict: String,
    /// What the verdict rests on. Proven: `none_against`, `stricter`, `force`, `from`. Refuted:
    /// `only_met`, `only_breached`, `no_difference`, `force`, `never_together`, `still_binds`,
    /// `nothing_replaced`. Undecided: `judged`, `permission`, `days`, `stopped`, `coarse`.
    pub reason: String,
    /// The same in words.
    pub said: String,
    /// The days of placing and of the check that were asked of; nothing changes between them.
    pub days: Vec<String>,
    /// A product that shows what is wrong with the claim, or that the stricter rule is stricter:
    /// as a manifest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
}

/// Words in the three languages.
type Words = [&'static str; 3];

const PROVEN: Words = ["proved", "prouvé", "bewezen"];
const REFUTED: Words = ["does not hold", "ne tient pas", "klopt niet"];
const UNDECIDED: Words = ["could not be told", "indécidé", "niet uit te maken"];

/// Claims as data.
#[must_use]
pub fn claim_reports(law: &Law, judged: &[JudgedClaim], language: Language) -> Vec<ClaimReport> {
    let report = |judged: &JudgedClaim| {
        let (verdict, words) = match &judged.verdict {
            Verdict::Proven(_) => ("proven", PROVEN),
            Verdict::Refuted(..) => ("refuted", REFUTED),
            Verdict::Open(_) => ("undecided", UNDECIDED),
        };
        let (reason, why) = reason(&judged.verdict);
        let product = match &judged.verdict {
            Verdict::Proven(Proof::Stricter(product)) => Some(product.as_ref()),
            Verdict::Refuted(_, product) => product.as_deref(),
            _ => None,
        };
        let day = match judged.verdict {
            Verdict::Proven(Proof::From(day)) => day.to_string(),
            _ => String::new(),
        };
        let why = said(why, language).replace("{day}", &day);
        ClaimReport {
            rule: rule_name(law, judged.rule),
            claim: judged.claimed.claim.word().to_owned(),
            of: rule_name(law, judged.claimed.of),
            verdict: verdict.to_owned(),
            reason: reason.to_owned(),
            said: format!("{}: {why}", said(words, language)),
            days: judged.days.iter().map(ToString::to_string).collect(),
            product: product.map(|product| manifest_yaml(&law.vocabulary, &product.manifest)),
        }
    };
    judged.iter().map(report).collect()
}

/// The full id of a rule; with the edition where several are at hand.
#[must_use]
pub fn rule_name(law: &Law, id: RuleId) -> String {
    let Some(rule) = law.rule(id) else { return String::new() };
    let is_twin = law.rulesets.iter().filter(|set| Some(&set.id) == id_of(law, id)).count() > 1;
    match law.ruleset(rule.ruleset) {
        Some(ruleset) if is_twin => format!("{}@{}/{}", ruleset.id, ruleset.edition, rule.number),
        _ => rule.id.clone(),
    }
}

fn id_of(law: &Law, rule: RuleId) -> Option<&String> {
    Some(&law.ruleset(law.rule(rule)?.ruleset)?.id)
}

/// What a verdict rests on: its word in the data, and words for people.
fn reason(verdict: &Verdict) -> (&'static str, Words) {
    match verdict {
        Verdict::Proven(proof) => proof_words(proof),
        Verdict::Refuted(flaw, _) => (flaw_word(*flaw), flaw_words(*flaw)),
        Verdict::Open(gap) => gap_words(*gap),
    }
}

fn proof_words(proof: &Proof) -> (&'static str, Words) {
    match proof {
        Proof::NoneAgainst => (
            "none_against",
            [
                "whatever both bind meets both or neither, whatever people judge",
                "ce que les deux lient satisfait aux deux ou à aucune, quoi que l’on juge",
                "wat beide binden, voldoet aan beide of aan geen van beide, hoe mensen ook oordelen",
            ],
        ),
        Proof::Stricter(_) => (
            "stricter",
            [
                "no product keeps the stricter and breaches the looser; this one shows the difference",
                "aucun produit ne respecte la plus stricte en enfreignant l’autre ; celui-ci montre la différence",
                "geen product houdt zich aan de strengere en schendt de andere; dit toont het verschil",
            ],
        ),
        Proof::Force => (
            "force",
            [
                "both ask for the same, the one as an obligation, the other as a recommendation",
                "les deux demandent la même chose, l’une comme obligation, l’autre comme recommandation",
                "beide vragen hetzelfde, de een als verplichting, de ander als aanbeveling",
            ],
        ),
        Proof::From(_) => (
            "from",
            [
                "from {day} on the other binds no unit that is placed",
                "à partir du {day} l’autre ne lie plus aucune unité mise sur le marché",
                "vanaf {day} bindt de andere geen exemplaar dat in de handel komt",
            ],
        ),
    }
}

fn flaw_word(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::OnlyMet => "only_met",
        Flaw::OnlyBreached => "only_breached",
        Flaw::NoDifference => "no_difference",
        Flaw::Force => "force",
        Flaw::NeverTogether => "never_together",
        Flaw::StillBinds => "still_binds",
        Flaw::NothingReplaced => "nothing_replaced",
    }
}

/// What is wrong with a claim.
#[must_use]
pub fn flaw_words(flaw: Flaw) -> [&'static str; 3] {
    match flaw {
        Flaw::OnlyMet => [
            "a product meets the one and breaches the other",
            "un produit satisfait à l’une et enfreint l’autre",
            "een product voldoet aan de een en schendt de ander",
        ],
        Flaw::OnlyBreached => [
            "a product breaches the one and meets the other",
            "un produit enfreint l’une et satisfait à l’autre",
            "een product schendt de een en voldoet aan de ander",
        ],
        Flaw::NoDifference => {
            ["both ask for the same", "les deux demandent la même chose", "beide vragen hetzelfde"]
        }
        Flaw::Force => [
            "only one of the two is an obligation",
            "une seule des deux est une obligation",
            "maar een van beide is een verplichting",
        ],
        Flaw::NeverTogether => [
            "no product is ever bound by both",
            "aucun produit n’est jamais lié par les deux",
            "geen product wordt ooit door beide gebonden",
        ],
        Flaw::StillBinds => [
            "the other still binds a product when the one is there already",
            "l’autre lie encore un produit alors que l’une est déjà là",
            "de ander bindt nog een product terwijl de een er al is",
        ],
        Flaw::NothingReplaced => [
            "on no day does the one take over from the other",
            "l’une ne prend la suite de l’autre aucun jour",
            "op geen dag neemt de een het over van de ander",
        ],
    }
}

fn gap_words(gap: Gap) -> (&'static str, Words) {
    match gap {
        Gap::Judged => (
            "judged",
            [
                "each leaves something of its own to people, and it rests on how they judge",
                "chacune laisse quelque chose à l’appréciation, et tout dépend du jugement",
                "elk laat iets eigens aan mensen over, en het hangt van hun oordeel af",
            ],
        ),
        Gap::Permission => (
            "permission",
            [
                "a permission asks for nothing that could be compared",
                "une permission n’exige rien que l’on puisse comparer",
                "een toestemming vraagt niets dat te vergelijken is",
            ],
        ),
        Gap::Days => (
            "days",
            [
                "days are counted from the day of placing or of the check, so that no list of days is all there is",
                "des jours se comptent à partir de la mise sur le marché ou du contrôle : aucune liste de jours n’est complète",
                "dagen tellen vanaf het in de handel brengen of de controle, zodat geen lijst van dagen volledig is",
            ],
        ),
        Gap::Doubt(Doubt::Stopped) => (
            "stopped",
            ["the search took too long", "la recherche a trop duré", "het zoeken duurde te lang"],
        ),
        Gap::Doubt(Doubt::Coarse) => (
            "coarse",
            [
                "values were not told apart finely enough",
                "des valeurs n’ont pas été assez distinguées",
                "waarden werden niet fijn genoeg onderscheiden",
            ],
        ),
    }
}

/// The claims for people. A product is shown with each that is refuted; with `all`, or where there
/// is but one claim, also the product that shows that the stricter rule is stricter.
pub fn write_claims(out: &mut String, claims: &[ClaimReport], all: bool, paint: Paint) {
    let all = all || claims.len() == 1;
    for claim in claims {
        let (rule, of) = (paint.strong(&claim.rule), paint.strong(&claim.of));
        let _ = writeln!(out, "{rule} {} {of}", paint.open(&claim.claim));
        let _ = writeln!(out, "{}", paint.filled("    ", &claim.said));
        let shown = claim.product.as_deref().filter(|_| all || claim.verdict == "refuted");
        for line in shown.map(product_lines).into_iter().flatten() {
            let _ = writeln!(out, "      {line}");
        }
    }
}
