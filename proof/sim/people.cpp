#include "sim/people.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/overloaded.h"
#include "base/text.h"
#include "core/incoming.h"
#include "platforms/elevenlabs/pre_call.h"
#include "sim/audit_words.h"
#include "sim/initiations.h"
#include "sim/requests.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

constexpr Millis kPicksUp = 4s;
constexpr Millis kFirstWord = 2s;
constexpr Millis kToolPatience = 3s;  // of the agent, for an answer
constexpr Millis kSilence = 3s;
constexpr Millis kPreCallPatience = 5s;  // of the platform, for an answer
constexpr Millis kMailboxSeen = 6s;
constexpr Millis kComesOn = 12s;  // after a machine has asked who calls
constexpr Millis kAnalysis = 3s;
constexpr Millis kPleasantries = 20s;
constexpr Millis kSpeaksOfItself = 15s;  // the dashboard's agent, to somebody we know nothing of

std::string json_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + "\"";
}

std::string_view words_of_machine(How how) {
  if (how == How::kGreets) {
    return "You have reached the voicemail box. Please leave a message after the tone.";
  }
  if (how == How::kScreens) {
    return "If you record your name and reason for calling, I will see if this person is "
           "available.";
  }
  return "Your call is important to us. Please stay on the line, or press one for sales.";
}

// What the person answers when they are asked for the field.
std::string answer_to(const core::Field& field, const Person& person) {
  return std::visit(Overloaded{
                        [](const core::TextField&) { return json_text("baker"); },
                        [](const core::IntegerField& of) { return std::to_string(of.min); },
                        [](const core::ChoiceField& of) { return json_text(of.of.front()); },
                        [](const core::ListField&) { return std::string("[\"chess\"]"); },
                        [&](const core::TimezoneField&) { return json_text(person.zone); },
                        [](const core::BooleanField&) { return std::string("true"); },
                    },
                    field.type);
}

// The caller's number as the network writes it.
std::string spelled(const Conversation& talk, const Fact& fact) {
  std::string number = talk.number ? talk.number->e164() : "anonymous";
  if (fact.count == 3) number.insert(3, " ").insert(number.size() - 2, " ");
  return number;
}

}  // namespace

Conversation& People::conversation(std::size_t index) {
  return stage_.platform.at(index);
}

bool People::goes_on(std::size_t index) {
  return !conversation(index).ended;
}

void People::ring(Conversation& ringing) {
  const std::size_t index = ringing.index;
  const int person = stage_.person_with(ringing.number->e164());
  int nth = 0;
  if (person != 0) {
    nth = ++stage_.state_of(person).rings;
    ringing.nth = ++stage_.state_of(person).talks;
    call_in_after(Verb::kRing, person, nth);
  }
  const Fact* fact = stage_.find(Verb::kRing, person, nth);
  const How how = fact != nullptr ? fact->how : How::kAnswers;
  const Millis rings_for = ringing.rings_for;
  const Millis after = std::min(fact != nullptr && fact->at > 0ms ? fact->at : kPicksUp, rings_for);
  stage_.time.after(how == How::kNoAnswer ? rings_for : after, [this, index, person, fact, how] {
    if (!goes_on(index)) return;
    const bool on_phone = person != 0 && stage_.state_of(person).on_phone.has_value();
    Platform& platform = stage_.platform;
    if (how == How::kNoAnswer) {
      record(index, "no-answer");
      return platform.fail(conversation(index), core::CallResult::kNoAnswer, "no-answer");
    }
    if (how == How::kBusy || on_phone) {
      record(index, "busy");
      return platform.fail(conversation(index), core::CallResult::kBusy, "busy");
    }
    if (how == How::kFails) {
      record(index, "fails");
      return platform.fail(conversation(index), core::CallResult::kFailed, "carrier error");
    }
    pick_up(index, person, fact);
  });
}

