#!/usr/bin/env bash
# Checks the published contract: openapi/*.json with three linters and the two older formats with a fourth,
# schemas/*.json against their metaschema.
# Run from the repository root. Needs node, npm and python3; a second run needs no network.
set -euo pipefail

npm_packages=(@stoplight/spectral-cli@6.16.3 @redocly/cli@2.77.0 @apidevtools/swagger-parser@12.1.0)
python_packages=(openapi-spec-validator==0.9.0 check-jsonschema==0.39.0)
tools="${SIGNPOST_TOOLS:-$PWD/target/tools}/lint"
here=tests/tools

# A check sends nothing anywhere and looks for no newer version of itself.
export SCARF_ANALYTICS=false REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true

# The stamp names the versions and is written last: a new version, or an install cut short, installs afresh.
stamp="${npm_packages[*]} ${python_packages[*]}"
if [[ "$(cat "$tools/stamp" 2>/dev/null)" != "$stamp" ]]; then
    rm -rf "$tools"
    mkdir -p "$tools"
    # No package here needs its install script; one of them has a script that only reports usage.
    npm install --prefix "$tools" --ignore-scripts --no-audit --no-fund --loglevel=error "${npm_packages[@]}"
    python3 -m venv "$tools/venv"
    "$tools/venv/bin/pip" install --quiet --disable-pip-version-check "${python_packages[@]}"
    echo "$stamp" > "$tools/stamp"
fi
PATH="$tools/node_modules/.bin:$tools/venv/bin:$PATH"

spectral lint --ruleset "$here/spectral.yaml" --fail-severity=warn openapi/*.json
redocly lint --config "$here/redocly.yaml" openapi/*.json
openapi-spec-validator openapi/*.json
NODE_PATH="$tools/node_modules" node "$here/swagger_parser.cjs" openapi/signpost-3.0.json openapi/signpost-2.0.json
check-jsonschema --check-metaschema schemas/*.json
