// Plays every .call file of this folder and compares what happened with what it says.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "universe.h"

namespace pl::journeys {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

class Journey : public ::testing::Test {
 public:
  explicit Journey(std::filesystem::path path) : path_(std::move(path)) {}

  void TestBody() override {
    const std::string expected = read_file(path_);
    const auto played = sim::play_journey(expected, universe());
    ASSERT_TRUE(played.has_value()) << path_.filename() << ": " << played.error().message;
    for (const std::string& broken : played->broken) ADD_FAILURE() << broken;
    const char* const golden = std::getenv("PARTYLINE_GOLDEN");
    if (golden != nullptr && std::string_view(golden) == "write") {
      std::ofstream(path_) << played->text;
      return;
    }
    EXPECT_EQ(played->text, expected)
        << "PARTYLINE_GOLDEN=write rewrites the file; read the difference before you commit it";
  }

 private:
  std::filesystem::path path_;
};

// "busy-then-answered.call" becomes Journey.busy_then_answered: a '-' would be a filter's minus.
bool register_journeys() {
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(kRoot / "tests" / "journeys")) {
    if (file.path().extension() == ".call") paths.push_back(file.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::string name = path.stem();
    std::replace(name.begin(), name.end(), '-', '_');
    ::testing::RegisterTest("Journey", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [path]() -> Journey* { return new Journey(path); });
  }
  return !paths.empty();
}

const bool kRegistered = register_journeys();

TEST(Journeys, AreFound) {
  EXPECT_TRUE(kRegistered);
}

}  // namespace
}  // namespace pl::journeys
