#include "line/load.h"

#include <fmt/format.h>

#include <exception>
#include <utility>

#include "line/check.h"
#include "line/decode.h"

namespace pl::line {
namespace {

using Loaded = tl::expected<core::Line, std::vector<Complaint>>;

Loaded refuse(const Sources& sources, int line, std::string wrong, std::string remedy) {
  return tl::unexpected(std::vector<Complaint>{
      {file_name(sources.folder, kLineFile), line, "", std::move(wrong), std::move(remedy)}});
}

// A line folder is copied, mailed and committed: nothing in it may be secret.
void refuse_secrets(Complaints& complaints, const Spot& spot) {
  if (has_secret_key(*spot.node) || find_secret(spot.node->text)) {
    complaints.at(spot, "looks like a secret, and secrets do not belong in a line folder",
                  "remove it, make a new one if anybody saw it, and set that in the environment");
    return;
  }
  for (std::size_t i = 0; i < spot.node->children.size(); ++i) {
    const Node& node = spot.node->children[i];
    refuse_secrets(complaints,
                   spot.node->kind == Node::Kind::kMap ? child(spot, node) : item(spot, i));
  }
}

Loaded load_or_throw(const Sources& sources) {
  const auto bytes = sources.read(std::string(kLineFile));
  if (!bytes) {
    const Unreadable& fault = bytes.error();
    return tl::unexpected(std::vector<Complaint>{
        {fault.is_folder ? sources.folder : file_name(sources.folder, kLineFile), 1, "",
         "cannot be read: " + fault.why, fault.remedy}});
  }
  auto document = parse_document(*bytes);
  if (!document) {
    SyntaxFault& fault = document.error();
    return refuse(sources, fault.line, std::move(fault.wrong), std::move(fault.remedy));
  }
  Complaints complaints(*document, sources.folder);
  refuse_secrets(complaints, Spot{&*document, ""});
  Context context{sources, complaints};
  core::Line line = decode(context, *document);
  check(complaints, line);
  if (!complaints.none()) return tl::unexpected(complaints.take());
  if (sources.warn) {
    Complaints warnings(*document, sources.folder);
    warn_of_unfilled(warnings, line);
    warn_of_unrung(warnings, line);
    for (const Complaint& warning : warnings.take()) sources.warn(warning);
  }
  return line;
}

}  // namespace

std::string format(const Complaint& complaint) {
  const std::string key = complaint.key.empty() ? "" : complaint.key + ": ";
  return fmt::format("{}:{}: {}{}; {}", complaint.file, complaint.line, key, complaint.wrong,
                     complaint.remedy);
}

Loaded load(const Sources& sources) {
  try {
    return load_or_throw(sources);
  } catch (const std::exception& fault) {
    return refuse(sources, 1, fmt::format("could not be checked: {}", fault.what()),
                  "please report this with the file");
  }
}

}  // namespace pl::line
