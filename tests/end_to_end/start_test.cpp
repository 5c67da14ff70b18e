// When the real program starts, when it refuses to, and what it leaves on the disk.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "stage.h"
#include "wire/signature.h"

namespace pl::testing {
namespace {

using namespace std::chrono_literals;

class Start : public ::testing::Test {
 protected:
  ~Start() override { std::filesystem::remove_all(folder_); }

  std::string database() const { return folder_ + "/partyline.db"; }
  std::string log() const { return read_file(folder_ + "/log"); }

  // With the line that ships, on any port; `over` are variables besides the account's.
  std::unique_ptr<Process> serve(std::vector<std::string> more = {},
                                 std::map<std::string, std::string> over = {}) {
    std::vector<std::string> arguments{"serve",
                                       "--line",
                                       (shipped_lines() / "nikita").string(),
                                       "--database",
                                       database(),
                                       "--port",
                                       "0",
                                       "--elevenlabs-url",
                                       "http://127.0.0.1:1",
                                       "--telegram-url",
                                       "http://127.0.0.1:1"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    over.merge(account());
    return std::make_unique<Process>(arguments, over, folder_ + "/log");
  }
  // What it says while it refuses. Empty if it does not.
  std::string refusal(std::vector<std::string> more = {},
                      std::map<std::string, std::string> over = {}) {
    std::filesystem::remove(folder_ + "/log");
    const auto server = serve(std::move(more), std::move(over));
    const auto code = server->exit_code(10s);
    EXPECT_EQ(code, 1) << log();
    return code ? log() : "";
  }
  bool listens(const std::unique_ptr<Process>& server) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (log().find("API key in") == std::string::npos) {
      if (!server->is_running() || std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::sleep_for(5ms);  // bounded above: it waits for a process, not a time
    }
    return true;
  }
  mode_t mode(const std::string& file) const {
    struct stat facts {};
    EXPECT_EQ(::stat(file.c_str(), &facts), 0) << file;
    return facts.st_mode & 0777;
  }

  const std::string folder_ = new_folder();
};

bool names(const std::string& said, const std::string& what) {
  return said.find(what) != std::string::npos;
}

TEST_F(Start, IsRefusedWherePlainHttpWouldLeaveTheMachine) {
  for (const char* address : {"0.0.0.0", "::", "192.0.2.1", "::ffff:127.0.0.1", "1270.0.0.1"}) {
    SCOPED_TRACE(address);
    const std::string said = refusal({"--address", address});
    EXPECT_TRUE(names(said, std::string("--address ") + address)) << said;
    EXPECT_TRUE(names(said, "--tls-certificate") && names(said, "--behind-proxy")) << said;
    EXPECT_FALSE(std::filesystem::exists(database())) << "nothing was begun";
  }
}

TEST_F(Start, GoesWellOnTheLoopbackAndBehindAProxy) {
  for (const std::vector<std::string>& more : {std::vector<std::string>{},
                                               {"--address", "127.0.0.2"},
                                               {"--address", "0.0.0.0", "--behind-proxy"}}) {
    std::filesystem::remove(folder_ + "/log");
    const auto server = serve(more);
    EXPECT_TRUE(listens(server)) << log();
  }
}

TEST_F(Start, IsRefusedWithoutEverySecret) {
  for (const auto& [name, value] : account()) {
    if (name.find("TWILIO") != std::string::npos) continue;  // this line texts by Telegram alone
    if (name.ends_with("_ID")) continue;                     // no secret
    if (name == "TELEGRAM_WEBHOOK_SECRET") continue;         // without it that door stays shut
    SCOPED_TRACE(name);
    const std::string without = refusal({}, {{name, ""}});
    EXPECT_TRUE(names(without, name + ": not set")) << without;
    const std::string shorter = refusal({}, {{name, "a-short-one-015"}});
    EXPECT_TRUE(names(shorter, name + ": shorter than 16")) << shorter;
    EXPECT_FALSE(names(shorter, "a-short-one")) << "no value is shown";
    EXPECT_FALSE(names(shorter, value));
  }
  const std::string all = refusal({}, {{"PARTYLINE_TOOLS_SECRET", ""}, {"ELEVENLABS_API_KEY", ""}});
  EXPECT_TRUE(names(all, "PARTYLINE_TOOLS_SECRET") && names(all, "ELEVENLABS_API_KEY")) << all;
}

TEST_F(Start, SaysAllThatIsMissingAtOnce) {
  const std::string said =
      refusal({"--line", (shipped_lines() / "clinic").string(), "--address", "0.0.0.0",
               "--operator-chat", "nobody", "--twilio-url", "api.twilio.com"},
              {{"ELEVENLABS_AGENT_ID", ""},
               {"CLINIC_AGENT_ID", ""},
               {"PARTYLINE_TOOLS_SECRET", ""},
               {"TWILIO_AUTH_TOKEN", ""}});
  for (const char* what :
       {"--address 0.0.0.0", "ELEVENLABS_AGENT_ID is not set", "CLINIC_AGENT_ID is not set",
        "PARTYLINE_TOOLS_SECRET: not set", "TWILIO_AUTH_TOKEN: not set",
        "--twilio-url: ", "--public-url: missing", "--operator-chat: no Telegram chat"}) {
    EXPECT_TRUE(names(said, what)) << what << "\n" << said;
  }
  EXPECT_FALSE(std::filesystem::exists(database())) << "nothing was begun";
}

TEST_F(Start, IsRefusedWhereOthersMayReadAKeyOrThereIsNoneInItsFile) {
  for (const char* suffix : {".key", ".suppressed-key"}) {
    const std::string file = database() + suffix;
    for (const auto& [text, mode] :
         std::vector<std::pair<std::string, mode_t>>{{"pl_planted-key-0123456789", 0640},
                                                     {"pl_planted-key-0123456789", 0604},
                                                     {"", 0600}}) {
      std::ofstream(file) << text;
      ASSERT_EQ(::chmod(file.c_str(), mode), 0);
      const std::string said = refusal();
      EXPECT_TRUE(names(said, file)) << said;
      EXPECT_FALSE(names(said, "planted-key")) << said;
      std::filesystem::remove(file);
    }
  }
}

TEST_F(Start, KeepsItsFilesItsOwnersAloneAndItsKeyTheSame) {
  const mode_t before = ::umask(0);
  std::string key;
  for (int start = 0; start < 2; ++start) {
    std::filesystem::remove(folder_ + "/log");
    const auto server = serve();
    ASSERT_TRUE(listens(server)) << log();
    if (start == 0) key = read_file(database() + ".key");
    EXPECT_EQ(read_file(database() + ".key"), key);
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      if (entry.path().filename() == "log") continue;  // ours
      ++files;
      EXPECT_EQ(mode(entry.path()) & 077, 0U) << entry.path();
    }
    EXPECT_GE(files, 5) << "the database, its log, both keys, the suppressed numbers";
  }
  ::umask(before);
  EXPECT_EQ(key.size(), 3U + 64U + 1U) << "pl_, 256 bits in hexadecimal, the end of the line";
}

TEST(Keys, NoTokenIsOnTheDisk) {
  Stage stage({.own_process = true});
  const Json made =
      stage.must("POST", "/v1/keys", {{"name", "planted-name"}, {"scopes", {"read"}}});
  const std::string token = made["token"];
  EXPECT_EQ(stage.send("GET", "/v1/lines", {{"Authorization", "Bearer " + token}}).status, 200);
  std::string kept;
  for (const char* suffix : {"", "-wal", "-shm"}) kept += read_file(stage.database() + suffix);
  EXPECT_TRUE(names(kept, "planted-name") && names(kept, wire::sha256_hex(token)));
  EXPECT_FALSE(names(kept, token));
  EXPECT_FALSE(names(kept, token.substr(3)));
  EXPECT_FALSE(names(kept, stage.api_key().substr(3))) << "nor that of the file beside it";
}

}  // namespace
}  // namespace pl::testing
