#include "app/settings.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "cli/flags.h"
#include "cli/line_folder.h"
#include "host/secrets.h"
#include "line/channel_secrets.h"
#include "line/load.h"

namespace pl::app {
namespace {

class SecretReader {
 public:
  explicit SecretReader(const std::vector<core::Line>& lines) {
    for (const core::Line& line : lines) {
      for (line::ChannelSecret& secret : line::channel_secrets(line)) {
        reasons_.try_emplace(std::move(secret.name), "; " + secret.why);
      }
    }
  }

  std::string one(const std::string& name) {
    const auto found = host::read_environment(name);
    const auto value = found.value_or(std::nullopt);
    if (!found) {
      wrong_.push_back(found.error().message);
    } else if (!value) {
      const auto reason = reasons_.find(name);
      wrong_.push_back(name + ": not set, and no file by " + name + "_FILE that holds it" +
                       (reason == reasons_.end() ? "" : reason->second));
    } else if (value->size() < host::kSecretBytes) {
      wrong_.push_back(fmt::format("{}: shorter than {} characters", name, host::kSecretBytes));
    }
    return value.value_or("");
  }

  // What need not be set, and is no secret; empty where it is not.
  std::string if_set(const std::string& name) {
    const auto found = host::read_environment(name);
    if (!found) wrong_.push_back(found.error().message);
    return found.value_or(std::nullopt).value_or("");
  }

  std::vector<std::string> rotating(const std::string& name) {
    std::vector<std::string> secrets{one(name)};
    const auto previous = host::read_environment(name + "_PREVIOUS");
    if (!previous || *previous) secrets.push_back(one(name + "_PREVIOUS"));
    return secrets;
  }

  Result<void> result() const {
    if (wrong_.empty()) return {};
    return fail(Code::kInvalid,
                "without its secrets the server would answer anybody; set in the environment:\n  " +
                    join(wrong_, "\n  "));
  }

 private:
  std::map<std::string, std::string> reasons_;  // of secrets that not every line needs
  std::vector<std::string> wrong_;
};

bool any_texts_over(const std::vector<core::Line>& lines, core::Channel channel) {
  return std::any_of(lines.begin(), lines.end(), [&](const core::Line& line) {
    return std::find(line.text.begin(), line.text.end(), channel) != line.text.end();
  });
}

// Sender: TWILIO_MESSAGING_SERVICE_SID, or else TWILIO_FROM, or else the first line's own number.
void read_twilio(SecretReader& reader, ServerSettings& settings) {
  platforms::TwilioAccess& twilio = settings.twilio;
  twilio.account_sid = reader.one("TWILIO_ACCOUNT_SID");
  settings.twilio_secrets.tokens = reader.rotating("TWILIO_AUTH_TOKEN");
  twilio.secret = settings.twilio_secrets.tokens.front();
  twilio.messaging_service_sid = reader.if_set("TWILIO_MESSAGING_SERVICE_SID");
  twilio.from = reader.if_set("TWILIO_FROM");
  if (twilio.from.empty()) twilio.from = settings.lines.front().number.e164();
}

}  // namespace

Result<std::vector<core::Line>> load_lines(const std::vector<std::string>& folders,
                                           const ports::Zones& zones) {
  std::vector<core::Line> lines;
  std::vector<std::string> complaints;
  const auto look_up = [&](const std::string& name) {
    auto value = host::read_environment(name);
    if (!value) complaints.push_back(value.error().message);
    return value.value_or(std::nullopt);
  };
  for (const std::string& folder : folders) {
    auto sources = line::folder_sources(folder, look_up, zones.finder());
    sources.warn = [](const line::Complaint& warning) {
      spdlog::warn("{}", line::format(warning));
    };
    auto line = line::load(sources);
    if (line) {
      lines.push_back(*std::move(line));
    } else {
      for (const line::Complaint& complaint : line.error()) {
        complaints.push_back(line::format(complaint));
      }
    }
  }
  if (!complaints.empty()) return fail(Code::kInvalid, join(complaints, "\n"));
  return lines;
}

Result<void> read_secrets(ServerSettings& settings) {
  SecretReader reader(settings.lines);
  settings.elevenlabs_key = reader.one("ELEVENLABS_API_KEY");
  settings.secrets.events = reader.rotating("ELEVENLABS_WEBHOOK_SECRET");
  settings.secrets.initiation = reader.rotating("PARTYLINE_INITIATION_SECRET");
  settings.secrets.tools = reader.rotating("PARTYLINE_TOOLS_SECRET");
  const bool telegram = any_texts_over(settings.lines, core::Channel::kTelegram);
  if (telegram || !settings.operator_chat.empty()) {
    settings.telegram_token = reader.one("TELEGRAM_BOT_TOKEN");
    if (!host::environment("TELEGRAM_WEBHOOK_SECRET").empty()) {
      settings.telegram_secrets = reader.rotating("TELEGRAM_WEBHOOK_SECRET");
    }
  }
  if (any_texts_over(settings.lines, core::Channel::kSms)) read_twilio(reader, settings);
  return reader.result();
}

Result<void> check_flags(ServerSettings& settings) {
  std::vector<std::string> wrong;
  const auto put = [&](std::string& url, Result<std::string> checked) {
    if (checked) {
      url = *std::move(checked);
    } else {
      wrong.push_back(checked.error().message);
    }
  };
  const ServerSettings usual;
  const auto service = [&](const char* flag, std::string& url, const std::string& example) {
    put(url, cli::service_url(flag, url, example));
  };
  service("--elevenlabs-url", settings.elevenlabs_url, usual.elevenlabs_url);
  service("--telegram-url", settings.telegram_url, usual.telegram_url);
  service("--twilio-url", settings.twilio.base_url, usual.twilio.base_url);
  std::string& public_url = settings.twilio_secrets.public_url;
  if (!public_url.empty()) {
    put(public_url, cli::public_url(public_url));
  } else if (any_texts_over(settings.lines, core::Channel::kSms)) {
    wrong.emplace_back(
        "--public-url: missing, and a line texts by SMS; write https://..., where Twilio reaches "
        "this server");
  }
  if (!public_url.empty()) settings.twilio.status_callback = public_url + "/twilio/status";
  const std::string& chat = settings.operator_chat;
  if (!chat.empty() && !core::is_telegram_chat(chat) && !core::is_telegram_name(chat)) {
    wrong.emplace_back(
        "--operator-chat: no Telegram chat; write its id, a whole number such as -1001234567890, "
        "or the @name of a channel");
  }
  if (wrong.empty()) return {};
  return fail(Code::kInvalid, join(wrong, "\n"));
}

Result<void> read_lines_and_secrets(const std::vector<std::string>& folders,
                                    const ports::Zones& zones, ServerSettings& settings) {
  auto lines = load_lines(folders, zones);
  if (lines) {
    settings.lines = *std::move(lines);
    return read_secrets(settings);
  }
  settings.lines.clear();
  for (const std::string& folder : folders) {
    auto line = cli::load_line(folder, zones.finder());
    if (line) settings.lines.push_back(*std::move(line));
  }
  return all_of({tl::unexpected(lines.error()), read_secrets(settings)});
}

Result<void> all_of(const std::vector<Result<void>>& checks) {
  std::vector<std::string> wrong;
  for (const Result<void>& check : checks) {
    if (!check) wrong.push_back(check.error().message);
  }
  if (wrong.empty()) return {};
  return fail(Code::kInvalid, join(wrong, "\n"));
}

}  // namespace pl::app
