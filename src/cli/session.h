// What every command that talks to the server works with, and how it ends.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "cli/api_client.h"

namespace pl::cli {

// What a command's process exits with.
inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;      // or failed: standard error says why
inline constexpr int kWrongUsage = 2;   // the command line makes no sense
inline constexpr int kUnreachable = 3;  // the server cannot be reached, or did not answer

struct Session {
  ApiClient& api;
  std::function<void(std::string_view)> out;          // answers
  std::function<void(std::string_view)> err;          // complaints, hints, progress
  std::function<bool(Millis)> wait;                   // false: stop following
  std::function<UtcTime()> now;                       // for what people read
  std::function<std::string()> fresh_key;             // an Idempotency-Key that is new
  std::function<std::optional<std::string>()> typed;  // a line; empty: nobody is at a keyboard
  bool terminal = false;                              // `err` is one: a bar can be drawn
  bool json = false;                                  // answers as the server gave them
};

// What the server answers; an error is that of only_success(), or of net::HttpClient. Where the
// server says that nothing was done and asks for a little patience (429, 503), it is asked again.
Result<wire::Json> get(const Session& session, const std::string& path);
Result<wire::Json> patch(const Session& session, const std::string& path, const wire::Json& body);
Result<wire::Json> remove(const Session& session, const std::string& path);
Result<wire::Json> post(const Session& session, const std::string& path, const wire::Json& body);
// With an Idempotency-Key of the caller's choice.
Result<wire::Json> post_once(const Session& session, const std::string& path,
                             const wire::Json& body, const std::string& key);

// The server was not reached, or did not answer: it may be there again in a moment.
bool is_away(const Error& error);

// Prints `partyline COMMAND: what is wrong`, and what to do where that is known. The exit code.
int complain(const Session& session, std::string_view command, const Error& error);
int wrong_usage(const Session& session, std::string_view command, std::string_view what);
// kDone, or complains.
int finish(const Session& session, std::string_view command, const Result<void>& done);

// One document and a line break.
void print_json(const Session& session, const wire::Json& document);

// A list of the API, newest first.
struct ListQuery {
  std::string path;                     // "/v1/callers"
  std::vector<net::Header> parameters;  // those with an empty value are left out
  std::size_t limit = 50;
  std::string before;  // an id: older ones than this
};

// `path?name=value&...`
std::string with_query(std::string path, const std::vector<net::Header>& parameters);

// Gives the items of one page after the other, until there are `limit`, or no more. The result is
// the `before` of what would follow; empty: nothing does.
using PageReader = std::function<void(const std::vector<wire::JsonView>& items)>;
Result<std::string> read_pages(const Session& session, const ListQuery& query,
                               const PageReader& read);

// {"items": [...], "next": ...}, as one answer of the server would be.
Result<wire::Json> read_list(const Session& session, const ListQuery& query);

// Prints "more: ... --before ID" where there is more.
void hint_at_more(const Session& session, const wire::Json& list);

// "key=value" each; kInvalid for one without a '=' or with a key twice.
Result<wire::Json> read_pairs(const std::vector<std::string>& pairs);

}  // namespace pl::cli
