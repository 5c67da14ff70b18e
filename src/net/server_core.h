// What the connections of one server share: the I/O context, the limits, and who is connected.
#pragma once

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without including it

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <condition_variable>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "locks/mutex.h"
#include "net/http_server.h"
#include "net/server_tls.h"

namespace pl::net {

class Connection;

// Owned by the server alone. Connections refer to it, since they live in the I/O context inside it;
// a Reply, which may outlive everything, holds it weakly and keeps it alive only while answering.
class ServerCore : public std::enable_shared_from_this<ServerCore> {
 public:
  ServerCore(int threads, const ServerLimits& limits, HttpServer::Callbacks callbacks)
      : io_(threads), limits_(limits), callbacks_(std::move(callbacks)) {}

  boost::asio::io_context& io() { return io_; }
  const ServerLimits& limits() const { return limits_; }
  const HttpServer::Callbacks& callbacks() const { return callbacks_; }

  // What new connections speak; empty: plain HTTP. From any thread.
  std::shared_ptr<TlsContext> tls() const;
  void set_tls(std::shared_ptr<TlsContext> tls);

  // From any thread. False when there is no room, for `peer` or at all, or the server is stopping.
  bool admit(std::shared_ptr<Connection> connection, const std::string& peer);
  void forget(const std::shared_ptr<Connection>& connection);
  std::vector<std::shared_ptr<Connection>> connections() const;

  // Room for bytes of long bodies; false when there is not so much. From any thread.
  bool take_room(std::size_t bytes);
  void give_room_back(std::size_t bytes) { held_ -= bytes; }

  bool is_stopping() const { return stopping_; }
  void begin_stop();                    // from now on nobody is admitted
  void wait_until_empty(Millis limit);  // no longer than that

 private:
  boost::asio::io_context io_;  // first, so that it outlives the connections below
  const ServerLimits limits_;
  const HttpServer::Callbacks callbacks_;
  std::atomic<bool> stopping_ = false;
  std::atomic<std::size_t> held_ = 0;  // of limits_.long_bodies
  mutable Mutex mutex_;
  std::shared_ptr<TlsContext> tls_ PL_GUARDED_BY(mutex_);
  std::condition_variable_any emptied_;
  // Whose each is. Owners, because nothing else holds a connection while it waits for its Reply.
  std::unordered_map<std::shared_ptr<Connection>, std::string> connections_ PL_GUARDED_BY(mutex_);
  std::unordered_map<std::string, std::size_t> per_peer_ PL_GUARDED_BY(mutex_);  // never 0
};

}  // namespace pl::net
