// DELETE /v1/callers/{id}, /v1/callers/{id}/export, /v1/erasures
#include "engine/privacy.h"

#include <limits>

#include "http/api_query.h"

namespace pl::http {
namespace {

using core::CallerId;
using core::ErasureId;
using wire::Json;

constexpr std::size_t kAll = std::numeric_limits<std::int32_t>::max();

Json receipt_view(const engine::ErasureState& erasure) {
  const ports::Erasure& receipt = erasure.receipt;
  Json::Members rows;
  for (const auto& [table, count] : receipt.rows) rows[table] = {count};
  std::vector<Json> left;
  for (const ports::Forgetting& one : erasure.left) {
    left.push_back({Json::Members{{"conversation_id", {one.conversation.text}},
                                  {"tries", {std::int64_t(one.tries)}},
                                  {"next_try", one.due ? Json{format_utc(*one.due)} : Json{}},
                                  {"failure", text_or_null(one.failure)}}});
  }
  return {Json::Members{
      {"id", {receipt.id.text()}},
      {"caller", {receipt.caller.text()}},
      {"at", {format_utc(receipt.at)}},
      {"by", {receipt.by}},
      {"rows", {std::move(rows)}},
      {"conversations", {receipt.conversations}},
      {"conversations_left", list(std::move(left))},
      {"complete", {erasure.left.empty()}},
  }};
}

void delete_caller(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<CallerId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 200,
         [id = *id, by = request.client.name](engine::Turn& turn) -> Result<Json> {
           PL_TRY(const ports::Erasure receipt, engine::erase_caller(turn, id, by));
           PL_TRY(const engine::ErasureState state, engine::erasure(turn, receipt.id));
           return receipt_view(state);
         });
}

void get_erasure(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<ErasureId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 200, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const engine::ErasureState state, engine::erasure(turn, id));
    return receipt_view(state);
  });
}

Result<Json> export_outreaches(engine::Turn& turn, const CallerId& id) {
  ports::OutreachFilter filter;
  filter.caller = id;
  filter.limit = kAll;
  PL_TRY(const auto outreaches, turn.tx.outreaches(filter));
  std::vector<Json> items;
  for (const core::Outreach& outreach : outreaches) {
    PL_TRY(const auto attempts, turn.tx.calls_of(outreach.id));
    PL_TRY(const auto texts, turn.tx.texts_of(outreach.id));
    Json shown = view(outreach, attempts, texts);
    Json::Members variables;
    for (const auto& [key, value] : outreach.variables) variables[key] = {value};
    std::get<Json::Members>(shown.value)["variables"] = {std::move(variables)};
    if (outreach.opening) {
      std::get<Json::Members>(shown.value)["opening"] = {outreach.opening->source()};
    }
    items.push_back(std::move(shown));
  }
  return list(std::move(items));
}

Result<Json> export_calls(engine::Turn& turn, const CallerId& id) {
  ports::CallFilter filter;
  filter.caller = id;
  filter.limit = kAll;
  PL_TRY(const auto calls, turn.tx.calls(filter));
  std::vector<Json> items;
  for (const core::Call& call : calls) {
    PL_TRY(const auto initiation, turn.tx.initiation(call.id));
    items.push_back(view(call, initiation));
  }
  return list(std::move(items));
}

// Everything that is kept of a person, for whoever asks what that is.
void get_export(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<CallerId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 200, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const core::Caller caller, turn.caller(id));
    PL_TRY(Json outreaches, export_outreaches(turn, id));
    PL_TRY(Json calls, export_calls(turn, id));
    return Json{Json::Members{{"exported_at", {format_utc(turn.now)}},
                              {"caller", view(caller, {})},
                              {"outreaches", std::move(outreaches)},
                              {"calls", std::move(calls)}}};
  });
}

}  // namespace

std::vector<Route> privacy_routes() {
  using enum ports::Scope;
  return {
      {"DELETE", "callers/{id}", kErase, delete_caller},
      {"GET", "callers/{id}/export", kErase, get_export},
      {"GET", "erasures/{id}", kRead, get_erasure},
  };
}

}  // namespace pl::http
