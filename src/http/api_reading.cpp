// /v1/calls, /v1/route, /v1/journal, /v1/lines
#include <charconv>

#include "http/api_route.h"
#include "http/views.h"

namespace pl::http {
namespace {

using core::CallId;
using wire::Json;

constexpr std::int64_t kPage = 100;

// A whole number of the query, within bounds; `otherwise` where it is absent.
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

Result<ports::CallFilter> read_filter(const ApiRequest& request) {
  ports::CallFilter filter;
  PL_TRY(const std::int64_t limit, whole_number(request, "limit", 50, 1, kPage));
  filter.limit = static_cast<std::size_t>(limit);
  if (const auto caller = request.parameter("caller")) {
    filter.caller = core::CallerId::parse(*caller);
    if (!filter.caller) return fail(Code::kInvalid, "caller: that is not the id of a caller");
  }
  if (const auto state = request.parameter("state")) {
    if (*state != "live" && *state != "ended") {
      return fail(Code::kInvalid, "state: write live or ended");
    }
    filter.live = *state == "live";
  }
  return filter;
}

void get_calls(engine::Engine& engine, ApiRequest request) {
  const auto filter = read_filter(request);
  if (!filter) return reply_malformed(request.reply, filter.error());
  answer(engine, request.reply, 200, [filter = *filter](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const auto calls, turn.tx.calls(filter));
    std::vector<Json> items;
    for (const core::Call& call : calls) {
      PL_TRY(const auto initiation, turn.tx.initiation(call.id));
      items.push_back(view_brief(call, initiation.value_or(core::Initiation())));
    }
    return Json{Json::Members{{"items", list(std::move(items))}}};
  });
}

void get_call(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<CallId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request.reply, 200, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const auto call, turn.tx.call(id));
    if (!call) return fail(Code::kNotFound, "no call " + id.text());
    PL_TRY(const auto initiation, turn.tx.initiation(id));
    return view(*call, initiation.value_or(core::Initiation()));
  });
}

void get_route(engine::Engine& engine, ApiRequest request) {
  std::string from(request.parameter("from").value_or(""));
  if (!from.empty() && from.front() == ' ') from.front() = '+';
  std::optional<core::LineName> name;
  if (const auto line = request.parameter("line")) name = core::LineName{std::string(*line)};
  answer(engine, request.reply, 200, [from, name](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const core::Line* line, turn.world.lines.meant(name));
    PL_TRY(const engine::RoutePreview preview, engine::preview_route(turn, *line, from));
    return view(preview);
  });
}

void get_journal(engine::Engine& engine, ApiRequest request) {
  const auto after = whole_number(request, "after", 0, 0, std::numeric_limits<std::int64_t>::max());
  const auto limit = whole_number(request, "limit", kPage, 1, kPage);
  if (!after) return reply_malformed(request.reply, after.error());
  if (!limit) return reply_malformed(request.reply, limit.error());
  answer(engine, request.reply, 200,
         [after = *after, limit = *limit](engine::Turn& turn) -> Result<Json> {
           PL_TRY(const auto entries, turn.tx.journal(after, static_cast<std::size_t>(limit)));
           std::vector<Json> items;
           for (const core::JournalEntry& entry : entries) items.push_back(view(entry));
           return Json{Json::Members{{"items", list(std::move(items))}}};
         });
}

void get_lines(engine::Engine& engine, ApiRequest request) {
  std::vector<Json> items;
  for (const core::Line& line : engine.world().lines.all()) items.push_back(view(line));
  request.reply(json(200, wire::write_json({Json::Members{{"items", list(std::move(items))}}})));
}

}  // namespace

const Route* find_reading_route(const ApiRequest& request) {
  static const Route kCalls = get_calls;
  static const Route kCall = get_call;
  static const Route kRoute = get_route;
  static const Route kJournal = get_journal;
  static const Route kLines = get_lines;
  if (request.method != "GET") return nullptr;
  if (is_path(request.path, {"calls"})) return &kCalls;
  if (is_path(request.path, {"calls", "*"})) return &kCall;
  if (is_path(request.path, {"route"})) return &kRoute;
  if (is_path(request.path, {"journal"})) return &kJournal;
  if (is_path(request.path, {"lines"})) return &kLines;
  return nullptr;
}

}  // namespace pl::http
