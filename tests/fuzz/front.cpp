// Everything that speaks HTTP to us, one request after the other, before one engine and store.
//
// Requests are separated by a line "---". Each is a request line without its version, headers, an
// empty line and a body. What proves where it comes from is put in unless the request brings its
// own; "POST /wait/5000" is no request: five seconds go by, and what is due then happens.
#include <spdlog/spdlog.h>

#include <charconv>

#include "../support/small_world.h"
#include "engine/tools.h"
#include "entry.h"
#include "http/front.h"
#include "net/request_reader.h"
#include "net/response_bytes.h"
#include "platforms/elevenlabs/doors.h"
#include "platforms/elevenlabs/signature.h"
#include "platforms/telegram/doors.h"
#include "platforms/twilio/doors.h"
#include "platforms/twilio/signature.h"
#include "wire/json.h"

namespace pl::fuzz {
namespace {

const std::string kInitiation = "initiation-secret-1234";
const std::string kTools = "tools-secret-123456789";
const std::string kEvents = "events-secret-12345678";
const std::string kKey = "pl_api-key-1234567890";
const std::string kTwilio = "twilio-token-1234567890";
const std::string kTelegram = "telegram-secret-1234567";
const std::string kUrl = "https://voice.example.com";

constexpr int kRequests = 20;

class Stage {
 public:
  Stage() {
    world_.store.immediate = true;
    spdlog::set_level(spdlog::level::off);
  }

  void play(std::string_view script) {
    std::string_view rest = script;
    const std::string_view target = take_until(rest, "\n");
    constexpr std::string_view kWait = "POST /wait/";
    if (target.starts_with(kWait)) return wait(target.substr(kWait.size()));
    auto request = read(target, rest);
    if (!request) return;
    prove(*request);
    const net::Response first = ask(*request);
    if (!request->header("Idempotency-Key") || first.status >= 300) return;
    const net::Response second = ask(*request);
    if (second.status < 300 && request->method == "POST") PL_CHECK(second.body == first.body);
  }

 private:
  // As the server would read it; empty for what it refuses.
  std::optional<net::Request> read(std::string_view target, std::string_view rest) {
    std::string bytes(target);
    bytes += " HTTP/1.1\r\nHost: h\r\n";
    for (auto line = take_until(rest, "\n"); !line.empty(); line = take_until(rest, "\n")) {
      bytes.append(line).append("\r\n");
    }
    bytes += "Content-Length: " + std::to_string(rest.size()) + "\r\n\r\n";
    bytes += rest;
    using Step = net::RequestReader::Step;
    net::RequestReader reader({}, "192.0.2.1");
    if (reader.read_head(bytes) != Step::kReady) return std::nullopt;
    if (reader.allow_body(front_.body_limit(reader.head())) != Step::kReady) return std::nullopt;
    if (reader.read_body(bytes) != Step::kReady) return std::nullopt;
    return reader.take();
  }

  void prove(net::Request& request) const {
    const auto add = [&](const char* name, const std::string& value) {
      if (!request.header(name)) request.headers.push_back({name, value});
    };
    if (request.path.starts_with("/v1/")) add("Authorization", "Bearer " + kKey);
    if (request.path == "/metrics") add("Authorization", "Bearer " + kKey);
    if (request.path == "/elevenlabs/initiation") add("X-Partyline-Secret", kInitiation);
    if (request.path.starts_with("/elevenlabs/tools/")) add("X-Partyline-Secret", kTools);
    if (request.path == "/elevenlabs/events") {
      add("ElevenLabs-Signature", platforms::sign(request.body, kEvents, world_.clock.time));
    }
    if (request.path == "/telegram/updates") add("X-Telegram-Bot-Api-Secret-Token", kTelegram);
    const auto form = wire::read_form(request.body);
    if (!request.path.starts_with("/twilio/") || !form) return;
    const std::string query = request.query.empty() ? "" : "?" + request.query;
    add("X-Twilio-Signature",
        platforms::twilio_signature(kUrl + request.path + query, *form, kTwilio));
  }

  net::Response ask(const net::Request& request) {
    std::vector<net::Response> answers;
    front_.serve(request, [&](net::Response given) { answers.push_back(std::move(given)); });
    PL_CHECK(answers.size() == 1);  // the store is as fast as the call itself
    check(request, answers.front());
    world_.engine.pump([](const Result<std::optional<UtcTime>>& next) { PL_CHECK(next); });
    return std::move(answers.front());
  }

  void check(const net::Request& request, const net::Response& answer) {
    PL_CHECK(answer.status >= 200 && answer.status < 500);
    const std::string sent = net::response_bytes(answer, net::SendBody::kYes,
                                                 net::AfterAnswer::kClose, world_.clock.time);
    PL_CHECK(sent.starts_with("HTTP/1.1 " + std::to_string(answer.status)));
    const bool is_json = answer.content_type.find("json") != std::string::npos;
    if (is_json) PL_CHECK(wire::read_json(answer.body, answer.body.size()).has_value());
    if (answer.status >= 400) PL_CHECK(answer.content_type == "application/problem+json");
    // Whoever knows the secret speaks for somebody on the phone, and is never refused.
    if (request.path == "/elevenlabs/initiation") {
      PL_CHECK(answer.status == 200 || answer.status == 401 || answer.status == 405);
    }
    PL_CHECK(answer.body.find(engine::tool_trouble().say) == std::string::npos);
    if (answer.more) answer.more([](const net::Part&) {});
  }

  void wait(std::string_view ms) {
    std::uint32_t number = 0;
    std::from_chars(ms.data(), ms.data() + ms.size(), number);
    world_.clock.time += Millis(number);
    world_.timer.fire();
    world_.engine.pump([](const Result<std::optional<UtcTime>>& next) { PL_CHECK(next); });
  }

  testing::SmallWorld world_;
  http::Metrics metrics_;
  http::Front front_{
      world_.engine,
      {kKey},
      {platforms::elevenlabs_doors(world_.engine, {{kInitiation}, {kTools}, {kEvents}},
                                   world_.timer.taker()),
       platforms::twilio_doors(world_.engine, {kUrl, {kTwilio}}),
       platforms::telegram_doors(world_.engine, {kTelegram})},
      world_.timer.taker(),
      [] { return http::Health(); },
      {.metrics = &metrics_}};
};

}  // namespace

void try_bytes(std::string_view bytes) {
  Stage stage;
  for (int i = 0; i < kRequests && !bytes.empty(); ++i) stage.play(take_until(bytes, "\n---\n"));
}

}  // namespace pl::fuzz
