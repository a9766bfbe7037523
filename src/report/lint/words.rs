//! What each drafting fault is called, in English, French and Dutch.
//!
//! `{at}` is the rule or ruleset, `{name}` a term, parameter or code, `{rules}` other rules or
//! rulesets, `{days}` days, `{list}` verdicts or what is wrong with a claim.

use crate::analysis::lint::Cause;
use crate::model::drafting::DraftingFault;

/// Words in English, French and Dutch.
type Words = [&'static str; 3];

/// The words of one fault.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling {
    /// What is wrong.
    pub(super) message: Words,
    /// What stands at the frame.
    pub(super) label: Words,
    /// What to do.
    pub(super) help: Words,
}

/// How a fault is told.
pub(super) fn telling(fault: DraftingFault, cause: Option<Cause>) -> Telling {
    match fault {
        DraftingFault::NeverApplies => never_applies(cause),
        DraftingFault::NeverMet => NEVER_MET,
        DraftingFault::NeverBreached => NEVER_BREACHED,
        DraftingFault::IdleException => idle_exception(cause),
        DraftingFault::IdleRoute => idle_route(cause),
        DraftingFault::ImpliedRule => IMPLIED_RULE,
        DraftingFault::UnusedTerm => UNUSED_TERM,
        DraftingFault::DifferingTerm => DIFFERING_TERM,
        DraftingFault::SiblingOverlap => SIBLING_OVERLAP,
        DraftingFault::FalseClaim => FALSE_CLAIM,
        DraftingFault::DateGap => DATE_GAP,
        DraftingFault::DateOverlap => DATE_OVERLAP,
        DraftingFault::OnlyEndUsers => ONLY_END_USERS,
        DraftingFault::StaleSource => STALE_SOURCE,
        DraftingFault::ReviewPassed => REVIEW_PASSED,
        DraftingFault::NoExample => NO_EXAMPLE,
        DraftingFault::UnusedAllow => UNUSED_ALLOW,
    }
}

fn never_applies(cause: Option<Cause>) -> Telling {
    let message = match cause {
        Some(Cause::Dates) => [
            "`{at}` never applies: its dates never meet",
            "`{at}` ne s'applique jamais : ses dates ne se rejoignent pas",
            "`{at}` geldt nooit: de datums vallen nooit samen",
        ],
        Some(Cause::Items) => [
            "`{at}` never applies: no product has an item that it speaks of",
            "`{at}` ne s'applique jamais : aucun produit n'a d'élément dont elle parle",
            "`{at}` geldt nooit: geen product heeft een onderdeel waar de regel over gaat",
        ],
        Some(Cause::Lifted) => [
            "`{at}` never applies: its exceptions lift it for every product",
            "`{at}` ne s'applique jamais : ses exceptions la lèvent pour tout produit",
            "`{at}` geldt nooit: de uitzonderingen heffen de regel voor elk product op",
        ],
        _ => [
            "`{at}` never applies: no product is in its scope",
            "`{at}` ne s'applique jamais : aucun produit n'entre dans son champ",
            "`{at}` geldt nooit: geen product valt binnen het bereik",
        ],
    };
    Telling {
        message,
        label: ["binds nobody", "n'oblige personne", "bindt niemand"],
        help: [
            "look for conditions of its scope that contradict each other, or for dates that do not meet",
            "cherchez des conditions du champ qui se contredisent, ou des dates qui ne se rejoignent pas",
            "zoek voorwaarden van het bereik die elkaar tegenspreken, of datums die niet samenvallen",
        ],
    }
}

fn idle_exception(cause: Option<Cause>) -> Telling {
    let message = match cause {
        Some(Cause::NeverHolds) => [
            "an exception of `{at}` never holds",
            "une exception de `{at}` n'est jamais remplie",
            "een uitzondering op `{at}` doet zich nooit voor",
        ],
        _ => [
            "an exception of `{at}` changes no verdict",
            "une exception de `{at}` ne change aucun verdict",
            "een uitzondering op `{at}` verandert geen oordeel",
        ],
    };
    Telling {
        message,
        label: ["never bites", "sans effet", "zonder gevolg"],
        help: [
            "it excepts what the rule does not reach anyway: leave it out, or widen one of the two",
            "elle excepte ce que la règle n'atteint pas : supprimez-la, ou élargissez l'une des deux",
            "hij zondert uit wat de regel toch niet raakt: laat hem weg, of verruim een van beide",
        ],
    }
}

