//! Which file uses which, read from the paths that stand in the source.
//!
//! A use goes to the file that *declares* the name: a parent that only passes on what its children declare
//! (`pub use self::child::Name`) is looked through, and passing on is no use. A parent that names in its own
//! code what it passes on does use it. Tests inside the source are not looked at, and a method that is
//! called on a value is not seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A path in the source, from the root of the crate.
type Name = Vec<String>;

/// One file as far as it is looked at.
struct File {
    path: PathBuf,
    /// Its module.
    module: Name,
    /// What stands in it beside its `use`s.
    code: String,
    /// What its `use`s bring in by which name, and whether they pass it on.
    imports: Vec<(String, Name, bool)>,
    children: BTreeSet<String>,
}

/// Every file of the source by its module, with what it uses.
pub(super) struct Source {
    files: BTreeMap<Name, File>,
}

impl Source {
    /// Reads a source tree.
    pub(super) fn read(root: &Path) -> Self {
        let files = rust_files(root).into_iter().filter_map(|path| {
            let module = module(path.strip_prefix(root).unwrap())?;
            let text = fs::read_to_string(&path).unwrap();
            let relative = path.strip_prefix(root).unwrap().to_owned();
            Some((module.clone(), File::of(relative, module, &text)))
        });
        Self {
            files: files.collect(),
        }
    }

    /// Each file with the files that it uses.
    pub(super) fn uses(&self) -> BTreeMap<&Path, BTreeSet<&Path>> {
        let files = self.files.values();
        files
            .map(|file| {
                let used = file.names().into_iter();
                let used = used.filter_map(|name| self.declares(&name, 0));
                let used = used.filter(|used| *used != file.path);
                (&*file.path, used.collect())
            })
            .collect()
    }

    /// The names of types that the source declares, and where.
    pub(super) fn types(&self) -> BTreeMap<&str, Vec<&Path>> {
        let mut types: BTreeMap<&str, Vec<&Path>> = BTreeMap::new();
        for file in self.files.values() {
            for name in file.code.lines().filter_map(declared) {
                types.entry(name).or_default().push(&file.path);
            }
        }
        types
    }

    /// The file that declares a name. Nothing of another crate.
    fn declares(&self, name: &[String], depth: usize) -> Option<&Path> {
        let length = (0..=name.len()).rev();
        let module = length.map(|end| &name[..end]);
        let file = module.into_iter().find_map(|start| self.files.get(start))?;
        let Some(item) = name.get(file.module.len()) else {
            return Some(&file.path);
        };
        let mut passed_on = file.imports.iter().filter(|(alias, ..)| alias == item);
        match passed_on.next() {
            Some((_, full, _)) if depth < 9 && *full != name => self.declares(full, depth + 1),
            _ => Some(&file.path),
        }
    }
}

impl File {
    fn of(path: PathBuf, module: Name, text: &str) -> Self {
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let (mut code, mut uses, mut open) = (String::new(), String::new(), false);
        for line in lines {
            open = open || is_use(line);
            let part = if open { &mut uses } else { &mut code };
            part.push_str(line.trim_end());
            part.push('\n');
            open = open && !line.contains(';');
        }
        let children: BTreeSet<_> = code.lines().filter_map(child).map(str::to_owned).collect();
        let code = code.lines().filter(|line| child(line).is_none());
        let mut file = Self {
            path,
            module,
            children,
            code: code.flat_map(|line| [line, "\n"]).collect(),
            imports: Vec::new(),
        };
        for one in uses.split_terminator(";\n") {
            let (public, tree) = one.split_once("use ").unwrap();
            let mut found = Vec::new();
            expand("", tree, &mut found);
            for (alias, path) in found {
                if let Some(full) = file.absolute(&path) {
                    file.imports.push((alias, full, !public.trim().is_empty()));
                }
            }
        }
        file
    }

