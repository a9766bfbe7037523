//! The rulesets that are shipped inside the library, as text.

/// One shipped file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShippedFile {
    /// Its path below `rulesets/`.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! shipped {
    ($($path:literal),* $(,)?) => {
        &[$(ShippedFile {
            path: $path,
            text: include_str!(concat!("../rulesets/", $path)),
        }),*]
    };
}

/// All shipped files: one line for each, in order of path.
pub const SHIPPED: &[ShippedFile] = shipped![
    "ca/alberta-pipa.comity",
    "ca/bill-c22.comity",
    "ca/bill-c36.comity",
    "ca/casl.comity",
    "ca/competition.comity",
    "ca/copyright.comity",
    "ca/five-country-2019.comity",
    "ca/joint-statement-2022.comity",
    "ca/labelling-initiative-2025.comity",
    "ca/multistakeholder-2019.comity",
    "ca/opc-consent.comity",
    "ca/opc-iot.comity",
    "ca/packaging.comity",
    "ca/pipeda-mobility.comity",
    "ca/pipeda.comity",
    "ca/product-safety.comity",
    "ca/quebec-biometrics.comity",
    "ca/quebec-consumer.comity",
    "ca/quebec-french.comity",
    "ca/quebec-p39-1.comity",
    "ca/radio.comity",
    "eu/ai-act.comity",
    "eu/cra.comity",
    "eu/data-act.comity",
    "eu/ecodesign-phones.comity",
    "eu/gdpr.comity",
    "eu/gpsr.comity",
    "eu/red.comity",
    "forum/expiry-business.comity",
    "forum/expiry-civil-society.comity",
    "forum/igf-2018.comity",
    "jurisdictions.comity",
    "nl/burgerlijk-wetboek.comity",
    "nl/cyberbeveiligingswet.comity",
    "nl/igf-2018.comity",
    "nl/language.comity",
    "nl/ncsc-cvd-guideline.comity",
    "nl/roadmap-2018.comity",
    "nl/telecom.comity",
    "nl/uavg.comity",
    "nl/update-guidance.comity",
    "uk/app-code.comity",
    "uk/childrens-code.comity",
    "uk/code-of-practice.comity",
    "uk/ev-charge-points.comity",
    "uk/gdpr.comity",
    "uk/ico-iot.comity",
    "uk/northern-ireland-radio.comity",
    "uk/pecr.comity",
    "uk/psti.comity",
    "vocabulary/iot.comity",
    "voluntary/australia.comity",
    "voluntary/brazil.comity",
    "voluntary/en-18031.comity",
    "voluntary/etsi-en-303-645-2.1.1.comity",
    "voluntary/etsi-en-303-645-3.1.3.comity",
    "voluntary/finland.comity",
    "voluntary/germany.comity",
    "voluntary/iotsf.comity",
    "voluntary/ioxt.comity",
    "voluntary/jc-star.comity",
    "voluntary/korea.comity",
    "voluntary/nist-ir-8259a.comity",
    "voluntary/nist-ir-8425.comity",
    "voluntary/ota.comity",
    "voluntary/owasp-iot-top10.comity",
    "voluntary/singapore-cls.comity",
    "voluntary/us-california.comity",
    "voluntary/us-cyber-trust-mark.comity",
    "voluntary/us-oregon.comity",
    "voluntary/wef-must-haves.comity",
];