fn idle_route(cause: Option<Cause>) -> Telling {
    let message = match cause {
        Some(Cause::NeverHolds) => [
            "no product can take a deemed route of `{at}`",
            "aucun produit ne peut suivre une voie présumée de `{at}`",
            "geen product kan een vermoedensroute van `{at}` volgen",
        ],
        _ => [
            "a deemed route of `{at}` helps no product",
            "une voie présumée de `{at}` n'aide aucun produit",
            "een vermoedensroute van `{at}` helpt geen enkel product",
        ],
    };
    Telling {
        message,
        label: ["helps nobody", "n'aide personne", "helpt niemand"],
        help: [
            "who takes it meets the duty itself or by another route: leave it out, or look at its conditions",
            "qui la suit satisfait déjà au devoir ou à une autre voie : supprimez-la, ou revoyez ses conditions",
            "wie hem volgt voldoet al aan de plicht of langs een andere route: laat hem weg, of bekijk de voorwaarden",
        ],
    }
}

const NEVER_MET: Telling = Telling {
    message: [
        "no product that `{at}` binds can meet it",
        "aucun produit soumis à `{at}` ne peut y satisfaire",
        "geen product waarvoor `{at}` geldt kan eraan voldoen",
    ],
    label: ["cannot be met", "impossible à satisfaire", "niet na te leven"],
    help: [
        "look for a condition that contradicts the scope, or say what may be done instead",
        "cherchez une condition qui contredit le champ, ou dites ce qui est permis à la place",
        "zoek een voorwaarde die het bereik tegenspreekt, of zeg wat dan wel mag",
    ],
};

const NEVER_BREACHED: Telling = Telling {
    message: [
        "every product that `{at}` binds meets it",
        "tout produit soumis à `{at}` y satisfait",
        "elk product waarvoor `{at}` geldt voldoet eraan",
    ],
    label: ["asks for nothing", "n'exige rien", "vraagt niets"],
    help: [
        "a norm that cannot fail asks for nothing: look for a condition that the scope settles already",
        "une norme qui ne peut échouer n'exige rien : cherchez une condition que le champ règle déjà",
        "een norm die niet kan falen vraagt niets: zoek een voorwaarde die het bereik al beslist",
    ],
};

const IMPLIED_RULE: Telling = Telling {
    message: [
        "`{at}` asks for nothing that {rules} does not ask for",
        "`{at}` n'exige rien que {rules} n'exige déjà",
        "`{at}` vraagt niets wat {rules} niet al vraagt",
    ],
    label: ["said already", "déjà dit", "al gezegd"],
    help: [
        "what breaches it always breaches the other: leave one out, or say what it adds",
        "qui l'enfreint enfreint toujours l'autre : supprimez l'une, ou dites ce qu'elle ajoute",
        "wie deze schendt, schendt altijd de andere: laat er een weg, of zeg wat deze toevoegt",
    ],
};

const UNUSED_TERM: Telling = Telling {
    message: ["nothing uses `{name}`", "rien n'utilise `{name}`", "niets gebruikt `{name}`"],
    label: ["not used", "inutilisé", "ongebruikt"],
    help: [
        "use it in a rule, or leave it out",
        "employez-le dans une règle, ou supprimez-le",
        "gebruik het in een regel, of laat het weg",
    ],
};

const DIFFERING_TERM: Telling = Telling {
    message: [
        "`{name}` means something else in {rules}",
        "`{name}` a un autre sens dans {rules}",
        "`{name}` betekent iets anders in {rules}",
    ],
    label: ["means something else there", "autre sens là-bas", "daar iets anders"],
    help: [
        "give one of the two another name, or let both mean the same",
        "renommez l'un des deux, ou donnez-leur le même sens",
        "geef een van beide een andere naam, of laat beide hetzelfde betekenen",
    ],
};

