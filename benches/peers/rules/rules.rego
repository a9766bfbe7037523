# The subset in Rego. What is not in the input is undefined, and `not` of something undefined holds,
# so that unknown would be taken for false: each condition is therefore written twice, as what holds
# and what is known not to hold, and negation is only used of values that are there (`lacks`).
# `null` is known to be absent; it comes before every number in the order of values.
# Lists are gone through in rules of their own: in an `else` branch, the virtual machine of regorus
# 0.14.1 leaves the whole rule undefined where the list is.
package peers

import rego.v1

outcomes := {
	"uk.psti.sch1.2.2.a": sch1_2_2_a,
	"uk.psti.sch1.2.2.b": sch1_2_2_b,
	"uk.psti.sch1.3.4": sch1_3_4,
	"uk.psti.sch1.3.6": sch1_3_6,
	"uk.psti.s9.2": s9_2,
	"uk.psti.sch4.1.2": sch4_1_2,
	"eu.cra.annex1.1.2.a": annex1_1_2_a,
	"eu.cra.annex1.1.2.b": annex1_1_2_b,
	"eu.cra.annex1.1.2.c": annex1_1_2_c,
	"eu.cra.annex1.1.2.e": annex1_1_2_e,
	"eu.cra.annex1.1.2.g": annex1_1_2_g,
	"eu.cra.annex1.1.2.m": annex1_1_2_m,
	"eu.cra.annex1.2.1": annex1_2_1,
	"eu.cra.annex1.2.7": annex1_2_7,
	"eu.cra.annex1.2.8": annex1_2_8,
	"eu.cra.art13.9": art13_9,
	"eu.cra.art14.2.a": art14_2_a,
}

has_no(set, member) if not member in set

meets(set, members) if {
	some member in members
	member in set
}

has_none(set, members) if not meets(set, members)

# --- United Kingdom: scope

psti_in if {
	input.today >= 20240429
	psti_available
	connectable
	for_consumers
	first_supply
	not_northern_act
	has_none(input.product.kind, {"ev_charger", "medical_device"})
	not_assured_meter
	not_computer
	not_vehicle
}

psti_out if input.today < 20240429
psti_out if psti_not_available
psti_out if not_connectable
psti_out if {
	input.placement.to_consumers == false
	input.placement.identical_to_consumer == false
}
psti_out if {
	input.market.previously_supplied == true
	input.market.reconditioned_by_maker == false
}
psti_out if {
	input.placement.territory == "GB-NIR"
	input.placement.windsor_free_movement == true
}
psti_out if meets(input.product.kind, {"ev_charger", "medical_device"})
psti_out if {
	meets(input.product.kind, {"smart_meter", "smart_meter_gateway"})
	input.placement.by_energy_licensee == true
	some c in input.certificates
	c.scheme == "cpa_ncsc"
	c.covers_this_model == true
}
psti_out if {
	computer
	over_fourteen
}
psti_out if {
	input.today >= 20250225
	input.placement.territory != "GB-NIR"
	meets(input.product.kind, vehicles)
}

psti_available if input.placement.first_placed >= 20240429
psti_available if {
	input.placement.first_placed < 20240429
	input.today >= 20240429
	available_later
}
available_later if input.placement.last_made_available == null
available_later if input.placement.last_made_available >= 20240429

psti_not_available if {
	input.placement.first_placed < 20240429
	input.today < 20240429
}
psti_not_available if {
	input.placement.first_placed < 20240429
	input.placement.last_made_available != null
	input.placement.last_made_available < 20240429
}

connectable if input.net.internet_capable == true
connectable if {
	input.net.sends_and_receives == true
	linked
}
linked if input.net.ip_direct_to_internet_product == true
linked if {
	input.net.nonip_peers >= 2
	input.net.nonip_direct_to_internet_product == true
}
linked if input.net.linked_input == true

not_connectable if {
	input.net.internet_capable == false
	input.net.sends_and_receives == false
}
not_connectable if {
	input.net.internet_capable == false
	input.net.ip_direct_to_internet_product == false
	not_linked_to_two
	input.net.linked_input == false
}
not_linked_to_two if input.net.nonip_peers < 2
not_linked_to_two if input.net.nonip_direct_to_internet_product == false

