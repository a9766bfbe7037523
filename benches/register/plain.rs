//! The vocabulary as plain structs; written by `structs.rs`.
#![allow(dead_code, reason = "what is read is only counted")]

use serde::Deserialize;
use std::borrow::Cow;

/// Reads a manifest; nothing where it does not fit.
pub(crate) fn read(text: &str) -> Option<Product<'_>> {
    serde_json::from_str(text).ok()
}

#[derive(Deserialize)]
pub(crate) struct Product<'a> {
    comity: u8,
    judgements: Option<Vec<serde::de::IgnoredAny>>,
    #[serde(rename = "manifest.as_of", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "manifest.scope", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "manifest.author", borrow)]
    f2: Option<&'a str>,
    #[serde(rename = "product.name", borrow)]
    f3: Option<Cow<'a, str>>,
    #[serde(rename = "product.model", borrow)]
    f4: Option<Cow<'a, str>>,
    #[serde(rename = "product.batch", borrow)]
    f5: Option<Cow<'a, str>>,
    #[serde(rename = "product.gtin", borrow)]
    f6: Option<Cow<'a, str>>,
    #[serde(rename = "product.kind", borrow)]
    f7: Option<Vec<&'a str>>,
    #[serde(rename = "product.intended_use", borrow)]
    f8: Option<Cow<'a, str>>,
    #[serde(rename = "product.audience", borrow)]
    f9: Option<Vec<&'a str>>,
    #[serde(rename = "product.exclusive_under_age")]
    f10: Option<u64>,
    #[serde(rename = "product.childcare_only")]
    f11: Option<bool>,
    #[serde(rename = "product.worn")]
    f12: Option<bool>,
    #[serde(rename = "product.constrained", borrow)]
    f13: Option<Vec<&'a str>>,
    #[serde(rename = "product.constraints_prevent", borrow)]
    f14: Option<Vec<&'a str>>,
    #[serde(rename = "product.hardware_version", borrow)]
    f15: Option<&'a str>,
    #[serde(rename = "product.firmware_version", borrow)]
    f16: Option<&'a str>,
    #[serde(rename = "product.services", borrow)]
    f17: Option<Vec<ProductServices<'a>>>,
    #[serde(rename = "product.apps", borrow)]
    f18: Option<Vec<ProductApps<'a>>>,
    #[serde(rename = "product.model_marking", borrow)]
    f19: Option<Vec<&'a str>>,
    #[serde(rename = "product.radio")]
    f20: Option<bool>,
    #[serde(rename = "product.moves_money")]
    f21: Option<bool>,
    #[serde(rename = "product.generates_user_data")]
    f22: Option<bool>,
    #[serde(rename = "product.component")]
    f23: Option<bool>,
    #[serde(rename = "product.identical_spare_part")]
    f24: Option<bool>,
    #[serde(rename = "product.defence_only")]
    f25: Option<bool>,
    #[serde(rename = "product.charge_point.use", borrow)]
    f26: Option<&'a str>,
    #[serde(rename = "product.charge_point.rapid")]
    f27: Option<bool>,
    #[serde(rename = "product.last_manufactured", borrow)]
    f28: Option<&'a str>,
    #[serde(rename = "product.identifier", borrow)]
    f29: Option<&'a str>,
    #[serde(rename = "product.component_inventory")]
    f30: Option<bool>,
    #[serde(rename = "product.appliance", borrow)]
    f31: Option<&'a str>,
    #[serde(rename = "product.prepackaged")]
    f32: Option<bool>,
    #[serde(rename = "product.needs_maintenance")]
    f33: Option<bool>,
    #[serde(rename = "product.made_outside_quebec")]
    f34: Option<bool>,
    #[serde(rename = "product.radio_category_one")]
    f35: Option<bool>,
    #[serde(rename = "product.core_function", borrow)]
    f36: Option<&'a str>,
    #[serde(rename = "product.free_software")]
    f37: Option<bool>,
    #[serde(rename = "product.stores_for_others")]
    f38: Option<bool>,
    #[serde(rename = "product.ai", borrow)]
    f39: Option<&'a str>,
    #[serde(rename = "product.ai_talks")]
    f40: Option<bool>,
    #[serde(rename = "product.technical_locks")]
    f41: Option<bool>,
    #[serde(rename = "market.placements", borrow)]
    f42: Option<Vec<MarketPlacements<'a>>>,
    #[serde(rename = "market.previously_supplied")]
    f43: Option<bool>,
    #[serde(rename = "market.reconditioned_by_maker")]
    f44: Option<bool>,
    #[serde(rename = "market.end_of_sale", borrow)]
    f45: Option<&'a str>,
    #[serde(rename = "market.expected_lifetime", borrow)]
    f46: Option<&'a str>,
    #[serde(rename = "market.tailor_made_terms", borrow)]
    f47: Option<Vec<&'a str>>,
    #[serde(rename = "market.performance_claims", borrow)]
    f48: Option<Vec<&'a str>>,
    #[serde(rename = "market.claims_tested")]
    f49: Option<bool>,
    #[serde(rename = "parties", borrow)]
    f50: Option<Vec<Parties<'a>>>,
    #[serde(rename = "org.privacy_officer", borrow)]
    f51: Option<&'a str>,
    #[serde(rename = "org.governance_published")]
    f52: Option<bool>,
    #[serde(rename = "org.complaints_channel")]
    f53: Option<bool>,
    #[serde(rename = "org.processors_bound")]
    f54: Option<bool>,
    #[serde(rename = "org.commercial_activity")]
    f55: Option<bool>,
    #[serde(rename = "org.public_body")]
    f56: Option<bool>,
    #[serde(rename = "org.complaint_ack_within", borrow)]
    f57: Option<&'a str>,
    #[serde(rename = "org.complaints_answered")]
    f58: Option<bool>,
    #[serde(rename = "org.public_communications_service")]
    f59: Option<bool>,
    #[serde(rename = "org.sales_register_kept", borrow)]
    f60: Option<&'a str>,
    #[serde(rename = "org.privacy_officer_published")]
    f61: Option<bool>,
    #[serde(rename = "org.privacy_officer_on_request")]
    f62: Option<bool>,
    #[serde(rename = "org.privacy_programme", borrow)]
    f63: Option<Vec<&'a str>>,
    #[serde(rename = "org.complaints_investigated")]
    f64: Option<bool>,
    #[serde(rename = "org.processor_terms", borrow)]
    f65: Option<Vec<&'a str>>,
    #[serde(rename = "org.data_mobility_framework")]
    f66: Option<bool>,
    #[serde(rename = "org.open_source_steward")]
    f67: Option<bool>,
    #[serde(rename = "org.steward_policy")]
    f68: Option<bool>,
    #[serde(rename = "org.nis2_entity", borrow)]
    f69: Option<&'a str>,
    #[serde(rename = "org.nis2_measures", borrow)]
    f70: Option<Vec<&'a str>>,
    #[serde(rename = "org.uses_barred_products")]
    f71: Option<bool>,
    #[serde(rename = "supply.sbom", borrow)]
    f72: Option<&'a str>,
    #[serde(rename = "supply.sbom_depth", borrow)]
    f73: Option<&'a str>,
    #[serde(rename = "supply.known_exploitable")]
    f74: Option<bool>,
    #[serde(rename = "supply.risk_assessment", borrow)]
    f75: Option<&'a str>,
    #[serde(rename = "supply.secure_development")]
    f76: Option<bool>,
    #[serde(rename = "supply.component_diligence")]
    f77: Option<bool>,
    #[serde(rename = "supply.security_testing")]
    f78: Option<bool>,
    #[serde(rename = "supply.not_applicable", borrow)]
    f79: Option<Vec<&'a str>>,
    #[serde(rename = "supply.vulnerabilities_documented")]
    f80: Option<bool>,
    #[serde(rename = "supply.flaws_reported_upstream")]
    f81: Option<bool>,
    #[serde(rename = "supply.fixes_shared_upstream")]
    f82: Option<bool>,
    #[serde(rename = "supply.safety_assessment_cyber")]
    f83: Option<bool>,
    #[serde(rename = "net.interfaces", borrow)]
    f84: Option<Vec<NetInterfaces<'a>>>,
    #[serde(rename = "net.internet_capable")]
    f85: Option<bool>,
    #[serde(rename = "net.via_other")]
    f86: Option<bool>,
    #[serde(rename = "net.ip_direct_to_internet_product")]
    f87: Option<bool>,
    #[serde(rename = "net.nonip_peers")]
    f88: Option<u64>,
    #[serde(rename = "net.nonip_direct_to_internet_product")]
    f89: Option<bool>,
    #[serde(rename = "net.linked_input")]
    f90: Option<bool>,
    #[serde(rename = "net.sends_and_receives")]
    f91: Option<bool>,
    #[serde(rename = "net.cellular")]
    f92: Option<bool>,
    #[serde(rename = "net.services", borrow)]
    f93: Option<Vec<NetServices<'a>>>,
    #[serde(rename = "net.remote_hosts", borrow)]
    f94: Option<Vec<Cow<'a, str>>>,
    #[serde(rename = "net.local_operation", borrow)]
    f95: Option<&'a str>,
    #[serde(rename = "net.ip_or_bluetooth_address")]
    f96: Option<bool>,
    #[serde(rename = "net.monitors_traffic")]
    f97: Option<bool>,
    #[serde(rename = "net.filters_traffic")]
    f98: Option<bool>,
    #[serde(rename = "auth.passwords", borrow)]
    f99: Option<Vec<AuthPasswords<'a>>>,
    #[serde(rename = "auth.methods", borrow)]
    f100: Option<Vec<&'a str>>,
    #[serde(rename = "auth.user_login")]
    f101: Option<bool>,
    #[serde(rename = "auth.crypto_best_practice")]
    f102: Option<bool>,
    #[serde(rename = "auth.over_network")]
    f103: Option<bool>,
    #[serde(rename = "auth.changeable")]
    f104: Option<bool>,
    #[serde(rename = "auth.bruteforce", borrow)]
    f105: Option<Vec<&'a str>>,
    #[serde(rename = "auth.forced_setup")]
    f106: Option<bool>,
    #[serde(rename = "auth.guardian_control")]
    f107: Option<bool>,
    #[serde(rename = "auth.outside_lan")]
    f108: Option<bool>,
    #[serde(rename = "auth.remote_config", borrow)]
    f109: Option<&'a str>,
    #[serde(rename = "updates.scope", borrow)]
    f110: Option<&'a str>,
    #[serde(rename = "updates.non_updatable", borrow)]
    f111: Option<Vec<UpdatesNonUpdatable<'a>>>,
    #[serde(rename = "updates.mechanisms", borrow)]
    f112: Option<Vec<UpdatesMechanisms<'a>>>,
    #[serde(rename = "updates.automatic.supported")]
    f113: Option<bool>,
    #[serde(rename = "updates.automatic.default_on")]
    f114: Option<bool>,
    #[serde(rename = "updates.automatic.opt_out")]
    f115: Option<bool>,
    #[serde(rename = "updates.automatic.postpone")]
    f116: Option<bool>,
    #[serde(rename = "updates.install_consent", borrow)]
    f117: Option<&'a str>,
    #[serde(rename = "updates.consent_states", borrow)]
    f118: Option<Vec<&'a str>>,
    #[serde(rename = "updates.program_kinds", borrow)]
    f119: Option<Vec<&'a str>>,
    #[serde(rename = "updates.conduct_shows_consent")]
    f120: Option<bool>,
    #[serde(rename = "updates.unexpected_functions", borrow)]
    f121: Option<Vec<&'a str>>,
    #[serde(rename = "updates.unexpected_acknowledged")]
    f122: Option<bool>,
    #[serde(rename = "updates.removal_help", borrow)]
    f123: Option<&'a str>,
    #[serde(rename = "updates.consent_asked", borrow)]
    f124: Option<&'a str>,
    #[serde(rename = "updates.within_consent_terms")]
    f125: Option<bool>,
    #[serde(rename = "updates.unexpected_transmission_only")]
    f126: Option<bool>,
    #[serde(rename = "updates.check_interval", borrow)]
    f127: Option<&'a str>,
    #[serde(rename = "updates.notify")]
    f128: Option<bool>,
    #[serde(rename = "updates.notify_default_on")]
    f129: Option<bool>,
    #[serde(rename = "updates.notify_opt_out")]
    f130: Option<bool>,
    #[serde(rename = "updates.warns_of_interruption")]
    f131: Option<bool>,
    #[serde(rename = "updates.easy")]
    f132: Option<bool>,
    #[serde(rename = "updates.security_separate")]
    f133: Option<bool>,
    #[serde(rename = "updates.free")]
    f134: Option<bool>,
    #[serde(rename = "updates.feature_free_migration")]
    f135: Option<bool>,
    #[serde(rename = "updates.preserves_settings")]
    f136: Option<bool>,
    #[serde(rename = "updates.tells_changes")]
    f137: Option<bool>,
    #[serde(rename = "updates.fix_time", borrow)]
    f138: Option<Vec<UpdatesFixTime<'a>>>,
    #[serde(rename = "updates.kept_available", borrow)]
    f139: Option<&'a str>,
    #[serde(rename = "updates.kept_through_support")]
    f140: Option<bool>,
    #[serde(rename = "updates.advisory_message")]
    f141: Option<bool>,
    #[serde(rename = "updates.keeps_working")]
    f142: Option<bool>,
    #[serde(rename = "updates.told_at_sale")]
    f143: Option<bool>,
    #[serde(rename = "updates.os_security_within", borrow)]
    f144: Option<&'a str>,
    #[serde(rename = "updates.os_feature_within", borrow)]
    f145: Option<&'a str>,
    #[serde(rename = "support.security_end", borrow)]
    f146: Option<&'a str>,
    #[serde(rename = "support.start_event", borrow)]
    f147: Option<&'a str>,
    #[serde(rename = "support.min_length", borrow)]
    f148: Option<&'a str>,
    #[serde(rename = "support.published.url", borrow)]
    f149: Option<Cow<'a, str>>,
    #[serde(rename = "support.published.on", borrow)]
    f150: Option<&'a str>,
    #[serde(rename = "support.published.precision", borrow)]
    f151: Option<&'a str>,
    #[serde(rename = "support.history", borrow)]
    f152: Option<Vec<SupportHistory<'a>>>,
    #[serde(rename = "support.extension_published")]
    f153: Option<bool>,
    #[serde(rename = "support.rationale", borrow)]
    f154: Option<&'a str>,
    #[serde(rename = "support.shown_at_purchase")]
    f155: Option<bool>,
    #[serde(rename = "support.equal_prominence")]
    f156: Option<bool>,
    #[serde(rename = "support.end_notice")]
    f157: Option<bool>,
    #[serde(rename = "support.covers", borrow)]
    f158: Option<Vec<&'a str>>,
    #[serde(rename = "support.reasons_published")]
    f159: Option<bool>,
    #[serde(rename = "publication.vdp.url", borrow)]
    f160: Option<Cow<'a, str>>,
    #[serde(rename = "publication.vdp.no_request")]
    f161: Option<bool>,
    #[serde(rename = "publication.vdp.free")]
    f162: Option<bool>,
    #[serde(rename = "publication.vdp.no_personal_data")]
    f163: Option<bool>,
    #[serde(rename = "publication.vdp.accessible")]
    f164: Option<bool>,
    #[serde(rename = "publication.vdp.plain_language")]
    f165: Option<bool>,
    #[serde(rename = "publication.vdp.languages", borrow)]
    f166: Option<Vec<&'a str>>,
    #[serde(rename = "publication.support.url", borrow)]
    f167: Option<Cow<'a, str>>,
    #[serde(rename = "publication.support.no_request")]
    f168: Option<bool>,
    #[serde(rename = "publication.support.free")]
    f169: Option<bool>,
    #[serde(rename = "publication.support.no_personal_data")]
    f170: Option<bool>,
    #[serde(rename = "publication.support.accessible")]
    f171: Option<bool>,
    #[serde(rename = "publication.support.plain_language")]
    f172: Option<bool>,
    #[serde(rename = "publication.support.languages", borrow)]
    f173: Option<Vec<&'a str>>,
    #[serde(rename = "publication.privacy.url", borrow)]
    f174: Option<Cow<'a, str>>,
    #[serde(rename = "publication.privacy.no_request")]
    f175: Option<bool>,
    #[serde(rename = "publication.privacy.free")]
    f176: Option<bool>,
    #[serde(rename = "publication.privacy.no_personal_data")]
    f177: Option<bool>,
    #[serde(rename = "publication.privacy.accessible")]
    f178: Option<bool>,
    #[serde(rename = "publication.privacy.plain_language")]
    f179: Option<bool>,
    #[serde(rename = "publication.privacy.languages", borrow)]
    f180: Option<Vec<&'a str>>,
    #[serde(rename = "publication.privacy.states", borrow)]
    f181: Option<Vec<&'a str>>,
    #[serde(rename = "publication.privacy.changes_notified")]
    f182: Option<bool>,
    #[serde(rename = "vdp.contacts", borrow)]
    f183: Option<Vec<VdpContacts<'a>>>,
    #[serde(rename = "vdp.policy", borrow)]
    f184: Option<Cow<'a, str>>,
    #[serde(rename = "vdp.ack_within", borrow)]
    f185: Option<&'a str>,
    #[serde(rename = "vdp.status_updates", borrow)]
    f186: Option<&'a str>,
    #[serde(rename = "vdp.status_interval", borrow)]
    f187: Option<&'a str>,
    #[serde(rename = "vdp.scope", borrow)]
    f188: Option<Vec<&'a str>>,
    #[serde(rename = "vdp.standards", borrow)]
    f189: Option<Vec<VdpStandards<'a>>>,
    #[serde(rename = "vdp.security_txt.url", borrow)]
    f190: Option<Cow<'a, str>>,
    #[serde(rename = "vdp.security_txt.expires", borrow)]
    f191: Option<&'a str>,
    #[serde(rename = "vdp.security_txt.signed")]
    f192: Option<bool>,
    #[serde(rename = "vdp.security_txt.languages", borrow)]
    f193: Option<Vec<&'a str>>,
    #[serde(rename = "vdp.acts_in_time")]
    f194: Option<bool>,
    #[serde(rename = "vdp.monitoring")]
    f195: Option<bool>,
    #[serde(rename = "vdp.advisories", borrow)]
    f196: Option<Cow<'a, str>>,
    #[serde(rename = "vdp.advisory_states", borrow)]
    f197: Option<Vec<&'a str>>,
    #[serde(rename = "vdp.covers_components")]
    f198: Option<bool>,
    #[serde(rename = "vdp.report_24h_process")]
    f199: Option<bool>,
    #[serde(rename = "reporting.vulnerability_warning_within", borrow)]
    f200: Option<&'a str>,
    #[serde(rename = "reporting.vulnerability_notice_within", borrow)]
    f201: Option<&'a str>,
    #[serde(rename = "reporting.vulnerability_final_within", borrow)]
    f202: Option<&'a str>,
    #[serde(rename = "reporting.incident_warning_within", borrow)]
    f203: Option<&'a str>,
    #[serde(rename = "reporting.incident_notice_within", borrow)]
    f204: Option<&'a str>,
    #[serde(rename = "reporting.incident_final_within", borrow)]
    f205: Option<&'a str>,
    #[serde(rename = "reporting.users_informed")]
    f206: Option<bool>,
    #[serde(rename = "reporting.single_platform")]
    f207: Option<bool>,
    #[serde(rename = "reporting.failure_process")]
    f208: Option<bool>,
    #[serde(rename = "reporting.records_kept", borrow)]
    f209: Option<&'a str>,
    #[serde(rename = "reporting.safety_incident_within", borrow)]
    f210: Option<&'a str>,
    #[serde(rename = "reporting.safety_incident_told", borrow)]
    f211: Option<Vec<&'a str>>,
    #[serde(rename = "reporting.safety_written_within", borrow)]
    f212: Option<&'a str>,
    #[serde(rename = "reporting.traceability_kept", borrow)]
    f213: Option<&'a str>,
    #[serde(rename = "reporting.traceability_in_canada")]
    f214: Option<bool>,
    #[serde(rename = "reporting.traceability_exempted")]
    f215: Option<bool>,
    #[serde(rename = "reporting.csirt_country", borrow)]
    f216: Option<&'a str>,
    #[serde(rename = "reporting.entity_warning_within", borrow)]
    f217: Option<&'a str>,
    #[serde(rename = "reporting.entity_notice_within", borrow)]
    f218: Option<&'a str>,
    #[serde(rename = "reporting.entity_final_within", borrow)]
    f219: Option<&'a str>,
    #[serde(rename = "reporting.entity_recipients_told")]
    f220: Option<bool>,
    #[serde(rename = "reporting.accident_process")]
    f221: Option<bool>,
    #[serde(rename = "comms.channels", borrow)]
    f222: Option<Vec<CommsChannels<'a>>>,
    #[serde(rename = "comms.best_practice", borrow)]
    f223: Option<Vec<Cow<'a, str>>>,
    #[serde(rename = "comms.crypto_best_practice")]
    f224: Option<bool>,
    #[serde(rename = "comms.crypto_updatable")]
    f225: Option<bool>,
    #[serde(rename = "comms.reviewed", borrow)]
    f226: Option<&'a str>,
    #[serde(rename = "keys.exist")]
    f227: Option<bool>,
    #[serde(rename = "keys.persisted")]
    f228: Option<bool>,
    #[serde(rename = "keys.leave_device")]
    f229: Option<bool>,
    #[serde(rename = "keys.protection", borrow)]
    f230: Option<Vec<&'a str>>,
    #[serde(rename = "keys.protect_links")]
    f231: Option<bool>,
    #[serde(rename = "keys.hardcoded")]
    f232: Option<bool>,
    #[serde(rename = "keys.unique_per_unit")]
    f233: Option<bool>,
    #[serde(rename = "keys.hardware_identity", borrow)]
    f234: Option<&'a str>,
    #[serde(rename = "keys.lifecycle_managed")]
    f235: Option<bool>,
    #[serde(rename = "comms.replay_protected")]
    f236: Option<bool>,
    #[serde(rename = "surface.unused_interfaces", borrow)]
    f237: Option<&'a str>,
    #[serde(rename = "surface.debug", borrow)]
    f238: Option<Vec<SurfaceDebug<'a>>>,
    #[serde(rename = "surface.exposed_physical_minimal")]
    f239: Option<bool>,
    #[serde(rename = "surface.hidden_access")]
    f240: Option<bool>,
    #[serde(rename = "surface.unauth_disclosure_minimal")]
    f241: Option<bool>,
    #[serde(rename = "surface.services_minimal")]
    f242: Option<bool>,
    #[serde(rename = "surface.code_minimal")]
    f243: Option<bool>,
    #[serde(rename = "surface.least_privilege")]
    f244: Option<bool>,
    #[serde(rename = "surface.memory_protection")]
    f245: Option<bool>,
    #[serde(rename = "surface.input_validated", borrow)]
    f246: Option<Vec<&'a str>>,
    #[serde(rename = "surface.inputs", borrow)]
    f247: Option<Vec<&'a str>>,
    #[serde(rename = "integrity.boot", borrow)]
    f248: Option<&'a str>,
    #[serde(rename = "integrity.on_tamper", borrow)]
    f249: Option<Vec<&'a str>>,
    #[serde(rename = "integrity.reports_corruption")]
    f250: Option<bool>,
    #[serde(rename = "integrity.factory_reset")]
    f251: Option<bool>,
    #[serde(rename = "integrity.secure_default")]
    f252: Option<bool>,
    #[serde(rename = "resilience.power_loss_clean")]
    f253: Option<bool>,
    #[serde(rename = "resilience.reconnect_orderly")]
    f254: Option<bool>,
    #[serde(rename = "resilience.outage_tolerant")]
    f255: Option<bool>,
    #[serde(rename = "resilience.dos_measures")]
    f256: Option<bool>,
    #[serde(rename = "resilience.harms_network")]
    f257: Option<bool>,
    #[serde(rename = "log.security")]
    f258: Option<bool>,
    #[serde(rename = "log.user_opt_out")]
    f259: Option<bool>,
    #[serde(rename = "log.reports_unauthorised")]
    f260: Option<bool>,
    #[serde(rename = "telemetry.collected")]
    f261: Option<bool>,
    #[serde(rename = "telemetry.examined")]
    f262: Option<bool>,
    #[serde(rename = "telemetry.default_on")]
    f263: Option<bool>,
    #[serde(rename = "telemetry.opt_out")]
    f264: Option<bool>,
    #[serde(rename = "telemetry.personal_minimal")]
    f265: Option<bool>,
    #[serde(rename = "telemetry.disclosed")]
    f266: Option<bool>,
    #[serde(rename = "log.utc")]
    f267: Option<bool>,
    #[serde(rename = "log.records", borrow)]
    f268: Option<Vec<&'a str>>,
    #[serde(rename = "surface.tamper_boundary")]
    f269: Option<bool>,
    #[serde(rename = "surface.tamper_notice")]
    f270: Option<bool>,
    #[serde(rename = "surface.bad_input_discarded")]
    f271: Option<bool>,
    #[serde(rename = "log.protected")]
    f272: Option<bool>,
    #[serde(rename = "data.items", borrow)]
    f273: Option<Vec<DataItems<'a>>>,
    #[serde(rename = "data.consent.opt_in")]
    f274: Option<bool>,
    #[serde(rename = "data.consent.granular")]
    f275: Option<bool>,
    #[serde(rename = "data.consent.withdrawable")]
    f276: Option<bool>,
    #[serde(rename = "data.consent.recorded")]
    f277: Option<bool>,
    #[serde(rename = "data.consent.bundled")]
    f278: Option<bool>,
    #[serde(rename = "data.consent.informed")]
    f279: Option<bool>,
    #[serde(rename = "data.consent.express_for_sensitive")]
    f280: Option<bool>,
    #[serde(rename = "data.notice", borrow)]
    f281: Option<Vec<&'a str>>,
    #[serde(rename = "data.delete.device")]
    f282: Option<bool>,
    #[serde(rename = "data.delete.service")]
    f283: Option<bool>,
    #[serde(rename = "data.delete.instructions")]
    f284: Option<bool>,
    #[serde(rename = "data.delete.confirmation")]
    f285: Option<bool>,
    #[serde(rename = "data.export", borrow)]
    f286: Option<&'a str>,
    #[serde(rename = "data.export_format", borrow)]
    f287: Option<Cow<'a, str>>,
    #[serde(rename = "data.export_secure")]
    f288: Option<bool>,
    #[serde(rename = "data.access_within", borrow)]
    f289: Option<&'a str>,
    #[serde(rename = "data.correction")]
    f290: Option<bool>,
    #[serde(rename = "data.destruction_process")]
    f291: Option<bool>,
    #[serde(rename = "data.retention_guidelines", borrow)]
    f292: Option<Vec<&'a str>>,
    #[serde(rename = "data.anonymisation_register")]
    f293: Option<bool>,
    #[serde(rename = "data.safeguards", borrow)]
    f294: Option<Vec<&'a str>>,
    #[serde(rename = "data.single_province", borrow)]
    f295: Option<&'a str>,
    #[serde(rename = "data.special_purpose", borrow)]
    f296: Option<&'a str>,
    #[serde(rename = "data.defaults", borrow)]
    f297: Option<&'a str>,
    #[serde(rename = "data.privacy_settings")]
    f298: Option<bool>,
    #[serde(rename = "data.profiling", borrow)]
    f299: Option<&'a str>,
    #[serde(rename = "data.locating", borrow)]
    f300: Option<&'a str>,
    #[serde(rename = "data.identifying", borrow)]
    f301: Option<&'a str>,
    #[serde(rename = "data.tracking_notice")]
    f302: Option<bool>,
    #[serde(rename = "data.biometric_alternative")]
    f303: Option<bool>,
    #[serde(rename = "data.automated_decisions", borrow)]
    f304: Option<&'a str>,
    #[serde(rename = "data.child.directed")]
    f305: Option<bool>,
    #[serde(rename = "data.child.likely_access")]
    f306: Option<bool>,
    #[serde(rename = "data.child.parental_consent_below")]
    f307: Option<u64>,
    #[serde(rename = "data.child.age_check")]
    f308: Option<bool>,
    #[serde(rename = "data.terminal_storage", borrow)]
    f309: Option<Vec<DataTerminalStorage<'a>>>,
    #[serde(rename = "data.transfers", borrow)]
    f310: Option<Vec<DataTransfers<'a>>>,
    #[serde(rename = "data.assessment", borrow)]
    f311: Option<&'a str>,
    #[serde(rename = "data.breach.report_within", borrow)]
    f312: Option<&'a str>,
    #[serde(rename = "data.breach.log_kept", borrow)]
    f313: Option<&'a str>,
    #[serde(rename = "data.breach.logs_every")]
    f314: Option<bool>,
    #[serde(rename = "data.breach.tells_people")]
    f315: Option<bool>,
    #[serde(rename = "data.child.offered_directly")]
    f316: Option<bool>,
    #[serde(rename = "data.child.location_sign")]
    f317: Option<bool>,
    #[serde(rename = "data.child.location_visibility_resets")]
    f318: Option<bool>,
    #[serde(rename = "data.child.monitoring_sign")]
    f319: Option<bool>,
    #[serde(rename = "data.child.nudges")]
    f320: Option<bool>,
    #[serde(rename = "data.rights_tools", borrow)]
    f321: Option<Vec<&'a str>>,
    #[serde(rename = "data.rights_unregistered")]
    f322: Option<bool>,
    #[serde(rename = "data.multi_user")]
    f323: Option<bool>,
    #[serde(rename = "data.passive_collection", borrow)]
    f324: Option<&'a str>,
    #[serde(rename = "data.roles_recorded")]
    f325: Option<bool>,
    #[serde(rename = "data.breach.processor_tells")]
    f326: Option<bool>,
    #[serde(rename = "sensors", borrow)]
    f327: Option<Vec<Sensors<'a>>>,
    #[serde(rename = "data.consent.withdrawal_possible")]
    f328: Option<bool>,
    #[serde(rename = "data.consent.separate")]
    f329: Option<bool>,
    #[serde(rename = "data.consent.time_limited")]
    f330: Option<bool>,
    #[serde(rename = "data.policy_notice_just_in_time")]
    f331: Option<bool>,
    #[serde(rename = "data.risks_told")]
    f332: Option<bool>,
    #[serde(rename = "data.notice_before_purchase")]
    f333: Option<bool>,
    #[serde(rename = "data.bystanders_considered")]
    f334: Option<bool>,
    #[serde(rename = "data.access_gives", borrow)]
    f335: Option<Vec<&'a str>>,
    #[serde(rename = "data.access_extension", borrow)]
    f336: Option<&'a str>,
    #[serde(rename = "data.access_cost", borrow)]
    f337: Option<&'a str>,
    #[serde(rename = "data.export_structured")]
    f338: Option<bool>,
    #[serde(rename = "data.export_third_party")]
    f339: Option<bool>,
    #[serde(rename = "data.disposal_on_request")]
    f340: Option<bool>,
    #[serde(rename = "data.automated_rights", borrow)]
    f341: Option<Vec<&'a str>>,
    #[serde(rename = "data.assessment_officer_consulted")]
    f342: Option<bool>,
    #[serde(rename = "data.biometric_consent")]
    f343: Option<bool>,
    #[serde(rename = "data.biometric_declared")]
    f344: Option<bool>,
    #[serde(rename = "data.biometric_database_declared", borrow)]
    f345: Option<&'a str>,
    #[serde(rename = "data.breach.reports_authority")]
    f346: Option<bool>,
    #[serde(rename = "data.breach.tells_helpers")]
    f347: Option<bool>,
    #[serde(rename = "data.breach.notice_direct")]
    f348: Option<bool>,
    #[serde(rename = "data.breach.reduces_harm")]
    f349: Option<bool>,
    #[serde(rename = "data.change_notice")]
    f350: Option<bool>,
    #[serde(rename = "data.high_risk", borrow)]
    f351: Option<Vec<&'a str>>,
    #[serde(rename = "data.product_access", borrow)]
    f352: Option<Vec<&'a str>>,
    #[serde(rename = "data.product_notice", borrow)]
    f353: Option<Vec<&'a str>>,
    #[serde(rename = "data.service_notice", borrow)]
    f354: Option<Vec<&'a str>>,
    #[serde(rename = "data.on_request", borrow)]
    f355: Option<Vec<&'a str>>,
    #[serde(rename = "data.on_request_terms", borrow)]
    f356: Option<Vec<&'a str>>,
    #[serde(rename = "data.gatekeeper_recipient")]
    f357: Option<bool>,
    #[serde(rename = "data.terms_cut_rights")]
    f358: Option<bool>,
    #[serde(rename = "info.languages.label.langs", borrow)]
    f359: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.label.equal_prominence", borrow)]
    f360: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.manual.langs", borrow)]
    f361: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.manual.equal_prominence", borrow)]
    f362: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.ui.langs", borrow)]
    f363: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.ui.equal_prominence", borrow)]
    f364: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.ui.french_exists")]
    f365: Option<bool>,
    #[serde(rename = "info.languages.warranty.langs", borrow)]
    f366: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.warranty.equal_prominence", borrow)]
    f367: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.privacy.langs", borrow)]
    f368: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.privacy.equal_prominence", borrow)]
    f369: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.vdp.langs", borrow)]
    f370: Option<Vec<&'a str>>,
    #[serde(rename = "info.languages.vdp.equal_prominence", borrow)]
    f371: Option<Vec<&'a str>>,
    #[serde(rename = "info.guidance", borrow)]
    f372: Option<Vec<&'a str>>,
    #[serde(rename = "info.states", borrow)]
    f373: Option<Vec<&'a str>>,
    #[serde(rename = "info.plain_language")]
    f374: Option<bool>,
    #[serde(rename = "info.accompanies")]
    f375: Option<bool>,
    #[serde(rename = "info.kept_online", borrow)]
    f376: Option<&'a str>,
    #[serde(rename = "info.shows_connectivity", borrow)]
    f377: Option<Vec<&'a str>>,
    #[serde(rename = "info.privacy_shown", borrow)]
    f378: Option<Vec<&'a str>>,
    #[serde(rename = "info.privacy_layered")]
    f379: Option<bool>,
    #[serde(rename = "repair.parts_until", borrow)]
    f380: Option<&'a str>,
    #[serde(rename = "repair.info_public")]
    f381: Option<bool>,
    #[serde(rename = "repair.languages", borrow)]
    f382: Option<Vec<&'a str>>,
    #[serde(rename = "repair.tpm_blocks")]
    f383: Option<bool>,
    #[serde(rename = "repair.opt_out_warned")]
    f384: Option<bool>,
    #[serde(rename = "repair.obsolescence")]
    f385: Option<bool>,
    #[serde(rename = "info.label_states", borrow)]
    f386: Option<Vec<&'a str>>,
    #[serde(rename = "info.label_language_exception", borrow)]
    f387: Option<&'a str>,
    #[serde(rename = "info.moulded_without_french", borrow)]
    f388: Option<&'a str>,
    #[serde(rename = "info.trademark_terms_french")]
    f389: Option<bool>,
    #[serde(rename = "repair.service_available")]
    f390: Option<bool>,
    #[serde(rename = "repair.common_tools")]
    f391: Option<bool>,
    #[serde(rename = "repair.availability_published", borrow)]
    f392: Option<&'a str>,
    #[serde(rename = "repair.circumvention", borrow)]
    f393: Option<Vec<&'a str>>,
    #[serde(rename = "repair.circumvention_tools", borrow)]
    f394: Option<Vec<&'a str>>,
    #[serde(rename = "repair.program_lawfully_obtained")]
    f395: Option<bool>,
    #[serde(rename = "repair.owner_consents_to_testing")]
    f396: Option<bool>,
    #[serde(rename = "repair.flaw_publication", borrow)]
    f397: Option<&'a str>,
    #[serde(rename = "warranty.working_order", borrow)]
    f398: Option<&'a str>,
    #[serde(rename = "warranty.terms", borrow)]
    f399: Option<Vec<&'a str>>,
    #[serde(rename = "warranty.published_online")]
    f400: Option<bool>,
    #[serde(rename = "warranty.shown_near_price")]
    f401: Option<bool>,
    #[serde(rename = "info.on_product", borrow)]
    f402: Option<Vec<&'a str>>,
    #[serde(rename = "info.online_offer", borrow)]
    f403: Option<Vec<&'a str>>,
    #[serde(rename = "info.names_software")]
    f404: Option<bool>,
    #[serde(rename = "info.ai_disclosed")]
    f405: Option<bool>,
    #[serde(rename = "documents", borrow)]
    f406: Option<Vec<Documents<'a>>>,
    #[serde(rename = "certificates", borrow)]
    f407: Option<Vec<Certificates<'a>>>,
    #[serde(rename = "conformity.labels_sought", borrow)]
    f408: Option<Vec<&'a str>>,
    #[serde(rename = "conformity.lab_tests", borrow)]
    f409: Option<Vec<&'a str>>,
    #[serde(rename = "conformity.assurance_class")]
    f410: Option<u64>,
    #[serde(rename = "conformity.route.red", borrow)]
    f411: Option<&'a str>,
    #[serde(rename = "conformity.route.cra", borrow)]
    f412: Option<&'a str>,
    #[serde(rename = "conformity.ce_mark")]
    f413: Option<bool>,
    #[serde(rename = "conformity.justifications_recorded")]
    f414: Option<bool>,
    #[serde(rename = "conformity.standards", borrow)]
    f415: Option<Vec<ConformityStandards<'a>>>,
    #[serde(rename = "org.email_authenticated")]
    f416: Option<bool>,
    #[serde(rename = "radio.ised_cert", borrow)]
    f417: Option<&'a str>,
    #[serde(rename = "radio.canadian_standards")]
    f418: Option<bool>,
    #[serde(rename = "radio.altered_since_certified")]
    f419: Option<bool>,
    #[serde(rename = "radio.listed_in_canada")]
    f420: Option<bool>,
    #[serde(rename = "radio.canadian_representative")]
    f421: Option<bool>,
    #[serde(rename = "radio.label_states", borrow)]
    f422: Option<Vec<&'a str>>,
    #[serde(rename = "radio.label_form", borrow)]
    f423: Option<&'a str>,
    #[serde(rename = "radio.label_menu_steps")]
    f424: Option<u64>,
    #[serde(rename = "radio.label_way_in_manual")]
    f425: Option<bool>,
    #[serde(rename = "radio.rss247_issue")]
    f426: Option<u64>,
    #[serde(rename = "radio.certified_on", borrow)]
    f427: Option<&'a str>,
    #[serde(rename = "radio.uses_5600_5650")]
    f428: Option<bool>,
    #[serde(rename = "radio.dfs_en301893")]
    f429: Option<bool>,
    #[serde(rename = "charging.smart", borrow)]
    f430: Option<Vec<&'a str>>,
    #[serde(rename = "charging.supplier_independent")]
    f431: Option<bool>,
    #[serde(rename = "charging.works_offline")]
    f432: Option<bool>,
    #[serde(rename = "charging.unsafe_override_refused")]
    f433: Option<bool>,
    #[serde(rename = "charging.measures", borrow)]
    f434: Option<Vec<&'a str>>,
    #[serde(rename = "charging.history", borrow)]
    f435: Option<Vec<&'a str>>,
    #[serde(rename = "charging.accurate")]
    f436: Option<bool>,
    #[serde(rename = "charging.off_peak", borrow)]
    f437: Option<Vec<&'a str>>,
    #[serde(rename = "charging.demand_response_agreement")]
    f438: Option<bool>,
    #[serde(rename = "charging.owner_overrides", borrow)]
    f439: Option<Vec<&'a str>>,
    #[serde(rename = "charging.default_hours_followed")]
    f440: Option<bool>,
    #[serde(rename = "charging.random_delay", borrow)]
    f441: Option<Vec<&'a str>>,
    #[serde(rename = "compliance.failures", borrow)]
    f442: Option<Vec<ComplianceFailures<'a>>>,
    #[serde(rename = "compliance.corrects_or_recalls")]
    f443: Option<bool>,
    #[serde(rename = "compliance.tells_before_ceasing")]
    f444: Option<bool>,
    #[serde(rename = "compliance.importer_passes_on")]
    f445: Option<bool>,
    #[serde(rename = "compliance.distributor_passes_on")]
    f446: Option<bool>,
    #[serde(rename = "compliance.representative_mandate")]
    f447: Option<bool>,
    #[serde(rename = "compliance.mandate_hands_over_core")]
    f448: Option<bool>,
    #[serde(rename = "compliance.representative_keeps", borrow)]
    f449: Option<&'a str>,
}

