// Calls with the sample caller, and what a platform may report of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/call.h"
#include "sample_line.h"

namespace pl::testing {

// A dial of the sample hand-over, recorded at kSampleNow; the platform has not answered the POST.
inline core::Call sample_dial() {
  const core::Line line = sample_line();
  core::Call call{.id = sample_id<core::CallId>(1), .line = line.name};
  call.direction = core::Direction::kOutbound;
  call.number = sample_caller().number.number;
  call.caller = sample_caller().id;
  call.outreach = sample_id<core::OutreachId>(1);
  call.ordinal = 1;
  call.scene = {"first-call"};
  call.persona = {"nikita"};
  call.started_at = kSampleNow;
  call.lapses_at = kSampleNow + std::chrono::minutes(22);
  return call;
}

// The same, accepted by the platform 1 s later.
inline core::Call sample_ringing() {
  core::Call call = sample_dial();
  core::observe_placed(call, {"conv_1"}, core::CallSid{"CA1"},
                       kSampleNow + std::chrono::seconds(1));
  return call;
}

// The sample caller phones in.
inline core::Call sample_inbound() {
  core::Call call = sample_dial();
  call.direction = core::Direction::kInbound;
  call.outreach.reset();
  call.ordinal = 0;
  call.scene = {"returning"};
  return call;
}

inline core::ConversationReport sample_report(core::ConversationStatus status,
                                              std::chrono::seconds duration = {},
                                              std::vector<core::Turn> transcript = {}) {
  core::ConversationReport report;
  report.conversation = {"conv_1"};
  report.status = status;
  report.duration = duration;
  report.transcript = std::move(transcript);
  return report;
}

inline core::Turn agent_said(std::string text) {
  return {core::Speaker::kAgent, std::move(text), std::chrono::seconds(0)};
}
inline core::Turn user_said(std::string text) {
  return {core::Speaker::kUser, std::move(text), std::chrono::seconds(2)};
}

// "placed answered ended judged": what an observation brought.
inline std::string describe(const core::CallNews& news) {
  std::string text;
  const auto add = [&](bool happened, const char* word) {
    if (happened) text += (text.empty() ? "" : " ") + std::string(word);
  };
  add(news.placed, "placed");
  add(news.answered, "answered");
  add(news.ended, "ended");
  add(news.judged, "judged");
  add(news.proved, "proved");
  return text;
}

}  // namespace pl::testing
