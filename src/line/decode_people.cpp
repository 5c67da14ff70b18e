// `personas:` and `tools:`.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "line/decode.h"

namespace pl::line {
namespace {

constexpr std::size_t kPersonas = 50;
constexpr std::size_t kTools = 100;
constexpr std::size_t kPhrases = 100;
constexpr std::size_t kPhraseCharacters = 200;

bool is_inside(std::string_view path) {
  const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./").find(c) != std::string_view::npos;
  });
  return plain && !path.empty() && path.size() <= 200 && path.front() != '/' &&
         path.find("..") == std::string_view::npos;
}

// The line of `text` on which `position` lies.
int line_at(std::string_view text, std::size_t position) {
  return 1 + static_cast<int>(std::count(
                 text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

// What is wrong with the prompt, at which byte; nothing if it is fine.
struct PromptFault {
  std::size_t position;
  std::string wrong;
  std::string remedy;
};

std::optional<PromptFault> judge_prompt(std::string_view text) {
  if (text.size() > kPromptBytes) {
    return PromptFault{0, fmt::format("the prompt has more than {} bytes", kPromptBytes),
                       "shorten it"};
  }
  if (!is_utf8(text)) return PromptFault{0, "the prompt is not UTF-8 text", "save it as UTF-8"};
  if (trim(text).empty()) return PromptFault{0, "the prompt is empty", "write who speaks and how"};
  if (const auto at = text.find("{{"); at != std::string_view::npos) {
    return PromptFault{at, "a prompt has no variables, but there is \"{{\"",
                       "move the sentence into a scene's brief"};
  }
  if (const auto at = find_secret(text)) {
    return PromptFault{*at, "looks like a secret, and secrets do not belong in a line folder",
                       "remove it, and make a new one if anybody saw it"};
  }
  const auto control = std::find_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
  });
  if (control == text.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(control - text.begin());
  if (*control == '\r') {
    return PromptFault{at, "a line ends in the manner of Windows", "save it with Unix line ends"};
  }
  return PromptFault{at, "there is a control character", "remove it"};
}

std::string read_prompt(Context& context, const Spot& spot) {
  const auto path = read_text(context, spot, 200);
  if (!path) return "";
  if (!is_inside(*path)) {
    context.complaints.at(spot, fmt::format("{} is not a path inside the folder", shown(*path)),
                          "write one such as prompts/ada.md");
    return "";
  }
  const auto text = context.sources.read(*path);
  if (!text) {
    context.complaints.at(spot,
                          fmt::format("{} cannot be read: {}", shown(*path), text.error().why),
                          text.error().remedy);
    return "";
  }
  if (auto fault = judge_prompt(*text)) {
    context.complaints.in_file(*path, line_at(*text, fault->position), spot.key,
                               std::move(fault->wrong), std::move(fault->remedy));
    return "";
  }
  // Whatever the editor left at the end, the prompt that is sent ends with one line end.
  return text->substr(0, text->find_last_not_of(" \t\n") + 1) + "\n";
}

core::Voice decode_voice(Context& context, const Spot& spot) {
  core::Voice voice;
  MapReader map(context, spot);
  if (const auto id = map.need("voice_id", "write the id of a voice")) {
    voice.voice_id = read_id(context, *id).value_or("");
  }
  if (const auto id = map.take("model_id")) voice.model_id = read_id(context, *id);
  const auto number = [&](std::string_view key, double min, double max) {
    const auto found = map.take(key);
    return found ? read_number(context, *found, min, max) : std::nullopt;
  };
  voice.stability = number("stability", 0, 1);
  voice.similarity_boost = number("similarity_boost", 0, 1);
  voice.speed = number("speed", 0.7, 1.2);
  map.finish();
  return voice;
}

bool is_language(std::string_view text) {
  const auto dash = text.find('-');
  const auto all = [](std::string_view part, auto good) {
    return std::all_of(part.begin(), part.end(), good);
  };
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::string_view base = text.substr(0, dash);
  if (base.size() < 2 || base.size() > 3 || !all(base, lower)) return false;
  if (dash == std::string_view::npos) return true;
  const std::string_view region = text.substr(dash + 1);
  return region.size() >= 2 && region.size() <= 8 &&
         all(region, [&](char c) { return lower(c) || (c >= 'A' && c <= 'Z') || c == '-'; });
}

std::string decode_language(Context& context, const Spot& spot) {
  if (!is_scalar(context, spot, "a language code, such as en")) return "";
  if (is_language(spot.node->text)) return spot.node->text;
  context.complaints.at(spot, fmt::format("{} is not a language code", shown(spot.node->text)),
                        "write one such as en, de or pt-br");
  return "";
}

core::Persona decode_persona(Context& context, const Spot& spot) {
  core::Persona persona;
  persona.name.text = spot.node->key;
  MapReader map(context, spot);
  if (const auto found = map.need("prompt", "write the prompt's path, such as prompts/ada.md")) {
    persona.prompt = read_prompt(context, *found);
  }
  if (const auto found = map.need("voice", "write at least {voice_id: ...}")) {
    persona.voice = decode_voice(context, *found);
  }
  if (const auto found = map.need("language", "write a language code, such as en")) {
    persona.language = decode_language(context, *found);
  }
  if (const auto found = map.take("llm")) persona.llm = read_id(context, *found);
  if (const auto found = map.take("tools")) {
    persona.tools = decode_names<core::ToolName>(context, *found, NameKind::kTool, kTools);
  }
  if (const auto found = map.take("never_says")) {
    for (const Spot& entry : read_list(context, *found, 0, kPhrases)) {
      if (auto phrase = read_clean(context, entry, kPhraseCharacters)) {
        persona.never_says.push_back(*std::move(phrase));
      }
    }
  }
  map.finish();
  return persona;
}

core::Tool decode_tool(Context& context, const Spot& spot) {
  core::Tool tool;
  tool.name.text = spot.node->key;
  MapReader map(context, spot);
  int purposes = 0;
  if (const auto saves = map.take("saves")) {
    ++purposes;
    for (const Spot& entry : read_list(context, *saves, 1, 50)) {
      if (auto field = read_name(context, entry, NameKind::kField)) {
        tool.saves.push_back(*std::move(field));
      }
    }
  }
  if (const auto completes = map.take("completes")) {
    ++purposes;
    tool.completes_onboarding = read_word(context, *completes, {"onboarding"}).has_value();
  }
  if (const auto opts_out = map.take("opts_out")) {
    ++purposes;
    tool.opts_out = read_boolean(context, *opts_out).value_or(false);
    if (!tool.opts_out && opts_out->node->text == "false") {
      context.complaints.at(*opts_out, "says nothing", "write opts_out: true, or remove the tool");
    }
  }
  if (const auto answers = map.take("answers")) {
    ++purposes;
    tool.tells_answerer = read_word(context, *answers, {"who_answered"}).has_value();
  }
  map.finish();
  if (purposes != 1 && spot.node->kind == Node::Kind::kMap) {
    context.complaints.at(spot,
                          purposes == 0 ? "does not say what it does" : "does more than one thing",
                          "write one of saves: [field], completes: onboarding, opts_out: true or "
                          "answers: who_answered");
  }
  return tool;
}

}  // namespace

std::vector<core::Persona> decode_personas(Context& context, const Spot& spot) {
  std::vector<core::Persona> personas;
  for (const Spot& entry : read_entries(context, spot, NameKind::kName, kPersonas)) {
    personas.push_back(decode_persona(context, entry));
  }
  return personas;
}

std::vector<core::Tool> decode_tools(Context& context, const Spot& spot) {
  std::vector<core::Tool> tools;
  for (const Spot& entry : read_entries(context, spot, NameKind::kTool, kTools)) {
    tools.push_back(decode_tool(context, entry));
  }
  return tools;
}

}  // namespace pl::line
