#include "sim/log_scan.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <cctype>
#include <mutex>

namespace pl::sim {
namespace {

class Sink final : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
 public:
  explicit Sink(std::vector<std::string>& leaks) : leaks_(leaks) {}

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    constexpr int kDigitsOfANumber = 7;
    std::string masked;
    int digits = 0;
    bool leak = false;
    for (const char c : message.payload) {
      const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
      digits = digit ? digits + 1 : 0;
      leak = leak || digits >= kDigitsOfANumber;
      masked += digit ? '#' : c;
    }
    if (leak) leaks_.push_back(std::move(masked));
  }
  void flush_() override {}

 private:
  std::vector<std::string>& leaks_;
};

}  // namespace

LogScan::LogScan() : before_(spdlog::default_logger()) {
  auto logger = std::make_shared<spdlog::logger>("scan", std::make_shared<Sink>(leaks_));
  logger->set_level(spdlog::level::trace);
  spdlog::set_default_logger(std::move(logger));
}

LogScan::~LogScan() {
  spdlog::set_default_logger(before_);
}

}  // namespace pl::sim
