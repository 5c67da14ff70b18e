#include "sandbox/telegram_api.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "sandbox/json.h"

namespace pl::sandbox {
namespace {

constexpr std::size_t kTextPoints = 4096;
constexpr std::int64_t kSupergroup = -1'001'000'000'001;

net::Response failure(int code, const std::string& description,
                      std::optional<int> retry_after = std::nullopt) {
  Json json{{"ok", false}, {"error_code", code}, {"description", description}};
  if (retry_after) json["parameters"] = Json{{"retry_after", *retry_after}};
  return json_response(code, json);
}

std::optional<std::int64_t> chat_id_of(const Json& body) {
  const auto found = body.find("chat_id");
  if (found == body.end()) return std::nullopt;
  if (found->is_number_integer()) return found->get<std::int64_t>();
  if (!found->is_string()) return std::nullopt;
  const std::string text = found->get<std::string>();
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return id;
}

Chat chat_of(const World& world, std::int64_t id) {
  const auto set = world.chats.find(id);
  if (set != world.chats.end()) return set->second;
  const auto& started = world.workspace.telegram.chats;
  return std::find(started.begin(), started.end(), id) == started.end() ? Chat::kUnknown
                                                                        : Chat::kStarted;
}

// Empty for a chat that takes texts.
std::optional<net::Response> refusal_of(Chat chat) {
  switch (chat) {
    case Chat::kStarted:
      return std::nullopt;
    case Chat::kBlocked:
      return failure(403, "Forbidden: bot was blocked by the user");
    case Chat::kDeactivated:
      return failure(403, "Forbidden: user is deactivated");
    case Chat::kNeverStarted:
      return failure(403, "Forbidden: bot can't initiate conversation with a user");
    case Chat::kMigrated:
      return json_response(
          400, Json{{"ok", false},
                    {"error_code", 400},
                    {"description", "Bad Request: group chat was migrated to a supergroup chat"},
                    {"parameters", Json{{"migrate_to_chat_id", kSupergroup}}}});
    case Chat::kUnknown:
      break;
  }
  return failure(400, "Bad Request: chat not found");
}

bool knows_parse_mode(const Json& body) {
  const auto mode = body.find("parse_mode");
  if (mode == body.end() || mode->is_null()) return true;
  const std::string name = lower_ascii(text_at(body, "parse_mode"));
  return mode->is_string() &&
         (name.empty() || name == "markdownv2" || name == "html" || name == "markdown");
}

net::Response send_message(World& world, const net::Request& request) {
  const Json body = parse_json(request.body);
  if (!body.is_object()) return failure(400, "Bad Request: can't parse JSON object");
  if (!body.contains("chat_id")) return failure(400, "Bad Request: chat_id is empty");
  const std::string text = text_at(body, "text");
  if (trim(text).empty()) return failure(400, "Bad Request: message text is empty");
  if (!knows_parse_mode(body)) return failure(400, "Bad Request: unsupported parse_mode");
  if (code_points(text).size() > kTextPoints)
    return failure(400, "Bad Request: message is too long");
  const auto chat_id = chat_id_of(body);
  if (auto refused = refusal_of(chat_id ? chat_of(world, *chat_id) : Chat::kUnknown))
    return *std::move(refused);
  const SentText sent{.seq = 0,
                      .at = world.now(),
                      .chat_id = *chat_id,
                      .message_id = ++world.last_message_id,
                      .text = text};
  world.ledger.add(sent);
  return json_response(200,
                       Json{{"ok", true},
                            {"result", Json{{"message_id", sent.message_id},
                                            {"date", unix_seconds(sent.at)},
                                            {"chat", Json{{"id", *chat_id}, {"type", "private"}}},
                                            {"text", text}}}});
}

}  // namespace

bool is_telegram(const net::Request& request) {
  return request.path.starts_with("/bot") && request.path.find('/', 1) != std::string::npos;
}

net::Response answer_telegram(World& world, const net::Request& request) {
  const std::size_t split = request.path.find('/', 1);
  const std::string_view token = std::string_view(request.path).substr(4, split - 4);
  const std::string& known = world.workspace.telegram.bot_token;
  if (known.empty() || token != known) return failure(401, "Unauthorized");
  if (request.path.substr(split + 1) != "sendMessage") return failure(404, "Not Found");
  if (request.method != "POST") return failure(405, "Method Not Allowed");
  return send_message(world, request);
}

net::Response refuse_telegram(const Fault& fault) {
  if (fault.status != 429) return failure(fault.status, "Refused on request", fault.retry_after);
  const int seconds = fault.retry_after.value_or(1);
  return failure(429, "Too Many Requests: retry after " + std::to_string(seconds), seconds);
}

}  // namespace pl::sandbox
