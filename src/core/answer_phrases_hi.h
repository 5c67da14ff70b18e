// Hindi, in its own script and as transcribers write it in Latin letters.
#pragma once

#include "core/answer_phrases.h"

namespace pl::core {

inline constexpr PhraseRow kHindi[] = {
    {Sign::kMailbox,
     "संदेश|मैसेज|सन्देश _ छोड़*|रिकॉर्ड|दें, बीप|टोन|सिग्नल _ के-बाद|बाद|सुन*, "
     "वॉइसमेल|वॉयसमेल|वॉइस|वॉयस मेल|, sandesh|message|mesej _ chhod*|chod*|choden|record, "
     "beep|tone _ ke-baad|baad, छोड़*|छोड़ें|छोड़िए _ संदेश|मैसेज|नाम"},
    {Sign::kAway,
     "उपलब्ध|बात _ नहीं, फोन|कॉल|phone|call _ नहीं|nahi|nahin _ उठा|ले|utha|le, "
     "वापस|wapas _ कॉल|call|फोन|करूँगा|करूंगा|karunga, uplabdh nahi|nahin"},
    {Sign::kScreener,
     "अपना|apna|apni नाम|naam|naam-aur _ बताएं|बताइए|और|कारण|bataye*|bataiye|aur, "
     "नाम|naam _ कारण|वजह|kaaran|karan|wajah"},
    {Sign::kAsks, "कॉल|call _ कारण|स्क्रीनिंग|screening|karan, सहायक|sahayak, असिस्टेंट|assistant"},
    {Sign::kAsks, "आपका|aapka नाम|naam, कौन|kaun"},
    {Sign::kMenu,
     "दबाएं|दबाएँ|दबाइए|dabaye*|dabaiye|dabayen|dabaen, नंबर|number|ग्राहक|सब्सक्राइबर|व्यक्ति|"
     "vyakti|grahak|subscriber _ बंद|उपलब्ध|मौजूद|व्यस्त|स्विच|पहुंच|band|switch|uplabdh|vyast|"
     "maujud, स्विच|switch ऑफ|off|of, "
     "नेटवर्क|network|कवरेज|pahunch _ बाहर|क्षेत्र|se-bahar|bahar, "
     "कृपया|kripya _ बाद|थोड़ी|baad|thodi|कुछ|kuch _ प्रयास|कॉल|prayas|call|देर|der, "
     "सेवा|seva|sewa _ नहीं|nahi|nahin, लाइनें|लाइन|lines|line _ व्यस्त|vyast, "
     "कतार|प्रतीक्षा|pratiksha, डायल|dial _ नंबर|number"},
    {Sign::kCompany, "स्वागत|swagat, धन्यवाद _ कॉल|dhanyavad|dhanyawad _ call"},
    {Sign::kPerson,
     "हाँ|हां|जी|haan|han|ji, नहीं|nahi|nahin, कौन|kaun, क्या|kya, मैं|main|mai, "
     "हेलो|हैलो|hello, रुको|रुकिए|ruko|rukiye|ruk, मम्मी|पापा|भाई|दीदी|mummy|papa|bhai|didi, "
     "बाद-में|baad-mein"},
    {Sign::kLive,
     "गलत|रॉंग|रॉन्ग|galat|wrong नंबर|number, फोन|कॉल|phone|call _ मत|mat, "
     "मत|mat करो|कीजिए|करना|karo|kijiye|karna, कौन|kaun बोल|bol, कौन-हो|kaun-ho|kaun-hain"},
    {Sign::kJoke, "मज़ाक|मजाक|mazak|mazaak"},
    {Sign::kOpening, "हेलो|हैलो|hello|नमस्ते|namaste, जी|ji"},
    {Sign::kGoesOn, "धन्यवाद|dhanyavad|dhanyawad, कृपया|kripya, प्रतीक्षा|pratiksha"},
    {Sign::kCut, "यह|ये नंबर|फोन"},
    {Sign::kBroadcast, "मौसम|समाचार|खबर|तापमान|mausam|samachar|khabar"},
};

}  // namespace pl::core
