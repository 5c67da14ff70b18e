#include "base/words.h"
#include "store/sqlite/codec.h"
#include "store/sqlite/json_document.h"

namespace pl::store {
namespace {

using Value = JsonValue;

constexpr std::size_t kPlansKnown = 64;

// Thrown and caught in this file alone.
struct Nonsense {};

template <class T>
const T& get(const Value& value) {
  const T* const held = std::get_if<T>(&value.is);
  if (held == nullptr) throw Nonsense{};
  return *held;
}

std::string get_text(const Value& value) {
  return std::string(get<std::string_view>(value));
}

std::int64_t get_integer(const Value& value) {
  return get<std::int64_t>(value);
}

double get_number(const Value& value) {
  const auto* const whole = std::get_if<std::int64_t>(&value.is);
  return whole != nullptr ? static_cast<double>(*whole) : get<double>(value);
}

// An object whose every key must be asked for, once.
class Reader {
 public:
  explicit Reader(const Value& value) : object_(value), unasked_(get<JsonObject>(value).members) {}
  const Value& at(std::string_view key) {
    for (const Value& member : object_) {
      if (member.key != key) continue;
      --unasked_;
      return member;
    }
    throw Nonsense{};
  }
  void finish() const {
    if (unasked_ != 0) throw Nonsense{};
  }

 private:
  const Value& object_;
  std::size_t unasked_;
};

template <auto get_value>
auto get_optional(const Value& value) -> std::optional<decltype(get_value(value))> {
  if (std::holds_alternative<std::nullptr_t>(value.is)) return std::nullopt;
  return get_value(value);
}

template <class Enum>
Enum get_enum(const Value& value) {
  const auto found = enum_from<Enum>(get_text(value));
  if (!found) throw Nonsense{};
  return *found;
}

template <class Unit>
Unit get_length(const Value& value) {
  return Unit(get_integer(value));
}

const Value& list(const Value& value) {
  get<JsonList>(value);
  return value;
}

std::vector<std::string> get_texts(const Value& value) {
  std::vector<std::string> texts;
  for (const Value& text : list(value)) texts.push_back(get_text(text));
  return texts;
}

// No member comes twice, as none is written twice.
template <auto get_member>
auto get_set(const Value& value) {
  std::set<decltype(get_member(value))> members;
  for (const Value& member : list(value)) {
    if (!members.insert(get_member(member)).second) throw Nonsense{};
  }
  return members;
}

core::FieldValue get_field_value(const Value& value) {
  if (const auto* const flag = std::get_if<bool>(&value.is)) return *flag;
  if (const auto* const number = std::get_if<std::int64_t>(&value.is)) return *number;
  if (const auto* const text = std::get_if<std::string_view>(&value.is)) return std::string(*text);
  return get_texts(value);
}

// No key comes twice, as none is written twice.
template <auto get_member>
auto get_map(const Value& value) {
  get<JsonObject>(value);
  std::map<std::string, decltype(get_member(value))> members;
  for (const Value& member : value) {
    if (!members.emplace(member.key, get_member(member)).second) throw Nonsense{};
  }
  return members;
}

core::Voice get_voice(const Value& value) {
  Reader reader(value);
  core::Voice voice{.voice_id = get_text(reader.at("voice_id")),
                    .model_id = get_optional<get_text>(reader.at("model_id")),
                    .stability = get_optional<get_number>(reader.at("stability")),
                    .similarity_boost = get_optional<get_number>(reader.at("similarity_boost")),
                    .speed = get_optional<get_number>(reader.at("speed"))};
  reader.finish();
  return voice;
}

core::Override get_override(const Value& value) {
  Reader reader(value);
  core::Override made{.prompt = get_text(reader.at("prompt")),
                      .first_message = get_text(reader.at("first_message")),
                      .language = get_text(reader.at("language")),
                      .voice = get_voice(reader.at("voice")),
                      .llm = get_optional<get_text>(reader.at("llm"))};
  for (std::string& id : get_texts(reader.at("tool_ids"))) made.tool_ids.push_back({std::move(id)});
  made.max_duration = get_length<std::chrono::seconds>(reader.at("max_duration_s"));
  reader.finish();
  return made;
}

core::Turn get_turn(const Value& value) {
  Reader reader(value);
  core::Turn turn{.speaker = get_enum<core::Speaker>(reader.at("speaker")),
                  .text = get_text(reader.at("text")),
                  .at = get_length<std::chrono::seconds>(reader.at("at_s"))};
  reader.finish();
  return turn;
}

core::Plan get_plan(const Value& value) {
  Reader reader(value);
  core::Plan plan;
  plan.name.text = get_text(reader.at("name"));
  plan.scene.text = get_text(reader.at("scene"));
  for (const Value& on : list(reader.at("on"))) plan.on.push_back(get_enum<core::Trigger>(on));
  plan.complete_when = get_optional<get_enum<core::CompleteWhen>>(reader.at("complete_when"));
  for (const Value& delay : list(reader.at("retry_ms"))) {
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

core::Initiation get_initiation(const Value& value) {
  Reader reader(value);
  core::Initiation initiation{
      .override = get_override(reader.at("override")),
      .dynamic_variables = get_map<get_text>(reader.at("dynamic_variables")),
      .user_id = get_optional<get_text>(reader.at("user_id"))};
  reader.finish();
  return initiation;
}

std::vector<core::Turn> get_transcript(const Value& value) {
  std::vector<core::Turn> turns;
  for (const Value& turn : list(value)) turns.push_back(get_turn(turn));
  return turns;
}

template <auto get_value>
auto read(std::string_view text)
    -> std::optional<decltype(get_value(std::declval<const Value&>()))> {
  const JsonDocument document(text);
  if (!document.is_sound()) return std::nullopt;
  try {
    return get_value(document.root());
  } catch (const Nonsense&) {
    return std::nullopt;
  }
}

}  // namespace

// Every outreach carries its plan, and a line has few of them: most were read before.
std::optional<core::Plan> plan_from(std::string_view text) {
  thread_local std::map<std::string, core::Plan, std::less<>> known;
  if (const auto found = known.find(text); found != known.end()) return found->second;
  auto plan = read<get_plan>(text);
  if (!plan) return std::nullopt;
  if (known.size() == kPlansKnown) known.clear();
  known.emplace(text, *plan);
  return plan;
}

std::optional<core::Initiation> initiation_from(std::string_view text) {
  return read<get_initiation>(text);
}

std::optional<std::vector<core::Turn>> transcript_from(std::string_view text) {
  return read<get_transcript>(text);
}

std::optional<core::Profile> profile_from(std::string_view text) {
  return read<get_map<get_field_value>>(text);
}

std::optional<std::map<std::string, std::string>> texts_from(std::string_view text) {
  return read<get_map<get_text>>(text);
}

std::optional<std::map<std::string, std::int64_t>> counts_from(std::string_view text) {
  return read<get_map<get_integer>>(text);
}

std::optional<std::vector<std::string>> list_from(std::string_view text) {
  return read<get_texts>(text);
}

std::optional<std::set<std::string>> words_from(std::string_view text) {
  return read<get_set<get_text>>(text);
}

std::optional<std::set<ports::Scope>> scopes_from(std::string_view text) {
  return read<get_set<get_enum<ports::Scope>>>(text);
}

std::optional<std::set<core::Aspect>> aspects_from(std::string_view text) {
  return read<get_set<get_enum<core::Aspect>>>(text);
}

}  // namespace pl::store
