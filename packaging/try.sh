#!/usr/bin/env bash
# Installs the Debian package into a fresh Debian 12 below a temporary folder, runs the server there
# as its unit would, against the sandbox of the same program, and removes and purges it again. Takes
# minutes, needs root, debootstrap and a Debian mirror (DEBIAN_MIRROR, else the usual one).
#   packaging/try.sh PACKAGE.deb
set -euo pipefail
package=$(realpath "$1")
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
root=$(mktemp -d)
chmod 755 "$root"  # the unit's user must be able to enter it
ours=()
stop_all() {
  for one in "${ours[@]}"; do kill "$one" 2>/dev/null || true; done
  wait
}
trap 'stop_all; rm -rf "$root"' EXIT

say() { printf '==> %s\n' "$*"; }
fail() {
  printf 'try: %s\n' "$*" >&2
  exit 1
}
inside=(chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
  DEBIAN_FRONTEND=noninteractive)

say "A fresh Debian 12"
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 || { cat "$root.log"; exit 1; }
rm -f "$root.log"
for file in /etc/resolv.conf /etc/apt/apt.conf.d/*proxy*; do
  [ -e "$file" ] && install -D -m 644 "$file" "$root$file"
done

say "Installing"
cp "$package" "$root/tmp/partyline.deb"
"${inside[@]}" apt-get update -qq
"${inside[@]}" apt-get install -y -qq --no-install-recommends /tmp/partyline.deb \
  >/dev/null 2>"$root/tmp/apt.log" || { cat "$root/tmp/apt.log"; fail "it cannot be installed"; }
"${inside[@]}" dpkg --audit
before=$("${inside[@]}" dpkg -L partyline | wc -l)
[ "$(stat -c %a:%U "$root/etc/partyline/credentials")" = 700:root ] || fail "the credentials are open"
[ ! -e "$root/var/lib/partyline" ] || fail "installing made a database"
ls "$root"/etc/systemd/system/*/partyline.service 2>/dev/null && fail "installing enabled the unit"

say "Setting it up: the line that ships, secrets as files"
cp -r "$root/usr/share/doc/partyline/examples/lines/nikita" "$root/etc/partyline/line"
names=(ELEVENLABS_API_KEY ELEVENLABS_WEBHOOK_SECRET PARTYLINE_INITIATION_SECRET
  PARTYLINE_TOOLS_SECRET TELEGRAM_BOT_TOKEN)
for name in "${names[@]}"; do
  (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$root/etc/partyline/credentials/$name")
done
# What systemd does for the unit: its folder, its credentials, its user, its settings.
"${inside[@]}" useradd --system --no-create-home unit
"${inside[@]}" install -d -o unit -m 700 /var/lib/partyline /run/credentials /run/sandbox
"${inside[@]}" sh -c 'cp /etc/partyline/credentials/* /run/credentials && chown unit /run/credentials/*'
as_unit=("${inside[@]}" setpriv --reuid=unit --regid=unit --clear-groups --no-new-privs --inh-caps=-all
  env CREDENTIALS_DIRECTORY=/run/credentials ELEVENLABS_AGENT_ID=agent_1
  ELEVENLABS_PHONE_NUMBER_ID=phnum_1)
start=$(sed -n '/^ExecStart=/,/[^\\]$/p' "$root/lib/systemd/system/partyline.service" |
  tr -d '\\\n' | sed 's/^ExecStart=//; s/\$PARTYLINE_OPTIONS//')

# A port that nothing listens on now; the sandbox and the server share this machine's loopback.
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
server=$(port) platform=$(port) control=$(port)

say "Starting: $start"
"${as_unit[@]}" partyline sandbox --line /etc/partyline/line --port "$platform" \
  --control-port "$control" --server "http://127.0.0.1:$server" >"$root/sandbox.log" 2>&1 &
ours+=($!)
# shellcheck disable=SC2086  # the unit's words
"${as_unit[@]}" $start --port "$server" --elevenlabs-url "http://127.0.0.1:$platform" \
  --telegram-url "http://127.0.0.1:$platform" >"$root/server.log" 2>&1 &
ours+=($!)
for _ in $(seq 100); do
  curl -sf "http://127.0.0.1:$server/readyz" >/dev/null && break
  sleep 0.2
done
curl -sf "http://127.0.0.1:$server/readyz" >/dev/null || { cat "$root/server.log"; fail "it does not start"; }
ask=("${inside[@]}" partyline route +41780000099 --server "http://127.0.0.1:$server"
  --key-file /var/lib/partyline/partyline.db.key)
"${ask[@]}" | grep -q 'scene: *stranger' || fail "it does not answer"

say "Reloading"
kill -HUP "${ours[1]}"
for _ in $(seq 50); do grep -q 'read again' "$root/server.log" && break; sleep 0.2; done
grep -q 'the lines were read again' "$root/server.log" || { cat "$root/server.log"; fail "no reload"; }
stop_all
ours=()
grep -q stopping "$root/server.log" || fail "it did not stop in order"

say "Removing: the database stays"
"${inside[@]}" dpkg --remove partyline >/dev/null
[ -f "$root/var/lib/partyline/partyline.db" ] || fail "removing took the database"
[ ! -e "$root/usr/bin/partyline" ] || fail "removing left the program"
[ -f "$root/etc/partyline/partyline.env" ] || fail "removing took the settings"

say "Purging: what it made goes, what others made stays"
touch "$root/var/lib/partyline/my-backup.db"
"${inside[@]}" dpkg --purge partyline >/dev/null
[ "$(ls "$root/var/lib/partyline")" = my-backup.db ] || { ls "$root/var/lib/partyline"; fail "purging"; }
[ ! -e "$root/etc/partyline/partyline.env" ] || fail "purging left the settings"
[ -f "$root/etc/partyline/line/line.yaml" ] || fail "purging took the line"
left=$("${inside[@]}" find / -xdev -name '*partyline*' -not -path '/tmp/*' -not -path '/etc/partyline*' \
  -not -path '/proc/*' -not -path '/var/lib/partyline*' -not -path '/var/log/*')
[ -z "$left" ] || fail "purging left: $left"
echo "try: installed $before files and folders, served, reloaded, removed and purged"