void People::pick_up(std::size_t index, int person, const Fact* fact) {
  record(index, "picks-up");
  stage_.platform.pick_up(conversation(index));
  const How how = fact != nullptr ? fact->how : How::kAnswers;
  if (how == How::kMailbox) {
    stage_.time.after(kMailboxSeen, [this, index] {
      if (!goes_on(index)) return;
      record(index, "mailbox");
      conversation(index).report.voicemail_detected = true;
      hang_up(index);
    });
    return;
  }
  if (how == How::kGreets || how == How::kScreens || how == How::kMenu) {
    return play_machine(index, person, *fact);
  }
  Stay stay;
  stay.speaks = how != How::kSilent;
  if (fact != nullptr) {
    stay.length = fact->length;
    stay.whatever = fact->count == 1;
  }
  converse(index, person, stay);
}

// A machine speaks in their place, and the agent may take it for them.
void People::play_machine(std::size_t index, int person, const Fact& fact) {
  stage_.time.after(kFirstWord, [this, index, person, how = fact.how] {
    if (!goes_on(index)) return;
    const std::string_view words = words_of_machine(how);
    record(index, fmt::format("plays \"{}\"", words));
    stage_.platform.play(conversation(index), std::string(words));
    if (person == 0 || conversation(index).tools.empty()) return;
    for (const core::Tool& tool : stage_.line.tools) {
      if (!tool.completes_onboarding) continue;
      conversation(index).report.tool_called = true;
      if (stage_.recorder != nullptr) {
        stage_.recorder->tool(conversation(index), tool.name.text, "", false);
      }
      stage_.server.request(tool_request(tool.name.text, conversation(index), ""),
                            [](const net::Response&) {});
    }
  });
  if (fact.how == How::kScreens && fact.count == 1) {
    stage_.time.after(kComesOn, [this, index, person] {
      if (!goes_on(index)) return;
      record(index, "comes-on");
      conversation(index).machine = false;
      converse(index, person, {});
    });
    return;
  }
  stage_.time.after(std::max(fact.length, kFirstWord + 1s), [this, index] { hang_up(index); });
}

void People::converse(std::size_t index, int person, const Stay& stay) {
  const Conversation& talk = conversation(index);
  if (person != 0) stage_.state_of(person).on_phone = index;
  const auto ends_after = [this, index](Millis length) {
    stage_.time.after(length, [this, index] { hang_up(index); });
  };
  const bool asked = person != 0 && !talk.tools.empty();
  const bool leaves = !stay.speaks || (stay.length > 0ms && (stay.whatever || !asked));
  if (leaves) ends_after(stay.length > 0ms ? stay.length : kSilence);
  if (talk.max_duration > 0s) ends_after(talk.max_duration);
  if (!stay.speaks) return;
  stage_.time.after(kFirstWord, [=, this] {
    if (!goes_on(index)) return;
    record(index, "says \"Hello, speaking.\"");
    stage_.platform.say(conversation(index), core::Speaker::kUser, "Hello, speaking.");
    if (asked) return ask_next(index, person);
    if (!leaves) ends_after(kPleasantries);
  });
}

// The agent goes through its questions, and says goodbye when it has no more.
void People::ask_next(std::size_t index, int person) {
  if (!goes_on(index)) return;
  const Conversation& talk = conversation(index);
  const int step = ++steps_[index];
  const PersonState& them = stage_.state_of(person);
  const auto granted = [&](const core::Tool& tool) {
    const auto id = stage_.platform.known_tools.find(tool.name.text);
    return id != stage_.platform.known_tools.end() &&
           std::find(talk.tools.begin(), talk.tools.end(), id->second) != talk.tools.end();
  };
  constexpr int kPatience = 20;  // questions, with those that had to be asked again
  for (const core::Field& field : stage_.line.profile) {
    if (!field.required || them.told.contains(field.name) || step > kPatience) continue;
    for (const core::Tool& tool : stage_.line.tools) {
      const bool saves =
          std::find(tool.saves.begin(), tool.saves.end(), field.name) != tool.saves.end();
      if (saves && granted(tool)) {
        return call_tool(index, person, tool.name.text, field.name, step);
      }
    }
  }
  const Fact* habit = stage_.find(Verb::kTalk, person, talk.nth);
  if (habit == nullptr && !them.told.contains("") && step <= kPatience) {
    for (const core::Tool& tool : stage_.line.tools) {
      if (tool.completes_onboarding && granted(tool)) {
        return call_tool(index, person, tool.name.text, "", step);
      }
    }
  }
  stage_.time.after(stage_.script.pace, [this, index] { hang_up(index); });
}

