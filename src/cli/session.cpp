#include "cli/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/percent.h"
#include "wire/retry_after.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;

constexpr int kTries = 6;
constexpr Millis kLongestPause = std::chrono::minutes(1);  // who is to wait longer gives up
constexpr std::size_t kListPage = 100;

// How long the server asks to be left alone, where it says that nothing was done.
std::optional<Millis> asked_to_wait(const Session& session, const Answer& answer) {
  if (answer.status != 429 && answer.status != 503) return std::nullopt;
  const auto pause = wire::read_retry_after(answer.retry_after, session.now());
  if (!pause || *pause > kLongestPause) return std::nullopt;
  return std::max(*pause, Millis(std::chrono::seconds(1)));
}

Result<Json> patiently(const Session& session, const std::function<Result<Answer>()>& ask) {
  for (int tries = 1;; ++tries) {
    PL_TRY(Answer answer, ask());
    const auto pause = tries < kTries ? asked_to_wait(session, answer) : std::nullopt;
    if (!pause || !session.wait(*pause)) return only_success(std::move(answer));
  }
}

}  // namespace

Result<Json> get(const Session& session, const std::string& path) {
  return patiently(session, [&] { return session.api.get(path); });
}

Result<Json> patch(const Session& session, const std::string& path, const Json& body) {
  return patiently(session, [&] { return session.api.patch(path, body); });
}

Result<Json> remove(const Session& session, const std::string& path) {
  return patiently(session, [&] { return session.api.remove(path); });
}

Result<Json> post_once(const Session& session, const std::string& path, const Json& body,
                       const std::string& key) {
  return patiently(session, [&] { return session.api.post(path, body, key); });
}

Result<Json> post(const Session& session, const std::string& path, const Json& body) {
  return post_once(session, path, body, session.fresh_key());
}

bool is_away(const Error& error) {
  return error.code == Code::kUnavailable || error.code == Code::kOutcomeUnknown;
}

int complain(const Session& session, std::string_view command, const Error& error) {
  session.err(fmt::format("partyline {}: {}\n", command, error.message));
  switch (error.code) {
    case Code::kUnavailable:
      session.err(fmt::format("Is the server running at {}? Start it with: partyline serve\n",
                              session.api.url()));
      return kUnreachable;
    case Code::kOutcomeUnknown:
      session.err("Nobody knows whether it was done: look before you do it again.\n");
      return kUnreachable;
    case Code::kUnauthorized:
      session.err("The key is that of PARTYLINE_API_KEY, or else of --key-file.\n");
      return kRefused;
    case Code::kInvalid:
    case Code::kNotFound:
    case Code::kConflict:
    case Code::kCorrupt:
    case Code::kInternal:
      return kRefused;
  }
  return kRefused;
}

int wrong_usage(const Session& session, std::string_view command, std::string_view what) {
  session.err(fmt::format("partyline {}: {}\nSee: partyline {} --help\n", command, what, command));
  return kWrongUsage;
}

int finish(const Session& session, std::string_view command, const Result<void>& done) {
  return done ? kDone : complain(session, command, done.error());
}

void print_json(const Session& session, const Json& document) {
  session.out(wire::write_json(document) + "\n");
}

std::string with_query(std::string path, const std::vector<net::Header>& parameters) {
  char before = '?';
  for (const net::Header& parameter : parameters) {
    if (parameter.value.empty()) continue;
    path += before + parameter.name + "=" + percent_encode(parameter.value);
    before = '&';
  }
  return path;
}

Result<std::string> read_pages(const Session& session, const ListQuery& query,
                               const PageReader& read) {
  std::size_t left = query.limit;
  std::string before = query.before;
  while (left > 0) {
    std::vector<net::Header> parameters = query.parameters;
    parameters.push_back({"limit", std::to_string(std::min(left, kListPage))});
    parameters.push_back({"before", before});
    PL_TRY(const Json page, get(session, with_query(query.path, parameters)));
    const JsonView view(page);
    const std::vector<JsonView> items = list_at(view, "items");
    read(items);
    std::string next = text_at(view, "next");
    // The same `next` twice would be asked for again and again.
    if (items.empty() || next.empty() || next == before) return std::string();
    before = std::move(next);
    left -= std::min(left, items.size());
  }
  return before;
}

Result<Json> read_list(const Session& session, const ListQuery& query) {
  Json::List all;
  PL_TRY(std::string next, read_pages(session, query, [&](const std::vector<JsonView>& items) {
           for (const JsonView& item : items) all.push_back(item.json());
         }));
  return Json{Json::Members{{"items", {std::move(all)}},
                            {"next", next.empty() ? Json{} : Json{std::move(next)}}}};
}

void hint_at_more(const Session& session, const Json& list) {
  const JsonView view(list);
  if (list_at(view, "items").empty()) session.err("none\n");
  const std::string next = text_at(view, "next");
  if (!next.empty()) session.err(fmt::format("there may be more: --before {}\n", next));
}

Result<Json> read_pairs(const std::vector<std::string>& pairs) {
  Json::Members members;
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
      return fail(Code::kInvalid, "write key=value");
    }
    if (!members.try_emplace(pair.substr(0, equals), Json{pair.substr(equals + 1)}).second) {
      return fail(Code::kInvalid, "the same key twice");
    }
  }
  return Json{std::move(members)};
}

}  // namespace pl::cli
