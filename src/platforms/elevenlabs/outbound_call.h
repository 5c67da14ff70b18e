// How a dial is asked for. Equal arguments give equal bytes.
#pragma once

#include <chrono>
#include <string>

#include "core/number.h"
#include "core/override.h"

namespace pl::platforms {

struct OutboundCall {
  std::string agent_id;
  std::string phone_number_id;
  core::PhoneNumber to;
  const core::Initiation& initiation;
  std::chrono::seconds ring;  // the platform takes 1 to 999
  core::Detection detection = core::Detection::kOff;
};

// POST /v1/convai/twilio/outbound-call.
std::string outbound_call_body(const OutboundCall& call);

}  // namespace pl::platforms
