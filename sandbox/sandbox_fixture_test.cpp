#include "sandbox/sandbox_fixture.h"

#include <future>

namespace pl::sandbox {

PartyLineDouble::PartyLineDouble() {
  net::HttpServer::Callbacks callbacks;
  callbacks.body_limit = [](const net::Request&) { return std::size_t{1024 * 1024}; };
  callbacks.on_request = [this](net::Request request, net::HttpServer::Reply reply) {
    on_request(std::move(request), std::move(reply));
  };
  server_ = net::HttpServer::listen("127.0.0.1", 0, 1, {}, std::move(callbacks)).value();
}

std::string PartyLineDouble::url(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(server_->port()) + path;
}

void PartyLineDouble::will_answer(const std::string& path, int status, const std::string& body) {
  const Lock lock(mutex_);
  answers_[path].push_back(
      {.status = status, .content_type = "application/json", .body = body, .headers = {}});
}

std::vector<net::Request> PartyLineDouble::requests(const std::string& path) {
  const Lock lock(mutex_);
  std::vector<net::Request> found;
  for (const net::Request& request : requests_)
    if (request.path == path) found.push_back(request);
  return found;
}

void PartyLineDouble::on_request(net::Request request, net::HttpServer::Reply reply) {
  net::Response response{
      .status = 200, .content_type = "application/json", .body = "{}", .headers = {}};
  {
    const Lock lock(mutex_);
    auto& answers = answers_[request.path];
    if (!answers.empty()) {
      response = answers.front();
      answers.pop_front();
    }
    requests_.push_back(std::move(request));
    if (response.status == 0) return never_.push_back(std::move(reply));
  }
  reply(std::move(response));
}

void SandboxFixture::start(const Pace& pace) {
  const std::string file = R"({
    "api_key": "key-1",
    "other_workspace_key": "key-2",
    "agents": [{"agent_id": "agent_1", "name": "Reception",
                "first_message": "Hello, this is the reception.", "prompt": "Be kind."}],
    "phone_numbers": [{"phone_number_id": "phnum_1", "number": "+12125550199",
                       "agent_id": "agent_1"}],
    "tools": [
      {"tool_id": "tool_collect", "name": "collect_profile", "headers": {"X-Tools": "t-secret"},
       "fields": ["timezone", "occupation"]},
      {"tool_id": "tool_done", "name": "complete_onboarding", "headers": {"X-Tools": "t-secret"},
       "completes": true}],
    "initiation_webhook": {"headers": {"X-Party": "i-secret"}},
    "post_call_webhook": {"secret": "wsec_1"},
    "telegram": {"bot_token": "7:token", "chats": [42]},
    "twilio": {"account_sid": "AC1", "auth_token": "t-token", "key_sid": "SK1",
               "key_secret": "k-secret", "messaging_service_sid": "MG1"}})";
  auto workspace = read_workspace(file);
  ASSERT_TRUE(workspace) << workspace.error().message;
  workspace->pace = pace;
  set_urls(*workspace, {party_line_.url("/initiation"), party_line_.url("/events"),
                        party_line_.url("/tools"), party_line_.url("/sms")});
  sandbox_ = Sandbox::start(*std::move(workspace), {}, {}).value();
  client_ = net::HttpClient::create().value();
}

Result<net::ClientAnswer> SandboxFixture::send(const std::string& method, const std::string& url,
                                               const std::string& body,
                                               std::vector<net::Header> headers) {
  return send_as("application/json", method, url, body, std::move(headers));
}

Result<net::ClientAnswer> SandboxFixture::send_as(const std::string& content_type,
                                                  const std::string& method, const std::string& url,
                                                  const std::string& body,
                                                  std::vector<net::Header> headers) {
  auto promise = std::make_shared<std::promise<Result<net::ClientAnswer>>>();
  auto answer = promise->get_future();
  net::ClientRequest request;
  request.method = method;
  request.url = url;
  request.body = body;
  request.headers = std::move(headers);
  request.headers.push_back({"Content-Type", content_type});
  client_->send(std::move(request), [promise](auto got) { promise->set_value(std::move(got)); });
  return answer.get();
}

Result<net::ClientAnswer> SandboxFixture::platform(const std::string& method,
                                                   const std::string& path, const Json& body) {
  return send(method, "http://127.0.0.1:" + std::to_string(sandbox_->platform_port()) + path,
              body.is_null() ? "" : body.dump(), {{"xi-api-key", "key-1"}});
}

Json SandboxFixture::control(const std::string& method, const std::string& path, const Json& body) {
  const auto answer =
      send(method, "http://127.0.0.1:" + std::to_string(sandbox_->control_port()) + path,
           body.is_null() ? "" : body.dump());
  EXPECT_TRUE(answer && answer->status == 200) << (answer ? answer->body : answer.error().message);
  return answer ? parse_json(answer->body) : Json();
}

Json SandboxFixture::dial_body(const std::string& number, const std::string& questions) {
  std::string prompt = "You are Meta-Nikita.";
  if (!questions.empty()) prompt += "\n\nStill to ask:\n" + questions;
  const Json agent{
      {"first_message", "Hi, this is Meta-Nikita."},
      {"language", "en"},
      {"prompt", Json{{"prompt", prompt}, {"tool_ids", {"tool_collect", "tool_done"}}}}};
  return Json{{"agent_id", "agent_1"},
              {"agent_phone_number_id", "phnum_1"},
              {"to_number", number},
              {"conversation_initiation_client_data",
               Json{{"user_id", "caller_1"},
                    {"dynamic_variables", Json{{"partyline_call", "attempt_1"}}},
                    {"conversation_config_override", Json{{"agent", agent}}}}}};
}

std::string SandboxFixture::dial(const Json& body) {
  const auto answer = platform("POST", "/v1/convai/twilio/outbound-call", body);
  EXPECT_TRUE(answer && answer->status == 200) << (answer ? answer->body : answer.error().message);
  return answer ? text_at(parse_json(answer->body), "conversation_id") : "";
}

Json SandboxFixture::conversation(const std::string& id) {
  const auto answer = platform("GET", "/v1/convai/conversations/" + id);
  EXPECT_TRUE(answer && answer->status == 200);
  return answer ? parse_json(answer->body) : Json();
}

Json SandboxFixture::wait_for(const std::function<bool(const Json&)>& holds) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (true) {
    Json now = ledger();
    if (holds(now)) return now;
    if (std::chrono::steady_clock::now() > deadline) {
      ADD_FAILURE() << "never came true; the ledger: " << now.dump(1);
      return now;
    }
  }
}

Json SandboxFixture::wait_for_end(const std::string& id) {
  return wait_for([&](const Json& now) {
    for (const Json& webhook : now["webhooks"])
      if (webhook["conversation_id"] == id && webhook["outcome"] == "answered") return true;
    return false;
  });
}

std::vector<std::string> messages_of(const Json& conversation, const std::string& role) {
  std::vector<std::string> messages;
  for (const Json& turn : conversation["transcript"])
    if (turn["role"] == role && turn["message"].is_string())
      messages.push_back(turn["message"].get<std::string>());
  return messages;
}

}  // namespace pl::sandbox
