#include "cli/api_client.h"

#include <future>

namespace pl::cli {
namespace {

constexpr std::size_t kAnswerBytes = 16 * 1024 * 1024;
constexpr Millis kPatience{10'000};

Code code_of(int status) {
  if (status == 404) return Code::kNotFound;
  if (status == 409) return Code::kConflict;
  if (status == 401 || status == 403) return Code::kUnauthorized;
  return status >= 500 ? Code::kInternal : Code::kInvalid;
}

Transport over(std::shared_ptr<net::HttpClient> http) {
  return [http = std::move(http)](net::ClientRequest request) {
    auto promise = std::make_shared<std::promise<Result<net::ClientAnswer>>>();
    auto future = promise->get_future();
    http->send(std::move(request), [promise](Result<net::ClientAnswer> result) {
      promise->set_value(std::move(result));
    });
    return future.get();
  };
}

}  // namespace

Result<wire::Json> only_success(Answer answer) {
  if (answer.status >= 200 && answer.status < 300) return std::move(answer.body);
  const wire::JsonView body(answer.body);
  std::string detail = body.is_object() ? text_at(body, "detail") : "";
  if (!detail.empty()) detail = ": " + detail;
  return fail(code_of(answer.status),
              "the server answered " + std::to_string(answer.status) + detail);
}

std::string text_at(const wire::JsonView& object, std::string_view key) {
  const auto text = object.text(key);
  return text && *text ? **text : "";
}

std::vector<wire::JsonView> list_at(const wire::JsonView& object, std::string_view key) {
  auto items = object.list(key);
  return items ? *std::move(items) : std::vector<wire::JsonView>{};
}

Result<std::unique_ptr<ApiClient>> ApiClient::create(std::string url, std::string key) {
  PL_TRY(std::shared_ptr<net::HttpClient> http, net::HttpClient::create());
  return std::make_unique<ApiClient>(std::move(url), std::move(key), over(std::move(http)));
}

Result<Answer> ApiClient::send(net::ClientRequest request) {
  request.url = url_ + request.url;
  request.total_time = kPatience;
  request.answer_bytes = kAnswerBytes;
  if (!key_.empty()) request.headers.push_back({"Authorization", "Bearer " + key_});
  PL_TRY(const net::ClientAnswer raw, transport_(std::move(request)));
  Answer answer{.status = raw.status,
                .body = {},
                .retry_after = std::string(raw.header("Retry-After").value_or(""))};
  if (auto document = wire::read_json(raw.body, kAnswerBytes)) answer.body = *std::move(document);
  return answer;
}

Result<Answer> ApiClient::get(const std::string& path) {
  return send({.method = "GET", .url = path});
}

Result<Answer> ApiClient::post(const std::string& path, const wire::Json& body,
                               const std::string& once) {
  net::ClientRequest request{.method = "POST",
                             .url = path,
                             .headers = {{"Content-Type", "application/json"}},
                             .body = wire::write_json(body)};
  if (!once.empty()) request.headers.push_back({"Idempotency-Key", once});
  return send(std::move(request));
}

Result<Answer> ApiClient::post_proven(const std::string& path, std::string body,
                                      net::Header proof) {
  return send({.method = "POST",
               .url = path,
               .headers = {{"Content-Type", "application/json"}, std::move(proof)},
               .body = std::move(body)});
}

Result<Answer> ApiClient::patch(const std::string& path, const wire::Json& body) {
  return send({.method = "PATCH",
               .url = path,
               .headers = {{"Content-Type", "application/json"}},
               .body = wire::write_json(body)});
}

Result<Answer> ApiClient::remove(const std::string& path) {
  return send({.method = "DELETE", .url = path});
}

Result<wire::Json> ApiClient::must_get(const std::string& path) {
  PL_TRY(Answer answer, get(path));
  return only_success(std::move(answer));
}

Result<wire::Json> ApiClient::must_post(const std::string& path, const wire::Json& body) {
  PL_TRY(Answer answer, post(path, body));
  return only_success(std::move(answer));
}

}  // namespace pl::cli
