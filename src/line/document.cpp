#include "line/document.h"

#include <fmt/format.h>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <utility>

#include "base/text.h"

namespace pl::line {
namespace {

// Thrown through the YAML library, whose events cannot be refused otherwise.
struct Refused {
  SyntaxFault fault;
};

[[noreturn]] void refuse(int line, std::string wrong, std::string remedy) {
  throw Refused{{line, std::move(wrong), std::move(remedy)}};
}

int line_of(const YAML::Mark& mark) {
  return std::max(mark.line, 0) + 1;
}

// Receives the events of one document. The open lists and maps stand on a stack and are moved into
// their parent when they end, so that no pointer into a growing vector is ever kept.
class TreeBuilder : public YAML::EventHandler {
 public:
  Node take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    // An empty value is reported at the token after it; its key knows better.
    place(make(mark, Node::Kind::kNull));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(line_of(mark), "an alias (`*name`) is used", "write the value out");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    if (tag != "?" && tag != "!") refuse_tag(mark);
    Node node = make(mark, Node::Kind::kScalar);
    node.text = value;
    node.quoted = tag == "!";
    place(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::kList);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, Node::Kind::kMap);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Node node;
    bool has_key = false;
    std::string key;
    int key_line = 0;
  };

  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) {
      refuse(line_of(mark), "an anchor (`&name`) is used",
             "write the value out where it is needed");
    }
  }
  static void refuse_tag(const YAML::Mark& mark) {
    refuse(line_of(mark), "a tag (`!name`) is used", "remove it, or put the text in quotes");
  }

  Node make(const YAML::Mark& mark, Node::Kind kind) {
    if (++count_ > kDocumentNodes) {
      refuse(line_of(mark), fmt::format("more than {} values", kDocumentNodes), "write less");
    }
    Node node;
    node.kind = kind;
    node.line = line_of(mark);
    return node;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            Node::Kind kind) {
    refuse_anchor(mark, anchor);
    if (tag != "?" && tag != "!" && !tag.empty()) refuse_tag(mark);
    if (!stack_.empty() && stack_.back().node.kind == Node::Kind::kMap && !stack_.back().has_key) {
      refuse(line_of(mark), "a key is a list or a map",
             "write a word as the key; put a value that has { } or [ ] in it in quotes");
    }
    if (stack_.size() == kDocumentDepth) {
      refuse(line_of(mark), fmt::format("nested deeper than {} levels", kDocumentDepth),
             "a line needs far fewer; look for brackets that were not closed");
    }
    stack_.push_back({make(mark, kind), false, {}, 0});
  }

  void close() {
    Node node = std::move(stack_.back().node);
    stack_.pop_back();
    place(std::move(node));
  }

  void place(Node node) {
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = stack_.back();
    if (parent.node.kind == Node::Kind::kMap && !parent.has_key) {
      take_key(parent, std::move(node));
      return;
    }
    if (parent.has_key) {
      node.key = std::move(parent.key);
      node.line = parent.key_line;
      parent.has_key = false;
    }
    parent.node.children.push_back(std::move(node));
  }

  static void take_key(Open& parent, Node node) {
    if (node.kind != Node::Kind::kScalar || node.text.empty()) {
      refuse(node.line, "a key is empty", "write a word before the colon");
    }
    if (node.text.size() > kKeyBytes) {
      refuse(node.line, fmt::format("a key is longer than {} bytes", kKeyBytes),
             "write a shorter one");
    }
    parent.has_key = true;
    parent.key = std::move(node.text);
    parent.key_line = node.line;
  }

  Node root_;
  std::vector<Open> stack_;
  std::size_t count_ = 0;
};

// Bytes that no sensible file holds, refused before the YAML library sees them.
void refuse_unreadable(std::string_view bytes) {
  if (bytes.size() > kDocumentBytes) {
    refuse(1, fmt::format("the file is larger than {} kB", kDocumentBytes / 1024),
           "move long texts into prompts/");
  }
  int line = 1;
  for (std::size_t start = 0; start <= bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    const std::string_view text = bytes.substr(start, end - start);
    if (!is_utf8(text)) {
      refuse(line, "the file is not UTF-8 text", "save it as UTF-8");
    }
    if (std::any_of(text.begin(), text.end(), [](char c) {
          return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r') || c == 0x7F;
        })) {
      refuse(line, "there is a control character", "remove it");
    }
    start = end + 1;
  }
}

Node parse_or_throw(std::string_view bytes) {
  refuse_unreadable(bytes);
  std::istringstream stream{std::string(bytes)};
  YAML::Parser parser(stream);
  TreeBuilder builder;
  if (!parser.HandleNextDocument(builder))
    refuse(1, "the file is empty", "start with `version: 1`");
  TreeBuilder second;
  if (parser.HandleNextDocument(second)) {
    refuse(second.take().line, "there is a second document", "keep one; remove the line `---`");
  }
  return builder.take();
}

}  // namespace

const Node* Node::find(std::string_view wanted) const {
  if (kind != Kind::kMap) return nullptr;
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const Node& child) { return child.key == wanted; });
  return found == children.end() ? nullptr : &*found;
}

std::string_view kind_name(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::kNull:
      return "nothing";
    case Node::Kind::kScalar:
      return "a text";
    case Node::Kind::kList:
      return "a list";
    case Node::Kind::kMap:
      return "a map";
  }
  return "";
}

tl::expected<Node, SyntaxFault> parse_document(std::string_view bytes) {
  try {
    return parse_or_throw(bytes);
  } catch (const Refused& refused) {
    return tl::unexpected(refused.fault);
  } catch (const YAML::DeepRecursion& deep) {
    return tl::unexpected(SyntaxFault{line_of(deep.mark), "nested too deeply",
                                      "look for brackets that were not closed"});
  } catch (const YAML::Exception& fault) {
    return tl::unexpected(
        SyntaxFault{line_of(fault.mark), fmt::format("not readable as YAML: {}", fault.msg),
                    "check the indentation above, and put a value with any of {}[],:?# in quotes"});
  } catch (const std::exception& fault) {
    return tl::unexpected(SyntaxFault{1, fmt::format("not readable as YAML: {}", fault.what()),
                                      "check the file from its first line"});
  }
}

}  // namespace pl::line
