// partyline serve
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "app/commands.h"
#include "app/settings.h"
#include "app/stop_signal.h"
#include "host/icu_zones.h"

namespace pl::app {
namespace {

struct ServeOptions {
  std::vector<std::string> folders{"lines/nikita"};
  ServerSettings settings;
  bool behind_proxy = false;
};

bool is_loopback(const std::string& address) {
  return address == "::1" || address.starts_with("127.");
}

Result<void> serve(ServeOptions options) {
  ServerSettings& settings = options.settings;
  if (!is_loopback(settings.address) && !options.behind_proxy) {
    return fail(Code::kInvalid,
                "--address " + settings.address +
                    " is not the loopback and this server speaks plain HTTP: put a TLS proxy in "
                    "front of it and say --behind-proxy");
  }
  const host::IcuZones zones;
  PL_TRY(settings.lines, load_lines(options.folders, zones));
  PL_DO(read_secrets(settings));
  const std::string key_file = settings.database + ".key";
  PL_TRY(const std::string key, admin_key(key_file));
  settings.secrets.api = {key};
  const std::string database = settings.database;
  const std::string address = settings.address;
  PL_TRY(const auto server, Server::start(std::move(settings)));
  spdlog::info("listening on http://{}:{}", address, server->port());
  spdlog::info("database {}, API key in {}", database, key_file);
  wait_for_stop_signal();
  spdlog::info("stopping");
  return {};
}

}  // namespace

void add_serve(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<ServeOptions>();
  ServerSettings& settings = options->settings;
  CLI::App* command = program.add_subcommand("serve", "Run the server");
  command->add_option("--line", options->folders, "A line folder; once for each line")
      ->capture_default_str();
  command->add_option("--database", settings.database, "The SQLite file")->capture_default_str();
  command->add_option("--address", settings.address, "The IP address to listen on")
      ->capture_default_str();
  command->add_option("--port", settings.port, "The port to listen on; 0 takes any")
      ->capture_default_str();
  command->add_option("--io-threads", settings.io_threads, "Threads that serve connections")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_flag("--behind-proxy", options->behind_proxy,
                    "A TLS proxy stands in front; listening beyond the loopback is safe");
  command->add_option("--elevenlabs-url", settings.elevenlabs_url, "Where the platform is")
      ->capture_default_str();
  command->add_option("--telegram-url", settings.telegram_url, "Where Telegram is")
      ->capture_default_str();
  command->footer(
      "Secrets come from the environment: ELEVENLABS_API_KEY, ELEVENLABS_WEBHOOK_SECRET,\n"
      "PARTYLINE_INITIATION_SECRET, PARTYLINE_TOOLS_SECRET, TELEGRAM_BOT_TOKEN.\n\n"
      "Example:\n  partyline serve --line lines/nikita --database /var/lib/partyline/db\n\n"
      "If it refuses to start, it says what is missing; `partyline check` looks at a line alone.");
  command->callback([options, &exit_code] {
    hold_stop_signals();
    const auto done = serve(std::move(*options));
    if (done) return;
    fmt::print(stderr, "partyline serve: {}\n", done.error().message);
    exit_code = 1;
  });
}

}  // namespace pl::app
