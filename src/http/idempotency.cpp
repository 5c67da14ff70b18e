#include "http/idempotency.h"

#include <algorithm>

#include "base/text.h"
#include "wire/signature.h"

namespace pl::http {
namespace {

// Whom an answer speaks of: it is a caller, or says whose it is.
std::optional<core::CallerId> caller_of(const wire::Json& answer) {
  const wire::JsonView view(answer);
  if (!view.is_object()) return std::nullopt;
  for (const char* member : {"caller", "id"}) {
    const auto text = view.text(member);
    if (!text || !*text) continue;
    if (auto id = core::CallerId::parse(**text)) return id;
  }
  return std::nullopt;
}

}  // namespace

Result<std::optional<NamedRequest>> read_named(const ApiRequest& request) {
  if (!request.idempotency_key || request.method != "POST") return std::nullopt;
  const std::string& key = *request.idempotency_key;
  const bool printable =
      std::all_of(key.begin(), key.end(), [](char c) { return c >= '!' && c <= '~'; });
  if (key.empty() || key.size() > kIdempotencyKeyBytes || !printable) {
    return fail(
        Code::kInvalid,
        "Idempotency-Key: 1 to 255 visible ASCII characters without spaces, such as a UUID");
  }
  const std::string all = request.method + " " + join(request.path, "/") + "\n" + request.body;
  return NamedRequest{request.client.key, key, wire::sha256_hex(all)};
}

Result<Answered> answer_once(engine::Turn& turn, const NamedRequest& named, int status,
                             const std::function<Result<wire::Json>(engine::Turn&)>& use_case) {
  PL_TRY(const auto kept, turn.tx.kept_answer(named.asked_with, named.key));
  if (kept && kept->at > turn.now - kAnswersKept) {
    if (kept->request_sha256 == named.sha256) return Answered{kept->status, kept->body, true};
    return fail(Code::kInvalid,
                "Idempotency-Key: it was used for another request; give each request its own");
  }
  PL_DO(turn.tx.drop_kept_answers(turn.now - kAnswersKept + Millis(1)));
  PL_TRY(const wire::Json answer, use_case(turn));
  Answered answered{status, wire::write_json(answer)};
  PL_DO(turn.tx.insert(ports::KeptAnswer{.asked_with = named.asked_with,
                                         .key = named.key,
                                         .request_sha256 = named.sha256,
                                         .caller = caller_of(answer),
                                         .status = answered.status,
                                         .body = answered.body,
                                         .at = turn.now}));
  return answered;
}

}  // namespace pl::http
