// What the server's log never holds, whatever happens: numbers, names, secrets, what was said or
// written. In both of its formats, and in every line that any level would show.
#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

#include "app/log_format.h"
#include "stage.h"

namespace pl::testing {
namespace {

const std::string kPhilippa = "+41780000001";
const std::string kOttilie = "+41780000002";
const std::string kOperators = "777000111";

StageOptions everything_on(std::vector<std::string> arguments = {}, bool own_process = true) {
  auto edits = kOneRetry;
  edits["text: [telegram]"] = "text: [telegram, sms]";
  return {.own_process = own_process,
          .edits = edits,
          .arguments = std::move(arguments),
          .operator_chat = kOperators};
}

// What must not be found afterwards is added to `planted`.
using Planted = std::vector<std::string>;

void add_keys_and_endpoints(Stage& stage, Planted& planted) {
  const Json key = stage.must("POST", "/v1/keys", {{"name", "crm"}, {"scopes", {"read", "erase"}}});
  planted.push_back(key["token"]);
  const net::Header bearer{"Authorization", "Bearer " + planted.back()};
  EXPECT_EQ(stage.send("GET", "/v1/calls", {bearer}).status, 200);
  EXPECT_EQ(stage.send("POST", "/v1/callers", {bearer}, R"({"name":"Ottilie"})").status, 403);
  const std::string id = key["id"];
  stage.must("DELETE", "/v1/keys/" + id);
  EXPECT_EQ(stage.send("GET", "/v1/calls", {bearer}).status, 401);
  const Json endpoint = stage.must("POST", "/v1/endpoints",
                                   {{"url", "https://localhost:1024/planted-path?planted-token"}});
  const std::string hook = endpoint["id"];
  const Json rotated = stage.must("POST", "/v1/endpoints/" + hook + "/rotate");
  for (const Json& shown : {endpoint, rotated}) {
    planted.push_back(shown["secret"].get<std::string>().substr(std::string("whsec_").size()));
  }
  planted.insert(planted.end(), {"planted-path", "planted-token"});
}

// Philippa is onboarded through every kind of trouble, called back in vain, and texted.
std::string make_a_journey(Stage& stage) {
  stage.control(
      "/sandbox/people",
      {{"number", kPhilippa},
       {"name", "Philippa"},
       {"behaviours", {"answer", "busy"}},
       {"answers", {{"occupation", "glassblower"}, {"timezone", {"Atlantis", "Europe/Zurich"}}}}});
  stage.control("/sandbox/faults", {{"target", "list"}, {"kind", "refuse"}, {"status", 500}});
  stage.control("/sandbox/faults", {{"target", "dial"}, {"kind", "drop_reply"}});
  stage.control("/sandbox/faults", {{"target", "telegram"}, {"kind", "refuse"}, {"status", 401}});
  stage.control("/sandbox/faults", {{"target", "sms"}, {"kind", "drop_reply"}});
  std::string caller = stage.register_caller(kPhilippa, "Philippa");
  stage.onboard(caller);
  EXPECT_TRUE(stage.wait_for("the journey is over", [&] {
    const std::string state = stage.state_of(caller, "handoff");
    return state == "texted" || state == "failed";
  }));
  stage.control("/sandbox/inbound", {{"from", kPhilippa}, {"to", kLineNumber}});
  return caller;
}

void knock_wrongly(Stage& stage) {
  const auto& secrets = stage.settings().secrets;
  const std::string cut = R"({"agent_id":"agent_test","called_number":"+41780000000",)"
                          R"("caller_id":")" +
                          kPhilippa + R"(","name":"Philippa","x":)";
  const net::Header initiation{"X-Partyline-Secret", secrets.initiation.front()};
  const net::Header tools{"X-Partyline-Secret", secrets.tools.front()};
  const net::Header guess{"X-Partyline-Secret", "guessed-secret-Philippa"};
  const std::string odd = R"({"+41780000001":{"Philippa Muster":1},"x":{"y":1}})";
  const auto status = [&](const std::string& path, const net::Header& header,
                          const std::string& body) {
    return stage.send("POST", path, {header}, body).status;
  };
  EXPECT_EQ(status("/elevenlabs/initiation", initiation, cut), 200);
  EXPECT_EQ(status("/elevenlabs/initiation", initiation, R"({"agent_id":{"Philippa":"x"}})"), 200);
  EXPECT_EQ(status("/elevenlabs/initiation", guess, cut + "1}"), 401);
  EXPECT_EQ(status("/elevenlabs/tools/Philippa", tools, cut), 200);
  EXPECT_EQ(status("/elevenlabs/tools/collect_profile", tools, odd), 200);
  EXPECT_EQ(status("/elevenlabs/events", {"ElevenLabs-Signature", "t=1,v0=planted-mac"}, cut), 401);
  EXPECT_EQ(stage.api("POST", "/v1/callers", cut).status, 400);
  EXPECT_EQ(stage.api("POST", "/v1/callers", R"({"Philippa Muster":"glassblower"})").status, 400);
  EXPECT_EQ(stage.api("GET", "/v1/callers?number=" + kPhilippa + "&Philippa=%zz").status, 400);
}

