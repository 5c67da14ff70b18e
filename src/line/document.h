// YAML text as a tree that remembers the line of everything in it. Only the plain part of YAML is
// read: no anchors, no aliases, no tags, one document; size, depth and count are bounded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace pl::line {

inline constexpr std::size_t kDocumentBytes = 256 * 1024;
inline constexpr std::size_t kDocumentDepth = 12;
inline constexpr std::size_t kDocumentNodes = 20'000;
inline constexpr std::size_t kKeyBytes = 100;

struct Node {
  enum class Kind { kNull, kScalar, kList, kMap };

  Kind kind = Kind::kNull;
  int line = 1;         // of its key where it has one, else of itself; the first line is 1
  std::string key;      // in a map
  std::string text;     // of a scalar
  bool quoted = false;  // a scalar in quotes or a block; a plain one can be a number or a boolean
  std::vector<Node> children;  // of a list or a map, in the order of the file; keys may be doubled

  // The first child with that key, or null.
  const Node* find(std::string_view wanted) const;
};

// "a text", "a list": for complaints.
std::string_view kind_name(Node::Kind kind);

struct SyntaxFault {
  int line;
  std::string wrong;
  std::string remedy;
};

// Never throws, whatever the bytes are.
tl::expected<Node, SyntaxFault> parse_document(std::string_view bytes);

}  // namespace pl::line
