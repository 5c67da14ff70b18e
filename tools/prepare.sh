# Sourced by run, test, dev and bench: installs what is missing and builds. Does nothing twice.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

build_packages=(g++ cmake ninja-build ccache mold ca-certificates
  libboost-dev nlohmann-json3-dev rapidjson-dev libyaml-cpp-dev libphonenumber-dev libicu-dev
  libcurl4-openssl-dev libsqlite3-dev libexpected-dev libspdlog-dev libfmt-dev libcli11-dev
  libssl-dev libhowardhinnant-date-dev libjemalloc-dev libjs-chart.js prometheus-cpp-dev tzdata)
clang_packages=(clang libclang-rt-dev llvm)
test_packages=(libgtest-dev python3 python3-jsonschema curl jq)
package_packages=(dpkg-dev file)

with_clang=(-DCMAKE_CXX_COMPILER=clang++ -DPARTYLINE_TESTS=ON "-DCMAKE_CXX_FLAGS_RELEASE=-O1 -g1")

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
# A stage is named and timed; whoever began prints them all at its end, and their sum.
stage_started=$SECONDS
stage_name=
stage() {
  say "$*"
  stage_name=$*
  stage_started=$SECONDS
}
stage_done() {
  local seconds=$((SECONDS - stage_started))
  say "done in $seconds s"
  [ -z "${PARTYLINE_STAGES:-}" ] || printf '%s\t%s\n' "$seconds" "$stage_name" >>"$PARTYLINE_STAGES"
}
print_stages() {
  awk -F '\t' '{ printf "%6d s  %s\n", $1, $2; sum += $1 } END { printf "%6d s  in all\n", sum }' \
    "$PARTYLINE_STAGES"
}

# install PACKAGE...: what dpkg does not have yet, through apt.
install() {
  local missing=() package
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || {
    echo "This builds on Debian 12 and 13, whose packages it installs with apt; this system has no" \
      "apt. Use a container or a virtual machine with Debian, such as: docker run -it debian:12" >&2
    return 1
  }
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  stage "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  stage_done
}

# build FOLDER TARGET... -- CMAKE_OPTION...: configures once, then builds; a dozen files at a time,
# unless an option says otherwise.
build() {
  local folder=$1 targets=() options=()
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do targets+=("$1"); shift; done
  [ $# -gt 0 ] && shift
  options=("$@")
  # CI holds the code to what developers are held to; users' compilers may know newer warnings.
  [ "${CI:-}" = true ] && options+=(-DPARTYLINE_DEVELOPER=ON)
  stage "Building ${targets[*]:-everything} in $folder/"
  cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPARTYLINE_JUMBO=ON \
    "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG" "${options[@]}" >"$folder.log" 2>&1 ||
    { cat "$folder.log"; return 1; }
  rm -f "$folder.log"
  ninja -C "$folder" "${targets[@]}"
  stage_done
}

# In build-asan/, with clang++: what finds wrong uses of memory and what C++ leaves undefined, the
# fuzz targets, and the planted bugs. Reports name functions without debug information.
build_asan() {
  build build-asan "$@" -- "${with_clang[@]}" -DCMAKE_CXX_FLAGS_RELEASE=-O1 \
    -DPARTYLINE_SANITIZE=address,undefined -DPARTYLINE_FUZZ=ON -DPARTYLINE_PLANTED_BUGS=ON
}

# In build-tsan/, with clang++: what finds races between threads.
build_tsan() { build build-tsan "$@" -- "${with_clang[@]}" -DPARTYLINE_SANITIZE=thread; }
