#include "sandbox/control_api.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "sandbox/phone_network.h"
#include "sandbox/shapes.h"
#include "sandbox/sms_network.h"

namespace pl::sandbox {
namespace {

using Reply = net::HttpServer::Reply;

net::Response wrong(const std::string& what) {
  return json_response(422, Json{{"error", what}});
}
net::Response done() {
  return json_response(200, Json{{"ok", true}});
}

// Empty when the body is not an object with these keys at most; `problem` says why.
std::optional<Json> read_object(const net::Request& request, const std::vector<std::string>& known,
                                std::string& problem) {
  Json json = parse_json(request.body.empty() ? "{}" : request.body);
  if (!json.is_object()) {
    problem =
        "the body must be a JSON object, of " + std::to_string(kJsonDepth) + " levels at most";
    return std::nullopt;
  }
  for (const auto& [key, value] : json.items()) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    problem = "unknown key \"" + key + "\"; known here:";
    for (const std::string& name : known) problem += " " + name;
    return std::nullopt;
  }
  return json;
}

std::optional<int> int_at(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_number_integer()) return std::nullopt;
  if (*found < 0 || *found > 86'400'000) return std::nullopt;
  return found->get<int>();
}

std::optional<Behaviour> read_behaviour(const Json& json) {
  if (json.is_string()) return behaviour_named(json.get<std::string>());
  if (!json.is_object() || json.size() != 1) return std::nullopt;
  const auto turns = int_at(json, "hang_up_after");
  if (!turns) return std::nullopt;
  return Behaviour{Conduct::kAnswer, *turns};
}

constexpr const char* kBehaviours =
    "behaviour: answer, busy, no_answer, decline, voicemail, unreachable, silent, "
    "{\"hang_up_after\": turns}, or a list of these";

// Empty for an unknown behaviour, or for none at all.
std::deque<Behaviour> read_behaviours(const Json& json) {
  std::deque<Behaviour> behaviours;
  for (const Json& one : json.is_array() ? json : Json::array({json})) {
    const auto behaviour = read_behaviour(one);
    if (!behaviour) return {};
    behaviours.push_back(*behaviour);
  }
  return behaviours;
}

std::string spoken(const Json& value) {
  return value.is_string() ? value.get<std::string>() : to_text(value);
}

// A value is what they say; a list is what they say at the first try, the second, ...
bool read_answers(const Json& json, std::map<std::string, std::vector<std::string>>& answers) {
  if (!json.is_object()) return false;
  for (const auto& [field, value] : json.items()) {
    std::vector<std::string> tries;
    for (const Json& one : value.is_array() ? value : Json::array({value})) {
      if (one.is_structured() || one.is_null()) return false;
      tries.push_back(spoken(one));
    }
    answers[field] = std::move(tries);
  }
  return true;
}

net::Response set_person(World& world, const net::Request& request) {
  std::string problem;
  const auto body =
      read_object(request, {"number", "behaviour", "behaviours", "answers", "name"}, problem);
  if (!body) return wrong(problem);
  const std::string number = text_at(*body, "number");
  if (!is_e164(number)) return wrong("number: write it as + and digits, such as +12125550100");
  Person changed = world.people.at(number);
  for (const char* key : {"behaviour", "behaviours"}) {
    const auto found = body->find(key);
    if (found == body->end()) continue;
    changed.behaviours = read_behaviours(*found);
    if (changed.behaviours.empty()) return wrong(kBehaviours);
  }
  if (const auto found = body->find("answers");
      found != body->end() && !read_answers(*found, changed.answers))
    return wrong("answers: an object of field and value, or of field and a list of tries");
  if (const std::string name = text_at(*body, "name"); !name.empty()) changed.name = name;
  world.people.at(number) = std::move(changed);
  return done();
}

