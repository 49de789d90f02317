#!/usr/bin/env bash
# Uses the page in a browser as people do: by mouse and by keyboard alone, on a phone and on a desk; looks that everybody
# can read it, that nothing stays behind, and that what is copied and printed is what the service says.
# Run from the repository root. Needs cargo and node with npm. Chromium comes from Debian's package, which is installed
# where it is not there (as root); the rest is installed under target/tools, so that a second run needs no network.
set -euo pipefail

libraries=(playwright-core@1.65.1 axe-core@4.14.1)
tools="${SIGNPOST_TOOLS:-$PWD/target/tools}/page"

# The width of a line is that of the font: Liberation has the widths of Arial.
if [[ ! -x /usr/bin/chromium || ! -d /usr/share/fonts/truetype/liberation ]]; then
    apt-get update --quiet && apt-get install --yes --quiet --no-install-recommends chromium fonts-liberation
fi
mkdir -p "$tools"
if [[ "$(cat "$tools/stamp" 2>/dev/null)" != "${libraries[*]}" ]]; then
    npm install --silent --prefix "$tools" "${libraries[@]}"
    echo "${libraries[*]}" >"$tools/stamp"
fi
rm -f "$tools"/*.mjs
cp tests/page/*.mjs "$tools/"

. tests/tools/service.sh
SIGNPOST=$service node --test --test-reporter=spec "$tools"/*.test.mjs
echo "The page: used by mouse and keys at two sizes, open to everybody, and nothing stays behind"
