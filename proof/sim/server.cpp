#include "sim/server.h"

#include <algorithm>

#include "base/check.h"
#include "platforms/elevenlabs/doors.h"
#include "sim/requests.h"

namespace pl::sim {
namespace {

using namespace std::chrono_literals;

constexpr int kPumpsAtOnce = 1000;
constexpr Millis kPumpAgain = 1s;  // after the store failed
constexpr Millis kResolveAgain = 30s;

}  // namespace

Server::Life::Life(const Surroundings& around, const http::After& after)
    : engine(around.lines, engine::Ports{.store = around.store,
                                         .voice = around.platform,
                                         .text = {{core::Channel::kTelegram, &around.messenger},
                                                  {core::Channel::kSms, &around.messenger}},
                                         .clock = around.clock,
                                         .zones = around.facilities.zones,
                                         .numbers = around.facilities.numbers,
                                         .entropy = around.entropy,
                                         .carrier = around.carrier,
                                         .on_step = around.on_step}),
      front(engine, {kApiKey},
            {platforms::elevenlabs_doors(
                engine, {{kInitiationSecret}, {kToolsSecret}, {kEventsSecret}}, after)},
            after, [] { return http::Health(); }, {.requests = {}, .refusals = {}}) {}

Server::Server(Surroundings around, Millis tick) : around_(around), tick_(tick) {}

void Server::start() {
  PL_CHECK(!life_);
  around_.mortality.revive();
  around_.store.start_anew();
  ++lives_;
  const auto after = [this, life = lives_](Millis delay, std::function<void()> task) {
    around_.time.follows_after(delay, [this, life, task = std::move(task)] {
      if (life != lives_ || !life_) return;
      task();
    });
  };
  life_ = std::make_unique<Life>(around_, after);
  around_.store.set_cause("recovery");
  life_->engine.recover([this](const Result<void>& done) {
    // A server that cannot recover does not start: it is started again.
    if (!done) around_.mortality.die();
  });
  resolve_tools();
  next_pump_ = around_.time.now();
}

void Server::resolve_tools() {
  life_->engine.resolve_tools([this, life = lives_](const Result<void>& done) {
    if (done && !around_.platform.known_tools.empty()) return;
    around_.time.follows_after(kResolveAgain, [this, life] {
      if (life == lives_ && life_) resolve_tools();
    });
  });
}

void Server::request(net::Request request, std::function<void(const net::Response&)> reply) {
  if (!life_) return reply({.status = 0});
  around_.store.set_cause(request.path);
  life_->front.serve(std::move(request),
                     [this, life = lives_, reply = std::move(reply)](const net::Response& said) {
                       if (life == lives_ && life_ && !around_.mortality.dead()) reply(said);
                     });
  drain();
}

UtcTime Server::tick_after(UtcTime time) const {
  if (tick_ == 0ms) return time;
  const std::int64_t tick = tick_.count();
  return from_ms((to_ms(time) + tick - 1) / tick * tick);
}

void Server::plan(UtcTime pump) {
  const UtcTime at = tick_after(pump);
  next_pump_ = next_pump_ ? std::min(*next_pump_, at) : at;
}

void Server::step_clock(Millis by) {
  around_.clock.step(by);
  if (life_) plan(around_.time.now());
}

void Server::hold_store(Millis length) {
  around_.store.hold(around_.time.now() + length);
  if (length > 0ms) around_.time.follows_after(length, [this] { drain(); });
}

void Server::kill() {
  around_.mortality.die();
  drain();
}

void Server::drain() {
  PL_CHECK(!draining_);
  draining_ = true;
  around_.store.drain();
  draining_ = false;
  if (around_.mortality.dead() && life_) bury();
}

void Server::settle() {
  drain();
  const UtcTime now = around_.time.now();
  // Whatever was run may have planned something new.
  if (life_ && around_.store.works() != works_seen_) plan(now);
  int pumps = 0;
  while (life_ && !pumping_ && next_pump_ && *next_pump_ <= now) {
    PL_CHECK(++pumps < kPumpsAtOnce);  // it asks to be pumped without end
    pump();
  }
  works_seen_ = around_.store.works();
  if (pumps > 0) around_.time.server_looks();
}

void Server::pump() {
  const int works_before = around_.store.works();
  pumping_ = true;
  next_pump_.reset();
  around_.store.set_cause("pump");
  life_->engine.pump([this](const Result<std::optional<UtcTime>>& told) {
    pumping_ = false;
    const UtcTime now = around_.time.now();
    if (!told) return plan(now + kPumpAgain);
    // The engine reads the server's clock; whatever it asks for, the next look is the next tick's.
    if (*told) plan(std::max(now + tick_, **told - around_.clock.off()));
  });
  drain();
  if (life_ && around_.store.works() > works_before + 1) plan(around_.time.now() + tick_);
}

void Server::bury() {
  around_.platform.forget_replies();
  around_.messenger.forget_replies();
  next_pump_.reset();
  pumping_ = false;
  life_.reset();
  if (on_death) on_death();
}

}  // namespace pl::sim
