//! `comity lsp`: a real session over standard input and output.

use crate::client::{HEADER, RULE};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

struct Session {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Session {
    fn start() -> Session {
        let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
        let mut child =
            command.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        Session { child, out }
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let input = self.child.stdin.as_mut().unwrap();
        write!(input, "Content-Length: {}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{text}", text.len()).unwrap();
        input.flush().unwrap();
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.out.read_line(&mut line).unwrap();
            match line.trim().strip_prefix("Content-Length: ") {
                Some(number) => length = number.parse().unwrap(),
                None => break,
            }
        }
        let mut bytes = vec![0; length];
        self.out.read_exact(&mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }
}

#[test]
fn session_over_standard_input_and_output() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("lsp é");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("locks.comity"), format!("{HEADER}{RULE}")).unwrap();
    let root = format!(
        "file://{}",
        folder.display().to_string().replace(' ', "%20").replace('é', "%C3%A9")
    );
    let mut session = Session::start();
    session.send(&json!({"jsonrpc": "2.0", "id": "a", "method": "initialize", "params": {"rootUri": root, "capabilities": {}}}));
    let answer = session.receive();
    assert_eq!(answer["id"], "a");
    assert_eq!(answer["result"]["capabilities"]["positionEncoding"], "utf-16");
    session.send(&json!({"jsonrpc": "2.0", "method": "initialized", "params": {}}));
    let header = HEADER.replace("demo.locks", "demo.keys")
        + "  uses ruleset demo.locks edition 2026-01-01 as locks.\n";
    let text = format!("{header}{RULE}")
        .replace("  allow", "  deemed met where locks/5 is met.\n  allow")
        .replace("No shared", "Né 🔒");
    let uri = "file:///keys.comity";
    session.send(&json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "languageId": "comity", "version": 1, "text": text}}}));
    let told = session.receive();
    assert_eq!(
        told["params"]["diagnostics"],
        json!([]),
        "the folder holds the ruleset that is used"
    );
    let (before, _) = text.split_once("/5 is met").unwrap();
    let mut place = crate::client::place(before);
    place["character"] = json!(place["character"].as_u64().unwrap() + 1);
    session.send(&json!({"jsonrpc": "2.0", "id": 2, "method": "textDocument/definition", "params": {"textDocument": {"uri": uri}, "position": place}}));
    assert_eq!(session.receive()["result"]["uri"], format!("{root}/locks.comity"));
    // A file that another program changes is read again.
    let locks = folder.join("locks.comity");
    std::fs::write(&locks, format!("{HEADER}{RULE}").replace("rule 5:", "rule 6:")).unwrap();
    let changes = json!([{"uri": format!("{root}/locks.comity"), "type": 2}]);
    session.send(&json!({"jsonrpc": "2.0", "method": "workspace/didChangeWatchedFiles",
        "params": {"changes": changes}}));
    let told = session.receive();
    assert_eq!(told["params"]["diagnostics"][0]["code"], "comity::resolve::unknown_name");
    session.send(&json!({"jsonrpc": "2.0", "id": 3, "method": "shutdown"}));
    assert_eq!(session.receive()["result"], Value::Null);
    session.send(&json!({"jsonrpc": "2.0", "method": "exit"}));
    assert!(session.child.wait().unwrap().success());
}

#[test]
fn session_without_shutdown_ends_with_one_and_without_headers_with_three() {
    let mut session = Session::start();
    session.send(&json!({"jsonrpc": "2.0", "method": "exit"}));
    assert_eq!(session.child.wait().unwrap().code(), Some(1));
    let mut session = Session::start();
    session.child.stdin.take().unwrap().write_all(b"hello\r\n\r\n").unwrap();
    assert_eq!(session.child.wait().unwrap().code(), Some(3));
}
