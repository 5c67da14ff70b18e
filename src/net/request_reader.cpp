#include "net/request_reader.h"

#include <algorithm>
#include <limits>

// The only file that sees Beast: its headers take seconds to compile. With sanitizers, g++ 12 takes
// an empty boost::optional in them for an uninitialised one.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#include "base/percent.h"
#include "base/text.h"

namespace pl::net {
namespace {

namespace http = boost::beast::http;

constexpr std::string_view kLastChunk = "0\r\n\r\n";

std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

// Beast reports every odd version as malformed. A well-formed one that we do not speak is told so.
bool names_other_version(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
  const std::size_t at = line.rfind(" HTTP/");
  if (at == std::string_view::npos) return false;
  const std::string_view version = line.substr(at + 6);
  const auto digit = [&](std::size_t i) { return version[i] >= '0' && version[i] <= '9'; };
  return version.size() == 3 && digit(0) && version[1] == '.' && digit(2) && version != "1.0" &&
         version != "1.1";
}

// A value that goes on in the next line. Beast joins the lines, others take the second for a header
// of its own or stop at the first: of "Transfer-Encoding:" and " chunked" each makes something
// else. Beast takes a header whole or not at all, so a fold never lies between two calls.
bool is_folded(std::string_view head) {
  return head.find("\r\n ") != std::string_view::npos ||
         head.find("\r\n\t") != std::string_view::npos;
}

// The path and query of a request target. Proxies may send the whole URL, which servers must take.
std::optional<std::string_view> origin_form(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (lower_ascii(target.substr(0, scheme.size())) != scheme) continue;
    target.remove_prefix(scheme.size());
    const std::size_t authority = std::min(target.find_first_of("/?"), target.size());
    return authority == 0 ? std::nullopt : std::optional(target.substr(authority));
  }
  if (!target.starts_with('/')) return std::nullopt;
  return target;
}

}  // namespace

struct RequestReader::Parser {
  http::request_parser<http::string_body> beast;
};

