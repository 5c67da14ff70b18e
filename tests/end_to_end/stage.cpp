#include "stage.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>
#include <thread>

#include "../support/keep_exchange.h"
#include "app/sandbox_workspace.h"
#include "app/settings.h"
#include "base/check.h"
#include "host/secrets.h"
#include "host/zone_files.h"

namespace pl::testing {
namespace {

using namespace std::chrono_literals;

// What every stage changes of the line that ships: its delays and limits, and its hours, so that
// the tests pass at night.
const std::map<std::string, std::string> kFast{
    {"retry: [1m, 10m, 1h]", "retry: [1s, 1s, 1s]"},
    {"retry: [5s, 15s, 45s]", "retry: [1s, 1s, 1s]"},
    {"after_call_end: 5s", "after_call_end: 0s"},
    {"per_second: 1", "per_second: 10"},
    {"hours: \"08:00-21:00\"", "hours: \"00:00-24:00\""}};

}  // namespace

std::string new_folder() {
  std::string path = (std::filesystem::temp_directory_path() / "partyline-test-XXXXXX").string();
  PL_CHECK(::mkdtemp(path.data()) != nullptr);
  return path;
}

std::string read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::map<std::string, std::string> account() {
  return {{"ELEVENLABS_API_KEY", "sk_planted-elevenlabs-key-0001"},
          {"ELEVENLABS_WEBHOOK_SECRET", "planted-webhook-secret-0002"},
          {"PARTYLINE_INITIATION_SECRET", "planted-initiation-secret-0003"},
          {"PARTYLINE_TOOLS_SECRET", "planted-tools-secret-0004"},
          {"TELEGRAM_BOT_TOKEN", "1:planted-bot-token-0005"},
          {"TELEGRAM_WEBHOOK_SECRET", "planted-telegram-secret-0009"},
          {"TWILIO_ACCOUNT_SID", "ACplanted-account-0007"},
          {"TWILIO_AUTH_TOKEN", "planted-twilio-token-0008"},
          {"ELEVENLABS_AGENT_ID", "agent_test"},
          {"ELEVENLABS_PHONE_NUMBER_ID", "phnum_test"}};
}

Stage::Stage(StageOptions options)
    : options_(std::move(options)), folder_(new_folder()), environment_(account()) {
  for (const auto& [name, value] : environment_) ::setenv(name.c_str(), value.c_str(), 1);
  ::setenv("TZDIR", testing::zone_folder().c_str(), 1);
  auto zones = host::ZoneFiles::open();
  PL_CHECK(zones.has_value());
  zones_ = *std::move(zones);
  auto edits = options_.edits;
  edits.insert(kFast.begin(), kFast.end());
  copy_line(edits);
  auto lines = app::load_lines({folder_ + "/line"}, *zones_);
  if (!lines) ADD_FAILURE() << lines.error().message;
  PL_CHECK(lines.has_value());
  settings_.lines = *std::move(lines);
  PL_CHECK(app::read_secrets(settings_).has_value());
  client_ = *net::HttpClient::create();
  const bool sms = !settings_.twilio.account_sid.empty();
  port_ = options_.own_process || sms ? free_port() : 0;
  settings_.operator_chat = options_.operator_chat;
  std::vector<std::int64_t> chats{kChat};
  if (!settings_.operator_chat.empty()) chats.push_back(std::stoll(settings_.operator_chat));
  auto workspace = app::sandbox_workspace(settings_, url(), chats);
  workspace.pace = options_.pace;
  sandbox_ = *sandbox::Sandbox::start(std::move(workspace), {}, {});
  settings_.elevenlabs_url = "http://127.0.0.1:" + std::to_string(sandbox_->platform_port());
  settings_.telegram_url = settings_.elevenlabs_url;
  settings_.database = database();
  settings_.twilio.base_url = settings_.elevenlabs_url;
  settings_.twilio_secrets.public_url =
      url();  // Twilio signs it, so it must be known before we listen
  settings_.twilio.status_callback = url() + "/twilio/status";
  settings_.port = static_cast<std::uint16_t>(options_.own_process ? 0 : port_);
  settings_.api_rate = 0;              // whoever waits asks often
  settings_.private_endpoints = true;  // the tests' own receivers are on the loopback
  settings_.api_keys = {"pl_planted-api-key-0006"};
  start_server();
}

Stage::~Stage() {
  process_.reset();
  if (server_) sandbox_->stop();  // no webhook may arrive at a server that is going away
  server_.reset();
  sandbox_.reset();
  client_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void Stage::copy_line(const std::map<std::string, std::string>& edits) {
  const std::string folder = folder_ + "/line";
  std::filesystem::copy(shipped_lines() / "nikita", folder,
                        std::filesystem::copy_options::recursive);
  edit_line(edits);
}

void Stage::edit_line(const std::map<std::string, std::string>& edits) {
  const std::string file = folder_ + "/line/line.yaml";
  std::string text = read_file(file);
  for (const auto& [from, to] : edits) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "not in line.yaml: " << from;
    if (at == std::string::npos) continue;
    text.replace(at, from.size(), to);
  }
  std::ofstream(file, std::ios::binary) << text;
}

void Stage::start_server() {
  if (!options_.own_process) {
    auto started = app::Server::start(settings_, *zones_);
    if (!started) ADD_FAILURE() << started.error().message;
    PL_CHECK(started.has_value());
    server_ = *std::move(started);
    port_ = server_->port();
    sandbox_->set_urls({.initiation = url() + "/elevenlabs/initiation",
                        .post_call = url() + "/elevenlabs/events",
                        .tools_base = url() + "/elevenlabs/tools",
                        .incoming_sms = url() + "/twilio/messages"});
  } else {
    process_ = std::make_unique<Process>(arguments(), environment_, folder_ + "/server.log");
  }
  wait_for("the server is ready", [&] { return send("GET", "/readyz").status == 200; });
  if (!options_.own_process) return;
  if (const auto key = host::read_secret(database() + ".key")) settings_.api_keys = {*key};
}

std::vector<std::string> Stage::arguments() const {
  std::vector<std::string> all{"serve",
                               "--line",
                               folder_ + "/line",
                               "--database",
                               database(),
                               "--port",
                               std::to_string(port_),
                               "--elevenlabs-url",
                               settings_.elevenlabs_url,
                               "--telegram-url",
                               settings_.telegram_url,
                               "--twilio-url",
                               settings_.twilio.base_url,
                               "--public-url",
                               settings_.twilio_secrets.public_url,
                               "--api-rate",
                               "0"};
  if (!settings_.operator_chat.empty()) {
    all.insert(all.end(), {"--operator-chat", settings_.operator_chat});
  }
  all.insert(all.end(), options_.arguments.begin(), options_.arguments.end());
  return all;
}

void Stage::kill_server() {
  process_->kill_now();
}

void Stage::reload_line(const std::map<std::string, std::string>& edits) {
  edit_line(edits);
  if (options_.own_process) {
    ::kill(process_->pid(), SIGHUP);
    return;
  }
  const auto done = server_->reload_lines(app::load_lines({folder_ + "/line"}, *zones_));
  if (!done) ADD_FAILURE() << done.error().message;
}

std::string Stage::server_log() const {
  return read_file(folder_ + "/server.log");
}

Answer Stage::request(net::ClientRequest request) {
  request.answer_bytes = 64u * 1024 * 1024;
  said_ += request.method + " " + request.url + "\n";
  for (const net::Header& header : request.headers) said_ += header.value + "\n";
  said_ += request.body + "\n";
  auto promise = std::make_shared<std::promise<Result<net::ClientAnswer>>>();
  auto future = promise->get_future();
  const auto began = std::chrono::steady_clock::now();
  client_->send(std::move(request), [promise](Result<net::ClientAnswer> answer) {
    promise->set_value(std::move(answer));
  });
  const auto result = future.get();
  Answer answer;
  answer.took = std::chrono::round<Millis>(std::chrono::steady_clock::now() - began);
  if (!result) return answer;
  answer.status = result->status;
  answer.content_type = result->header("Content-Type").value_or("");
  answer.body = result->body;
  said_ += answer.body + "\n";
  return answer;
}

Answer Stage::send(const std::string& method, const std::string& path,
                   std::vector<net::Header> headers, std::string body) {
  Answer answer =
      request({.method = method, .url = url() + path, .headers = std::move(headers), .body = body});
  if (answer.status != 0) {
    keep({method, path, body, answer.status, answer.content_type, answer.body});
  }
  return answer;
}

Answer Stage::api(const std::string& method, const std::string& path, std::string body) {
  return send(method, path,
              {{"Authorization", "Bearer " + api_key()}, {"Content-Type", "application/json"}},
              std::move(body));
}

Json Stage::must(const std::string& method, const std::string& path, const Json& body) {
  const Answer answer = api(method, path, method == "GET" ? "" : body.dump());
  EXPECT_EQ(answer.status / 100, 2) << method << " " << path << ": " << answer.body;
  Json json = answer.json();
  return json.is_discarded() ? Json::object() : json;
}

Json Stage::control(const std::string& path, const Json& body, const std::string& method) {
  const Answer answer =
      request({.method = method,
               .url = "http://127.0.0.1:" + std::to_string(sandbox_->control_port()) + path,
               .headers = {},
               .body = body.dump()});
  EXPECT_EQ(answer.status, 200) << path << ": " << answer.body;
  return answer.json();
}

Answer Stage::at_platform(const std::string& method, const std::string& path, std::string body) {
  return request({.method = method,
                  .url = settings_.elevenlabs_url + path,
                  .headers = {{"xi-api-key", settings_.elevenlabs_key}},
                  .body = std::move(body)});
}

Json Stage::ledger() {
  return Json::parse(sandbox_->ledger());
}

std::size_t Stage::rings() {
  return ledger()["rings"].size();
}

}  // namespace pl::testing
