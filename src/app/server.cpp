#include "app/server.h"

#include <fmt/format.h>

#include <future>
#include <latch>

#include "app/pulse.h"
#include "app/ticker.h"
#include "engine/privacy.h"
#include "engine/reload.h"
#include "host/phone_numbers.h"
#include "host/secrets.h"
#include "host/suppression_file.h"
#include "host/system_clock.h"
#include "host/system_entropy.h"
#include "http/front.h"
#include "net/http_client.h"
#include "net/http_server.h"
#include "platforms/elevenlabs/client.h"
#include "platforms/product/webhook_sender.h"
#include "platforms/telegram/doors.h"
#include "platforms/telegram/text_channel.h"
#include "platforms/twilio/calls.h"
#include "platforms/twilio/text_channel.h"
#include "store/sqlite/sqlite_store.h"
#include "store/sqlite/store_thread.h"

namespace pl::app {
namespace {

class RunningServer final : public Server {
 public:
  RunningServer(engine::Lines lines, std::unique_ptr<store::SqliteStore> store,
                std::unique_ptr<net::HttpClient> client,
                std::unique_ptr<host::SuppressionFile> suppressed, const ports::Zones& zones,
                const ServerSettings& settings)
      : zones_(zones),
        lines_(std::move(lines)),
        store_(std::move(store)),
        client_(std::move(client)),
        suppressed_(std::move(suppressed)),
        elevenlabs_(*client_, clock_, {settings.elevenlabs_url, settings.elevenlabs_key}),
        telegram_(*client_, {settings.telegram_url, settings.telegram_token}),
        twilio_(*client_, clock_, settings.twilio),
        twilio_calls_(*client_, settings.twilio),
        events_(*client_, clock_, reach_of(settings)),
        engine_(lines_, ports(settings)),
        front_(
            engine_, settings.api_keys, doors(settings), after(), [this] { return health(); },
            front_options(settings)),
        store_thread_(std::make_unique<store::StoreThread>(*store_)) {}

  // Nothing new comes in; what came in is stored; then the outside is let go.
  ~RunningServer() override {
    pulse_.drain();
    if (http_) http_->stop();
    if (ticker_) ticker_->stop();
    store_thread_.reset();
    client_.reset();
  }

  Result<void> begin(const ServerSettings& settings) {
    PL_DO(wait_for([this](auto done) { engine_.recover(std::move(done)); }));
    PL_DO(wait_for([this](auto done) { front_.read_keys(std::move(done)); }));
    PL_DO(recall_suppressed());
    net::HttpServer::Callbacks callbacks{
        .body_limit = [this](const net::Request& head) { return front_.body_limit(head); },
        .on_request =
            [this](net::Request request, net::HttpServer::Reply reply) {
              begun_.wait();
              front_.serve(std::move(request), std::move(reply));
            },
        .overflow = [this](const net::Request& head) { return front_.overflow(head); }};
    // Before the first request, which may ask whether it is alive.
    ticker_ = std::make_unique<Ticker>(engine_, pulse_, settings.retention);
    PL_TRY(http_, net::HttpServer::listen(settings.address, settings.port, settings.io_threads,
                                          settings.limits, std::move(callbacks), settings.tls));
    begun_.count_down();
    return {};
  }

  std::uint16_t port() const override { return http_->port(); }
  Result<void> reload_tls() override { return http_->reload_tls(); }
  void zones_changed() override { ticker_->note_editions_soon(); }

  Result<void> reload_lines(Result<std::vector<core::Line>> lines) override {
    const Result<void> good =
        lines ? may_become(*lines) : fail(lines.error().code, lines.error().message);
    if (!good) {
      engine_.run(ports::Priority::kRoutine, engine::note_lines_refused, [](Result<void>) {});
      return good;
    }
    PL_DO(wait_for([&](auto done) {
      engine_.run(ports::Priority::kRoutine, engine::note_lines_reloaded,
                  [&, done = std::move(done)](Result<void> noted) {
                    // On the store's thread, where no turn is under way. A call that began within
                    // this millisecond has the old lines.
                    if (noted) lines_.replace(*std::move(lines), clock_.now() + Millis(1));
                    done(std::move(noted));
                  });
    }));
    ticker_->resolve_tools_soon();
    return {};
  }

 private:
  Result<void> may_become(const std::vector<core::Line>& lines) const {
    PL_DO(lines_.may_become(lines));
    for (const core::Line& line : lines) {
      for (const core::Channel channel : line.text) {
        if (texts_over_.contains(channel)) continue;
        return fail(Code::kInvalid, fmt::format("line \"{}\" texts over {}, and this server was "
                                                "started without its secrets: restart it with them",
                                                line.name.text, core::text_of(channel)));
      }
    }
    return {};
  }

