// Events for the owning product: where they go, and which have not arrived yet.
#include "store/memory/copies.h"
#include "store/memory/memory_tx.h"

namespace pl::store {

Result<std::vector<ports::Endpoint>> MemoryTx::endpoints() {
  return values_of(tables_.endpoints.rows());
}

Result<void> MemoryTx::insert(const ports::Endpoint& endpoint) {
  if (tables_.endpoints.find(endpoint.id)) return taken("the id is taken");
  set(tables_.endpoints, endpoint.id, std::optional(endpoint));
  return {};
}

Result<void> MemoryTx::update(const ports::Endpoint& endpoint) {
  if (!tables_.endpoints.find(endpoint.id)) return absent("endpoint");
  set(tables_.endpoints, endpoint.id, std::optional(endpoint));
  return {};
}

Result<void> MemoryTx::remove(const core::EndpointId& endpoint) {
  if (!tables_.endpoints.find(endpoint)) return absent("endpoint");
  remove_if(tables_.deliveries,
            [&endpoint](const ports::Delivery& one) { return one.endpoint == endpoint; });
  set(tables_.endpoints, endpoint, std::optional<ports::Endpoint>());
  return {};
}

Result<std::optional<ports::Delivery>> MemoryTx::delivery(const core::DeliveryId& id) {
  return value_of(tables_.deliveries.find(id));
}

Result<std::vector<ports::Delivery>> MemoryTx::deliveries(const ports::DeliveryFilter& filter) {
  const auto& all = tables_.deliveries.rows();
  auto end = filter.before ? all.lower_bound(*filter.before) : all.end();
  std::vector<ports::Delivery> rows;
  for (; end != all.begin() && rows.size() < filter.limit; --end) {
    const ports::Delivery& row = std::prev(end)->second;
    const bool wanted = (!filter.endpoint || row.endpoint == *filter.endpoint) &&
                        (!filter.state || row.state == *filter.state);
    if (wanted) rows.push_back(row);
  }
  return rows;
}

Result<std::vector<core::DeliveryId>> MemoryTx::due_deliveries(UtcTime now, std::size_t limit) {
  std::vector<core::DeliveryId> due;
  tables_.deliveries.each_due([&](UtcTime at, const core::DeliveryId& id) {
    if (at > now || due.size() == limit) return false;
    if (!is_set_aside(ports::Table::kDelivery, id.view())) due.push_back(id);
    return true;
  });
  return due;
}

Result<void> MemoryTx::insert(const ports::Delivery& delivery) {
  if (tables_.deliveries.find(delivery.id)) return taken("the id is taken");
  if (!tables_.endpoints.find(delivery.endpoint)) return belongs_to_nothing("endpoint");
  set(tables_.deliveries, delivery.id, std::optional(delivery));
  return {};
}

Result<void> MemoryTx::update(const ports::Delivery& delivery) {
  if (!tables_.deliveries.find(delivery.id)) return absent("delivery");
  if (!tables_.endpoints.find(delivery.endpoint)) return belongs_to_nothing("endpoint");
  set(tables_.deliveries, delivery.id, std::optional(delivery));
  return {};
}

Result<void> MemoryTx::drop_deliveries(UtcTime settled_before) {
  remove_if(tables_.deliveries, [settled_before](const ports::Delivery& one) {
    const bool settled = one.state != ports::DeliveryState::kPending;
    return settled && one.settled_at && *one.settled_at < settled_before;
  });
  return {};
}

}  // namespace pl::store
