//! The products of a batch, one after the other: lines of registers, and manifests in folders.

use crate::failure::Failure;
use crate::files::{find_files, read_bytes};
use comity::ingest::limits::BYTES;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Endings of files with a product in each line.
const REGISTERS: [&str; 2] = ["ndjson", "jsonl"];
/// Endings of files that are a product each.
const MANIFESTS: [&str; 3] = ["yaml", "yml", "json"];

/// A product to be judged.
#[derive(Debug)]
pub(crate) struct Product {
    /// The file, and its line in a register.
    pub(crate) name: String,
    /// Its manifest, or why there is none.
    pub(crate) bytes: Result<Vec<u8>, String>,
    /// Bytes that were read of it.
    pub(crate) length: u64,
}

/// Files that are read one after the other, of which nothing is kept.
pub(crate) struct Source {
    files: VecDeque<PathBuf>,
    open: Option<OpenRegister>,
    bytes_left: u64,
}

/// A register being read.
struct OpenRegister {
    path: PathBuf,
    reader: Box<dyn BufRead + Send>,
    line: usize,
}

impl Source {
    /// The files and the folders that are named; `-` is a register on standard input.
    pub(crate) fn new(paths: &[PathBuf]) -> Result<Source, Failure> {
        let endings: Vec<&str> = REGISTERS.into_iter().chain(MANIFESTS).collect();
        let mut files = VecDeque::new();
        for path in paths {
            files.extend(find_files(path, &endings)?);
        }
        let length = |path: &PathBuf| path.metadata().map_or(0, |metadata| metadata.len());
        let bytes_left = files.iter().map(length).sum();
        Ok(Source { files, open: None, bytes_left })
    }

    /// How many bytes there are to read, as far as that is known.
    pub(crate) fn bytes_left(&self) -> u64 {
        self.bytes_left
    }

    /// The next products: as many, or with as many bytes, but one at least. None at the end.
    pub(crate) fn portion(&mut self, most: usize, bytes: usize) -> Result<Vec<Product>, Failure> {
        let (mut products, mut read) = (Vec::new(), 0);
        while products.len() < most && read < bytes as u64 {
            let Some(product) = self.next().transpose()? else { break };
            read += product.length;
            products.push(product);
        }
        Ok(products)
    }

    fn open_next(&mut self) -> Option<Result<Product, Failure>> {
        let path = self.files.pop_front()?;
        let is_register = |path: &Path| {
            let ending = path.extension().and_then(|ending| ending.to_str());
            path == Path::new("-") || ending.is_some_and(|ending| REGISTERS.contains(&ending))
        };
        if !is_register(&path) {
            return Some(Ok(manifest(&path)));
        }
        match open(&path) {
            Ok(reader) => {
                self.open = Some(OpenRegister { path, reader, line: 0 });
                self.next()
            }
            Err(failure) => Some(Err(failure)),
        }
    }
}

impl Iterator for Source {
    type Item = Result<Product, Failure>;

    fn next(&mut self) -> Option<Result<Product, Failure>> {
        let Some(register) = &mut self.open else { return self.open_next() };
        let product = register.product();
        if product.is_none() {
            self.open = None;
            return self.open_next();
        }
        if let Some(Ok(product)) = &product {
            self.bytes_left = self.bytes_left.saturating_sub(product.length);
        }
        product
    }
}

fn open(path: &Path) -> Result<Box<dyn BufRead + Send>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    let file = File::open(path).map_err(|error| Failure::io("read", path, &error))?;
    Ok(Box::new(BufReader::with_capacity(1 << 18, file)))
}

fn manifest(path: &Path) -> Product {
    let name = path.display().to_string();
    match read_bytes(path) {
        Ok(bytes) => Product { name, length: bytes.len() as u64, bytes: Ok(bytes) },
        Err(failure) => {
            let said = failure.render(false);
            let why = said.trim_end().trim_start_matches("error: ").to_owned();
            Product { name, length: 0, bytes: Err(why) }
        }
    }
}

impl OpenRegister {
    /// The next line that is not blank.
    fn product(&mut self) -> Option<Result<Product, Failure>> {
        let mut text = Vec::new();
        loop {
            text.clear();
            match self.read_line(&mut text) {
                Ok(0) => return None,
                Ok(length) => {
                    self.line += 1;
                    let name = format!("{}:{}", self.path.display(), self.line);
                    if length > text.len() as u64 {
                        let why = format!("the line has over {} MiB", BYTES / (1024 * 1024));
                        return Some(Ok(Product { name, bytes: Err(why), length }));
                    }
                    let line = text.trim_ascii_end().len();
                    if text.iter().any(|byte| !byte.is_ascii_whitespace()) {
                        text.truncate(line);
                        return Some(Ok(Product { name, bytes: Ok(text), length }));
                    }
                }
                Err(error) => return Some(Err(Failure::io("read", &self.path, &error))),
            }
        }
    }

    /// Reads a line, of one that is too long only the head; gives its whole length.
    fn read_line(&mut self, text: &mut Vec<u8>) -> std::io::Result<u64> {
        let most = BYTES as u64 + 2;
        let mut length = (&mut self.reader).take(most).read_until(b'\n', text)? as u64;
        let mut is_whole = length < most || text.ends_with(b"\n");
        while !is_whole {
            let rest = self.reader.fill_buf()?;
            let end = rest.iter().position(|byte| *byte == b'\n');
            let passed = end.map_or(rest.len(), |end| end + 1);
            is_whole = end.is_some() || rest.is_empty();
            self.reader.consume(passed);
            length += passed as u64;
        }
        Ok(length)
    }
}
