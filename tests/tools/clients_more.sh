#!/usr/bin/env bash
# Generates clients with other generators than clients.sh, type-checks them and calls the service with them. Those for
# the older formats of the contract read them from the service.
# Run from the repository root. Needs cargo, node with npm, and python3 with venv; a second run needs no network.
set -euo pipefail

npm_packages=(@hey-api/openapi-ts@0.99.0 swagger-typescript-api@13.13.0 typescript@5.9.3 @types/node@20.19.43)
python_packages=(
    bravado==12.0.1 datamodel-code-generator==0.89.0 httpx==0.28.1 mypy==2.4.1 openapi-python-client==0.29.1 pydantic==2.14.3
)
tools="${SIGNPOST_TOOLS:-$PWD/target/tools}/clients_more"

# The stamp names the versions and is written last: a new version, or an install cut short, installs afresh.
stamp="${npm_packages[*]} ${python_packages[*]}"
if [[ "$(cat "$tools/stamp" 2>/dev/null)" != "$stamp" ]]; then
    rm -rf "$tools"
    mkdir -p "$tools"
    npm install --prefix "$tools" --ignore-scripts --no-audit --no-fund --loglevel=error "${npm_packages[@]}"
    # What is generated is in the modules of today.
    npm pkg set --prefix "$tools" type=module
    python3 -m venv "$tools/venv"
    "$tools/venv/bin/pip" install --quiet --disable-pip-version-check "${python_packages[@]}"
    echo "$stamp" >"$tools/stamp"
fi
PATH="$tools/node_modules/.bin:$tools/venv/bin:$PATH"
. tests/tools/service.sh

work="$tools/work"
rm -rf "$work"
mkdir -p "$work"
cp tests/clients/more/* tests/clients/typescript/tsconfig.json "$work/"
# openapi-ts looks for it beside its own packages, to learn how modules are named.
cp tests/clients/typescript/tsconfig.json "$tools/"
cd "$work"

openapi-ts --input "$service/openapi.json" --output hey_api --no-log-file --silent
for format in openapi-3.0 swagger-2.0; do
    swagger-typescript-api generate --path "$service/$format.json" --output . --name api.ts --enum-style=union --silent
    tsc --project .
    node swagger_typescript_api.mjs "$service"
    echo "swagger-typescript-api, $format: generated, type-checked, called"
done
node hey_api.mjs "$service"
echo "@hey-api/openapi-ts: generated, type-checked, called"

curl -fsS "$service/openapi.json" -o openapi.json
datamodel-codegen --input openapi.json --input-file-type openapi --output models.py \
    --output-model-type pydantic_v2.BaseModel --target-python-version 3.11 --use-annotated --formatters builtin
mypy --strict models.py pydantic_models.py
python pydantic_models.py "$service"
echo "datamodel-code-generator: generated, type-checked, called"

for format in openapi openapi-3.0; do
    openapi-python-client generate --url "$service/$format.json" --meta none --output-path "$format" >generated
done
diff --recursive --exclude=.ruff_cache openapi openapi-3.0
echo "openapi-python-client: the same client from 3.1 and 3.0"

python bravado_client.py "$service"
echo "bravado, swagger-2.0: made, called"
