#include "keep_exchange.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

namespace pl::testing {
namespace {

// Answers that are no operation's: to nobody we know, to no such route, to another method, and to
// bodies too large to be read.
bool is_described(const Exchange& exchange) {
  return exchange.status != 401 && exchange.status != 405 && exchange.status != 413 &&
         exchange.response.find("there is no such route") == std::string::npos;
}

}  // namespace

std::optional<std::filesystem::path> kept_exchanges(const std::string& whose) {
  const char* const folder = std::getenv("PARTYLINE_EXCHANGES");
  if (folder == nullptr || *folder == '\0') return std::nullopt;
  const auto kept = std::filesystem::path(folder) / whose;
  std::filesystem::create_directories(kept);
  return kept;
}

void keep(const Exchange& exchange, const std::string& whose) {
  if (!exchange.path.starts_with("/v1/") || !is_described(exchange)) return;
  const auto folder = kept_exchanges(whose);
  if (!folder) return;
  static std::atomic<int> kept{0};
  const auto body = [](const std::string& text) {
    auto json = nlohmann::json::parse(text, nullptr, false);
    // An empty object says as much as no body.
    return json.is_discarded() || json.empty() ? nlohmann::json() : json;
  };
  const std::string name = "api-" + std::to_string(::getpid()) + "-" + std::to_string(++kept);
  nlohmann::json kept_exchange{
      {"method", exchange.method}, {"path", exchange.path}, {"request", body(exchange.request)}};
  if (exchange.status != 0) {
    kept_exchange["status"] = exchange.status;
    kept_exchange["content_type"] = exchange.content_type;
    kept_exchange["response"] = body(exchange.response);
  }
  std::ofstream(*folder / (name + ".json"))
      << kept_exchange.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace pl::testing
