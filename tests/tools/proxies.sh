#!/usr/bin/env bash
# Runs three instances of the service behind nginx and behind HAProxy, with the configurations of deploy/fronts, and
# checks that callers get what the service says. Takes about a minute. Run from the root of the repository.
# Needs cargo, python3, and the Debian packages nginx (nginx-light will do) and haproxy; installs nothing.
set -euo pipefail

# Where Debian puts them; not everybody has it on the path.
PATH="$PATH:/usr/sbin"
missing=()
for tool in nginx haproxy; do
    command -v "$tool" >/dev/null || missing+=("$tool")
done
if ((${#missing[@]})); then
    echo "missing: ${missing[*]}; on Debian: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

cargo build --quiet --locked --bin signpost
export SIGNPOST_PROGRAM=$PWD/target/debug/signpost PYTHONDONTWRITEBYTECODE=1

for proxy in nginx haproxy; do
    echo "== behind $("$proxy" -v 2>&1 | head -n 1)"
    SIGNPOST_PROXY=$proxy python3 -m unittest discover --start-directory tests/proxies --pattern 'check_*.py'
done