const SIBLING_OVERLAP: Telling = Telling {
    message: [
        "two exceptions of `{at}` meet in a product and say different things",
        "deux exceptions de `{at}` visent un même produit et disent des choses différentes",
        "twee uitzonderingen op `{at}` treffen één product en zeggen verschillende dingen",
    ],
    label: ["meets the other", "rencontre l'autre", "raakt de andere"],
    help: [
        "neither goes before the other: narrow one of the two, or let both ask for the same",
        "aucune ne prime : restreignez l'une des deux, ou faites-leur exiger la même chose",
        "geen van beide gaat voor: beperk er een, of laat beide hetzelfde vragen",
    ],
};

const FALSE_CLAIM: Telling = Telling {
    message: [
        "`{at}` says that it {name} {rules}; that is not so: {list}",
        "`{at}` dit : {name} {rules} ; c'est inexact : {list}",
        "`{at}` zegt: {name} {rules}; dat klopt niet: {list}",
    ],
    label: ["does not hold", "ne tient pas", "klopt niet"],
    help: [
        "claim what is so, mend the rule, or leave the claim out",
        "affirmez ce qui est, corrigez la règle, ou supprimez l'affirmation",
        "beweer wat zo is, verbeter de regel, of laat de bewering weg",
    ],
};

const DATE_GAP: Telling = Telling {
    message: [
        "{name}: nothing counts {days}",
        "{name} : rien ne vaut {days}",
        "{name}: niets geldt {days}",
    ],
    label: ["leaves a gap", "laisse une lacune", "laat een gat"],
    help: [
        "let each value or rule start on the day after the one before it ends",
        "faites commencer chaque valeur ou règle le lendemain de la fin de la précédente",
        "laat elke waarde of regel beginnen op de dag na het einde van de vorige",
    ],
};

const DATE_OVERLAP: Telling = Telling {
    message: [
        "{name}: both count {days}",
        "{name} : les deux valent {days}",
        "{name}: beide gelden {days}",
    ],
    label: ["overlaps", "chevauche", "overlapt"],
    help: [
        "end the earlier rule on the day before the later one starts",
        "faites finir la première la veille du début de la seconde",
        "laat de eerste eindigen op de dag voordat de tweede begint",
    ],
};

const ONLY_END_USERS: Telling = Telling {
    message: [
        "every duty of `{at}` falls on the end user",
        "tous les devoirs de `{at}` pèsent sur l'utilisateur final",
        "elke plicht van `{at}` rust op de eindgebruiker",
    ],
    label: [
        "binds none but the end user",
        "n'oblige que l'utilisateur final",
        "bindt alleen de eindgebruiker",
    ],
    help: [
        "say what those owe who make, sell or run the product",
        "dites ce que doivent ceux qui fabriquent, vendent ou exploitent le produit",
        "zeg wat zij verschuldigd zijn die het product maken, verkopen of beheren",
    ],
};

const STALE_SOURCE: Telling = Telling {
    message: [
        "the source of `{at}` was last read {days}",
        "la source de `{at}` a été lue {days}",
        "de bron van `{at}` is gelezen {days}",
    ],
    label: ["read too early", "lue trop tôt", "te vroeg gelezen"],
    help: [
        "read the text as it now is, and write the day: `source <…> read DATE.`",
        "lisez le texte tel qu'il est, et notez le jour : `source <…> read DATE.`",
        "lees de tekst zoals hij nu is, en noteer de dag: `source <…> read DATE.`",
    ],
};

