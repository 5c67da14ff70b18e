#include "platforms/telegram/doors.h"

#include "http/problem.h"
#include "platforms/stop.h"
#include "platforms/telegram/messages.h"
#include "wire/signature.h"
#include "wire/stop_words.h"

namespace pl::platforms {
namespace {

using http::problem;
using Reply = net::HttpServer::Reply;

constexpr std::string_view kProofHeader = "X-Telegram-Bot-Api-Secret-Token";

void serve(engine::Engine& engine, const std::vector<std::string>& secrets,
           const net::Request& request, Reply reply) {
  if (!wire::is_one_of(request.header(kProofHeader).value_or(""), secrets)) {
    return reply(problem(401, "X-Telegram-Bot-Api-Secret-Token is missing or wrong"));
  }
  const auto message = read_telegram_update(request.body);
  if (!message) return reply(problem(400, message.error().message));
  net::Response nothing{.status = 204};
  if (!*message || wire::stop_word((*message)->text) != wire::StopWord::kStop) {
    return reply(std::move(nothing));
  }
  obey_stop(engine, core::Channel::kTelegram, (*message)->chat_id, std::move(reply),
            std::move(nothing));
}

}  // namespace

http::Doors telegram_doors(engine::Engine& engine, std::vector<std::string> secrets) {
  return {
      {.name = "texts",
       .path = "/telegram/updates",
       .serve = [&engine, secrets = std::move(secrets)](const net::Request& request, Reply reply) {
         serve(engine, secrets, request, std::move(reply));
       }}};
}

}  // namespace pl::platforms
