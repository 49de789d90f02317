//! The files of the guidance that the program carries.

/// The guidance that the program carries, by path in the guidance directory. `build.rs` lists the files.
pub(super) const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::guidance::Files;

    #[test]
    fn every_file_of_the_packs_is_embedded() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guidance/packs");
        let Files { files, unread } = Files::read(&root);
        let mut on_disk: Vec<_> = files.iter().map(|(name, _)| name.as_path()).collect();
        let mut embedded: Vec<_> = EMBEDDED.iter().map(|(name, _)| Path::new(*name)).collect();
        on_disk.sort();
        embedded.sort();
        assert_eq!(unread.into_sorted(), []);
        assert_eq!(embedded, on_disk);
    }
}
