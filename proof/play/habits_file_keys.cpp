// The keys of a habits file.
#include "play/habits_file_keys.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace pl::play {
namespace {

using namespace std::chrono_literals;
using line::Context;
using line::MapReader;
using line::Node;
using line::Spot;

constexpr double kPerDayMax = 100;  // calls by one person
constexpr double kStrangersMax = 10'000;
constexpr double kPriceMax = 1000;
constexpr std::size_t kZonesMax = 500;
constexpr double kRounding = 0.001;  // what decimal shares may miss their sum by

void take_number(Context& context, MapReader& map, std::string_view key, double max,
                 double& habit) {
  const auto spot = map.take(key);
  if (spot) habit = line::read_number(context, *spot, 0, max).value_or(habit);
}

void take_share(Context& context, MapReader& map, std::string_view key, double& habit) {
  take_number(context, map, key, 1, habit);
}

void take_length(Context& context, MapReader& map, std::string_view key, Millis min, Millis max,
                 Millis& habit) {
  const auto spot = map.take(key);
  if (spot) habit = line::read_duration(context, *spot, min, max).value_or(habit);
}

struct Part {
  std::string_view key;
  double share;
};

// Complains, at the first of the keys that is written, if they exceed 1 together.
void check_sum(Context& context, const MapReader& map, const std::vector<Part>& parts,
               std::string_view what_the_rest_does) {
  double sum = 0;
  std::vector<std::string> names;
  const Node* first = nullptr;
  for (const Part& part : parts) {
    if (context.complaints.about(part.key)) return;
    sum += part.share;
    names.emplace_back(part.key);
    if (first == nullptr) first = map.spot().node->find(part.key);
  }
  if (sum <= 1 + kRounding || first == nullptr) return;
  context.complaints.at(
      line::child(map.spot(), *first), fmt::format("{} add up to {:.3g}", join(names, ", "), sum),
      fmt::format("write shares of at most 1 in all; the rest {}", what_the_rest_does));
}

void take_ring(Context& context, MapReader& map, sim::Habits& habits) {
  take_share(context, map, "answers", habits.answers);
  take_share(context, map, "busy", habits.busy);
  take_share(context, map, "declines", habits.declines);
  take_share(context, map, "voicemail", habits.voicemail);
  take_share(context, map, "fails", habits.fails);
  take_share(context, map, "answers_again", habits.answers_again);
  check_sum(context, map,
            {{"answers", habits.answers},
             {"busy", habits.busy},
             {"declines", habits.declines},
             {"voicemail", habits.voicemail},
             {"fails", habits.fails}},
            "does not answer");
}

void take_talk(Context& context, MapReader& map, sim::Habits& habits) {
  take_length(context, map, "picks_up_after", 500ms, 2min, habits.picks_up_after);
  take_length(context, map, "talks", 5s, 2h, habits.talks);
  take_share(context, map, "hangs_up_early", habits.hangs_up_early);
  take_share(context, map, "hangs_up_at_once", habits.hangs_up_at_once);
  check_sum(
      context, map,
      {{"hangs_up_early", habits.hangs_up_early}, {"hangs_up_at_once", habits.hangs_up_at_once}},
      "talks to the end");
}

void take_people(Context& context, MapReader& map, sim::Habits& habits) {
  take_share(context, map, "calls_in_while_waiting", habits.calls_in_while_waiting);
  take_number(context, map, "calls_in_per_day", kPerDayMax, habits.calls_in_per_day);
  take_number(context, map, "strangers_per_day", kStrangersMax, habits.strangers_per_day);
  take_share(context, map, "opts_out", habits.opts_out);
  take_share(context, map, "consents_to_texts", habits.consents_to_texts);
  take_share(context, map, "has_telegram", habits.has_telegram);
}

// "08:00" as minutes after midnight; "24:00" is the end of the day.
std::optional<std::chrono::minutes> clock_in(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) {
    return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
  return std::chrono::minutes(hour * 60 + minute);
}

void take_clock(Context& context, MapReader& map, std::string_view key,
                std::chrono::minutes& habit) {
  const auto spot = map.take(key);
  if (!spot || !line::is_scalar(context, *spot, "a local time, such as \"08:00\"")) return;
  if (const auto time = clock_in(spot->node->text)) {
    habit = *time;
  } else {
    context.complaints.at(*spot,
                          fmt::format("{} is not a time of day", line::shown(spot->node->text)),
                          "write a local time, such as \"08:00\"");
  }
}

void take_requests(Context& context, MapReader& map, sim::Habits& habits) {
  take_clock(context, map, "requests_from", habits.requests_from);
  take_clock(context, map, "requests_until", habits.requests_until);
  const bool unread =
      context.complaints.about("requests_from") || context.complaints.about("requests_until");
  if (unread || habits.requests_until > habits.requests_from) return;
  const Node* from = map.spot().node->find("requests_from");
  const Node* until = map.spot().node->find("requests_until");
  const std::string remedy = "write times of one day, \"24:00\" at the latest";
  if (from != nullptr) {
    context.complaints.at(line::child(map.spot(), *from), "is not earlier than requests_until",
                          remedy);
  } else if (until != nullptr) {
    context.complaints.at(line::child(map.spot(), *until), "is not later than requests_from",
                          remedy);
  }
}

bool is_listed_before(const Spot& zones, const Node& node) {
  return zones.node->find(node.key) != &node;
}

void take_zone(Context& context, const Spot& zones, const Node& node, sim::Habits& habits) {
  const Spot spot = line::child(zones, node);
  const auto share = line::read_number(context, spot, 0, 1);
  auto zone = context.sources.find_zone(node.key);
  if (is_listed_before(zones, node)) {
    context.complaints.at(spot, "is listed twice", "keep one of them");
  } else if (!zone) {
    context.complaints.at(spot, fmt::format("{} is not a time zone", line::shown(node.key)),
                          "write a name of the IANA database, such as Europe/Zurich");
  } else if (share) {
    habits.zones.push_back({*std::move(zone), *share});
  }
}

void take_zones(Context& context, MapReader& map, sim::Habits& habits) {
  const auto spot = map.take("zones");
  if (!spot) return;
  const auto kind = spot->node->kind;
  if (kind != Node::Kind::kMap) {
    context.complaints.at(*spot, fmt::format("is {}, not a map", line::kind_name(kind)),
                          "write `Europe/Zurich: 0.5` lines below it");
    return;
  }
  if (spot->node->children.size() > kZonesMax) {
    context.complaints.at(*spot, fmt::format("there are more than {} zones", kZonesMax),
                          "remove some of them");
    return;
  }
  for (const Node& node : spot->node->children) take_zone(context, *spot, node, habits);
  double sum = 0;
  for (const auto& zone : habits.zones) sum += zone.share;
  if (context.complaints.about("zones") || (sum > 1 - kRounding && sum < 1 + kRounding)) return;
  context.complaints.at(*spot, fmt::format("the shares add up to {:.3g}", sum),
                        "write shares that add up to 1: everybody lives somewhere");
}

void take_platform(Context& context, MapReader& map, sim::Habits& habits) {
  take_length(context, map, "analysis", 250ms, 10min, habits.analysis);
  take_number(context, map, "price_per_minute", kPriceMax, habits.price_per_minute);
  const auto spot = map.take("currency");
  if (!spot || !line::is_scalar(context, *spot, "three letters, such as USD")) return;
  const std::string& text = spot->node->text;
  const bool is_code = text.size() == 3 && std::all_of(text.begin(), text.end(),
                                                       [](char c) { return c >= 'A' && c <= 'Z'; });
  if (is_code) {
    habits.currency = text;
  } else {
    context.complaints.at(*spot, fmt::format("{} is not a currency", line::shown(text)),
                          "write the three letters of ISO 4217, such as USD");
  }
}

}  // namespace

sim::Habits decode_habits(Context& context, const Spot& root) {
  sim::Habits habits;
  MapReader map(context, root);
  if (const auto spot = map.need("version", "write `version: 1` on the first line")) {
    line::read_integer(context, *spot, 1, 1);
  }
  take_ring(context, map, habits);
  take_talk(context, map, habits);
  take_people(context, map, habits);
  take_requests(context, map, habits);
  take_zones(context, map, habits);
  take_platform(context, map, habits);
  map.finish();
  return habits;
}

}  // namespace pl::play
