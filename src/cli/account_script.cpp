#include "cli/account_script.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace pl::cli {
namespace {

using platforms::AccountRequest;

// What nobody before it keeps must come from outside.
std::vector<std::string> from_outside(const std::vector<AccountRequest>& requests) {
  std::vector<std::string> outside{"ELEVENLABS_API_KEY"};
  std::vector<std::string> known = outside;
  const auto is_known = [&](const std::string& name) {
    return std::find(known.begin(), known.end(), name) != known.end();
  };
  for (const AccountRequest& request : requests) {
    for (const std::string& name : request.needs) {
      if (is_known(name)) continue;
      known.push_back(name);
      outside.push_back(name);
    }
    for (const platforms::Kept& kept : request.keeps) known.push_back(kept.name);
  }
  return outside;
}

// The platform's URL comes from a flag: nothing in it may end the quotes that it stands in.
std::string in_single_quotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string head(const std::vector<AccountRequest>& requests, const std::string& platform_url) {
  std::string text =
      "#!/usr/bin/env bash\n"
      "# Makes in an ElevenLabs account what a line needs. Needs curl and jq. What is made is "
      "made:\n"
      "# if it stops half-way, delete in the account what it had made before you run it again.\n"
      "# What the server must be told goes to partyline.env here, which is kept if it is there, "
      "and\n"
      "# which its owner alone may read from then on.\n"
      "set -euo pipefail\n"
      "umask 077\n"
      "for tool in curl jq; do\n"
      "  command -v \"$tool\" >/dev/null ||\n"
      "    { echo \"$tool is missing: install it; nothing was sent\" >&2; exit 1; }\n"
      "done\n";
  for (const std::string& name : from_outside(requests)) {
    text += fmt::format("export {0}=\"${{{0}:?set it in the environment}}\"\n", name);
  }
  text += fmt::format("platform={}\n", in_single_quotes(platform_url));
  return text +
         // umask counts for new files alone.
         "if [ -e partyline.env ]; then\n"
         "  echo 'partyline.env is there: it is added to, and readable by its owner alone now' "
         ">&2\n"
         "fi\n"
         "if ! { : >>partyline.env && chmod 600 partyline.env; }; then\n"
         "  echo 'partyline.env cannot be kept from others here; nothing was sent' >&2\n"
         "  exit 1\n"
         "fi\n"
         "fill() {  # NAME...: standard input with the values of these names, as JSON needs them\n"
         "  jq 'walk(if type == \"string\" then\n"
         "      reduce $ARGS.positional[] as $name (.; gsub(\"\\\\$\\\\{\" + $name + \"\\\\}\"; "
         "env[$name]))\n"
         "    else . end)' --args \"$@\"\n"
         "}\n"
         "send() {  # METHOD PATH: sends standard input, and prints the answer\n"
         "  local answer\n"
         "  answer=$(curl --silent --show-error --fail-with-body --request \"$1\" \\\n"
         "    --header @<(printf 'xi-api-key: %s\\n' \"$ELEVENLABS_API_KEY\") \\\n"
         "    --header 'content-type: application/json' --data-binary @- \"$platform$2\") ||\n"
         "    { echo \"$1 $2 was refused: $answer\" >&2; return 1; }\n"
         "  printf %s \"$answer\"\n"
         "}\n"
         "keep() {  # NAME MEMBER: of the answer\n"
         "  local value\n"
         "  value=$(jq --exit-status --raw-output \".$2\" <<<\"$answer\")\n"
         "  export \"$1=$value\"\n"
         "  printf '%s=%s\\n' \"$1\" \"$value\" >>partyline.env\n"
         "}\n";
}

std::string command(const AccountRequest& request) {
  std::string text = fmt::format("\necho {} >&2\n", in_single_quotes("making " + request.makes));
  // Between quotes the shell replaces nothing: a line's texts stay as they are.
  text += fmt::format("answer=$(fill {} <<'END' | send {} \"{}\"\n{}\nEND\n)\n",
                      join(request.needs, " "), request.method, request.path,
                      wire::write_json_indented(request.body, 0));
  for (const platforms::Kept& kept : request.keeps) {
    text += fmt::format("keep {} {}\n", kept.name, kept.member);
  }
  return text;
}

}  // namespace

std::string account_script(const std::vector<AccountRequest>& requests,
                           const std::string& platform_url) {
  std::string text = head(requests, platform_url);
  for (const AccountRequest& request : requests) text += command(request);
  return text + "\necho 'done; partyline.env holds the ids and the webhook secret' >&2\n";
}

}  // namespace pl::cli
