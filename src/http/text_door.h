// Where messengers tell us what people write to us, and what became of our texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "net/http_server.h"

namespace pl::http {

// The first secret is the current one, others are still valid; where there is none, nobody is
// believed.
struct TextSecrets {
  std::string public_url;  // the address that Twilio was given: "https://voice.example.com"
  std::vector<std::string> twilio;    // the account's auth tokens
  std::vector<std::string> telegram;  // header X-Telegram-Bot-Api-Secret-Token
};

class TextDoor {
 public:
  TextDoor(engine::Engine& engine, TextSecrets secrets)
      : engine_(engine), secrets_(std::move(secrets)) {}

  // /twilio/messages, /twilio/status, /telegram/updates
  static bool is_here(std::string_view path);
  // A POST to one of them. A word to stop is obeyed before it is answered: 503 asks for it again.
  void serve(const net::Request& request, net::HttpServer::Reply reply);

 private:
  using Reply = net::HttpServer::Reply;

  bool is_from_twilio(const net::Request& request) const;
  void serve_sms(const net::Request& request, Reply reply);
  void serve_status(const net::Request& request, Reply reply);
  void serve_telegram(const net::Request& request, Reply reply);
  void stop(core::Channel channel, std::string address, Reply reply, net::Response answer);

  engine::Engine& engine_;
  const TextSecrets secrets_;
};

}  // namespace pl::http