const REVIEW_PASSED: Telling = Telling {
    message: [
        "the day of review of `{at}` has passed: {days}",
        "la date de réexamen de `{at}` est passée : {days}",
        "de dag van evaluatie van `{at}` is voorbij: {days}",
    ],
    label: ["to be reviewed", "à réexaminer", "te evalueren"],
    help: [
        "find out what the review brought, then write the next day: `review by DATE.`",
        "cherchez le résultat du réexamen, puis notez la date suivante : `review by DATE.`",
        "zoek uit wat de evaluatie bracht, en noteer de volgende dag: `review by DATE.`",
    ],
};

const NO_EXAMPLE: Telling = Telling {
    message: [
        "`{at}` has no example of: {list}",
        "`{at}` n'a pas d'exemple de : {list}",
        "`{at}` heeft geen voorbeeld van: {list}",
    ],
    label: ["not shown", "non montré", "niet getoond"],
    help: [
        "write an example with `expect`: it tests the rule and explains it",
        "écrivez un exemple avec `expect` : il teste la règle et l'explique",
        "schrijf een voorbeeld met `expect`: het toetst de regel en legt hem uit",
    ],
};

const UNUSED_ALLOW: Telling = Telling {
    message: [
        "`allow {name}` allows nothing",
        "`allow {name}` ne permet rien",
        "`allow {name}` staat niets toe",
    ],
    label: ["for nothing", "sans objet", "nergens voor"],
    help: [
        "there is no such fault here any more: leave it out",
        "ce défaut n'existe plus ici : supprimez-le",
        "die fout is er niet meer: laat het weg",
    ],
};

/// At another place that a finding has to do with.
pub(super) const OTHER: Words = ["the other one", "l'autre", "de andere"];
/// Before a place in another file.
pub(super) const SEE: Words = ["see", "voir", "zie"];
/// Before the product that shows a fault.
pub(super) const PRODUCT: Words = ["for example", "par exemple", "bijvoorbeeld"];
/// Where and when the product is looked at: territory, day of placing, day of the check.
pub(super) const PLACED: Words = [
    "in {territory}, placed on {placed}, checked on {on}",
    "en {territory}, mis sur le marché le {placed}, vérifié le {on}",
    "in {territory}, in de handel op {placed}, beoordeeld op {on}",
];
/// Of a fault that no product contradicts.
pub(super) const PROVED: Words = [
    "proved for every product, on every day on which something changes",
    "prouvé pour tout produit, chaque jour où quelque chose change",
    "bewezen voor elk product, op elke dag waarop iets verandert",
];
/// From a first to a last day.
pub(super) const FROM_UNTIL: Words =
    ["from {from} until {until}", "du {from} au {until}", "van {from} tot en met {until}"];
/// From a day on.
pub(super) const FROM: Words = ["from {from} on", "à partir du {from}", "vanaf {from}"];
/// Up to a day.
pub(super) const UNTIL: Words = ["until {until}", "jusqu'au {until}", "tot en met {until}"];
/// On one day, and there on another.
pub(super) const READ: Words = [
    "on {from}, and the text is of {until}",
    "le {from}, et le texte est du {until}",
    "op {from}, en de tekst is van {until}",
];
/// Joins the last of several names.
pub(super) const AND: Words = [" with ", " avec ", " met "];
/// What a judgement of an open norm is called.
pub(super) const JUDGED: Words = ["judged met", "jugé rempli", "beoordeeld als voldaan"];
/// And its opposite.
pub(super) const JUDGED_NOT: Words =
    ["judged not met", "jugé non rempli", "beoordeeld als niet voldaan"];
/// Faults and warnings are counted, with what is allowed and what could not be told.
pub(super) const SUMMARY: Words = [
    "{errors} errors, {warnings} warnings, {allowed} allowed with a reason; {untold} questions could not be told",
    "{errors} erreurs, {warnings} avertissements, {allowed} permis avec un motif ; {untold} questions n'ont pu être tranchées",
    "{errors} fouten, {warnings} waarschuwingen, {allowed} met reden toegestaan; {untold} vragen waren niet te beantwoorden",
];
/// Where more is said.
pub(super) const MORE: Words = [
    "`comity explain CODE` says more",
    "`comity explain CODE` en dit plus",
    "`comity explain CODE` zegt meer",
];