void write_to_it(Stage& stage, Planted& planted) {
  const net::Header named{"Idempotency-Key", "planted-idempotency-key"};
  const net::Header bearer{"Authorization", "Bearer " + stage.api_key()};
  const std::string ottilie = Json{{"number", kOttilie}, {"name", "Ottilie"}}.dump();
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(stage.send("POST", "/v1/callers", {bearer, named}, ottilie).status, 201);
  }
  const auto sms = [&](const std::string& from, const std::string& body) {
    stage.control("/sandbox/sms", {{"from", from}, {"to", kLineNumber}, {"body", body}});
  };
  sms(kStranger, "planted-words of a stranger");
  sms(kPhilippa, "planted-words of Philippa");
  sms(kOttilie, "STOP");
  const net::Header telegram{"X-Telegram-Bot-Api-Secret-Token", "planted-telegram-secret-0009"};
  const std::string update =
      R"({"update_id":1,"message":{"message_id":2,"date":3,"text":"planted-telegram-words",)"
      R"("from":{"id":4242,"first_name":"Philippa"},"chat":{"id":4242,"type":"private"}}})";
  EXPECT_EQ(stage.send("POST", "/telegram/updates", {telegram}, update).status, 204);
  EXPECT_EQ(stage.send("POST", "/telegram/updates", {telegram}, update.substr(9)).status, 400);
  EXPECT_EQ(
      stage.send("POST", "/telegram/updates", {{telegram.name, "planted-guess"}}, update).status,
      401);
  EXPECT_EQ(stage
                .send("POST", "/twilio/messages", {{"X-Twilio-Signature", "planted-signature"}},
                      "MessageSid=SM1&From=%2B41780000001&To=%2B41780000000&Body=planted-forgery")
                .status,
            401);
  EXPECT_TRUE(stage.wait_for("the texts have come", [&] {
    std::size_t answered = 0;
    const Json ledger = stage.ledger();
    for (const Json& one : ledger["webhooks"]) {
      answered += one["kind"] == "sms_incoming" && one["status"] == 200 ? 1 : 0;
    }
    return answered == 3;
  }));
  planted.insert(planted.end(), {"planted-idempotency-key", "Ottilie", kOttilie, kStranger,
                                 "planted-words", "planted-telegram-words", "planted-guess",
                                 "planted-signature", "planted-forgery"});
}

void forget(Stage& stage, const std::string& caller) {
  EXPECT_EQ(stage.api("GET", "/v1/callers/" + caller + "/export").status, 200);
  Answer erased;
  EXPECT_TRUE(stage.wait_for("no call is live, and she is erased", [&] {
    erased = stage.api("DELETE", "/v1/callers/" + caller);
    return erased.status == 200;
  }));
  const std::string receipt = erased.json().value("id", "");
  EXPECT_TRUE(stage.wait_for("the platform has forgotten too", [&] {
    return stage.must("GET", "/v1/erasures/" + receipt)["complete"] == true;
  }));
}