for_consumers if input.placement.to_consumers == true
for_consumers if input.placement.identical_to_consumer == true

first_supply if input.market.previously_supplied == false
first_supply if input.market.reconditioned_by_maker == true

not_northern_act if input.placement.territory != "GB-NIR"
not_northern_act if input.placement.windsor_free_movement == false

not_assured_meter if has_none(input.product.kind, {"smart_meter", "smart_meter_gateway"})
not_assured_meter if input.placement.by_energy_licensee == false
not_assured_meter if {
	every c in input.certificates { not_assurance(c) }
}
not_assurance(c) if c.scheme != "cpa_ncsc"
not_assurance(c) if c.covers_this_model == false

computer if meets(input.product.kind, {"desktop", "laptop"})
computer if {
	"tablet" in input.product.kind
	input.net.cellular == false
}
over_fourteen if input.product.exclusive_under_age == null
over_fourteen if input.product.exclusive_under_age > 14

not_computer if has_none(input.product.kind, {"desktop", "laptop", "tablet"})
not_computer if {
	has_none(input.product.kind, {"desktop", "laptop"})
	input.net.cellular == true
}
not_computer if {
	input.product.exclusive_under_age != null
	input.product.exclusive_under_age <= 14
}

vehicles := {"vehicle", "vehicle_part", "two_three_wheeler", "agricultural_vehicle"}

not_vehicle if input.today < 20250225
not_vehicle if input.placement.territory == "GB-NIR"
not_vehicle if has_none(input.product.kind, vehicles)

# --- United Kingdom: terms

phone if "smartphone" in input.product.kind
phone if {
	"tablet" in input.product.kind
	input.net.cellular == true
}
no_phone if has_none(input.product.kind, {"smartphone", "tablet"})
no_phone if {
	has_no(input.product.kind, "smartphone")
	input.net.cellular == false
}

app_required if {
	some a in input.product.apps
	a.required == true
}
no_app_required if {
	every a in input.product.apps { a.required == false }
}

app_by_maker if {
	some a in input.product.apps
	a.by_maker == true
}
no_app_by_maker if {
	every a in input.product.apps { a.by_maker == false }
}

service_by_maker if {
	some s in input.product.services
	s.by_maker == true
}
no_service_by_maker if {
	every s in input.product.services { s.by_maker == false }
}

reports_reach if {
	"device" in input.vdp.scope
	reports_reach_apps
	reports_reach_services
}
reports_reach_apps if "app" in input.vdp.scope
reports_reach_apps if count(input.product.apps) == 0
reports_reach_apps if {
	phone
	no_app_required
}
reports_reach_services if "service" in input.vdp.scope
reports_reach_services if count(input.product.services) == 0
reports_reach_services if phone

reports_miss if has_no(input.vdp.scope, "device")
reports_miss if {
	has_no(input.vdp.scope, "app")
	count(input.product.apps) > 0
	app_counts
}
reports_miss if {
	has_no(input.vdp.scope, "service")
	count(input.product.services) > 0
	no_phone
}
app_counts if no_phone
app_counts if app_required

updatable if input.updates.scope != "none"
updatable if app_required
updatable if {
	no_phone
	app_by_maker
}
updatable if {
	no_phone
	service_by_maker
}

not_updatable if {
	input.updates.scope == "none"
	no_app_required
	phone
}
not_updatable if {
	input.updates.scope == "none"
	no_app_required
	no_app_by_maker
	no_service_by_maker
}

labelled if {
	input.today >= 20251204
	some c in input.certificates
	is_label(c)
	c.covers_this_model == true
	c.status == "valid"
	unexpired(c)
}
is_label(c) if {
	c.scheme == "jc_star"
	c.level == "star_1"
	c.spec == "JST-CR-01-01-2024R1"
}
is_label(c) if {
	c.scheme == "sg_cls"
	c.spec == "CCC SP-151-2 v1.4"
}
unexpired(c) if c.expires == null
unexpired(c) if c.expires >= input.today

