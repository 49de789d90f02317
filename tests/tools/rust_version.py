"""Reads `cargo metadata`: no dependency wants a newer Rust than the package does.

What the package itself uses of the standard library is clippy's to know (`incompatible_msrv`).
"""

import json
import sys


def version(text):
    return [int(part) for part in text.split(".")]


metadata = json.load(sys.stdin)
packages = {package["id"]: package for package in metadata["packages"]}
own = packages[metadata["resolve"]["root"]]["rust_version"]
newer = [
    f"{package['name']} {package['version']} wants Rust {package['rust_version']}, and Cargo.toml says {own}"
    for package in packages.values()
    if package["rust_version"] and version(package["rust_version"]) > version(own)
]
print("\n".join(newer) or f"none of {len(packages)} packages wants more than Rust {own}")
sys.exit(bool(newer))
