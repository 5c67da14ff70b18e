// For tests: a running sandbox, and a small server in the place of Party Line that remembers what
// it was sent and answers what it was told.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "locks/mutex.h"
#include "net/http_client.h"
#include "net/http_server.h"
#include "sandbox/json.h"
#include "sandbox/sandbox.h"

namespace pl::sandbox {

class PartyLineDouble {
 public:
  PartyLineDouble();
  ~PartyLineDouble() { server_->stop(); }

  std::string url(const std::string& path) const;
  // The next answers to `path`; 200 and {} when none are left.
  void will_answer(const std::string& path, int status, const std::string& body);
  // The next request to `path` is never answered.
  void will_be_silent(const std::string& path) { will_answer(path, 0, ""); }
  std::vector<net::Request> requests(const std::string& path);

 private:
  void on_request(net::Request request, net::HttpServer::Reply reply);

  Mutex mutex_;
  std::vector<net::Request> requests_ PL_GUARDED_BY(mutex_);
  std::map<std::string, std::deque<net::Response>> answers_ PL_GUARDED_BY(mutex_);
  std::vector<net::HttpServer::Reply> never_ PL_GUARDED_BY(mutex_);
  std::unique_ptr<net::HttpServer> server_;
};

class SandboxFixture : public ::testing::Test {
 protected:
  void SetUp() override {
    start(Pace{Millis(1), Millis(2), Millis(1), Millis(2), Millis(3), Millis(4)});
  }
  // Starts the sandbox anew, faster or slower.
  void start(const Pace& pace);

  Result<net::ClientAnswer> send(const std::string& method, const std::string& url,
                                 const std::string& body, std::vector<net::Header> headers = {});
  Result<net::ClientAnswer> send_as(const std::string& content_type, const std::string& method,
                                    const std::string& url, const std::string& body,
                                    std::vector<net::Header> headers);
  // To the platform, with the key.
  Result<net::ClientAnswer> platform(const std::string& method, const std::string& path,
                                     const Json& body = nullptr);
  // To the control API; fails the test when it is refused.
  Json control(const std::string& method, const std::string& path, const Json& body = nullptr);

  // What Party Line would send, with a scene that asks `questions` under "Still to ask:".
  Json dial_body(const std::string& number, const std::string& questions = "");
  // Dials and returns the conversation's id.
  std::string dial(const Json& body);
  Json conversation(const std::string& id);
  Json ledger() { return parse_json(sandbox_->ledger()); }
  // Asks the ledger until `holds` of it, and fails the test after a bounded time.
  Json wait_for(const std::function<bool(const Json& ledger)>& holds);
  // Waits until the conversation is done or failed and its webhook has been answered.
  Json wait_for_end(const std::string& id);

  PartyLineDouble party_line_;
  std::unique_ptr<Sandbox> sandbox_;
  std::unique_ptr<net::HttpClient> client_;
};

std::vector<std::string> messages_of(const Json& conversation, const std::string& role);

}  // namespace pl::sandbox
