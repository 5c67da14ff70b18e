#!/usr/bin/env bash
# Plays the worlds of one seed with each build:  tools/same_hash.sh BUILD_FOLDER BUILD_FOLDER...
# Fails when they do not come to the same hash: two runs, or two compilers, must play the same.
set -euo pipefail
# The same worlds, whatever tzdata this system has.
export TZDIR=$PWD/$1/zoneinfo/slim
hashes=()
for build in "$@"; do
  hashes+=("$("$build/partyline" simulate --prove --seed 7 --worlds 60 --json |
    sed -n 's/.*"hash":"\([0-9a-f]*\)".*/\1/p')")
done
echo "seed 7, 60 worlds, in $*: ${hashes[*]}"
for hash in "${hashes[@]}"; do
  [ -n "$hash" ] && [ "$hash" = "${hashes[0]}" ] && continue
  echo "these are not the same worlds" >&2
  exit 1
done
