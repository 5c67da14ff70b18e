#include "sandbox/talk.h"

#include <algorithm>
#include <functional>
#include <memory>

#include "base/text.h"
#include "sandbox/phone_network.h"
#include "sandbox/shapes.h"
#include "sandbox/variables.h"

namespace pl::sandbox {
namespace {

constexpr Millis kToolLimit{20'000};
constexpr int kPolicyError = 1008;

// Shared by the steps that wait on the loop: the last of them lets it go.
class Talk : public std::enable_shared_from_this<Talk> {
 public:
  Talk(World& world, Conversation& conversation) : world_(world), call_(conversation) {}

  void begin();

 private:
  using Step = void (Talk::*)();
  using Heard = std::function<void(Talk&, const ToolAnswer&)>;

  void pause(Step next);
  void say(std::string text, Step next);
  void hear(std::string text, Step next);
  void call_tool(const Tool& tool, std::string arguments, Heard heard);
  void hear_tool(const std::string& name, const std::string& request_id, UtcTime began,
                 const Result<net::ClientAnswer>& answer, const Heard& heard);
  void use_built_in(const std::string& name, const std::string& result_type,
                    const std::string& text);
  // Also by its carrier, which asks nobody.
  bool is_over() const { return call_.status != Status::kInProgress; }
  void end(const std::string& reason, Status verdict = Status::kDone);

  std::string why_not_to_begin();
  std::vector<std::string> missing_in_tools(const Variables& known) const;
  const Tool* granted(const std::function<bool(const Tool&)>& fits) const;

  void open();
  void greet();
  void ask();
  void answer();
  void save();
  void next_question();
  void complete();
  void reply();
  void say_goodbye();
  void hear_goodbye();
  void hang_up();
  void person_leaves();
  void hear_voicemail();
  void leave_voicemail();

  World& world_;
  Conversation& call_;
  std::vector<Question> questions_;
  std::size_t question_ = 0;
  std::size_t tries_ = 0;
  std::string value_;
  std::string correction_;  // what the agent said to an answer that did not fit
  int agent_turns_ = 0;
};

void Talk::begin() {
  call_.warnings = call_.scene.warnings;
  for (const std::string& id : call_.scene.tool_ids)
    if (!world_.workspace.tool(id)) call_.warnings.push_back("tool_ids: there is no tool " + id);
  if (const std::string why = why_not_to_begin(); !why.empty())
    return world_.later(world_.workspace.pace.no_start, [self = shared_from_this(), why] {
      if (self->is_over()) return;
      self->call_.error_code = kPolicyError;
      self->call_.error_reason = why;
      self->end(why, Status::kFailed);
    });
  questions_ = questions_in(call_.scene.prompt);
  world_.later(std::chrono::seconds(call_.scene.max_seconds), [self = shared_from_this()] {
    if (!self->is_over()) self->end("Call exceeded its maximum duration");
  });
  pause(&Talk::open);
}

void Talk::pause(Step next) {
  world_.later(world_.workspace.pace.turn, [self = shared_from_this(), next] {
    if (!self->is_over()) ((*self).*next)();
  });
}

void Talk::say(std::string text, Step next) {
  call_.turns.push_back({Role::kAgent, world_.now(), std::move(text), {}, {}});
  ++agent_turns_;
  const auto& patience = call_.behaviour.hang_up_after;
  pause(patience && agent_turns_ >= *patience ? &Talk::person_leaves : next);
}

void Talk::hear(std::string text, Step next) {
  call_.turns.push_back({Role::kUser, world_.now(), std::move(text), {}, {}});
  pause(next);
}

void Talk::call_tool(const Tool& tool, std::string arguments, Heard heard) {
  const UtcTime began = world_.now();
  const std::string request_id = "req_" + world_.new_hex(24);
  call_.turns.push_back(
      {Role::kAgent, began, {}, ToolCall{request_id, tool.name, arguments, tool.url}, {}});
  net::ClientRequest request;
  request.method = "POST";
  request.url = tool.url;
  request.headers = tool.headers;
  const Variables known = known_variables(call_, world_.workspace, began);
  for (net::Header& header : request.headers) fill_in(header.value, known);
  request.headers.push_back({"Content-Type", "application/json"});
  request.body = arguments;
  request.total_time = kToolLimit;
  Delivery delivery;
  delivery.at = began;
  delivery.kind = tool.name;
  delivery.conversation_id = call_.id;
  delivery.url = tool.url;
  delivery.body = std::move(arguments);
  const auto fault = world_.faults.take("tool_call");
  const std::string kind = fault ? fault->kind : "";
  const auto answered = [self = shared_from_this(), heard = std::move(heard), name = tool.name,
                         request_id, began](const Result<net::ClientAnswer>& answer) {
    if (!self->is_over()) self->hear_tool(name, request_id, began, answer, heard);
  };
  if (kind == "lose") {
    delivery.outcome = "lost";
    world_.ledger.add_tool_call(std::move(delivery));
    return answered(fail(Code::kUnavailable, "lost on its way"));
  }
  const auto send = [self = shared_from_this(), request, delivery](World::Answered then) {
    Delivery sent = delivery;
    sent.at = self->world_.now();
    const auto seq = self->world_.ledger.add_tool_call(std::move(sent));
    self->world_.send(request, seq, std::move(then));
  };
  if (kind == "delay") return world_.later(fault->delay, [send, answered] { send(answered); });
  if (kind == "duplicate") send([](const auto&) {});
  send(answered);
}

void Talk::hear_tool(const std::string& name, const std::string& request_id, UtcTime began,
                     const Result<net::ClientAnswer>& answer, const Heard& heard) {
  const bool is_error = !answer || answer->status >= 400;
  // An agent hears nothing of a tool that fails: it only sees that it did.
  call_.turns.push_back({Role::kAgent,
                         world_.now(),
                         {},
                         {},
                         ToolResult{request_id, name, "", is_error ? "Tool failed" : answer->body,
                                    is_error, world_.now() - began}});
  heard(*this, is_error ? ToolAnswer{} : read_tool_answer(answer->body));
}

void Talk::use_built_in(const std::string& name, const std::string& result_type,
                        const std::string& text) {
  const std::string request_id = "req_" + world_.new_hex(24);
  call_.turns.push_back({Role::kAgent, world_.now(), {}, ToolCall{request_id, name, "{}", ""}, {}});
  call_.turns.push_back({Role::kAgent,
                         world_.now(),
                         {},
                         {},
                         ToolResult{request_id, name, result_type, text, false, Millis{0}}});
}

void Talk::end(const std::string& reason, Status verdict) {
  end_call(world_, call_, reason, verdict);
}

// The platform answers, and ends a call after a second or two, when its override holds a field that
// the agent does not allow or when its texts or tools name a variable that nobody sent.
std::string Talk::why_not_to_begin() {
  Scene& scene = call_.scene;
  if (!scene.disallowed.empty())
    return "Override for field '" + scene.disallowed.front() + "' is not allowed by config.";
  const Variables known = known_variables(call_, world_.workspace, world_.now());
  const Variables spoken = speakable(known);
  const auto missing = [](const char* where, const std::vector<std::string>& names) {
    return std::string("Missing required dynamic variables in ") + where + ": {'" +
           join(names, "', '") + "'}";
  };
  const auto first_message = fill_in(scene.first_message, spoken);
  if (!first_message.empty()) return missing("first message", first_message);
  const auto prompt = fill_in(scene.prompt, spoken);
  if (!prompt.empty()) return missing("prompt", prompt);
  const auto tools = missing_in_tools(known);
  return tools.empty() ? "" : missing("tools", tools);
}

// Every tool sends the call's name, whatever its headers are.
std::vector<std::string> Talk::missing_in_tools(const Variables& known) const {
  std::string texts;
  for (const std::string& id : call_.scene.tool_ids)
    if (const Tool* const tool = world_.workspace.tool(id)) {
      texts += "{{partyline_call}}";
      for (const net::Header& header : tool->headers) texts += header.value + "\n";
    }
  return fill_in(texts, known);
}

const Tool* Talk::granted(const std::function<bool(const Tool&)>& fits) const {
  for (const std::string& id : call_.scene.tool_ids) {
    const Tool* const tool = world_.workspace.tool(id);
    if (tool && fits(*tool)) return tool;
  }
  return nullptr;
}

void Talk::open() {
  if (call_.behaviour.conduct == Conduct::kVoicemail) return hear_voicemail();
  if (call_.behaviour.hang_up_after && *call_.behaviour.hang_up_after <= 0) return person_leaves();
  // Without a first message the agent waits for the person to begin.
  if (call_.scene.first_message.empty()) return greet();
  say(call_.scene.first_message, &Talk::greet);
}

void Talk::greet() {
  if (questions_.empty())
    return hear("Oh hello, how nice of you to ask! I am well, thank you.", &Talk::reply);
  hear("Hello! Yes, now is a good moment.", &Talk::ask);
}

void Talk::ask() {
  say(questions_[question_].text, &Talk::answer);
}

void Talk::answer() {
  const Person& person = world_.people.at(call_.external_number);
  // A person who was corrected answers what they heard last.
  Question heard = questions_[question_];
  heard.usual = world_.workspace.usual_answer(heard.field);
  if (!correction_.empty()) heard.text = correction_;
  value_ = answer_to(heard, person, call_.external_number, tries_);
  hear(value_, &Talk::save);
}

void Talk::save() {
  const std::string& field = questions_[question_].field;
  const Tool* const tool = granted([&](const Tool& one) {
    return std::any_of(one.fields.begin(), one.fields.end(),
                       [&](const ToolField& its) { return its.name == field; });
  });
  if (!tool) return next_question();
  call_tool(*tool, tool_arguments(call_, field, value_), [](Talk& talk, const ToolAnswer& answer) {
    if (answer.saved || talk.tries_ > 0) return talk.pause(&Talk::next_question);
    ++talk.tries_;
    talk.correction_ = answer.say;
    talk.say(answer.say.empty() ? "Sorry, could you say that in another way?" : answer.say,
             &Talk::answer);
  });
}

void Talk::next_question() {
  tries_ = 0;
  correction_.clear();
  ++question_;
  if (question_ < questions_.size()) return ask();
  complete();
}

void Talk::complete() {
  const Tool* const tool = granted([](const Tool& one) { return one.completes; });
  if (!tool) return say_goodbye();
  call_tool(*tool, tool_arguments(call_, "", ""), [](Talk& talk, const ToolAnswer& answer) {
    if (answer.say.empty()) return talk.pause(&Talk::say_goodbye);
    talk.say(answer.say, &Talk::say_goodbye);
  });
}

void Talk::reply() {
  say("That is lovely to hear. I only wanted to say hello.", &Talk::say_goodbye);
}

void Talk::say_goodbye() {
  say("Take care, and talk to you soon. Goodbye!", &Talk::hear_goodbye);
}

void Talk::hear_goodbye() {
  hear("Bye!", &Talk::hang_up);
}

void Talk::hang_up() {
  use_built_in("end_call", "end_call_success", "The conversation has come to its end.");
  end("end_call tool was called.");
}

void Talk::person_leaves() {
  end("Call ended by remote party");
}

void Talk::hear_voicemail() {
  const Person& person = world_.people.at(call_.external_number);
  hear("Hi, this is the voicemail of " + person.name + ". Please leave a message after the tone.",
       &Talk::leave_voicemail);
}

void Talk::leave_voicemail() {
  use_built_in("voicemail_detection", "voicemail_detection_success", "A voicemail greeting.");
  end("voicemail_detection tool was called.");
}

}  // namespace

void begin_talk(World& world, Conversation& conversation) {
  std::make_shared<Talk>(world, conversation)->begin();
}

}  // namespace pl::sandbox
