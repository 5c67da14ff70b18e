#include "app/settings.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <map>

#include "base/hex.h"
#include "base/text.h"
#include "cli/flags.h"
#include "cli/line_folder.h"
#include "host/files.h"
#include "host/system_entropy.h"
#include "line/channel_secrets.h"
#include "line/load.h"

namespace pl::app {
namespace {

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::string(value);
}

// Without the line break that editors put at its end.
Result<std::string> contents(const std::string& file) {
  constexpr std::size_t kBytes = 64 * 1024;
  PL_TRY(const std::string bytes, host::read_file(file, kBytes));
  std::string text(trim(bytes));
  if (text.empty()) return fail(Code::kInvalid, file + ": empty");
  return text;
}

std::optional<std::string> environment_or_nothing(const std::string& name) {
  return read_environment(name).value_or(std::nullopt);
}

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
    const auto found = read_environment(name);
    const auto value = found.value_or(std::nullopt);
    if (!found) {
      wrong_.push_back(found.error().message);
    } else if (!value) {
      const auto reason = reasons_.find(name);
      wrong_.push_back(name + ": not set, and no file by " + name + "_FILE that holds it" +
                       (reason == reasons_.end() ? "" : reason->second));
    } else if (value->size() < http::kSecretBytes) {
      wrong_.push_back(fmt::format("{}: shorter than {} characters", name, http::kSecretBytes));
    }
    return value.value_or("");
  }

  // What need not be set, and is no secret; empty where it is not.
  std::string if_set(const std::string& name) {
    const auto found = read_environment(name);
    if (!found) wrong_.push_back(found.error().message);
    return found.value_or(std::nullopt).value_or("");
  }

  std::vector<std::string> rotating(const std::string& name) {
    std::vector<std::string> secrets{one(name)};
    const auto previous = read_environment(name + "_PREVIOUS");
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
  settings.texts.twilio = reader.rotating("TWILIO_AUTH_TOKEN");
  twilio.secret = settings.texts.twilio.front();
  twilio.messaging_service_sid = reader.if_set("TWILIO_MESSAGING_SERVICE_SID");
  twilio.from = reader.if_set("TWILIO_FROM");
  if (twilio.from.empty()) twilio.from = settings.lines.front().number.e164();
}

Result<std::string> read_key(const std::string& file, int descriptor) {
  struct stat facts {};
  if (::fstat(descriptor, &facts) != 0) return tl::unexpected(host::file_error(file));
  if (S_ISDIR(facts.st_mode)) {
    errno = EISDIR;
    return tl::unexpected(host::file_error(file));
  }
  if ((facts.st_mode & 077) != 0) {
    return fail(Code::kInvalid, file +
                                    ": others may read it; chmod 600 it, or delete it to get "
                                    "a new key");
  }
  std::array<char, 512> buffer{};
  const ssize_t length = ::read(descriptor, buffer.data(), buffer.size());
  if (length < 0) return tl::unexpected(host::file_error(file));
  std::string key(trim({buffer.data(), static_cast<std::size_t>(length)}));
  if (key.size() < http::kSecretBytes) {
    return fail(Code::kInvalid, file + ": holds no key; delete it to get a new one");
  }
  return key;
}

}  // namespace

Result<std::vector<core::Line>> load_lines(const std::vector<std::string>& folders,
                                           const ports::Zones& zones) {
  std::vector<core::Line> lines;
  std::vector<std::string> complaints;
  const auto look_up = [&](const std::string& name) {
    auto value = read_environment(name);
    if (!value) complaints.push_back(value.error().message);
    return value.value_or(std::nullopt);
  };
  for (const std::string& folder : folders) {
    auto line = line::load(line::folder_sources(
        folder, look_up, [&](std::string_view zone) { return zones.exists(zone); }));
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
    if (environment_or_nothing("TELEGRAM_WEBHOOK_SECRET")) {
      settings.texts.telegram = reader.rotating("TELEGRAM_WEBHOOK_SECRET");
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
  std::string& public_url = settings.texts.public_url;
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
    auto line = cli::load_line(folder, [&](std::string_view zone) { return zones.exists(zone); });
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

Result<std::string> kept_secret(const std::string& file) {
  const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0) {
    const std::string key = "pl_" + new_secret();
    const bool written = ::write(made, (key + "\n").c_str(), key.size() + 1) ==
                             static_cast<ssize_t>(key.size() + 1) &&
                         ::fsync(made) == 0;
    ::close(made);
    if (!written) return tl::unexpected(host::file_error(file));
    return key;
  }
  if (errno != EEXIST) return tl::unexpected(host::file_error(file));
  return read_admin_key(file);
}

Result<std::string> read_admin_key(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return tl::unexpected(host::file_error(file));
  auto key = read_key(file, descriptor);
  ::close(descriptor);
  return key;
}

Result<std::optional<std::string>> read_environment(const std::string& name) {
  if (auto value = variable(name)) return value;
  const std::string by_file = name + "_FILE";
  if (const auto file = variable(by_file)) {
    auto text = contents(*file);
    if (text) return *std::move(text);
    return fail(text.error().code, by_file + ": " + text.error().message);
  }
  const auto folder = variable("CREDENTIALS_DIRECTORY");
  if (!folder) return std::nullopt;
  auto text = contents(*folder + "/" + name);
  if (text) return *std::move(text);
  if (text.error().code == Code::kNotFound) return std::nullopt;
  return tl::unexpected(std::move(text).error());
}

std::string environment(const std::string& name) {
  return environment_or_nothing(name).value_or("");
}

std::string new_secret() {
  host::SystemEntropy entropy;
  std::vector<std::uint8_t> bytes;
  for (int half = 0; half < 2; ++half) {
    for (const std::uint64_t word : entropy.draw()) {
      for (unsigned shift = 0; shift < 64; shift += 8) {
        bytes.push_back(static_cast<std::uint8_t>(word >> shift));
      }
    }
  }
  return to_hex(bytes);
}

}  // namespace pl::app
