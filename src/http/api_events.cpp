// /v1/endpoints, /v1/deliveries
#include <algorithm>

#include "engine/endpoints.h"
#include "engine/events.h"
#include "http/api_query.h"
#include "wire/standard_webhooks.h"

namespace pl::http {
namespace {

using core::DeliveryId;
using core::EndpointId;
using engine::EndpointFields;
using wire::Json;
using wire::JsonView;

constexpr std::size_t kUrlBytes = 2048;

Json names(const std::set<std::string>& texts) {
  std::vector<Json> items;
  for (const std::string& text : texts) items.push_back({text});
  return list(std::move(items));
}

Json time_or_null(const std::optional<UtcTime>& time) {
  return time ? Json{format_utc(*time)} : Json{};
}

// Its secrets are shown when they are made, and never again.
Json endpoint_view(const ports::Endpoint& endpoint) {
  return {Json::Members{
      {"id", {endpoint.id.text()}},
      {"url", {endpoint.url}},
      {"events", names(endpoint.events)},
      {"enabled", {!endpoint.disabled_at.has_value()}},
      {"created_at", {format_utc(endpoint.created_at)}},
      {"disabled_at", time_or_null(endpoint.disabled_at)},
  }};
}

Json delivery_view(const ports::Delivery& delivery) {
  return {Json::Members{
      {"id", {delivery.id.text()}},
      {"endpoint", {delivery.endpoint.text()}},
      {"event", {delivery.event}},
      {"state", {std::string(text_of(delivery.state))}},
      {"tries", {std::int64_t(delivery.tries)}},
      {"created_at", {format_utc(delivery.created_at)}},
      {"due", time_or_null(delivery.due)},
      {"failure", text_or_null(delivery.failure)},
      {"settled_at", time_or_null(delivery.settled_at)},
  }};
}

Result<std::set<std::string>> read_events(const JsonView& body) {
  PL_TRY(const auto items, body.list("events"));
  std::set<std::string> events;
  for (const JsonView& item : items) {
    const auto* text = std::get_if<std::string>(&item.json().value);
    const bool known = text != nullptr &&
                       std::find(std::begin(engine::kEvents), std::end(engine::kEvents), *text) !=
                           std::end(engine::kEvents);
    if (!known) {
      return fail_at(item,
                     "is none of caller.onboarded, outreach.connected, outreach.texted, "
                     "outreach.failed, call.ended, attention.raised");
    }
    events.insert(*text);
  }
  return events;
}

Result<EndpointFields> read_endpoint(const ApiRequest& request, const UrlCheck& check) {
  PL_TRY(const Json document, read_body(request));
  const JsonView body(document);
  PL_DO(only_keys(body, {"url", "events", "enabled"}));
  EndpointFields fields;
  PL_TRY(fields.url, body.text("url"));
  PL_TRY(fields.enabled, body.flag("enabled"));
  PL_TRY(const auto events, body.find("events"));
  if (events) {
    PL_TRY(fields.events, read_events(body));
  }
  if (!fields.url) return fields;
  if (fields.url->size() > kUrlBytes) return fail(Code::kInvalid, "url: at most 2048 bytes");
  if (const auto checked = check(*fields.url); !checked) {
    return fail(Code::kInvalid, "url: " + checked.error().message);
  }
  return fields;
}

std::string new_secret(engine::Turn& turn) {
  std::vector<std::uint8_t> key;
  for (int half = 0; half < 2; ++half) {
    for (const std::uint64_t word : turn.world.entropy.draw()) {
      for (unsigned shift = 0; shift < 64; shift += 8) {
        key.push_back(static_cast<std::uint8_t>(word >> shift));
      }
    }
  }
  return wire::WebhookSecret::of(key).text();
}

Json with_secret(const ports::Endpoint& endpoint) {
  Json shown = endpoint_view(endpoint);
  std::get<Json::Members>(shown.value)["secret"] = {endpoint.secrets.front()};
  return shown;
}

// It holds the secret, which is shown once and kept in no answer: no Idempotency-Key here.
void answer_once_only(engine::Engine& engine, ApiRequest request, int status,
                      std::function<Result<Json>(engine::Turn&)> use_case) {
  request.idempotency_key.reset();
  answer(engine, request, status, std::move(use_case));
}

void get_endpoints(engine::Engine& engine, ApiRequest request) {
  answer(engine, request, 200, [](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const auto all, turn.tx.endpoints());
    std::vector<Json> items;
    for (const ports::Endpoint& endpoint : all) items.push_back(endpoint_view(endpoint));
    return Json{Json::Members{{"items", list(std::move(items))}}};
  });
}

void delete_endpoint(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<EndpointId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 200, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const ports::Endpoint endpoint, engine::remove_endpoint(turn, id));
    return endpoint_view(endpoint);
  });
}

