#!/usr/bin/env bash
# Generates clients in TypeScript and Python, type-checks them and calls the service with them: first as
# tests/clients/README.md says, command by command, and then with the whole integrations beside that page.
# Run from the repository root. Needs cargo, node with npm, and python3 with venv; a second run needs no network.
set -euo pipefail

page=tests/clients/README.md
# The checks of the integration in TypeScript are programs for Node.
node_types=@types/node@20.19.43
tools="${SIGNPOST_TOOLS:-$PWD/target/tools}/clients"
. tests/tools/service.sh

# The block of that kind and number on the page, with the address of the service at hand.
block() {
    awk -v fence='```'"$1" -v number="$2" '$0 == "```" { on = 0 } on && seen == number; $0 == fence { on = 1; seen++ }' \
        "$page" | sed "s|http://127.0.0.1:8080|$service|g"
}

# Follows the page in a folder of its own, with the commands and the code that stand there under a number. Only what
# installs is left out where it was done already: the stamp is written last, so that an install cut short is done anew.
follow() {
    local folder="$tools/$1" number="$2" kind="$3" code="$4" commands installs
    commands=$(block sh "$number")
    installs=$(grep ' install ' <<<"$commands")
    if [[ "$(cat "$folder/stamp" 2>/dev/null)" == "$installs $node_types" ]]; then
        commands=$(grep -v ' install ' <<<"$commands")
        find "$folder" -mindepth 1 -maxdepth 1 -regextype egrep \
            ! -regex '.*/(node_modules|\.venv|package.*\.json|stamp)' -exec rm -rf {} +
    else
        rm -rf "$folder"
        mkdir -p "$folder"
    fi
    block "$kind" 1 >"$folder/$code"
    echo "$commands"
    (cd "$folder" && bash -euo pipefail -c "$commands") >"$folder/printed" || { cat "$folder/printed"; exit 1; }
    grep -q '^Call the police now.* tel:101$' "$folder/printed"
    grep -q '^Do not look' "$folder/printed"
    if [[ ! -f "$folder/stamp" && "$kind" == ts ]]; then
        (cd "$folder" && npm install --silent "$node_types")
    fi
    echo "$installs $node_types" >"$folder/stamp"
}

follow typescript 1 ts advise.mts
cp tests/clients/typescript/* "$tools/typescript/"
(
    cd "$tools/typescript"
    npx tsc --project .
    node check.mjs "$service" >printed
)
echo "TypeScript: generated, type-checked, called"

# The small screen, on a page without a browser.
document=linkedom@0.18.12
mkdir -p "$tools/screen"
cp tests/clients/screen/* "$tools/screen/"
cp src/page/card.js "$tools/screen/card.mjs"
cp "$tools/typescript/signpost.d.ts" "$tools/typescript/package.json" "$tools/screen/"
(
    cd "$tools/screen"
    if [[ "$(cat stamp 2>/dev/null)" != "$document $node_types" ]]; then
        npm install --silent
        npm install --silent "$document" "$node_types"
        echo "$document $node_types" >stamp
    fi
    npx tsc --project .
    node built/check.mjs "$service" >printed
)
echo "A small screen: type-checked, shown"

follow python 2 python advise.py
cp tests/clients/python/* "$tools/python/"
(
    cd "$tools/python"
    PATH="$PWD/.venv/bin:$PATH"
    mypy --strict --follow-imports silent signpost/models signpost/api integration.py check.py misuse.py
    python check.py "$service" >printed
    # What a generator makes of something that it has no name or type for.
    if grep -rnE 'VALUE_[0-9]|Any \||\| Any|Type[0-9]|Response[0-9]' signpost/models signpost/api; then
        echo "the contract leaves these without a name or a type" >&2
        exit 1
    fi
)
echo "Python: generated, type-checked, called"
