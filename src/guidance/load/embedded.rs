//! The files of the guidance that the program carries.

macro_rules! embedded_files {
    ($($name:literal),* $(,)?) => {
        /// The guidance that the program carries, by path in the guidance directory.
        pub(super) const EMBEDDED: &[(&str, &str)] = &[$(($name, include_str!(concat!("../packs/", $name))),)*];
    };
}

embedded_files![
    "facts.yaml",
    "exclusions.yaml",
    "contacts.yaml",
    "sexting_advice/pack.yaml",
    "sexting_advice/statements.yaml",
    "sexting_advice/situations.yaml",
    "sexting_advice/prohibitions.yaml",
    "sexting_advice/actions.yaml",
    "sexting_advice/after_the_police_decide.yaml",
    "sexting_advice/prevention.yaml",
    "sexting_advice/questions.yaml",
    "sexting_advice/explanations.yaml",
    "sexting_advice/not_covered.yaml",
    "supplement/pack.yaml",
    "supplement/actions.yaml",
    "supplement/blackmail_and_removal.yaml",
    "supplement/explanations.yaml",
    "supplement/extends.yaml",
    "supplement/extends_police.yaml",
    "supplement/lead_record_and_helplines.yaml",
    "supplement/not_covered.yaml",
    "supplement/prohibitions.yaml",
    "supplement/questions.yaml",
    "supplement/situations.yaml",
    "supplement/statements.yaml",
];

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
