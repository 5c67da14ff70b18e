#include "net/http_server.h"

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without including it

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "base/check.h"
#include "net/connection.h"
#include "net/peer_address.h"
#include "net/server_tls.h"

namespace pl::net {
namespace {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Strand>;

constexpr Millis kSweepEvery{250};
constexpr Millis kAcceptPause{50};
constexpr Millis kStopGrace{1'000};

class Server final : public HttpServer {
 public:
  Server(int threads, const ServerLimits& limits, Callbacks callbacks, std::optional<ServerTls> tls)
      : core_(std::make_shared<ServerCore>(threads, limits, std::move(callbacks))),
        acceptor_(asio::make_strand(core_->io())),
        accept_pause_(core_->io()),
        sweep_timer_(core_->io()),
        tls_(std::move(tls)) {}
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() override { stop(); }

  Result<void> open(const std::string& address, std::uint16_t port);
  void start(int threads);

  std::uint16_t port() const override { return port_; }
  void after(Millis delay, std::function<void()> task) override;
  Result<void> reload_tls() override;
  void stop() override;

 private:
  void accept();
  void welcome(Socket socket);
  void sweep();

  const std::shared_ptr<ServerCore> core_;  // first: the members below live in its I/O context
  Acceptor acceptor_;                       // on its strand once the threads run
  asio::steady_timer accept_pause_;         // the same
  asio::steady_timer sweep_timer_;
  const std::optional<ServerTls> tls_;
  std::uint16_t port_ = 0;
  std::vector<std::thread> threads_;
  std::once_flag stopped_;
};

Result<void> Server::open(const std::string& address, std::uint16_t port) {
  ErrorCode error;
  const auto ip = asio::ip::make_address(address, error);
  if (error) {
    return fail(Code::kInvalid,
                "listen address \"" + address + "\" is not an IP address, such as 127.0.0.1 or ::");
  }
  const asio::ip::tcp::endpoint endpoint(ip, port);
  acceptor_.open(endpoint.protocol(), error);
  // Otherwise a restart would have to wait for the old connections to be forgotten by the kernel.
  if (!error) acceptor_.set_option(Acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(Acceptor::max_listen_connections, error);
  if (!error) port_ = acceptor_.local_endpoint(error).port();
  if (error) {
    return fail(Code::kUnavailable, "cannot listen on " + address + " port " +
                                        std::to_string(port) + ": " + error.message());
  }
  return {};
}

void Server::start(int threads) {
  accept();
  sweep();
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { core_->io().run(); });
}

void Server::accept() {
  acceptor_.async_accept(
      asio::make_strand(core_->io()), [this](const ErrorCode& error, Socket socket) {
        if (core_->is_stopping()) return;
        if (!error) {
          welcome(std::move(socket));
          return accept();
        }
        // Most likely no file descriptor is left. Trying again at once would only heat the
        // processor; connections that end meanwhile make room.
        accept_pause_.expires_after(kAcceptPause);
        accept_pause_.async_wait(
            asio::bind_executor(acceptor_.get_executor(), [this](const ErrorCode& cancelled) {
              if (!cancelled && !core_->is_stopping()) accept();
            }));
      });
}

void Server::welcome(Socket socket) {
  ErrorCode error;
  const auto endpoint = socket.remote_endpoint(error);
  if (error) return;  // gone already
  socket.set_option(asio::ip::tcp::no_delay(true), error);
  try {
    const PeerAddress peer = peer_address(endpoint.address());
    const auto tls = core_->tls();
    const auto connection =
        std::make_shared<Connection>(*core_, std::move(socket), tls.get(), peer.text);
    if (core_->admit(connection, peer.network)) connection->start();
  } catch (const std::exception&) {  // no memory: costs this connection, not the server
  }
}

void Server::sweep() {
  sweep_timer_.expires_after(kSweepEvery);
  sweep_timer_.async_wait([this](const ErrorCode& error) {
    if (error) return;
    const auto now = Connection::Clock::now();
    for (const auto& connection : core_->connections()) connection->check_deadline(now);
    sweep();
  });
}

void Server::after(Millis delay, std::function<void()> task) {
  if (core_->is_stopping()) return;
  const auto timer = std::make_shared<asio::steady_timer>(core_->io(), delay);
  // The timer owns itself through its own wait; the I/O context ends both.
  timer->async_wait([timer, core = core_.get(), task = std::move(task)](const ErrorCode& error) {
    if (!error && !core->is_stopping()) task();
  });
}

Result<void> Server::reload_tls() {
  if (!tls_) return {};
  PL_TRY(auto context, load_tls(*tls_));
  core_->set_tls(std::move(context));
  return {};
}

void Server::stop() {
  std::call_once(stopped_, [this] {
    core_->begin_stop();
    asio::post(acceptor_.get_executor(), [this] {
      ErrorCode ignored;
      acceptor_.close(ignored);
    });
    for (const auto& connection : core_->connections()) connection->wind_down();
    core_->wait_until_empty(kStopGrace);
    core_->io().stop();
    for (std::thread& thread : threads_) thread.join();
    ErrorCode ignored;
    acceptor_.close(ignored);
    for (const auto& connection : core_->connections()) connection->close();
  });
}

}  // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::listen(const std::string& address,
                                                       std::uint16_t port, int threads,
                                                       ServerLimits limits, Callbacks callbacks,
                                                       std::optional<ServerTls> tls) {
  PL_CHECK(threads > 0 && limits.answer_rate > 0);
  PL_CHECK(callbacks.body_limit && callbacks.on_request);
  auto server = std::make_unique<Server>(threads, limits, std::move(callbacks), std::move(tls));
  PL_DO(server->reload_tls());
  PL_DO(server->open(address, port));
  server->start(threads);
  return server;
}

}  // namespace pl::net
