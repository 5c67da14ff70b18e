#include "host/icu_zones.h"

#include <unicode/basictz.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/check.h"

namespace pl::host {
namespace {

// ICU adds three-letter names of its own, some of them traps: its BST is Dhaka, its IST is Kolkata.
// These are the ones that IANA has too.
bool is_iana_abbreviation(std::string_view name) {
  constexpr std::string_view kKnown[] = {"CET", "EET", "EST", "GMT", "HST", "MET", "MST",
                                         "PRC", "ROC", "ROK", "UCT", "UTC", "WET"};
  return std::find(std::begin(kKnown), std::end(kKnown), name) != std::end(kKnown);
}

bool is_iana(std::string_view name) {
  if (name == "Etc/Unknown" || name.starts_with("SystemV/")) return false;
  return name.size() != 3 || is_iana_abbreviation(name);
}

std::vector<std::string> enumerate(USystemTimeZoneType type, const char* region) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> ids(
      icu::TimeZone::createTimeZoneIDEnumeration(type, region, nullptr, status));
  std::vector<std::string> names;
  if (U_FAILURE(status) || !ids) return names;
  while (const char* name = ids->next(nullptr, status)) {
    if (is_iana(name)) names.emplace_back(name);
  }
  return names;
}

// Regions that phone numbers name and the zone tables do not: Kosovo, Ascension, Tristan da Cunha.
constexpr std::pair<std::string_view, const char*> kForgotten[] = {
    {"XK", "Europe/Belgrade"}, {"AC", "Atlantic/St_Helena"}, {"TA", "Atlantic/St_Helena"}};

bool is_region(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::chrono::minutes offset_at(const icu::BasicTimeZone& zone, UtcTime at) {
  int32_t raw = 0;
  int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone.getOffset(static_cast<UDate>(to_ms(at)), false, raw, saving, status);
  PL_CHECK(U_SUCCESS(status));
  return std::chrono::floor<std::chrono::minutes>(Millis(raw + saving));
}

core::ZoneOffsets spans(const icu::BasicTimeZone& zone, UtcTime from) {
  const UtcTime end = from + core::kZoneHorizon;
  core::ZoneOffsets found{{from, end, offset_at(zone, from)}};
  icu::TimeZoneTransition next;
  UtcTime at = from;
  while (zone.getNextTransition(static_cast<UDate>(to_ms(at)), false, next)) {
    at = from_ms(static_cast<std::int64_t>(next.getTime()));
    if (at >= end) break;
    const std::chrono::minutes offset = offset_at(zone, at);
    if (offset == found.back().offset) continue;  // only its name or its rule changed
    found.back().until = at;
    found.push_back({at, end, offset});
  }
  return found;
}

}  // namespace

IcuZones::IcuZones() {
  for (std::string& name : enumerate(UCAL_ZONE_TYPE_ANY, nullptr)) names_.insert(std::move(name));
  PL_CHECK(names_.contains("UTC"));
}

bool IcuZones::exists(std::string_view zone) const {
  return names_.contains(zone);
}

std::optional<core::ZoneOffsets> IcuZones::offsets(std::string_view zone, UtcTime from) const {
  // ICU makes up a zone for a name it does not know.
  if (!exists(zone)) return std::nullopt;
  const icu::StringPiece name(zone.data(), static_cast<int32_t>(zone.size()));
  const std::unique_ptr<icu::TimeZone> found(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  // Every zone that ICU makes from one of its own names is a BasicTimeZone.
  const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(found.get());
  PL_CHECK(basic != nullptr);
  return spans(*basic, from);
}

std::vector<std::string> IcuZones::of_region(std::string_view region) const {
  if (!is_region(region)) return {};
  for (const auto& [code, zone] : kForgotten) {
    if (code == region) return {zone};
  }
  const Lock lock(mutex_);
  if (const auto known = regions_.find(region); known != regions_.end()) return known->second;
  const std::string name(region);
  std::vector<std::string> zones = enumerate(UCAL_ZONE_TYPE_CANONICAL_LOCATION, name.c_str());
  std::sort(zones.begin(), zones.end());
  if (!zones.empty()) regions_.emplace(name, zones);
  return zones;
}

}  // namespace pl::host
