#include "cli/route.h"

#include <fmt/format.h>

#include <map>
#include <memory>

#include "base/text.h"
#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "host/zone_files.h"

namespace pl::cli {
namespace {

using wire::JsonView;

Result<void> print_rules(const Session& session, const JsonView& preview) {
  PL_TRY(const auto rules, preview.list("rules"));
  for (const JsonView& rule : rules) {
    PL_TRY(const auto matched, rule.flag("matched"));
    session.out(fmt::format("  {} {} -> {} ({})\n", matched.value_or(false) ? "*" : "-",
                            text_at(rule, "rule"), text_at(rule, "scene"), text_at(rule, "why")));
  }
  return {};
}

Result<void> print_override(const Session& session, const JsonView& preview, bool with_prompt) {
  PL_TRY(const JsonView initiation, preview.required_object("initiation"));
  PL_TRY(const JsonView override_, initiation.required_object("conversation_config_override"));
  PL_TRY(const JsonView agent, override_.required_object("agent"));
  PL_TRY(const JsonView tts, override_.required_object("tts"));
  PL_TRY(const JsonView prompt, agent.required_object("prompt"));
  const std::string prompt_text = text_at(prompt, "prompt");
  session.out(fmt::format("says first: {}\n", text_at(agent, "first_message")));
  session.out(
      fmt::format("voice:      {} ({})\n", text_at(tts, "voice_id"), text_at(agent, "language")));
  if (with_prompt) {
    session.out(fmt::format("prompt:\n{}\n", prompt_text));
  } else {
    session.out(fmt::format("prompt:     {} characters (--prompt shows it)\n", prompt_text.size()));
  }
  return {};
}

Result<void> print_preview(const Session& session, const wire::Json& document, bool with_prompt) {
  const JsonView preview(document);
  const std::string caller = text_at(preview, "caller");
  if (caller.empty()) {
    session.out("caller:     unknown\n");
  } else {
    session.out(fmt::format("caller:     {}, stage {}\n", caller, text_at(preview, "stage")));
  }
  session.out(fmt::format("scene:      {}, played by {}\n", text_at(preview, "scene"),
                          text_at(preview, "persona")));
  if (const std::string outreach = text_at(preview, "fulfils"); !outreach.empty()) {
    session.out(fmt::format(
        "because:    it fulfils {}, which is open for this caller; otherwise the rules:\n",
        outreach));
  } else {
    session.out("because of the first rule that matches:\n");
  }
  PL_DO(print_rules(session, preview));
  return print_override(session, preview, with_prompt);
}

std::string counted(const std::map<std::string, std::size_t>& scenes) {
  std::vector<std::string> parts;
  for (const auto& [scene, count] : scenes) parts.push_back(fmt::format("{} {}", scene, count));
  return parts.empty() ? "" : ": " + join(parts, ", ");
}

Result<void> run_all(const Session& session, const RouteAllOptions& options,
                     const core::FindZone& find_zone) {
  PL_TRY(const core::Line line, load_line(options.folder, find_zone));
  Table table({"ID", "NUMBER", "STAGE", "SCENE", "RULE"});
  wire::Json::List rows;
  std::map<std::string, std::size_t> scenes;
  std::size_t callers = 0;
  const auto show = [&](const Visitor& visitor) {
    const Meeting met = meet(line, visitor);
    if (!visitor.id.empty()) ++callers;
    if (!visitor.id.empty()) ++scenes[met.scene];
    if (session.json) {
      rows.push_back({wire::Json::Members{{"who", as_json(visitor)}, {"meets", as_json(met)}}});
    } else {
      table.add({visitor.id, visitor.shown, stage_of(visitor), met.scene, met.why});
    }
  };
  for (const Visitor& kind : kinds_of_visitor({core::Stage::kNew})) show(kind);
  PL_DO(each_caller(session, line.name, options.numbers, show));
  if (session.json) {
    print_json(session, {wire::Json::Members{{"items", {std::move(rows)}}}});
  } else {
    session.out(table.text() + fmt::format("{} callers{}\n", callers, counted(scenes)));
  }
  return {};
}

}  // namespace

int route(const Session& session, const RouteOptions& options) {
  const auto preview =
      get(session, with_query("/v1/route", {{"from", options.number}, {"line", options.line}}));
  // The number is none, or the server has several lines: the command line makes no sense.
  if (!preview && preview.error().code == Code::kInvalid) {
    return wrong_usage(session, "route", preview.error().message);
  }
  if (!preview) return complain(session, "route", preview.error());
  if (!session.json) {
    return finish(session, "route", print_preview(session, *preview, options.prompt));
  }
  print_json(session, *preview);
  return kDone;
}

int route_all(const Session& session, const RouteAllOptions& options,
              const core::FindZone& find_zone) {
  return finish(session, "route", run_all(session, options, find_zone));
}

void add_route(CLI::App& program, int& exit_code) {
  struct Wanted {
    RouteOptions one;
    RouteAllOptions all;
    bool everybody = false;
    bool whole_numbers = false;
  };
  auto wanted = std::make_shared<Wanted>();
  CLI::App* command =
      program.add_subcommand("route", "Show which scene a caller would meet, and why");
  command->add_option("number", wanted->one.number, "The caller's number; \"anonymous\" works too");
  command->add_flag("--all", wanted->everybody, "Every caller of the line instead of one number");
  command->add_option("--line", wanted->one.line,
                      "The line, where the server has several; with --all a line folder "
                      "[lines/nikita]");
  command->add_flag("--prompt", wanted->one.prompt, "Print the whole prompt");
  command->add_flag("--whole-numbers", wanted->whole_numbers, "With --all: do not mask numbers");
  command->footer(
      "Examples:\n  partyline route +41780000001\n  partyline route --all --line lines/nikita\n\n"
      "If it cannot connect: is the server running, and where?");
  run_as_client(*command, exit_code, [wanted](const Session& session) {
    if (wanted->everybody != wanted->one.number.empty()) {
      return wrong_usage(session, "route", "name one number, or --all");
    }
    if (!wanted->everybody) return route(session, wanted->one);
    const auto zones = host::ZoneFiles::open();
    if (!zones) return complain(session, "route", zones.error());
    if (!wanted->one.line.empty()) wanted->all.folder = wanted->one.line;
    if (wanted->whole_numbers) wanted->all.numbers = Numbers::kWhole;
    return route_all(session, wanted->all, (*zones)->finder());
  });
}

}  // namespace pl::cli
