#include "net/server_core.h"

#include "net/connection.h"

namespace pl::net {

bool ServerCore::admit(std::shared_ptr<Connection> connection) {
  const std::lock_guard lock(mutex_);
  if (stopping_ || connections_.size() >= limits_.connections) return false;
  return connections_.insert(std::move(connection)).second;
}

void ServerCore::forget(const std::shared_ptr<Connection>& connection) {
  const std::lock_guard lock(mutex_);
  connections_.erase(connection);
  if (connections_.empty()) emptied_.notify_all();
}

std::vector<std::shared_ptr<Connection>> ServerCore::connections() const {
  const std::lock_guard lock(mutex_);
  return {connections_.begin(), connections_.end()};
}

void ServerCore::begin_stop() {
  const std::lock_guard lock(mutex_);
  stopping_ = true;
}

void ServerCore::wait_until_empty(Millis limit) {
  std::unique_lock lock(mutex_);
  emptied_.wait_for(lock, limit, [this] { return connections_.empty(); });
}

}  // namespace pl::net
