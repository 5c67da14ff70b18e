#include "net/transfer.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace pl::net {
namespace {

bool is_token(std::string_view text) {
  const auto is_part = [](char c) {
    return c > ' ' && c < 0x7F &&
           std::string_view("\"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_part);
}

long curl_ms(Millis time) {
  return std::max(1L, static_cast<long>(time.count()));
}  // 0: never

}  // namespace

Transfer::Transfer(const ClientOptions& options, ClientRequest request, HttpClient::Done done)
    : options_(options),
      request_(std::move(request)),
      done_(std::move(done)),
      deadline_(std::chrono::steady_clock::now() + request_.total_time),
      handle_(curl_easy_init()) {}

Result<void> Transfer::prepare() {
  PL_TRY(host_, check_url(request_.url, request_.reach));
  if (!is_token(request_.method)) return fail(Code::kInvalid, "malformed method of a request");
  if (!handle_) return fail(Code::kInternal, "libcurl could not be started");
  PL_DO(set_headers());
  if (!set_method() || !set_connection() || !set_trust() || !set_reach()) {
    return fail(Code::kInternal, "libcurl refused an option for a request to " + host_);
  }
  return {};
}

Result<void> Transfer::set_headers() {
  const auto add = [this](const std::string& line) {
    curl_slist* longer = curl_slist_append(headers_.get(), line.c_str());
    if (longer == nullptr) return false;
    static_cast<void>(headers_.release());
    headers_.reset(longer);
    return true;
  };
  // libcurl would hold a body back for a second to hear "100 Continue", and call every body a form.
  // A name without a value takes its header out.
  bool added = find_header(request_.headers, "Expect") || add("Expect:");
  added = added && (find_header(request_.headers, "Content-Type") || add("Content-Type:"));
  for (const Header& header : request_.headers) {
    if (!is_token(header.name) || !is_one_line(header.value)) {
      return fail(Code::kInvalid, "malformed header of a request to " + host_);
    }
    // The semicolon is libcurl's way to say that the value is meant to be empty.
    const bool is_empty = header.value.find_first_not_of(" \t") == std::string::npos;
    added = added && add(is_empty ? header.name + ";" : header.name + ": " + header.value);
  }
  if (!added) return fail(Code::kInternal, "no memory for a request to " + host_);
  return {};
}

bool Transfer::set_method() {
  CURL* const handle = handle_.get();
  if (request_.method == "GET") return true;
  bool set = curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request_.method.c_str()) == CURLE_OK;
  // When a connection that was kept open turns out to be dead, libcurl sends the request again by
  // itself, a POST too, although the server may have acted on the first. Only a connection of its
  // own, never used before, is safe from that.
  set &= curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L) == CURLE_OK;
  set &= curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L) == CURLE_OK;
  if (request_.method == "HEAD") {
    return set && curl_easy_setopt(handle, CURLOPT_NOBODY, 1L) == CURLE_OK;
  }
  const auto size = static_cast<curl_off_t>(request_.body.size());
  set &= curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, size) == CURLE_OK;
  return set && curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request_.body.c_str()) == CURLE_OK;
}

bool Transfer::set_connection() {
  CURL* const handle = handle_.get();
  bool set = true;
  const auto use = [&](CURLcode code) { set &= code == CURLE_OK; };
  const auto left = std::chrono::ceil<Millis>(deadline_ - std::chrono::steady_clock::now());
  use(curl_easy_setopt(handle, CURLOPT_URL, request_.url.c_str()));
  use(curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers_.get()));
  use(curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https"));
  use(curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L));
  // An id that is ".." stays a part of the path instead of taking the part before it away.
  use(curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L));
  // In version 2 a server can refuse a stream, and libcurl then sends the request again.
  use(curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1}));
  use(curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L));
  // Otherwise a request that ran out of time while its name was looked up would hold up all others
  // until the system's resolver gives up as well; so the resolver's thread is left to end alone.
  use(curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L));
  use(curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, curl_ms(request_.connect_time)));
  use(curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, curl_ms(left)));
  use(curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, &Transfer::on_connected));
  use(curl_easy_setopt(handle, CURLOPT_PREREQDATA, this));
  use(curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Transfer::on_body));
  use(curl_easy_setopt(handle, CURLOPT_WRITEDATA, this));
  use(curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, message_.data()));
  use(curl_easy_setopt(handle, CURLOPT_PRIVATE, this));
  return set;
}

bool Transfer::set_trust() {
  CURL* const handle = handle_.get();
  bool set = curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK;
  set &= curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK;
  if (options_.trusted_file.empty()) return set;
  set &= curl_easy_setopt(handle, CURLOPT_CAINFO, options_.trusted_file.c_str()) == CURLE_OK;
  return set && curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr) == CURLE_OK;
}

bool Transfer::set_reach() {
  CURL* const handle = handle_.get();
  bool set = true;
  const auto use = [&](CURLcode code) { set &= code == CURLE_OK; };
  switch (request_.reach) {
    case Reach::kAnywhere:
      break;
    case Reach::kPublicOnly:
      use(curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &Transfer::on_socket));
      use(curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, this));
      // A connection that is there already was perhaps made for a request that may go anywhere.
      use(curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L));
      use(curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L));
      // Not even one that the environment names.
      use(curl_easy_setopt(handle, CURLOPT_PROXY, ""));
      break;
  }
  return set;
}

// libcurl calls this for each address that it is about to connect to, and for no other.
curl_socket_t Transfer::on_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (!transfer.options_.is_public(address->addr)) {
    if (transfer.addresses_ == Addresses::kNoneYet) transfer.addresses_ = Addresses::kAllRefused;
    return CURL_SOCKET_BAD;
  }
  transfer.addresses_ = Addresses::kSomeTried;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// libcurl calls this between the end of the handshakes and the first byte of the request.
int Transfer::on_connected(void* self, char*, char*, int, int) {
  static_cast<Transfer*>(self)->connected_ = true;
  return CURL_PREREQFUNC_OK;
}

std::size_t Transfer::on_body(char* bytes, std::size_t, std::size_t size, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  std::string& body = transfer.answer_.body;
  transfer.too_long_ = size > transfer.request_.answer_bytes - body.size();
  if (transfer.too_long_) return 0;
  body.append(bytes, size);
  return size;
}

Error Transfer::error_of(CURLcode code) const {
  if (addresses_ == Addresses::kAllRefused) {
    return {Code::kInvalid, "request to " + host_ + ": it has no public address"};
  }
  const char* const why = too_long_          ? "the answer is too long"
                          : message_[0] != 0 ? message_.data()
                                             : curl_easy_strerror(code);
  return {connected_ ? Code::kOutcomeUnknown : Code::kUnavailable,
          "request to " + host_ + ": " + why};
}

void Transfer::finish(CURLcode code) {
  if (code != CURLE_OK) return finish(error_of(code));
  long status = 0;
  curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
  answer_.status = static_cast<int>(status);
  // Not the trailers, which come after the body and answer to nobody.
  for (curl_header* header = nullptr;
       (header = curl_easy_nextheader(handle(), CURLH_HEADER, -1, header)) != nullptr;) {
    answer_.headers.push_back({header->name, header->value});
  }
  done_(std::move(answer_));
}

}  // namespace pl::net
