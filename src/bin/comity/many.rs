//! Does the same with many things, some at a time, and hands on what came of them in their order.

use crate::failure::Failure;
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// As many as there are cores, unless a number is given.
pub(crate) fn jobs(given: Option<NonZeroUsize>) -> usize {
    let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    given.unwrap_or_else(cores).get()
}

/// Works on all things, `jobs` at a time. `take` gets what came of each in the order of the
/// things, as soon as it can; its first failure stops the rest.
pub(crate) fn in_order<T: Sync, R: Send>(
    things: &[T],
    jobs: usize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let jobs = jobs.min(things.len());
    // One at a time needs no thread, whose stack and memory would be its own.
    if jobs <= 1 {
        return things.iter().try_for_each(|thing| take(work(thing)));
    }
    let queue = Queue { things, next: AtomicUsize::new(0), stopped: AtomicBool::new(false) };
    thread::scope(|scope| {
        let (sender, receiver) = channel();
        for _ in 0..jobs {
            let (queue, work, sender) = (&queue, &work, sender.clone());
            scope.spawn(move || queue.work(work, &sender));
        }
        drop(sender);
        let taken = take_in_order(&receiver, &mut take);
        queue.stopped.store(true, Ordering::Relaxed);
        taken
    })
}

/// Things to do, and which is next.
struct Queue<'t, T> {
    things: &'t [T],
    next: AtomicUsize,
    stopped: AtomicBool,
}

impl<T> Queue<'_, T> {
    fn work<R>(&self, work: &impl Fn(&T) -> R, sender: &Sender<(usize, R)>) {
        while !self.stopped.load(Ordering::Relaxed) {
            let position = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = self.things.get(position) else { return };
            if sender.send((position, work(thing))).is_err() {
                return;
            }
        }
    }
}

/// Keeps what comes too early until its turn.
fn take_in_order<R>(
    receiver: &Receiver<(usize, R)>,
    take: &mut impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (position, done) in receiver {
        early.insert(position, done);
        while let Some(done) = early.remove(&next) {
            take(done)?;
            next += 1;
        }
    }
    Ok(())
}