not_labelled if input.today < 20251204
not_labelled if {
	every c in input.certificates { is_void(c) }
}
is_void(c) if c.covers_this_model == false
is_void(c) if c.status != "valid"
is_void(c) if {
	c.expires != null
	c.expires < input.today
}
is_void(c) if {
	is_not_japanese(c)
	is_not_singaporean(c)
}
is_not_japanese(c) if c.scheme != "jc_star"
is_not_japanese(c) if c.level != "star_1"
is_not_japanese(c) if c.spec != "JST-CR-01-01-2024R1"
is_not_singaporean(c) if c.scheme != "sg_cls"
is_not_singaporean(c) if c.spec != "CCC SP-151-2 v1.4"

# --- United Kingdom: rules

sch1_2_2_a := "not applicable" if {
	psti_out
} else := "met" if {
	psti_in
	sch1_2_2_a_kept
} else := "breached" if {
	psti_in
	sch1_2_2_a_failed
	not_labelled
} else := "undetermined"

sch1_2_2_a_kept if labelled
sch1_2_2_a_kept if {
	count(input.vdp.contacts) > 0
	reports_reach
}
sch1_2_2_a_failed if count(input.vdp.contacts) == 0
sch1_2_2_a_failed if reports_miss

sch1_2_2_b := "not applicable" if {
	psti_out
} else := "met" if {
	psti_in
	sch1_2_2_b_kept
} else := "breached" if {
	psti_in
	sch1_2_2_b_failed
	not_disclosure_standard
	not_labelled
} else := "undetermined"

sch1_2_2_b_kept if labelled
sch1_2_2_b_kept if {
	input.vdp.ack_within != null
	input.vdp.status_interval != null
	input.vdp.status_updates == "until_resolved"
}
sch1_2_2_b_kept if {
	input.vdp.ack_within != null
	input.vdp.status_interval != null
	some s in input.vdp.standards
	s.standard == "iso29147"
	s.version == "2018"
	"6.2.2" in s.clauses
	"6.2.5" in s.clauses
	"6.5" in s.clauses
	count(input.vdp.contacts) > 0
	reports_reach
	input.publication.vdp.accessible == true
	input.publication.vdp.no_request == true
	input.publication.vdp.free == true
	input.publication.vdp.no_personal_data == true
	"en" in input.publication.vdp.languages
}
sch1_2_2_b_failed if input.vdp.ack_within == null
sch1_2_2_b_failed if input.vdp.status_interval == null
sch1_2_2_b_failed if input.vdp.status_updates != "until_resolved"

not_disclosure_standard if input.vdp.ack_within == null
not_disclosure_standard if input.vdp.status_interval == null
not_disclosure_standard if {
	every s in input.vdp.standards { is_other_standard(s) }
}
not_disclosure_standard if sch1_2_2_a_failed
not_disclosure_standard if input.publication.vdp.accessible == false
not_disclosure_standard if input.publication.vdp.no_request == false
not_disclosure_standard if input.publication.vdp.free == false
not_disclosure_standard if input.publication.vdp.no_personal_data == false
not_disclosure_standard if has_no(input.publication.vdp.languages, "en")

is_other_standard(s) if s.standard != "iso29147"
is_other_standard(s) if s.version != "2018"
is_other_standard(s) if has_no(s.clauses, "6.2.2")
is_other_standard(s) if has_no(s.clauses, "6.2.5")
is_other_standard(s) if has_no(s.clauses, "6.5")

sch1_3_4 := "not applicable" if {
	psti_out
} else := "not applicable" if {
	not_updatable
} else := "met" if {
	psti_in
	updatable
	sch1_3_4_kept
} else := "breached" if {
	psti_in
	updatable
	sch1_3_4_failed
	not_labelled
} else := "undetermined"

sch1_3_4_kept if labelled
sch1_3_4_kept if {
	support_clear
	input.publication.support.no_request == true
	"en" in input.publication.support.languages
	input.publication.support.free == true
	input.publication.support.no_personal_data == true
	input.publication.support.plain_language == true
}
support_clear if input.publication.support.accessible == true
support_clear if input.judged.sch1_3_4_1 == true