void start_inbound(World& world, const net::Request& request, const Reply& reply) {
  std::string problem;
  const auto body = read_object(request, {"from", "to", "behaviour"}, problem);
  if (!body) return reply(wrong(problem));
  const PhoneNumber* const line = world.workspace.line(text_at(*body, "to"));
  if (!line) return reply(wrong("to: not a number of this workspace"));
  Behaviour behaviour;
  if (const auto found = body->find("behaviour"); found != body->end()) {
    const auto read = read_behaviour(*found);
    if (!read || read->conduct != Conduct::kAnswer)
      return reply(wrong("behaviour: answer, silent or {\"hang_up_after\": turns}"));
    behaviour = *read;
  }
  if (is_full(world, *world.workspace.agent(line->agent_id)))
    return reply(json_response(
        200,
        Json{{"conversation_id", nullptr}, {"call_sid", nullptr}, {"answered_with", "rejected"}}));
  call_in(world, text_at(*body, "from"), *line, behaviour,
          [reply](const Conversation& conversation, AnsweredWith who) {
            const char* const name = who == AnsweredWith::kOverride ? "override"
                                     : who == AnsweredWith::kAgent  ? "agent"
                                                                    : "hung_up";
            reply(json_response(200, Json{{"conversation_id", conversation.id},
                                          {"call_sid", conversation.call_sid},
                                          {"answered_with", name}}));
          });
}

net::Response add_fault(World& world, const net::Request& request) {
  std::string problem;
  const auto body = read_object(
      request, {"target", "kind", "count", "ms", "status", "retry_after", "code"}, problem);
  if (!body) return wrong(problem);
  Fault fault;
  fault.target = text_at(*body, "target");
  fault.kind = text_at(*body, "kind");
  fault.code = text_at(*body, "code");
  for (const char* key : {"count", "ms", "status", "retry_after"})
    if (body->contains(key) && !int_at(*body, key))
      return wrong(std::string(key) + ": a whole number, 0 or more");
  fault.left = int_at(*body, "count").value_or(fault.left);
  fault.delay = Millis(int_at(*body, "ms").value_or(0));
  fault.status = int_at(*body, "status").value_or(fault.status);
  fault.retry_after = int_at(*body, "retry_after");
  const auto added = world.faults.add(std::move(fault));
  return added ? done() : wrong(added.error().message);
}

net::Response list_faults(const World& world) {
  Json list = Json::array();
  for (const Fault& fault : world.faults.open()) {
    Json json{{"target", fault.target}, {"kind", fault.kind}, {"left", fault.left}};
    if (fault.delay > Millis{0}) json["ms"] = fault.delay.count();
    if (fault.kind == "refuse") json["status"] = fault.status;
    if (!fault.code.empty()) json["code"] = fault.code;
    if (fault.retry_after) json["retry_after"] = *fault.retry_after;
    list.push_back(std::move(json));
  }
  return json_response(200, Json{{"faults", std::move(list)}});
}

constexpr std::array<std::pair<const char*, Chat>, 6> kChats{
    {{"started", Chat::kStarted},
     {"blocked", Chat::kBlocked},
     {"deactivated", Chat::kDeactivated},
     {"never_started", Chat::kNeverStarted},
     {"migrated", Chat::kMigrated},
     {"unknown", Chat::kUnknown}}};

net::Response set_chat(World& world, const net::Request& request) {
  std::string problem;
  const auto body = read_object(request, {"chat_id", "state"}, problem);
  if (!body) return wrong(problem);
  const auto id = body->find("chat_id");
  if (id == body->end() || !id->is_number_integer()) return wrong("chat_id: a whole number");
  const std::string state = text_at(*body, "state");
  std::string known;
  for (const auto& [name, chat] : kChats) {
    if (state == name) {
      world.chats[id->get<std::int64_t>()] = chat;
      return done();
    }
    known += std::string(known.empty() ? "" : ", ") + name;
  }
  return wrong("state: one of " + known);
}

net::Response receive_sms(World& world, const net::Request& request) {
  std::string problem;
  const auto body = read_object(request, {"from", "to", "body"}, problem);
  if (!body) return wrong(problem);
  const std::string from = text_at(*body, "from");
  const std::string to = text_at(*body, "to");
  if (!is_e164(from)) return wrong("from: write it as + and digits, such as +12125550100");
  if (!world.workspace.line(to)) return wrong("to: not a number of this workspace");
  if (world.workspace.twilio.account_sid.empty())
    return wrong("the workspace has no twilio account; add it to the file");
  return json_response(200,
                       Json{{"message_sid", text_in(world, from, to, text_at(*body, "body"))}});
}

