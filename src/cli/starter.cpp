#include "cli/starter.h"

#include "base/embed.h"

PL_EMBED(pl_starter_line, PL_STARTER "/line.yaml")
PL_EMBED(pl_starter_readme, PL_STARTER "/README.md")
PL_EMBED(pl_starter_host, PL_STARTER "/prompts/host.md")
PL_EMBED(pl_starter_guide, PL_STARTER "/prompts/guide.md")

namespace pl::cli {

std::span<const StarterFile> starter_files() {
  static const StarterFile files[] = {
      {"line.yaml", {pl_starter_line, pl_starter_line_end}},
      {"README.md", {pl_starter_readme, pl_starter_readme_end}},
      {"prompts/host.md", {pl_starter_host, pl_starter_host_end}},
      {"prompts/guide.md", {pl_starter_guide, pl_starter_guide_end}},
  };
  return files;
}

}  // namespace pl::cli
