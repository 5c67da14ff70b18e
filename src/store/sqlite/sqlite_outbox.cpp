// Events for the owning product: where they go, and which have not arrived yet.
#include "store/sqlite/codec.h"
#include "store/sqlite/sqlite_tx.h"

namespace pl::store {
namespace {

const RowSql& endpoint_sql() {
  static const RowSql made =
      row_sql("endpoint", "id, url, events, secrets, created_at, disabled_at");
  return made;
}

const RowSql& delivery_sql() {
  static const RowSql made =
      row_sql("delivery",
              "id, endpoint_id, event, caller_id, body, created_at, state, tries, due, failure, "
              "settled_at");
  return made;
}

Result<ports::Endpoint> read_endpoint(const Query& query) {
  Row row(query, "endpoint");
  ports::Endpoint endpoint{
      .id = row.get<core::EndpointId>(),
      .url = row.get<std::string>(),
      .events = row.json(words_from),
      .secrets = row.json(list_from),
      .created_at = row.get<UtcTime>(),
      .disabled_at = row.get<std::optional<UtcTime>>(),
  };
  return row.checked(std::move(endpoint));
}

Result<ports::Delivery> read_delivery(const Query& query) {
  Row row(query, "delivery");
  ports::Delivery delivery{
      .id = row.get<core::DeliveryId>(),
      .endpoint = row.get<core::EndpointId>(),
      .event = row.get<std::string>(),
      .caller = row.get<std::optional<core::CallerId>>(),
      .body = row.get<std::string>(),
      .created_at = row.get<UtcTime>(),
      .state = row.get<ports::DeliveryState>(),
      .tries = row.get<int>(),
      .due = row.get<std::optional<UtcTime>>(),
      .failure = row.get<std::string>(),
      .settled_at = row.get<std::optional<UtcTime>>(),
  };
  return row.checked(std::move(delivery));
}

// The texts that the cells of an endpoint refer to.
struct Json {
  explicit Json(const ports::Endpoint& endpoint)
      : events(to_json(endpoint.events)), secrets(to_json(endpoint.secrets)) {}
  std::string events;
  std::string secrets;
};

Cells cells_of(const ports::Endpoint& e, const Json& json) {
  return {cell(e.id),         cell(e.url),        cell(json.events),
          cell(json.secrets), cell(e.created_at), cell(e.disabled_at)};
}

Cells cells_of(const ports::Delivery& d) {
  return {cell(d.id),   cell(d.endpoint),   cell(d.event),     cell(d.caller),
          cell(d.body), cell(d.created_at), cell(d.state),     cell(d.tries),
          cell(d.due),  cell(d.failure),    cell(d.settled_at)};
}

}  // namespace

Result<std::vector<ports::Endpoint>> SqliteTx::endpoints() {
  static const std::string kAll = endpoint_sql().select + " ORDER BY id";
  return all(kAll, {}, read_endpoint);
}

Result<void> SqliteTx::insert(const ports::Endpoint& endpoint) {
  PL_DO(change(endpoint_sql().insert, cells_of(endpoint, Json(endpoint))));
  return {};
}

Result<void> SqliteTx::update(const ports::Endpoint& endpoint) {
  return update_row(endpoint_sql(), cells_of(endpoint, Json(endpoint)));
}

Result<void> SqliteTx::remove(const core::EndpointId& endpoint) {
  PL_DO(change("DELETE FROM delivery WHERE endpoint_id = ?", {cell(endpoint)}));
  PL_TRY(const std::int64_t rows, change("DELETE FROM endpoint WHERE id = ?", {cell(endpoint)}));
  return must_be_there(rows, "endpoint");
}

Result<std::optional<ports::Delivery>> SqliteTx::delivery(const core::DeliveryId& id) {
  static const std::string kById = delivery_sql().select + " WHERE id = ?";
  return one(kById, {cell(id)}, read_delivery);
}

Result<std::vector<ports::Delivery>> SqliteTx::deliveries(const ports::DeliveryFilter& filter) {
  Conditions wanted;
  if (filter.endpoint) wanted.add("endpoint_id = ?", cell(*filter.endpoint));
  if (filter.state) wanted.add("state = ?", cell(*filter.state));
  if (filter.before) wanted.add("id < ?", cell(*filter.before));
  return all(delivery_sql().select + wanted.newest_first(filter.limit), wanted.cells(),
             read_delivery);
}

Result<std::vector<core::DeliveryId>> SqliteTx::due_deliveries(UtcTime now, std::size_t limit) {
  static const std::string kDue = "SELECT id FROM delivery WHERE state = 'pending' AND due <= ?" +
                                  not_set_aside("delivery") + " ORDER BY due, id LIMIT ?";
  return all(kDue, {cell(now), cell_of_limit(limit)}, read_key<core::DeliveryId>);
}

Result<void> SqliteTx::insert(const ports::Delivery& delivery) {
  PL_DO(change(delivery_sql().insert, cells_of(delivery)));
  return {};
}

Result<void> SqliteTx::update(const ports::Delivery& delivery) {
  return update_row(delivery_sql(), cells_of(delivery));
}

Result<void> SqliteTx::drop_deliveries(UtcTime settled_before) {
  PL_DO(change("DELETE FROM delivery WHERE state <> 'pending' AND settled_at < ?",
               {cell(settled_before)}));
  return {};
}

}  // namespace pl::store
