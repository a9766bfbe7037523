use comity::source::SourceMap;
fn main() {
    let mut sources = SourceMap::default();
    let mut files = vec![];
    let mut bad = false;
    for p in std::env::args().skip(1) {
        let t = std::fs::read_to_string(&p).unwrap();
        let id = sources.add(&p, &t);
        let parsed = comity::syntax::parse(id, &t);
        for e in &parsed.errors {
            bad = true;
            let f = sources.get(e.span().file).unwrap();
            let (l, c) = f.line_column(e.span().start as usize);
            println!(
                "{p}:{l}:{c}: {e} [{}]",
                miette::Diagnostic::help(e).map(|h| h.to_string()).unwrap_or_default()
            );
        }
        if std::env::var("DUMP").is_ok() {
            println!("{:#?}", parsed.file);
        }
        files.push(parsed.file);
    }
    let s = std::time::Instant::now();
    match comity::resolve::resolve(&sources, &files) {
        Ok(law) => println!(
            "ok rules {} nodes {} examples {} in {:?}",
            law.rules.len(),
            law.graph.len(),
            law.examples.len(),
            s.elapsed()
        ),
        Err(es) => {
            bad = true;
            println!("{} resolve errors", es.len());
            for e in es.iter() {
                let f = sources.get(e.span().file).unwrap();
                let (l, c) = f.line_column(e.span().start as usize);
                println!(
                    "{}:{l}:{c}: {e} [{}]",
                    f.name,
                    miette::Diagnostic::help(e).map(|h| h.to_string()).unwrap_or_default()
                );
            }
        }
    }
    std::process::exit(bad as i32)
}
