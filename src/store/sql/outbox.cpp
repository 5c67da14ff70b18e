// Events for the owning product: where they go, and which have not arrived yet.
#include "store/sql/sql_tx.h"

namespace pl::store {

using ports::Delivery;
using ports::Endpoint;

Result<std::vector<Endpoint>> SqlTx::endpoints() {
  return all<Endpoint, "ORDER BY id">();
}

Result<void> SqlTx::insert(const Endpoint& endpoint) {
  return insert_row(endpoint);
}

Result<void> SqlTx::update(const Endpoint& endpoint) {
  return update_row(endpoint);
}

Result<void> SqlTx::remove(const core::EndpointId& endpoint) {
  PL_DO(change("DELETE FROM delivery WHERE endpoint_id = ?", endpoint));
  PL_TRY(const std::int64_t rows, change("DELETE FROM endpoint WHERE id = ?", endpoint));
  return must_be_there(rows, "endpoint");
}

Result<std::optional<Delivery>> SqlTx::delivery(const core::DeliveryId& id) {
  return one<Delivery, "WHERE id = ?">(id);
}

Result<std::vector<Delivery>> SqlTx::deliveries(const ports::DeliveryFilter& filter) {
  Conditions wanted;
  if (filter.endpoint) wanted.add("endpoint_id = ?", *filter.endpoint);
  if (filter.state) wanted.add("state = ?", *filter.state);
  if (filter.before) wanted.add("id < ?", *filter.before);
  return newest<Delivery>(wanted, filter.limit);
}

Result<std::vector<core::DeliveryId>> SqlTx::due_deliveries(UtcTime now, std::size_t limit) {
  static const std::string kDue = "SELECT id FROM delivery WHERE state = 'pending' AND due <= ?" +
                                  not_set_aside("delivery") + " ORDER BY due, id LIMIT ?";
  return each<core::DeliveryId>("delivery", kDue, now, limit);
}

Result<void> SqlTx::insert(const Delivery& delivery) {
  return insert_row(delivery);
}

Result<void> SqlTx::update(const Delivery& delivery) {
  return update_row(delivery);
}

Result<void> SqlTx::drop_deliveries(UtcTime settled_before) {
  PL_DO(change("DELETE FROM delivery WHERE state <> 'pending' AND settled_at < ?", settled_before));
  return {};
}

}  // namespace pl::store
