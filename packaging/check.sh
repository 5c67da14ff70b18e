#!/usr/bin/env bash
# Builds the Debian package from a build folder in which the program is built, and looks at it: what
# it holds and whose it is, what it needs, and that it runs when unpacked anywhere.
#   packaging/check.sh BUILD_FOLDER    needs dpkg-dev and file; leaves the package in BUILD_FOLDER/deb
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$(realpath "$1")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

fail() {
  printf 'package: %s\n' "$*" >&2
  exit 1
}

rm -rf "$folder/deb"
cmake -S . -B "$folder" -DCMAKE_INSTALL_PREFIX=/usr >/dev/null
(cd "$folder" && cpack -G DEB -B "$folder/deb" >"$folder/cpack.log" 2>&1) ||
  { cat "$folder/cpack.log"; fail "cpack failed"; }
package=$(echo "$folder"/deb/*.deb)
[ -f "$package" ] || fail "there is no package, or more than one: $package"

# Mode, owner and path of each file; the folders that every package shares are left out.
dpkg-deb --contents "$package" | awk '$1 !~ /^d/ || /partyline/ {print $1, $2, $6}' |
  sed 's#examples/lines/.*#examples/lines/...#' | LC_ALL=C sort -u >"$root/contents"
diff -u packaging/contents.txt "$root/contents" || fail "it holds something else than packaging/contents.txt says"

dpkg-deb --field "$package" Depends >"$root/depends"
for library in libc6 libcurl4 libsqlite3-0 libssl3 libyaml-cpp0.7 tzdata ca-certificates; do
  grep -q "\\b$library\\b" "$root/depends" || fail "it does not ask for $library"
done
! grep -q -- -dev "$root/depends" || fail "it asks for a -dev package"

dpkg-deb --raw-extract "$package" "$root/tree"
for script in postinst prerm postrm; do sh -n "$root/tree/DEBIAN/$script"; done
[ "$(cat "$root/tree/DEBIAN/conffiles")" = /etc/partyline/partyline.env ] || fail "other conffiles"
program=$root/tree/usr/bin/partyline
if grep -qF -e "$PWD/" -e "$folder" "$program"; then fail "the program names the folder it was built in"; fi
(cd / && "$program" version && "$program" check "$root"/tree/usr/share/doc/partyline/examples/lines/*) ||
  fail "it does not run unpacked"
zcat "$root/tree/usr/share/man/man1/partyline.1.gz" | grep -q 'partyline platform print' ||
  fail "the man page lacks commands"
grep -q partyline "$root/tree/usr/share/bash-completion/completions/partyline"

# systemd knows what it reads, and what it makes of it is tight. 10 is wide open.
if command -v systemd-analyze >/dev/null; then
  sed "s#/usr/bin/partyline#$program#" packaging/partyline.service >"$root/partyline.service"
  said=$(systemd-analyze verify --man=no "$root/partyline.service" 2>&1) || fail "$said"
  [ -z "$said" ] || fail "$said"
  systemd-analyze security --offline=yes --threshold=20 "$root/partyline.service" >"$root/security" ||
    { cat "$root/security"; fail "the unit is open wider than 2.0"; }
fi
echo "package: $(basename "$package") is as it should be"
