//! Contexts of many items: each design may fail by another one of them, and a few items do not
//! stand for all.

use super::world::day;
use comity::analysis::conflicts::Conflicts;
use comity::analysis::problem::Limits;
use comity::{LawRequest, Library};

const JURISDICTIONS: &str = "jurisdictions edition 1.
  title en \"Jurisdictions\".
jurisdiction NL:
  title en \"Netherlands\".
";

const VOCABULARY: &str = "vocabulary demo edition 1.
  title en \"Facts about plugs\".
role manufacturer title en \"manufacturer\".
goal security title en \"security\".
fact near.rooms:
  type list.
  fixed.
  title en \"Rooms\".
field near.rooms.colour:
  type one of {a, b, c, d, e, f, g, h}.
  title en \"Colour\".
field near.rooms.shape:
  type one of {a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p}.
  title en \"Shape\".
field near.rooms.size:
  type whole number.
  title en \"Size\".
field near.rooms.lamp:
  type one of {none, dim, bright}.
  chosen.
  title en \"Lamp\".
fact near.halls:
  type list.
  fixed.
  title en \"Halls\".
field near.halls.colour:
  type one of {a, b, c, d, e, f, g, h}.
  title en \"Colour\".
field near.halls.shape:
  type one of {a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p}.
  title en \"Shape\".
field near.halls.size:
  type whole number.
  title en \"Size\".
fact design.colour:
  type one of {a, b, c, d, e, f, g, h}.
  chosen.
  title en \"Colour\".
fact design.shape:
  type one of {a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p}.
  chosen.
  title en \"Shape\".
fact design.size:
  type whole number.
  chosen.
  title en \"Size\".
fact market.placements:
  type list.
  fixed.
  title en \"Placements\".
field market.placements.territory:
  type territory.
  title en \"Territory\".
field market.placements.first_placed:
  type date.
  title en \"First placed\".
field market.placements.last_placed:
  type date.
  optional.
  title en \"Last placed\".
field market.placements.last_made_available:
  type date.
  optional.
  title en \"Last supplied\".
";

/// The conflicts of two rulesets with a rule each.
fn conflicts(one: &str, other: &str) -> Conflicts {
    let ruleset = |name: &str, rule: &str| {
        format!(
            "ruleset demo.{name} edition 1.
  title en \"Plugs\".
  source <https://example.org/{name}> read 2026-11-22.
  issued as law by \"Ministry of Examples\".
  applies in NL.
  addressed to manufacturer.
  confidence read.
  uses vocabulary demo edition 1.

rule 1:
  title en \"A duty\".
  citing \"1\".
{rule}"
        )
    };
    let (one, other) = (ruleset("one", one), ruleset("other", other));
    let texts =
        [("j", JURISDICTIONS), ("v", VOCABULARY), ("one", one.as_str()), ("other", other.as_str())];
    let library = Library::from_texts(texts).unwrap_or_else(|failure| panic!("{failure:?}"));
    let jurisdictions = vec!["NL".to_owned()];
    let request = LawRequest { on: day("2026-11-22"), jurisdictions, with: Vec::new() };
    library.ask(&request).unwrap().conflicts(&Limits::default())
}

/// The rooms have half of the colours or shapes and the halls the other half: each duty by itself
/// can be met.
#[test]
fn clash_that_takes_many_items_is_not_denied() {
    let avoided = |field: &str| {
        ["room", "hall"].map(|one| {
            format!("  for every x in near.{one}s:\n  must design.{field} is not x.{field}.\n")
        })
    };
    let [rooms, halls] = avoided("colour");
    let found = conflicts(&rooms, &halls);
    assert_eq!((found.found.len(), found.unclear.len()), (1, 0), "{found:#?}");
    // So many items are not tried: it is not told.
    let [rooms, halls] = avoided("shape");
    let found = conflicts(&rooms, &halls);
    assert_eq!((found.found.len(), found.unclear.len()), (0, 1), "{found:#?}");
}

/// Of all rooms the largest alone counts.
#[test]
fn narrowest_of_many_bounds_is_enough() {
    let rooms = "  for every r in near.rooms:\n  must design.size is at least r.size.\n";
    let calm = conflicts(rooms, "  must design.colour is a and design.size is at least 7.\n");
    assert_eq!((calm.pairs, calm.found.len(), calm.unclear.len()), (1, 0, 0), "{calm:#?}");
    let below = "  for every h in near.halls:\n  must design.size is less than h.size.\n";
    let clash = conflicts(rooms, below);
    assert_eq!((clash.found.len(), clash.unclear.len()), (1, 0), "{clash:#?}");
}

/// What is decided of each item by itself clashes at one of them or at none.
#[test]
fn decisions_about_each_item_are_told_apart() {
    let where_large = |lamp: &str| {
        format!(
            "  for every r in near.rooms where r.size is at least 3:\n  must r.lamp is {lamp}.\n"
        )
    };
    let clash = conflicts(&where_large("bright"), &where_large("dim"));
    assert_eq!((clash.found.len(), clash.unclear.len()), (1, 0), "{clash:#?}");
    let calm = conflicts(&where_large("bright"), &where_large("not none"));
    assert_eq!((calm.pairs, calm.found.len(), calm.unclear.len()), (1, 0, 0), "{calm:#?}");
}
