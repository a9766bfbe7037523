//! `comity lsp`: the language server on standard input and output.

use crate::Exit;
use crate::clock::today;
use crate::failure::Failure;
use crate::files::{find_files, read_text};
use comity::server::Server;
use serde_json::{Value, json};
use std::io::{BufRead, Read, Write};
use std::path::{Path, PathBuf};

/// No message is longer: the library reads no text of that length.
const LONGEST: usize = 64 * 1024 * 1024;

/// Serves one client, until it says `exit` or closes its end.
pub(crate) fn lsp() -> Result<Exit, Failure> {
    let mut server = Server::shipped(today());
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
    let lost = |error: std::io::Error| Failure::new(format!("the client was lost: {error}"));
    while let Some(message) = read_message(&mut input).map_err(lost)? {
        for sent in server.handle(&message) {
            write_message(&mut output, &sent).map_err(lost)?;
        }
        if let Some(folders) = workspace(&message) {
            for sent in server.handle(&folders) {
                write_message(&mut output, &sent).map_err(lost)?;
            }
        }
        if let Some(in_order) = server.exited() {
            return Ok(if in_order { Exit::Met } else { Exit::Breached });
        }
    }
    Ok(Exit::Met)
}

/// The next message; none at the end of the input. Bytes that are no UTF-8 make it one that
/// cannot be read, which is answered as such.
fn read_message(input: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let Some(length) = read_headers(input)? else { return Ok(None) };
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes)?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The length of the message that follows.
fn read_headers(input: &mut impl BufRead) -> std::io::Result<Option<usize>> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if input.by_ref().take(4096).read_line(&mut line)? == 0 {
            return Ok(None);
        }
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok().filter(|length| *length <= LONGEST);
            }
            Some(_) => {}
            None => {
                let wrong = || std::io::Error::other("a message has a `Content-Length` header");
                return length.map(Some).ok_or_else(wrong);
            }
        }
    }
}

fn write_message(output: &mut impl Write, message: &str) -> std::io::Result<()> {
    write!(output, "Content-Length: {}\r\n\r\n{message}", message.len())?;
    output.flush()
}

/// Told to the server beside a message: the rulesets in the folders that the client works in, and
/// later those of them that changed on the disk.
fn workspace(message: &str) -> Option<String> {
    // Most messages are edits, and are not read twice.
    if !message.contains("\"initialize\"") && !message.contains("didChangeWatchedFiles") {
        return None;
    }
    let message: Value = serde_json::from_str(message).ok()?;
    let params = message.get("params")?;
    let files = match message.get("method")?.as_str()? {
        "initialize" => files_below(params),
        "workspace/didChangeWatchedFiles" => changed_files(params),
        _ => return None,
    };
    let params = json!({ "files": files });
    let told = json!({ "jsonrpc": "2.0", "method": "comity/workspace", "params": params });
    Some(told.to_string())
}

fn files_below(params: &Value) -> Vec<Value> {
    let folders = params.get("workspaceFolders").and_then(Value::as_array);
    let roots: Vec<&str> = match folders {
        Some(folders) => folders.iter().filter_map(|one| one.get("uri")?.as_str()).collect(),
        None => params.get("rootUri").and_then(Value::as_str).into_iter().collect(),
    };
    let paths = roots.into_iter().filter_map(path_of).filter(|path| path.is_dir());
    let files = paths.flat_map(|path| find_files(&path, &["comity"]).unwrap_or_default());
    let file =
        |path: PathBuf| Some(json!({ "uri": uri_of(&path), "text": read_text(&path).ok()? }));
    files.filter_map(file).collect()
}

/// A file that is gone says nothing any more.
fn changed_files(params: &Value) -> Vec<Value> {
    let changes = params.get("changes").and_then(Value::as_array).into_iter().flatten();
    let uris = changes.filter_map(|change| change.get("uri")?.as_str());
    let named = uris.filter_map(|uri| Some((uri, path_of(uri)?)));
    let rulesets = named.filter(|(uri, _)| uri.ends_with(".comity"));
    let text = |path: &Path| read_text(path).unwrap_or_default();
    rulesets.map(|(uri, path)| json!({ "uri": uri, "text": text(&path) })).collect()
}

/// The path of a `file:` address.
fn path_of(uri: &str) -> Option<PathBuf> {
    let mut bytes = Vec::new();
    let mut rest = uri.strip_prefix("file://")?.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().map(PathBuf::from)
}

/// The address of a path, written as editors write it.
fn uri_of(path: &Path) -> String {
    let mut uri = "file://".to_owned();
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
