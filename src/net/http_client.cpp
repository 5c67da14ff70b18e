#include "net/http_client.h"

#include <signal.h>
#include <unistd.h>

#include <thread>
#include <unordered_map>
#include <utility>

#include "base/check.h"
#include "locks/mutex.h"
#include "net/transfer.h"

namespace pl::net {
namespace {

constexpr int kPollMs = 60'000;  // at most; libcurl shortens it to its next time-out

struct MultiCleanup {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

class Client final : public HttpClient {
 public:
  Client(CURLM* multi, ClientOptions options)
      : options_(std::move(options)),
        multi_(multi),
        thread_([this](std::stop_token s) { run(s); }) {}
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() override;

  void send(ClientRequest request, Done done) override;

 private:
  using Batch = std::vector<std::unique_ptr<Transfer>>;

  void run(const std::stop_token& stop);
  void begin(std::unique_ptr<Transfer> transfer);
  void finish_done();

  const ClientOptions options_;
  const std::unique_ptr<CURLM, MultiCleanup> multi_;
  Mutex mutex_;
  Batch sent_ PL_GUARDED_BY(mutex_);  // not yet seen by the thread
  // Of the thread alone, and of the destructor after it.
  std::unordered_map<CURL*, std::unique_ptr<Transfer>> under_way_;
  std::jthread thread_;  // last: it uses everything above
};

Client::~Client() {
  thread_.request_stop();
  curl_multi_wakeup(multi_.get());
  thread_.join();
  for (const auto& [handle, transfer] : under_way_) curl_multi_remove_handle(multi_.get(), handle);
}

void Client::send(ClientRequest request, Done done) {
  auto transfer = std::make_unique<Transfer>(options_, std::move(request), std::move(done));
  {
    const Lock lock(mutex_);
    sent_.push_back(std::move(transfer));
  }
  curl_multi_wakeup(multi_.get());
}

void Client::run(const std::stop_token& stop) {
  // OpenSSL writes to its socket without MSG_NOSIGNAL, and libcurl ignores SIGPIPE only when it is
  // allowed to touch signals. Blocked in this thread, the signal stays where it arises.
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  while (!stop.stop_requested()) {
    Batch batch;
    {
      const Lock lock(mutex_);
      batch.swap(sent_);
    }
    for (auto& transfer : batch) begin(std::move(transfer));
    int running = 0;
    PL_CHECK(curl_multi_perform(multi_.get(), &running) == CURLM_OK);
    finish_done();
    // Checked because a poll that fails at once would turn this loop into a hot one.
    PL_CHECK(curl_multi_poll(multi_.get(), nullptr, 0, kPollMs, nullptr) == CURLM_OK);
  }
}

void Client::begin(std::unique_ptr<Transfer> transfer) {
  if (auto prepared = transfer->prepare(); !prepared) {
    return transfer->finish(std::move(prepared).error());
  }
  CURL* const handle = transfer->handle();
  if (curl_multi_add_handle(multi_.get(), handle) != CURLM_OK) {
    return transfer->finish(Error{Code::kInternal, "libcurl takes no further request"});
  }
  under_way_.emplace(handle, std::move(transfer));
}

void Client::finish_done() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    // Read first: the message does not survive the removal.
    const CURLcode code = message->data.result;
    auto node = under_way_.extract(message->easy_handle);
    PL_CHECK(!node.empty());
    curl_multi_remove_handle(multi_.get(), node.key());
    node.mapped()->finish(code);
  }
}

}  // namespace

Result<std::unique_ptr<HttpClient>> HttpClient::create(ClientOptions options) {
  // libcurl would say so at each request, and as if the server were to blame.
  const bool is_readable =
      options.trusted_file.empty() || ::access(options.trusted_file.c_str(), R_OK) == 0;
  if (!is_readable) {
    return fail(Code::kInvalid, "cannot read the trusted certificates in " + options.trusted_file);
  }
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);  // once a program
  CURLM* const multi = started == CURLE_OK ? curl_multi_init() : nullptr;
  if (multi == nullptr) return fail(Code::kInternal, "libcurl could not be started");
  return std::make_unique<Client>(multi, std::move(options));
}

}  // namespace pl::net
