#include "app/settings.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace pl::app {
namespace {

const std::vector<std::string> kNames{"ELEVENLABS_API_KEY", "ELEVENLABS_WEBHOOK_SECRET",
                                      "PARTYLINE_INITIATION_SECRET", "PARTYLINE_TOOLS_SECRET"};
const std::vector<std::string> kChannelNames{"TELEGRAM_BOT_TOKEN", "TWILIO_ACCOUNT_SID",
                                             "TWILIO_AUTH_TOKEN"};

class Secrets : public ::testing::Test {
 protected:
  Secrets() : folder_(::testing::TempDir() + "partyline-secrets-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_);
    clear();
  }
  ~Secrets() override {
    clear();
    std::filesystem::remove_all(folder_);
  }

  void clear() {
    for (std::string name : kNames) {
      for (const char* suffix : {"", "_FILE", "_PREVIOUS", "_PREVIOUS_FILE"}) {
        ::unsetenv((name + suffix).c_str());
      }
    }
    for (const std::string& name : kChannelNames) ::unsetenv(name.c_str());
    ::unsetenv("CREDENTIALS_DIRECTORY");
  }
  void set_all() {
    for (const std::string& name : kNames) ::setenv(name.c_str(), (name + "-value").c_str(), 1);
  }
  std::string write(const std::string& name, const std::string& text, mode_t mode = 0600) {
    std::string file = folder_ + "/" + name;
    std::ofstream(file) << text;
    ::chmod(file.c_str(), mode);
    return file;
  }
  std::string complaint() {
    ServerSettings settings;
    const auto read = read_secrets(settings);
    return read ? "" : read.error().message;
  }

  const std::string folder_;
};

core::Line line_that_texts(std::vector<core::Channel> over) {
  core::Line line{.name = {"desk"}, .number = *core::PhoneNumber::from_e164("+41780000000")};
  line.text = std::move(over);
  return line;
}

TEST_F(Secrets, AreAllNamedThatAreMissingOrShort) {
  for (const std::string& name : kNames)
    EXPECT_NE(complaint().find(name + ": not set"), std::string::npos);
  set_all();
  EXPECT_EQ(complaint(), "");
  ::setenv("PARTYLINE_TOOLS_SECRET", "fifteen-letters", 1);
  EXPECT_NE(complaint().find("PARTYLINE_TOOLS_SECRET: shorter than 16"), std::string::npos);
  EXPECT_EQ(complaint().find("fifteen-letters"), std::string::npos) << "no value is shown";
  set_all();
  ::setenv("PARTYLINE_TOOLS_SECRET_PREVIOUS", "short", 1);
  EXPECT_NE(complaint().find("PARTYLINE_TOOLS_SECRET_PREVIOUS"), std::string::npos);
}

TEST_F(Secrets, OfAChannelSayWhichLineWantsThem) {
  set_all();
  ServerSettings settings;
  settings.lines = {line_that_texts({core::Channel::kTelegram, core::Channel::kSms})};
  const auto read = read_secrets(settings);
  ASSERT_FALSE(read);
  for (const char* wanted :
       {"TELEGRAM_BOT_TOKEN: not set, and no file by TELEGRAM_BOT_TOKEN_FILE that holds it; line "
        "`desk` has `telegram` under `text:`; take it off there if nobody is to be written to",
        "TWILIO_AUTH_TOKEN: not set, and no file by TWILIO_AUTH_TOKEN_FILE that holds it; line "
        "`desk` has `sms` under `text:`"}) {
    EXPECT_NE(read.error().message.find(wanted), std::string::npos) << read.error().message;
  }
}

TEST(Flags, LoseTheSlashesAtTheEndOfUrls) {
  ServerSettings settings;
  settings.elevenlabs_url = "http://127.0.0.1:8791/";
  settings.twilio_secrets.public_url = "https://voice.example.com//";
  ASSERT_TRUE(check_flags(settings));
  EXPECT_EQ(settings.elevenlabs_url, "http://127.0.0.1:8791");
  EXPECT_EQ(settings.twilio_secrets.public_url, "https://voice.example.com");
  EXPECT_EQ(settings.twilio.status_callback, "https://voice.example.com/twilio/status");
}

TEST(Flags, AreAllNamedThatAreWrong) {
  ServerSettings settings;
  settings.elevenlabs_url = "api.elevenlabs.io";
  settings.telegram_url = "";
  settings.twilio.base_url = "https://api.twilio.com?a=1";
  settings.twilio_secrets.public_url = "http://voice.example.com";
  settings.operator_chat = "abc";
  const auto checked = check_flags(settings);
  ASSERT_FALSE(checked);
  const std::string& said = checked.error().message;
  for (const char* named :
       {"--elevenlabs-url: malformed URL", "\n--telegram-url: ", "\n--twilio-url: ",
        "\n--public-url: URL of voice.example.com must start with https://; it is where platforms "
        "reach this server: write it as https://voice.example.com",
        "\n--operator-chat: no Telegram chat; write its id, a whole number such as -1001234567890, "
        "or the @name of a channel"}) {
    EXPECT_NE(said.find(named), std::string::npos) << named << "\n" << said;
  }
}

TEST(Flags, TakeTheIdOrTheNameOfTheOperatorsChat) {
  for (const char* chat : {"", "77", "-1001234567890", "@operators"}) {
    ServerSettings settings;
    settings.operator_chat = chat;
    EXPECT_TRUE(check_flags(settings)) << chat;
  }
}

TEST(Flags, NeedAPublicUrlWhereALineTextsBySms) {
  ServerSettings settings;
  settings.lines = {line_that_texts({core::Channel::kTelegram})};
  EXPECT_TRUE(check_flags(settings));
  settings.lines.push_back(line_that_texts({core::Channel::kSms}));
  const auto checked = check_flags(settings);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().message,
            "--public-url: missing, and a line texts by SMS; write https://..., where Twilio "
            "reaches this server");
  settings.twilio_secrets.public_url = "https://voice.example.com";
  EXPECT_TRUE(check_flags(settings));
}

