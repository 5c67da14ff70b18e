// A crowd at the front door: thousands of slow and of malformed visitors, and one caller on the
// phone who must be answered meanwhile.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <random>

#include "stage.h"

namespace pl::testing {
namespace {

constexpr int kSlow = 5'000;
constexpr int kMalformed = 10'000;
constexpr int kOfOneAddress = 1'000;
constexpr long kMoreKb = 64 * 1024;

class Visitor {
 public:
  // From 127.0.0.`host`.
  Visitor(int host, int port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in from{};
    from.sin_family = AF_INET;
    from.sin_addr.s_addr = htonl(0x7f000000u + static_cast<unsigned>(host));
    sockaddr_in to = from;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    const timeval patience{10, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    is_in_ = fd_ >= 0 && ::bind(fd_, reinterpret_cast<sockaddr*>(&from), sizeof from) == 0 &&
             ::connect(fd_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
  }
  Visitor(Visitor&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)), is_in_(std::exchange(other.is_in_, false)) {}
  ~Visitor() {
    if (fd_ >= 0) ::close(fd_);
  }

  bool is_in() const { return is_in_; }
  void say(const std::string& bytes) {
    (void)!::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  void leave_sending() { ::shutdown(fd_, SHUT_WR); }
  // Until the server closes.
  std::string hear() {
    std::string all;
    char buffer[4096];
    for (ssize_t got; (got = ::recv(fd_, buffer, sizeof buffer, 0)) > 0;) {
      all.append(buffer, static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  int fd_;
  bool is_in_ = false;
};

// "VmHWM" is the most it ever had, "VmRSS" what it has now; in kB.
long memory_of(pid_t pid, const std::string& which) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind(which + ":", 0) == 0) return std::stol(line.substr(which.size() + 1));
  }
  return -1;
}

void allow_many_sockets() {
  rlimit limit{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &limit), 0);
  limit.rlim_cur = limit.rlim_max;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &limit), 0);
  ASSERT_GE(limit.rlim_max, kSlow + 1'000u) << "allow more open files: ulimit -Hn";
}

Answer phone_in(Stage& stage, int call) {
  const net::Header secret{"X-Partyline-Secret", stage.settings().secrets.initiation.front()};
  return stage.send("POST", "/elevenlabs/initiation", {secret},
                    R"({"caller_id":"+41780000001","agent_id":"agent_test",)"
                    R"("called_number":"+41780000000","call_sid":"CA)" +
                        std::to_string(call) + "\"}");
}

// A request with something wrong in it: cut off, a byte changed, doubled, or never one.
std::string spoilt(std::mt19937& random) {
  static const std::vector<std::string> kBegun{
      "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n",
      "POST /v1/callers HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n{\"a\":",
      "POST /elevenlabs/events HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999\r\n\r\nx",
      "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0",
      "GET / HTTP/9.9\r\nHost: h\r\n\r\n",
      "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n",
      "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
      "SSH-2.0-OpenSSH_9.2\r\n"};
  std::string text = kBegun[random() % kBegun.size()];
  for (std::uint_fast32_t i = 0; i < 1 + random() % 4; ++i) {
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text[at] = static_cast<char>(random() & 255u);
        break;
      case 1:
        text.resize(at + 1);
        break;
      case 2:
        text.insert(at, std::string(random() % 200, static_cast<char>(random() & 255u)));
        break;
      case 3:
        text += text;
        break;
    }
  }
  return text;
}

TEST(FrontDoor, AnswersACallerWhileFiveThousandVisitorsDawdle) {
  ASSERT_NO_FATAL_FAILURE(allow_many_sockets());
  Stage stage({.own_process = true});
  ASSERT_EQ(phone_in(stage, 0).status, 200);
  const long before = memory_of(stage.server_pid(), "VmRSS");
  std::vector<Visitor> crowd;
  for (int i = 0; i < kSlow; ++i) {
    crowd.emplace_back(2 + i / kOfOneAddress, stage.port());
    ASSERT_TRUE(crowd.back().is_in()) << i;
    crowd.back().say("POST /v1/callers HTTP/1.1\r\nHost: h\r\nX-Slow: ");
  }
  for (int call = 1; call <= 20; ++call) {
    const Answer answer = phone_in(stage, call);
    EXPECT_EQ(answer.status, 200);
    EXPECT_FALSE(answer.json()["conversation_config_override"].is_null());
  }
  const long most = memory_of(stage.server_pid(), "VmHWM");
  EXPECT_LE(most - before, kMoreKb) << "from " << before << " kB to " << most << " kB";
  RecordProperty("rss_before_kb", std::to_string(before));
  RecordProperty("rss_peak_kb", std::to_string(most));
  crowd.clear();
  EXPECT_EQ(phone_in(stage, 21).status, 200);
}

TEST(FrontDoor, SurvivesTenThousandMalformedRequests) {
  Stage stage({.own_process = true});
  ASSERT_EQ(phone_in(stage, 0).status, 200);
  const long before = memory_of(stage.server_pid(), "VmRSS");
  const auto journal = stage.journal();
  std::mt19937 random(7);
  std::map<std::string, int> statuses;
  for (int i = 0; i < kMalformed; ++i) {
    Visitor visitor(2 + i % 4, stage.port());
    ASSERT_TRUE(visitor.is_in()) << i;
    visitor.say(spoilt(random));
    visitor.leave_sending();
    const std::string heard = visitor.hear();
    ++statuses[heard.substr(0, std::min<std::size_t>(heard.size(), 12))];
  }
  for (const auto& [status, count] : statuses) {
    const std::string code = status.empty() ? "" : status.substr(9);
    EXPECT_TRUE(code != "500" && code != "503") << status << " " << count << " times";
    RecordProperty(status.empty() ? "closed" : status.substr(9), std::to_string(count));
  }
  EXPECT_EQ(phone_in(stage, 1).status, 200);
  const long most = memory_of(stage.server_pid(), "VmHWM");
  EXPECT_LE(most - before, kMoreKb) << "from " << before << " kB to " << most << " kB";
  EXPECT_EQ(stage.journal().size(), journal.size() + 1) << "one more call, and nothing else";
}

}  // namespace
}  // namespace pl::testing
