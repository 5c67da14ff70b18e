#include "platforms/telegram.h"

#include <utility>

#include "platforms/base_url.h"
#include "wire/telegram.h"

namespace pl::platforms {
namespace {

constexpr Millis kConnectTime = std::chrono::seconds(3);
constexpr Millis kSendTime = std::chrono::seconds(10);
constexpr Millis kLater = std::chrono::seconds(5);

// "<bot id>:<secret>": the colon may stand in a path as it is.
std::string token_in_path(const std::string& token) {
  const std::size_t colon = token.find(':');
  if (colon == std::string::npos) return net::percent_encode(token);
  return net::percent_encode(token.substr(0, colon)) + ":" +
         net::percent_encode(token.substr(colon + 1));
}

struct AsTextResult {
  ports::TextResult operator()(const wire::TextAccepted&) const { return ports::TextAccepted{}; }
  ports::TextResult operator()(wire::TextRefused refused) const {
    if (refused.our_fault) return ports::TextRefused{"the bot token is refused: " + refused.why};
    return ports::TextRefused{std::move(refused.why)};
  }
  ports::TextResult operator()(wire::TextLater later) const {
    return ports::TextLater{later.retry_after, std::move(later.why)};
  }
  ports::TextResult operator()(wire::TextUnknown unknown) const {
    return ports::TextUnknown{std::move(unknown.why)};
  }
};

ports::TextResult text_result(const Result<net::ClientAnswer>& answer) {
  if (answer) {
    return std::visit(AsTextResult{}, wire::read_telegram_reply(answer->status, answer->body));
  }
  switch (answer.error().code) {
    case Code::kUnavailable:
      return ports::TextLater{kLater, "no connection was made"};
    case Code::kInvalid:
      return ports::TextRefused{"the address of Telegram is no http(s) URL"};
    case Code::kUnauthorized:
    case Code::kNotFound:
    case Code::kConflict:
    case Code::kOutcomeUnknown:
    case Code::kCorrupt:
    case Code::kInternal:
      break;
  }
  return ports::TextUnknown{"no answer came"};
}

}  // namespace

Telegram::Telegram(net::HttpClient& http, const TelegramAccess& access)
    : http_(http),
      url_(without_slash(access.base_url) + "/bot" + token_in_path(access.bot_token) +
           "/sendMessage") {}

void Telegram::send(std::string address, std::string body,
                    std::function<void(ports::TextResult)> done) {
  net::ClientRequest request;
  request.method = "POST";
  request.url = url_;
  request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
  request.body = wire::telegram_body(address, body);
  request.connect_time = kConnectTime;
  request.total_time = kSendTime;
  http_.send(std::move(request), [done = std::move(done)](Result<net::ClientAnswer> answer) {
    done(text_result(answer));
  });
}

}  // namespace pl::platforms
