#include "platforms/telegram/text_channel.h"

#include <utility>

#include "base/percent.h"
#include "platforms/base_url.h"
#include "platforms/telegram/messages.h"
#include "platforms/text_result.h"

namespace pl::platforms {
namespace {

constexpr Millis kSendTime = std::chrono::seconds(10);

// "<bot id>:<secret>": the colon may stand in a path as it is.
std::string token_in_path(const std::string& token) {
  const std::size_t colon = token.find(':');
  if (colon == std::string::npos) return percent_encode(token);
  return percent_encode(token.substr(0, colon)) + ":" + percent_encode(token.substr(colon + 1));
}

ports::TextResult telegram_result_of(const Result<net::ClientAnswer>& answer) {
  if (!answer) return unanswered(answer.error(), "Telegram");
  return text_result(read_telegram_reply(answer->status, answer->body), "the bot token is refused");
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
  request.body = telegram_body(address, body);
  request.total_time = kSendTime;
  http_.send(std::move(request), [done = std::move(done)](Result<net::ClientAnswer> answer) {
    done(telegram_result_of(answer));
  });
}

}  // namespace pl::platforms
