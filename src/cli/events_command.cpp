#include "cli/events_command.h"

#include "cli/shown.h"
#include "cli/table.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;

std::string path_of(const std::string& id) {
  return "/v1/endpoints/" + net::percent_encode(id);
}

void print_endpoints(const Session& session, const std::vector<JsonView>& endpoints) {
  Table table({"ID", "URL", "EVENTS", "ENABLED", "CREATED"});
  for (const JsonView& endpoint : endpoints) {
    const std::string events = shown_at(endpoint, "events");
    table.add({shown_at(endpoint, "id"), shown_at(endpoint, "url"), events.empty() ? "all" : events,
               shown_at(endpoint, "enabled"), time_at(endpoint, "created_at")});
  }
  session.out(table.text());
}

void print_deliveries(const Session& session, const std::vector<JsonView>& deliveries) {
  Table table({"ID", "EVENT", "STATE", "TRIES", "CREATED", "NEXT TRY", "SETTLED", "WHY"});
  for (const JsonView& delivery : deliveries) {
    table.add({shown_at(delivery, "id"), shown_at(delivery, "event"), shown_at(delivery, "state"),
               shown_at(delivery, "tries"), time_at(delivery, "created_at"),
               time_at(delivery, "due"), time_at(delivery, "settled_at"),
               shown_at(delivery, "failure")});
  }
  session.out(table.text());
}

int print_secret(const Session& session, const char* command, const Result<Json>& endpoint) {
  if (!endpoint) return complain(session, command, endpoint.error());
  if (session.json) {
    print_json(session, *endpoint);
    return kDone;
  }
  // The secret alone on standard output: it is what a script wants.
  session.err(shown_at(JsonView(*endpoint), "id") + "; its secret is shown this once:\n");
  session.out(shown_at(JsonView(*endpoint), "secret") + "\n");
  return kDone;
}

}  // namespace

int list_endpoints(const Session& session) {
  const auto list = get(session, "/v1/endpoints");
  if (!list) return complain(session, "endpoints list", list.error());
  if (session.json) {
    print_json(session, *list);
    return kDone;
  }
  print_endpoints(session, list_at(JsonView(*list), "items"));
  hint_at_more(session, *list);
  return kDone;
}

int add_endpoint(const Session& session, const std::string& url,
                 const std::vector<std::string>& events) {
  Json::Members body{{"url", {url}}};
  if (!events.empty()) {
    Json::List wanted;
    for (const std::string& event : events) wanted.push_back({event});
    body["events"] = {std::move(wanted)};
  }
  return print_secret(session, "endpoints add", post(session, "/v1/endpoints", {std::move(body)}));
}

int rotate_endpoint(const Session& session, const std::string& id) {
  return print_secret(session, "endpoints rotate",
                      post(session, path_of(id) + "/rotate", Json{Json::Members{}}));
}

int remove_endpoint(const Session& session, const std::string& id) {
  const auto endpoint = remove(session, path_of(id));
  if (!endpoint) return complain(session, "endpoints remove", endpoint.error());
  if (session.json) {
    print_json(session, *endpoint);
  } else {
    print_endpoints(session, {JsonView(*endpoint)});
  }
  return kDone;
}

int list_deliveries(const Session& session, const DeliveriesListOptions& options) {
  const auto list =
      read_list(session, {.path = "/v1/deliveries",
                          .parameters = {{"state", options.state}, {"endpoint", options.endpoint}},
                          .limit = options.limit,
                          .before = options.before});
  if (!list) return complain(session, "deliveries list", list.error());
  if (session.json) {
    print_json(session, *list);
    return kDone;
  }
  print_deliveries(session, list_at(JsonView(*list), "items"));
  hint_at_more(session, *list);
  return kDone;
}

int replay_delivery(const Session& session, const std::string& id) {
  const auto delivery =
      post(session, "/v1/deliveries/" + net::percent_encode(id) + "/replay", Json{Json::Members{}});
  if (!delivery) return complain(session, "deliveries replay", delivery.error());
  if (session.json) {
    print_json(session, *delivery);
  } else {
    print_deliveries(session, {JsonView(*delivery)});
  }
  return kDone;
}

}  // namespace pl::cli
