// What the parts of a line have to do with each other: names that must exist, templates that must
// know their variables, voices that must be complete, plans that must be able to work.
#pragma once

#include "core/line.h"
#include "line/complaints.h"

namespace pl::line {

void check(Complaints& complaints, const core::Line& line);

// Of a line that passed: scenes that may be left without words of their own, as each of them uses a
// variable that may be without a value.
void warn_of_unfilled(Complaints& warnings, const core::Line& line);
// ... and those whose plan may end in a text to somebody whom no dial rang, without words for that.
void warn_of_unrung(Complaints& warnings, const core::Line& line);

// Its parts. A name that is empty could not be read and has been complained about.
void check_names(Complaints& complaints, const core::Line& line);
void check_templates(Complaints& complaints, const core::Line& line);
void check_mentions(Complaints& complaints, const core::Line& line);
void check_sizes(Complaints& complaints, const core::Line& line);
void check_voices(Complaints& complaints, const core::Line& line);
void check_profile(Complaints& complaints, const core::Line& line);
void check_inbound(Complaints& complaints, const core::Line& line);
void check_safe_scene(Complaints& complaints, const core::Line& line);
void check_plans(Complaints& complaints, const core::Line& line);
void check_budgets(Complaints& complaints, const core::Line& line);

}  // namespace pl::line