void post_rotate(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<EndpointId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer_once_only(engine, std::move(request), 200, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const ports::Endpoint endpoint, engine::rotate_secret(turn, id, new_secret(turn)));
    return with_secret(endpoint);
  });
}

Result<ports::DeliveryFilter> delivery_filter(const ApiRequest& request) {
  ports::DeliveryFilter filter;
  PL_TRY(filter.limit, read_limit(request));
  PL_TRY(filter.before, read_id<DeliveryId>(request, "before"));
  PL_TRY(filter.endpoint, read_id<EndpointId>(request, "endpoint"));
  if (const auto state = request.parameter("state")) {
    filter.state = enum_from<ports::DeliveryState>(*state);
    if (!filter.state) return fail(Code::kInvalid, "state: pending, delivered or dead");
  }
  return filter;
}

void get_deliveries(engine::Engine& engine, ApiRequest request) {
  const auto filter = delivery_filter(request);
  if (!filter) return reply_malformed(request.reply, filter.error());
  answer(engine, request, 200, [filter = *filter](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const auto deliveries, turn.tx.deliveries(filter));
    return page(deliveries, filter.limit, [](const ports::Delivery& delivery) -> Result<Json> {
      return delivery_view(delivery);
    });
  });
}

void post_replay(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<DeliveryId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 202, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const ports::Delivery delivery, engine::replay(turn, id));
    return delivery_view(delivery);
  });
}

}  // namespace

std::vector<Route> event_routes(UrlCheck check) {
  using enum ports::Scope;
  const auto post_endpoint = [check](engine::Engine& engine, ApiRequest request) {
    auto fields = read_endpoint(request, check);
    if (!fields) return reply_malformed(request.reply, fields.error());
    answer_once_only(engine, std::move(request), 201,
                     [fields = *std::move(fields)](engine::Turn& turn) -> Result<Json> {
                       PL_TRY(const ports::Endpoint endpoint,
                              engine::add_endpoint(turn, fields, new_secret(turn)));
                       return with_secret(endpoint);
                     });
  };
  const auto patch_endpoint = [check](engine::Engine& engine, const ApiRequest& request) {
    const auto id = path_id<EndpointId>(request);
    if (!id) return request.reply(problem(id.error()));
    auto fields = read_endpoint(request, check);
    if (!fields) return reply_malformed(request.reply, fields.error());
    answer(engine, request, 200,
           [id = *id, fields = *std::move(fields)](engine::Turn& turn) -> Result<Json> {
             PL_TRY(const ports::Endpoint endpoint, engine::change_endpoint(turn, id, fields));
             return endpoint_view(endpoint);
           });
  };
  return {
      {"GET", "endpoints", kAdmin, get_endpoints},
      {"POST", "endpoints", kAdmin, post_endpoint},
      {"PATCH", "endpoints/{id}", kAdmin, patch_endpoint},
      {"DELETE", "endpoints/{id}", kAdmin, delete_endpoint},
      {"POST", "endpoints/{id}/rotate", kAdmin, post_rotate},
      {"GET", "deliveries", kAdmin, get_deliveries},
      {"POST", "deliveries/{id}/replay", kAdmin, post_replay},
  };
}

}  // namespace pl::http
