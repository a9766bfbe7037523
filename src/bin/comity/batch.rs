//! `comity check --batch`: registers of any length, a line for each product or the sum of all.

use crate::Exit;
use crate::args::{CheckArgs, CheckFormat};
use crate::batch_source::{Product, Source};
use crate::batch_sum::Sum;
use crate::check::exit_of;
use crate::failure::Failure;
use crate::limits::{AHEAD, PORTION};
use crate::many::jobs;
use crate::output::Terminal;
use crate::progress::bar_of_bytes;
use crate::resume::{Lines, no_line, read_line, same_run};
use comity::digest::sha256;
use comity::eval::matrix::BLOCK;
use comity::report::build::unreadable;
use comity::report::lines::{CheckLine, refused_line};
use comity::{CheckRequest, Library, Register, RegisterDesk};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Judges all products of the files and folders that are named.
pub(crate) fn batch(
    library: &Library,
    request: &CheckRequest,
    args: &CheckArgs,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let register = library.register(request)?;
    let mut source = Source::new(&args.manifests)?;
    let mut sum = Sum::default();
    let mut lines = open(args, &register, &mut source, &mut sum)?;
    let jobs = jobs(args.jobs);
    let prints_lines = matches!(lines, Some(Lines::Printed));
    let bar = bar_of_bytes(source.bytes_left(), prints_lines);
    let done = in_order(&register, source, jobs, |portion| {
        bar.inc(portion.bytes);
        sum.add(portion.sum);
        lines.as_mut().map_or(Ok(()), |lines| lines.write_text(&portion.text))
    });
    bar.finish_and_clear();
    done?;
    if args.format == CheckFormat::Terminal {
        terminal.print(&sum.page(request.on));
    }
    Ok(sum.exit)
}

/// Where lines go, if they are wanted; what an earlier run judged is passed over.
fn open(
    args: &CheckArgs,
    register: &Register<'_>,
    source: &mut Source,
    sum: &mut Sum,
) -> Result<Option<Lines>, Failure> {
    match &args.resume {
        _ if args.format == CheckFormat::Terminal => Ok(None),
        None => Lines::new(args.out.as_deref()).map(Some),
        Some(path) => go_on(path, register, source, sum).map(Some),
    }
}

/// Holds the lines of an earlier run against the products, one by one, and passes them over.
fn go_on(
    path: &Path,
    register: &Register<'_>,
    source: &mut Source,
    sum: &mut Sum,
) -> Result<Lines, Failure> {
    let failure = |error: std::io::Error| Failure::io("resume", path, &error);
    let (mut whole, mut number, mut text) = (0, 0, Vec::new());
    if path.exists() {
        let mut reader = BufReader::new(File::open(path).map_err(failure)?);
        while reader.read_until(b'\n', &mut text).map_err(failure)? > 0 {
            number += 1;
            let Some(line) = read_line(&text) else {
                let is_last = reader.fill_buf().map_err(failure)?.is_empty();
                if is_last { break } else { return Err(no_line(path, number)) }
            };
            let product = source.next().transpose()?;
            let name = product.as_ref().map(|product| product.name.as_str());
            let digest = || sha256(product.as_ref()?.bytes.as_deref().ok()?).into();
            same_run(&line, number, register.basis(), name, digest)?;
            sum.line(&line, exit_of(&line));
            whole += text.len() as u64;
            text.clear();
        }
    }
    Lines::after(path, whole)
}

/// What came of some products.
struct Portion {
    text: String,
    sum: Sum,
    bytes: u64,
}

/// Judges portion after portion, `jobs` at a time, and hands on what came of each in their order.
fn in_order(
    register: &Register<'_>,
    source: Source,
    jobs: usize,
    mut take: impl FnMut(Portion) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (give_leave, leave) = sync_channel(jobs * AHEAD);
    let (hand_out, portions) = channel();
    let portions = Mutex::new(portions);
    let (hand_in, done) = channel();
    thread::scope(|scope| {
        scope.spawn(move || read_portions(source, &leave, &hand_out));
        for _ in 0..jobs {
            let (portions, hand_in) = (&portions, hand_in.clone());
            scope.spawn(move || work(register, portions, &hand_in));
        }
        drop(hand_in);
        // At its end nobody gives leave, or is there to hand in to: the others stop.
        take_in_order(give_leave, jobs * AHEAD, done, &mut take)
    })
}

type Read = (usize, Result<Vec<Product>, Failure>);
type Judged = (usize, Result<Portion, Failure>);

/// Reads portions as long as there is leave for another.
fn read_portions(mut source: Source, leave: &Receiver<()>, hand_out: &Sender<Read>) {
    for number in 0.. {
        if leave.recv().is_err() {
            return;
        }
        let portion = source.portion(BLOCK, PORTION);
        let is_last = !matches!(&portion, Ok(products) if !products.is_empty());
        let is_empty = matches!(&portion, Ok(products) if products.is_empty());
        if is_empty || hand_out.send((number, portion)).is_err() || is_last {
            return;
        }
    }
}

fn work(register: &Register<'_>, portions: &Mutex<Receiver<Read>>, hand_in: &Sender<Judged>) {
    let mut desk = register.desk();
    loop {
        let next = portions.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, products)) = next else { return };
        let judged = products.map(|products| judge(register, &mut desk, &products));
        if hand_in.send((number, judged)).is_err() {
            return;
        }
    }
}

fn judge(register: &Register<'_>, desk: &mut RegisterDesk<'_>, products: &[Product]) -> Portion {
    let readable = |product| {
        let Product { name, bytes, .. }: &Product = product;
        bytes.as_ref().ok().map(|bytes| (name.as_str(), bytes.as_slice()))
    };
    let given: Vec<(&str, &[u8])> = products.iter().filter_map(readable).collect();
    let mut judged = desk.lines(&given).into_iter();
    let mut portion = Portion { text: String::new(), sum: Sum::default(), bytes: 0 };
    for product in products {
        let line: Option<CheckLine> = match &product.bytes {
            Ok(_) => judged.next(),
            Err(why) => {
                let fault = unreadable(why);
                Some(refused_line(register.basis(), &product.name, None, &[fault]))
            }
        };
        if let Some(line) = line {
            portion.sum.line(&line, exit_of(&line));
            portion.text.push_str(&line.to_json());
        }
        portion.bytes += product.length;
    }
    portion
}

/// Takes portions in their order, and gives leave for another whenever one is taken.
fn take_in_order(
    give_leave: SyncSender<()>,
    ahead: usize,
    done: Receiver<Judged>,
    take: &mut impl FnMut(Portion) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for _ in 0..ahead {
        let _ = give_leave.try_send(());
    }
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (number, portion) in done {
        early.insert(number, portion);
        while let Some(portion) = early.remove(&next) {
            take(portion?)?;
            next += 1;
            let _ = give_leave.try_send(());
        }
    }
    Ok(())
}
