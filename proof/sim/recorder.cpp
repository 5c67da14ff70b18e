#include "sim/recorder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "sim/fates.h"
#include "sim/journey/fate_words.h"
#include "sim/stage.h"
#include "wire/json.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBodyBytes = 64 * 1024;

// A tool's argument, as an agent would say it.
std::string plain(const wire::Json& json) {
  if (const auto* text = std::get_if<std::string>(&json.value)) return *text;
  const auto* list = std::get_if<wire::Json::List>(&json.value);
  if (list == nullptr) return wire::write_json(json);
  std::vector<std::string> items;
  for (const wire::Json& item : *list) items.push_back(plain(item));
  return join(items, ",");
}

bool about_store(const Fact& fact) {
  return fact.verb == Verb::kStore;
}
bool about_server(const Fact& fact) {
  return fact.verb == Verb::kServer;
}
bool about_platform(const Fact& fact) {
  return fact.verb == Verb::kPlatform;
}

}  // namespace

void Recorder::begin(const Stage& stage) {
  stage_ = &stage;
  narrator_.emplace(stage.line, stage.time, stage.script.start);
  for (std::size_t index = 0; index < stage.people.size(); ++index) {
    narrator_->call_it(stage.people[index].id, person_alias(static_cast<int>(index) + 1));
  }
}

void Recorder::committed(const Written& written) {
  if (narrator_) narrator_->committed(written);
}

void Recorder::in_doubt(const Written& written) {
  if (narrator_) narrator_->in_doubt(written);
}

void Recorder::answered(const core::Initiation& initiation) {
  narrator_->answer(initiation);
}

void Recorder::feed(std::string words) {
  if (stage_ == nullptr) return;
  const VirtualTime& time = stage_->time;
  std::optional<int> order;
  // Otherwise it is as every journey has it.
  if (time.more_follows() || time.server_has_looked()) order = time.followed();
  lines_.push_back({time.now() - script_.start, order, std::move(words)});
}

std::string Recorder::name(const Conversation& talk) {
  // Of two rings with one name, the name means the first.
  const bool named = talk.report.call && stage_->platform.of_call(*talk.report.call) == &talk;
  if (named) return narrator_->shorten(talk.report.call->text());
  return talk.report.call_sid->text;
}

void Recorder::phone(const Conversation& talk, std::string_view does) {
  feed(fmt::format("phone {} {}", name(talk), does));
}

void Recorder::call_in(const Conversation& talk, const std::string& spelled, bool webhook_lost) {
  const std::string number = talk.number ? talk.number->e164() : "anonymous";
  std::string words = "inbound from=" + number;
  if (spelled != number) words += " spelled=" + in_quotes(spelled);
  feed(words + (webhook_lost ? " webhook=lost" : ""));
}

void Recorder::asked_again(const Conversation& talk) {
  feed(fmt::format("inbound from={} sid={}", talk.number ? talk.number->e164() : "anonymous",
                   talk.report.call_sid->text));
}

std::string Recorder::argument_words(const std::string& arguments) {
  std::string words;
  const std::string members = arguments.empty() ? "" : arguments.substr(1);
  const auto read = wire::read_json("{" + members + "}", kBodyBytes);
  PL_CHECK(read.has_value());
  for (const auto& [key, value] : std::get<wire::Json::Members>(read->value)) {
    words += fmt::format(" {}={}", key, in_quotes(plain(value)));
  }
  return words;
}

void Recorder::tool(const Conversation& talk, const std::string& tool, const std::string& arguments,
                    bool lost) {
  feed(fmt::format("tool {} {}{}{}", tool, name(talk), lost ? " lost" : "",
                   argument_words(arguments)));
}

void Recorder::crossed(const Conversation& talk, const Conversation& other, const std::string& tool,
                       const std::string& arguments) {
  if (!other.report.call) return;
  feed(fmt::format("tool {} {} crossed {}{}", tool, name(talk), name(other),
                   argument_words(arguments)));
}

void Recorder::api(const std::string& method, const std::string& path, const std::string& body) {
  const std::vector<std::string> parts = split(path, '/');  // "", "v1", "callers", ID, ...
  if (parts.size() < 4 || stage_ == nullptr) return;        // everybody is registered already
  const std::string whom = narrator_->shorten(parts[3]);
  const std::string last = parts.size() > 4 ? parts[4] : "change";
  if (last == "onboarding") return feed("api onboard " + whom);
  if (method == "DELETE") return feed("api erase " + whom);
  const auto read = wire::read_json(body.empty() ? "{}" : body, kBodyBytes);
  PL_CHECK(read.has_value());
  const wire::JsonView view(*read);
  if (last == "outreaches") {
    return feed(fmt::format("api schedule {} plan={}", whom, *view.required_text("plan", 64)));
  }
  if (method != "PATCH") return feed(fmt::format("api {} {}", last, whom));
  std::string words = "api change " + whom;
  for (const char* key : {"stage", "number"}) {
    if (const auto value = view.text(key); *value) words += fmt::format(" {}={}", key, **value);
  }
  if (const auto consent = view.object("consent"); *consent) {
    words += " " + consent_in_words((*consent)->flag("voice")->value_or(false),
                                    (*consent)->flag("text")->value_or(false));
  }
  feed(std::move(words));
}

