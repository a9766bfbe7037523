//! Finds the places named on the command line.

use crate::failure::Failure;
use comity::model::jurisdiction::JurisdictionId;
use comity::model::law::Law;
use comity::suggest::nearest;

/// The jurisdictions of those codes or everyday names.
pub(crate) fn find_jurisdictions(law: &Law, names: &[String]) -> Result<Vec<JurisdictionId>, Failure> {
    names.iter().map(|name| find(law, name.trim())).collect()
}

fn find(law: &Law, name: &str) -> Result<JurisdictionId, Failure> {
    law.jurisdictions.find(name).ok_or_else(|| {
        let aliases = law.jurisdictions.all.iter().flat_map(|known| &known.aliases);
        let codes = law.jurisdictions.all.iter().map(|known| &known.code);
        let lower = name.to_lowercase();
        let help = match nearest(&lower, aliases.chain(codes).map(String::as_str)) {
            Some(near) => format!("; did you mean `{near}`?"),
            None => "; use a code such as GB, NL, CA-QC or a name such as uk".to_owned(),
        };
        Failure::new(format!("there is no jurisdiction `{name}`{help}"))
    })
}
