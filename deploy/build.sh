#!/bin/sh
# Builds the program into a folder, as it is in the image: linked statically, with the list of its crates in it, and
# nothing of where it was built. Run from the root of the repository. Needs cargo, and installs cargo-auditable into a
# folder, target/tools if there is no second argument.
set -eu

folder=$1
version=0.7.7
tools=${2:-$PWD/target/tools}/auditable
target=$(rustc --print host-tuple)

# Nothing is done where that version stands already.
cargo install --quiet --locked --version "$version" --root "$tools" cargo-auditable
PATH="$tools/bin:$PATH"
# The day that code in C takes for the one on which it is built.
export SOURCE_DATE_EPOCH=0

# The C library is linked in. The target is named, although it is this machine's, so that the flags are not for build
# scripts and macros. The service alone: what authors of guidance need besides is no feature of it.
RUSTFLAGS="-C target-feature=+crt-static --remap-path-prefix=$PWD=/signpost --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo" \
    cargo auditable build --quiet --release --locked --no-default-features --features service --bin signpost --target "$target"
mkdir -p "$folder"
cp "${CARGO_TARGET_DIR:-target}/$target/release/signpost" "$folder/"
