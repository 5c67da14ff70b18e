#include "cli/account.h"

#include <fmt/format.h>

#include "cli/account_script.h"
#include "cli/flags.h"
#include "platforms/elevenlabs/account_requests.h"

namespace pl::cli {
namespace {

using platforms::AccountRequest;
using wire::Json;

constexpr const char* kPublicUrl = "${PARTYLINE_PUBLIC_URL}";

Json texts(const std::vector<std::string>& names) {
  Json::List list;
  for (const std::string& name : names) list.push_back({name});
  return {std::move(list)};
}

Json as_json(const AccountRequest& request) {
  Json::List keeps;
  for (const platforms::Kept& kept : request.keeps) {
    keeps.push_back({Json::Members{
        {"member", {kept.member}}, {"name", {kept.name}}, {"secret", {kept.secret}}}});
  }
  return {Json::Members{{"makes", {request.makes}},
                        {"method", {request.method}},
                        {"path", {request.path}},
                        {"body", request.body},
                        {"needs", texts(request.needs)},
                        {"keeps", {std::move(keeps)}}}};
}

std::string json_text(const std::vector<AccountRequest>& requests,
                      const std::string& platform_url) {
  Json::List list;
  for (const AccountRequest& request : requests) list.push_back(as_json(request));
  const Json document{Json::Members{{"base_url", {platform_url}}, {"requests", {std::move(list)}}}};
  return wire::write_json(document) + "\n";
}

std::string step(std::size_t number, const AccountRequest& request) {
  constexpr std::size_t kMargin = 3;
  std::string text = fmt::format("{}. {}\n   {} {}\n   {}\n", number, request.makes, request.method,
                                 request.path, wire::write_json_indented(request.body, kMargin));
  for (const platforms::Kept& kept : request.keeps) {
    text += fmt::format("   Keep `{}` of the answer as {}{}.\n", kept.member, kept.name,
                        kept.secret ? "; it is shown once, and is a secret" : "");
  }
  return text + "\n";
}

std::string steps_text(const core::Line& line, const std::vector<AccountRequest>& requests,
                       const std::string& platform_url) {
  std::string text = fmt::format(
      "What line \"{}\" needs in its ElevenLabs account. Send the requests in this order to\n"
      "{}\nwith the headers `xi-api-key: YOUR KEY` and `content-type: application/json`, or let\n"
      "`partyline platform print --curl` write the script that does. ${{NAME}} is for you to fill\n"
      "in: a secret that you choose (`openssl rand -hex 32`), or what an earlier answer held.\n"
      "For a second line of the same server keep the secrets and the webhook of the first.\n\n",
      line.name.text, platform_url);
  for (std::size_t i = 0; i < requests.size(); ++i) text += step(i + 1, requests[i]);
  return text +
         "Then look, at elevenlabs.io:\n"
         "- Agent, Security: the overrides named above are on, and no others; \"Fetch initiation\n"
         "  client data from webhook\" is on. A switch that is off fails calls, or is passed over\n"
         "  without a word.\n"
         "- Agent, Tools: end_call and voicemail_detection, and no others.\n"
         "- Phone numbers: the number has that agent.\n"
         "- Settings, Webhooks: the post-call webhook is enabled, with retries.\n"
         "Give the server the two ids (ELEVENLABS_AGENT_ID, ELEVENLABS_PHONE_NUMBER_ID), the\n"
         "secrets and your API key, and start it.\n";
}

Result<platforms::BaseAgent> checked_agent(const core::Line& line, const AccountOptions& options) {
  platforms::BaseAgent agent = platforms::base_agent(line);
  const std::string& language = line.persona(line.scene(line.safe_scene).persona).language;
  if (!options.greeting.empty()) {
    if (options.greeting.find("{{") != std::string::npos) {
      return fail(Code::kInvalid,
                  "--greeting holds \"{{\": a variable would end the calls that it is for");
    }
    agent.greeting = options.greeting;
  } else if (language != "en" && !language.starts_with("en-")) {
    return fail(Code::kInvalid,
                fmt::format("the line's safe scene speaks \"{}\": say with --greeting, in that "
                            "language, that nobody can talk just now",
                            language));
  }
  return agent;
}

}  // namespace

Result<std::string> account_text(const core::Line& line, const AccountOptions& options) {
  PL_TRY(const std::string platform_url,
         service_url("--elevenlabs-url", options.platform_url, AccountOptions{}.platform_url));
  PL_TRY(const std::string public_url,
         options.public_url.empty() ? kPublicUrl : cli::public_url(options.public_url));
  PL_TRY(const platforms::BaseAgent agent, checked_agent(line, options));
  auto requests = platforms::account_requests(line, public_url, agent);
  if (public_url == kPublicUrl) {
    for (AccountRequest& request : requests) {
      if (wire::write_json(request.body).find(kPublicUrl) != std::string::npos) {
        request.needs.emplace_back("PARTYLINE_PUBLIC_URL");
      }
    }
  }
  switch (options.form) {
    case AccountForm::kSteps:
      return steps_text(line, requests, platform_url);
    case AccountForm::kJson:
      return json_text(requests, platform_url);
    case AccountForm::kScript:
      break;
  }
  return account_script(requests, platform_url);
}

}  // namespace pl::cli
