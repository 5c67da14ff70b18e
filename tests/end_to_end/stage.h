// The server and the sandbox over real sockets, in a temporary folder, with the line that ships
// with the program at a pace that tests can wait for.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/server.h"
#include "child_server.h"
#include "host/zone_files.h"
#include "net/http_client.h"
#include "sandbox/sandbox.h"

#include "../support/source_folder.h"

namespace pl::testing {

using Json = nlohmann::json;

inline constexpr std::int64_t kChat = 4242;
inline const std::string kLineNumber = "+41780000000";
inline const std::string kAnna = "+41780000001";
inline const std::string kStranger = "+12125550123";

struct StageOptions {
  // The server is a child process, which can be killed.
  bool own_process = false;
  // In line.yaml, besides those that every stage makes: text -> what replaces it.
  std::map<std::string, std::string> edits;
  std::vector<std::string> arguments{};  // more of them, for an own_process
  std::string operator_chat{};           // besides kChat, the sandbox's Telegram knows it
  sandbox::Pace pace{.turn = Millis(5),
                     .ring = Millis(60),
                     .busy = Millis(20),
                     .processing = Millis(20),
                     .no_answer = Millis(100)};
};

// For stories in which it does not matter how often a callback is tried.
inline const std::map<std::string, std::string> kOneRetry{{"retry: [5s, 15s, 45s]", "retry: [1s]"}};

// What a server of the tests finds in its environment; each value can be looked for.
std::map<std::string, std::string> account();

std::string new_folder();  // an empty one, which nobody removes
std::string read_file(const std::string& path);

struct Answer {
  int status = 0;  // 0: there was none
  std::string content_type;
  std::string body;
  Millis took{0};
  Json json() const { return Json::parse(body, nullptr, false); }
};

class Stage {
 public:
  explicit Stage(StageOptions options = {});
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  void start_server();  // after kill_server(); on the same database
  void kill_server();   // kill -9; own_process only
  // Replaces text in the line's line.yaml, and has the server read it again. An own_process is
  // asked to, and may refuse; otherwise it is done, or the test fails.
  void reload_line(const std::map<std::string, std::string>& edits);
  std::string server_log() const;  // own_process only
  // All that the test has sent, and was answered.
  const std::string& said() const { return said_; }
  pid_t server_pid() const { return process_->pid(); }  // own_process only
  int port() const { return port_; }
  std::string database() const { return folder_ + "/partyline.db"; }
  const app::ServerSettings& settings() const { return settings_; }
  std::string api_key() const { return settings_.api_keys.front(); }
  const std::map<std::string, std::string>& environment() const { return environment_; }

  // One request to the server as it is, to its API, to the sandbox.
  Answer send(const std::string& method, const std::string& path,
              std::vector<net::Header> headers = {}, std::string body = "");
  Answer api(const std::string& method, const std::string& path, std::string body = "");
  Json must(const std::string& method, const std::string& path, const Json& body = Json::object());
  Json control(const std::string& path, const Json& body, const std::string& method = "POST");
  Json ledger();
  Answer at_platform(const std::string& method, const std::string& path, std::string body = "");

  std::string register_caller(const std::string& number, const std::string& name,
                              const Json& more = Json::object());
  // Starts the caller's onboarding; the id of the outreach.
  std::string onboard(const std::string& caller);
  Json caller(const std::string& id) { return must("GET", "/v1/callers/" + id); }
  std::vector<Json> journal();
  // The newest outreach of that plan; empty while there is none.
  std::string outreach_of(const std::string& caller, const std::string& plan);
  // The state of that outreach; "" while there is none.
  std::string state_of(const std::string& caller, const std::string& plan);
  Json outreach(const std::string& caller, const std::string& plan);
  std::vector<Json> open_attention();
  std::size_t rings();

  // Polls until it holds; fails the test, with the journal, when it does not in time.
  bool wait_for(const std::string& what, const std::function<bool()>& holds,
                Millis patience = Millis(20'000));
  bool wait_for_state(const std::string& caller, const std::string& plan, const std::string& state);

 private:
  void edit_line(const std::map<std::string, std::string>& edits);
  void copy_line(const std::map<std::string, std::string>& edits);
  std::vector<std::string> arguments() const;  // of an own_process
  Answer request(net::ClientRequest request);
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

  StageOptions options_;
  std::string folder_;
  std::map<std::string, std::string> environment_;
  app::ServerSettings settings_;
  std::unique_ptr<host::ZoneFiles> zones_;
  std::unique_ptr<net::HttpClient> client_;
  std::unique_ptr<sandbox::Sandbox> sandbox_;
  std::unique_ptr<app::Server> server_;
  std::unique_ptr<Process> process_;
  std::string said_;
  int port_ = 0;
};

}  // namespace pl::testing
