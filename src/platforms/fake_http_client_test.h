// An HttpClient that remembers what it was asked and answers from a list.
#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "net/http_client.h"

namespace pl::platforms {

class FakeHttpClient : public net::HttpClient {
 public:
  void send(net::ClientRequest request, Done done) override {
    asked.push_back(std::move(request));
    if (holds) {
      held_.push_back(std::move(done));
      return;
    }
    give(done);
  }

  // Answers what was asked while `holds` was set.
  void release() {
    for (const Done& done : std::exchange(held_, {})) give(done);
  }

  bool holds = false;
  std::vector<net::ClientRequest> asked;

  void answer(int status, std::string body, std::vector<net::Header> headers = {}) {
    answers_.push_back(net::ClientAnswer{status, std::move(headers), std::move(body)});
  }
  void answer_error(Code code, std::string message) {
    answers_.push_back(fail(code, std::move(message)));
  }
  bool all_used() const { return answers_.empty(); }

 private:
  void give(const Done& done) {
    if (answers_.empty()) {
      ADD_FAILURE() << "no answer is left for " << asked.back().url;
      return done(fail(Code::kInternal, "no answer is left"));
    }
    auto answer = std::move(answers_.front());
    answers_.pop_front();
    done(std::move(answer));
  }

  std::vector<Done> held_;
  std::deque<Result<net::ClientAnswer>> answers_;
};

}  // namespace pl::platforms
