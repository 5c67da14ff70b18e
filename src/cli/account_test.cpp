#include "cli/account.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "../../tests/support/keep_exchange.h"
#include "cli/line_folder.h"
#include "line/testing.h"
#include "wire/json.h"

#include "../../tests/support/source_folder.h"

namespace pl::cli {
namespace {

core::Line line_of(const std::string& from = "", const std::string& to = "") {
  line::testing::Folder folder;
  if (!from.empty()) folder.change(from, to);
  auto line = line::load(folder.sources());
  EXPECT_TRUE(line) << line::testing::text_of(line::testing::complaints_of(folder));
  return *std::move(line);
}

std::string text_as(AccountForm form, const std::string& public_url = "https://voice.example.com") {
  const auto text = account_text(line_of(), {.form = form, .public_url = public_url});
  EXPECT_TRUE(text) << text.error().message;
  return text.value_or("");
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Account, StepsAreNumberedAndSayWhatToKeep) {
  const std::string text = text_as(AccountForm::kSteps);
  EXPECT_TRUE(holds(text, "1. the secret of the pre-call webhook\n   POST /v1/convai/secrets\n"));
  EXPECT_TRUE(holds(text, "3. the tool note\n"));
  EXPECT_TRUE(holds(text, "\"url\": \"https://voice.example.com/elevenlabs/tools/note\""));
  EXPECT_TRUE(holds(text, "Keep `agent_id` of the answer as ELEVENLABS_AGENT_ID.\n"));
  EXPECT_TRUE(holds(text, "ELEVENLABS_WEBHOOK_SECRET; it is shown once, and is a secret.\n"));
}

TEST(Account, JsonHoldsEveryBodyAndWhatItNeeds) {
  const auto document = wire::read_json(text_as(AccountForm::kJson), 1'000'000);
  ASSERT_TRUE(document) << document.error().message;
  const wire::JsonView root(*document);
  EXPECT_EQ(root.text("base_url")->value_or(""), "https://api.elevenlabs.io");
  const auto requests = root.list("requests");
  ASSERT_TRUE(requests);
  EXPECT_EQ(requests->size(), 8U);  // two secrets, two tools, webhook, retries, agent, number
  for (const wire::JsonView& one : *requests) EXPECT_TRUE(one.required_object("body"));
}

// A secret whose value reached the output would be in a terminal's history, or in a ticket.
TEST(Account, NamesSecretsAndNeverShowsThem) {
  ::setenv("PARTYLINE_TOOLS_SECRET", "a-value-that-is-nobodys-business", 1);
  for (const AccountForm form : {AccountForm::kSteps, AccountForm::kJson, AccountForm::kScript}) {
    const std::string text = text_as(form);
    EXPECT_TRUE(holds(text, "${PARTYLINE_TOOLS_SECRET}"));
    EXPECT_FALSE(holds(text, "nobodys-business"));
  }
  ::unsetenv("PARTYLINE_TOOLS_SECRET");
}

TEST(Account, WithoutAPublicUrlItStaysAName) {
  EXPECT_TRUE(holds(text_as(AccountForm::kSteps, ""), "${PARTYLINE_PUBLIC_URL}/elevenlabs/events"));
  EXPECT_TRUE(holds(text_as(AccountForm::kScript, ""), "=\"${PARTYLINE_PUBLIC_URL:?"));
  EXPECT_FALSE(holds(text_as(AccountForm::kScript), "PARTYLINE_PUBLIC_URL"));
}

TEST(Account, RefusesAPublicUrlThatThePlatformWouldNotCall) {
  for (const char* url : {"voice.example.com", "http://voice.example.com", "ftp://x", "https://a b",
                          "https://x/?a=1", "https://\"x", "https://$(id)"}) {
    EXPECT_FALSE(account_text(line_of(), {.public_url = url})) << url;
  }
  for (const char* url : {"https://voice.example.com/", "http://127.0.0.1:8080"}) {
    EXPECT_TRUE(account_text(line_of(), {.public_url = url})) << url;
  }
  const auto refused = account_text(line_of(), {.public_url = "voice.example.com"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message,
            "--public-url: malformed URL; it must start with https:// or http:// and a host; it is "
            "where platforms reach this server: write it as https://voice.example.com");
}

TEST(Account, RefusesAPlatformThatIsNoUrl) {
  for (const char* url : {"", "api.elevenlabs.io", "https://api.elevenlabs.io/?key=1"}) {
    const auto text = account_text(line_of(), {.platform_url = url});
    ASSERT_FALSE(text) << url;
    EXPECT_TRUE(text.error().message.starts_with("--elevenlabs-url: ")) << text.error().message;
  }
}

TEST(Account, AsksForAGreetingInTheLinesLanguage) {
  const core::Line german = line_of("voice: {voice_id: voice_b}\n    language: en",
                                    "voice: {voice_id: voice_b}\n    language: de");
  const auto refused = account_text(german, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message,
            "the line's safe scene speaks \"de\": say with --greeting, in that language, that "
            "nobody can talk just now");
  const auto text = account_text(german, {.greeting = "Guten Tag."});
  ASSERT_TRUE(text);
  EXPECT_TRUE(holds(*text, "\"first_message\": \"Guten Tag.\""));
  EXPECT_FALSE(account_text(german, {.greeting = "Guten Tag {{name}}."}));
}

// tests/contracts/play_account.py runs it.
TEST(Account, TheScriptLeavesTheLinesTextsToNoShell) {
  const core::Line line = line_of("Where do you live?", "Where? $5, $(id) or \\\\.");
  const auto text =
      account_text(line, {.form = AccountForm::kScript, .public_url = "https://voice.example.com"});
  ASSERT_TRUE(text);
  EXPECT_TRUE(holds(*text, "Where? $5, $(id) or \\\\. In"));
  EXPECT_TRUE(holds(*text,
                    "answer=$(fill PARTYLINE_TOOLS_SECRET_ID <<'END' | send POST "
                    "\"/v1/convai/tools\"\n{\n"));
}

// The script in a folder of its own, with programs in place of curl and jq.
class AccountScript : public ::testing::Test {
 protected:
  AccountScript() {
    std::filesystem::create_directories(folder_ / "bin");
    std::ofstream(folder_ / "account.sh") << text_as(AccountForm::kScript);
    // It sends nothing: it notes who may read partyline.env just then.
    put_program("curl", "cat >/dev/null; stat -c %a partyline.env >>sent; exit 22");
    put_program("jq", "cat");
  }
  ~AccountScript() override { std::filesystem::remove_all(folder_); }

  void put_program(const std::string& name, const std::string& body) {
    const auto file = folder_ / "bin" / name;
    std::ofstream(file) << "#!/bin/sh\n" << body << "\n";
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  }
  // True if it went well to its end.
  bool run(const std::string& path) {
    const std::string command = fmt::format(
        "cd '{}' && PATH='{}' ELEVENLABS_API_KEY=k PARTYLINE_INITIATION_SECRET=s "
        "PARTYLINE_TOOLS_SECRET=s TWILIO_ACCOUNT_SID=s TWILIO_AUTH_TOKEN=s /bin/bash account.sh "
        "2>said",
        folder_.string(), path);
    return std::system(command.c_str()) == 0;
  }
  std::string read(const std::string& name) const {
    std::ifstream file(folder_ / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string bin() const { return (folder_ / "bin").string(); }

  const std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / fmt::format("partyline-account-{}", ::getpid());
};

TEST_F(AccountScript, KeepsAFileThatOthersCouldReadToItsOwnerBeforeItSends) {
  const auto kept = folder_ / "partyline.env";
  std::ofstream(kept) << "PARTYLINE_OPTIONS=\n";
  std::filesystem::permissions(kept, std::filesystem::perms(0644));
  EXPECT_FALSE(run(bin() + ":/usr/bin:/bin"));
  EXPECT_EQ(read("sent"), "600\n") << read("said");
  EXPECT_EQ(read("partyline.env"), "PARTYLINE_OPTIONS=\n");
  EXPECT_TRUE(holds(read("said"), "partyline.env is there: it is added to, and readable by its"));
}

TEST_F(AccountScript, MakesANewFileForItsOwnerAlone) {
  EXPECT_FALSE(run(bin() + ":/usr/bin:/bin"));
  EXPECT_EQ(read("sent"), "600\n") << read("said");
  EXPECT_FALSE(holds(read("said"), "is there"));
}

TEST_F(AccountScript, SendsNothingWhereAToolIsMissing) {
  for (const char* tool : {"cat", "stat", "chmod"}) {
    std::filesystem::create_symlink(std::string("/bin/") + tool, folder_ / "bin" / tool);
  }
  for (const char* missing : {"jq", "curl"}) {
    const auto there = folder_ / "bin" / missing;
    const auto away = folder_ / missing;
    std::filesystem::rename(there, away);
    EXPECT_FALSE(run(bin()));
    EXPECT_TRUE(holds(read("said"), std::string(missing) + " is missing: install it")) << missing;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "sent"));
    std::filesystem::rename(away, there);
  }
}

TEST_F(AccountScript, SendsNothingWhereItCannotKeepWhatIsAnswered) {
  std::filesystem::create_directory(folder_ / "partyline.env");
  EXPECT_FALSE(run(bin() + ":/usr/bin:/bin"));
  EXPECT_TRUE(holds(read("said"), "partyline.env cannot be kept from others here; nothing"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "sent"));
}

// Every line that ships is one that the platform would take.
TEST(Account, OfTheShippedLinesFitsThePlatformsOwnDescription) {
  int lines = 0;
  for (const auto& entry : std::filesystem::directory_iterator(pl::testing::shipped_lines())) {
    if (!std::filesystem::exists(entry.path() / "line.yaml")) continue;
    const auto line = load_line(
        entry.path(), [](std::string_view zone) { return std::optional(std::string(zone)); });
    ASSERT_TRUE(line) << line.error().message;
    const auto text = account_text(*line, {.form = AccountForm::kJson, .greeting = "Hello."});
    ASSERT_TRUE(text) << text.error().message;
    const auto document = wire::read_json(*text, 1'000'000);
    ASSERT_TRUE(document);
    const auto requests = wire::JsonView(*document).list("requests");
    ASSERT_TRUE(requests);
    for (const wire::JsonView& one : *requests) {
      const std::string path = one.text("path")->value_or("");
      if (path.starts_with("/v1/workspace/")) continue;  // left out of our copy of it
      testing::keep({.method = one.text("method")->value_or(""),
                     .path = path,
                     .request = wire::write_json((*one.object("body"))->json())},
                    "elevenlabs");
    }
    ++lines;
  }
  EXPECT_GE(lines, 1);
}

}  // namespace
}  // namespace pl::cli