  engine::Ports ports(const ServerSettings& settings) {
    if (!settings.telegram_token.empty()) texts_over_[core::Channel::kTelegram] = &telegram_;
    const bool has_twilio = !settings.twilio.account_sid.empty();
    if (has_twilio) texts_over_[core::Channel::kSms] = &twilio_;
    return {.store = *store_,
            .voice = elevenlabs_,
            .text = texts_over_,
            .clock = clock_,
            .zones = zones_,
            .numbers = numbers_,
            .entropy = entropy_,
            .carrier = has_twilio ? &twilio_calls_ : nullptr,
            .events = &events_,
            .suppression = suppressed_.get(),
            .operator_chat = settings.operator_chat,
            .on_drift = [this](const core::LineName& line) { metrics_.drifted(line); },
            .on_written = [this] { pulse_.written(); }};
  }

  http::Health health() const {
    http::Health health = pulse_.health();
    health.lines.emplace_back(suppressed_->has_failed()
                                  ? "left alone: the file beside the database could not be written"
                                  : "left alone: noted beside the database");
    health.lines.push_back("tzdata: " + core::shown(zones_.edition(), clock_.now()));
    health.lines.push_back("libphonenumber: " + core::shown(numbers_.edition(), clock_.now()));
    return health;
  }

  static net::Reach reach_of(const ServerSettings& settings) {
    return settings.private_endpoints ? net::Reach::kAnywhere : net::Reach::kPublicOnly;
  }

  http::After after() {
    return
        [this](Millis delay, std::function<void()> task) { http_->after(delay, std::move(task)); };
  }

  std::vector<http::Doors> doors(const ServerSettings& settings) {
    return {platforms::elevenlabs_doors(engine_, settings.secrets, after(),
                                        [this] { metrics_.safe_scene_spoken(); }),
            platforms::twilio_doors(engine_, settings.twilio_secrets),
            platforms::telegram_doors(engine_, settings.telegram_secrets)};
  }

  http::FrontOptions front_options(const ServerSettings& settings) {
    return {.requests = {settings.api_rate, 2 * settings.api_rate},
            .check_url = [reach = reach_of(settings)](const std::string& url) -> Result<void> {
              const auto host = net::check_url(url, reach);
              if (!host) return fail(host.error().code, host.error().message);
              return {};
            },
            .metrics = &metrics_};
  }

  // Runs what completes on the store's thread, and waits for it.
  static Result<void> wait_for(
      const std::function<void(std::function<void(Result<void>)>)>& begin) {
    std::promise<Result<void>> ended;
    auto outcome = ended.get_future();
    begin([&](Result<void> result) { ended.set_value(std::move(result)); });
    return outcome.get();
  }

  // A database that was restored from a backup learns again who asked to be left alone.
  Result<void> recall_suppressed() {
    PL_TRY(const auto noted, suppressed_->noted());
    return wait_for([this, &noted](auto done) {
      engine_.run(
          ports::Priority::kCall,
          [noted](engine::Turn& turn) { return engine::recall_suppressed(turn, noted); },
          std::move(done));
    });
  }

  host::SystemClock clock_;
  const ports::Zones& zones_;
  host::PhoneNumbers numbers_;
  host::SystemEntropy entropy_;
  engine::Lines lines_;
  std::unique_ptr<store::SqliteStore> store_;
  std::unique_ptr<net::HttpClient> client_;
  std::unique_ptr<host::SuppressionFile> suppressed_;
  platforms::ElevenLabs elevenlabs_;
  platforms::Telegram telegram_;
  platforms::TwilioMessages twilio_;
  platforms::TwilioCalls twilio_calls_;
  platforms::WebhookSender events_;
  http::Metrics metrics_;
  Pulse pulse_;
  std::map<core::Channel, ports::TextChannel*> texts_over_;
  engine::Engine engine_;
  std::unique_ptr<net::HttpServer> http_;
  // A request may come before listen() has returned the server that its timer needs.
  std::latch begun_{1};
  http::Front front_;
  std::unique_ptr<store::StoreThread> store_thread_;
  std::unique_ptr<Ticker> ticker_;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::start(ServerSettings settings, const ports::Zones& zones) {
  PL_TRY(auto lines, engine::Lines::create(std::move(settings.lines)));
  PL_TRY(auto store, store::SqliteStore::open(settings.database));
  PL_TRY(auto client, net::HttpClient::create());
  PL_TRY(auto key, host::kept_secret(settings.database + ".suppressed-key"));
  PL_TRY(auto suppressed,
         host::SuppressionFile::open(settings.database + ".suppressed", std::move(key)));
  auto server =
      std::make_unique<RunningServer>(std::move(lines), std::move(store), std::move(client),
                                      std::move(suppressed), zones, settings);
  PL_DO(server->begin(settings));
  return server;
}

}  // namespace pl::app
