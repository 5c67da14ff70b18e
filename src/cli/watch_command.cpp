#include "cli/watch_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/percent.h"
#include "cli/client_options.h"
#include "cli/client_session.h"
#include "cli/command_tree.h"
#include "cli/commands.h"
#include "cli/shown.h"
#include "cli/table.h"

namespace pl::cli {
namespace {

using wire::Json;
using wire::JsonView;

constexpr Millis kReadsApart{1'000};
constexpr std::size_t kJournalPage = 100;

void print_item(const Session& session, const JsonView& item) {
  session.out(fmt::format("{}  {}  {}  {}  {}\n  {}\n  to do: {}\n", shown_at(item, "id"),
                          time_at(item, "raised_at"), shown_at(item, "reason"),
                          shown_at(item, "line"), plain(shown_at(item, "subject")),
                          plain(shown_at(item, "what")), plain(shown_at(item, "todo"))));
  const std::string resolved = time_at(item, "resolved_at");
  if (!resolved.empty()) session.out("  resolved " + resolved + "\n");
}

Result<void> run_attention(const Session& session, const AttentionListOptions& options) {
  PL_TRY(const Json list,
         read_list(session, {.path = "/v1/attention",
                             .parameters = {{"line", options.line}, {"reason", options.reason}},
                             .limit = options.limit,
                             .before = options.before}));
  if (session.json) {
    print_json(session, list);
    return {};
  }
  const auto items = list_at(JsonView(list), "items");
  for (const JsonView& item : items) print_item(session, item);
  const bool all = options.before.empty() && options.line.empty() && options.reason.empty();
  if (items.empty() && all) {
    session.err("nothing needs a person\n");
  } else {
    hint_at_more(session, list);
  }
  return {};
}

std::string entry_line(const JsonView& entry) {
  std::string line = fmt::format("{}  {}  {}", shown_at(entry, "seq"), time_at(entry, "at"),
                                 shown_at(entry, "kind"));
  for (const char* key : {"line", "caller", "outreach", "call"}) {
    const std::string value = shown_at(entry, key);
    if (!value.empty()) line += "  " + value;
  }
  const std::string details = shown_pairs(entry, "details");
  if (!details.empty()) line += "  (" + details + ")";
  return plain(line) + "\n";
}

class Journal {
 public:
  Journal(const Session& session, std::int64_t after) : session_(session), after_(after) {}

  // The entries that follow, at most `limit`.
  Result<Json::List> next(std::size_t limit) {
    PL_TRY(const Json page,
           get(session_, with_query("/v1/journal", {{"after", std::to_string(after_)},
                                                    {"limit", std::to_string(limit)}})));
    Json::List entries;
    for (const JsonView& entry : list_at(JsonView(page), "items")) {
      PL_TRY(const auto seq, entry.integer("seq"));
      after_ = std::max(after_, seq.value_or(after_));
      entries.push_back(entry.json());
    }
    return entries;
  }

 private:
  const Session& session_;
  std::int64_t after_;
};

void print_entry(const Session& session, const Json& entry) {
  if (session.json) return print_json(session, entry);
  session.out(entry_line(JsonView(entry)));
}

Result<void> read_once(const Session& session, const JournalOptions& options) {
  Journal journal(session, options.after);
  Json::List all;
  while (all.size() < options.limit) {
    const std::size_t wanted = std::min(kJournalPage, options.limit - all.size());
    PL_TRY(Json::List page, journal.next(wanted));
    const bool last = page.size() < wanted;
    for (Json& entry : page) {
      if (!session.json) print_entry(session, entry);
      all.push_back(std::move(entry));
    }
    if (last) break;
  }
  if (session.json) print_json(session, {Json::Members{{"items", {std::move(all)}}}});
  return {};
}

Result<void> follow(const Session& session, std::int64_t after) {
  Journal journal(session, after);
  bool seen = false;
  while (true) {
    auto page = journal.next(kJournalPage);
    // A server that is restarted is waited for; one that was never there is not.
    if (!page && (!seen || !is_away(page.error()))) return tl::unexpected(page.error());
    const std::size_t size = page ? page->size() : 0;
    if (page) {
      seen = true;
      for (const Json& entry : *page) print_entry(session, entry);
    }
    if (size < kJournalPage && !session.wait(kReadsApart)) return {};
  }
}

}  // namespace

int list_attention(const Session& session, const AttentionListOptions& options) {
  return finish(session, "attention", run_attention(session, options));
}

int resolve_attention(const Session& session, const std::string& id) {
  const auto item =
      post(session, "/v1/attention/" + percent_encode(id) + "/resolve", Json{Json::Members{}});
  if (!item) return complain(session, "attention resolve", item.error());
  if (session.json) {
    print_json(session, *item);
  } else {
    print_item(session, JsonView(*item));
  }
  return kDone;
}

int journal(const Session& session, const JournalOptions& options) {
  return finish(session, "journal",
                options.follow ? follow(session, options.after) : read_once(session, options));
}

void add_attention(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<AttentionListOptions>();
  CLI::App& command = child(program, "attention", "List what a person must look at",
                            "Example:\n  partyline attention --reason dialer-paused");
  command.add_option("--line", options->line, "Only what is about this line");
  command.add_option("--reason", options->reason, "Only items with this reason");
  add_page(command, *options);
  run_as_client(command, exit_code,
                [options](const Session& session) { return list_attention(session, *options); });
  add_with_id(command, exit_code, "resolve", "Close one that is mended",
              "Example:\n  partyline attention resolve att_01m81pn9qp0x5xpzfgb1rgqxa6\n\n"
              "Resolving `dialer-paused` or `persona-drift` lets the line dial again.",
              resolve_attention);
}

void add_journal(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<JournalOptions>();
  CLI::App& command = child(program, "journal", "Print what happened, in order",
                            "Example:\n  partyline journal --after 120 --follow");
  command.add_option("--after", options->after, "Only what comes after this number")
      ->check(CLI::Validator(whole_number, ""))
      ->capture_default_str();
  command.add_option("--limit", options->limit, "At most so many entries; not with --follow")
      ->check(CLI::Range(std::size_t{1}, kMostItems).description(""))
      ->capture_default_str();
  command.add_flag("--follow", options->follow, "Ask again each second, until Ctrl-C");
  run_as_client(command, exit_code,
                [options](const Session& session) { return journal(session, *options); });
}

}  // namespace pl::cli
