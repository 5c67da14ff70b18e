// partyline serve
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <memory>

#include "app/commands.h"
#include "app/log_format.h"
#include "app/settings.h"
#include "app/stop_signal.h"
#include "host/phone_numbers.h"
#include "host/secrets.h"
#include "host/system_clock.h"
#include "host/zone_files.h"

namespace pl::app {
namespace {

struct ServeOptions {
  std::vector<std::string> folders{"lines/nikita"};
  ServerSettings settings;
  bool behind_proxy = false;
  std::string tls_certificate;
  std::string tls_key;
  bool json_log = false;
};

constexpr int kHighestPort = 65'535;

bool is_loopback(const std::string& address) {
  return address == "::1" || address.starts_with("127.");
}

// A server for thousands of connections; the usual soft limit is 1024 files.
void allow_many_files() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  (void)::setrlimit(RLIMIT_NOFILE, &limit);  // what we have is enough to start
}

void reload_certificate(Server& server) {
  const auto certificate = server.reload_tls();
  certificate ? spdlog::info("certificate and key were read again")
              : spdlog::error("the old certificate stays: {}", certificate.error().message);
}

void reload_zones(Server& server, host::ZoneFiles& zones) {
  const auto read = zones.reload();
  if (read) server.zones_changed();
  read ? spdlog::info("the time zones were read again: tzdata {}", zones.edition().version)
       : spdlog::error("the old time zones stay: {}", read.error().message);
}

void reload_lines(Server& server, const std::vector<std::string>& folders,
                  const ports::Zones& zones) {
  const auto lines = server.reload_lines(load_lines(folders, zones));
  lines ? spdlog::info("the lines were read again")
        : spdlog::error("the old lines stay: {}", lines.error().message);
}

Result<void> check_address(const ServeOptions& options) {
  const std::string& address = options.settings.address;
  if (is_loopback(address) || options.behind_proxy || options.settings.tls) return {};
  return fail(Code::kInvalid,
              "--address " + address +
                  " is not the loopback and this server would speak plain HTTP: give it "
                  "--tls-certificate and --tls-key, or put a TLS proxy in front of it and say "
                  "--behind-proxy");
}

Result<void> serve(ServeOptions options) {
  if (options.json_log) spdlog::set_formatter(json_log_format());
  ServerSettings& settings = options.settings;
  const bool own_tls = !options.tls_certificate.empty();
  if (own_tls) settings.tls = net::ServerTls{options.tls_certificate, options.tls_key};
  // Behind a proxy all connections are the proxy's.
  if (options.behind_proxy) settings.limits.connections_per_peer = 0;
  PL_TRY(const auto zones, host::ZoneFiles::open());
  const auto lines = read_lines_and_secrets(options.folders, *zones, settings);
  PL_DO(all_of({check_address(options), lines, check_flags(settings)}));
  const std::string key_file = settings.database + ".key";
  PL_TRY(const std::string key, host::kept_secret(key_file));
  settings.api_keys = {key};
  const std::string database = settings.database;
  const std::string address = settings.address;
  const char* const scheme = settings.tls ? "https" : "http";
  PL_TRY(const auto server, Server::start(std::move(settings), *zones));
  spdlog::info("listening on {}://{}:{}", scheme, address, server->port());
  spdlog::info("database {}, API key in {}", database, key_file);
  const UtcTime now = host::SystemClock().now();
  spdlog::info("time zones: tzdata {}", core::shown(zones->edition(), now));
  spdlog::info("numbering plans: libphonenumber {}",
               core::shown(host::PhoneNumbers().edition(), now));
  while (wait_for_server_signal() == Asked::kReload) {
    // Each stands alone: a bad certificate keeps no line back.
    if (own_tls) reload_certificate(*server);
    reload_zones(*server, *zones);
    reload_lines(*server, options.folders, *zones);
  }
  spdlog::info("stopping");
  return {};
}

void add_days(CLI::App& command, const std::string& name, std::chrono::days& kept,
              std::chrono::days least, const std::string& what) {
  command
      .add_option_function<int>(
          name, [&kept](int days) { kept = std::chrono::days(days); },
          "Days to keep " + what + "; 0: until it is erased")
      ->check(
          [some = CLI::Range(static_cast<int>(least.count()), 36'500)](const std::string& days) {
            const std::string wrong = days == "0" ? "" : some(days);
            return wrong.empty() ? "" : wrong + "; 0 keeps it until it is erased";
          })
      ->default_str(std::to_string(kept.count()))
      ->type_name("DAYS");
}

void add_retention(CLI::App& command, engine::Retention& retention) {
  using std::chrono::days;
  add_days(command, "--keep-speech", retention.speech, days(1),
           "what was said in calls, and what the platform was told of them");
  add_days(command, "--keep-history", retention.history, engine::kLeastHistory,
           "calls, outreaches and texts that are over");
  add_days(command, "--keep-journal", retention.journal, days(1), "the journal");
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
      ->check(CLI::Range(0, kHighestPort))
      ->capture_default_str();
  command->add_option("--io-threads", settings.io_threads, "Threads that serve connections")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_flag("--behind-proxy", options->behind_proxy,
                    "A TLS proxy stands in front; listening beyond the loopback is safe");
  CLI::Option* certificate =
      command->add_option("--tls-certificate", options->tls_certificate,
                          "Speak TLS with this certificate and its chain, in PEM");
  command->add_option("--tls-key", options->tls_key, "The certificate's key, in PEM")
      ->needs(certificate);
  certificate->needs("--tls-key");
  command->add_option("--public-url", settings.twilio_secrets.public_url,
                      "Where platforms reach this server: https://voice.example.com");
  command->add_option("--operator-chat", settings.operator_chat,
                      "A Telegram chat that is told of what a person must look at");
  command->add_flag("--allow-private-endpoints", settings.private_endpoints,
                    "Events may be sent to private addresses, and over plain HTTP");
  command->add_option("--twilio-url", settings.twilio.base_url, "Where Twilio is")
      ->capture_default_str();
  command
      ->add_option("--api-rate", settings.api_rate,
                   "Requests a second that one API key may send; 0: any number")
      ->check(CLI::Range(0, 100'000))
      ->capture_default_str();
  add_retention(*command, settings.retention);
  command->add_flag("--json-log", options->json_log, "Write the log as JSON, one object a line");
  command->add_option("--elevenlabs-url", settings.elevenlabs_url, "Where the platform is")
      ->capture_default_str();
  command->add_option("--telegram-url", settings.telegram_url, "Where Telegram is")
      ->capture_default_str();
  command->footer(
      "Secrets come from the environment, or from files that NAME_FILE names, or from systemd's\n"
      "credentials: ELEVENLABS_API_KEY, ELEVENLABS_WEBHOOK_SECRET, PARTYLINE_INITIATION_SECRET,\n"
      "PARTYLINE_TOOLS_SECRET, TELEGRAM_BOT_TOKEN, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN.\n\n"
      "Example:\n  partyline serve --line lines/nikita --database /var/lib/partyline/db\n\n"
      "If it refuses to start, it says what is missing; `partyline check` looks at a line alone.");
  command->callback([options, &exit_code] {
    hold_server_signals();
    allow_many_files();
    const auto done = serve(std::move(*options));
    if (done) return;
    fmt::print(stderr, "partyline serve: {}\n", done.error().message);
    exit_code = 1;
  });
}

}  // namespace pl::app
