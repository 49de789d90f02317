"""Makes the bill of materials of the program of what Syft has found in it.

Run from the root of the repository, with the folder that supply.sh fills. Adds the licences, and what is linked in
and is no crate; fails where the program says another thing of itself than Cargo does, or where the bill is not valid.
"""

import json
import subprocess
import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


# A crate whose files the build puts into the program, and so not a crate in it: the pages at /docs/.
EMBEDDED = "utoipa-swagger-ui-vendored"


def said_by(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def crates_of(tree):
    """What Cargo says that the program is made of."""
    lines = (line.split() for line in tree.read_text().splitlines())
    return {(line[0], line[1].removeprefix("v")) for line in lines}


def main(folder):
    found = json.loads((folder / "found.json").read_text())
    crates = {(each["name"], each["version"]): each for each in found["components"] if each["type"] == "library"}
    expected = crates_of(folder / "tree")
    if missing := sorted(expected - crates.keys()):
        sys.exit(f"the program does not say that it holds {missing}")

    licences = dict(line.split(": ", 1) for line in (folder / "licences/CRATES").read_text().splitlines())
    for (name, version), crate in crates.items():
        # Cargo took a slash for `OR` before licences were expressions.
        expression = licences.get(f"{name}-{version}", "MIT OR Apache-2.0" if name == "signpost" else None)
        if not expression:
            sys.exit(f"{name} {version} has no licence")
        crate["licenses"] = [{"expression": " OR ".join(part.strip() for part in expression.split("/"))}]

    (version,) = (name.removeprefix(f"{EMBEDDED}-") for name in licences if name.startswith(EMBEDDED))
    glibc = said_by("dpkg-query", "--show", "--showformat", "${source:Version}", "libc6-dev")
    rust = said_by("rustc", "--version").split()[1]
    beside = [
        {"type": "library", "name": EMBEDDED, "version": version, "purl": f"pkg:cargo/{EMBEDDED}@{version}",
         "licenses": [{"expression": licences[f"{EMBEDDED}-{version}"]}]},
        {"type": "library", "name": "glibc", "version": glibc, "purl": f"pkg:deb/debian/glibc@{glibc}",
         "licenses": [{"expression": "LGPL-2.1-or-later"}]},
        {"type": "library", "name": "rust-std", "version": rust, "purl": f"pkg:generic/rust-std@{rust}",
         "licenses": [{"expression": "MIT OR Apache-2.0"}]},
    ]
    found["components"] = [*crates.values(), *beside]
    bill = json.dumps(found, indent=2) + "\n"
    if fault := JsonStrictValidator(SchemaVersion.V1_5).validate_str(bill):
        sys.exit(f"the bill of materials is not valid: {fault}")
    (folder / "signpost.cdx.json").write_text(bill)
    print(f"bill of materials: {len(found['components'])} components")


main(Path(sys.argv[1]))
