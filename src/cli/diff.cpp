#include "cli/diff.h"

#include <fmt/format.h>

#include <memory>

#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "host/zone_files.h"

namespace pl::cli {
namespace {

using wire::Json;

class Comparison {
 public:
  Comparison(core::Line before, core::Line after)
      : before_(std::move(before)), after_(std::move(after)) {}

  const core::Line& before() const { return before_; }
  // A caller belongs to a line by its name: under another one, they are unknown.
  bool is_renamed() const { return before_.name != after_.name; }

  void look_at(const Visitor& visitor) {
    Visitor later = visitor;
    if (is_renamed()) {
      later.caller.reset();
      later.promised.reset();
    }
    const Meeting was = meet(before_, visitor);
    const Meeting is = meet(after_, later);
    const bool listed = !visitor.id.empty();
    ++(listed ? callers_ : kinds_);
    if (was == is) return;
    if (listed) ++changed_callers_;
    table_.add({visitor.id, visitor.shown, stage_of(visitor), was.scene + " -> " + is.scene,
                was.why + " -> " + is.why});
    changes_.push_back({Json::Members{
        {"who", as_json(visitor)}, {"before", as_json(was)}, {"after", as_json(is)}}});
  }

  bool any() const { return !changes_.empty(); }

  Json json() && {
    return {Json::Members{{"callers", {static_cast<std::int64_t>(callers_)}},
                          {"changed_callers", {static_cast<std::int64_t>(changed_callers_)}},
                          {"changes", {std::move(changes_)}}}};
  }

  std::string text(bool offline) const {
    std::string told = any() ? table_.text() : "";
    if (offline) {
      return told + fmt::format("{} of {} kinds of caller would meet another scene\n",
                                changes_.size(), kinds_);
    }
    const std::size_t kinds = changes_.size() - changed_callers_;
    told += fmt::format("{} of {} callers would meet another scene", changed_callers_, callers_);
    return told + (kinds == 0 ? "; nobody who is new to the line would\n"
                              : "; so would people who are new to the line, as said above\n");
  }

 private:
  const core::Line before_;
  const core::Line after_;
  Table table_{{"ID", "NUMBER", "STAGE", "SCENE", "WHY"}};
  Json::List changes_;
  std::size_t kinds_ = 0;
  std::size_t callers_ = 0;
  std::size_t changed_callers_ = 0;
};

Result<Comparison> compare(const Session& session, const DiffOptions& options,
                           const core::FindZone& find_zone) {
  PL_TRY(core::Line before, load_line(options.before, find_zone));
  PL_TRY(core::Line after, load_line(options.after, find_zone));
  Comparison comparison(std::move(before), std::move(after));
  if (comparison.is_renamed()) {
    session.err("the two are called differently: under the second, nobody is known any more\n");
  }
  const std::vector<core::Stage> all(kEvery<core::Stage>.begin(), kEvery<core::Stage>.end());
  const auto kinds =
      kinds_of_visitor(options.offline ? all : std::vector<core::Stage>{core::Stage::kNew});
  for (const Visitor& kind : kinds) comparison.look_at(kind);
  if (options.offline) return comparison;
  PL_DO(each_caller(session, comparison.before().name, options.numbers,
                    [&](const Visitor& visitor) { comparison.look_at(visitor); }));
  return comparison;
}

}  // namespace

int diff(const Session& session, const DiffOptions& options, const core::FindZone& find_zone) {
  auto compared = compare(session, options, find_zone);
  if (!compared) {
    const int code = complain(session, "diff", compared.error());
    if (code == kUnreachable) session.err("Without a server: partyline diff --offline\n");
    return code;
  }
  const int code = compared->any() ? kDiffers : kDone;
  if (session.json) {
    print_json(session, std::move(*compared).json());
  } else {
    session.out(compared->text(options.offline));
  }
  return code;
}

void add_diff(CLI::App& program, int& exit_code) {
  struct Wanted {
    DiffOptions options;
    bool whole_numbers = false;
  };
  auto wanted = std::make_shared<Wanted>();
  CLI::App* command =
      program.add_subcommand("diff", "Show who would meet another scene under a changed line");
  command->add_option("old", wanted->options.before, "The line folder as it is")->required();
  command->add_option("new", wanted->options.after, "The line folder as it would be")->required();
  command->add_flag("--offline", wanted->options.offline,
                    "Without a server: a stranger, and a caller in each stage");
  command->add_flag("--whole-numbers", wanted->whole_numbers, "Do not mask numbers");
  command->footer(
      "Example:\n  git worktree add ../live main\n"
      "  partyline diff ../live/lines/nikita lines/nikita\n\n"
      "Exits with 0 when nobody would meet another scene, and with 4 when somebody would.");
  run_as_client(
      *command, exit_code,
      [wanted](const Session& session) {
        const auto zones = host::ZoneFiles::open();
        if (!zones) return complain(session, "diff", zones.error());
        if (wanted->whole_numbers) wanted->options.numbers = Numbers::kWhole;
        return diff(session, wanted->options, (*zones)->finder());
      },
      [wanted] { return !wanted->options.offline; });
}

}  // namespace pl::cli