void People::call_tool(std::size_t index, int person, const std::string& tool,
                       const std::string& field, int step) {
  Conversation& talk = conversation(index);
  talk.report.tool_called = true;
  talk.spoke = true;
  std::string arguments;
  if (!field.empty()) {
    const core::Field* asked = core::find_field(stage_.line.profile, field);
    arguments =
        fmt::format(R"(,"{}":{})", field, answer_to(*asked, stage_.state_of(person).person));
  }
  const auto record_tool = [this, index, tool, arguments](bool lost) {
    if (stage_.recorder == nullptr) return;
    stage_.recorder->tool(conversation(index), tool, arguments, lost);
  };
  const auto send = [this, person, field, request = tool_request(tool, talk, arguments),
                     record_tool](std::function<void()> then) {
    record_tool(false);
    stage_.server.request(request, [this, person, field, then](const auto& response) {
      const bool saved = response.body.find("\"saved\":true") != std::string::npos;
      // Nothing in the field's place: the onboarding was completed.
      const bool again = saved && !stage_.state_of(person).told.insert(field).second;
      if (again && field.empty()) stage_.coverage.sometimes(Sometimes::kCompletedTwice);
      if (then) stage_.time.after(stage_.script.pace, then);
    });
  };
  const Fact* fact = stage_.find(Verb::kTool, person, talk.nth, step);
  const auto goes_on_asking = [this, index, person, step] {
    if (steps_[index] == step) ask_next(index, person);
  };
  // Whatever becomes of the request, the agent does not wait for ever.
  stage_.time.after(stage_.script.pace + kToolPatience, goes_on_asking);
  if (fact == nullptr) return send(goes_on_asking);
  stage_.fault(*fact);
  if (fact->how == How::kLost || fact->how == How::kLate) record_tool(true);
  if (fact->how == How::kLost) return;
  if (fact->how == How::kCrossed) {
    cross(index, tool, arguments);
    return send(goes_on_asking);
  }
  if (fact->how == How::kLate) {
    stage_.time.after(fact->at, [this, index, send] {
      if (!goes_on(index)) stage_.coverage.sometimes(Sometimes::kToolAfterEnd);
      send(nullptr);
    });
    return;
  }
  stage_.coverage.sometimes(Sometimes::kToolTwice);
  send(goes_on_asking);
  stage_.time.after(fact->at, [send] { send(nullptr); });  // twice
}

void People::record(std::size_t index, std::string_view does) {
  if (stage_.recorder != nullptr) stage_.recorder->phone(conversation(index), does);
}

// The call of somebody else, whose conversation the server knows.
void People::cross(std::size_t index, const std::string& tool, const std::string& arguments) {
  if (!stage_.last_reported || *stage_.last_reported == index) return;
  const Conversation& other = conversation(*stage_.last_reported);
  if (!other.report.call || other.number == conversation(index).number) return;
  Conversation crossed = conversation(index);
  crossed.report.call = other.report.call;
  if (stage_.recorder != nullptr) {
    stage_.recorder->crossed(conversation(index), other, tool, arguments);
  }
  stage_.server.request(tool_request(tool, crossed, arguments),
                        [this](const net::Response& response) {
                          if (response.body.find("\"saved\":true") == std::string::npos) return;
                          stage_.complain("INV-14", "a tool call wrote to another call's caller");
                        });
}

void People::hang_up(std::size_t index) {
  if (!goes_on(index)) return;
  // A report that comes late was analysed late.
  const Conversation& talk = conversation(index);
  const int person = talk.number ? stage_.person_with(talk.number->e164()) : 0;
  const Fact* report = stage_.find(Verb::kReport, person, talk.nth);
  const bool late = report != nullptr && report->how == How::kLate;
  const Millis analysis = kAnalysis + (late ? report->at : 0ms);
  record(index, late ? "hangs-up analysis=" + format_duration(analysis) : "hangs-up");
  stage_.platform.hang_up(conversation(index), analysis);
}

