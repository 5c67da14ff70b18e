#include "net/server_core.h"

#include "net/connection.h"

namespace pl::net {

std::shared_ptr<TlsContext> ServerCore::tls() const {
  const Lock lock(mutex_);
  return tls_;
}

void ServerCore::set_tls(std::shared_ptr<TlsContext> tls) {
  const Lock lock(mutex_);
  tls_ = std::move(tls);
}

bool ServerCore::admit(std::shared_ptr<Connection> connection, const std::string& peer) {
  const Lock lock(mutex_);
  if (stopping_ || connections_.size() >= limits_.connections) return false;
  const auto counted = per_peer_.find(peer);
  const std::size_t of_peer = counted == per_peer_.end() ? 0 : counted->second;
  if (limits_.connections_per_peer > 0 && of_peer >= limits_.connections_per_peer) return false;
  connections_.emplace(std::move(connection), peer);
  ++per_peer_[peer];
  return true;
}

void ServerCore::forget(const std::shared_ptr<Connection>& connection) {
  const Lock lock(mutex_);
  const auto found = connections_.find(connection);
  if (found == connections_.end()) return;
  const auto counted = per_peer_.find(found->second);
  if (--counted->second == 0) per_peer_.erase(counted);
  connections_.erase(found);
  if (connections_.empty()) emptied_.notify_all();
}

std::vector<std::shared_ptr<Connection>> ServerCore::connections() const {
  const Lock lock(mutex_);
  std::vector<std::shared_ptr<Connection>> all;
  all.reserve(connections_.size());
  for (const auto& [connection, peer] : connections_) all.push_back(connection);
  return all;
}

bool ServerCore::take_room(std::size_t bytes) {
  std::size_t held = held_;
  do {
    if (bytes > limits_.long_bodies - held) return false;
  } while (!held_.compare_exchange_weak(held, held + bytes));
  return true;
}

void ServerCore::begin_stop() {
  const Lock lock(mutex_);
  stopping_ = true;
}

void ServerCore::wait_until_empty(Millis limit) {
  const Lock lock(mutex_);
  emptied_.wait_for(mutex_, limit, [this]() PL_UNDER(mutex_) { return connections_.empty(); });
}

}  // namespace pl::net
