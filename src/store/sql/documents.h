// The JSON in some columns: what is read and written whole, and never searched. Its shape is part
// of the schema: reading wants exactly the keys that writing gives, so changing it is a migration.
#pragma once

#include "core/line.h"
#include "core/override.h"
#include "core/report.h"
#include "store/sql/described.h"

namespace pl::store {

template <>
struct Description<core::RetryRule> {
  using RetryRule = core::RetryRule;
  static constexpr std::tuple members{member("on", &RetryRule::on),
                                      member("after_ms", &RetryRule::after)};
};

template <>
struct Description<core::Plan> {
  using Plan = core::Plan;
  static constexpr std::tuple members{member("name", &Plan::name),
                                      member("scene", &Plan::scene),
                                      member("on", &Plan::on),
                                      member("complete_when", &Plan::complete_when),
                                      member("retry_ms", &Plan::retry),
                                      may_lack("retry_on", &Plan::retry_on),
                                      member("deadline_ms", &Plan::deadline),
                                      member("ring_s", &Plan::ring),
                                      may_lack("detection", &Plan::detection),
                                      member("after_call_end_ms", &Plan::after_call_end),
                                      member("then", &Plan::then),
                                      member("on_call_in", &Plan::on_call_in)};
};

template <>
struct Description<core::Voice> {
  using Voice = core::Voice;
  static constexpr std::tuple members{
      member("voice_id", &Voice::voice_id), member("model_id", &Voice::model_id),
      member("stability", &Voice::stability), member("similarity_boost", &Voice::similarity_boost),
      member("speed", &Voice::speed)};
};

template <>
struct Description<core::Override> {
  using Override = core::Override;
  static constexpr std::tuple members{member("prompt", &Override::prompt),
                                      member("first_message", &Override::first_message),
                                      member("language", &Override::language),
                                      member("voice", &Override::voice),
                                      member("llm", &Override::llm),
                                      member("tool_ids", &Override::tool_ids),
                                      member("max_duration_s", &Override::max_duration)};
};

template <>
struct Description<core::Initiation> {
  using Initiation = core::Initiation;
  static constexpr std::tuple members{member("override", &Initiation::override),
                                      member("dynamic_variables", &Initiation::dynamic_variables),
                                      member("user_id", &Initiation::user_id)};
};

template <>
struct Description<core::Turn> {
  using Turn = core::Turn;
  static constexpr std::tuple members{member("speaker", &Turn::speaker),
                                      member("text", &Turn::text), member("at_s", &Turn::at)};
};

}  // namespace pl::store