void Recorder::webhook(const Conversation& about, UtcTime written, bool stale) {
  std::string words = "webhook " + name(about);
  if (written < stage_->time.now()) words += " written=" + format_offset(written - script_.start);
  feed(words + (stale ? " stale=yes" : ""));
}

void Recorder::lied(const Conversation& about) {
  feed(fmt::format("webhook {} failure=busy stale=yes", name(about)));
}

void Recorder::forged(const Fact& attack, const Conversation* victim, const std::string& number) {
  if (attack.how == How::kForgedCallIn) return feed("forged inbound from=" + number);
  const char* what = attack.how == How::kForgedTool ? "tool" : "webhook";
  feed(fmt::format("forged {}{}", what, victim == nullptr ? "" : " " + name(*victim)));
}

void Recorder::dial(const DialFate* fate) {
  ++dials_;
  if (fate == nullptr) return;
  fates_.push_back({0ms, {}, fmt::format("platform next-dial {} nth={}", words_of(*fate), dials_)});
}

void Recorder::text(const TextFate* fate) {
  ++texts_;
  if (fate == nullptr) return;
  fates_.push_back({0ms, {}, fmt::format("telegram next {} nth={}", words_of(*fate), texts_)});
}

void Recorder::outage(const DialFate& every, UtcTime until) {
  // The one before has ended, or ends in this one.
  if (end_of_outage_ && end_of_outage_->at <= stage_->time.now() - script_.start) outage_ends();
  feed("platform dials " + words_of(every));
  end_of_outage_ = {until - script_.start, 0, "platform dials " + words_of(ordinary_dial())};
}

void Recorder::outage_ends() {
  if (!end_of_outage_) return;
  const bool over = end_of_outage_->at < stage_->time.now() - script_.start;
  if (over) {
    lines_.push_back(*end_of_outage_);
  } else {
    feed(end_of_outage_->words);
  }
  end_of_outage_.reset();
}

void Recorder::platform(const Platform& platform) {
  std::string words = platform.look_ups_fail ? "platform look-ups fail" : "platform look-ups work";
  if (platform.listing_lag > 0ms) words += " lag=" + format_duration(platform.listing_lag);
  feed(std::move(words));
}

void Recorder::drops(const Platform& platform) {
  std::vector<std::string> words;
  for (const core::Aspect aspect : platform.drops) words.emplace_back(text_of(aspect));
  feed("platform drops " + (words.empty() ? "nothing" : join(words, ",")));
}

void Recorder::store(const Fact& fault) {
  switch (fault.how) {
    case How::kHeld:
      return feed("server holds-database for=" + format_duration(fault.length));
    case How::kDown:
      return feed("server loses-database");
    case How::kFullAtWrite:
      return feed(fmt::format("server fails-write n={}", std::max(1, fault.count)));
    case How::kDoubtKept:
      return feed("server doubts kept");
    case How::kDoubtLost:
      return feed("server doubts lost");
    default:
      return;
  }
}

void Recorder::damaged(const ports::RowKey& row, Harm how) {
  feed(fmt::format("server damages {}{}", narrator_->shorten(row.id),
                   how == Harm::kImmutable ? " immutable" : ""));
}

void Recorder::mended(const ports::RowKey& row) {
  feed("server mends " + narrator_->shorten(row.id));
}

void Recorder::server(std::string_view what) {
  feed(fmt::format("server {}", what));
}

void Recorder::server_dies(const Fact& fault) {
  feed(fault.count > 0 ? fmt::format("server dies at={}", fault.count) : "server crashes");
}

void Recorder::clock(Millis by) {
  feed(fmt::format("server clock by={}{}", by < 0ms ? "-" : "",
                   format_duration(by < 0ms ? -by : by)));
}

void Recorder::heal(const Platform& platform, bool server_is_up) {
  const auto any = [this](bool (*about)(const Fact&)) {
    return std::any_of(script_.facts.begin(), script_.facts.end(), about);
  };
  if (any(about_server)) feed("server dies at=0");
  if (any(about_platform)) {
    this->platform(platform);
    outage_ends();
  }
  if (any(about_store)) {
    feed("server fails-write n=0");
    feed("server finds-database");
    feed("server holds-database for=0s");  // last: what was queued is run now
  }
  if (!server_is_up) feed("server starts");
}

}  // namespace pl::sim
