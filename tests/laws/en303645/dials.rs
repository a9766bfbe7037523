//! Products made by turning dials: each position states facts, and says which conditions and
//! features of the conformance statement the product then has.
//!
//! Conditions of V2.1.1: 1 passwords used; 2 pre-installed passwords used; 3 components not
//! updatable; 4 constrained; 5 not constrained; 6 telemetry collected; 7 personal data processed
//! on consent; 8 user login; 9 automatic updates or notices; 10 hard-coded identity; 11 updates by
//! network; 12 update mechanism; 13 debug interface physically accessible.
//!
//! Conditions of V3.1.3: 3 and 12 as above; 14 brute-force protection not ruled out; 15 update
//! mechanism not ruled out; 16 critical security parameters exist. Features: a passwords;
//! b pre-installed unique passwords; c cryptographic login, by password or otherwise; d user
//! login; e login by network; f components not immutable for security; g components updatable;
//! h automatic updates; i update notices; j updates by network; k sensitive parameters stored;
//! l hard-coded identity; m secrets protect updates or links to services; n security-relevant
//! network configuration; o secrets leave the device; p unused interfaces exist; q debug
//! interfaces exist; r some are physical; s secure boot or tamper detection; t personal data to
//! services; u sensitive personal data to services; v external sensing; w telemetry collectable;
//! x service can store personal data; y processing on consent; z personal data processed;
//! aa aggregate-only collection.

use super::Edition;
use std::collections::BTreeSet;

/// The position of each dial.
pub(super) type Product = [usize; DIALS.len()];

/// Facts that hang together, in each of the ways that are told.
#[derive(Clone, Copy)]
pub(super) struct Dial {
    pub(super) name: &'static str,
    pub(super) positions: &'static [Position],
}

/// Facts, and the keys of V2.1.1 and of V3.1.3 that then hold.
pub(super) struct Position {
    facts: &'static str,
    v2: &'static str,
    v3: &'static str,
}

const fn is(facts: &'static str, v2: &'static str, v3: &'static str) -> Position {
    Position { facts, v2, v3 }
}

/// All dials. The first position of each has the fewest keys, the last the most.
pub(super) const DIALS: [Dial; 14] = [
    Dial { name: "login", positions: LOGIN },
    Dial { name: "limits", positions: LIMITS },
    Dial { name: "updates", positions: UPDATES },
    Dial { name: "secrets", positions: SECRETS },
    Dial { name: "identity", positions: IDENTITY },
    Dial { name: "configuration", positions: CONFIGURATION },
    Dial { name: "interfaces", positions: INTERFACES },
    Dial { name: "debug", positions: DEBUG },
    Dial { name: "integrity", positions: INTEGRITY },
    Dial { name: "channels", positions: CHANNELS },
    Dial { name: "sensors", positions: SENSORS },
    Dial { name: "telemetry", positions: TELEMETRY },
    Dial { name: "services", positions: SERVICES },
    Dial { name: "data", positions: DATA },
];

