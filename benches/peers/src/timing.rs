//! How long each engine takes: all in turn, round after round, so that what slows the machine for
//! a while slows all of them.

use crate::engines::Engine;
use std::time::{Duration, Instant};

/// Nanoseconds for one rule and product.
#[derive(Debug, Clone, Copy)]
pub struct Spread {
    pub least: f64,
    pub median: f64,
    pub most: f64,
}

/// What was measured of an engine.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    pub single: Spread,
    pub batch: Spread,
}

/// How many products are judged one by one in each round.
const SINGLES: usize = 500;

/// How long one measure takes at least.
const LEAST: Duration = Duration::from_millis(10);

/// Measures every engine `rounds` times, after one round that does not count.
pub fn measure(engines: &mut [Box<dyn Engine + '_>], products: usize, rounds: usize) -> Vec<Times> {
    let mut singles = vec![Vec::new(); engines.len()];
    let mut batches = vec![Vec::new(); engines.len()];
    for round in 0..=rounds {
        for (index, engine) in engines.iter_mut().enumerate() {
            let single = one_by_one(&mut **engine, products.min(SINGLES));
            let batch = all_at_once(&mut **engine, products);
            if round > 0 {
                singles[index].push(single);
                batches[index].push(batch);
            }
        }
    }
    let times = |(single, batch)| Times { single: spread(single), batch: spread(batch) };
    singles.into_iter().zip(batches).map(times).collect()
}

fn one_by_one(engine: &mut dyn Engine, products: usize) -> f64 {
    repeat(engine, products, |engine| (0..products).for_each(|product| engine.run_one(product)))
}

fn all_at_once(engine: &mut dyn Engine, products: usize) -> f64 {
    repeat(engine, products, |engine| engine.run_all())
}

/// Runs once to come back into the caches after the other engines, then until it has taken long
/// enough for the clock.
fn repeat(engine: &mut dyn Engine, products: usize, run: impl Fn(&mut dyn Engine)) -> f64 {
    run(engine);
    let (start, mut runs) = (Instant::now(), 0);
    while runs == 0 || start.elapsed() < LEAST {
        run(engine);
        runs += 1;
    }
    each(start, engine, products * runs)
}

fn each(start: Instant, engine: &dyn Engine, products: usize) -> f64 {
    start.elapsed().as_nanos() as f64 / (products * engine.rules().len()).max(1) as f64
}

fn spread(mut samples: Vec<f64>) -> Spread {
    samples.sort_by(f64::total_cmp);
    let at = |index: usize| samples.get(index).copied().unwrap_or_default();
    Spread {
        least: at(0),
        median: at(samples.len() / 2),
        most: at(samples.len().saturating_sub(1)),
    }
}
