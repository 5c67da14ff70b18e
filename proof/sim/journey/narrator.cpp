#include "sim/journey/narrator.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "base/text.h"
#include "sim/journey/transcript.h"

namespace pl::sim {
namespace {

// The names before the colons of a block's lines, as "a,b"; '-' if there are none.
std::string names_in(const std::string& block) {
  std::vector<std::string> names;
  for (const std::string& line : split(block, '\n')) {
    const std::string name = line.substr(0, line.find(':'));
    names.push_back(name.rfind("- ", 0) == 0 ? name.substr(2) : name);
  }
  return names.empty() ? "-" : join(names, ",");
}

std::string between(const std::string& text, const std::string& from, const std::string& until) {
  const std::size_t start = text.rfind(from);
  if (start == std::string::npos) return "";
  const std::size_t begin = start + from.size();
  const std::size_t end = until.empty() ? text.size() : text.find(until, begin);
  return text.substr(begin, end - begin);
}

}  // namespace

void Narrator::call_it(const std::string& id, const std::string& alias) {
  aliases_[id] = alias;
}

std::string Narrator::meant(const std::string& alias) const {
  for (const auto& [id, name] : aliases_) {
    if (name == alias) return id;
  }
  return "";
}

void Narrator::happened(const std::string& what) {
  text_ += fmt::format("{}  >  {}\n", format_offset(time_.now() - start_), shorten(what));
}

std::string Narrator::shorten(const std::string& text) {
  static const std::regex long_word(
      "(clr|out|call|att|txt|ers)_[0-9a-z]{26}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z");
  std::string shorter;
  std::size_t done = 0;
  const std::sregex_iterator none;
  for (std::sregex_iterator found(text.begin(), text.end(), long_word); found != none; ++found) {
    const auto at = static_cast<std::size_t>(found->position());
    shorter += text.substr(done, at - done) + short_word(found->str());
    done = at + found->str().size();
  }
  return shorter + text.substr(done);
}

std::string Narrator::short_word(const std::string& word) {
  if (const auto time = parse_utc(word)) return format_offset(*time - start_);
  std::string& alias = aliases_[word];
  if (alias.empty()) {
    const std::string letter = word.substr(0, 1);
    alias = letter + std::to_string(++counted_[letter]);
  }
  return alias;
}

void Narrator::committed(const Written& written) {
  for (const audit::JournalRow& one : written.commit.journal) {
    // That it was asked for has been told already.
    if (one.kind != "api.request") entry(one, written.raised);
  }
}

void Narrator::in_doubt(const Written& written) {
  happened("in doubt");
  committed(written);
}

void Narrator::entry(const audit::JournalRow& entry, const std::vector<core::Attention>& raised) {
  if (entry.kind == "attention.raised") {
    const auto item = std::find_if(raised.begin(), raised.end(), [&](const core::Attention& one) {
      return one.id.text() == entry.details.at("id");
    });
    if (item == raised.end()) return;
    return happened(fmt::format("attention {} {} subject={} what={} todo={}", item->id.text(),
                                text_of(item->reason), item->subject, in_quotes(item->what),
                                in_quotes(item->todo)));
  }
  std::string what = entry.kind;
  std::map<std::string, std::string> details = entry.details;
  if (entry.kind == "call.dialing") {
    // The dial itself says it.
    dialing_[*entry.call] = entry;
    details.clear();
  }
  const bool of_call = entry.kind.rfind("call.", 0) == 0;
  if (of_call && entry.call) what += " " + *entry.call;
  if (entry.outreach) what += " " + *entry.outreach;
  if (!of_call && entry.call) what += " " + *entry.call;
  const bool begins = !entry.details.contains("from") || !entry.outreach;
  if (entry.caller && begins && !(of_call && entry.outreach)) what += " " + *entry.caller;
  if (!begins) details.erase("plan");
  details.erase("evidence");  // the words for it belong to the tables of phrases
  if (details.contains("retries") && details.at("retries") == "0") details.erase("retries");
  for (const auto& [key, value] : details) {
    what += fmt::format(" {}={}", key, in_quotes(value));
  }
  happened(what);
}

void Narrator::dial(const Posted& posted) {
  const std::string id = posted.request.call.text();
  const auto recorded = dialing_.find(id);
  std::string what = fmt::format("dial {} to={}", id, posted.request.to.e164());
  if (recorded != dialing_.end()) {
    const auto& details = recorded->second.details;
    what += fmt::format(" attempt={} scene={}", details.at("attempt"), details.at("scene"));
  } else {
    what += " WITHOUT RECORD";
  }
  what += fmt::format(" ring={}", format_duration(posted.request.ring));
  happened(what + speaking(posted.request.initiation));
}

void Narrator::text(const Messenger::Sent& sent) {
  const char* const channel = sent.address.starts_with('+') ? "sms" : "telegram";
  happened(fmt::format("text {} to={} body={}", channel, sent.address, in_quotes(sent.body)));
}

void Narrator::answer(const core::Initiation& initiation) {
  happened(fmt::format("answer {}{}", initiation.dynamic_variables.at("partyline_call"),
                       speaking(initiation)));
}

std::string Narrator::speaking(const core::Initiation& initiation) const {
  const core::Override& told = initiation.override;
  std::string persona = "NOBODY";
  for (const core::Persona& one : line_.personas) {
    if (one.voice.voice_id == told.voice.voice_id) persona = one.name.text;
  }
  return fmt::format(" persona={} knows={} asks={} opening={}", persona,
                     names_in(between(told.prompt, "\n<caller>\n", "</caller>")),
                     names_in(between(told.prompt, "\nStill to ask:\n", "")),
                     in_quotes(told.first_message));
}

}  // namespace pl::sim
