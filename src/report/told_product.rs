//! What of a product that shows something is told to people: what was chosen, not what was asked.

/// What every placement states because it was asked about.
const GIVEN: [&str; 5] =
    ["id:", "territory:", "first_placed:", "last_placed:", "last_made_available:"];

/// The lines of a manifest without its first one, and of its placements, which are alike, only
/// what was chosen of the first. That a product is placed everywhere on the day of the check goes
/// without saying; how, does not.
pub(super) fn product_lines(manifest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut places = None;
    for line in manifest.lines().skip(1) {
        if line.starts_with("market.placements:") {
            places = Some(0);
        } else if let Some(count) = places.filter(|_| line.starts_with("  ")) {
            let count = count + usize::from(line.starts_with("  - "));
            places = Some(count);
            let chosen = line.trim_start_matches(['-', ' ']);
            if count == 1 && !GIVEN.iter().any(|key| chosen.starts_with(key)) {
                lines.push(format!("placement.{chosen}"));
            }
        } else {
            places = None;
            lines.push(line.to_owned());
        }
    }
    lines
}
