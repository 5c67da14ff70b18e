#include "cli/init.h"

#include "cli/check.h"
#include "cli/line_folders_test.h"
#include "cli/starter.h"
#include "line/document.h"

#include "../../tests/support/source_folder.h"

namespace pl::cli {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class Init : public LineFolders {
 protected:
  int run(const std::string& folder) {
    return init(folder, {.out = [this](std::string_view text) { out += text; },
                         .err = [this](std::string_view text) { err += text; }});
  }

  std::string out;
  std::string err;
};

TEST_F(Init, WritesALineThatPassesTheCheck) {
  const std::string folder = path("new/line");
  ASSERT_EQ(run(folder), 0) << err;
  EXPECT_NE(out.find("partyline check " + folder + "\n"), std::string::npos) << out;
  std::string told;
  const auto tell = [&](std::string_view text) { told += text; };
  const auto nothing = [](const std::string&) { return std::nullopt; };
  EXPECT_EQ(check({{folder}}, {find_zone, nothing, tell, [](std::string_view) {}}), 0) << told;
}

TEST_F(Init, WritesEveryFileOfTheStarterByteForByte) {
  const std::string folder = path("line");
  ASSERT_EQ(run(folder), 0) << err;
  std::set<std::string> shipped;
  const fs::path starter = pl::testing::shipped_lines() / "starter";
  for (const auto& entry : fs::recursive_directory_iterator(starter)) {
    if (!entry.is_regular_file()) continue;
    const fs::path inside = fs::relative(entry.path(), starter);
    shipped.insert(inside.string());
    EXPECT_EQ(contents(fs::path(folder) / inside), contents(entry.path())) << inside;
  }
  EXPECT_EQ(shipped.size(), starter_files().size());
}

TEST_F(Init, WritesOverNothing) {
  const std::string file = path("file");
  const std::string full = path("full");
  const std::string link = path("link");
  fs::create_directories(full);
  std::ofstream(file) << "mine";
  std::ofstream(full + "/line.yaml") << "mine";
  fs::create_directory_symlink(path("nowhere"), link);
  for (const std::string& there : {file, full, link}) {
    err.clear();
    EXPECT_EQ(run(there), 1);
    EXPECT_EQ(err, "partyline init: " + there +
                       " is there already, and nothing is written over; name a folder that does "
                       "not exist\n");
  }
  EXPECT_EQ(contents(file), "mine");
  EXPECT_EQ(contents(full + "/line.yaml"), "mine");
  EXPECT_EQ(out, "");
}

TEST_F(Init, FillsAnEmptyFolder) {
  fs::create_directories(path("empty"));
  EXPECT_EQ(run(path("empty")), 0) << err;
}

// The keys that the format gives a meaning to; those that its author invents are left out.
void collect_keys(const line::Node& node, const std::string& above, std::set<std::string>& keys) {
  const std::set<std::string> named_by_author{"personas", "tools", "profile", "scenes", "outreach"};
  const bool invented = named_by_author.contains(above);
  for (const line::Node& child : node.children) {
    const bool is_item = node.kind != line::Node::Kind::kMap;
    if (!is_item && !invented) keys.insert(child.key);
    // `tools:` of a persona or a scene is a list of names, not the map of tools.
    collect_keys(child, is_item || invented ? "" : child.key, keys);
  }
}

TEST_F(Init, ShowsNoKeyThatTheReferenceDoesNotExplain) {
  const auto document = line::parse_document(starter_files().front().bytes);
  ASSERT_TRUE(document);
  std::set<std::string> keys;
  collect_keys(*document, "", keys);
  EXPECT_GT(keys.size(), 30U);
  const std::string reference =
      contents(pl::testing::shipped_lines() / "../docs/reference/line.md");
  for (const std::string& key : keys) {
    const bool explained = reference.find("| `" + key + "`") != std::string::npos ||
                           reference.find("| [`" + key + "`]") != std::string::npos ||
                           reference.find("." + key + "`") != std::string::npos ||
                           reference.find("| `" + key + ".") != std::string::npos ||
                           reference.find("`" + key + "`:") != std::string::npos;
    EXPECT_TRUE(explained) << key;
  }
}

}  // namespace
}  // namespace pl::cli
