// partyline call
#include <fmt/format.h>

#include <memory>

#include "base/percent.h"
#include "base/text.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/outreaches_command.h"
#include "cli/shown.h"
#include "cli/table.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;
using Members = Json::Members;

constexpr const char* kCall = "call";
constexpr Millis kLooksApart{1'000};
constexpr int kMostMissed = 60;  // looks in a row that the server did not answer: a minute at least

bool has_ended(std::string_view state) {
  return state == "connected" || state == "texted" || state == "failed" || state == "cancelled";
}

bool has_connected(const JsonView& outreach) {
  const auto result = outreach.object("result");
  return result && *result && shown_at(**result, "success") == "yes";
}

// What there is to know about a state, beside its word.
std::string about(const JsonView& outreach, std::string_view state, std::size_t attempts) {
  if (has_ended(state)) return shown_result(outreach);
  if (state == "waiting") {
    const std::string why = shown_at(outreach, "waits_for");
    return "not before " + time_at(outreach, "not_before") + (why.empty() ? "" : ": " + why);
  }
  return attempts == 0 ? "" : fmt::format("attempt {}", attempts);
}

// Tells a state, and each reason to wait, once, however often it is seen.
class Teller {
 public:
  explicit Teller(const Session& session) : session_(session) {}

  void tell(const JsonView& outreach) {
    const std::string state = shown_at(outreach, "state");
    const std::size_t attempts = list_at(outreach, "attempts").size();
    // An attempt that came and went between two looks leaves the state as it was.
    std::string seen = fmt::format("{} {} {}", state, attempts, shown_at(outreach, "waits_for"));
    if (seen == seen_) return;
    seen_ = std::move(seen);
    if (session_.json) return;
    std::string line = fmt::format("{}  {:<9}  {}", shown_time(format_utc(session_.now())), state,
                                   plain(about(outreach, state, attempts)));
    line.erase(line.find_last_not_of(' ') + 1);
    session_.out(line + "\n");
  }

 private:
  const Session& session_;
  std::string seen_;
};

Result<Json> follow(const Session& session, Json outreach) {
  Teller teller(session);
  const std::string id = shown_at(JsonView(outreach), "id");
  const std::string path = "/v1/outreaches/" + percent_encode(id);
  int missed = 0;
  while (true) {
    teller.tell(JsonView(outreach));
    if (has_ended(shown_at(JsonView(outreach), "state")) || !session.wait(kLooksApart))
      return outreach;
    auto seen = get(session, path);
    if (seen) {
      outreach = *std::move(seen);
      missed = 0;
      continue;
    }
    // Only looking is at stake here: the call goes on, whether or not we see it.
    if (!is_away(seen.error())) return tl::unexpected(seen.error());
    if (++missed == kMostMissed) return fail(Code::kUnavailable, id + ": " + seen.error().message);
  }
}

Result<int> run(const Session& session, const CallOptions& options, const Json& body) {
  PL_TRY(const std::string id, caller_id(session, options.caller));
  const char* const route =
      options.plan.empty() && options.scene.empty() ? "/onboarding" : "/outreaches";
  PL_TRY(Json outreach, post(session, "/v1/callers/" + percent_encode(id) + route, body));
  if (!options.wait) {
    print_outreach(session, outreach);
    return kDone;
  }
  if (!session.json) session.out(shown_at(JsonView(outreach), "id") + "\n");
  PL_TRY(outreach, follow(session, std::move(outreach)));
  if (session.json) print_json(session, outreach);
  return has_connected(JsonView(outreach)) ? kDone : kRefused;
}

Result<Json> body_of(const CallOptions& options) {
  Members body;
  if (!options.plan.empty()) body["plan"] = {options.plan};
  if (!options.scene.empty()) body["scene"] = {options.scene};
  if (!options.opening.empty()) body["opening"] = {options.opening};
  if (!options.not_before.empty()) body["not_before"] = {options.not_before};
  if (!options.deadline.empty()) body["deadline"] = {options.deadline};
  if (!options.variables.empty()) {
    PL_TRY(body["variables"], read_pairs(options.variables));
  }
  return Json{std::move(body)};
}

}  // namespace

int call(const Session& session, const CallOptions& options) {
  const auto body = body_of(options);
  if (!body) return wrong_usage(session, kCall, body.error().message);
  const auto done = run(session, options, *body);
  return done ? *done : complain(session, kCall, done.error());
}

void add_call(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<CallOptions>();
  CLI::App& command = child(
      program, "call", "Plan a call to somebody, as soon as they may be rung",
      "Examples:\n  partyline call +41780000001 --wait\n"
      "  partyline call +41780000001 --plan check-in --var reason=\"your order\"\n"
      "  partyline call +41780000001 --scene returning --opening \"{{name}}, it is done.\"\n\n"
      "With --wait it exits with 0 only after a conversation. If it waits for long: the\n"
      "line after `waiting` says what for.");
  add_ref(command, options->caller);
  auto* const plan =
      command.add_option("--plan", options->plan, "A plan of the line; without: its onboarding");
  command
      .add_option("--scene", options->scene, "In place of --plan: the scene that one plan plays")
      ->excludes(plan);
  command.add_option("--opening", options->opening, "Said first, in place of the scene's opening");
  command.add_option("--var", options->variables, "key=value for the scene; repeatable")
      ->allow_extra_args(false);
  command.add_option("--not-before", options->not_before, "Such as 2026-01-31T12:00:00Z");
  command.add_option("--deadline", options->deadline, "A text may take its place from then on");
  command.add_flag("--wait", options->wait, "Follow it until it has ended");
  run_as_client(command, exit_code,
                [options](const Session& session) { return call(session, *options); });
}

}  // namespace pl::cli
