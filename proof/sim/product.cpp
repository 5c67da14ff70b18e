#include "sim/product.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/requests.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

constexpr Millis kAskedAgain = 7s;  // after an answer that promises nothing
constexpr int kTries = 6;
constexpr int kTriesToIntroduce = 100'000;
constexpr Millis kOnThePhone = 2min;  // until they are asked for again
constexpr int kTriesToErase = 60;

std::string consent(bool voice, bool text) {
  return fmt::format(R"("consent":{{"voice":{},"text":{},"source":"signup"}})", voice, text);
}

// The first id with that prefix in a body.
std::string id_in(const std::string& body, const std::string& prefix) {
  const auto at = body.find("\"" + prefix);
  if (at == std::string::npos) {
    // A conflict names it in its words.
    const auto named = body.find(prefix);
    return named == std::string::npos ? "" : body.substr(named, prefix.size() + 26);
  }
  return body.substr(at + 1, prefix.size() + 26);
}

// The first plan that is started by request alone; null if the line has none.
const core::Plan* plan_to_ask_for(const core::Line& line) {
  const auto found = std::find_if(
      line.outreach.begin(), line.outreach.end(),
      [](const core::Plan& plan) { return !plan.is_onboarding() && !plan.is_handover(); });
  return found == line.outreach.end() ? nullptr : &*found;
}

}  // namespace

void Product::ask(std::string method, std::string path, std::string body, Then then) {
  if (stage_.recorder != nullptr) stage_.recorder->api(method, path, body);
  net::Request request{.method = std::move(method), .path = std::move(path)};
  request.headers = {{"Authorization", "Bearer " + kApiKey}};
  request.body = std::move(body);
  stage_.server.request(std::move(request), std::move(then));
}

void Product::persist(std::string method, std::string path, std::string body, int tries,
                      Then then) {
  ask(method, path, body,
      [this, method, path, body, tries, then = std::move(then)](const net::Response& response) {
        const bool certain = response.status != 0 && response.status < 500;
        if (certain && then) then(response);
        if (certain || tries == 0) return;
        stage_.time.after(kAskedAgain, [this, method, path, body, tries, then] {
          persist(method, path, body, tries - 1, then);
        });
      });
}

void Product::introduce(int person) {
  const PersonState& them = stage_.state_of(person);
  std::string body = fmt::format(R"({{"number":"{}","name":"Person{}",{})", them.number, person,
                                 consent(them.person.voice, them.person.text));
  if (them.person.zone_known) body += fmt::format(R"(,"timezone":"{}")", them.person.zone);
  if (them.person.telegram) {
    body += fmt::format(R"(,"channels":{{"telegram_chat_id":"{}"}})", 1'000'000 + person);
  }
  body += "}";
  persist("POST", "/v1/callers", body, kTriesToIntroduce, [this, person](const auto& response) {
    stage_.state_of(person).id = id_in(response.body, "clr_");
    if (stage_.state_of(person).id.empty()) {
      stage_.complain("API", "a person could not be registered: " + response.body);
    }
  });
}

void Product::perform(const Fact& fact) {
  if (fact.how == How::kResolve) return resolve_everything();
  const PersonState& them = stage_.state_of(fact.caller);
  const std::string self = "/v1/callers/" + them.id;
  const auto post = [&](const std::string& path, std::string body = "") {
    persist("POST", path, std::move(body), kTries, nullptr);
  };
  const auto patch = [&](std::string body) {
    persist("PATCH", self, std::move(body), kTries, nullptr);
  };
  if (them.id.empty()) {  // not registered yet, because the server was away
    stage_.time.after(kAskedAgain, [this, fact] { perform(fact); });
    return;
  }
  switch (fact.how) {
    case How::kOnboard:
      return post(self + "/onboarding");
    case How::kCheckIn:
      if (const core::Plan* const plan = plan_to_ask_for(stage_.line)) {
        post(self + "/outreaches", fmt::format(R"({{"plan":"{}"}})", plan->name.text));
      }
      return;
    case How::kSkip:
      return post(self + "/skip");
    case How::kOptOut:
      return post(self + "/opt-out");
    case How::kOptIn:
      return post(self + "/opt-in");
    case How::kClose:
      return patch(R"({"stage":"closed"})");
    case How::kNewNumber:
      return change_number(fact.caller);
    case How::kNoConsent:
      return patch("{" + consent(false, them.person.text) + "}");
    case How::kConsent:
      return patch("{" + consent(true, them.person.text) + "}");
    case How::kErase:
      return erase(fact.caller, kTriesToErase);
    case How::kCancel:
    case How::kRetry: {
      if (them.outreaches.empty()) return;
      const std::string id = them.outreaches.back().id;
      return post("/v1/outreaches/" + id + (fact.how == How::kCancel ? "/cancel" : "/retry"));
    }
    default:
      return;
  }
}

// The old number is nobody's then.
void Product::change_number(int person) {
  PersonState& them = stage_.state_of(person);
  std::string number = them.number;
  number[number.size() - 4] = static_cast<char>('0' + (number[number.size() - 4] - '0' + 5) % 10);
  stage_.by_number[number] = person;
  const std::string body =
      fmt::format(R"({{"number":"{}",{}}})", number, consent(them.person.voice, them.person.text));
  persist("PATCH", "/v1/callers/" + them.id, body, kTries,
          [this, person, number](const net::Response& response) {
            if (response.status == 200) stage_.state_of(person).number = number;
          });
}

void Product::erase(int person, int tries) {
  const std::string self = "/v1/callers/" + stage_.state_of(person).id;
  persist("DELETE", self, "", kTries, [this, person, tries](const net::Response& response) {
    if (response.status != 409 || tries == 0) return;
    stage_.coverage.sometimes(Sometimes::kErasureRefused);
    stage_.time.after(kOnThePhone, [this, person, tries] { erase(person, tries - 1); });
  });
}

void Product::resolve_everything() {
  const std::vector<std::string> open(stage_.open_attention.begin(), stage_.open_attention.end());
  for (const std::string& id : open)
    persist("POST", "/v1/attention/" + id + "/resolve", "", kTries, nullptr);
}

}  // namespace pl::sim
