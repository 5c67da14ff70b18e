// Telegram as a channel for texts.
#pragma once

#include <string>

#include "net/http_client.h"
#include "ports/text_channel.h"

namespace pl::platforms {

struct TelegramAccess {
  std::string base_url = "https://api.telegram.org";  // or a stand-in
  std::string bot_token;
};

// POST /bot<token>/sendMessage, within 10 s, sent once. The token is a part of the address, so
// nothing that the HTTP client says about a request reaches a result. The client must outlive this.
class Telegram : public ports::TextChannel {
 public:
  Telegram(net::HttpClient& http, const TelegramAccess& access);

  // `address` is a chat id or an "@name".
  void send(std::string address, std::string body,
            std::function<void(ports::TextResult)> done) override;

 private:
  net::HttpClient& http_;
  std::string url_;
};

}  // namespace pl::platforms
