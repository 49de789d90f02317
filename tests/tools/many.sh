#!/usr/bin/env bash
# Runs three instances behind HAProxy, with its configuration of deploy/fronts, under load: each is killed, replaced
# and given new guidance, and one is told of a withdrawn edition. Counts what fails for a client that does not repeat
# a request, and for one that does once: nothing may fail for the second. Takes two minutes or three.
# Run from the root of the repository. Needs cargo, python3, and the Debian package haproxy; installs nothing.
set -euo pipefail

# Where Debian puts it; not everybody has it on the path.
PATH="$PATH:/usr/sbin"
if ! command -v haproxy >/dev/null; then
    echo "missing: haproxy; on Debian: apt-get install --no-install-recommends haproxy" >&2
    exit 1
fi

cargo build --quiet --locked --bin signpost
SIGNPOST_PROXY=haproxy SIGNPOST_PROGRAM=$PWD/target/debug/signpost python3 -B tests/proxies/many.py
echo "many: nothing failed for a client that repeats once"
