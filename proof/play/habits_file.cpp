#include "play/habits_file.h"

#include "host/files.h"
#include "play/habits_file_keys.h"

namespace pl::play {
namespace {

using line::Context;
using line::Node;
using line::Spot;

// MapReader leaves these to whoever loads a line, and nobody does so here.
void refuse_secrets(Context& context, const Spot& root) {
  for (const Node& node : root.node->children) {
    if (!line::has_secret_key(node) && !line::find_secret(node.text)) continue;
    context.complaints.at(line::child(root, node),
                          "looks like a secret, and nothing here needs one", "remove it");
  }
}

tl::unexpected<std::vector<line::Complaint>> refuse(const std::string& file, int line,
                                                    std::string wrong, std::string remedy) {
  return tl::unexpected(
      std::vector<line::Complaint>{{file, line, "", std::move(wrong), std::move(remedy)}});
}

}  // namespace

HabitsRead read_habits(std::string_view bytes, const std::string& file,
                       const core::FindZone& find_zone) {
  auto document = line::parse_document(bytes);
  if (!document) {
    auto& fault = document.error();
    return refuse(file, fault.line, std::move(fault.wrong), std::move(fault.remedy));
  }
  const line::Sources sources{.read = {}, .environment = {}, .find_zone = find_zone};
  line::Complaints complaints(*document, "");
  Context context{sources, complaints};
  const Spot root{&*document, ""};
  refuse_secrets(context, root);
  sim::Habits habits = decode_habits(context, root);
  if (complaints.none()) return habits;
  auto found = complaints.take();
  for (line::Complaint& complaint : found) complaint.file = file;
  return tl::unexpected(std::move(found));
}

HabitsRead load_habits(const std::filesystem::path& file, const core::FindZone& find_zone) {
  const auto bytes = host::read_bytes(file.string(), line::kDocumentBytes);
  if (bytes) return read_habits(*bytes, file.generic_string(), find_zone);
  return refuse(file.generic_string(), 1, "cannot be read: " + bytes.error().message,
                "name a file of habits");
}

}  // namespace pl::play
