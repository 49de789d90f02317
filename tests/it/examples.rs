//! Whole answers that stand in the repository.

use std::fs;
use std::path::Path;

/// The example stands in the repository as it is given today. `UPDATE_EXAMPLES=1` writes it.
#[track_caller]
pub(crate) fn assert_committed(name: &str, today: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name);
    if std::env::var_os("UPDATE_EXAMPLES").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, today).unwrap();
    }
    let committed = fs::read(&path).unwrap_or_default();
    assert!(
        committed == today,
        "{} is out of date: UPDATE_EXAMPLES=1 writes it",
        path.display()
    );
}
