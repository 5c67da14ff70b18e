// Tells an auditor a story, verb by verb: one caller, two personas, a line like the one that ships.
// Every verb keeps the promises; what a test adds with an edit may break one.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "audit/auditor.h"
#include "audit/zone_table.h"

namespace pl::audit {

const ZoneTable& test_zones();
LineFacts two_voices();

class Story {
 public:
  using Edit = std::function<void(Commit&)>;

  // Begins on a Tuesday at 10:00 in Zurich, with `clr_1` registered there.
  explicit Story(Excuses excuses = {}, const LineFacts& line = two_voices());

  Story& pass(Millis time);
  // What the store says next, row by row.
  Story& tell(Commit commit);
  Commit blank(const std::string& cause) const;

  Story& registers(const std::string& caller, const std::string& number, const Edit& edit = {});
  Story& changes(const std::string& caller, const std::function<void(CallerRow&)>& edit);
  Story& moves(const std::string& caller, const std::string& stage, bool by_operator = false);
  // The caller, their outreaches and their calls are no rows any more.
  Story& erases(const std::string& caller);
  // A waiting outreach, due now.
  Story& plans(const std::string& outreach, const std::string& plan, const Edit& edit = {});
  Story& completes(const std::string& call, const std::string& handover, const Edit& edit = {});
  Story& becomes(const std::string& outreach, const std::string& state, const Edit& edit = {});

  Story& dials(const std::string& call, const std::string& outreach, const Edit& edit = {});
  Story& posts(const std::string& call, const std::function<void(Posted&)>& edit = {});
  Story& placed(const std::string& call);
  Story& unclear(const std::string& call);
  Story& rings(const std::string& call);
  Story& hangs_up(const std::string& call, LegEnd end);
  // The end is seen and judged; the outreach becomes `next`: "waiting" uses a retry.
  Story& judged(const std::string& call, const std::string& verdict, const std::string& next,
                const Edit& edit = {});
  // dials, posts, placed, rings, hangs_up and judged, `talk` after the ring.
  Story& tries(const std::string& call, const std::string& outreach, Millis talk, LegEnd end,
               const std::string& verdict, const std::string& next);

  // The person phones: truly, and as it is recorded.
  Story& phones(const std::string& call);
  Story& arrives(const std::string& call, const Edit& edit = {});
  Story& inbound_over(const std::string& call, const std::string& verdict, const Edit& edit = {});

  Story& texts(const std::string& text, const std::string& outreach, const Edit& edit = {});
  Story& text_becomes(const std::string& text, const std::string& state,
                      const std::string& outreach_state, const Edit& edit = {});
  Story& text_arrives(const std::string& outreach);
  Story& answers(const std::string& call_sid, const std::string& call,
                 const std::function<void(PreCallAnswered&)>& edit = {});
  Story& rests();  // quiet()

  // The invariants broken so far, each once, in the order in which they broke.
  std::string broken() const;
  std::string first_words() const;

  Initiation told(const std::string& persona, const std::string& scene,
                  const std::string& call) const;
  std::vector<CallerRow> callers() const;
  std::vector<OutreachRow> outreaches() const;
  std::vector<CallRow> calls() const;

  Auditor auditor;
  const LineFacts line;
  UtcTime now;
  Millis clock_is_off{0};  // the server's
  std::map<std::string, CallerRow> caller;
  std::map<std::string, OutreachRow> outreach;
  std::map<std::string, CallRow> call;
  std::map<std::string, TextRow> text;

 private:
  const PlanFacts& plan_of(const std::string& outreach_id) const;
  const SceneFacts& scene_of(const std::string& name) const;
  void step(Commit& commit, const std::string& outreach_id, const std::string& state) const;
};

JournalRow about_call(const std::string& kind, const std::string& call);
JournalRow about_outreach(const std::string& kind, const std::string& outreach,
                          const std::string& from);
JournalRow about_stage(const std::string& caller, const std::string& from, const std::string& to,
                       bool by_operator);

}  // namespace pl::audit
