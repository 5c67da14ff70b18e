#include "app/log_format.h"

#include <gtest/gtest.h>
#include <spdlog/details/log_msg.h>

#include <algorithm>

#include "wire/json.h"

namespace pl::app {
namespace {

std::string formatted(const std::string& message) {
  spdlog::details::log_msg line("partyline", spdlog::level::warn, message);
  line.time = spdlog::log_clock::time_point(std::chrono::milliseconds(1'770'894'000'123));
  spdlog::memory_buf_t out;
  json_log_format()->format(line, out);
  return {out.data(), out.size()};
}

TEST(JsonLog, IsOneObjectALine) {
  EXPECT_EQ(formatted("listening"),
            R"({"level":"warning","message":"listening","time":"2026-02-12T11:00:00.123Z"})"
            "\n");
}

TEST(JsonLog, NoMessageBreaksOutOfItsLine) {
  for (const std::string& message :
       {std::string("\"}\n{\"level\":\"info\""), std::string("a\r\nb\tc\\"),
        std::string("\x1b[31m"), std::string("\xff\xfe")}) {
    const std::string line = formatted(message);
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    EXPECT_EQ(line.back(), '\n');
    EXPECT_TRUE(wire::read_json(line, 1000)) << line;
  }
}

}  // namespace
}  // namespace pl::app
