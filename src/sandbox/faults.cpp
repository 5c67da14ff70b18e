#include "sandbox/faults.h"

#include <algorithm>

#include "base/text.h"
#include "sandbox/agents_errors.h"

namespace pl::sandbox {
namespace {

const std::vector<std::string> kServed{"dial",  "conversation", "list", "tools",
                                       "agent", "telegram",     "sms",  "sms_list"};
const std::vector<std::string> kSent{"post_call_webhook", "initiation", "sms_webhook"};
const std::vector<std::string> kServedKinds{"drop_reply", "hold_reply", "refuse", "drop_request"};
const std::vector<std::string> kSentKinds{"lose", "duplicate", "delay"};

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The messenger has no codes but the status; those of texts are numbers.
Result<void> check_code(const Fault& fault) {
  if (fault.target == "sms" || fault.target == "sms_list") {
    const bool is_number =
        fault.code.size() == 5 && fault.code.find_first_not_of("0123456789") == std::string::npos;
    if (is_number) return {};
    return fail(Code::kInvalid, "code: of Twilio, five digits, such as \"21610\"");
  }
  const auto codes =
      fault.target == "telegram" ? std::vector<std::string>{} : codes_of(fault.status);
  if (contains(codes, fault.code)) return {};
  return fail(Code::kInvalid, "code: for this target and status " +
                                  (codes.empty() ? "none" : "one of " + join(codes, ", ")));
}

}  // namespace

Result<void> Faults::add(Fault fault) {
  const bool is_served = contains(kServed, fault.target);
  if (!is_served && !contains(kSent, fault.target))
    return fail(Code::kInvalid, "target: one of " + join(kServed, ", ") + ", " + join(kSent, ", "));
  const auto& kinds = is_served ? kServedKinds : kSentKinds;
  // The platform says with 200 that it did not dial; only a dial can end so.
  const bool is_unsuccessful_dial = fault.target == "dial" && fault.kind == "unsuccessful";
  if (!contains(kinds, fault.kind) && !is_unsuccessful_dial)
    return fail(Code::kInvalid, "kind: for this target one of " + join(kinds, ", ") +
                                    (fault.target == "dial" ? ", unsuccessful" : ""));
  if (!fault.code.empty()) PL_DO(check_code(fault));
  if (fault.left < 1) return fail(Code::kInvalid, "count: 1 or more");
  if (fault.status < 400 || fault.status > 599) return fail(Code::kInvalid, "status: 400 to 599");
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
