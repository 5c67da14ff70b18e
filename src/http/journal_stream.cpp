#include "http/journal_stream.h"

#include <fmt/format.h>

#include "http/views.h"

namespace pl::http {
namespace {

using namespace std::chrono_literals;

constexpr Millis kLookEvery = 1s;
constexpr int kSilentLooks = 15;
constexpr std::size_t kEntriesAtOnce = 100;

}  // namespace

net::Response JournalStream::response() {
  net::Response begun{.status = 200,
                      .content_type = "text/event-stream",
                      .body = ": the journal\n\n",
                      .headers = {{"Cache-Control", "no-store"}}};
  begun.more = [self = shared_from_this()](Next next) { self->look(std::move(next)); };
  return begun;
}

void JournalStream::look(Next next) {
  using Entries = std::vector<core::JournalEntry>;
  if (!may_listen_()) return next(std::nullopt);
  engine_.run<Entries>(
      ports::Priority::kRoutine,
      [after = after_](engine::Turn& turn) { return turn.tx.journal(after, kEntriesAtOnce); },
      [self = shared_from_this(), next = std::move(next)](const Result<Entries>& entries) {
        // The client comes back by itself, to where it was.
        if (!entries) return next(std::nullopt);
        if (!entries->empty()) return next(self->show(*entries));
        if (++self->silent_looks_ % kSilentLooks == 0) return next(": nothing new\n\n");
        self->later_(kLookEvery, [self, next] { self->look(next); });
      });
}

std::string JournalStream::show(const std::vector<core::JournalEntry>& entries) {
  std::string events;
  for (const core::JournalEntry& entry : entries) {
    events += fmt::format("id: {}\nevent: {}\ndata: {}\n\n", entry.seq, entry.kind,
                          wire::write_json(view(entry)));
    after_ = entry.seq;
  }
  return events;
}

}  // namespace pl::http
