//! A page of the repository, and what can be checked of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The case notes that stand in the repository as examples are written by a test.
const GENERATED: &str = "tests/examples/notes/";

/// A page in Markdown.
#[derive(Debug)]
pub(super) struct Page {
    /// Its path in the repository.
    pub(super) path: String,
    pub(super) text: String,
}

/// A block of code.
#[derive(Debug)]
pub(super) struct Block {
    /// Its page and the line on which it begins.
    pub(super) place: String,
    /// The language, as it stands after the fence; empty where there is none.
    pub(super) kind: String,
    pub(super) text: String,
}

/// Everything on a page that can be checked.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) blocks: Vec<Block>,
    /// Where its links lead, each with its place.
    pub(super) links: Vec<(String, String)>,
    /// Words in code, each with its place.
    pub(super) words: Vec<(String, String)>,
    pub(super) headings: Vec<String>,
}

/// The root of the repository.
pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file that belongs to the repository or is about to, by its path in it.
pub(super) fn files() -> Vec<String> {
    let list = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git, which names the files of the repository");
    assert!(list.status.success(), "git ls-files: {list:?}");
    let list = String::from_utf8(list.stdout).unwrap();
    let there = list.lines().filter(|path| root().join(path).is_file());
    there.map(str::to_owned).collect()
}

/// Every page that is written by hand.
pub(super) fn pages() -> Vec<Page> {
    let markdown = |path: &String| Path::new(path).extension().is_some_and(|end| end == "md");
    let paths = files().into_iter().filter(markdown);
    let by_hand = paths.filter(|path| !path.starts_with(GENERATED));
    by_hand.map(Page::read).collect()
}

impl Page {
    fn read(path: String) -> Self {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        Self { path, text }
    }

    /// The folder that the page stands in.
    pub(super) fn folder(&self) -> PathBuf {
        Path::new(&self.path).parent().unwrap().to_owned()
    }

    fn place(&self, offset: usize) -> String {
        let before = self.text.bytes().take(offset);
        let line = before.filter(|byte| *byte == b'\n').count() + 1;
        format!("{}:{line}", self.path)
    }

    /// Reads the page.
    pub(super) fn parts(&self) -> Parts {
        let mut parts = Parts::default();
        let mut inside: Option<Block> = None;
        let mut heading: Option<String> = None;
        let events = Parser::new_ext(&self.text, Options::ENABLE_TABLES).into_offset_iter();
        for (event, range) in events {
            let place = || self.place(range.start);
            match event {
                Event::Start(Tag::CodeBlock(kind)) => inside = Some(block(place(), &kind)),
                Event::End(TagEnd::CodeBlock) => parts.blocks.extend(inside.take()),
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => parts.headings.extend(heading.take()),
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    parts.links.push((place(), dest_url.to_string()));
                }
                Event::Text(text) => match (&mut inside, &mut heading) {
                    (Some(block), _) => block.text.push_str(&text),
                    (None, Some(heading)) => heading.push_str(&text),
                    (None, None) => {}
                },
                Event::Code(code) => {
                    parts.words.push((place(), code.to_string()));
                    if let Some(heading) = &mut heading {
                        heading.push_str(&code);
                    }
                }
                _ => {}
            }
        }
        parts
    }
}

fn block(place: String, kind: &CodeBlockKind<'_>) -> Block {
    let info = match kind {
        CodeBlockKind::Fenced(info) => info,
        CodeBlockKind::Indented => "",
    };
    Block {
        place,
        kind: info.to_owned(),
        text: String::new(),
    }
}