#[derive(Deserialize)]
pub(crate) struct ProductServices<'a> {
    #[serde(rename = "name", borrow)]
    f0: Option<Cow<'a, str>>,
    #[serde(rename = "operator", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "url", borrow)]
    f2: Option<Cow<'a, str>>,
    #[serde(rename = "required")]
    f3: Option<bool>,
    #[serde(rename = "stores_personal")]
    f4: Option<bool>,
    #[serde(rename = "by_maker")]
    f5: Option<bool>,
    #[serde(rename = "id", borrow)]
    f6: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct ProductApps<'a> {
    #[serde(rename = "platform", borrow)]
    f0: Option<Cow<'a, str>>,
    #[serde(rename = "required")]
    f1: Option<bool>,
    #[serde(rename = "by_maker")]
    f2: Option<bool>,
    #[serde(rename = "works_without_optional")]
    f3: Option<bool>,
    #[serde(rename = "store_states", borrow)]
    f4: Option<Vec<&'a str>>,
    #[serde(rename = "id", borrow)]
    f5: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct MarketPlacements<'a> {
    #[serde(rename = "territory", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "first_placed", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "last_placed", borrow)]
    f2: Option<&'a str>,
    #[serde(rename = "last_made_available", borrow)]
    f3: Option<&'a str>,
    #[serde(rename = "to_consumers")]
    f4: Option<bool>,
    #[serde(rename = "identical_to_consumer")]
    f5: Option<bool>,
    #[serde(rename = "own_site_offer")]
    f6: Option<bool>,
    #[serde(rename = "offered_online")]
    f7: Option<bool>,
    #[serde(rename = "channel", borrow)]
    f8: Option<&'a str>,
    #[serde(rename = "windsor_free_movement")]
    f9: Option<bool>,
    #[serde(rename = "by_energy_licensee")]
    f10: Option<bool>,
    #[serde(rename = "imported")]
    f11: Option<bool>,
    #[serde(rename = "distributed")]
    f12: Option<bool>,
    #[serde(rename = "represented")]
    f13: Option<bool>,
    #[serde(rename = "id", borrow)]
    f14: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct Parties<'a> {
    #[serde(rename = "roles", borrow)]
    f0: Option<Vec<&'a str>>,
    #[serde(rename = "markets", borrow)]
    f1: Option<Vec<&'a str>>,
    #[serde(rename = "legal_name", borrow)]
    f2: Option<Cow<'a, str>>,
    #[serde(rename = "address", borrow)]
    f3: Option<Cow<'a, str>>,
    #[serde(rename = "country", borrow)]
    f4: Option<&'a str>,
    #[serde(rename = "email", borrow)]
    f5: Option<Cow<'a, str>>,
    #[serde(rename = "url", borrow)]
    f6: Option<Cow<'a, str>>,
    #[serde(rename = "size", borrow)]
    f7: Option<&'a str>,
    #[serde(rename = "linked_to_larger")]
    f8: Option<bool>,
    #[serde(rename = "subcontracted")]
    f9: Option<bool>,
    #[serde(rename = "medium_since", borrow)]
    f10: Option<&'a str>,
    #[serde(rename = "id", borrow)]
    f11: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct NetInterfaces<'a> {
    #[serde(rename = "kind", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "default_on")]
    f1: Option<bool>,
    #[serde(rename = "needed")]
    f2: Option<bool>,
    #[serde(rename = "external")]
    f3: Option<bool>,
    #[serde(rename = "id", borrow)]
    f4: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct NetServices<'a> {
    #[serde(rename = "port")]
    f0: Option<u64>,
    #[serde(rename = "proto", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "reachable", borrow)]
    f2: Option<&'a str>,
    #[serde(rename = "purpose", borrow)]
    f3: Option<Cow<'a, str>>,
    #[serde(rename = "auth")]
    f4: Option<bool>,
    #[serde(rename = "encrypted")]
    f5: Option<bool>,
    #[serde(rename = "default_on")]
    f6: Option<bool>,
    #[serde(rename = "id", borrow)]
    f7: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct AuthPasswords<'a> {
    #[serde(rename = "use", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "component", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "scheme", borrow)]
    f2: Option<&'a str>,
    #[serde(rename = "derivation", borrow)]
    f3: Option<&'a str>,
    #[serde(rename = "source_public")]
    f4: Option<bool>,
    #[serde(rename = "entropy_bits")]
    f5: Option<u64>,
    #[serde(rename = "applies_in", borrow)]
    f6: Option<&'a str>,
    #[serde(rename = "min_length")]
    f7: Option<u64>,
    #[serde(rename = "may_stay_unset")]
    f8: Option<bool>,
    #[serde(rename = "reset_to_shared")]
    f9: Option<bool>,
    #[serde(rename = "remote")]
    f10: Option<bool>,
    #[serde(rename = "changed_at_first_use")]
    f11: Option<bool>,
    #[serde(rename = "id", borrow)]
    f12: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct UpdatesNonUpdatable<'a> {
    #[serde(rename = "component", borrow)]
    f0: Option<Cow<'a, str>>,
    #[serde(rename = "reason", borrow)]
    f1: Option<Cow<'a, str>>,
    #[serde(rename = "isolable")]
    f2: Option<bool>,
    #[serde(rename = "replaceable")]
    f3: Option<bool>,
    #[serde(rename = "replace_until", borrow)]
    f4: Option<&'a str>,
    #[serde(rename = "immutable_for_security")]
    f5: Option<bool>,
    #[serde(rename = "published")]
    f6: Option<bool>,
    #[serde(rename = "id", borrow)]
    f7: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct UpdatesMechanisms<'a> {
    #[serde(rename = "channel", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "signed")]
    f1: Option<bool>,
    #[serde(rename = "verified_on_device")]
    f2: Option<bool>,
    #[serde(rename = "secure_channel")]
    f3: Option<bool>,
    #[serde(rename = "rollback_protected")]
    f4: Option<bool>,
    #[serde(rename = "initiated_by", borrow)]
    f5: Option<Vec<&'a str>>,
    #[serde(rename = "id", borrow)]
    f6: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct UpdatesFixTime<'a> {
    #[serde(rename = "severity", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "within", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "id", borrow)]
    f2: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct SupportHistory<'a> {
    #[serde(rename = "on", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "end", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "id", borrow)]
    f2: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct VdpContacts<'a> {
    #[serde(rename = "kind", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "value", borrow)]
    f1: Option<Cow<'a, str>>,
    #[serde(rename = "automated_only")]
    f2: Option<bool>,
    #[serde(rename = "id", borrow)]
    f3: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct VdpStandards<'a> {
    #[serde(rename = "standard", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "version", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "clauses", borrow)]
    f2: Option<Vec<Cow<'a, str>>>,
    #[serde(rename = "id", borrow)]
    f3: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct CommsChannels<'a> {
    #[serde(rename = "peer", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "service", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "remote")]
    f2: Option<bool>,
    #[serde(rename = "protocol", borrow)]
    f3: Option<Cow<'a, str>>,
    #[serde(rename = "version", borrow)]
    f4: Option<&'a str>,
    #[serde(rename = "encrypted")]
    f5: Option<bool>,
    #[serde(rename = "peer_authenticated")]
    f6: Option<bool>,
    #[serde(rename = "suites", borrow)]
    f7: Option<Vec<Cow<'a, str>>>,
    #[serde(rename = "carries", borrow)]
    f8: Option<Vec<&'a str>>,
    #[serde(rename = "id", borrow)]
    f9: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct SurfaceDebug<'a> {
    #[serde(rename = "physical")]
    f0: Option<bool>,
    #[serde(rename = "protection", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "physically_protected")]
    f2: Option<bool>,
    #[serde(rename = "id", borrow)]
    f3: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct DataItems<'a> {
    #[serde(rename = "category", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "personal")]
    f1: Option<bool>,
    #[serde(rename = "sensitive")]
    f2: Option<bool>,
    #[serde(rename = "child")]
    f3: Option<bool>,
    #[serde(rename = "purposes", borrow)]
    f4: Option<Vec<Cow<'a, str>>>,
    #[serde(rename = "necessary")]
    f5: Option<bool>,
    #[serde(rename = "within_purpose")]
    f6: Option<bool>,
    #[serde(rename = "legal_basis", borrow)]
    f7: Option<&'a str>,
    #[serde(rename = "stored", borrow)]
    f8: Option<Vec<&'a str>>,
    #[serde(rename = "recipients", borrow)]
    f9: Option<Vec<Cow<'a, str>>>,
    #[serde(rename = "countries", borrow)]
    f10: Option<Vec<&'a str>>,
    #[serde(rename = "retention_rule", borrow)]
    f11: Option<&'a str>,
    #[serde(rename = "retention", borrow)]
    f12: Option<&'a str>,
    #[serde(rename = "default", borrow)]
    f13: Option<&'a str>,
    #[serde(rename = "source", borrow)]
    f14: Option<&'a str>,
    #[serde(rename = "anonymised", borrow)]
    f15: Option<&'a str>,
    #[serde(rename = "aggregate_only")]
    f16: Option<bool>,
    #[serde(rename = "at_end", borrow)]
    f17: Option<&'a str>,
    #[serde(rename = "kept_by_law")]
    f18: Option<bool>,
    #[serde(rename = "used_for_decision")]
    f19: Option<bool>,
    #[serde(rename = "public_default")]
    f20: Option<bool>,
    #[serde(rename = "purpose_documented")]
    f21: Option<bool>,
    #[serde(rename = "updated_routinely")]
    f22: Option<bool>,
    #[serde(rename = "id", borrow)]
    f23: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct DataTerminalStorage<'a> {
    #[serde(rename = "purpose", borrow)]
    f0: Option<Cow<'a, str>>,
    #[serde(rename = "exempt", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "consent")]
    f2: Option<bool>,
    #[serde(rename = "informed")]
    f3: Option<bool>,
    #[serde(rename = "opt_out")]
    f4: Option<bool>,
    #[serde(rename = "shared")]
    f5: Option<bool>,
    #[serde(rename = "id", borrow)]
    f6: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct DataTransfers<'a> {
    #[serde(rename = "to", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "safeguard", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "agreement")]
    f2: Option<bool>,
    #[serde(rename = "assessed")]
    f3: Option<bool>,
    #[serde(rename = "id", borrow)]
    f4: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct Sensors<'a> {
    #[serde(rename = "kind", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "documented")]
    f1: Option<bool>,
    #[serde(rename = "indicator")]
    f2: Option<bool>,
    #[serde(rename = "hw_switch")]
    f3: Option<bool>,
    #[serde(rename = "id", borrow)]
    f4: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct Documents<'a> {
    #[serde(rename = "kind", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "title", borrow)]
    f1: Option<Cow<'a, str>>,
    #[serde(rename = "version", borrow)]
    f2: Option<&'a str>,
    #[serde(rename = "lang", borrow)]
    f3: Option<&'a str>,
    #[serde(rename = "issued", borrow)]
    f4: Option<&'a str>,
    #[serde(rename = "expires", borrow)]
    f5: Option<&'a str>,
    #[serde(rename = "issuer", borrow)]
    f6: Option<&'a str>,
    #[serde(rename = "url", borrow)]
    f7: Option<Cow<'a, str>>,
    #[serde(rename = "hash", borrow)]
    f8: Option<Cow<'a, str>>,
    #[serde(rename = "covers", borrow)]
    f9: Option<Vec<Cow<'a, str>>>,
    #[serde(rename = "signatory_name", borrow)]
    f10: Option<Cow<'a, str>>,
    #[serde(rename = "signatory_function", borrow)]
    f11: Option<Cow<'a, str>>,
    #[serde(rename = "signatory_place", borrow)]
    f12: Option<Cow<'a, str>>,
    #[serde(rename = "standard", borrow)]
    f13: Option<Cow<'a, str>>,
    #[serde(rename = "standard_version", borrow)]
    f14: Option<&'a str>,
    #[serde(rename = "standard_date", borrow)]
    f15: Option<&'a str>,
    #[serde(rename = "kept", borrow)]
    f16: Option<&'a str>,
    #[serde(rename = "kept_by_importer", borrow)]
    f17: Option<&'a str>,
    #[serde(rename = "accompanies")]
    f18: Option<bool>,
    #[serde(rename = "machine_readable")]
    f19: Option<bool>,
    #[serde(rename = "states", borrow)]
    f20: Option<Vec<&'a str>>,
    #[serde(rename = "support_end", borrow)]
    f21: Option<&'a str>,
    #[serde(rename = "importer_keeps", borrow)]
    f22: Option<&'a str>,
    #[serde(rename = "id", borrow)]
    f23: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct Certificates<'a> {
    #[serde(rename = "scheme", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "spec", borrow)]
    f1: Option<Cow<'a, str>>,
    #[serde(rename = "level", borrow)]
    f2: Option<&'a str>,
    #[serde(rename = "number", borrow)]
    f3: Option<Cow<'a, str>>,
    #[serde(rename = "holder", borrow)]
    f4: Option<&'a str>,
    #[serde(rename = "models", borrow)]
    f5: Option<Vec<Cow<'a, str>>>,
    #[serde(rename = "covers_this_model")]
    f6: Option<bool>,
    #[serde(rename = "issued", borrow)]
    f7: Option<&'a str>,
    #[serde(rename = "expires", borrow)]
    f8: Option<&'a str>,
    #[serde(rename = "status", borrow)]
    f9: Option<&'a str>,
    #[serde(rename = "standard", borrow)]
    f10: Option<Cow<'a, str>>,
    #[serde(rename = "standard_version", borrow)]
    f11: Option<&'a str>,
    #[serde(rename = "lab", borrow)]
    f12: Option<&'a str>,
    #[serde(rename = "body", borrow)]
    f13: Option<&'a str>,
    #[serde(rename = "register", borrow)]
    f14: Option<Cow<'a, str>>,
    #[serde(rename = "id", borrow)]
    f15: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct ConformityStandards<'a> {
    #[serde(rename = "standard", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "version", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "applied", borrow)]
    f2: Option<&'a str>,
    #[serde(rename = "clauses", borrow)]
    f3: Option<Vec<Cow<'a, str>>>,
    #[serde(rename = "id", borrow)]
    f4: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
