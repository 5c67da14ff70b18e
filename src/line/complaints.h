// Gathers what is wrong while the reading goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "line/document.h"
#include "line/load.h"

namespace pl::line {

// A place in line.yaml: what stands there and the dotted way to it.
struct Spot {
  const Node* node;  // never null; lives as long as the document
  std::string key;   // "scenes.onboarding.openings[0]"
};

Spot child(const Spot& parent, const Node& node);
Spot item(const Spot& parent, std::size_t index);

class Complaints {
 public:
  // The document outlives this object.
  Complaints(const Node& document, std::string folder)
      : document_(document), folder_(std::move(folder)) {}

  void at(const Spot& spot, std::string wrong, std::string remedy);
  // At the deepest place on the way to `key` that exists.
  void at(const std::string& key, std::string wrong, std::string remedy);
  // A missing key: at the line of what should hold it.
  void missing(const Spot& holder, std::string_view key, std::string remedy);
  void in_file(const std::string& file, int line, const std::string& key, std::string wrong,
               std::string remedy);

  bool none() const { return complaints_.empty(); }
  // Whether something is wrong at `key` or below it: then what follows from its value is no news.
  bool about(std::string_view key) const;
  std::size_t count() const { return complaints_.size(); }
  // Ordered by file and line.
  std::vector<Complaint> take();

 private:
  const Node& document_;
  std::string folder_;
  std::vector<Complaint> complaints_;
};

inline constexpr std::string_view kLineFile = "line.yaml";

// "lines/nikita/prompts/nikita.md"
std::string file_name(const std::string& folder, std::string_view file);

// `text` in quotes for a complaint: one line, short, and not what looks like a secret.
std::string shown(std::string_view text);

// Whether the key of a scalar says that a secret stands there.
bool has_secret_key(const Node& node);
// Where in `text` something begins that looks like a key, a token or a webhook's secret of the
// platforms or of our own; empty if nothing does.
std::optional<std::size_t> find_secret(std::string_view text);

}  // namespace pl::line
