#include "platforms/elevenlabs/conversation_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/percent.h"

namespace pl::platforms {
namespace {
constexpr int kPages = 10;
}  // namespace

ConversationSearch::ConversationSearch(std::shared_ptr<const ElevenLabsApi> api, core::CallId call,
                                       std::string user_id, UtcTime since, Done done)
    : api_(std::move(api)),
      call_(std::move(call)),
      user_id_(std::move(user_id)),
      since_(since),
      done_(std::move(done)) {}

void ConversationSearch::start() {
  auto query = since();
  query.insert(query.begin(), {"dynamic_variable_params", "partyline_call:eq:" + call_.text()});
  api_->get("/v1/convai/conversations", query,
            [self = shared_from_this()](Result<std::string> body) {
              if (!body && body.error().code == Code::kInvalid) return self->list_by_user();
              if (!body) return self->give_up(std::move(body).error(), "listing");
              auto page = read_conversation_page(*body);
              if (!page) return self->give_up(std::move(page).error(), "listing");
              self->found_ = std::move(page->conversations);
              if (self->found_.empty()) return self->list_by_user();
              self->order();
              self->read_next();
            });
}

void ConversationSearch::list_by_user() {
  by_variable_ = false;
  found_.clear();
  list(std::nullopt);
}

std::vector<net::Header> ConversationSearch::since() const {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(since_.time_since_epoch());
  return {{"call_start_after_unix", std::to_string(seconds.count())}, {"page_size", "100"}};
}

void ConversationSearch::list(std::optional<std::string> cursor) {
  auto query = since();
  query.insert(query.begin(), {"user_id", user_id_});
  if (cursor) query.push_back({"cursor", *std::move(cursor)});
  ++pages_;
  api_->get("/v1/convai/conversations", query,
            [self = shared_from_this()](Result<std::string> body) {
              if (!body) return self->give_up(std::move(body).error(), "listing");
              auto page = read_conversation_page(*body);
              if (!page) return self->give_up(std::move(page).error(), "listing");
              self->take_page(*std::move(page));
            });
}

void ConversationSearch::take_page(ConversationPage page) {
  std::move(page.conversations.begin(), page.conversations.end(), std::back_inserter(found_));
  if (!page.next_cursor) {
    order();
    return read_next();
  }
  if (pages_ == kPages) {
    return give_up({Code::kUnavailable, "there are more than are read"}, "listing");
  }
  list(std::move(page.next_cursor));
}

// A list that grows while its pages are read shows some conversations twice.
void ConversationSearch::order() {
  const auto older = [](const ListedConversation& a, const ListedConversation& b) {
    return std::tie(a.started_unix_s, a.id) < std::tie(b.started_unix_s, b.id);
  };
  const auto same = [](const ListedConversation& a, const ListedConversation& b) {
    return a.id == b.id;
  };
  std::sort(found_.begin(), found_.end(), older);
  found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
}

void ConversationSearch::read_next() {
  if (found_.empty()) return done_(std::optional<core::ConversationReport>());
  const core::ConversationId id = std::move(found_.back().id);
  found_.pop_back();
  api_->get("/v1/convai/conversations/" + percent_encode(id.text), {},
            [self = shared_from_this(), id](Result<std::string> body) {
              if (!body) return self->give_up(std::move(body).error(), "reading");
              wire::Mended mended;
              auto report = read_conversation(*body, mended);
              if (!report) return self->give_up(std::move(report).error(), "reading");
              if (report->conversation != id) {
                return self->give_up({Code::kCorrupt, "another one was given"}, "reading");
              }
              self->take_report(*std::move(report));
            });
}

void ConversationSearch::take_report(core::ConversationReport report) {
  if (report.call == call_) {
    return done_(std::optional<core::ConversationReport>(std::move(report)));
  }
  if (by_variable_) return list_by_user();
  read_next();
}

void ConversationSearch::give_up(Error error, std::string_view at) {
  // "Not found" would read like an answer.
  if (error.code == Code::kNotFound) error.code = Code::kUnavailable;
  done_(fail(error.code, fmt::format("{} conversations: {}", at, error.message)));
}

}  // namespace pl::platforms
