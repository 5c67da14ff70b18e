#include "front_stage.h"

#include <nlohmann/json.hpp>

#include "keep_exchange.h"

namespace pl::testing {

FrontStage::FrontStage() {
  world.store.immediate = true;
}

FrontStage::~FrontStage() = default;

net::Response FrontStage::serve(const std::string& method, const std::string& path,
                                std::vector<net::Header> headers, std::string body) {
  std::vector<net::Response> answers;
  const std::size_t question = path.find('?');
  net::Request request{.method = method, .path = path.substr(0, question)};
  if (question != std::string::npos) request.query = path.substr(question + 1);
  request.headers = std::move(headers);
  request.body = body;
  if (body.size() > front.body_limit(request)) {
    request.overflow = front.overflow(request);
    if (request.overflow) request.overflow->take(std::exchange(request.body, {}));
  }
  front.serve(std::move(request), [&](net::Response given) { answers.push_back(given); });
  EXPECT_EQ(answers.size(), 1u) << method << " " << path;
  if (answers.empty()) return {.status = 0};
  const net::Response& answer = answers.front();
  keep({method, path, body, answer.status, answer.content_type, answer.body});
  return answer;
}

nlohmann::json json_of(const net::Response& response) {
  return nlohmann::json::parse(response.body, nullptr, false);
}

std::string not_a_problem(const net::Response& response, int status) {
  if (response.status != status) return "the status is " + std::to_string(response.status);
  if (response.content_type != "application/problem+json") return response.content_type;
  const auto body = json_of(response);
  for (const char* member : {"type", "title", "detail"}) {
    if (!body.contains(member) || !body[member].is_string()) return member;
  }
  if (body.value("status", 0) != status) return "status";
  return "";
}

}  // namespace pl::testing