// All that can happen, happens. What must not be in the log after it, each of which was really
// said, sent or stored.
Planted live_through_everything(Stage& stage) {
  Planted planted{kPhilippa,        "Philippa",    "glassblower",  "Atlantis",
                  "my friend",      "4242",        "Meta-Nikita",  kOperators,
                  "guessed-secret", "planted-mac", stage.api_key()};
  for (const auto& [name, value] : stage.environment()) {
    if (name != "ELEVENLABS_AGENT_ID" && name != "ELEVENLABS_PHONE_NUMBER_ID") {
      planted.push_back(value);
    }
  }
  add_keys_and_endpoints(stage, planted);
  const std::string caller = make_a_journey(stage);
  knock_wrongly(stage);
  write_to_it(stage, planted);
  EXPECT_TRUE(stage.wait_for("operators are told of the wrong secret", [&] {
    const Json ledger = stage.ledger();
    for (const Json& text : ledger["texts"]) {
      if (text["chat_id"] == std::stoll(kOperators)) return true;
    }
    return false;
  }));
  std::string known = stage.said() + stage.ledger().dump();
  for (const auto& [name, value] : stage.environment()) known += value + "\n";
  for (const char* suffix : {"", "-wal"}) known += read_file(stage.database() + suffix);
  for (const std::string& text : planted) {
    EXPECT_NE(known.find(text), std::string::npos) << text << " was never there to leak";
  }
  forget(stage, caller);
  // Parts of numbers are as bad, and so is whatever else was planted.
  planted.insert(planted.end(), {"0000001", "0000002", "2125550123", "planted-"});
  return planted;
}

void expect_none_of(const Planted& planted, const std::string& log) {
  EXPECT_NE(log.find("a tool call could not be read"), std::string::npos) << "there is a log";
  for (const std::string& text : planted) {
    EXPECT_EQ(log.find(text), std::string::npos) << text << " is in the log:\n" << log;
  }
}

TEST(Log, HoldsNoNumberNoNameNoSecretAndNothingThatWasSaid) {
  Stage stage(everything_on());
  const Planted planted = live_through_everything(stage);
  expect_none_of(planted, stage.server_log());
}

TEST(Log, AsJsonHoldsNoMoreAndNothingElse) {
  Stage stage(everything_on({"--json-log"}));
  const Planted planted = live_through_everything(stage);
  expect_none_of(planted, stage.server_log());
  std::istringstream lines(stage.server_log());
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(Json::parse(line, nullptr, false).is_object()) << line;
  }
}

// While it lives, whatever this process logs at any level.
class EveryLine {
 public:
  EveryLine() {
    const auto plain = std::make_shared<spdlog::sinks::ostream_sink_mt>(plain_);
    const auto json = std::make_shared<spdlog::sinks::ostream_sink_mt>(json_);
    json->set_formatter(app::json_log_format());
    const auto logger =
        std::make_shared<spdlog::logger>("all", spdlog::sinks_init_list{plain, json});
    logger->set_level(spdlog::level::trace);
    spdlog::set_default_logger(logger);
  }
  ~EveryLine() { spdlog::set_default_logger(before_); }

  // Once nobody logs any more.
  std::string text() const { return plain_.str() + json_.str(); }

 private:
  const std::shared_ptr<spdlog::logger> before_ = spdlog::default_logger();
  std::ostringstream plain_;
  std::ostringstream json_;
};

TEST(Log, AtItsMostTalkativeHoldsNoMoreInEitherFormat) {
  const EveryLine log;
  Planted planted;
  {
    Stage stage(everything_on({}, false));
    planted = live_through_everything(stage);
  }
  expect_none_of(planted, log.text());
}

}  // namespace
}  // namespace pl::testing
