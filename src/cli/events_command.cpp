#include "cli/events_command.h"

#include <memory>

#include "base/percent.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/commands.h"
#include "cli/shown.h"
#include "cli/table.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;

std::string endpoint_path(const std::string& id) {
  return "/v1/endpoints/" + percent_encode(id);
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
                      post(session, endpoint_path(id) + "/rotate", Json{Json::Members{}}));
}

int remove_endpoint(const Session& session, const std::string& id) {
  const auto endpoint = remove(session, endpoint_path(id));
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
      post(session, "/v1/deliveries/" + percent_encode(id) + "/replay", Json{Json::Members{}});
  if (!delivery) return complain(session, "deliveries replay", delivery.error());
  if (session.json) {
    print_json(session, *delivery);
  } else {
    print_deliveries(session, {JsonView(*delivery)});
  }
  return kDone;
}

void add_endpoints(CLI::App& program, int& exit_code) {
  CLI::App& endpoints = group(program, "endpoints", "Where events are sent to");
  run_as_client(
      child(endpoints, "list", "List the endpoints", "Example:\n  partyline endpoints list"),
      exit_code, list_endpoints);
  struct Wanted {
    std::string url;
    std::vector<std::string> events;
  };
  auto wanted = std::make_shared<Wanted>();
  CLI::App& add = child(endpoints, "add",
                        "Send events to a URL, and print what they are signed with, this once",
                        "Example:\n  partyline endpoints add https://example.org/events \\\n"
                        "    --events call.ended,outreach.failed > hook.secret");
  add.add_option("url", wanted->url, "https://...")->required();
  add.add_option("--events", wanted->events, "Which, separated by commas; without: all")
      ->allow_extra_args(false)
      ->delimiter(',');
  run_as_client(add, exit_code, [wanted](const Session& session) {
    return add_endpoint(session, wanted->url, wanted->events);
  });
  add_with_id(endpoints, exit_code, "remove", "Send nothing there any more",
              "Example:\n  partyline endpoints remove hook_01m81pn9qp0x5xpzfgb1rgqxa6",
              remove_endpoint);
  add_with_id(endpoints, exit_code, "rotate", "Make a new secret and print it, this once",
              "Example:\n  partyline endpoints rotate hook_01m81pn9qp0x5xpzfgb1rgqxa6\n\n"
              "The secret until now stays good until the next rotation.",
              rotate_endpoint);
}

void add_deliveries(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<DeliveriesListOptions>();
  CLI::App& command = child(program, "deliveries", "List events on their way",
                            "Example:\n  partyline deliveries --state dead");
  command.add_option("--state", options->state, "pending, delivered or dead");
  command.add_option("--endpoint", options->endpoint, "Only those to this endpoint");
  add_page(command, *options);
  run_as_client(command, exit_code,
                [options](const Session& session) { return list_deliveries(session, *options); });
  add_with_id(command, exit_code, "replay", "Send one again",
              "Example:\n  partyline deliveries replay msg_01m81pn9qp0x5xpzfgb1rgqxa6",
              replay_delivery);
}

}  // namespace pl::cli