    /// Every name of this crate that the file uses.
    fn names(&self) -> Vec<Name> {
        let imported = self.imports.iter().filter(|(alias, _, passed_on)| {
            !passed_on || words(&self.code).any(|word| word == alias)
        });
        let imported = imported.map(|(_, full, _)| full.clone());
        let inline = paths(&self.code).filter_map(|path| self.absolute(path));
        imported.chain(inline).collect()
    }

    /// A path as it is read from the root of the crate, where it begins in the crate.
    fn absolute(&self, path: &str) -> Option<Name> {
        let mut parts = path.split("::").map(str::to_owned).peekable();
        let first = parts.next()?;
        let mut full = match &*first {
            // The program knows the library by its name.
            "crate" | "signpost" => Vec::new(),
            "self" => self.module.clone(),
            "super" => parent(&self.module),
            child if self.children.contains(child) => [&*self.module, &[first]].concat(),
            alias => {
                let mut imports = self.imports.iter();
                imports.find(|(name, ..)| name == alias)?.1.clone()
            }
        };
        while parts.next_if(|part| part == "super").is_some() {
            full = parent(&full);
        }
        full.extend(parts.filter(|part| !part.is_empty()));
        Some(full)
    }
}

fn parent(module: &[String]) -> Name {
    module
        .split_last()
        .map_or(&[][..], |(_, rest)| rest)
        .to_vec()
}

pub(super) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The module of a file. The root of the program has none: nobody can use it.
fn module(file: &Path) -> Option<Name> {
    let mut module: Name = file
        .with_extension("")
        .components()
        .map(|part| part.as_os_str().to_str().unwrap().to_owned())
        .collect();
    match module.last().map(String::as_str) {
        Some("main" | "tests") => return None,
        Some("mod" | "lib") => drop(module.pop()),
        _ => {}
    }
    Some(module)
}

/// Whether a declaration of what is used begins on this line.
fn is_use(line: &str) -> bool {
    let line = line.trim_start();
    let line = line.strip_prefix("pub").map_or(line, |rest| {
        rest.split_once(") ")
            .map_or(rest, |(_, rest)| rest)
            .trim_start()
    });
    line.starts_with("use ")
}

/// The module that a line declares.
fn child(line: &str) -> Option<&str> {
    let (before, name) = line.strip_suffix(';')?.split_once("mod ")?;
    (before.is_empty() || before.starts_with("pub")).then_some(name)
}

/// The paths of a tree of names, each with the name that it gets.
fn expand(before: &str, tree: &str, found: &mut Vec<(String, String)>) {
    let tree = tree.trim();
    if let Some((start, group)) = tree.split_once('{') {
        let group = group.strip_suffix('}').unwrap();
        let before = format!("{before}{start}");
        let (mut depth, mut from) = (0, 0);
        for (at, sign) in group.char_indices() {
            match sign {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    expand(&before, &group[from..at], found);
                    from = at + 1;
                }
                _ => {}
            }
        }
        expand(&before, &group[from..], found);
    } else if !tree.is_empty() {
        let (path, alias) = tree.split_once(" as ").unwrap_or((tree, ""));
        let path = format!("{before}{path}")
            .replace("::self", "")
            .replace("::*", "");
        let last = path.rsplit("::").next().unwrap().to_owned();
        let alias = if alias.is_empty() {
            last
        } else {
            alias.to_owned()
        };
        found.push((alias, path));
    }
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
}

fn paths(code: &str) -> impl Iterator<Item = &str> {
    let tokens = code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
    let tokens = tokens.map(|token| token.trim_matches(':'));
    tokens.filter(|token| token.contains("::"))
}

/// The type that a line declares: types inside an `impl` are another's.
fn declared(line: &str) -> Option<&str> {
    let code = line.trim_start();
    let code = match code.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(") ")?.1,
        Some(rest) => rest.trim_start(),
        None => code,
    };
    let (kind, rest) = code.split_once(' ')?;
    let alias = kind == "type" && !line.starts_with(' ');
    let declares = alias || matches!(kind, "struct" | "enum" | "trait" | "union");
    let name = words(rest).next().filter(|name| !name.is_empty())?;
    declares.then_some(name)
}
