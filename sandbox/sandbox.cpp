#include "sandbox/sandbox.h"

#include <future>
#include <optional>

#include "net/http_client.h"
#include "net/http_server.h"
#include "sandbox/control_api.h"
#include "sandbox/loop.h"
#include "sandbox/platform_api.h"
#include "sandbox/world.h"

namespace pl::sandbox {
namespace {

constexpr std::size_t kBodyBytes = 1024 * 1024;

using Serve = void (*)(World&, const net::Request&, const net::HttpServer::Reply&);

class Running final : public Sandbox {
 public:
  Running(Workspace workspace, std::unique_ptr<net::HttpClient> client)
      : client_(std::move(client)), world_(std::move(workspace), loop_, *client_) {}
  ~Running() override { stop(); }

  Result<void> listen(const Address& platform, const Address& control) {
    PL_TRY(platform_, open(platform, serve_platform));
    PL_TRY(control_, open(control, serve_control));
    return {};
  }

  std::uint16_t platform_port() const override { return platform_->port(); }
  std::uint16_t control_port() const override { return control_->port(); }

  void set_urls(const Urls& urls) override {
    loop_.post([this, urls] { sandbox::set_urls(world_.workspace, urls); });
  }

  std::string ledger() override {
    auto text = std::make_shared<std::promise<std::string>>();
    auto later = text->get_future();
    loop_.post([this, text] { text->set_value(ledger_text(world_)); });
    return later.get();
  }

  void stop() override {
    // Requests first, so that no new task comes; then what waits, so that nothing new is sent.
    if (platform_) platform_->stop();
    if (control_) control_->stop();
    loop_.stop();
    client_.reset();
  }

 private:
  Result<std::unique_ptr<net::HttpServer>> open(const Address& address, Serve serve) {
    net::HttpServer::Callbacks callbacks;
    callbacks.body_limit = [](const net::Request&) { return kBodyBytes; };
    callbacks.on_request = [this, serve](net::Request request, net::HttpServer::Reply reply) {
      loop_.post([this, serve, request = std::move(request), reply = std::move(reply)] {
        serve(world_, request, reply);
      });
    };
    return net::HttpServer::listen(address.host, address.port, 1, {}, std::move(callbacks));
  }

  Loop loop_;
  std::unique_ptr<net::HttpClient> client_;
  World world_;
  std::unique_ptr<net::HttpServer> platform_;
  std::unique_ptr<net::HttpServer> control_;
};

bool is_loopback(const std::string& host) {
  return host.starts_with("127.") || host == "::1";
}

}  // namespace

Result<std::unique_ptr<Sandbox>> Sandbox::start(Workspace workspace, const Address& platform,
                                                const Address& control) {
  if (!is_loopback(control.host))
    return fail(Code::kInvalid,
                "the sandbox's control address must be a loopback one, such as 127.0.0.1: anybody "
                "who reaches it may use it");
  PL_TRY(auto client, net::HttpClient::create());
  auto sandbox = std::make_unique<Running>(std::move(workspace), std::move(client));
  PL_DO(sandbox->listen(platform, control));
  return sandbox;
}

}  // namespace pl::sandbox
