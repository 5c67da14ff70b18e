// One request of the client as libcurl sees it: an easy handle and what it points to.
#pragma once

#include <curl/curl.h>

#include <array>
#include <memory>
#include <string>

#include "net/http_client.h"

namespace pl::net {

// Stays where it is while the handle lives: libcurl keeps pointers to its members. The options
// outlive it.
class Transfer {
 public:
  Transfer(const ClientOptions& options, ClientRequest request, HttpClient::Done done);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  // Makes the handle ready. kInvalid for a request that cannot be sent.
  Result<void> prepare();
  CURL* handle() const { return handle_.get(); }

  // Each calls Done; one of them, once.
  void finish(CURLcode code);
  void finish(Error error) { done_(tl::unexpected<Error>(std::move(error))); }

 private:
  struct Cleanup {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  Result<void> set_headers();
  bool set_method();
  bool set_connection();
  bool set_trust();
  bool set_reach();
  Error error_of(CURLcode code) const;

  static curl_socket_t on_socket(void* self, curlsocktype, curl_sockaddr* address);
  static int on_connected(void* self, char*, char*, int, int);
  static std::size_t on_body(char* bytes, std::size_t, std::size_t size, void* self);

  const ClientOptions& options_;
  ClientRequest request_;
  HttpClient::Done done_;
  std::chrono::steady_clock::time_point deadline_;
  std::string host_;  // for messages
  enum class Addresses { kNoneYet, kAllRefused, kSomeTried };
  Addresses addresses_ = Addresses::kNoneYet;  // of a request that may not go anywhere
  bool connected_ = false;
  bool too_long_ = false;
  ClientAnswer answer_;
  std::array<char, CURL_ERROR_SIZE> message_{};
  std::unique_ptr<curl_slist, Cleanup> headers_;
  std::unique_ptr<CURL, Cleanup> handle_;  // last, so that it goes before what it points to
};

}  // namespace pl::net
