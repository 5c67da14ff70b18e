// English, of both sides of the Atlantic.
#pragma once

#include "core/answer_phrases.h"

namespace pl::core {

inline constexpr PhraseRow kEnglish[] = {
    {Sign::kMailbox,
     "when|after|once it|you-hear beeps|beep|tone, know the routine|rules, "
     "words|talk|speak after, if you-can|you hear this|the-beep, "
     "we|i-will|ill answer|reply later, machine not|isnt me"},
    {Sign::kMailbox,
     "not _ set-up|activated|configured|setup _ voicemail|mailbox|inbox, "
     "forwarded|transferred|diverted|redirected|passed to _ voicemail|mailbox|voice-mail"},
    {Sign::kMailbox,
     "if you-are|youre hearing|listening this, like us to phone|call|ring, memory is full, "
     "state your telephone|phone number, got thirty|sixty|ten seconds"},
    {Sign::kMailbox,
     "tell|talk|speak _ machine, this is|heres a|the recording, start talking|speaking, "
     "well a recording"},
    {Sign::kMailbox,
     "mailbox|inbox|voicemail _ filled|takes|cannot, leave one|yours|it $, "
     "can start|begin|may-start|start speaking|talking|recording, leaf your, "
     "name and _ massage|message|number"},
    {Sign::kMailbox,
     "automatic|automated|voice message|voice|messaging service|system|mailbox, "
     "nobody|no-one leaves _ voicemail|voicemails|messages, s machine, this is _ machine"},
    {Sign::kMailbox, "leave|leaving _ message|messages|msg|note|memo|voicemail|text"},
    {Sign::kMailbox,
     "leave|leaving _ name|number|details|word|callback, leave me|us one|something|some|it"},
    {Sign::kMailbox,
     "record _ message|greeting, recording your|a message, start|begin|finished|done recording"},
    {Sign::kMailbox,
     "after the|this|a _ tone|beep|signal|bleep|chime, "
     "at|for|hear|following the tone|beep|signal|bleep, wait|waiting for _ beep|tone"},
    {Sign::kMailbox,
     "voicemail|mailbox|voice-mail|mail-box _ of|for|full|belong*, "
     "voice mail|messaging system|service|center, is|has full $, inbox|box is full"},
    {Sign::kMailbox,
     "voicemail|mailbox|voice-mail _ not _ set-up|setup|initialized|activated|configured, "
     "not set up _ voicemail|mailbox|box"},
    {Sign::kMailbox,
     "not|cannot|cant accept|take|receive|store _ messages|message|recordings, "
     "no more|further messages, not|cant|cannot check|listen _ voicemail|messages"},
    {Sign::kMailbox,
     "you know what to do, you know the drill, do your thing, you know the rest, at the tone"},
    {Sign::kMailbox,
     "speak|talk|go|sing|shout after|at|when _ beep|tone, speak|talk now $, "
     "tell|talk|speak to _ machine|beep|voicemail|robot"},
    {Sign::kMailbox,
     "to rerecord|re-record|replay|erase|review, "
     "to listen|hear|send|delete|save|keep|mark _ message|again, message _ up to, "
     "your message has|was|will, mailbox belonging"},
    {Sign::kMailbox, "answering machine|service of|for, ^ _ answering machine"},
    {Sign::kAway,
     "cant|cannot|unable|able take|answer your|the call|phone _ so|leave|please|but, "
     "no one|nobody is|here _ available|able take|answer"},
    {Sign::kMailbox, "get back to you|ya|u|everyone as|when|soon"},
    {Sign::kAway,
     "ill|will|we-ll|well|shall get|call|ring|phone back you|to as|when|soon, "
     "get|call|ring back to you as soon"},
    {Sign::kMailbox,
     "dont leave|bother _ message|messages|voicemail, "
     "never|rarely|dont check|listen _ messages|voicemail|voicemails, has a voicemail, "
     "this is the voicemail|mailbox|answerphone, your message"},
    {Sign::kAway,
     "text|email|whatsapp|message me|us instead|rather, sorry i|we missed|miss you|ya|your|u"},
    {Sign::kAway,
     "voicemail|voice-mail|mailbox|answerphone|answering-machine|answer-machine, message"},
    {Sign::kAway,
     "cant|cannot|unable-to|not-able-to|couldnt come|get|make to _ phone, "
     "cant|cannot|unable-to|not-able-to|couldnt|unable take|answer|pick-up|get _ call|phone|you"},
    {Sign::kAway,
     "not|isnt|arent available|here|in|home|around|around right|at, unavailable, away from, "
     "out of the office, on vacation|holiday|leave, missed your call|you|ya, miss your call"},
    {Sign::kAway,
     "call|ring|phone|get|text you|ya back, get back to you|ya|u, return your call, as soon as, "
     "soon as _ can, beep $, im not here|in|home|around, busy right now, we|family|everyone out"},
    {Sign::kScreener,
     "announce yourself, answered only if|when, calls _ answered|taken|accepted only, "
     "uses|using an|a|the _ assistant|service|screener to|that|for, "
     "let them|him|her|you know|decide _ who|whether, who you are _ and|before"},
    {Sign::kScreener,
     "find out|tell her|him|them|me who _ on|is|you, whos on the line, who _ i|me announce, "
     "shall|should i announce, whom|who to announce, wants to take this"},
    {Sign::kScreener,
     "protected|protection against|from _ unwanted|unknown|spam|calls, unwanted calls, key in, "
     "tell me who you, who you are and, you are and what, call goes|is-put through"},
    {Sign::kScreener,
     "answer|answering|pick-up|picking-up|taking|take|handle|handling calls|the-phone|phone|"
     "the-line for|on-behalf, before i|we _ connect|put, only|accepts _ known|contacts|callers"},
    {Sign::kScreener, "pass something|anything|it|that on|along"},
    {Sign::kScreener,
     "say|state|give|tell|record|provide|announce|speak|enter|include _ name _ reason|purpose|"
     "why|what|company|business"},
    {Sign::kScreener,
     "say|state|give|record|provide|announce|speak your|the|a|first|full name, "
     "name and|and-the reason|purpose|why, identify yourself"},
    {Sign::kScreener, "reason|purpose for|of _ call|calling, go ahead and say|state|tell"},
    {Sign::kDevice,
     "virtual|digital|ai|automated|smart|automatic|intelligent|robotic assistant|helper|"
     "secretary|receptionist|agent|butler|pa _ for|of|to|speaking|here|answering|picking|"
     "screening, im|i-am|its|it-is|this-is|talking|speaking an|the|to|with|a|his|her _ ai|bot|"
     "robot|virtual|digital|automated, "
     "s assistant|ai|bot|robot|secretary _ screening|answering|picking|handling, "
     "ai answering|picking|assistant|screening"},
    {Sign::kAsks, "tell me _ more, bit more, anything else, more about, what is it _ about"},
    {Sign::kAsks, "is it|this urgent, who may|should|shall i say, urgent"},
    {Sign::kAsks, "why you|youre _ calling|called|call, what you|youre calling|ringing about"},
    {Sign::kScreener,
     "call|calls screening|screener|screen|assist|assistant|filter|guard|protect|protection|"
     "blocker|shield|control|gate, screening service|this|your|call|calls|their|his|her, "
     "screens|filters|screened|filtered _ calls|call|callers"},
    {Sign::kScreener,
     "person|party|contact you _ calling|trying|ringing|reach|called|dialed, "
     "see|find-out|check|ask if|whether _ available|free|wants|take|want|able|there|around|in"},
    {Sign::kScreener,
     "announce|announcing you|your|the call|caller, "
     "before i|we|your _ connect|put|ring|transfer|pass, "
     "try|trying to _ connect|reach|locate your|them|him|her|you|the, "
     "connect|put|ring you|your call|party"},
    {Sign::kScreener,
     "unknown|private|anonymous|withheld|blocked|unidentified|hidden number|numbers|caller|"
     "callers|calls|id, "
     "accept|accepting|take|receive _ anonymous|unknown|unidentified|solicitation|unsolicited"},
    {Sign::kDevice,
     "prove|show|verify|confirm|check _ human|robot|person|real|spam, "
     "not a robot|bot|spam|telemarketer|robocall*|spammer, "
     "press|dial _ if you|youre _ not|human|person|friend|family"},
    {Sign::kAsks, "robot|robocall|spam|sales call|caller|callers hang, solicitors|telemarketers"},
    {Sign::kScreener,
     "virtual|digital|ai|automated|personal|smart|automatic assistant _ for|of|to, "
     "i|im _ assistant, assistant of|for|to|here, on|in behalf, "
     "answering|picking _ for|on _ behalf"},
    {Sign::kScreener,
     "pass|passing|relay|relayed|forward|deliver|give _ along|on|message|to|that, "
     "let|letting him|her|them|your|the know, wishes|wish|want|wants|does-not|declined|prefers|"
     "chosen|chose to|not _ take|accept|be|answer|speak _ call|calls|disturbed|you|now, "
     "your name was|is, name please after, message to pass"},
    {Sign::kAsks,
     "your name, name please, who is|are _ calling|this|speaking, whos calling|this|speaking, "
     "what is this|it _ about|regarding, whats this|it _ about|regarding, reason, purpose, "
     "why are you calling, company"},
    {Sign::kMenu,
     "thanks|thank-you for holding|waiting|your-patience, be with you shortly|soon, "
     "wait|waiting for the host|organizer|organiser, "
     "service|line|number _ suspended|disconnected, for the _ say, "
     "you-are|youre caller|number _ in|queue|line, hang up and dial"},
    {Sign::kMenu, "called party, enough credit, credit to _ call, cannot|can-not receive calls"},
    {Sign::kMenu,
     "appears to be, switched|turned off|outside, outside the coverage, "
     "caller number #|one|two|three|four|five|six"},
    {Sign::kMenu,
     "if you know _ extension, at any time, call|calls _ put|go through, "
     "notice _ exchange|one|two, didnt quite|get|catch _ say, you-can|can say things, "
     "party s|extension, stay|remain on the line for"},
    {Sign::kMenu, "dial the number, lines are now, office hours are"},
    {Sign::kMenu,
     "press|dial|push|hit|touch|say _ #|one|two|three|four|five|six|seven|eight|nine|zero|star|"
     "pound|hash|yes|no"},
    {Sign::kMenu,
     "for _ press|dial|say|push, main menu, menu options, following options, "
     "options have|changed, listen|carefully to|as _ options|menu|choices, "
     "press _ key|button|extension, language _ press"},
    {Sign::kMenu,
     "your call|patience is|very _ important|appreciated|queue|answered|next|recorded|monitored|"
     "placed, all _ agents|representatives|operators|lines|advisers|advisors|associates|"
     "assistants|team|staff _ busy|assisting|helping|engaged|with|on"},
    {Sign::kMenu,
     "next available|free, in|the queue|line position|number|your, "
     "position|number in|is _ queue|line, you-are|youre number|caller|position, "
     "wait|waiting time, estimated|average|expected|approximate wait|waiting|hold|time, "
     "continue|stay|please|remain to hold|on-hold|holding|on-the-line _ next|agent|operator|your"},
    {Sign::kMenu,
     "call|calls may|will|are|is|being|might be|being|is|may recorded|monitored, "
     "quality|training _ purposes|assurance, recorded|monitored _ quality|training"},
    {Sign::kMenu,
     "opening|office|business|working|store|hours hours|are|is _ monday|from|are, "
     "closed _ today|holiday|holidays|weekends|sundays|reopen|open|until, "
     "monday|mon to|through|thru|till|until friday|fri|saturday|sunday|thursday, "
     "call|try|visit again|us|back during|on|within _ hours"},
    {Sign::kCompany, "currently|now|are|is|were|office|we-are closed"},
    {Sign::kMenu,
     "enter|key|type|say|input _ pin|code|passcode|extension|id|digits|account|followed, "
     "conference|access|meeting|participant|host|security|pin code|pin|id|number|bridge, "
     "followed by _ pound|hash|star|key, party s|your|his|her|the _ extension"},
    {Sign::kMenu,
     "in a few words, tell me _ looking|calling|help|need|today _ billing|say, you can say|ask, "
     "things like|such-as, i-can|can-i help|assist you with _ billing|orders|appointments|"
     "booking|bookings|sales|support|account"},
    {Sign::kMenu,
     "number|numbers _ dialed|dialled|called|reached|requested|calling _ not|is|has|no|does|"
     "cannot|incorrect|invalid|unavailable, "
     "not|no|out|longer in|of|longer service|in-service|use|order|allocated|assigned|connected, "
     "has been disconnected|changed|suspended|ported, disconnected or"},
    {Sign::kMenu,
     "call|number cannot|cant|could-not|can-not be completed|connected|reached|put|processed, "
     "circuits|lines|network|networks _ busy|congested|congestion|unavailable|error|failure, "
     "switched|turned|powered off, out of|outside _ coverage|reach|range|area|network, "
     "not|un reachable, unreachable, cannot|not be reached"},
    {Sign::kMenu,
     "temporarily|currently _ unavailable|out|suspended|barred|disconnected, "
     "please|and try|call _ again later, try _ call again, "
     "check|verify|consult _ number|directory, not _ recognized|recognised|valid, "
     "does not exist, invalid number"},
    {Sign::kCompany, "subscriber"},
    {Sign::kMenu,
     "will be|them|receive|get|send|sent|him|her _ notified|text|sms _ you|your|that|call|"
     "called, incoming|outgoing calls|call|service _ restricted|barred|blocked|not|suspended, "
     "credit|balance|account _ low|insufficient|expired|recharge|top-up, "
     "call _ forwarded|forwarding|diverted _ to, has calling restrictions, "
     "extension _ not|invalid"},
    {Sign::kCompany, "restrictions"},
    {Sign::kCompany,
     "welcome|thank-you|thanks to|for calling|call|phoning|contacting|ringing, welcome to, "
     "virtual|automated|digital|voice|phone assistant|agent|system|service, "
     "how can|may i|we help|assist|direct, department|reception|switchboard|customer|service|"
     "services|appointments|billing|bookings|reservations|directions"},
    {Sign::kPerson, "i|im|ive|id|my|me|mine|myself"},
    {Sign::kPerson,
     "who is|are|s this|you|it|that|calling|speaking, whos this|that|calling|speaking, "
     "what do you want|mean|need, do i know you, wrong number, have the wrong, no such person, "
     "nobody called, no one called|by, how did you get, where did you get, "
     "what is this|it about|regarding, whats this|it|that about|regarding|all, im|i-am driving|"
     "eating|cooking|busy|working|sleeping|asleep|shopping|sick|ok|okay|fine|good|here, "
     "in|at a meeting|work|the middle|class|dinner|lunch|cinema|school|bed, cant|can-not talk, "
     "call|ring|try me|him|her|back|again later|tomorrow|tonight|in|after|another|at|on"},
    {Sign::kPerson,
     "hang|hold on, hold up, one sec*, just|give a|me _ sec|second|minute|moment|min, bear with, "
     "let me see|get|check|just|grab|ask|put|go|find|turn, "
     "ill get|fetch|grab|tell|see|put|let|ask|pass|check|have, "
     "should|shall|can|could|may|want|do i|me _ tell|take|pass|give|help|ask|get|write, "
     "can|may|could you speak|repeat|hear|call|say|text|send|stop|wait|hold|please, "
     "do|would|did|if you want|like|need _ me, would you like _ me"},
    {Sign::kPerson,
     "not interested, no thanks|thank-you, stop|quit calling|ringing|call, dont|do-not|never|"
     "not call|ring|phone|contact|text|bother _ again|me|here|anymore|this|number, "
     "take|remove|delete|off me|my|this|list _ off|list|number, leave me|us alone, "
     "lose|delete this|my number, fuck|piss|bugger|sod off, scam|scammer|police|reported|lawyer, "
     "^ unsubscribe"},
    {Sign::kPerson,
     "my mom|mum|dad|wife|husband|sister|brother|boyfriend|girlfriend|son|daughter|roommate|"
     "flatmate|boss|mother|father|grandma|grandpa|phone|number|colleague, "
     "mommy|mummy|daddy|mum|mom|babe|honey|darling|love|hun|mate|dude|bro|sir|madam|maam, he|"
     "she|they|hes|shes|theyre _ in|out|not|at|just|shower|sleeping|asleep|work|busy|bathroom|"
     "here|driving|gone|left, is _ asleep|sleeping|sick|dead, this is _ wife|husband|mother|"
     "father|sister|brother|son|daughter|secretary|assistant|colleague|roommate"},
    {Sign::kPerson,
     "^ what, ^ really, ^ oh, ^ huh, ^ wow, ^ haha*, ^ hahaha, ^ lol, ^ nope, ^ yeah, ^ yep, "
     "^ yup, ^ sure, ^ nah, ^ speaking, go on, i see, ^ listen, ^ look, nice to, "
     "i dont know|think|care|want|need|understand|have|speak, i cant hear, i didnt, ^ youre, "
     "are you, did you, can you, do you, is that, is it, you sound, your voice, ^ sorry, "
     "excuse me, ^ pardon, whats up, how are|r you, good to, thats me, this is she|he|her|him, "
     "dont you, who gave"},
    {Sign::kLive, "speak up|louder, wrong person, breaking up, say again, im just the, human by"},
    {Sign::kLive, "leave|leaving|left you|him|her _ message|voicemail"},
    {Sign::kLive,
     "get him|her|them to ring|call, doctor s|office, your-message|message i|yesterday"},
    {Sign::kLive,
     "im not _ machine|robot|voicemail|recording|mailbox, "
     "this|it is not|isnt _ machine|recording|voicemail|mailbox, "
     "isnt|not my _ voicemail|machine, i picked|just-picked up, im here, i am here, its me, "
     "my voicemail|mailbox, hear me, hello hello, stop calling, dont call, wrong number, "
     "do i know you, you calling|called me, take me off, "
     "no longer|doesnt|dont work|works|live|lives here, "
     "left my|a|you|me|him|her _ voicemail|message|messages|voicemails, "
     "your voicemail|voice-mail, "
     "got|get|listened|heard|saw|read your|the|a _ voicemail|message|text, "
     "turn|switch|hang off|down|up _ machine|tv|television|music|radio, "
     "want|like me to|him|her|them _ message|tell|pass|leave|call, take a message, any message, "
     "leave a message with me, can i|we take|give|pass|have, message for him|her|them, "
     "tell him|her|them you|something"},
    {Sign::kPerson, "may i|we ask|take|have|tell, who shall|should i|may i"},
    {Sign::kJoke, "just|only|im kidding|joking|messing|pranking, got you|ya, gotcha, fooled you"},
    {Sign::kOpening,
     "hello, hi, hey, yes, good morning|afternoon|evening, this is, speaking, here $"},
    {Sign::kGoesOn,
     "not|isnt|arent taking|accepting calls|your, cannot|cant|unable be reached|disturbed"},
    {Sign::kGoesOn, "checking|asking|ringing|trying with|them|him|her"},
    {Sign::kGoesOn, "he|she|they will|ll text|call|get|see|ring, cant|cannot talk _ now|but"},
    {Sign::kGoesOn,
     "is|are|hes|shes|currently _ busy|unavailable|occupied|meeting|driving, "
     "will|ll|shall see|get|receive|have it|that|this|your, "
     "would|prefers|prefer|rather not|to-not, bye"},
    {Sign::kGoesOn,
     "thank you, thanks, one moment, just a moment, please hold|wait|try|repeat|stay|say|enter, "
     "stay|remain|hold on|the _ line, hold the line, "
     "connecting|ringing|calling|transferring|dialing _ you|now|your|them|him|her, "
     "^ connecting|ringing|dialing|transferring|recording, still there, "
     "i did not|didnt get|catch|hear|understand that|you, goodbye, good bye, got it, okay, ok, "
     "all right, alright, noted, noted that, note of that, i|ill|will|have|has|been _ informed|"
     "let|pass|passed|noted|notified|told|sent|saved|delivered|relayed, "
     "is|are|isnt _ not|un|un-available _ available|now|moment|right, unavailable, "
     "not available, no answer, did not answer, not answering, no response, hang up, beep, "
     "invalid|valid, option, selection"},
    {Sign::kCut, "youre|you-are|youve|you-have through|connected|got to|the|with"},
    {Sign::kCut, "you-have|youve|u-have|you reached|got|called, reached the, ^ this is the"},
    {Sign::kBroadcast,
     "over to _ with, sport|sports|studio|viewers|listeners|ladies-and-gentlemen, live from, "
     "our correspondent, in other|todays news"},
    {Sign::kBroadcast,
     "weather|forecast|degrees|sunny|rain|showers, news|headlines|breaking, stay tuned, "
     "welcome back, after the break|news, tonight|coming at|on|up|next, channel|fm|radio, "
     "minister|president|parliament|election|government, "
     "goal|scores|match|season|league|championship|half-time, episode, percent off, "
     "sale|offer|offers ends|now, available in stores, terms and conditions, sponsored by, baby, "
     "oh oh, yeah yeah, la la, na na, subscribe, watching, subtitles|captions, traffic, "
     "stock|shares|market|index"},
    {Sign::kMailboxWords,
     "message|messages|massage, name, number, tone|beep|tome|signal, "
     "mailbox|voicemail|voice-mail, leave|leaf|leaving|record, back, reach|reached|missed, "
     "speak|speaking|recording, full|filled|space, away|available|unavailable, soon|possible"},
    {Sign::kScreenerWords,
     "calls|caller|call|callers, person|party|somebody, name, connect|through|transfer|announce, "
     "who|why|what-this|concerning|regarding|about, available|free|around, "
     "unknown|blocked|private|spam, reason|purpose, pass|tell|know|inform|let, "
     "assistant|assistance|helper|aide, screen*|filter*|verify|verification, before, "
     "identify|state|say"},
    {Sign::kMenuWords,
     "press|key|keypad|enter|dial|dialed|dialled, "
     "extension|operator|representative|agent|agents|department|reception, "
     "line|lines|queue|hold|wait, office|hours|open|closed|reopen, "
     "customer|customers|service|services|team|clinic, notice|recording|code|error, "
     "number|numbers|digits, network|coverage|area|signal, call|calls, "
     "sales|billing|appointments|appointment|bookings|support, not|cannot|unable|could-not, "
     "completed|connected|through|reached, welcome|thank-you, menu|option|options, "
     "please|again|later, minutes|caller|position, monday|weekday|weekdays|nine|eight"},
};

}  // namespace pl::core
