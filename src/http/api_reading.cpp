// /v1/calls, /v1/route, /v1/journal, /v1/lines
#include <atomic>
#include <limits>
#include <memory>

#include "http/api_query.h"
#include "http/journal_stream.h"

namespace pl::http {
namespace {

constexpr int kMostListeners = 20;

using core::CallId;
using wire::Json;

Result<ports::CallFilter> call_filter(const ApiRequest& request) {
  ports::CallFilter filter;
  PL_TRY(filter.limit, read_limit(request));
  PL_TRY(filter.before, read_id<CallId>(request, "before"));
  PL_TRY(filter.caller, read_id<core::CallerId>(request, "caller"));
  if (const auto state = request.parameter("state")) {
    if (*state != "live" && *state != "ended") {
      return fail(Code::kInvalid, "state: write live or ended");
    }
    filter.live = *state == "live";
  }
  return filter;
}

void get_calls(engine::Engine& engine, ApiRequest request) {
  const auto filter = call_filter(request);
  if (!filter) return reply_malformed(request.reply, filter.error());
  answer(engine, request, 200, [filter = *filter](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const auto calls, turn.tx.calls(filter));
    return page(calls, filter.limit, [&](const core::Call& call) -> Result<Json> {
      PL_TRY(const auto initiation, turn.tx.initiation(call.id));
      return view_brief(call, initiation);
    });
  });
}

void get_call(engine::Engine& engine, ApiRequest request) {
  const auto id = path_id<CallId>(request);
  if (!id) return request.reply(problem(id.error()));
  answer(engine, request, 200, [id = *id](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const auto call, turn.tx.call(id));
    if (!call) return fail(Code::kNotFound, "no call " + id.text());
    PL_TRY(const auto initiation, turn.tx.initiation(id));
    return view(*call, initiation);
  });
}

void get_route(engine::Engine& engine, ApiRequest request) {
  std::string from(request.parameter("from").value_or(""));
  if (!from.empty() && from.front() == ' ') from.front() = '+';
  std::optional<core::LineName> name;
  if (const auto line = request.parameter("line")) name = core::LineName{std::string(*line)};
  answer(engine, request, 200, [from, name](engine::Turn& turn) -> Result<Json> {
    PL_TRY(const core::Line* line, turn.world.lines.meant(name));
    // A platform may send anything, and that is a stranger; whoever asks here has made a mistake.
    if (!from.empty() && from != "anonymous") {
      const bool plus_left_out = from.find_first_not_of("0123456789") == std::string::npos;
      auto facts = turn.world.numbers.read(from);
      if (!facts && plus_left_out) facts = turn.world.numbers.read("+" + from);
      if (!facts) return fail(Code::kInvalid, "from: " + facts.error().message);
    }
    PL_TRY(const engine::RoutePreview preview, engine::preview_route(turn, *line, from));
    return view(preview);
  });
}

void get_journal(engine::Engine& engine, ApiRequest request) {
  const auto after = whole_number(request, "after", 0, 0, std::numeric_limits<std::int64_t>::max());
  const auto limit = whole_number(request, "limit", kPage, 1, kPage);
  if (!after) return reply_malformed(request.reply, after.error());
  if (!limit) return reply_malformed(request.reply, limit.error());
  answer(engine, request, 200,
         [after = *after, limit = *limit](engine::Turn& turn) -> Result<Json> {
           PL_TRY(const auto entries, turn.tx.journal(after, static_cast<std::size_t>(limit)));
           std::vector<Json> items;
           for (const core::JournalEntry& entry : entries) items.push_back(view(entry));
           return Json{Json::Members{{"items", list(std::move(items))}}};
         });
}

// A client that lost its connection says where it was.
Result<std::int64_t> read_place(const ApiRequest& request) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  ApiRequest asked = request;
  if (request.last_event_id) asked.query = {{"after", *request.last_event_id}};
  return whole_number(asked, "after", 0, 0, kMost);
}

void get_lines(engine::Engine& engine, ApiRequest request) {
  std::vector<Json> items;
  for (const core::Line& line : engine.world().lines.all()) items.push_back(view(line));
  request.reply(json(200, wire::write_json({Json::Members{{"items", list(std::move(items))}}})));
}

}  // namespace

std::vector<Route> stream_routes(KeyRing& keys, After later) {
  // Each looks into the store once a second.
  auto listeners = std::make_shared<std::atomic<int>>(0);
  const auto follow = [&keys, later = std::move(later), listeners](engine::Engine& engine,
                                                                   const ApiRequest& request) {
    const auto after = read_place(request);
    if (!after) return reply_malformed(request.reply, after.error());
    // Held by the stream as long as it lives.
    const std::shared_ptr<void> seat(nullptr, [listeners](void*) { --*listeners; });
    if (++*listeners > kMostListeners) {
      return request.reply(problem(503, "20 clients follow the journal already"));
    }
    const auto may_listen = [&keys, key = request.client.key, seat] { return keys.is_live(key); };
    request.reply(std::make_shared<JournalStream>(engine, later, *after, may_listen)->response());
  };
  return {{"GET", "journal/stream", ports::Scope::kRead, follow}};
}

std::vector<Route> reading_routes() {
  using enum ports::Scope;
  return {
      {"GET", "calls", kRead, get_calls}, {"GET", "calls/{id}", kRead, get_call},
      {"GET", "route", kRead, get_route}, {"GET", "journal", kRead, get_journal},
      {"GET", "lines", kRead, get_lines},
  };
}

}  // namespace pl::http
