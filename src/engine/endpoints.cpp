#include "engine/endpoints.h"

#include <algorithm>

namespace pl::engine {
namespace {

Result<ports::Endpoint> endpoint(Turn& turn, const core::EndpointId& id) {
  PL_TRY(auto found, find_endpoint(turn, id));
  if (!found) return fail(Code::kNotFound, "no endpoint " + id.text());
  return *std::move(found);
}

}  // namespace

Result<std::optional<ports::Endpoint>> find_endpoint(Turn& turn, const core::EndpointId& id) {
  PL_TRY(const auto all, turn.tx.endpoints());
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
  if (found == all.end()) return std::nullopt;
  return *found;
}

Result<ports::Endpoint> add_endpoint(Turn& turn, const EndpointFields& fields, std::string secret) {
  if (!fields.url) return fail(Code::kInvalid, "url: missing; write https://...");
  PL_TRY(const auto all, turn.tx.endpoints());
  if (all.size() >= kMostEndpoints) {
    return fail(Code::kConflict, "there are 10 endpoints; delete one that nobody needs");
  }
  ports::Endpoint added{
      .id = turn.new_id<core::EndpointId>(),
      .url = *fields.url,
      .events = fields.events.value_or(std::set<std::string>()),
      .secrets = {std::move(secret)},
      .created_at = turn.now,
      .disabled_at = fields.enabled.value_or(true) ? std::nullopt : std::optional(turn.now)};
  PL_DO(turn.tx.insert(added));
  return added;
}

Result<ports::Endpoint> change_endpoint(Turn& turn, const core::EndpointId& id,
                                        const EndpointFields& fields) {
  PL_TRY(ports::Endpoint changed, endpoint(turn, id));
  if (fields.url) changed.url = *fields.url;
  if (fields.events) changed.events = *fields.events;
  if (fields.enabled && *fields.enabled) changed.disabled_at.reset();
  if (fields.enabled && !*fields.enabled && !changed.disabled_at) changed.disabled_at = turn.now;
  PL_DO(turn.tx.update(changed));
  return changed;
}

Result<ports::Endpoint> rotate_secret(Turn& turn, const core::EndpointId& id, std::string secret) {
  PL_TRY(ports::Endpoint rotated, endpoint(turn, id));
  rotated.secrets = {std::move(secret), rotated.secrets.front()};
  PL_DO(turn.tx.update(rotated));
  return rotated;
}

Result<ports::Endpoint> remove_endpoint(Turn& turn, const core::EndpointId& id) {
  PL_TRY(ports::Endpoint removed, endpoint(turn, id));
  PL_DO(turn.tx.remove(id));
  return removed;
}

}  // namespace pl::engine
