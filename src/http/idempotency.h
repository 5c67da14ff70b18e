// Requests that may be sent again without being done again.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/turn.h"
#include "http/api.h"
#include "wire/json.h"

namespace pl::http {

inline constexpr std::size_t kIdempotencyKeyBytes = 255;
inline constexpr std::chrono::hours kAnswersKept{24};

// A POST that names itself.
struct NamedRequest {
  core::ApiKeyId asked_with;
  std::string key;
  std::string sha256;  // of its method, path and body
};

// Empty for a request without the header Idempotency-Key, or that is no POST. kInvalid when the key
// is empty, too long, or not printable ASCII.
Result<std::optional<NamedRequest>> read_named(const ApiRequest& request);

struct Answered {
  int status = 200;
  std::string body;
  bool replayed = false;  // it was given before
};

// The kept answer, or `use_case` and its answer kept. kInvalid when the name was used for another
// request. What fails keeps nothing: its repetition is done anew.
Result<Answered> answer_once(engine::Turn& turn, const NamedRequest& named, int status,
                             const std::function<Result<wire::Json>(engine::Turn&)>& use_case);

}  // namespace pl::http
