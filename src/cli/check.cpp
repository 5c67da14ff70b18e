#include "cli/check.h"

#include <fmt/format.h>

#include <memory>

#include "cli/commands.h"
#include "cli/session.h"
#include "host/secrets.h"
#include "host/zone_files.h"
#include "line/channel_secrets.h"
#include "line/load.h"
#include "wire/json.h"

namespace pl::cli {
namespace {

using line::ChannelSecret;
using wire::Json;

Json as_json(const line::Complaint& complaint) {
  return {Json::Members{{"file", {complaint.file}},
                        {"line", {std::int64_t(complaint.line)}},
                        {"key", {complaint.key}},
                        {"wrong", {complaint.wrong}},
                        {"remedy", {complaint.remedy}}}};
}

std::string good_line(const std::string& folder, const core::Line& line) {
  return fmt::format(
      "{}: good. Line \"{}\": {} personas, {} scenes, {} plans, {} profile fields.\n", folder,
      line.name.text, line.personas.size(), line.scenes.size(), line.outreach.size(),
      line.profile.size());
}

class Check {
 public:
  Check(const CheckOptions& options, const CheckSurroundings& around)
      : options_(options), around_(around) {}

  int run() {
    for (const std::string& folder : options_.folders) look_at(folder);
    if (options_.json) {
      around_.out(wire::write_json({Json::Members{{"good", {good_}},
                                                  {"complaints", {std::move(complaints_)}},
                                                  {"unset", {std::move(unset_)}},
                                                  {"warnings", {std::move(warnings_)}}}}) +
                  "\n");
    }
    return good_ ? kDone : kRefused;
  }

 private:
  void look_at(const std::string& folder) {
    std::vector<ChannelSecret> lacking;
    const auto environment = [&](const std::string& name) -> std::optional<std::string> {
      if (auto value = around_.environment(name)) return value;
      lacking.push_back({name, "named in line.yaml"});
      return "unset_" + name;
    };
    auto sources = line::folder_sources(folder, environment, around_.find_zone);
    sources.warn = [this](const line::Complaint& warning) { warn(warning); };
    const auto line = line::load(sources);
    if (!line) return complain(folder, line.error());
    if (!options_.json) around_.out(good_line(folder, *line));
    for (ChannelSecret& secret : line::channel_secrets(*line)) {
      if (!around_.environment(secret.name)) lacking.push_back(std::move(secret));
    }
    hint(folder, lacking);
  }

  void warn(line::Complaint warning) {
    if (options_.json) return warnings_.push_back(as_json(warning));
    warning.wrong = "warning: " + warning.wrong;
    around_.out(line::format(warning) + "\n");
  }

  void complain(const std::string& folder, const std::vector<line::Complaint>& complaints) {
    good_ = false;
    for (const line::Complaint& complaint : complaints) {
      if (options_.json) {
        complaints_.push_back(as_json(complaint));
      } else {
        around_.out(line::format(complaint) + "\n");
      }
    }
    if (!options_.json) {
      around_.out(fmt::format("{}: {} thing(s) to mend\n", folder, complaints.size()));
    }
  }

  void hint(const std::string& folder, const std::vector<ChannelSecret>& lacking) {
    for (const ChannelSecret& one : lacking) {
      unset_.push_back(
          {Json::Members{{"folder", {folder}}, {"variable", {one.name}}, {"why", {one.why}}}});
    }
    if (options_.json || lacking.empty()) return;
    around_.err("not set here, and `serve` needs:\n");
    for (const ChannelSecret& one : lacking) {
      around_.err(fmt::format("  {}: {}\n", one.name, one.why));
    }
  }

  const CheckOptions& options_;
  const CheckSurroundings& around_;
  Json::List complaints_;
  Json::List unset_;
  Json::List warnings_;
  bool good_ = true;
};

}  // namespace

int check(const CheckOptions& options, const CheckSurroundings& around) {
  return Check(options, around).run();
}

void add_check(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      program.add_subcommand("check", "Say everything that is wrong with a line folder");
  command->add_option("folder", options->folders, "Line folders")
      ->default_val(std::vector<std::string>{"lines/nikita"});
  command->add_flag("--json", options->json, "For machines");
  command->footer(
      "Example:\n  partyline check lines/nikita\n\nExits with 1 when a line is not good.");
  command->callback([options, &exit_code] {
    const auto zones = host::ZoneFiles::open();
    if (!zones) {
      fmt::print(stderr, "partyline check: {}\n", zones.error().message);
      exit_code = kRefused;
      return;
    }
    exit_code =
        check(*options, {.find_zone = (*zones)->finder(),
                         .environment = [](const std::string& name) -> std::optional<std::string> {
                           std::string value = host::environment(name);
                           if (value.empty()) return std::nullopt;
                           return value;
                         },
                         .out = [](std::string_view text) { fmt::print("{}", text); },
                         .err = [](std::string_view text) { fmt::print(stderr, "{}", text); }});
  });
}

}  // namespace pl::cli