sch1_3_4_failed if {
	input.publication.support.accessible == false
	input.judged.sch1_3_4_1 == false
}
sch1_3_4_failed if input.publication.support.no_request == false
sch1_3_4_failed if has_no(input.publication.support.languages, "en")
sch1_3_4_failed if input.publication.support.free == false
sch1_3_4_failed if input.publication.support.no_personal_data == false
sch1_3_4_failed if input.publication.support.plain_language == false

sch1_3_6 := "not applicable" if {
	psti_out
} else := "not applicable" if {
	not_updatable
} else := "not applicable" if {
	count(input.support.history) == 0
} else := "met" if {
	psti_in
	updatable
	sch1_3_6_kept
} else := "breached" if {
	psti_in
	updatable
	sch1_3_6_failed
	not_labelled
} else := "undetermined"

sch1_3_6_kept if {
	labelled
	count(input.support.history) > 0
}
sch1_3_6_kept if {
	input.support.security_end != null
	every h in input.support.history {
		input.support.security_end >= h.end
		every g in input.support.history { not_shorter(g, h) }
	}
}
not_shorter(g, h) if g.on <= h.on
not_shorter(g, h) if g.end >= h.end

sch1_3_6_failed if {
	input.support.security_end == null
	count(input.support.history) > 0
}
sch1_3_6_failed if {
	input.support.security_end != null
	some h in input.support.history
	input.support.security_end < h.end
}
sch1_3_6_failed if {
	some h in input.support.history
	some g in input.support.history
	g.on > h.on
	g.end < h.end
}

s9_2 := "not applicable" if {
	psti_out
} else := "met" if {
	psti_in
	s9_2_kept
} else := "breached" if {
	psti_in
	s9_2_failed
	not_labelled
} else := "undetermined"

s9_2_kept if labelled
s9_2_kept if {
	some d in input.documents
	d.kind == "statement_of_compliance"
	d.accompanies == true
}
s9_2_failed if {
	every d in input.documents { not_accompanying(d) }
}
not_accompanying(d) if d.kind != "statement_of_compliance"
not_accompanying(d) if d.accompanies == false

sch4_1_2 := "not applicable" if {
	psti_out
} else := "not applicable" if {
	nothing_relied_on
} else := "met" if {
	psti_in
	standard_relied_on
	sch4_1_2_kept
} else := "breached" if {
	psti_in
	sch4_1_2_failed
} else := "undetermined"

standard_relied_on if {
	some d in input.documents
	relies_on_standard(d)
}
nothing_relied_on if {
	every d in input.documents { relies_on_nothing(d) }
}
relies_on_standard(d) if {
	d.kind == "statement_of_compliance"
	d.standard != null
}

relies_on_nothing(d) if d.kind != "statement_of_compliance"
relies_on_nothing(d) if d.standard == null

sch4_1_2_kept if {
	every d in input.documents { names_standard(d) }
}
names_standard(d) if relies_on_nothing(d)
names_standard(d) if {
	"standard_number" in d.states
	"standard_version" in d.states
	"standard_date" in d.states
}
sch4_1_2_failed if {
	some d in input.documents
	relies_on_standard(d)
	names_too_little(d)
}
names_too_little(d) if has_no(d.states, "standard_number")
names_too_little(d) if has_no(d.states, "standard_version")
names_too_little(d) if has_no(d.states, "standard_date")

# --- Cyber Resilience Act: scope

excepted := {"medical_device", "ivd_device", "vehicle", "vehicle_part", "aviation", "marine"}

cra_in if {
	input.today >= 20241210
	data_connection
	has_none(input.product.kind, excepted)
	input.product.identical_spare_part == false
	input.product.defence_only == false
}
data_connection if input.net.internet_capable == true
data_connection if input.net.via_other == true
data_connection if input.net.nonip_peers >= 1
data_connection if count(input.net.interfaces) > 0