void People::over(const Conversation& conversation) {
  steps_.erase(conversation.index);
  const int person = conversation.number ? stage_.person_with(conversation.number->e164()) : 0;
  if (person == 0) return;
  PersonState& them = stage_.state_of(person);
  if (them.on_phone == conversation.index) them.on_phone.reset();
  call_in_after(Verb::kTalk, person, conversation.nth);
}

// Those who phone in at a moment that is counted from a ring, or from the end of a conversation.
void People::call_in_after(Verb verb, int person, int nth) {
  const Fact* fact = stage_.find(Verb::kCallIn, person, nth);
  const How anchor = verb == Verb::kRing ? How::kAfterRing : How::kAfterTalk;
  if (fact == nullptr || fact->how != anchor) return;
  stage_.time.after(
      fact->at, [this, person, fact] { call_in(person, stage_.state_of(person).number, *fact); });
}

void People::call_in(int person, const std::string& number, const Fact& fact) {
  if (person != 0 && stage_.state_of(person).on_phone) return;
  Conversation& talk = stage_.platform.call_in(core::PhoneNumber::from_e164(number), {});
  if (person != 0) {
    talk.nth = ++stage_.state_of(person).talks;
    stage_.state_of(person).on_phone = talk.index;
  }
  const std::size_t index = talk.index;
  if (stage_.recorder != nullptr) {
    stage_.recorder->call_in(talk, spelled(talk, fact), fact.count == 1);
  }
  if (fact.count == 1) {  // the webhook is lost: the dashboard's own agent speaks
    stage_.coverage.sometimes(Sometimes::kPreCallLost);
    stage_.time.after(kSpeaksOfItself, [this, index] { hang_up(index); });
    return;
  }
  ask_before(index, person, fact, fact.count == 2 ? 2 : 1);
}

// The pre-call webhook: what the platform asks before its agent says the first word.
void People::ask_before(std::size_t index, int person, const Fact& fact, int times) {
  const Conversation& talk = conversation(index);
  net::Request request = pre_call_request(stage_.line, talk, spelled(talk, fact));
  const UtcTime asked = stage_.time.now();
  const Millis stays = fact.length > 0ms ? fact.length : kPleasantries;
  const bool speaks = fact.count != 4;
  stage_.server.request(std::move(request), [this, index, person, asked, stays,
                                             speaks](const net::Response& response) {
    Conversation& answered = conversation(index);
    if (response.status == 0) {
      stage_.coverage.sometimes(Sometimes::kPreCallLost);
      stage_.time.after(kSpeaksOfItself, [this, index] { hang_up(index); });
      return;
    }
    audit::PreCallAnswered answer{.call_sid = answered.report.call_sid->text,
                                  .status = response.status,
                                  .took = stage_.time.now() - asked,
                                  .told = {},
                                  .bytes_sha = std::to_string(fingerprint(response.body))};
    if (const auto initiation = read_initiation(response.body)) {
      answer.told = audit_words(*initiation);
      if (stage_.recorder != nullptr) stage_.recorder->answered(*initiation);
      if (!answered.report.call) stage_.platform.set_initiation(answered, *initiation);
    }
    const bool slow = answer.took >= platforms::kPreCallBudget;
    if (slow) stage_.coverage.sometimes(Sometimes::kSafeSceneByTimer);
    stage_.auditor.pre_call_answered(answer);
    if (steps_.contains(index)) return;  // it was asked twice
    steps_[index] = 0;
    converse(index, person, {stays, speaks, true});
  });
  // A server that dies over it never answers.
  stage_.time.after(kPreCallPatience, [this, index] {
    if (!goes_on(index) || steps_.contains(index)) return;
    stage_.time.after(kSpeaksOfItself, [this, index] { hang_up(index); });
  });
  if (times > 1) {
    stage_.coverage.sometimes(Sometimes::kPreCallTwice);
    stage_.time.after(100ms, [this, index, person, fact] {
      if (!goes_on(index)) return;
      if (stage_.recorder != nullptr) stage_.recorder->asked_again(conversation(index));
      ask_before(index, person, fact, 1);
    });
  }
}

}  // namespace pl::sim
