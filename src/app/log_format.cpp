#include "app/log_format.h"

#include <spdlog/common.h>
#include <spdlog/details/log_msg.h>

#include "base/time.h"
#include "wire/json.h"

namespace pl::app {
namespace {

std::string text_of(spdlog::string_view_t text) {
  return {text.data(), text.size()};
}

class JsonFormat final : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& line, spdlog::memory_buf_t& out) override {
    const auto at = std::chrono::floor<Millis>(line.time);
    const std::string text = wire::write_json(
        {wire::Json::Members{{"time", {format_utc(UtcTime(at.time_since_epoch()))}},
                             {"level", {text_of(spdlog::level::to_string_view(line.level))}},
                             {"message", {text_of(line.payload)}}}});
    out.append(text.data(), text.data() + text.size());
    out.push_back('\n');
  }
  std::unique_ptr<spdlog::formatter> clone() const override {
    return std::make_unique<JsonFormat>();
  }
};

}  // namespace

std::unique_ptr<spdlog::formatter> json_log_format() {
  return std::make_unique<JsonFormat>();
}

}  // namespace pl::app