net::Response change_urls(World& world, const net::Request& request) {
  std::string problem;
  const auto body =
      read_object(request, {"initiation", "post_call", "tools_base", "incoming_sms"}, problem);
  if (!body) return wrong(problem);
  set_urls(world.workspace, {text_at(*body, "initiation"), text_at(*body, "post_call"),
                             text_at(*body, "tools_base"), text_at(*body, "incoming_sms")});
  return done();
}

// The times of the workspace file, which may be changed while it runs. Null if it has no such time.
Millis* pace_at(Pace& pace, const std::string& key) {
  if (key == "pace_ms") return &pace.turn;
  if (key == "ring_ms") return &pace.ring;
  if (key == "busy_ms") return &pace.busy;
  if (key == "processing_ms") return &pace.processing;
  if (key == "no_answer_ms") return &pace.no_answer.emplace();
  if (key == "no_start_ms") return &pace.no_start;
  return key == "retry_ms" ? &pace.retry : nullptr;
}

// Changes all of it or nothing.
net::Response change_workspace(World& world, const net::Request& request) {
  std::string problem;
  const auto body =
      read_object(request,
                  {"disallowed_override", "refused_initiation", "concurrency", "pace_ms", "ring_ms",
                   "busy_ms", "processing_ms", "no_answer_ms", "no_start_ms", "retry_ms"},
                  problem);
  if (!body) return wrong(problem);
  auto policy = world.workspace.disallowed_override;
  auto refused = world.workspace.refused_initiation;
  auto concurrency = world.workspace.concurrency;
  Pace pace = world.workspace.pace;
  for (const auto& [key, value] : body->items()) {
    const auto number = int_at(*body, key.c_str());
    if (key == "disallowed_override") {
      const auto named = disallowed_named(text_at(*body, key));
      if (!named) return wrong("disallowed_override: fail or ignore");
      policy = *named;
    } else if (key == "refused_initiation") {
      const auto named = refused_named(text_at(*body, key));
      if (!named) return wrong("refused_initiation: hang_up or agent");
      refused = *named;
    } else if (key == "concurrency") {
      if (!value.is_null() && number.value_or(0) < 1)
        return wrong("concurrency: a whole number, 1 or more, or null");
      concurrency = number;
    } else {
      if (!number) return wrong(key + ": whole milliseconds, 0 or more");
      *pace_at(pace, key) = Millis(*number);
    }
  }
  world.workspace.disallowed_override = policy;
  world.workspace.refused_initiation = refused;
  world.workspace.concurrency = concurrency;
  world.workspace.pace = pace;
  return done();
}

net::Response reset(World& world) {
  world.reset();
  return done();
}

}  // namespace

std::string ledger_text(const World& world) {
  Json json{{"now", format_utc(world.now())}};
  world.ledger.write(json);
  Json conversations = Json::array();
  for (const auto& conversation : world.conversations)
    conversations.push_back(conversation_json(*conversation, world.now()));
  json["conversations"] = std::move(conversations);
  return to_text(json);
}

void serve_control(World& world, const net::Request& request, const Reply& reply) {
  const std::string route = request.method + " " + request.path;
  if (route == "GET /healthz") return reply(json_response(200, Json{{"status", "ok"}}));
  if (route == "POST /sandbox/people") return reply(set_person(world, request));
  if (route == "POST /sandbox/inbound") return start_inbound(world, request, reply);
  if (route == "POST /sandbox/faults") return reply(add_fault(world, request));
  if (route == "GET /sandbox/faults") return reply(list_faults(world));
  if (route == "POST /sandbox/chats") return reply(set_chat(world, request));
  if (route == "POST /sandbox/sms") return reply(receive_sms(world, request));
  if (route == "PATCH /sandbox/workspace") return reply(change_workspace(world, request));
  if (route == "PUT /sandbox/workspace/urls") return reply(change_urls(world, request));
  if (route == "POST /sandbox/reset") return reply(reset(world));
  if (route == "GET /sandbox/ledger")
    return reply({.status = 200,
                  .content_type = "application/json",
                  .body = ledger_text(world),
                  .headers = {}});
  reply(json_response(404, Json{{"error", "no such call; docs/guides/sandbox.md lists them"}}));
}

}  // namespace pl::sandbox
