#include "http/api_query.h"

#include <charconv>

namespace pl::http {

Result<std::int64_t> whole_number(const ApiRequest& request, std::string_view name,
                                  std::int64_t otherwise, std::int64_t least, std::int64_t most) {
  const auto text = request.parameter(name);
  if (!text) return otherwise;
  std::int64_t number = 0;
  const char* const end = text->data() + text->size();
  const auto [rest, error] = std::from_chars(text->data(), end, number);
  if (error == std::errc() && rest == end && number >= least && number <= most) return number;
  return fail(Code::kInvalid, std::string(name) + ": a whole number from " + std::to_string(least) +
                                  " to " + std::to_string(most));
}

Result<void> check_line(const engine::Turn& turn, const std::optional<core::LineName>& line) {
  if (!line) return {};
  const auto found = turn.world.lines.meant(line);
  if (!found) return tl::unexpected(found.error());
  return {};
}

Result<std::size_t> read_limit(const ApiRequest& request) {
  PL_TRY(const std::int64_t limit, whole_number(request, "limit", 50, 1, kPage));
  return static_cast<std::size_t>(limit);
}

}  // namespace pl::http
