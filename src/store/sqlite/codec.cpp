#include "store/sqlite/codec.h"

#include <nlohmann/json.hpp>
#include <type_traits>

#include "store/sqlite/enum_text.h"

namespace pl::store {
namespace {

using nlohmann::json;

constexpr std::size_t kPlansKnown = 64;

// Thrown and caught in this file alone, beside nlohmann's own exceptions.
struct Nonsense {};

std::string write(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class T>
json or_null(const std::optional<T>& value) {
  return value ? json(*value) : json(nullptr);
}

template <class Names>
json texts_of(const Names& names) {
  json list = json::array();
  for (const auto& name : names) list.push_back(name.text);
  return list;
}

// An object whose every key must be asked for, once.
class Reader {
 public:
  explicit Reader(const json& value) : value_(value) {
    if (!value.is_object()) throw Nonsense{};
  }
  const json& at(const char* key) {
    ++asked_;
    return value_.at(key);
  }
  void finish() const {
    if (asked_ != value_.size()) throw Nonsense{};
  }

 private:
  const json& value_;
  std::size_t asked_ = 0;
};

template <class T>
T get(const json& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    if (!value.is_string()) throw Nonsense{};
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    // An unsigned beyond int64 would wrap around in silence.
    const bool fits = value.is_number_integer() &&
                      (!value.is_number_unsigned() || value.get<std::uint64_t>() <= INT64_MAX);
    if (!fits) throw Nonsense{};
  } else {
    static_assert(std::is_same_v<T, double>);
    if (!value.is_number()) throw Nonsense{};
  }
  return value.get<T>();
}

template <class T>
std::optional<T> get_optional(const json& value) {
  if (value.is_null()) return std::nullopt;
  return get<T>(value);
}

template <class Enum>
Enum get_enum(const json& value) {
  const auto found = enum_from<Enum>(get<std::string>(value));
  if (!found) throw Nonsense{};
  return *found;
}

template <class Unit>
Unit get_length(const json& value) {
  return Unit(get<std::int64_t>(value));
}

const json& array(const json& value) {
  if (!value.is_array()) throw Nonsense{};
  return value;
}

std::vector<std::string> get_texts(const json& value) {
  std::vector<std::string> texts;
  for (const json& text : array(value)) texts.push_back(get<std::string>(text));
  return texts;
}

// No member comes twice, as none is written twice.
template <class T, T (*get_member)(const json&)>
std::set<T> get_set(const json& value) {
  std::set<T> members;
  for (const json& member : array(value)) {
    if (!members.insert(get_member(member)).second) throw Nonsense{};
  }
  return members;
}

core::FieldValue get_field_value(const json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number()) return get<std::int64_t>(value);
  if (value.is_string()) return value.get<std::string>();
  return get_texts(value);
}

std::map<std::string, std::string> get_text_map(const json& value) {
  if (!value.is_object()) throw Nonsense{};
  std::map<std::string, std::string> texts;
  for (const auto& [key, text] : value.items()) texts.emplace(key, get<std::string>(text));
  return texts;
}

core::Voice get_voice(const json& value) {
  Reader reader(value);
  core::Voice voice{.voice_id = get<std::string>(reader.at("voice_id")),
                    .model_id = get_optional<std::string>(reader.at("model_id")),
                    .stability = get_optional<double>(reader.at("stability")),
                    .similarity_boost = get_optional<double>(reader.at("similarity_boost")),
                    .speed = get_optional<double>(reader.at("speed"))};
  reader.finish();
  return voice;
}

core::Override get_override(const json& value) {
  Reader reader(value);
  core::Override made{.prompt = get<std::string>(reader.at("prompt")),
                      .first_message = get<std::string>(reader.at("first_message")),
                      .language = get<std::string>(reader.at("language")),
                      .voice = get_voice(reader.at("voice")),
                      .llm = get_optional<std::string>(reader.at("llm"))};
  for (std::string& id : get_texts(reader.at("tool_ids"))) made.tool_ids.push_back({std::move(id)});
  made.max_duration = get_length<std::chrono::seconds>(reader.at("max_duration_s"));
  reader.finish();
  return made;
}

core::Turn get_turn(const json& value) {
  Reader reader(value);
  core::Turn turn{.speaker = get_enum<core::Speaker>(reader.at("speaker")),
                  .text = get<std::string>(reader.at("text")),
                  .at = get_length<std::chrono::seconds>(reader.at("at_s"))};
  reader.finish();
  return turn;
}

core::Plan get_plan(const json& value) {
  Reader reader(value);
  core::Plan plan;
  plan.name.text = get<std::string>(reader.at("name"));
  plan.scene.text = get<std::string>(reader.at("scene"));
  for (const json& on : array(reader.at("on"))) plan.on.push_back(get_enum<core::Trigger>(on));
  const json& complete_when = reader.at("complete_when");
  if (!complete_when.is_null()) plan.complete_when = get_enum<core::CompleteWhen>(complete_when);
  for (const json& delay : array(reader.at("retry_ms"))) {
    plan.retry.push_back(get_length<Millis>(delay));
  }
  plan.deadline = get_length<Millis>(reader.at("deadline_ms"));
  plan.ring = get_length<std::chrono::seconds>(reader.at("ring_s"));
  plan.after_call_end = get_length<Millis>(reader.at("after_call_end_ms"));
  plan.then = get_enum<core::Fallback>(reader.at("then"));
  plan.on_call_in = get_enum<core::OnCallIn>(reader.at("on_call_in"));
  reader.finish();
  return plan;
}

template <class Get>
auto read(std::string_view text, Get get_value)
    -> std::optional<decltype(get_value(std::declval<const json&>()))> {
  try {
    return get_value(json::parse(text));
  } catch (const Nonsense&) {
    return std::nullopt;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::string to_json(const core::Plan& plan) {
  json on = json::array();
  for (const core::Trigger trigger : plan.on) on.push_back(text_of(trigger));
  json retry = json::array();
  for (const Millis delay : plan.retry) retry.push_back(delay.count());
  return write(
      {{"name", plan.name.text},
       {"scene", plan.scene.text},
       {"on", std::move(on)},
       {"complete_when", plan.complete_when ? json(text_of(*plan.complete_when)) : json(nullptr)},
       {"retry_ms", std::move(retry)},
       {"deadline_ms", plan.deadline.count()},
       {"ring_s", plan.ring.count()},
       {"after_call_end_ms", plan.after_call_end.count()},
       {"then", text_of(plan.then)},
       {"on_call_in", text_of(plan.on_call_in)}});
}

std::string to_json(const core::Initiation& initiation) {
  const core::Override& said = initiation.override;
  const json voice = {{"voice_id", said.voice.voice_id},
                      {"model_id", or_null(said.voice.model_id)},
                      {"stability", or_null(said.voice.stability)},
                      {"similarity_boost", or_null(said.voice.similarity_boost)},
                      {"speed", or_null(said.voice.speed)}};
  const json override_json = {{"prompt", said.prompt},
                              {"first_message", said.first_message},
                              {"language", said.language},
                              {"voice", voice},
                              {"llm", or_null(said.llm)},
                              {"tool_ids", texts_of(said.tool_ids)},
                              {"max_duration_s", said.max_duration.count()}};
  return write({{"override", override_json},
                {"dynamic_variables", json(initiation.dynamic_variables)},
                {"user_id", or_null(initiation.user_id)}});
}

std::string to_json(const std::vector<core::Turn>& transcript) {
  json turns = json::array();
  for (const core::Turn& turn : transcript) {
    turns.push_back(
        {{"speaker", text_of(turn.speaker)}, {"text", turn.text}, {"at_s", turn.at.count()}});
  }
  return write(turns);
}

std::string to_json(const core::Profile& profile) {
  json fields = json::object();
  for (const auto& [name, value] : profile) {
    fields[name] = std::visit([](const auto& held) { return json(held); }, value);
  }
  return write(fields);
}

std::string to_json(const std::map<std::string, std::string>& texts) {
  return write(json(texts));
}

std::string to_json(const std::map<std::string, std::int64_t>& counts) {
  return write(json(counts));
}

std::string to_json(const std::vector<std::string>& list) {
  return write(json(list));
}

std::string to_json(const std::set<std::string>& words) {
  return write(json(words));
}

std::string to_json(const std::set<ports::Scope>& scopes) {
  json words = json::array();
  for (const ports::Scope scope : scopes) words.push_back(text_of(scope));
  return write(words);
}

std::string to_json(const std::set<core::Aspect>& aspects) {
  json words = json::array();
  for (const core::Aspect aspect : aspects) words.push_back(text_of(aspect));
  return write(words);
}

// Every outreach carries its plan, and a line has few of them: most were read before.
std::optional<core::Plan> plan_from(std::string_view text) {
  thread_local std::map<std::string, core::Plan, std::less<>> known;
  if (const auto found = known.find(text); found != known.end()) return found->second;
  auto plan = read(text, get_plan);
  if (!plan) return std::nullopt;
  if (known.size() == kPlansKnown) known.clear();
  known.emplace(text, *plan);
  return plan;
}

std::optional<core::Initiation> initiation_from(std::string_view text) {
  return read(text, [](const json& value) {
    Reader reader(value);
    core::Initiation initiation{.override = get_override(reader.at("override")),
                                .dynamic_variables = get_text_map(reader.at("dynamic_variables")),
                                .user_id = get_optional<std::string>(reader.at("user_id"))};
    reader.finish();
    return initiation;
  });
}

std::optional<std::vector<core::Turn>> transcript_from(std::string_view text) {
  return read(text, [](const json& value) {
    std::vector<core::Turn> turns;
    for (const json& turn : array(value)) turns.push_back(get_turn(turn));
    return turns;
  });
}

std::optional<core::Profile> profile_from(std::string_view text) {
  return read(text, [](const json& value) {
    if (!value.is_object()) throw Nonsense{};
    core::Profile profile;
    for (const auto& [name, held] : value.items()) profile.emplace(name, get_field_value(held));
    return profile;
  });
}

std::optional<std::map<std::string, std::string>> texts_from(std::string_view text) {
  return read(text, get_text_map);
}

std::optional<std::map<std::string, std::int64_t>> counts_from(std::string_view text) {
  return read(text, [](const json& value) {
    if (!value.is_object()) throw Nonsense{};
    std::map<std::string, std::int64_t> counts;
    for (const auto& [key, count] : value.items()) counts.emplace(key, get<std::int64_t>(count));
    return counts;
  });
}

std::optional<std::vector<std::string>> list_from(std::string_view text) {
  return read(text, get_texts);
}

std::optional<std::set<std::string>> words_from(std::string_view text) {
  return read(text, get_set<std::string, get<std::string>>);
}

std::optional<std::set<ports::Scope>> scopes_from(std::string_view text) {
  return read(text, get_set<ports::Scope, get_enum<ports::Scope>>);
}

std::optional<std::set<core::Aspect>> aspects_from(std::string_view text) {
  return read(text, get_set<core::Aspect, get_enum<core::Aspect>>);
}

}  // namespace pl::store