/// A password that is the same for many units is pre-installed, but not unique: 5.1-2 speaks of
/// unique ones, and so is condition 2 read, whose own words leave it open.
const LOGIN: &[Position] = &[
    is(
        "auth.passwords: absent\nauth.methods: []\nauth.user_login: false\nauth.over_network: false",
        "",
        "",
    ),
    is(
        "auth.passwords: absent\nauth.methods: [local_button]\nauth.user_login: true\nauth.over_network: false",
        "8",
        "d",
    ),
    is(
        "auth.passwords: absent\nauth.methods: [biometric]\nauth.user_login: true\nauth.over_network: true",
        "8",
        "d,e",
    ),
    is(
        "auth.passwords: absent\nauth.methods: [passkey]\nauth.user_login: true\nauth.over_network: true",
        "8",
        "c,d,e",
    ),
    is(
        "auth.passwords: []\nauth.methods: [certificate]\nauth.user_login: false\nauth.over_network: true",
        "",
        "c,e",
    ),
    is(
        "auth.passwords: [{id: own, use: user, scheme: user_defined, applies_in: both}]\nauth.methods: [password]\nauth.user_login: true\nauth.over_network: false",
        "1,8",
        "a,c,d",
    ),
    is(
        "auth.passwords: [{id: all, use: user, scheme: shared, applies_in: both}]\nauth.methods: [password]\nauth.user_login: true\nauth.over_network: true",
        "1,8",
        "a,c,d,e",
    ),
    is(
        "auth.passwords: [{id: unit, use: machine, scheme: unique_per_unit, derivation: random, applies_in: both}]\nauth.methods: [password]\nauth.user_login: false\nauth.over_network: true",
        "1,2",
        "a,b,c,e",
    ),
    is(
        "auth.passwords: [{id: unit, use: user, scheme: unique_per_unit, derivation: random, applies_in: factory}]\nauth.methods: [password]\nauth.user_login: true\nauth.over_network: false",
        "1,2,8",
        "a,b,c,d",
    ),
    is(
        "auth.passwords: [{id: unit, use: user, scheme: unique_per_unit, derivation: random, applies_in: both}, {id: own, use: user, scheme: user_defined, applies_in: other}]\nauth.methods: [password, token]\nauth.user_login: true\nauth.over_network: true",
        "1,2,8",
        "a,b,c,d,e",
    ),
];

/// Any limit makes a product constrained (V2); which protection it rules out is asked apart (V3).
const LIMITS: &[Position] = &[
    is(
        "product.constrained: [power, memory]\nproduct.constraints_prevent: [bruteforce_protection, update_mechanism]",
        "4",
        "",
    ),
    is(
        "product.constrained: [cpu]\nproduct.constraints_prevent: [bruteforce_protection]",
        "4",
        "15",
    ),
    is(
        "product.constrained: [one_way_radio]\nproduct.constraints_prevent: [update_mechanism]",
        "4",
        "14",
    ),
    is("product.constrained: [no_ui]\nproduct.constraints_prevent: []", "4", "14,15"),
    is("product.constrained: []\nproduct.constraints_prevent: []", "5", "14,15"),
];

const UPDATES: &[Position] = &[
    is(
        "updates.scope: none\nupdates.mechanisms: absent\nupdates.non_updatable: [{id: rom, immutable_for_security: true}]\nupdates.automatic.supported: false\nupdates.notify: false",
        "3",
        "3",
    ),
    is(
        "updates.scope: none\nupdates.mechanisms: []\nupdates.non_updatable: [{id: program, immutable_for_security: false}]\nupdates.automatic.supported: false\nupdates.notify: false",
        "3",
        "3,f",
    ),
    is(
        "updates.scope: none\nupdates.mechanisms: absent\nupdates.non_updatable: [{id: rom, immutable_for_security: true}, {id: program, immutable_for_security: false}]\nupdates.automatic.supported: false\nupdates.notify: false",
        "3",
        "3,f",
    ),
    is(
        "updates.scope: all\nupdates.mechanisms: [{id: stick, channel: usb}]\nupdates.non_updatable: absent\nupdates.automatic.supported: false\nupdates.notify: false",
        "12",
        "12,f,g",
    ),
    is(
        "updates.scope: all\nupdates.mechanisms: [{id: phone, channel: app}]\nupdates.non_updatable: []\nupdates.automatic.supported: false\nupdates.notify: true",
        "9,12",
        "12,f,g,i",
    ),
    is(
        "updates.scope: all\nupdates.mechanisms: [{id: net, channel: network}]\nupdates.non_updatable: absent\nupdates.automatic.supported: true\nupdates.notify: false",
        "9,11,12",
        "12,f,g,h,j",
    ),
    is(
        "updates.scope: all\nupdates.mechanisms: [{id: net, channel: network}, {id: stick, channel: usb}]\nupdates.non_updatable: absent\nupdates.automatic.supported: true\nupdates.notify: true",
        "9,11,12",
        "12,f,g,h,i,j",
    ),
    is(
        "updates.scope: some\nupdates.mechanisms: [{id: stick, channel: usb}]\nupdates.non_updatable: [{id: rom, immutable_for_security: true}]\nupdates.automatic.supported: false\nupdates.notify: false",
        "3,12",
        "3,12,f,g",
    ),
    is(
        "updates.scope: some\nupdates.mechanisms: [{id: net, channel: network}]\nupdates.non_updatable: [{id: rom, immutable_for_security: true}]\nupdates.automatic.supported: true\nupdates.notify: true",
        "3,9,11,12",
        "3,12,f,g,h,i,j",
    ),
];

