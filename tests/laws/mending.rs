//! Repairs of the example products: checked again as `comity check` would, and written as text.

use super::{SHIPPED, examples, law};
use comity::CheckRequest;
use comity::analysis::duties::Duty;
use comity::eval::verdict::Verdict;
use comity::jiff::civil::date;
use comity::model::rule::Modality;

#[test]
fn repaired_examples_breach_nothing_that_can_be_mended() {
    let request = CheckRequest::on(date(2026, 11, 22)).within(["uk", "nl", "ca", "quebec"]);
    let mut mended = 0;
    for (name, manifest) in examples() {
        let fixes = SHIPPED.fix(&manifest, &request, 1).unwrap();
        let all = &fixes[0].mended;
        mended += all.groups.iter().map(|group| group.duties.len()).sum::<usize>();
        let product = all.product(&manifest);
        for (market, at) in SHIPPED.check(&product, &request).unwrap().iter().zip(0..) {
            let breached = market.rules.iter().filter(|rule| {
                let is_must = law().rule(rule.rule).unwrap().modality == Modality::Must;
                is_must && rule.verdict == Verdict::Breached
            });
            for rule in breached {
                let duty = Duty { rule: rule.rule, market: at };
                let is_told = all.beyond.iter().flatten().any(|beyond| *beyond == duty)
                    || all.unclear.iter().any(|(unclear, _)| *unclear == duty);
                assert!(is_told, "{name}: {}", law().rule(rule.rule).unwrap().id);
            }
        }
        let text = SHIPPED.written(&manifest, &product).expect("it can be written");
        let comment = manifest.source.text.lines().next().unwrap();
        assert!(text.starts_with(comment), "{name} is written anew");
    }
    assert!(mended > 40, "{mended} mended");
}