cra_out if input.today < 20241210
cra_out if {
	input.net.internet_capable == false
	input.net.via_other == false
	input.net.nonip_peers < 1
	count(input.net.interfaces) == 0
}
cra_out if meets(input.product.kind, excepted)
cra_out if input.product.identical_spare_part == true
cra_out if input.product.defence_only == true

cra_binds if {
	cra_in
	cra_placed
}
cra_placed if input.placement.first_placed >= 20271211
cra_placed if {
	input.placement.first_placed < 20271211
	input.today >= 20271211
	placed_later
}
placed_later if input.placement.last_placed == null
placed_later if input.placement.last_placed >= 20271211

cra_does_not_bind if cra_out
cra_does_not_bind if {
	input.placement.first_placed < 20271211
	input.today < 20271211
}
cra_does_not_bind if {
	input.placement.first_placed < 20271211
	input.placement.last_placed != null
	input.placement.last_placed < 20271211
}

# --- Cyber Resilience Act: rules

# A maker may say that a requirement does not apply, if a person finds the reasons clear.
excused(requirement, judgement) if {
	requirement in input.supply.not_applicable
	judgement == true
}

annex1_1_2_a := "not applicable" if {
	cra_does_not_bind
} else := "met" if {
	cra_binds
	annex1_1_2_a_kept
} else := "breached" if {
	cra_binds
	input.supply.known_exploitable == true
	annex1_1_2_a_stands
} else := "undetermined"

annex1_1_2_a_kept if input.supply.known_exploitable == false
annex1_1_2_a_kept if excused("known_vulnerabilities", input.judged.annex1_1_2_a_1)
annex1_1_2_a_stands if has_no(input.supply.not_applicable, "known_vulnerabilities")
annex1_1_2_a_stands if input.judged.annex1_1_2_a_1 == false

annex1_1_2_b := "not applicable" if {
	cra_does_not_bind
} else := "met" if {
	cra_binds
	annex1_1_2_b_kept
} else := "breached" if {
	cra_binds
	annex1_1_2_b_failed
	has_no(input.market.tailor_made_terms, "default_configuration")
	annex1_1_2_b_stands
} else := "undetermined"

annex1_1_2_b_kept if {
	input.integrity.secure_default == true
	input.integrity.factory_reset == true
}
annex1_1_2_b_kept if "default_configuration" in input.market.tailor_made_terms
annex1_1_2_b_kept if excused("secure_default", input.judged.annex1_1_2_b_1)
annex1_1_2_b_failed if input.integrity.secure_default == false
annex1_1_2_b_failed if input.integrity.factory_reset == false
annex1_1_2_b_stands if has_no(input.supply.not_applicable, "secure_default")
annex1_1_2_b_stands if input.judged.annex1_1_2_b_1 == false

annex1_1_2_c := "not applicable" if {
	cra_does_not_bind
} else := "met" if {
	cra_binds
	annex1_1_2_c_kept
} else := "breached" if {
	cra_binds
	annex1_1_2_c_failed
	annex1_1_2_c_stands
} else := "undetermined"

annex1_1_2_c_kept if excused("security_updates", input.judged.annex1_1_2_c_4)
annex1_1_2_c_kept if {
	addressable
	installs
}
addressable if input.updates.scope == "all"
addressable if {
	input.updates.scope == "some"
	input.judged.annex1_1_2_c_1 == true
}
installs if input.product.component == true
installs if excused("automatic_updates", input.judged.annex1_1_2_c_3)
installs if {
	input.updates.automatic.supported == true
	input.updates.automatic.default_on == true
	input.updates.automatic.opt_out == true
	input.updates.automatic.postpone == true
	input.updates.notify == true
	input.judged.annex1_1_2_c_2 == true
}

