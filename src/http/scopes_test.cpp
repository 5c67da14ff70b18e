// Every route of the API, and who may use it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <fmt/format.h>
#include <cstdlib>

#include <algorithm>
#include <fstream>

#include "../../tests/support/front_stage.h"
#include "http/api_route.h"
#include "http/front.h"
#include "http/openapi.h"
#include "wire/signature.h"

namespace pl::http {
namespace {

using namespace pl::testing;
using ports::Scope;

std::string token_with(FrontStage& stage, Scope scope) {
  const auto made = stage.api(
      "POST", "/v1/keys", R"({"name":"test","scopes":[")" + std::string(text_of(scope)) + R"("]})");
  EXPECT_EQ(made.status, 201) << made.body;
  return json_of(made).value("token", "");
}

// The route with an id that is well-formed and belongs to nobody.
std::string path_of(const Route& route) {
  std::string path = "/v1/" + std::string(route.path);
  const std::size_t place = path.find("{id}");
  if (place == std::string::npos) return path;
  const auto id = [&]() -> std::string {
    if (route.path.starts_with("callers")) return sample_id<core::CallerId>(99).text();
    if (route.path.starts_with("outreaches")) return sample_id<core::OutreachId>(99).text();
    if (route.path.starts_with("calls")) return sample_id<core::CallId>(99).text();
    if (route.path.starts_with("attention")) return sample_id<core::AttentionId>(99).text();
    if (route.path.starts_with("keys")) return sample_id<core::ApiKeyId>(99).text();
    if (route.path.starts_with("endpoints")) return sample_id<core::EndpointId>(99).text();
    if (route.path.starts_with("deliveries")) return sample_id<core::DeliveryId>(99).text();
    return sample_id<core::ErasureId>(99).text();
  }();
  return path.replace(place, 4, id);
}

int status(FrontStage& stage, const Route& route, const std::string& token,
           const std::string& body = "") {
  std::vector<net::Header> headers;
  if (!token.empty()) headers = {{"Authorization", "Bearer " + token}};
  return stage.serve(std::string(route.method), path_of(route), headers, body).status;
}

TEST(Scopes, EveryRouteRefusesWhoMayNotUseIt) {
  FrontStage stage;
  std::map<Scope, std::string> tokens;
  for (const Scope scope : kEvery<ports::Scope>) tokens[scope] = token_with(stage, scope);
  std::string table = "| route | scope | no key | other scope | malformed body | valid key |\n";
  for (const Route& route : stage.front.routes()) {
    stage.world.clock.time += std::chrono::seconds(10);  // so that nobody asks too often
    SCOPED_TRACE(std::string(route.method) + " " + std::string(route.path));
    EXPECT_EQ(status(stage, route, ""), 401);
    EXPECT_EQ(status(stage, route, "pl_nobody's"), 401);
    for (const Scope scope : kEvery<ports::Scope>) {
      const bool may = scope == route.scope || scope == Scope::kAdmin;
      const int given = status(stage, route, tokens[scope]);
      EXPECT_EQ(given == 403, !may) << text_of(scope) << " gets " << given;
      EXPECT_NE(given, 401);
      EXPECT_LT(given, 500);
    }
    const int malformed = status(stage, route, kApiKey, "{\"x\":");
    EXPECT_LT(malformed, 500);
    table += fmt::format("| {} /v1/{} | {} | 401 | 403 | {} | {} |\n", route.method, route.path,
                         text_of(route.scope), malformed, status(stage, route, kApiKey));
  }
  if (const char* const file = std::getenv("PARTYLINE_ROUTE_TABLE")) std::ofstream(file) << table;
}

TEST(Scopes, TheDescriptionNamesEveryRouteAndNoOther) {
  FrontStage stage;
  const auto document = nlohmann::json::parse(openapi());
  std::map<std::string, std::string> described;
  for (const auto& [path, item] : document["paths"].items()) {
    if (!path.starts_with("/v1/")) continue;
    for (const auto& [method, operation] : item.items()) {
      if (method == "parameters") continue;
      described[method + " " + path] = operation.value("x-scope", "");
    }
  }
  std::map<std::string, std::string> served;
  for (const Route& route : stage.front.routes()) {
    std::string method(route.method);
    std::transform(method.begin(), method.end(), method.begin(), ::tolower);
    served[method + " /v1/" + std::string(route.path)] = text_of(route.scope);
  }
  EXPECT_EQ(described, served);
}

TEST(Scopes, TheDescriptionIsServedToEverybody) {
  FrontStage stage;
  const auto answer = stage.serve("GET", "/openapi.json");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(json_of(answer)["openapi"], "3.1.0");
}

TEST(Keys, ATokenIsShownOnceAndWorksUntilItIsRevoked) {
  FrontStage stage;
  const auto made = stage.api("POST", "/v1/keys", R"({"name":"crm","scopes":["read"]})");
  ASSERT_EQ(made.status, 201);
  const std::string token = json_of(made)["token"];
  const std::string id = json_of(made)["id"];
  const std::vector<net::Header> with_token{{"Authorization", "Bearer " + token}};
  EXPECT_EQ(stage.serve("GET", "/v1/lines", with_token).status, 200);
  const auto listed = stage.api("GET", "/v1/keys");
  EXPECT_EQ(listed.body.find(token), std::string::npos);
  EXPECT_EQ(json_of(listed)["items"][0]["name"], "crm");
  EXPECT_EQ(stage.api("DELETE", "/v1/keys/" + id).status, 200);
  EXPECT_EQ(stage.serve("GET", "/v1/lines", with_token).status, 401);
  EXPECT_EQ(stage.api("DELETE", "/v1/keys/" + id).status, 200) << "again is no news";
}

TEST(Keys, AKeyThatAsksForNonsenseIsNotMade) {
  FrontStage stage;
  for (const char* body :
       {"{}", R"({"name":"crm"})", R"({"name":"crm","scopes":[]})", R"({"scopes":["read"]})",
        R"({"name":"crm","scopes":["everything"]})", R"({"name":"crm","scopes":"read"})",
        R"({"name":"","scopes":["read"]})", R"({"name":"crm","scopes":["read"],"token":"x"})"}) {
    EXPECT_EQ(not_a_problem(stage.api("POST", "/v1/keys", body), 400), "") << body;
  }
  EXPECT_TRUE(json_of(stage.api("GET", "/v1/keys"))["items"].empty());
}

TEST(Rates, WhoAsksTooOftenIsToldToWait) {
  FrontStage stage;
  int refused = 0;
  for (int i = 0; i < 300; ++i) {
    const auto answer = stage.api("GET", "/v1/lines");
    if (answer.status != 429) continue;
    ++refused;
    EXPECT_EQ(not_a_problem(answer, 429), "");
    EXPECT_EQ(net::find_header(answer.headers, "Retry-After"), "1");
  }
  EXPECT_EQ(refused, 100) << "a burst of 200";
  stage.world.clock.time += std::chrono::seconds(1);
  EXPECT_EQ(stage.api("GET", "/v1/lines").status, 200);
}

TEST(Keys, NoTokenIsKeptAnywhere) {
  FrontStage stage;
  const std::vector<net::Header> named{{"Authorization", "Bearer " + kApiKey},
                                       {"Idempotency-Key", "one"}};
  const auto made = stage.serve("POST", "/v1/keys", named, R"({"name":"crm","scopes":["read"]})");
  const std::string token = json_of(made)["token"];
  const auto endpoint =
      stage.serve("POST", "/v1/endpoints", named, R"({"url":"https://product.example/hook"})");
  ASSERT_EQ(endpoint.status, 201);
  stage.world.store.write([&](ports::Tx& tx) -> Result<void> {
    PL_TRY(const auto keys, tx.api_keys());
    EXPECT_EQ(keys.at(0).sha256, wire::sha256_hex(token));
    PL_TRY(const auto kept, tx.kept_answer(core::ApiKeyId::make(UtcTime{}, {}), "one"));
    EXPECT_FALSE(kept) << "an answer with a secret is not kept";
    return {};
  });
}

TEST(Scopes, OnlyLookingIsNoDeed) {
  FrontStage stage;
  for (const Route& route : stage.front.routes()) {
    const std::string method(route.method);
    ApiRequest request{.method = method,
                       .client = {sample_id<core::ApiKeyId>(1), "crm", {}},
                       .route = method + " " + std::string(route.path)};
    const bool looks = route.method == "GET" && route.path != "callers/{id}/export";
    EXPECT_EQ(deed_of(request).has_value(), !looks) << request.route;
  }
}

TEST(Scopes, EveryChangeAndEveryExportIsJournalled) {
  FrontStage stage;
  const std::string anna = "/v1/callers/" + sample_caller().id.text();
  const auto deeds = [&] {
    std::vector<std::string> all;
    const auto journal = json_of(stage.api("GET", "/v1/journal"));
    for (const auto& entry : journal["items"]) {
      if (entry["kind"] == "api.request") all.push_back(entry["details"]["did"]);
    }
    return all;
  };
  stage.api("GET", anna);
  stage.api("GET", "/v1/keys");
  EXPECT_TRUE(deeds().empty()) << "looking is no deed";
  stage.api("POST", anna + "/opt-out");
  stage.api("GET", anna + "/export");
  stage.api("POST", "/v1/keys", R"({"name":"crm","scopes":["read"]})");
  EXPECT_EQ(deeds(), (std::vector<std::string>{"POST callers/{id}/opt-out",
                                               "GET callers/{id}/export", "POST keys"}));
}

TEST(Rates, OneIpv6NetworkIsOneGuesser) {
  FrontStage stage;
  int refused = 0;
  for (int i = 0; i < 30; ++i) {
    net::Request request{.method = "GET", .path = "/v1/lines"};
    request.peer = "2001:db8::" + std::to_string(i + 1);
    stage.front.serve(std::move(request), [&](const net::Response& answer) {
      if (answer.status == 429) ++refused;
    });
  }
  EXPECT_EQ(refused, 10);
}

TEST(Rates, GuessingKeysSlowsNobodyElseDown) {
  FrontStage stage;
  std::vector<int> statuses;
  for (int i = 0; i < 30; ++i) {
    statuses.push_back(stage.serve("GET", "/v1/lines", {{"Authorization", "Bearer guess"}}).status);
  }
  EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 401), 20);
  EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 429), 10);
  EXPECT_EQ(stage.api("GET", "/v1/lines").status, 200);
}

}  // namespace
}  // namespace pl::http
