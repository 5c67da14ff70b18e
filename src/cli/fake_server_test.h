// A server for tests of commands: it answers by a list of routes, and remembers what it was asked.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "cli/session.h"

namespace pl::cli {

struct FakeServer {
  struct Given {
    int status = 200;
    std::string body;
    std::vector<net::Header> headers = {};
  };

  // What is answered to "METHOD /path?query", one after the other; the last one again and again.
  std::map<std::string, std::deque<Result<Given>>> routes;
  std::vector<net::ClientRequest> asked;

  void on(const std::string& route, const std::string& body, int status = 200) {
    routes[route].push_back(Given{status, body});
  }
  void on(const std::string& route, Given given) { routes[route].push_back(std::move(given)); }
  void lose(const std::string& route, Code code) {
    routes[route].push_back(fail(code, "request to 127.0.0.1: Connection refused"));
  }

  // "METHOD /path?query" of each request.
  std::vector<std::string> log() const {
    std::vector<std::string> lines;
    for (const net::ClientRequest& request : asked) lines.push_back(route_of(request));
    return lines;
  }

  Transport transport() {
    return [this](const net::ClientRequest& request) -> Result<net::ClientAnswer> {
      asked.push_back(request);
      auto found = routes.find(route_of(request));
      if (found == routes.end()) {
        ADD_FAILURE() << "nobody expected " << route_of(request);
        return net::ClientAnswer{.status = 404, .headers = {}, .body = R"({"detail":"what?"})"};
      }
      auto& answers = found->second;
      const Result<Given> given = answers.front();
      if (answers.size() > 1) answers.pop_front();
      if (!given) return fail(given.error().code, given.error().message);
      return net::ClientAnswer{
          .status = given->status, .headers = given->headers, .body = given->body};
    };
  }

 private:
  static std::string route_of(const net::ClientRequest& request) {
    return request.method + " " + request.url.substr(std::string("http://server").size());
  }
};

// A session with it: what was printed, how often it waited, and what a person types.
struct FakeSession {
  FakeServer server;
  ApiClient api{"http://server", "key", server.transport()};
  std::string out;
  std::string err;
  std::vector<Millis> waits;
  std::size_t patience = 1000;  // waits until the person has enough
  std::optional<std::string> typed;
  int keys = 0;
  UtcTime now = from_ms(1'795'000'000'000);
  Session session{.api = api,
                  .out = [this](std::string_view text) { out += text; },
                  .err = [this](std::string_view text) { err += text; },
                  .wait =
                      [this](Millis time) {
                        waits.push_back(time);
                        now += time;
                        return waits.size() < patience;
                      },
                  .now = [this] { return now; },
                  .fresh_key = [this] { return "fresh-" + std::to_string(++keys); },
                  .typed = [this] { return typed; }};
};

inline constexpr const char* kAda = "clr_01m81qfvzn9wp1fmbn6jq8b917";
inline const std::string kAdaJson =
    R"({"channels":{"telegram_chat_id":"42"},"consent":{"at":"2026-11-22T13:18:31.570Z",)"
    R"("source":"signup form","text":true,"voice":true,"wording":"v3"},"context":{"plan":"gold"},)"
    R"("created_at":"2026-11-22T13:18:31.570Z","id":"clr_01m81qfvzn9wp1fmbn6jq8b917",)"
    R"("line":"nikita","name":"Ada","number":"+41780000021","opted_out_at":null,"outreaches":[],)"
    R"("profile":{"hobbies":["chess","baking"],"intensity":3},"stage":"new",)"
    R"("timezone":"Europe/Zurich","updated_at":"2026-11-22T13:18:31.570Z"})";

}  // namespace pl::cli
