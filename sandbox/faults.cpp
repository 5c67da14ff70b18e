#include "sandbox/faults.h"

#include <algorithm>

#include "base/text.h"
#include "sandbox/agents_errors.h"

namespace pl::sandbox {
namespace {

using Words = std::vector<std::string>;

struct Target {
  std::string_view name;
  Words kinds;
};

Words and_also(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// What can go wrong with what. Whoever waits for an answer cannot be overtaken by who comes next,
// so only webhooks that nobody waits for can be reordered.
const std::vector<Target>& targets() {
  static const Words asked{"drop_reply", "drop_request", "hold_reply", "refuse"};
  static const Words sent{"lose", "duplicate", "delay"};
  static const std::vector<Target> all{{"dial", and_also(asked, {"late", "unsuccessful"})},
                                       {"conversation", and_also(asked, {"lag"})},
                                       {"list", and_also(asked, {"lag"})},
                                       {"tools", asked},
                                       {"agent", asked},
                                       {"webhook_settings", asked},
                                       {"telegram", and_also(asked, {"late"})},
                                       {"sms", and_also(asked, {"late"})},
                                       {"sms_list", and_also(asked, {"lag"})},
                                       {"call", asked},
                                       {"post_call_webhook", and_also(sent, {"reorder"})},
                                       {"sms_webhook", and_also(sent, {"reorder"})},
                                       {"initiation", sent},
                                       {"tool_call", sent}};
  return all;
}

bool contains(const Words& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The messenger has no codes but the status; those of texts are numbers.
Result<void> check_code(const Fault& fault) {
  if (fault.target == "sms" || fault.target == "sms_list" || fault.target == "call") {
    const bool is_number =
        fault.code.size() == 5 && fault.code.find_first_not_of("0123456789") == std::string::npos;
    if (is_number) return {};
    return fail(Code::kInvalid, "code: of Twilio, five digits, such as \"21610\"");
  }
  const Words codes = fault.target == "telegram" ? Words{} : codes_of(fault.status);
  if (contains(codes, fault.code)) return {};
  return fail(Code::kInvalid, "code: for this target and status " +
                                  (codes.empty() ? "none" : "one of " + join(codes, ", ")));
}

}  // namespace

Result<void> Faults::add(Fault fault) {
  const auto target = std::find_if(targets().begin(), targets().end(),
                                   [&](const Target& one) { return one.name == fault.target; });
  if (target == targets().end()) {
    Words names;
    for (const Target& one : targets()) names.emplace_back(one.name);
    return fail(Code::kInvalid, "target: one of " + join(names, ", "));
  }
  if (!contains(target->kinds, fault.kind))
    return fail(Code::kInvalid, "kind: for this target one of " + join(target->kinds, ", "));
  if (fault.left < 1) return fail(Code::kInvalid, "count: 1 or more");
  if (fault.status < 400 || fault.status > 599) return fail(Code::kInvalid, "status: 400 to 599");
  if (!fault.code.empty()) PL_DO(check_code(fault));
  open_.push_back(std::move(fault));
  return {};
}

std::optional<Fault> Faults::take(std::string_view target) {
  const auto found = std::find_if(open_.begin(), open_.end(),
                                  [&](const Fault& fault) { return fault.target == target; });
  if (found == open_.end()) return std::nullopt;
  const Fault fault = *found;
  if (--found->left == 0) open_.erase(found);
  return fault;
}

}  // namespace pl::sandbox
