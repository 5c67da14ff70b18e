// Dutch, also as it is spoken in Flanders.
#pragma once

#include "core/answer_phrases.h"

namespace pl::core {

inline constexpr PhraseRow kDutch[] = {
    {Sign::kMailbox,
     "als je|u|jullie dit|deze _ hoor*|hoort, piep|toon en|maar praat|praten|spreek|inspreken"},
    {Sign::kMailbox, "doorgestuurd|doorgeschakeld _ voicemail"},
    {Sign::kMailbox,
     "vertel|zeg|roep _ maar|na, met het|de bandje|antwoordapparaat, begin na, "
     "geen bericht|boodschap _ inspreken|achterlaten"},
    {Sign::kMailbox, "voicemail*|mailbox _ vol"},
    {Sign::kMailbox,
     "bericht*|boodschap|berichtje|memo _ achter*|na|inspreken|spreken|achterlaten|"
     "in-te-spreken, laat|spreek|achterlaten|inspreken|insprek* _ bericht*|boodschap|naam|"
     "nummer|berichtje|iets|gegevens"},
    {Sign::kAway, "achterlaten|inspreken|inspreek"},
    {Sign::kMailbox,
     "na|bij|hoort|wacht-op|tot de|het|u _ toon|piep|pieptoon|signaal|biep|bliep|beep, piep $, "
     "pieptoon, na de piep|toon|pieptoon"},
    {Sign::kMailbox,
     "voicemail|antwoordapparaat|voicemailbox|mailbox|voicebox|postbus _ van|is|zit|vol|hier|"
     "staat, antwoordapparaat, voicemailbox, "
     "spreekt met de|het _ voicemail|antwoordapparaat|mailbox, doorverbonden _ voicemail, "
     "dit is _ voicemail|antwoordapparaat"},
    {Sign::kMailbox,
     "voicemail|mailbox|inbox|voicemailbox|box|postbus _ vol|ingesteld|actief|geactiveerd, "
     "kan|kunnen|neemt|worden geen _ berichten|bericht|boodschappen, "
     "luister|beluister|check|lees _ niet|nooit|zelden _ voicemail|berichten|af"},
    {Sign::kMailbox,
     "praat|spreek|zeg|brul|zing|roep _ na|maar|in|piep|toon|wat-in, "
     "je|jullie|u weet|weten wat|hoe|het _ doen|moet|werkt|wel, weet _ wat-je|wat _ doen, "
     "spreek maar in|wat-in"},
    {Sign::kAway,
     "bel|bellen|belt _ terug|zo-snel|zodra, "
     "terug|terugbellen|contact _ zo-snel|zodra|zo-spoedig, zo snel|spoedig mogelijk, "
     "zodra|zo-gauw _ kan|mogelijk|ben|kunnen, neem|nemen _ contact _ op"},
    {Sign::kMailbox,
     "om _ beluisteren|wissen|opnieuw|versturen|verwijderen _ bericht|toets|druk|te-nemen|"
     "opname, bericht|opname _ verzonden|opgeslagen|opgenomen|ontvangen|beëindigen, "
     "na het inspreken|afloop _ ophangen|hang|toets"},
    {Sign::kMailbox, "geen voicemail*|berichten|bericht _ inspreken|in|achter"},
    {Sign::kAway,
     "stuur|app|sms|mail|whatsapp|appje|smsje _ whatsapp|appje|bericht|sms|app|sms-je|mij|"
     "me _ liever|even|maar|gerust|dan, liever _ appje|whatsapp|sms|app, kan|kunnen|ben|zijn|"
     "niemand|kunt _ niet|telefoon|niet-aan|momenteel|even-niet|nu _ telefoon|opnemen|aannemen|"
     "bereikbaar|beantwoorden|te-woord|komen|staan, niet _ te-woord|opnemen|bereiken, "
     "gemist _ oproep|telefoontje, oproep|telefoontje _ gemist, "
     "je|u|jullie hebt|hebben|heeft _ gebeld|bereikt|gemist"},
    {Sign::kAway,
     "voicemail|bericht|antwoordapparaat|boodschap, "
     "niet _ thuis|bereikbaar|aanwezig|beschikbaar|opnemen|er|telefoon, "
     "afwezig|vakantie|onderweg, bel|bellen|terug|terugbellen, zo snel, zodra, helaas|sorry, piep"},
    {Sign::kScreener, "wie u|je bent en|waarom"},
    {Sign::kScreener, "wie|wie-kan kan|mag ik _ aankondigen|melden"},
    {Sign::kScreener, "zeg|vertel|meld wie, uw|je naam en|plus, neemt geen|alleen"},
    {Sign::kScreener,
     "beantwoord|neem _ telefoon|oproepen|gesprekken|telefoontjes _ voor|van, hoe u|je heet, "
     "alleen bekende"},
    {Sign::kScreener,
     "noem|zeg|spreek|geef|vermeld|meld|inspreken|noemen|zeggen|vermelden _ naam _ en|reden|"
     "waarom|doel|waarvoor|na, naam en|plus _ reden|waarom|doel|waarvoor|bedrijf|waarover, "
     "identificeer|legitimeer|meldt-u, identificeren"},
    {Sign::kScreener, "noem|zeg|spreek|geef|vermeld|noemen _ naam"},
    {Sign::kDevice,
     "digitale|virtuele|automatische|slimme|ai|kunstmatige|elektronische assistent*|"
     "secretaresse|secretaris|hulp|assistente|intelligentie|telefoniste _ van|voor|ik|hier, "
     "ben|spreekt|met _ ai|bot|robot|digitale|virtuele _ assistent*|van"},
    {Sign::kAsks, "nog iets, meer vertellen"},
    {Sign::kAsks,
     "reden|doel|waarom|aanleiding van|voor|u|je|dat _ oproep|telefoontje|belt|gesprek|bellen|"
     "uw|je"},
    {Sign::kScreener,
     "oproep*|gesprek*|beller*|telefoontjes|inkomende _ gefilterd|gescreend|gecontroleerd|"
     "filter*|screen*|gecheckt, oproepfilter|oproepscreening|belfilter|gespreksfilter|"
     "spamfilter|belwacht|oproepassistent|gespreksassistent, "
     "screent|filtert|controleert|screening|filtering _ oproep*|gesprek*|bellers|telefoontjes|, "
     "call screening|assist|screen"},
    {Sign::kScreener,
     "persoon|abonnee|gebruiker|ontvanger|contact|degene _ die|u|je|waarmee _ belt|bellen|"
     "probeert|gebeld|bereiken|wilt|zoekt, kijk|kijken|vraag|vragen|check|controleer|informeer|"
     "nagaan|ga|zien|zie|navragen of _ beschikbaar|vrij|kan|wil|aanwezig|opnemen|gesprek"},
    {Sign::kScreener,
     "kondig|meld|aankondigen|aangekondigd|laat|geef _ aan|weten|door|oproep|u, "
     "voordat|voor|alvorens _ doorverbind*|verbind*|doorschakel*|verbinden|doorverbonden, "
     "verbind|verbinden|doorverbinden|probeer|proberen _ door|verbinden|bereiken|contact|"
     "doorverbinden|door-te-verbinden|oproep"},
    {Sign::kScreener,
     "onbekende|anonieme|afgeschermde|geblokkeerde|verborgen _ nummer*|oproepen|bellers|beller, "
     "accepteert|neemt|ontvangt|accepteren geen|niet _ oproep*|anonieme|onbekende|verkoop*|"
     "telefoontjes|reclame|aan"},
    {Sign::kDevice,
     "bewijs|bevestig|verifieer|aantonen _ mens|robot|persoon|echt, "
     "geen robot|spam|verkoper|telemarket*, toets|druk|kies _ als|indien _ u|je|geen|het"},
    {Sign::kAsks, "robot|robots|spam|telemarketing|verkopers|colporteurs"},
    {Sign::kScreener,
     "digitale|virtuele|persoonlijke|automatische|slimme|ai assistent|assistente|secretaresse|"
     "assistant|telefoniste _ van|voor, assistent|assistente van|voor, "
     "ik ben de _ assistent*|secretaresse, beantwoord|neem _ oproepen|op _ namens|voor"},
    {Sign::kAsks, "namens"},
    {Sign::kScreener,
     "geef|doorgeven|door|stuur|sturen|breng|zal|overbrengen|laat _ door|bericht|weten|"
     "doorgeven|over|boodschap, zal|ga _ doorgeven|laten-weten|melden|zeggen|informeren, wil|"
     "wenst|kan|neemt|accepteert _ niet|geen _ gestoord|oproep*|spreken|opnemen|bellen|aannemen|"
     "gesprek*"},
    {Sign::kAsks, "geweigerd|afgewezen"},
    {Sign::kAsks,
     "uw|je|jouw|wat-is-uw naam, wie is|bent|spreekt|belt|ben|kan|mag, met wie, "
     "waar|waarover gaat, waarvoor|waarom belt|bel, reden, namens wie, wat wilt"},
    {Sign::kMenu,
     "u bent|staat _ wachtrij|rij|plaats, dienst|nummer|lijn _ opgeschort|opgeheven|afgesloten, "
     "dank|bedankt voor _ wachten|geduld"},
    {Sign::kMenu,
     "toets|druk|kies|tik|zeg|druk-op|drukt|toetst _ #|een|één|twee|drie|vier|vijf|zes|zeven|"
     "acht|negen|nul|hekje|sterretje|ster|ja, toets|optie #|een|twee|drie|vier|vijf|hekje"},
    {Sign::kMenu,
     "voor _ toets|druk|kies|drukt|zeg, volgende keuzes|opties, "
     "kies|maak|luister _ keuze|optie|taal|aandachtig|uit-de|opties"},
    {Sign::kCompany,
     "hoofdmenu|keuzemenu|menu|keuzes|opties, toestelnummer|doorkiesnummer|toestel"},
    {Sign::kMenu,
     "alle|al|onze _ medewerkers|lijnen|collega-s|adviseurs|operators|agenten|"
     "medewerkers _ gesprek|bezet|bezig, "
     "eerstvolgende|volgende|eerst _ medewerker|beschikbare|collega, wachtrij|wachttijd|"
     "wachtenden|wachtende|wacht|plaats|positie _ voor|bedraagt|is|in|rij|minuten, "
     "blijf|wacht|blijft _ lijn|hangen|wachten _ medewerker|geholpen|collega|u-wordt, "
     "u|je wordt|word _ geholpen|doorverbonden|beantwoord|te-woord, "
     "zo|snel _ mogelijk _ geholpen|te-woord, "
     "uw gesprek|oproep|telefoontje _ belangrijk|beantwoord|doorverbonden|opgenomen|wordt"},
    {Sign::kMenu,
     "gesprek|gesprekken|oproep _ opgenomen|opnemen|meegeluisterd, "
     "kwaliteits*|trainings*|kwaliteit _ doeleinden|opgenomen|verbeteren|dienstverlening, "
     "openingstijden|kantooruren|openingsuren|kantoortijden|kantoor|praktijk|winkel|"
     "telefonisch _ open|gesloten|geopend|bereikbaar|maandag, maandag tot|t-m|en-met, "
     "maandag _ vrijdag|zaterdag|donderdag, "
     "bel|probeer|belt _ terug|tijdens|kantooruren|openingstijden|maandag|openingsuren"},
    {Sign::kCompany, "gesloten"},
    {Sign::kMenu,
     "voer|toets|vul|geef|typ _ code|pin|pincode|klantnummer|nummer|toestel|geboortedatum|"
     "toegangscode|in _ in|gevolgd|hekje|, "
     "conferentie*|toegangs*|vergader*|deelnemers* _ code|nummer|pin|id|pincode, "
     "gevolgd door _ hekje|ster*|toets, "
     "vertel|zeg|omschrijf|beschrijf _ kort|paar-woorden|waarmee|waarvoor|helpen|waarover|vraag"},
    {Sign::kMenu,
     "nummer|abonnee|aansluiting|lijn|telefoonnummer|toestel|verbinding|klant|"
     "gebruiker _ gebeld*|gekozen|gedraaid|belt|niet|gebruik|buiten|dat|is|die|kiest _ niet|"
     "buiten|bestaat|geen|onbekend|bereikbaar|uitgeschakeld|gebruik|aangesloten|toegekend|"
     "tijdelijk|ongeldig|beschikbaar, niet in gebruik|aangesloten|bereikbaar $, "
     "niet|kan _ tot-stand|doorverbonden|verbonden _ gebracht|worden|komen|brengen|, "
     "buiten gebruik|dienst|bereik|werking"},
    {Sign::kMenu,
     "lijnen|netwerk|circuits|verbindingen|net _ bezet|overbelast|storing|overbezet, "
     "uitgeschakeld|uitgezet|staat-uit, buiten _ bereik|netwerk|gebied, tijdelijk|momenteel|"
     "op-dit-moment _ niet-bereikbaar|buiten|afgesloten|niet-beschikbaar|geblokkeerd, "
     "niet _ voltooid|tot-stand"},
    {Sign::kMenu,
     "probeer|probeert|bel|bellen|poog _ later|opnieuw|nogmaals|nog-eens, "
     "controleer|raadpleeg|kijk _ nummer|gids, "
     "krijgt|ontvangt|wordt|sturen _ sms|bericht|melding|verwittigd|ingelicht|dat, "
     "per sms|sms-bericht, sms _ dat|oproep|gebeld|geïnformeerd, inkomende oproepen|gesprekken, "
     "ongeldige|verkeerde _ keuze|invoer|optie, keuze _ ongeldig|niet, doorgeschakeld _ naar"},
    {Sign::kCompany, "beltegoed|tegoed, geblokkeerd"},
    {Sign::kCompany,
     "welkom, dank|bedankt|fijn _ bellen|gebeld|belt|wachten|uw-telefoontje|telefoontje, "
     "virtuele|digitale|automatische assistent|medewerker|telefoniste, klantenservice|"
     "klantendienst|afdeling|receptie|afspraak|afspraken|facturen|factuur|administratie|"
     "bestelling*|reservering*|storing*|verkoop|service, waarmee|hoe kan|kunnen|mag"},
    {Sign::kPerson, "ik|mijn|mij|me|m-n"},
    {Sign::kPerson,
     "wie is|ben|bent|spreekt|heb|belt|ben-jij, met wie, "
     "wat wil|wilt|moet|is|verkoop|zeg|doe|bedoel, waar gaat, ken ik, ken|kennen je|we, "
     "ik ben _ aan|in|op|bezig|onderweg|ziek|thuis|druk|aan-het|net|hier|nog|bij|moe|er, "
     "ik zit|sta|rij|rijd|werk|kook|eet|slaap|lig|loop _ in|op|aan|te|nu|net|, "
     "kan nu|even|niet _ praten|niet, bel _ later|straks|morgen|terug|vanavond|over|nog|even, "
     "later|straks|morgen|vanavond"},
    {Sign::kPerson,
     "wacht|wachten|moment|momentje|ogenblik|ogenblikje|seconde|secondje|minuutje|even|"
     "eventjes _ even|hoor|alsjeblieft|a-u-b, een moment|momentje|ogenblik|ogenblikje, "
     "blijf _ hangen, ik zal|ga|haal|geef|kijk|vraag|roep|zoek|verbind|weet|heb|ken|wil|hoor|"
     "versta|denk|kom|vind|snap|moet, "
     "kan|mag|zal|wil|wilt|kunt|moet|kun|zou ik|u|je|jij|dat|ze|hij, geen idee, heb je|u, "
     "ben je|jij|u, bent u"},
    {Sign::kPerson,
     "geen interesse|belangstelling|behoefte|zin|tijd, niet geïnteresseerd, "
     "nee bedankt|dank|dankje, niet|nooit _ meer|bellen|terugbellen, "
     "stop|hou|houd _ bellen|op|met, haal|verwijder|schrap|wis _ nummer|lijst|mij|gegevens|me, "
     "laat _ rust|met-rust, "
     "politie|advocaat|aangifte|oplichter*|oplichting|rot-op|klootzak|kut|donder-op|bel-me-niet"},
    {Sign::kPerson,
     "mijn|m-n|z-n|haar|zijn man|vrouw|moeder|vader|mama|papa|broer|zus|zusje|vriend|vriendin|"
     "zoon|dochter|baas|collega|oma|opa|nummer|telefoon|mobiel, "
     "mama|mam|papa|pap|oma|opa|schat|schatje|lieverd|jongen|meneer|mevrouw|gast, "
     "hij|zij|ze is|zit|komt|slaapt|staat|werkt|heeft, "
     "is _ niet-thuis|er-niet|douche|slapen|werk|weg|ziek|school|bed|vergadering|boodschappen"},
    {Sign::kPerson,
     "^ wat, ^ hè, ^ huh, ^ ja, ^ nee, ^ o, ^ oh, ^ ah, ^ ach, ^ ok, ^ goed, ^ leuk, ^ echt, "
     "^ serieus, ^ sorry, ^ pardon, ^ klopt, ^ hoezo, ^ waarom, ^ hoe, ^ wie, daar spreek, "
     "spreek je|u, met mij, ^ zeg, ^ luister, ^ hé, hoi nikita, hallo nikita, ^ oké, ^ prima, "
     "^ graag, dat ben, ik hoor|weet|snap, ^ kom, ^ doei"},
    {Sign::kLive, "harder praten, luider, versta|hoor _ niet|slecht"},
    {Sign::kLive, "je|u|jou _ bericht|voicemail _ achterlaten|inspreken|sturen"},
    {Sign::kLive, "kreeg|heb|had _ voicemail|bericht|boodschap, voicemail|bericht van u|je|jou"},
    {Sign::kLive,
     "kan|zal|moet|wilt|wil ik|u|je|dat|een _ doorgeven|boodschap|aannemen|zeggen|bericht|"
     "achterlaten|ik-iets"},
    {Sign::kLive,
     "ben|is _ geen|niet _ machine|robot|voicemail|antwoordapparaat|bandje, ik ben hier, "
     "mijn voicemail, je|uw voicemail|bericht|appje|sms, "
     "gehoord|gekregen|ontvangen|geluisterd _ voicemail|bericht, "
     "bericht|voicemail _ gekregen|gehoord|ontvangen|gelezen, niet _ meer|terug bellen, "
     "bel|bellen _ niet|nooit _ meer|, nooit meer, stop met bellen, "
     "haal|verwijder|schrap|wis _ nummer|lijst, verkeerd verbonden|nummer|gedraaid, "
     "verkeerde nummer, geen interesse, niet geïnteresseerd, wie ben|bent je|jij|u, "
     "wie is dit|dat, werkt|woont _ niet|meer|hier, hallo hallo, "
     "hoor|hoort|versta je|u _ mij|me, zet|doe _ uit|zachter, heb _ opgenomen, net _ opgepakt"},
    {Sign::kPerson,
     "kan|zal|mag|moet|wilt|wil ik|u|je|dat|een _ doorgeven|boodschap|aannemen|zeggen|vragen|"
     "bericht|achterlaten|ik-iets"},
    {Sign::kJoke,
     "grapje|geintje|gekheid|was-een-grap|ik-maak-een-grapje, gefopt|beet|erin-getrapt"},
    {Sign::kOpening,
     "hallo, hoi, hey, ja, goedemorgen|goedemiddag|goedenavond|goedendag, dag, met, dit is, hier"},
    {Sign::kGoesOn, "ik vraag|kijk|controleer"},
    {Sign::kGoesOn, "wil|kan|wenst _ niet _ gestoord|spreken|aannemen|opnemen"},
    {Sign::kGoesOn,
     "dank, bedankt, een moment|ogenblik, moment, momentje, wacht, blijf _ lijn|hangen, "
     "ik verbind, u wordt, verbinden|doorverbinden|verbinding|oproep, "
     "niet _ verstaan|begrepen|gehoord, oké|goed|prima|begrepen, "
     "genoteerd|doorgegeven|geïnformeerd|verzonden|verstuurd|gemeld, belt _ terug, tot ziens, "
     "niet beschikbaar|bereikbaar|aanwezig, geen antwoord|gehoor, neemt niet, ongeldig*, "
     "bent|ben u|je|er _ nog, ophangen|hang-op, piep"},
    {Sign::kCut,
     "u|je|dit spreekt|hebt|is _ met-de|met|gebeld|het-nummer|de-telefoon, dit is de|het, "
     "je bent verbonden|bereikt, u hebt"},
    {Sign::kBroadcast, "dames en heren, live vanuit, luisteraars|kijkers, studio, verslaggever"},
    {Sign::kBroadcast,
     "weer|graden|regen|zon|buien|bewolkt|temperaturen, nieuws|journaal|krantenkoppen|headlines, "
     "minister|premier|kabinet|president|verkiezingen|regering|tweede-kamer, "
     "doelpunt|wedstrijd|eredivisie|scheidsrechter|minuut|rust|speler, "
     "procent|korting|aanbieding|actie|euro|alleen-deze-week, "
     "radio|zender|programma|aflevering|uitzending|fm, blijf luisteren|kijken, na de reclame, "
     "reclame, file|files|kilometer|verkeer|snelweg, "
     "ondertiteling|ondertitels|abonneer|bedankt-voor-het-kijken|amara, ik hou van jou, beurs|aex"},
    {Sign::kMailboxWords,
     "bericht*|boodschap, naam, nummer, toon|piep|pieptoon|signaal, "
     "voicemail*|antwoordapparaat|mailbox, laat|achter*|insprek*|spreek, terug*, bereik*|gebeld, "
     "opname|opgenomen, vol|ruimte, afwezig|aanwezig|bereikbaar|beschikbaar, "
     "spoedig|snel|mogelijk"},
    {Sign::kScreenerWords,
     "oproep*|gesprek*|telefoontjes|telefoon, persoon|gebruiker|abonnee, naam|heet, "
     "verbind*|doorverbind*|doorgeef|aankondig*|meld*, "
     "wie|waarom|waarover|waarvoor|reden|betreft, beschikbaar|vrij|opnemen|aannemen, "
     "onbekende|anonieme|afgeschermde|spam, doorgeven|weten|boodschap|melden, assistent*|hulp, "
     "filter*|screen*|controle*|vragen-of, voordat|voor-ik|eerst, beantwoord|neem"},
    {Sign::kMenuWords,
     "toets|druk|kies|gekozen|gebelde, toestel*|medewerker*|receptie|afdeling|telefonist*, "
     "lijn|lijnen|wacht*|wachtrij, kantoor|openingstijden|geopend|gesloten|open|bezet, "
     "klant*|service|dienst|team, melding|code|fout, nummer, netwerk|bereik, "
     "oproep|verbinding|gesprek, afspra*|facturen|bestelling*|verkoop, niet|geen|helaas, "
     "tot-stand|verbonden|bereikbaar|gebruik|bestaat|aangesloten, welkom|dank, menu|optie|keuze, "
     "later|opnieuw|nogmaals, minuten|plaats|positie, maandag|vrijdag|uur"},
};

}  // namespace pl::core
