// The parameters of a list: `limit`, `before`, and what is asked for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "http/api_route.h"
#include "http/views.h"

namespace pl::http {

inline constexpr std::int64_t kPage = 100;  // the most items of one answer

// A whole number of the query, within bounds; `otherwise` where it is absent.
Result<std::int64_t> whole_number(const ApiRequest& request, std::string_view name,
                                  std::int64_t otherwise, std::int64_t least, std::int64_t most);

Result<std::size_t> read_limit(const ApiRequest& request);

// An id of the query; kInvalid names the parameter.
template <class SomeId>
Result<std::optional<SomeId>> read_id(const ApiRequest& request, std::string_view name) {
  const auto text = request.parameter(name);
  if (!text) return std::nullopt;
  auto id = SomeId::parse(*text);
  if (id) return id;
  return fail(Code::kInvalid, std::string(name) + ": that is not an id of this kind");
}

// kNotFound, with the lines that there are, for a line of the query that this server has not.
Result<void> check_line(const engine::Turn& turn, const std::optional<core::LineName>& line);

// Newest first, at most `limit`: then `next` is the `before` of the page that follows, or null.
template <class Row, class Show>
Result<wire::Json> page(const std::vector<Row>& rows, std::size_t limit, Show show) {
  std::vector<wire::Json> items;
  for (const Row& row : rows) {
    PL_TRY(wire::Json shown, show(row));
    items.push_back(std::move(shown));
  }
  const bool full = rows.size() == limit && !rows.empty();
  return wire::Json{
      wire::Json::Members{{"items", list(std::move(items))},
                          {"next", full ? wire::Json{rows.back().id.text()} : wire::Json{}}}};
}

}  // namespace pl::http
