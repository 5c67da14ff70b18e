// What the API of ElevenLabs answers: to a dial, to questions about conversations, about tools.
#include <array>

#include "../support/sample_call.h"
#include "base/overloaded.h"
#include "entry.h"
#include "platforms/elevenlabs/conversations.h"
#include "platforms/elevenlabs/dial_reply.h"
#include "platforms/elevenlabs/tools.h"
#include "reason.h"
#include "wire/limits.h"
#include "wire/reason.h"

namespace pl::fuzz {
namespace {

const UtcTime kNow = from_ms(1'770'894'000'000);

void check_dial(int status, std::string_view body) {
  const platforms::DialReply reply = platforms::read_dial_reply(status, "30", body, kNow);
  const bool success = status >= 200 && status < 300;
  std::visit(Overloaded{[&](const platforms::DialPlaced& placed) {
                          PL_CHECK(success && !placed.conversation.text.empty());
                        },
                        [&](const platforms::DialRefusedNumber& refused) {
                          PL_CHECK(success || status == 400 || status == 422);
                          check_reason(refused.why);
                        },
                        // Only what surely rang nobody.
                        [&](const platforms::DialRefusedUs& refused) {
                          PL_CHECK(status >= 400 && status < 500);
                          PL_CHECK(status != 408 && status != 409);
                          PL_CHECK(refused.rate_limited == (status == 429));
                          check_reason(refused.why);
                        },
                        [](const platforms::DialUnknown& unknown) { check_reason(unknown.why); }},
             reply);
}

void check_lists(std::string_view body) {
  const auto page = platforms::read_conversation_page(body);
  if (!page) PL_CHECK(page.error().code == Code::kCorrupt);
  if (page && page->next_cursor) PL_CHECK(!page->next_cursor->empty());
  if (page) {
    for (const auto& listed : page->conversations) PL_CHECK(!listed.id.text.empty());
  }
  const auto tools = platforms::read_tool_page(body);
  if (!tools) {
    PL_CHECK(tools.error().code == Code::kCorrupt);
    return;
  }
  for (const auto& [name, id] : tools->tools) PL_CHECK(!name.empty() && !id.text.empty());
}

}  // namespace

// Nobody is judged before they have hung up.
void check_judged(const core::ConversationReport& report) {
  core::Call call = testing::sample_dial();
  core::observe(call, report, testing::kSampleNow + std::chrono::minutes(2));
  PL_CHECK(!call.verdict || core::has_ended(report.status));
}

void try_bytes(std::string_view bytes) {
  for (const int status : {200, 400, 408, 422, 429, 500}) check_dial(status, bytes);
  check_lists(bytes);
  wire::Mended mended;
  const auto report = platforms::read_conversation(bytes, mended);
  if (!report) {
    PL_CHECK(report.error().code == Code::kCorrupt);
  } else {
    check_reason(report->failure);
    check_judged(*report);
  }
  check_reason(wire::safe_reason(bytes), 0);
  check_reason(wire::error_reason(422, bytes));
}

}  // namespace pl::fuzz
