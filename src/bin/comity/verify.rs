//! `comity verify`: makes an assessment again from its receipt, and says whether it is the same.

use crate::Exit;
use crate::args::VerifyArgs;
use crate::check::manifests;
use crate::failure::Failure;
use crate::files::{load_rules, read_bytes, read_within};
use crate::limits::LARGEST_RECEIPT;
use crate::output::Terminal;
use crate::sealed::{Broken, Envelope, public_key};
use comity::report::verify::Stated;
use std::path::Path;

const SAME: &str = "confirmed: made again, the report is the same byte for byte\n";
const SIGNED: &str = "signature: by this key\n";
const NOT_CHECKED: &str =
    "signature: NOT CHECKED; name the signer's public key with `--verify-key`\n";
const UNSIGNED: &str = "signature: there is none\n";

pub(crate) fn verify(args: &VerifyArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let bytes = read_within(&args.receipt, LARGEST_RECEIPT)?;
    let opened = match open(&bytes, args.verify_key.as_deref())? {
        Ok(opened) => opened,
        Err(broken) => {
            terminal.print(&format!("NOT confirmed\n  signature: {broken}\n"));
            return Ok(Exit::Breached);
        }
    };
    let name = args.receipt.display();
    let unreadable = |fault: &dyn std::fmt::Display| Failure::new(format!("{name}: {fault}"));
    let stated = Stated::read(&opened.report).map_err(|fault| unreadable(&fault))?;
    let library = load_rules(&args.library.rulesets)?;
    let given = read_manifests(args)?;
    let given: Vec<(&str, &[u8])> =
        given.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let differences = library.verify(&stated, &given).map_err(|fault| unreadable(&fault))?;
    if differences.is_empty() {
        terminal.print(&format!("{SAME}{}", opened.signature));
        return Ok(opened.exit);
    }
    let told: String = differences.iter().map(|one| format!("  {one}\n")).collect();
    terminal.print(&format!("NOT confirmed\n{told}{}", opened.signature));
    Ok(Exit::Breached)
}

/// A report, what is known of its signature, and how the command ends if it is the same.
struct Opened {
    report: Vec<u8>,
    signature: &'static str,
    exit: Exit,
}

/// Takes a report out of its envelope. With a key, nothing of it is believed before the
/// signature.
fn open(bytes: &[u8], key: Option<&Path>) -> Result<Result<Opened, Broken>, Failure> {
    let key = key.map(public_key).transpose()?;
    let envelope = Envelope::read(bytes);
    let (report, signature, exit) = match (&envelope, &key) {
        (Some(envelope), Some(key)) => (envelope.report_by(key), SIGNED, Exit::Met),
        (Some(envelope), None) => (envelope.report(), NOT_CHECKED, Exit::Open),
        (None, Some(_)) => (Err(Broken::Unsigned), "", Exit::Breached),
        (None, None) => (Ok(bytes.to_vec()), UNSIGNED, Exit::Met),
    };
    Ok(report.map(|report| Opened { report, signature, exit }))
}

fn read_manifests(args: &VerifyArgs) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let files = manifests(&args.manifests)?;
    files.iter().map(|path| Ok((path.display().to_string(), read_bytes(path)?))).collect()
}