pub(crate) struct ComplianceFailures<'a> {
    #[serde(rename = "whose", borrow)]
    f0: Option<&'a str>,
    #[serde(rename = "status", borrow)]
    f1: Option<&'a str>,
    #[serde(rename = "known_to", borrow)]
    f2: Option<Vec<&'a str>>,
    #[serde(rename = "investigated_by", borrow)]
    f3: Option<Vec<&'a str>>,
    #[serde(rename = "supply_stopped_by", borrow)]
    f4: Option<Vec<&'a str>>,
    #[serde(rename = "remedy", borrow)]
    f5: Option<&'a str>,
    #[serde(rename = "notices", borrow)]
    f6: Option<Vec<&'a str>>,
    #[serde(rename = "notice_contents", borrow)]
    f7: Option<Vec<&'a str>>,
    #[serde(rename = "importer_told", borrow)]
    f8: Option<Vec<&'a str>>,
    #[serde(rename = "distributor_told", borrow)]
    f9: Option<Vec<&'a str>>,
    #[serde(rename = "manufacturer_reachable")]
    f10: Option<bool>,
    #[serde(rename = "recorded_by", borrow)]
    f11: Option<Vec<&'a str>>,
    #[serde(rename = "record_contents", borrow)]
    f12: Option<Vec<&'a str>>,
    #[serde(rename = "importer_records_kept", borrow)]
    f13: Option<&'a str>,
    #[serde(rename = "id", borrow)]
    f14: Option<Cow<'a, str>>,
}
