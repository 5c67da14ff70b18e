#include "cli/api_client.h"

#include <future>

namespace pl::cli {
namespace {

constexpr std::size_t kAnswerBytes = 16 * 1024 * 1024;
constexpr Millis kPatience{10'000};

Result<wire::Json> only_success(Result<Answer> answer) {
  if (!answer) return fail(answer.error().code, answer.error().message);
  if (answer->status >= 200 && answer->status < 300) return std::move(answer->body);
  const wire::JsonView body(answer->body);
  std::string detail = body.is_object() ? text_at(body, "detail") : "";
  if (!detail.empty()) detail = ": " + detail;
  return fail(answer->status == 404 ? Code::kNotFound : Code::kInvalid,
              "the server answered " + std::to_string(answer->status) + detail);
}

}  // namespace

std::string text_at(const wire::JsonView& object, std::string_view key) {
  const auto text = object.text(key);
  return text && *text ? **text : "";
}

std::vector<wire::JsonView> list_at(const wire::JsonView& object, std::string_view key) {
  auto items = object.list(key);
  return items ? *std::move(items) : std::vector<wire::JsonView>{};
}

Result<std::unique_ptr<ApiClient>> ApiClient::create(std::string url, std::string key) {
  PL_TRY(auto http, net::HttpClient::create());
  return std::unique_ptr<ApiClient>(new ApiClient(std::move(url), std::move(key), std::move(http)));
}

Result<Answer> ApiClient::send(net::ClientRequest request) {
  request.url = url_ + request.url;
  request.total_time = kPatience;
  request.answer_bytes = kAnswerBytes;
  if (!key_.empty()) request.headers.push_back({"Authorization", "Bearer " + key_});
  auto promise = std::make_shared<std::promise<Result<net::ClientAnswer>>>();
  auto future = promise->get_future();
  http_->send(std::move(request), [promise](Result<net::ClientAnswer> result) {
    promise->set_value(std::move(result));
  });
  PL_TRY(const net::ClientAnswer raw, future.get());
  Answer answer{.status = raw.status, .body = {}};
  if (auto document = wire::read_json(raw.body, kAnswerBytes)) answer.body = *std::move(document);
  return answer;
}

Result<Answer> ApiClient::get(const std::string& path) {
  return send({.method = "GET", .url = path});
}

Result<Answer> ApiClient::post(const std::string& path, const wire::Json& body) {
  return send({.method = "POST",
               .url = path,
               .headers = {{"Content-Type", "application/json"}},
               .body = wire::write_json(body)});
}

Result<wire::Json> ApiClient::must_get(const std::string& path) {
  return only_success(get(path));
}

Result<wire::Json> ApiClient::must_post(const std::string& path, const wire::Json& body) {
  return only_success(post(path, body));
}

}  // namespace pl::cli
