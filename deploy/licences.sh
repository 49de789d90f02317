#!/bin/sh
# Collects into a folder the licences of all that the image holds: of this program, of each crate that it is built of, of
# Rust's own library, and of Debian's C library, which is linked in. Run from the root of the repository, on Debian.
set -eu

folder=$1
crates=${CARGO_HOME:-$HOME/.cargo}/registry/src
rust=$(rustc --print sysroot)/share/doc/rust

mkdir -p "$folder/rust" "$folder/c_library"
kept=$(realpath "$folder")
cp LICENSE-APACHE LICENSE-MIT "$folder/"
cp -R "$rust/COPYRIGHT-library.html" "$rust/licenses" "$folder/rust/"
for package in libc6-dev "$(basename /usr/share/doc/libgcc-*-dev)"; do
    cp "/usr/share/doc/$package/copyright" "$folder/c_library/$package"
done
# The texts that these name.
cp -L /usr/share/common-licenses/LGPL-2.1 /usr/share/common-licenses/GPL-2 /usr/share/common-licenses/GPL-3 "$folder/c_library/"

cargo tree --locked --no-default-features --features service --edges normal,build --prefix none --format '{p}|{l}|{r}' |
    sed 's/ (\*)$//' | sort -u >"$folder/tree"
while IFS='|' read -r crate licence origin; do
    name=$(echo "$crate" | sed -n 's/^\([^ ]*\) v\([^ ]*\).*/\1-\2/p')
    case $name in signpost-*) continue ;; esac
    mkdir -p "$folder/crates/$name"
    # A crate that was not fetched has no folder, and this fails. Code of others in it has its licence beside it.
    (cd "$crates"/*/"$name" && find . -type f ! -name '*.rs' \
        \( -iname 'licen[cs]e*' -o -iname 'copying*' -o -iname 'notice*' -o -iname 'unlicen[cs]e*' \) \
        -exec cp --parents {} "$kept/crates/$name/" \;)
    if [ -z "$(ls "$folder/crates/$name")" ]; then
        case $licence in *MIT*) ;; *) echo "$name: no text of its licence, $licence" >&2; exit 1 ;; esac
        {
            echo "$name ($origin) is under $licence. Its package has no text of that; this is the one that the name stands for."
            echo
            cat "$rust/licenses/MIT.txt"
        } >"$folder/crates/$name/MIT"
    fi
    echo "$name: $licence"
done <"$folder/tree" >"$folder/CRATES"
rm "$folder/tree"