annex1_1_2_c_failed if input.updates.scope == "none"
annex1_1_2_c_failed if {
	input.updates.scope == "some"
	input.judged.annex1_1_2_c_1 == false
}
annex1_1_2_c_failed if {
	input.product.component == false
	not_automatic
	not_excused_automatic
}
not_automatic if input.updates.automatic.supported == false
not_automatic if input.updates.automatic.default_on != true
not_automatic if input.updates.automatic.opt_out != true
not_automatic if input.updates.automatic.postpone != true
not_automatic if input.updates.notify == false
not_automatic if input.judged.annex1_1_2_c_2 == false
not_excused_automatic if has_no(input.supply.not_applicable, "automatic_updates")
not_excused_automatic if input.judged.annex1_1_2_c_3 == false
annex1_1_2_c_stands if has_no(input.supply.not_applicable, "security_updates")
annex1_1_2_c_stands if input.judged.annex1_1_2_c_4 == false

annex1_1_2_e := "not applicable" if {
	cra_does_not_bind
} else := "met" if {
	cra_binds
	annex1_1_2_e_kept
} else := "breached" if {
	cra_binds
	annex1_1_2_e_failed
	annex1_1_2_e_stands
} else := "undetermined"

confidential := {"personal", "sensitive", "csp"}

annex1_1_2_e_kept if excused("confidentiality", input.judged.annex1_1_2_e_3)
annex1_1_2_e_kept if {
	in_transit
	input.judged.annex1_1_2_e_2 == true
}
in_transit if {
	every c in input.comms.channels { is_sealed(c) }
}
in_transit if input.judged.annex1_1_2_e_1 == true
is_sealed(c) if has_none(c.carries, confidential)
is_sealed(c) if c.encrypted == true

annex1_1_2_e_failed if input.judged.annex1_1_2_e_2 == false
annex1_1_2_e_failed if {
	input.judged.annex1_1_2_e_1 == false
	some c in input.comms.channels
	meets(c.carries, confidential)
	c.encrypted == false
}
annex1_1_2_e_stands if has_no(input.supply.not_applicable, "confidentiality")
annex1_1_2_e_stands if input.judged.annex1_1_2_e_3 == false

annex1_1_2_g := "not applicable" if {
	cra_does_not_bind
} else := "not applicable" if {
	count(input.data.items) == 0
} else := "met" if {
	cra_binds
	annex1_1_2_g_kept
} else := "breached" if {
	cra_binds
	unneeded_data
	annex1_1_2_g_stands
} else := "undetermined"

annex1_1_2_g_kept if {
	count(input.data.items) > 0
	excused("data_minimisation", input.judged.annex1_1_2_g_1)
}
annex1_1_2_g_kept if {
	every d in input.data.items { d.necessary == true }
}
unneeded_data if {
	some d in input.data.items
	d.necessary == false
}
annex1_1_2_g_stands if has_no(input.supply.not_applicable, "data_minimisation")
annex1_1_2_g_stands if input.judged.annex1_1_2_g_1 == false

annex1_1_2_m := "not applicable" if {
	cra_does_not_bind
} else := "met" if {
	cra_binds
	annex1_1_2_m_kept
} else := "breached" if {
	cra_binds
	annex1_1_2_m_failed
	annex1_1_2_m_stands
} else := "undetermined"

annex1_1_2_m_kept if excused("data_removal", input.judged.annex1_1_2_m_2)
annex1_1_2_m_kept if {
	input.data.delete.device == true
	absent_or_yes(input.data.delete.service)
	absent_or_yes(input.data.export_secure)
	input.judged.annex1_1_2_m_1 == true
}
absent_or_yes(value) if value == null
absent_or_yes(value) if value == true
annex1_1_2_m_failed if input.data.delete.device == false
annex1_1_2_m_failed if input.data.delete.service == false
annex1_1_2_m_failed if input.data.export_secure == false
annex1_1_2_m_failed if input.judged.annex1_1_2_m_1 == false
annex1_1_2_m_stands if has_no(input.supply.not_applicable, "data_removal")
annex1_1_2_m_stands if input.judged.annex1_1_2_m_2 == false

annex1_2_1 := "not applicable" if {
	cra_does_not_bind
} else := "met" if {
	cra_binds
	input.supply.vulnerabilities_documented == true
	input.supply.sbom != null
	input.supply.sbom_depth in {"top_level", "transitive"}
	machine_readable_sbom
} else := "breached" if {
	cra_binds
	annex1_2_1_failed
} else := "undetermined"

