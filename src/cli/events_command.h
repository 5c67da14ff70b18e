// partyline endpoints, deliveries: events to the owning product
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace pl::cli {

int list_endpoints(const Session& session);
// Prints the secret that its events are signed with, which nobody can show again.
int add_endpoint(const Session& session, const std::string& url,
                 const std::vector<std::string>& events);
int rotate_endpoint(const Session& session, const std::string& id);
int remove_endpoint(const Session& session, const std::string& id);

struct DeliveriesListOptions {
  std::string state;
  std::string endpoint;
  std::size_t limit = 50;
  std::string before;
};

int list_deliveries(const Session& session, const DeliveriesListOptions& options);
int replay_delivery(const Session& session, const std::string& id);

}  // namespace pl::cli
