#include "app/server.h"

#include <future>
#include <latch>

#include "app/ticker.h"
#include "host/icu_zones.h"
#include "host/phone_numbers.h"
#include "host/system_clock.h"
#include "host/system_entropy.h"
#include "net/http_client.h"
#include "net/http_server.h"
#include "platforms/elevenlabs.h"
#include "platforms/telegram.h"
#include "store/sqlite/sqlite_store.h"
#include "store/sqlite/store_thread.h"

namespace pl::app {
namespace {

class RunningServer final : public Server {
 public:
  RunningServer(engine::Lines lines, std::unique_ptr<store::SqliteStore> store,
                std::unique_ptr<net::HttpClient> client, const ServerSettings& settings)
      : lines_(std::move(lines)),
        store_(std::move(store)),
        client_(std::move(client)),
        elevenlabs_(*client_, clock_, {settings.elevenlabs_url, settings.elevenlabs_key}),
        telegram_(*client_, {settings.telegram_url, settings.telegram_token}),
        engine_(lines_, ports(settings)),
        front_(
            engine_, settings.secrets,
            [this](Millis delay, std::function<void()> task) {
              http_->after(delay, std::move(task));
            },
            [this] { return ticker_ != nullptr && ticker_->is_alive(); }),
        store_thread_(std::make_unique<store::StoreThread>(*store_)) {}

  // Nothing new comes in; what came in is stored; then the outside is let go.
  ~RunningServer() override {
    if (http_) http_->stop();
    if (ticker_) ticker_->stop();
    store_thread_.reset();
    client_.reset();
  }

  Result<void> begin(const ServerSettings& settings) {
    std::promise<Result<void>> recovered;
    auto outcome = recovered.get_future();
    engine_.recover([&](Result<void> result) { recovered.set_value(std::move(result)); });
    PL_DO(outcome.get());
    net::HttpServer::Callbacks callbacks{
        .body_limit = [this](const net::Request& head) { return front_.body_limit(head); },
        .on_request =
            [this](net::Request request, net::HttpServer::Reply reply) {
              begun_.wait();
              front_.serve(std::move(request), std::move(reply));
            }};
    // Before the first request, which may ask whether it is alive.
    ticker_ = std::make_unique<Ticker>(engine_);
    PL_TRY(http_, net::HttpServer::listen(settings.address, settings.port, settings.io_threads, {},
                                          std::move(callbacks)));
    begun_.count_down();
    return {};
  }

  std::uint16_t port() const override { return http_->port(); }

 private:
  engine::Ports ports(const ServerSettings& settings) {
    engine::Ports all{.store = *store_,
                      .voice = elevenlabs_,
                      .text = {},
                      .clock = clock_,
                      .zones = zones_,
                      .numbers = numbers_,
                      .entropy = entropy_};
    if (!settings.telegram_token.empty()) all.text[core::Channel::kTelegram] = &telegram_;
    return all;
  }

  host::SystemClock clock_;
  host::IcuZones zones_;
  host::PhoneNumbers numbers_;
  host::SystemEntropy entropy_;
  engine::Lines lines_;
  std::unique_ptr<store::SqliteStore> store_;
  std::unique_ptr<net::HttpClient> client_;
  platforms::ElevenLabs elevenlabs_;
  platforms::Telegram telegram_;
  engine::Engine engine_;
  std::unique_ptr<net::HttpServer> http_;
  // A request may come before listen() has returned the server that its timer needs.
  std::latch begun_{1};
  http::Front front_;
  std::unique_ptr<store::StoreThread> store_thread_;
  std::unique_ptr<Ticker> ticker_;
};

}  // namespace

Result<std::unique_ptr<Server>> Server::start(ServerSettings settings) {
  PL_TRY(auto lines, engine::Lines::create(std::move(settings.lines)));
  PL_TRY(auto store, store::SqliteStore::open(settings.database));
  PL_TRY(auto client, net::HttpClient::create());
  auto server = std::make_unique<RunningServer>(std::move(lines), std::move(store),
                                                std::move(client), settings);
  PL_DO(server->begin(settings));
  return server;
}

}  // namespace pl::app
