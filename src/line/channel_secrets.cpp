#include "line/channel_secrets.h"

#include <fmt/format.h>

namespace pl::line {
namespace {

std::vector<std::string> names_for(core::Channel channel) {
  switch (channel) {
    case core::Channel::kTelegram:
      return {"TELEGRAM_BOT_TOKEN"};
    case core::Channel::kSms:
      return {"TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"};
  }
  return {};
}

}  // namespace

std::vector<ChannelSecret> channel_secrets(const core::Line& line) {
  std::vector<ChannelSecret> secrets;
  for (const core::Channel channel : line.text) {
    for (std::string& name : names_for(channel)) {
      secrets.push_back(
          {std::move(name), fmt::format("line `{}` has `{}` under `text:`; take it off there if "
                                        "nobody is to be written to over it",
                                        line.name.text, text_of(channel))});
    }
  }
  return secrets;
}

}  // namespace pl::line
