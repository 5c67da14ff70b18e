#include "core/drift.h"

#include <gtest/gtest.h>

#include <functional>

#include "../../tests/support/sample_call.h"

namespace pl::core {
namespace {

using testing::agent_said;
using testing::sample_report;
using testing::user_said;

constexpr auto kDriftReport = ConversationStatus::kDone;
const std::string kAgentId = "agent_1";

Initiation sent() {
  Initiation initiation;
  initiation.override = {.prompt = "You are Nikita.\n\nBe kind.\n",
                         .first_message = "Hello Ada, Nikita here. Do you have a moment?",
                         .language = "en",
                         .voice = {.voice_id = "voice_n", .model_id = {}, .stability = 0.4},
                         .llm = std::nullopt,
                         .tool_ids = {{"tool_b"}, {"tool_a"}},
                         .max_duration = std::chrono::seconds(600)};
  initiation.dynamic_variables = {{"city", "Bern"}, {"secret__key", "k"}};
  initiation.user_id = "clr_1";
  return initiation;
}

// The platform used all of it, and says so.
ReportedInitiation used() {
  const auto some = [](auto value) { return std::optional(std::move(value)); };
  ReportedInitiation used;
  used.prompt = some(sent().override.prompt);
  used.first_message = some(sent().override.first_message);
  used.language = some(std::string("en"));
  used.llm = std::optional<std::string>();
  used.tool_ids = some(std::vector<ToolId>{{"tool_a"}, {"tool_b"}});
  used.voice_id = some(std::string("voice_n"));
  used.model_id = std::optional<std::string>();
  used.stability = some(0.400000006);
  used.max_duration_s = some(std::int64_t{600});
  used.dynamic_variables = {
      {"city", "Bern"}, {"secret__key", "<REDACTED>"}, {"system__agent_id", "agent_1"}};
  used.user_id = "clr_1";
  return used;
}

ConversationReport report_of(ReportedInitiation said, std::string first_words) {
  ConversationReport report =
      sample_report(kDriftReport, std::chrono::seconds(60), {agent_said(first_words)});
  report.agent_id = kAgentId;
  report.first_turn = FirstTurn{std::move(first_words), false, "voice_n"};
  report.used = std::make_shared<const ReportedInitiation>(std::move(said));
  return report;
}

std::string found(const ConversationReport& report) {
  return names_of(differences(sent(), kAgentId, report));
}

TEST(Drift, ThereIsNoneWhereEverythingWasUsed) {
  EXPECT_EQ(found(report_of(used(), sent().override.first_message)), "");
}

TEST(Drift, ThereIsNoneInWhatIsNotReported) {
  EXPECT_EQ(found(sample_report(kDriftReport)), "");
  EXPECT_EQ(found(report_of({}, sent().override.first_message)), "");
}

TEST(Drift, WhiteSpaceIsNotWords) {
  ReportedInitiation said = used();
  said.prompt = std::optional<std::string>("You are Nikita.\r\n\r\nBe kind.");
  EXPECT_EQ(found(report_of(said, " Hello Ada, Nikita here.  Do you have a moment? ")), "");
}

TEST(Drift, EachSettingIsFoundWhereItIsAnotherOrNone) {
  const auto other = [](auto ReportedInitiation::*setting, auto value) {
    ReportedInitiation said = used();
    said.*setting = std::optional(std::move(value));
    return found(report_of(said, sent().override.first_message));
  };
  const auto none = [](auto ReportedInitiation::*setting) {
    ReportedInitiation said = used();
    (said.*setting)->reset();
    return found(report_of(said, sent().override.first_message));
  };
  using R = ReportedInitiation;
  EXPECT_EQ(other(&R::prompt, std::string("You are a receptionist.")), "prompt");
  EXPECT_EQ(none(&R::prompt), "prompt");
  EXPECT_EQ(other(&R::first_message, std::string("Hello Ben.")), "first_message");
  EXPECT_EQ(none(&R::first_message), "first_message");
  EXPECT_EQ(other(&R::language, std::string("de")), "language");
  EXPECT_EQ(none(&R::language), "language");
  EXPECT_EQ(other(&R::llm, std::string("gpt-5")), "llm") << "none was asked for";
  EXPECT_EQ(other(&R::tool_ids, std::vector<ToolId>{{"tool_a"}}), "tool_ids");
  EXPECT_EQ(none(&R::tool_ids), "tool_ids");
  EXPECT_EQ(other(&R::voice_id, std::string("voice_m")), "voice_id");
  EXPECT_EQ(none(&R::voice_id), "voice_id");
  EXPECT_EQ(other(&R::model_id, std::string("eleven_v3")), "model_id");
  EXPECT_EQ(other(&R::stability, 0.41), "stability");
  EXPECT_EQ(none(&R::stability), "stability");
  EXPECT_EQ(other(&R::speed, 1.1), "speed");
  EXPECT_EQ(other(&R::similarity_boost, 0.8), "similarity_boost");
  EXPECT_EQ(other(&R::max_duration_s, std::int64_t{601}), "max_duration_seconds");
}

TEST(Drift, NoToolsAndAnEmptyListOfToolsAreTheSame) {
  Initiation without = sent();
  without.override.tool_ids.clear();
  ReportedInitiation said = used();
  said.tool_ids->reset();
  EXPECT_TRUE(
      differences(without, kAgentId, report_of(said, sent().override.first_message)).empty());
}

TEST(Drift, AVariableThatWasReportedDiffersButNotOneThatThePlatformHides) {
  ReportedInitiation said = used();
  said.dynamic_variables["city"] = "Basel";
  EXPECT_EQ(found(report_of(said, sent().override.first_message)), "dynamic_variables");
  said.dynamic_variables.erase("city");
  EXPECT_EQ(found(report_of(said, sent().override.first_message)), "");
  said.user_id = "clr_2";
  EXPECT_EQ(found(report_of(said, sent().override.first_message)), "user_id");
}

TEST(Drift, AnotherAgentOrAnotherVoiceIsHeard) {
  ConversationReport report = report_of(used(), sent().override.first_message);
  report.agent_id = "agent_2";
  report.first_turn->voice_id = "voice_m";
  EXPECT_EQ(found(report), "voice_id, agent_id");
}

TEST(Drift, TheFirstTurnIsWhatWasToBeSaidOrItsBeginning) {
  const auto heard = [](const char* text, bool cut) {
    ConversationReport report = report_of(used(), text);
    report.first_turn->cut = cut;
    return found(report);
  };
  EXPECT_EQ(heard("Hello, how can I help you?", false), "first_turn");
  EXPECT_EQ(heard("Hello Ada, Nikita here.", false), "first_turn");
  EXPECT_EQ(heard("Hello Ada, Nikita here.", true), "");
  EXPECT_EQ(heard("Hello Ada, Nik...", true), "");
  EXPECT_EQ(heard("Hello Ada, Nik…", true), "");
  EXPECT_EQ(heard("Hello Ben, Nik...", true), "first_turn");
}

TEST(Drift, IsNotLookedForWhereNobodyWasSpokenWith) {
  ConversationReport report = report_of(ReportedInitiation{}, "Hello, how can I help you?");
  ReportedInitiation none = used();
  none.prompt->reset();
  report.used = std::make_shared<const ReportedInitiation>(none);
  report.status = ConversationStatus::kInProgress;
  EXPECT_EQ(found(report), "") << "it may still change";
  report.status = ConversationStatus::kFailed;
  EXPECT_EQ(found(report), "prompt, first_turn") << "it failed in the middle";
  report.first_turn.reset();
  EXPECT_EQ(found(report), "");
  report.status = kDriftReport;
  EXPECT_EQ(found(report), "prompt");
  for (const CallResult result : {CallResult::kBusy, CallResult::kNoAnswer, CallResult::kFailed}) {
    report.result = result;
    EXPECT_EQ(found(report), "");
  }
}

TEST(PhrasesSaid, AreFoundAsWordsWhateverCasePunctuationAndWidth) {
  const struct {
    const char* phrase;
    const char* said;
    bool is_said;
  } cases[] = {
      {"as an AI language model", "Well, as an AI language model I cannot.", true},
      {"as an AI language model", "AS AN AI-LANGUAGE  MODEL!", true},
      {"as an AI language model", "as an \"AI\", language model", true},
      {"as an AI language model", "as an AI language modeller", false},
      {"as an AI language model", "was an AI language model", false},
      {"as an AI language model", "as an AI model", false},
      {"I'm a person", "I’m a person.", true},
      {"I'm a person", "Im a person", true},
      {"real person", "ＲＥＡＬ　ｐｅｒｓｏｎ", true},
      {"echte Person", "Eine ECHTE Person bin ich", true},
      {"Übermensch", "der übermensch", true},
      {"Žena", "žENA", true},
      {"настоящий человек", "я Настоящий Человек.", true},
      {"人間です", "はい、私は人間です。", true},
      {"人間です", "はい、人です。", false},
      {"model", "", false},
      {"...", "...", false},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(!phrases_said({c.phrase}, {agent_said(c.said)}).empty(), c.is_said)
        << c.phrase << " in " << c.said;
  }
}

TEST(PhrasesSaid, OnlyWhatTheAgentSaidCountsAndATurnIsAWhole) {
  const std::vector<std::string> phrases{"real person", "missed you"};
  EXPECT_TRUE(phrases_said(phrases, {user_said("Are you a real person?")}).empty());
  EXPECT_TRUE(phrases_said(phrases, {agent_said("It is real."), agent_said("Person.")}).empty());
  EXPECT_EQ(phrases_said(phrases, {agent_said("Hm."), agent_said("I missed you!")}),
            std::vector<std::string>{"missed you"});
}

}  // namespace
}  // namespace pl::core