const SECRETS: &[Position] = &[
    is(
        "keys.exist: false\nkeys.persisted: false\nkeys.protect_links: false\nkeys.leave_device: false",
        "",
        "",
    ),
    is(
        "keys.exist: true\nkeys.persisted: false\nkeys.protect_links: false\nkeys.leave_device: false",
        "",
        "16",
    ),
    is(
        "keys.exist: true\nkeys.persisted: true\nkeys.protect_links: false\nkeys.leave_device: false",
        "",
        "16,k",
    ),
    is(
        "keys.exist: true\nkeys.persisted: false\nkeys.protect_links: true\nkeys.leave_device: false",
        "",
        "16,m",
    ),
    is(
        "keys.exist: true\nkeys.persisted: false\nkeys.protect_links: false\nkeys.leave_device: true",
        "",
        "16,o",
    ),
    is(
        "keys.exist: true\nkeys.persisted: true\nkeys.protect_links: true\nkeys.leave_device: true",
        "",
        "16,k,m,o",
    ),
];

const IDENTITY: &[Position] = &[
    is("keys.hardware_identity: none", "", ""),
    is("keys.hardware_identity: modifiable", "10", "l"),
    is("keys.hardware_identity: tamper_resistant", "10", "l"),
];

const CONFIGURATION: &[Position] = &[
    is("auth.remote_config: none", "", ""),
    is("auth.remote_config: open", "", "n"),
    is("auth.remote_config: login", "", "n"),
];

const INTERFACES: &[Position] = &[
    is("surface.unused_interfaces: none", "", ""),
    is("surface.unused_interfaces: enabled", "", "p"),
    is("surface.unused_interfaces: disabled", "", "p"),
];

const DEBUG: &[Position] = &[
    is("surface.debug: absent", "", ""),
    is("surface.debug: []", "", ""),
    is("surface.debug: [{id: shell, physical: false}]", "", "q"),
    is("surface.debug: [{id: jtag, physical: true}]", "13", "q,r"),
    is("surface.debug: [{id: shell, physical: false}, {id: jtag, physical: true}]", "13", "q,r"),
];

const INTEGRITY: &[Position] = &[
    is("integrity.boot: none\nintegrity.on_tamper: []", "", ""),
    is("integrity.boot: software\nintegrity.on_tamper: []", "", "s"),
    is("integrity.boot: none\nintegrity.on_tamper: [alert]", "", "s"),
    is("integrity.boot: hardware_root\nintegrity.on_tamper: [alert, limit_network]", "", "s"),
];

const CHANNELS: &[Position] = &[
    is("comms.channels: absent", "", ""),
    is("comms.channels: [{id: page, peer: local_ui, carries: [personal]}]", "", ""),
    is("comms.channels: [{id: cloud, peer: cloud, carries: [telemetry, config]}]", "", ""),
    is("comms.channels: [{id: cloud, peer: cloud, carries: [personal]}]", "", "t"),
    is(
        "comms.channels: [{id: page, peer: local_ui, carries: [sensitive]}, {id: other, peer: third_party, carries: [personal]}]",
        "",
        "t",
    ),
    is("comms.channels: [{id: cloud, peer: cloud, carries: [sensitive]}]", "", "t,u"),
    is(
        "comms.channels: [{id: cloud, peer: cloud, carries: [personal, sensitive, csp]}]",
        "",
        "t,u",
    ),
];

