//! The few shapes of the protocol that the server reads and writes; the rest is plain JSON.
//!
//! Source: Language Server Protocol 3.17, base protocol and basic structures.

use serde_json::{Map, Value, json};

/// A place: a line, and UTF-16 units from its start, both counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    pub(super) line: u32,
    pub(super) character: u32,
}

/// From a place up to another, which is not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Range {
    pub(super) start: Position,
    pub(super) end: Position,
}

impl Position {
    pub(super) fn json(self) -> Value {
        json!({ "line": self.line, "character": self.character })
    }

    pub(super) fn read(value: &Value) -> Option<Position> {
        let number = |name| value.get(name)?.as_u64().and_then(|one| u32::try_from(one).ok());
        Some(Position { line: number("line")?, character: number("character")? })
    }
}

impl Range {
    pub(super) fn json(self) -> Value {
        json!({ "start": self.start.json(), "end": self.end.json() })
    }

    pub(super) fn read(value: &Value) -> Option<Range> {
        let end = |name| Position::read(value.get(name)?);
        Some(Range { start: end("start")?, end: end("end")? })
    }

    /// Whether the two have a place in common, ends included.
    pub(super) fn touches(self, other: Range) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// What came in.
pub(super) struct Message {
    /// Of a request; a notification has none and gets no answer.
    pub(super) id: Option<Value>,
    pub(super) method: String,
    pub(super) params: Value,
}

/// Why a request has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure {
    code: i64,
    message: String,
}

impl Failure {
    fn new(code: i64, message: impl Into<String>) -> Failure {
        Failure { code, message: message.into() }
    }

    pub(super) fn no_such_method(method: &str) -> Failure {
        Failure::new(-32601, format!("there is no method `{method}`"))
    }

    pub(super) fn wrong_params(message: impl Into<String>) -> Failure {
        Failure::new(-32602, message)
    }

    pub(super) fn not_initialized() -> Failure {
        Failure::new(-32002, "the first request must be `initialize`")
    }

    pub(super) fn wrong_request(message: impl Into<String>) -> Failure {
        Failure::new(-32600, message)
    }

    /// The request was understood, and cannot be done.
    pub(super) fn refused(message: impl Into<String>) -> Failure {
        Failure::new(-32803, message)
    }
}

/// What a request comes to.
pub(super) type Answer = Result<Value, Failure>;

/// Reads a message. A text that is none gives the answer to send for it; the answer of a client
/// to a request of the server would be none of either, and there are no such requests.
pub(super) fn read_message(text: &str) -> Result<Option<Message>, String> {
    let nobody = Value::Null;
    let mut value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            let failure = Failure::new(-32700, format!("this is not JSON: {error}"));
            return Err(respond(&nobody, Err(failure)));
        }
    };
    let Some(fields) = value.as_object_mut() else {
        return Err(respond(&nobody, Err(Failure::wrong_request("a message is an object"))));
    };
    let id = fields.remove("id").filter(|id| id.is_string() || id.is_number());
    match fields.remove("method") {
        Some(Value::String(method)) => {
            let params = fields.remove("params").unwrap_or(Value::Null);
            Ok(Some(Message { id, method, params }))
        }
        None if fields.contains_key("result") || fields.contains_key("error") => Ok(None),
        _ => {
            let id = id.unwrap_or(nobody);
            Err(respond(&id, Err(Failure::wrong_request("a message has a `method`"))))
        }
    }
}

/// The text of an answer.
pub(super) fn respond(id: &Value, answer: Answer) -> String {
    let mut fields = Map::new();
    fields.insert("jsonrpc".to_owned(), "2.0".into());
    fields.insert("id".to_owned(), id.clone());
    match answer {
        Ok(result) => fields.insert("result".to_owned(), result),
        Err(Failure { code, message }) => {
            fields.insert("error".to_owned(), json!({ "code": code, "message": message }))
        }
    };
    Value::Object(fields).to_string()
}

/// The text of a notification.
pub(super) fn notify(method: &str, params: Value) -> String {
    json!({ "jsonrpc": "2.0", "method": method, "params": params }).to_string()
}

/// The address of the document that a request is about.
pub(super) fn uri_of(params: &Value) -> Result<&str, Failure> {
    let uri = params.get("textDocument").unwrap_or(params).get("uri").and_then(Value::as_str);
    uri.ok_or_else(|| Failure::wrong_params("the request names no document: `textDocument.uri`"))
}

/// The place that a request is about.
pub(super) fn position_of(params: &Value) -> Result<Position, Failure> {
    let place = params.get("position").and_then(Position::read);
    place.ok_or_else(|| Failure::wrong_params("the request names no place: `position`"))
}

/// Text in Markdown.
pub(super) fn markdown(text: &str) -> Value {
    json!({ "kind": "markdown", "value": text })
}
