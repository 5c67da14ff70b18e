#include "net/transfer.h"

#include <algorithm>
#include <array>

namespace pl::net {
namespace {

struct UrlCleanup {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::string url_part(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

bool is_token(std::string_view text) {
  const auto is_part = [](char c) {
    return c > ' ' && c < 0x7F &&
           std::string_view("\"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_part);
}

bool is_one_line(std::string_view text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

long curl_ms(Millis time) {
  return std::max(1L, static_cast<long>(time.count()));
}  // 0: never

}  // namespace

Transfer::Transfer(ClientRequest request, HttpClient::Done done)
    : request_(std::move(request)),
      done_(std::move(done)),
      deadline_(std::chrono::steady_clock::now() + request_.total_time),
      handle_(curl_easy_init()) {}

Result<void> Transfer::prepare() {
  PL_DO(read_url());
  if (!is_token(request_.method)) return fail(Code::kInvalid, "malformed method of a request");
  if (!handle_) return fail(Code::kInternal, "libcurl could not be started");
  PL_DO(set_headers());
  if (!set_method() || !set_connection()) {
    return fail(Code::kInternal, "libcurl refused an option for a request to " + host_);
  }
  return {};
}

Result<void> Transfer::read_url() {
  const std::unique_ptr<CURLU, UrlCleanup> url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, request_.url.c_str(), 0) != CURLUE_OK) {
    return fail(Code::kInvalid, "malformed URL; it must start with https:// or http:// and a host");
  }
  host_ = url_part(url.get(), CURLUPART_HOST);
  const std::string scheme = url_part(url.get(), CURLUPART_SCHEME);
  if ((scheme != "http" && scheme != "https") || !is_one_line(request_.url)) {
    return fail(Code::kInvalid, "URL of " + host_ + " must start with https:// or http://");
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
  // In version 2 a server can refuse a stream, and libcurl then sends the request again.
  use(curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1}));
  use(curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L));
  use(curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L));
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