const SENSORS: &[Position] = &[
    is("sensors: absent", "", ""),
    is("sensors: []", "", ""),
    is("sensors: [{id: lens, kind: camera}]", "", "v"),
];

const TELEMETRY: &[Position] =
    &[is("telemetry.collected: false", "", ""), is("telemetry.collected: true", "6", "w")];

const SERVICES: &[Position] = &[
    is("product.services: absent", "", ""),
    is("product.services: [{id: time, stores_personal: false}]", "", ""),
    is("product.services: [{id: cloud, stores_personal: true}]", "", "x"),
];

const DATA: &[Position] = &[
    is("data.items: absent", "", ""),
    is(
        "data.items: [{id: heat, personal: false, legal_basis: absent, aggregate_only: false}]",
        "",
        "",
    ),
    // A basis in law is of personal data; V3.1.3 does not say so in its words.
    is(
        "data.items: [{id: heat, personal: false, legal_basis: consent, aggregate_only: false}]",
        "",
        "y",
    ),
    is(
        "data.items: [{id: name, personal: true, legal_basis: contract, aggregate_only: false}]",
        "",
        "z",
    ),
    is(
        "data.items: [{id: use, personal: true, legal_basis: legitimate, aggregate_only: true}]",
        "",
        "aa,z",
    ),
    is(
        "data.items: [{id: face, personal: true, legal_basis: consent, aggregate_only: false}]",
        "7",
        "y,z",
    ),
    is(
        "data.items: [{id: heat, personal: false, legal_basis: absent, aggregate_only: false}, {id: face, personal: true, legal_basis: consent, aggregate_only: true}]",
        "7",
        "aa,y,z",
    ),
];

/// The product, made to agree with itself: a password is a critical security parameter, so where
/// there is one, secrets exist.
pub(super) fn mended(mut product: Product) -> Product {
    let has_passwords = LOGIN[product[0]].v3.split(',').any(|key| key == "a");
    if has_passwords && product[3] == 0 {
        product[3] = 1;
    }
    product
}

/// The manifest of a product, without the facts of one dial if it is named.
pub(super) fn manifest(product: &Product, without: Option<usize>) -> String {
    let told = positions(product).enumerate().filter(|(dial, _)| Some(*dial) != without);
    let facts: Vec<&str> = told.map(|(_, position)| position.facts).collect();
    format!("comity: 1\n{}\n", facts.join("\n"))
}

fn positions(product: &Product) -> impl Iterator<Item = &'static Position> {
    DIALS.iter().zip(product).map(|(dial, position)| &dial.positions[*position])
}

fn keys_at(position: &'static Position, edition: Edition) -> impl Iterator<Item = &'static str> {
    let keys = if edition == Edition::V2 { position.v2 } else { position.v3 };
    keys.split(',').filter(|key| !key.is_empty())
}

/// The keys that hold of a product.
pub(super) fn keys(product: &Product, edition: Edition) -> BTreeSet<&'static str> {
    positions(product).flat_map(|position| keys_at(position, edition)).collect()
}

/// The keys that hold of a product whatever one of its dials says.
pub(super) fn keys_without(
    product: &Product,
    dial: usize,
    edition: Edition,
) -> BTreeSet<&'static str> {
    let others = positions(product).enumerate().filter(|(other, _)| *other != dial);
    others.flat_map(|(_, position)| keys_at(position, edition)).collect()
}

/// Every key that a dial can give.
pub(super) fn keys_of(dial: &Dial, edition: Edition) -> BTreeSet<&'static str> {
    dial.positions.iter().flat_map(|position| keys_at(position, edition)).collect()
}

/// The facts behind these keys, on one line.
pub(super) fn told(product: &Product, keys: &BTreeSet<&str>, edition: Edition) -> String {
    let behind = DIALS
        .iter()
        .zip(positions(product))
        .filter(|(dial, _)| keys_of(dial, edition).iter().any(|key| keys.contains(key)));
    behind.map(|(_, position)| position.facts.replace('\n', "; ")).collect::<Vec<_>>().join("; ")
}