machine_readable_sbom if {
	some d in input.documents
	d.kind == "sbom"
	d.machine_readable == true
}
annex1_2_1_failed if input.supply.vulnerabilities_documented == false
annex1_2_1_failed if input.supply.sbom == null
annex1_2_1_failed if input.supply.sbom_depth == "none"
annex1_2_1_failed if {
	every d in input.documents { not_machine_readable_sbom(d) }
}
not_machine_readable_sbom(d) if d.kind != "sbom"
not_machine_readable_sbom(d) if d.machine_readable == false

annex1_2_7 := "not applicable" if {
	cra_does_not_bind
} else := "met" if {
	cra_binds
	count(input.updates.mechanisms) > 0
	secured
	spreads_updates
	input.judged.annex1_2_7_1 == true
} else := "breached" if {
	cra_binds
	annex1_2_7_failed
} else := "undetermined"

secured if {
	every m in input.updates.mechanisms { is_secured(m) }
}
is_secured(m) if m.signed == true
is_secured(m) if m.secure_channel == true
spreads_updates if input.updates.automatic.supported == true
spreads_updates if input.product.component == true
spreads_updates if "automatic_updates" in input.supply.not_applicable

annex1_2_7_failed if count(input.updates.mechanisms) == 0
annex1_2_7_failed if {
	some m in input.updates.mechanisms
	m.signed == false
	m.secure_channel == false
}
annex1_2_7_failed if {
	input.updates.automatic.supported == false
	input.product.component == false
	has_no(input.supply.not_applicable, "automatic_updates")
}
annex1_2_7_failed if input.judged.annex1_2_7_1 == false

annex1_2_8 := "not applicable" if {
	cra_does_not_bind
} else := "met" if {
	cra_binds
	input.updates.advisory_message == true
	input.judged.annex1_2_8_1 == true
	free_or_agreed
} else := "breached" if {
	cra_binds
	annex1_2_8_failed
} else := "undetermined"

free_or_agreed if input.updates.free == true
free_or_agreed if "update_price" in input.market.tailor_made_terms

annex1_2_8_failed if {
	has_no(input.market.tailor_made_terms, "update_price")
	input.updates.free == false
}
# The duty and what stands in its place are two conditions: which of them counts must be known.
annex1_2_8_failed if {
	input.market.tailor_made_terms
	input.updates.advisory_message == false
}
annex1_2_8_failed if {
	input.market.tailor_made_terms
	input.judged.annex1_2_8_1 == false
}

art13_9 := "not applicable" if {
	cra_does_not_bind
} else := "not applicable" if {
	input.updates.scope == "none"
} else := "met" if {
	cra_binds
	input.updates.scope != "none"
	ten_years(input.updates.kept_available)
	kept_through
} else := "breached" if {
	cra_binds
	input.updates.scope != "none"
	art13_9_failed
} else := "undetermined"

# Ten years of twelve months are 3,650 to 3,660 days: between them the calendar must tell.
ten_years(length) if length.months >= 120
ten_years(length) if length.hours >= 87840
not_ten_years(length) if {
	length.months < 120
	length.hours < 87600
}
kept_through if input.updates.kept_through_support == true
kept_through if {
	input.support.security_end != null
	input.support.security_end <= input.placement.first_placed + 100000
}
art13_9_failed if not_ten_years(input.updates.kept_available)
art13_9_failed if {
	input.updates.kept_through_support == false
	input.support.security_end == null
}
art13_9_failed if {
	input.updates.kept_through_support == false
	input.support.security_end > input.placement.first_placed + 100000
}

art14_2_a := "not applicable" if {
	cra_out
} else := "not applicable" if {
	input.today < 20260911
} else := "met" if {
	cra_in
	input.reporting.vulnerability_warning_within.months == 0
	input.reporting.vulnerability_warning_within.hours <= 24
} else := "breached" if {
	cra_in
	more_than_a_day(input.reporting.vulnerability_warning_within)
} else := "undetermined"

more_than_a_day(length) if length.months > 0
more_than_a_day(length) if length.hours > 24
