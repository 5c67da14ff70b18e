#include "platforms/elevenlabs/client.h"

#include <fmt/format.h>

#include <utility>

#include "base/percent.h"
#include "platforms/elevenlabs/agents.h"
#include "platforms/elevenlabs/api.h"
#include "platforms/elevenlabs/conversation_search.h"
#include "platforms/elevenlabs/conversations.h"
#include "platforms/elevenlabs/dial_reply.h"
#include "platforms/elevenlabs/mend_log.h"
#include "platforms/elevenlabs/outbound_call.h"
#include "platforms/elevenlabs/tools.h"
#include "wire/reason.h"

namespace pl::platforms {
namespace {

constexpr int kToolPages = 100;
constexpr std::chrono::seconds kConnectAgain{30};  // a network that is down comes back

struct AsDialResult {
  ports::DialResult operator()(DialPlaced placed) const {
    return ports::DialPlaced{std::move(placed.conversation), std::move(placed.call_sid)};
  }
  ports::DialResult operator()(DialRefusedNumber refused) const {
    return ports::DialRefusedNumber{std::move(refused.why)};
  }
  ports::DialResult operator()(DialRefusedUs refused) const {
    return ports::DialRefusedUs{std::move(refused.why), refused.rate_limited, refused.retry_after};
  }
  ports::DialResult operator()(DialUnknown unknown) const {
    return ports::DialUnknown{std::move(unknown.why)};
  }
};

ports::DialResult dial_result(const Result<net::ClientAnswer>& answer, UtcTime now) {
  if (answer) {
    return std::visit(AsDialResult{}, read_dial_reply(answer->status, answer->header("Retry-After"),
                                                      answer->body, now));
  }
  switch (answer.error().code) {
    case Code::kUnavailable:
      return ports::DialRefusedUs{"no connection was made", false, kConnectAgain};
    case Code::kInvalid:
      return ports::DialRefusedUs{"the address of ElevenLabs is no http(s) URL", false, {}};
    case Code::kUnauthorized:
    case Code::kNotFound:
    case Code::kConflict:
    case Code::kOutcomeUnknown:
    case Code::kCorrupt:
    case Code::kInternal:
      break;
  }
  return ports::DialUnknown{wire::no_answer_reason(answer.error().message)};
}

using ToolsDone = std::function<void(Result<std::map<std::string, core::ToolId>>)>;

struct ToolListing {
  std::shared_ptr<const ElevenLabsApi> api;
  ToolsDone done;
  std::map<std::string, core::ToolId> tools;
  int pages = 0;
};

void list_tools(const std::shared_ptr<ToolListing>& listing, std::optional<std::string> cursor) {
  std::vector<net::Header> query = {{"page_size", "100"}};
  if (cursor) query.push_back({"cursor", *std::move(cursor)});
  ++listing->pages;
  listing->api->get("/v1/convai/tools", query, [listing](Result<std::string> body) {
    if (!body) return listing->done(tl::unexpected(std::move(body).error()));
    auto page = read_tool_page(*body);
    if (!page) {
      const std::string& why = page.error().message;
      return listing->done(fail(page.error().code, fmt::format("the list of tools: {}", why)));
    }
    listing->tools.merge(page->tools);
    if (!page->next_cursor) return listing->done(std::move(listing->tools));
    if (listing->pages == kToolPages) {
      return listing->done(fail(Code::kUnavailable, "the list of tools does not end"));
    }
    list_tools(listing, std::move(page->next_cursor));
  });
}

}  // namespace

ElevenLabs::ElevenLabs(net::HttpClient& http, const ports::Clock& clock, ElevenLabsAccess access)
    : api_(std::make_shared<const ElevenLabsApi>(http, std::move(access.base_url),
                                                 std::move(access.api_key))),
      clock_(clock),
      log_(std::make_shared<MendLog>()) {}

void ElevenLabs::dial(ports::DialRequest request, std::function<void(ports::DialResult)> done) {
  std::string body = outbound_call_body({std::move(request.agent_id),
                                         std::move(request.phone_number_id), std::move(request.to),
                                         request.initiation, request.ring, request.detection});
  api_->post("/v1/convai/twilio/outbound-call", std::move(body),
             [done = std::move(done), &clock = clock_](Result<net::ClientAnswer> answer) {
               done(dial_result(answer, clock.now()));
             });
}

void ElevenLabs::conversation(core::ConversationId id,
                              std::function<void(Result<core::ConversationReport>)> done) {
  const std::string path = "/v1/convai/conversations/" + percent_encode(id.text);
  api_->get(
      path, {}, [id = std::move(id), done = std::move(done), log = log_](Result<std::string> body) {
        if (!body) return done(tl::unexpected(std::move(body).error()));
        wire::Mended mended;
        auto report = read_conversation(*body, mended);
        log->mended(id, mended);
        if (!report) {
          log->unreadable(id, report.error().message);
          return done(
              fail(Code::kCorrupt, "a conversation of ElevenLabs: " + report.error().message));
        }
        if (report->conversation != id) {
          return done(fail(Code::kCorrupt, "ElevenLabs gave another conversation than asked for"));
        }
        done(std::move(report));
      });
}

void ElevenLabs::find(core::CallId call, std::string user_id, UtcTime since,
                      std::function<void(Result<std::optional<core::ConversationReport>>)> done) {
  std::make_shared<ConversationSearch>(api_, std::move(call), std::move(user_id), since,
                                       std::move(done))
      ->start();
}

void ElevenLabs::forget(core::ConversationId id, std::function<void(Result<void>)> done) {
  api_->remove("/v1/convai/conversations/" + percent_encode(id.text), std::move(done));
}

void ElevenLabs::tools(ToolsDone done) {
  auto listing = std::make_shared<ToolListing>();
  listing->api = api_;
  listing->done = std::move(done);
  list_tools(listing, std::nullopt);
}

void ElevenLabs::agent(std::string agent_id,
                       std::function<void(Result<core::AgentSwitches>)> done) {
  api_->get("/v1/convai/agents/" + percent_encode(agent_id), {},
            [done = std::move(done)](Result<std::string> body) {
              if (!body) return done(tl::unexpected(std::move(body).error()));
              auto switches = read_agent(*body);
              if (switches) return done(std::move(switches));
              done(fail(Code::kCorrupt, "an agent of ElevenLabs: " + switches.error().message));
            });
}

}  // namespace pl::platforms