TEST_F(Secrets, MayLieInAFile) {
  set_all();
  ::unsetenv("PARTYLINE_TOOLS_SECRET");
  ::setenv("PARTYLINE_TOOLS_SECRET_FILE", write("tools", "a-secret-in-a-file\n").c_str(), 1);
  ServerSettings settings;
  ASSERT_TRUE(read_secrets(settings));
  EXPECT_EQ(settings.secrets.tools, std::vector<std::string>{"a-secret-in-a-file"});
  ::setenv("PARTYLINE_TOOLS_SECRET_FILE", (folder_ + "/nothing").c_str(), 1);
  EXPECT_NE(complaint().find("PARTYLINE_TOOLS_SECRET_FILE"), std::string::npos);
}

TEST_F(Secrets, InAFileThatCannotBeReadSayWhichAndWhy) {
  set_all();
  struct Case {
    std::string file;
    const char* why;
  };
  for (const Case& c :
       std::vector<Case>{{folder_ + "/nothing", "No such file or directory"},
                         {folder_, "Is a directory"},
                         {write("empty", " \n"), "empty"},
                         {write("large", std::string(70'000, 'x')), "larger than 65536 bytes"}}) {
    for (const std::string& name :
         {std::string("PARTYLINE_TOOLS_SECRET"), std::string("PARTYLINE_TOOLS_SECRET_PREVIOUS")}) {
      ::unsetenv(name.c_str());
      ::setenv((name + "_FILE").c_str(), c.file.c_str(), 1);
      const std::string wanted = "\n  " + name + "_FILE: " + c.file + ": " + c.why;
      EXPECT_TRUE(complaint().ends_with(wanted)) << complaint();
      ::unsetenv((name + "_FILE").c_str());
      set_all();
    }
  }
}

// Without it texts would come from another number, and nobody would be told.
TEST_F(Secrets, TheSenderInAFileThatCannotBeReadIsNotReplaced) {
  set_all();
  ServerSettings settings;
  settings.lines = {line_that_texts({core::Channel::kSms})};
  ::setenv("TWILIO_FROM_FILE", (folder_ + "/nothing").c_str(), 1);
  const auto read = read_secrets(settings);
  ::unsetenv("TWILIO_FROM_FILE");
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().message.ends_with("TWILIO_FROM_FILE: " + folder_ +
                                             "/nothing: No such file or directory"))
      << read.error().message;
}

TEST_F(Secrets, AsACredentialThatCannotBeReadSayWhichAndWhy) {
  set_all();
  ::unsetenv("ELEVENLABS_API_KEY");
  std::filesystem::create_directories(folder_ + "/ELEVENLABS_API_KEY");
  ::setenv("CREDENTIALS_DIRECTORY", folder_.c_str(), 1);
  EXPECT_TRUE(complaint().ends_with("\n  " + folder_ + "/ELEVENLABS_API_KEY: Is a directory"))
      << complaint();
}

TEST_F(Secrets, MayBeCredentialsOfSystemd) {
  set_all();
  ::unsetenv("ELEVENLABS_API_KEY");
  write("ELEVENLABS_API_KEY", "a-credential-of-systemd");
  ::setenv("CREDENTIALS_DIRECTORY", folder_.c_str(), 1);
  ServerSettings settings;
  ASSERT_TRUE(read_secrets(settings));
  EXPECT_EQ(settings.elevenlabs_key, "a-credential-of-systemd");
}

}  // namespace
}  // namespace pl::app
