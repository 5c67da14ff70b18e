// The bytes of a connection: they make the same requests whether they come at once or one by one.
// Only that something is wrong with a head may be seen later, or never, when it comes in pieces:
// Beast then looks for its end before it looks at it.
#include <algorithm>
#include <tuple>
#include <vector>

#include "entry.h"
#include "net/request_reader.h"

namespace pl::fuzz {
namespace {

using Step = net::RequestReader::Step;

constexpr std::size_t kBody = 200;
constexpr net::ServerLimits kLimits{.header_bytes = 1024, .header_count = 8};

struct Outcome {
  std::vector<net::Request> requests;
  int refused = 0;  // the status that ended the connection; 0 when the bytes ran out
};

class Connection {
 public:
  explicit Connection(std::size_t piece) : piece_(piece) {}

  Outcome read(std::string_view bytes) {
    Outcome outcome;
    rest_ = bytes;
    while (outcome.refused == 0) {
      net::RequestReader reader(kLimits, "192.0.2.1");
      const Step step = read_one(reader);
      if (step == Step::kMore) break;
      if (step == Step::kRefused) {
        outcome.refused = reader.refusal().status;
      } else {
        outcome.requests.push_back(reader.take());
      }
    }
    return outcome;
  }

 private:
  bool more() {
    if (rest_.empty()) return false;
    pending_ += rest_.substr(0, piece_);
    rest_.remove_prefix(std::min(piece_, rest_.size()));
    return true;
  }

  Step read_one(net::RequestReader& reader) {
    if (pending_.empty() && !more()) return Step::kMore;
    Step step = reader.read_head(pending_);
    while (step == Step::kMore && more()) step = reader.read_head(pending_);
    if (step != Step::kReady) return step;
    step = reader.allow_body(kBody);
    if (step != Step::kReady) return step;
    step = reader.read_body(pending_);
    while (step == Step::kMore && more()) step = reader.read_body(pending_);
    return step;
  }

  std::size_t piece_;
  std::string_view rest_;
  std::string pending_;
};

bool same(const net::Request& a, const net::Request& b) {
  const auto same_header = [](const net::Header& one, const net::Header& other) {
    return one.name == other.name && one.value == other.value;
  };
  return std::tie(a.method, a.path, a.query, a.body) ==
             std::tie(b.method, b.path, b.query, b.body) &&
         std::equal(a.headers.begin(), a.headers.end(), b.headers.begin(), b.headers.end(),
                    same_header);
}

void check(const net::Request& request) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  PL_CHECK(!request.method.empty() && request.path.starts_with('/'));
  PL_CHECK(std::none_of(request.path.begin(), request.path.end(), is_control));
  PL_CHECK(request.body.size() <= kBody && request.headers.size() <= kLimits.header_count);
  for (const net::Header& header : request.headers) {
    PL_CHECK(!header.name.empty());
    PL_CHECK(header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
  }
  // A proxy in front may go by either: where both are there, or two, it must be refused.
  const auto count = [&](std::string_view name) {
    return std::count_if(request.headers.begin(), request.headers.end(), [&](const auto& header) {
      return net::find_header({header}, name).has_value();
    });
  };
  PL_CHECK(count("Host") <= 1);
  PL_CHECK(count("Content-Length") + count("Transfer-Encoding") <= 1);
}

}  // namespace

void try_bytes(std::string_view bytes) {
  const Outcome whole = Connection(bytes.size() + 1).read(bytes);
  PL_CHECK(whole.refused == 0 || (whole.refused >= 400 && whole.refused < 600));
  for (const net::Request& request : whole.requests) check(request);
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}}) {
    const Outcome pieces = Connection(piece).read(bytes);
    PL_CHECK(whole.refused != 0 || pieces.refused == 0);
    PL_CHECK(std::equal(pieces.requests.begin(), pieces.requests.end(), whole.requests.begin(),
                        whole.requests.end(), same));
  }
}

}  // namespace pl::fuzz
