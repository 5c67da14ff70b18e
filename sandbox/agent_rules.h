// What the settings of an agent may be: the types of the OpenAPI of 2026-08-22 for
// conversation_config and platform_settings. Of what is deeper (language presets, the widget,
// guardrails, parameters of built-in tools) only the outer shape is known here.
#pragma once

#include <span>

#include "sandbox/body_rules.h"

namespace pl::sandbox {

std::span<const Rule> conversation_config_rules();
std::span<const Rule> platform_settings_rules();

}  // namespace pl::sandbox