RequestReader::RequestReader(const ServerLimits& limits, std::string peer)
    : limits_(limits), parser_(std::make_unique<Parser>()) {
  // Beast keeps the length of a header in 16 bits and throws beyond.
  limits_.header_bytes = std::min(limits.header_bytes, std::size_t{60'000});
  request_.peer = std::move(peer);
  parser_->beast.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
  // The real limit follows in allow_body. Not boost::none: 1.74 takes that as a limit of nothing.
  parser_->beast.body_limit(std::numeric_limits<std::uint64_t>::max());
}

RequestReader::RequestReader(RequestReader&&) noexcept = default;
RequestReader& RequestReader::operator=(RequestReader&&) noexcept = default;
RequestReader::~RequestReader() = default;

RequestReader::Step RequestReader::refuse(int status, std::string_view why) {
  refusal_ = {status, "text/plain; charset=utf-8", std::string(why) + "\n", {}};
  return Step::kRefused;
}

RequestReader::Step RequestReader::read_head(std::string& bytes) {
  constexpr std::string_view kTooLong = "the request line and headers are too long";
  boost::beast::error_code error;
  auto& beast = parser_->beast;
  const std::size_t used = beast.put(boost::asio::buffer(bytes), error);
  head_bytes_ += used;
  if (is_folded(std::string_view(bytes).substr(0, used))) {
    return refuse(400, "a header that is folded over two lines");
  }
  if (error == http::error::need_more) {
    bytes.erase(0, used);
    // Beast counts the request line and the headers apart.
    return head_bytes_ + bytes.size() < limits_.header_bytes ? Step::kMore : refuse(431, kTooLong);
  }
  if (error == http::error::header_limit) return refuse(431, kTooLong);
  if (error == http::error::bad_version && names_other_version(bytes)) {
    return refuse(505, "this server speaks HTTP/1.1 and HTTP/1.0");
  }
  if (error) return refuse(400, "malformed request: " + error.message());
  bytes.erase(0, used);
  if (head_bytes_ > limits_.header_bytes) return refuse(431, kTooLong);
  return check_head();
}

RequestReader::Step RequestReader::check_head() {
  const auto& message = parser_->beast.get();
  request_.method = view(message.method_string());
  for (const auto& field : message) {
    request_.headers.push_back(
        {std::string(view(field.name_string())), std::string(view(field.value()))});
  }
  if (request_.headers.size() > limits_.header_count) return refuse(431, "too many headers");
  if (const Step step = take_target(view(message.target())); step != Step::kReady) return step;
  return check_framing();
}

RequestReader::Step RequestReader::take_target(std::string_view target) {
  const auto origin = origin_form(target);
  if (!origin) return refuse(400, "the request target must be a path");
  const std::size_t question = std::min(origin->find('?'), origin->size());
  auto path = percent_decode(origin->substr(0, question));
  if (!path) return refuse(400, "malformed percent escape in the path");
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  // NUL cuts names short in C libraries, line breaks forge lines in logs; no path needs either.
  if (std::any_of(path->begin(), path->end(), is_control)) {
    return refuse(400, "control character in the path");
  }
  request_.path = path->empty() ? "/" : *std::move(path);
  request_.query = origin->substr(std::min(question + 1, origin->size()));
  return Step::kReady;
}

// Where a request ends must be beyond doubt: a proxy that draws the line elsewhere than we do would
// let a stranger hide a second request in the body of the first. Beast lets some of this pass.
RequestReader::Step RequestReader::check_framing() {
  const auto& beast = parser_->beast;
  const auto& message = beast.get();
  const bool is_11 = message.version() == 11;
  const std::size_t hosts = message.count(http::field::host);
  if (hosts > 1 || (is_11 && hosts == 0)) return refuse(400, "exactly one Host header is needed");
  const std::size_t lengths = message.count(http::field::content_length);
  const std::size_t encodings = message.count(http::field::transfer_encoding);
  if (lengths > 1 || view(message[http::field::content_length]).find(',') != std::string::npos) {
    return refuse(400, "more than one Content-Length");
  }
  if (lengths > 0 && encodings > 0) {
    return refuse(400, "both Content-Length and Transfer-Encoding");
  }
  if (encodings > 0) {
    if (encodings > 1 || !is_11) return refuse(400, "malformed request: bad Transfer-Encoding");
    if (lower_ascii(view(message[http::field::transfer_encoding])) != "chunked") {
      return refuse(501, "the only transfer coding here is chunked");
    }
  }
  if (is_11 && message.count(http::field::expect) > 0) {
    if (lower_ascii(view(message[http::field::expect])) != "100-continue") {
      return refuse(417, "the only expectation here is 100-continue");
    }
    waits_for_invitation_ = !beast.is_done();
  }
  keep_alive_ = beast.keep_alive();
  return Step::kReady;
}

RequestReader::Step RequestReader::allow_body(std::size_t limit,
                                              std::shared_ptr<BodySink> overflow) {
  auto& beast = parser_->beast;
  if (beast.is_done()) return Step::kReady;
  const std::size_t most = overflow ? std::max(limit, limits_.drained_body) : limit;
  if (const auto length = beast.content_length(); length && *length > most) {
    return refuse(413, "the body is too large");
  }
  kept_bytes_ = limit;
  overflow_ = std::move(overflow);
  beast.body_limit(most);
  beast.eager(true);
  return Step::kReady;
}

std::size_t RequestReader::body_bytes() const {
  return parser_->beast.get().body().size();
}

// Once it is too long, all that was held of it, and then whatever comes.
void RequestReader::pour_out(std::string& body) {
  if (!overflow_ || (!request_.overflow && body.size() <= kept_bytes_)) return;
  request_.overflow = overflow_;
  overflow_->take(body);
  body.clear();
}

RequestReader::Step RequestReader::read_body(std::string& bytes) {
  auto& beast = parser_->beast;
  if (!beast.is_done()) {
    // Beast takes for granted that the last chunk does not come byte by byte, and stops the program
    // in a build with assertions.
    const bool begins_last = bytes.size() < kLastChunk.size() && kLastChunk.starts_with(bytes);
    if (beast.chunked() && begins_last) return Step::kMore;
    boost::beast::error_code error;
    const std::size_t used = beast.put(boost::asio::buffer(bytes), error);
    bytes.erase(0, used);
    if (error == http::error::body_limit) return refuse(413, "the body is too large");
    if (error && error != http::error::need_more) {
      return refuse(400, "malformed request: " + error.message());
    }
    pour_out(beast.get().body());
    if (!beast.is_done()) {
      // Left over can only be a chunk's size line or the trailers, which Beast does not bound.
      if (bytes.size() > limits_.header_bytes) return refuse(431, "a chunk header is too long");
      return Step::kMore;
    }
  }
  // Headers that came as trailers, after the body, are not in `request_`: they would get past
  // whoever checked the head.
  request_.body = std::move(beast.get().body());
  return Step::kReady;
}

}  // namespace pl::net
