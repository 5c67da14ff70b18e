#include "app/stop_signal.h"

#include <pthread.h>
#include <csignal>

namespace pl::app {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

sigset_t server_signals() {
  sigset_t signals = stop_signals();
  sigaddset(&signals, SIGHUP);
  return signals;
}

int wait_for(const sigset_t& signals) {
  int received = 0;
  sigwait(&signals, &received);
  return received;
}

}  // namespace

void hold_stop_signals() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void wait_for_stop_signal() {
  wait_for(stop_signals());
}

void hold_server_signals() {
  const sigset_t signals = server_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

Asked wait_for_server_signal() {
  return wait_for(server_signals()) == SIGHUP ? Asked::kReload : Asked::kStop;
}

}  // namespace pl::app
