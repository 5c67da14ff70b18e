// Performs the fed-in lines of a transcript in a World.
#pragma once

#include <functional>
#include <string>

#include "core/names.h"
#include "transcript.h"
#include "world.h"

namespace pl::journeys {

class Script {
 public:
  explicit Script(World& world) : world_(world) {}

  void register_caller(const CallerLine& caller);
  // Throws std::runtime_error, saying what is wrong with the line.
  void perform(const Fed& fed);

 private:
  void api(const Fed& fed);
  void tool(const Fed& fed);
  void inbound(const Fed& fed);
  void webhook(const Fed& fed);
  void phone(const Fed& fed);
  void platform(const Fed& fed);
  void telegram(const Fed& fed);
  void server(const Fed& fed);

  core::CallerId caller(const std::string& alias) const;
  core::CallId call(const std::string& alias) const;
  Conversation& conversation(const std::string& alias);
  template <class Value>
  void ask(std::function<Result<Value>(engine::Turn&)> use_case);

  World& world_;
};

}  // namespace pl::journeys
