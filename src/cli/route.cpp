#include "cli/route.h"

#include <fmt/format.h>

#include "cli/api_client.h"
#include "cli/session.h"

namespace pl::cli {
namespace {

using wire::JsonView;

Result<void> print_rules(const JsonView& preview) {
  PL_TRY(const auto rules, preview.list("rules"));
  for (const JsonView& rule : rules) {
    PL_TRY(const auto matched, rule.flag("matched"));
    fmt::print("  {} {} -> {} ({})\n", matched.value_or(false) ? "*" : "-", text_at(rule, "rule"),
               text_at(rule, "scene"), text_at(rule, "why"));
  }
  return {};
}

Result<void> print_override(const JsonView& preview, bool with_prompt) {
  PL_TRY(const JsonView initiation, preview.required_object("initiation"));
  PL_TRY(const JsonView override_, initiation.required_object("conversation_config_override"));
  PL_TRY(const JsonView agent, override_.required_object("agent"));
  PL_TRY(const JsonView tts, override_.required_object("tts"));
  PL_TRY(const JsonView prompt, agent.required_object("prompt"));
  const std::string prompt_text = text_at(prompt, "prompt");
  fmt::print("says first: {}\n", text_at(agent, "first_message"));
  fmt::print("voice:      {} ({})\n", text_at(tts, "voice_id"), text_at(agent, "language"));
  if (with_prompt) {
    fmt::print("prompt:\n{}\n", prompt_text);
  } else {
    fmt::print("prompt:     {} characters (--prompt shows it)\n", prompt_text.size());
  }
  return {};
}

Result<void> print_preview(const wire::Json& document, bool with_prompt) {
  const JsonView preview(document);
  const std::string caller = text_at(preview, "caller");
  if (caller.empty()) {
    fmt::print("caller:     unknown\n");
  } else {
    fmt::print("caller:     {}, stage {}\n", caller, text_at(preview, "stage"));
  }
  fmt::print("scene:      {}, played by {}\n", text_at(preview, "scene"),
             text_at(preview, "persona"));
  if (const std::string outreach = text_at(preview, "fulfils"); !outreach.empty()) {
    fmt::print("because:    it fulfils {}, which is open for this caller; otherwise the rules:\n",
               outreach);
  } else {
    fmt::print("because of the first rule that matches:\n");
  }
  PL_DO(print_rules(preview));
  return print_override(preview, with_prompt);
}

Result<void> run(const RouteOptions& options) {
  PL_TRY(const auto client, ApiClient::create(options.server, options.key));
  std::string path = "/v1/route?from=" + net::percent_encode(options.number);
  if (!options.line.empty()) path += "&line=" + net::percent_encode(options.line);
  PL_TRY(const wire::Json document, client->must_get(path));
  if (options.json) {
    fmt::print("{}\n", wire::write_json(document));
    return {};
  }
  return print_preview(document, options.prompt);
}

}  // namespace

int route(const RouteOptions& options) {
  const auto done = run(options);
  if (done) return 0;
  fmt::print(stderr, "partyline route: {}\n", done.error().message);
  if (done.error().code == Code::kUnavailable) {
    fmt::print(stderr, "Is the server running at {}? Start it with: partyline serve\n",
               options.server);
  }
  return is_away(done.error()) ? kUnreachable : kRefused;
}

}  // namespace pl::cli
