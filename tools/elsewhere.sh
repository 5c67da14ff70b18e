#!/usr/bin/env bash
# Tries the program where other people are, in fresh roots below a temporary folder. Takes minutes,
# needs root, debootstrap and a Debian mirror (DEBIAN_MIRROR, else the usual one).
#   tools/elsewhere.sh debian13    ./run --once in a Debian 13
#   tools/elsewhere.sh arm64       Debian 12's cross compiler for arm64 looks at every file
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
fresh=$(mktemp -d)
chmod 755 "$fresh"
trap 'umount "$fresh/proc" 2>/dev/null || true; rm -rf --one-file-system "$fresh"' EXIT
inside() {
  chroot "$fresh" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"
}

# fresh_root SUITE: with a copy of what is committed here.
fresh_root() {
  install debootstrap
  stage "A fresh Debian $1"
  debootstrap --variant=minbase "$1" "$fresh" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" \
    >"$fresh.log" 2>&1 || { cat "$fresh.log"; return 1; }
  rm -f "$fresh.log"
  local file
  for file in /etc/resolv.conf /etc/apt/apt.conf.d/*proxy*; do
    [ ! -e "$file" ] || command install -D -m 644 "$file" "$fresh$file"
  done
  mount -t proc proc "$fresh/proc"
  git clone -q . "$fresh/root/partyline"
  stage_done
}

debian13() {
  fresh_root trixie
  stage "The demo in a Debian 13"
  inside bash -c 'cd /root/partyline && ./run --once'
  stage_done
}

# Whatever of ours is compiled for a processor has its package for that one.
arm64() {
  fresh_root bookworm
  stage "Debian 12's compiler for arm64, and the libraries"
  inside dpkg --add-architecture arm64
  inside apt-get update -qq
  local package ours=()
  for package in "${build_packages[@]}" libgtest-dev; do
    case $package in
      lib*-dev | prometheus-cpp-dev)
        [[ $(inside apt-cache show "$package") == *"Architecture: all"* ]] || package=$package:arm64
        ours+=("$package")
        ;;
      g++ | mold | ccache) ;;
      *) ours+=("$package") ;;
    esac
  done
  inside apt-get install -y -qq --no-install-recommends g++-aarch64-linux-gnu python3 pkg-config \
    "${ours[@]}" >/dev/null
  stage_done
  stage "Every file, for arm64"
  inside bash -c 'cd /root/partyline && cmake -S . -B build-arm64 -G Ninja \
    -DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR=aarch64 \
    -DCMAKE_CXX_COMPILER=aarch64-linux-gnu-g++ -DCMAKE_LIBRARY_ARCHITECTURE=aarch64-linux-gnu \
    -DCMAKE_BUILD_TYPE=Release -DPARTYLINE_TESTS=ON -DPARTYLINE_JUMBO=ON \
    -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null && tools/stand_alone.py build-arm64'
  stage_done
}

case ${1:-} in
  debian13 | arm64) "$1" ;;
  *) sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
