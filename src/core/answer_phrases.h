// What mailboxes, screeners, menus and people say, language by language. A row is a few words that
// are typical of its kind, never somebody's whole sentence: wordings that nobody has written down
// are to be recognised too. A language is added with a book of its own.
#pragma once

#include <span>
#include <string_view>

namespace pl::core {

// What a phrase shows. Strong signs count double; in doubt both sides are weighed.
enum class Sign {
  kMailbox,    // strong
  kAway,       // somebody does not take the call: a mailbox says it, and so may a person
  kScreener,   // strong
  kDevice,     // a machine that says it is one, and answers for somebody
  kAsks,       // who calls, and why: a screener says it, and so may a person
  kMenu,       // strong: choices, a queue, opening hours, the network
  kCompany,    // a menu says it, and so may whoever answers for a company
  kPerson,     // somebody who hears us
  kLive,       // no recording says so: outweighs a machine's words
  kJoke,       // "just kidding": whoever played a machine is none; said before a machine's words, a
               // prank of a recording
  kOpening,    // how people and recordings begin
  kGoesOn,     // what a machine says next
  kCut,        // the beginning of a greeting; alone it shows nothing
  kBroadcast,  // television, radio, songs

  // Single words that machines of a kind use often: a few of them in one long turn say as much.
  kMailboxWords,
  kScreenerWords,
  kMenuWords,
};

struct PhraseRow {
  Sign sign;
  std::string_view phrases;  // core/phrases.h, with commas between them
};

struct PhraseBook {
  std::string_view language;  // "en"
  std::span<const PhraseRow> rows;
};

// Every book there is.
std::span<const PhraseBook> phrase_books();

}  // namespace pl::core
