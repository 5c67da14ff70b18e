#include "app/timeline.h"

#include <fmt/format.h>
#include <unistd.h>

#include "host/secrets.h"
#include "host/system_clock.h"

namespace pl::app {
namespace {

using cli::list_at;
using cli::text_at;
using wire::JsonView;

constexpr const char* kPlain = "";
constexpr const char* kDim = "\x1b[2m";
constexpr const char* kBold = "\x1b[1m";
constexpr const char* kGreen = "\x1b[32m";
constexpr const char* kYellow = "\x1b[33m";
constexpr const char* kCyan = "\x1b[36m";
constexpr const char* kReset = "\x1b[0m";

struct Told {
  std::string text;  // empty: not worth a line
  const char* colour = kPlain;
};

std::string seconds_until(const std::string& due, const std::string& at) {
  const auto due_at = parse_utc(due);
  const auto now = parse_utc(at);
  if (!due_at || !now) return "";
  return fmt::format("{:.1f} s", static_cast<double>((*due_at - *now).count()) / 1000.0);
}

Told tell_outreach(const std::string& kind, const JsonView& entry, const JsonView& details) {
  const std::string plan = text_at(details, "plan");
  const std::string error = text_at(details, "error");
  const std::string from = text_at(details, "from");
  if (kind == "outreach.due") {
    return {fmt::format("{}: due in {}", plan,
                        seconds_until(text_at(details, "due"), text_at(entry, "at"))),
            kDim};
  }
  if (kind == "outreach.waiting" && from.empty()) return {plan + " planned", kDim};
  if (kind == "outreach.waiting" && !error.empty()) {
    return {fmt::format("{}: {}; retry {} in {}", plan, error, text_at(details, "retries"),
                        seconds_until(text_at(details, "due"), text_at(entry, "at"))),
            kYellow};
  }
  if (kind == "outreach.connected") {
    const std::string retries = text_at(details, "retries");
    return {fmt::format("{}: connected after {} {}", plan, retries,
                        retries == "1" ? "retry" : "retries"),
            kGreen};
  }
  if (kind == "outreach.texting")
    return {fmt::format("{}: gives up calling ({})", plan, error), kYellow};
  if (kind == "outreach.texted") return {plan + ": texted instead", kGreen};
  if (kind == "outreach.failed") return {fmt::format("{}: failed ({})", plan, error), kYellow};
  if (kind == "outreach.cancelled") return {plan + ": cancelled", kYellow};
  if (kind == "outreach.held") return {plan + ": held, the caller phones in", kDim};
  return {};
}

Told tell(const JsonView& entry, const JsonView& details) {
  const std::string kind = text_at(entry, "kind");
  if (kind == "caller.registered") return {"registered by API", kDim};
  if (kind == "caller.stage") {
    return {fmt::format("stage {} -> {}", text_at(details, "from"), text_at(details, "to")), kDim};
  }
  if (kind == "call.dialing") {
    return {fmt::format("{} dials, attempt {} (scene {})", shown_name(text_at(details, "persona")),
                        text_at(details, "attempt"), text_at(details, "scene")),
            kBold};
  }
  if (kind == "call.inbound") {
    return {fmt::format("phones in and meets {} (scene {})",
                        shown_name(text_at(details, "persona")), text_at(details, "scene")),
            kBold};
  }
  if (kind == "call.answered") return {"picks up", kPlain};
  if (kind == "profile.saved") return {"saved: " + text_at(details, "fields"), kDim};
  if (kind == "call.judged") return {"call over: " + text_at(details, "verdict"), kDim};
  if (kind == "attention.raised") return {"ATTENTION: " + text_at(details, "reason"), kYellow};
  if (kind.starts_with("outreach.")) return tell_outreach(kind, entry, details);
  return {};
}

}  // namespace

Timeline::Timeline(Stage& stage)
    : stage_(stage),
      colours_(::isatty(STDOUT_FILENO) == 1 && host::environment("NO_COLOR").empty()),
      start_(host::SystemClock().now()) {}

void Timeline::name_caller(const std::string& caller_id, const std::string& name) {
  names_[caller_id] = name;
}

std::string Timeline::name_of(const std::string& caller_id) const {
  const auto found = names_.find(caller_id);
  return found == names_.end() ? "Stranger" : found->second;
}

void Timeline::say(const std::string& text) {
  print("", text, kPlain);
}

void Timeline::print(const std::string& who, const std::string& what, const char* colour) {
  const auto since = (host::SystemClock().now() - start_).count();
  fmt::print("{:02}:{:04.1f}  {:<9} {}{}{}\n", since / 60'000,
             static_cast<double>(since % 60'000) / 1000.0, who, colours_ ? colour : "", what,
             colours_ ? kReset : "");
  std::fflush(stdout);
}

Result<std::vector<wire::Json>> Timeline::follow() {
  PL_TRY(const wire::Json page, stage_.api->must_get("/v1/journal?after=" + std::to_string(seen_)));
  std::vector<wire::Json> entries;
  for (const JsonView& entry : list_at(JsonView(page), "items")) {
    PL_TRY(const auto seq, entry.integer("seq"));
    seen_ = seq.value_or(seen_);
    print_entry(entry);
    entries.push_back(entry.json());
  }
  return entries;
}

void Timeline::print_entry(const JsonView& entry) {
  const auto details = entry.required_object("details");
  if (!details) return;
  const std::string kind = text_at(entry, "kind");
  const std::string who = name_of(text_at(entry, "caller"));
  // Whoever phones in is on the phone already.
  if (kind == "call.inbound") inbound_.insert(text_at(entry, "call"));
  if (kind == "call.answered" && inbound_.contains(text_at(entry, "call"))) return;
  // The words first: an ended call is told before what follows from it.
  if (kind == "call.ended") print_call(text_at(entry, "call"), who);
  const Told told = tell(entry, *details);
  if (!told.text.empty()) print(who, told.text, told.colour);
  if (kind == "outreach.texted") print_text(text_at(entry, "outreach"), who);
}

// What was really said comes from the sandbox, not from what the server believes.
void Timeline::print_call(const std::string& call_id, const std::string& who) {
  if (!told_calls_.insert(call_id).second) return;
  const auto call = stage_.api->must_get("/v1/calls/" + call_id);
  const auto ledger = stage_.control->must_get("/sandbox/ledger");
  if (!call || !ledger) return;
  const std::string conversation = text_at(JsonView(*call), "conversation_id");
  const std::string persona = shown_name(text_at(JsonView(*call), "persona"));
  for (const JsonView& one : list_at(JsonView(*ledger), "conversations")) {
    if (text_at(one, "conversation_id") != conversation) continue;
    for (const JsonView& turn : list_at(one, "transcript")) {
      const std::string words = text_at(turn, "message");
      if (words.empty()) continue;
      const bool agent = text_at(turn, "role") == "agent";
      fmt::print("{:18}{}{}: \"{}\"{}\n", "", colours_ && agent ? kCyan : "", agent ? persona : who,
                 words, colours_ && agent ? kReset : "");
    }
  }
}

void Timeline::print_text(const std::string& outreach_id, const std::string& who) {
  const auto outreach = stage_.api->must_get("/v1/outreaches/" + outreach_id);
  if (!outreach) return;
  for (const JsonView& text : list_at(JsonView(*outreach), "texts")) {
    fmt::print("{:18}{}text to {}: \"{}\"{}\n", "", colours_ ? kCyan : "", who,
               text_at(text, "body"), colours_ ? kReset : "");
  }
}

}  // namespace pl::app
