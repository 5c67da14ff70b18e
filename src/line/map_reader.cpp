#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "line/reader.h"

namespace pl::line {
namespace {

struct Naming {
  std::size_t max;
  bool upper;
  std::string_view extra;
  bool letter_first;
  std::string_view rule;
};

Naming naming(NameKind kind) {
  switch (kind) {
    case NameKind::kName:
      return {32, false, "-", false, "use a-z, 0-9 and -, at most 32 characters"};
    case NameKind::kTool:
      return {64, true, "_-", false, "use letters, digits, _ and -, at most 64 characters"};
    case NameKind::kField:
      return {40, false, "_", true, "use a-z, 0-9 and _, a letter first, at most 40 characters"};
    case NameKind::kVariable:
      return {64, true, "_", true,
              "use letters, digits and _, a letter first, at most 64 characters"};
  }
  return {};
}

bool follows(const Naming& rule, std::string_view name) {
  const auto is_letter = [&](char c) {
    return (c >= 'a' && c <= 'z') || (rule.upper && c >= 'A' && c <= 'Z');
  };
  if (name.empty() || name.size() > rule.max || (rule.letter_first && !is_letter(name.front()))) {
    return false;
  }
  return std::all_of(name.begin(), name.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || rule.extra.find(c) != std::string_view::npos;
  });
}

// Complains about each key that an earlier line has already given; true for those.
bool is_doubled(Context& context, const Spot& spot, const Spot& entry) {
  const Node* const first = spot.node->find(entry.node->key);
  if (first == entry.node) return false;
  context.complaints.at(entry, fmt::format("written twice; the first is on line {}", first->line),
                        "keep one of them");
  return true;
}

std::string in_ticks(const std::vector<std::string>& words) {
  std::vector<std::string> ticked;
  for (const std::string& word : words) ticked.push_back("`" + word + "`");
  return join(ticked, ", ");
}

}  // namespace

MapReader::MapReader(Context& context, Spot spot)
    : context_(context), spot_(std::move(spot)), is_map_(spot_.node->kind == Node::Kind::kMap) {
  if (!is_map_) {
    context_.complaints.at(spot_, fmt::format("is {}, not a map", kind_name(spot_.node->kind)),
                           "write `key: value` lines below it");
  }
}

std::optional<Spot> MapReader::take(std::string_view key) {
  known_.emplace_back(key);
  const Node* const found = spot_.node->find(key);
  if (found == nullptr) return std::nullopt;
  return child(spot_, *found);
}

std::optional<Spot> MapReader::need(std::string_view key, std::string remedy) {
  auto found = take(key);
  if (!found && is_map_) context_.complaints.missing(spot_, key, std::move(remedy));
  return found;
}

void MapReader::finish() {
  if (!is_map_) return;
  for (const Node& node : spot_.node->children) {
    const Spot entry = child(spot_, node);
    if (is_doubled(context_, spot_, entry) || has_secret_key(node)) continue;
    if (std::find(known_.begin(), known_.end(), node.key) != known_.end()) continue;
    const std::string near = nearest(node.key, known_);
    context_.complaints.at(entry, "unknown key",
                           near.empty() ? "the keys here are " + in_ticks(known_)
                                        : fmt::format("did you mean `{}`?", near));
  }
}

std::vector<Spot> read_entries(Context& context, const Spot& spot, NameKind kind, std::size_t max) {
  std::vector<Spot> entries;
  if (spot.node->kind != Node::Kind::kMap) {
    context.complaints.at(spot, fmt::format("is {}, not a map", kind_name(spot.node->kind)),
                          "write `name: ...` lines below it");
    return entries;
  }
  for (const Node& node : spot.node->children) {
    const Spot entry = child(spot, node);
    if (is_doubled(context, spot, entry)) continue;
    if (entries.size() == max) {
      context.complaints.at(entry, fmt::format("there are more than {} entries", max),
                            "remove some of them");
      break;
    }
    check_name(context, entry, kind, node.key);
    entries.push_back(entry);
  }
  return entries;
}

bool check_name(Context& context, const Spot& spot, NameKind kind, std::string_view name) {
  const Naming rule = naming(kind);
  if (!follows(rule, name)) {
    context.complaints.at(spot, fmt::format("{} is not a name", shown(name)),
                          std::string(rule.rule));
    return false;
  }
  if (kind != NameKind::kVariable && kind != NameKind::kField) return true;
  for (const std::string_view prefix : {"system__", "secret__", "partyline_"}) {
    if (!name.starts_with(prefix)) continue;
    context.complaints.at(spot, fmt::format("names that begin with \"{}\" are taken", prefix),
                          "choose another name");
    return false;
  }
  return true;
}

std::vector<Spot> read_list(Context& context, const Spot& spot, std::size_t min, std::size_t max) {
  std::vector<Spot> items;
  if (spot.node->kind != Node::Kind::kList) {
    context.complaints.at(spot, fmt::format("is {}, not a list", kind_name(spot.node->kind)),
                          "write it as [one, two] or as lines that begin with `- `");
    return items;
  }
  const std::size_t count = spot.node->children.size();
  if (count < min) {
    context.complaints.at(spot, count == 0 ? "is empty" : fmt::format("has only {} items", count),
                          fmt::format("write at least {}", min));
  } else if (count > max) {
    context.complaints.at(spot, fmt::format("has {} items", count),
                          fmt::format("write at most {}", max));
  }
  for (std::size_t i = 0; i < std::min(count, max); ++i) items.push_back(item(spot, i));
  return items;
}

std::vector<Spot> read_one_or_list(Context& context, const Spot& spot, std::size_t max) {
  if (spot.node->kind == Node::Kind::kScalar) return {spot};
  return read_list(context, spot, 1, max);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string near = nearest(word, known);
  // What was declared under such a name is complained about where that is done.
  const bool is_shown = shown(near) == fmt::format("\"{}\"", near);
  return near.empty() || !is_shown ? "" : fmt::format("; did you mean `{}`?", near);
}

}  // namespace pl::line
