// German, also as it is spoken in Austria and Switzerland.
#pragma once

#include "core/answer_phrases.h"

namespace pl::core {

inline constexpr PhraseRow kGerman[] = {
    {Sign::kMailbox,
     "wenn|falls|weil du|ihr|sie das|dies|diese _ hör*|hört, "
     "wisst|weißt|wissen|weisst _ wie|was _ läuft|geht|tun, macht|mach _ nach-dem|piep"},
    {Sign::kMailbox,
     "name|namen|*nummer hinterlass*|hinterlegen|nennen, "
     "sprechen|sprich|sprecht sie-jetzt|jetzt, "
     "mailbox|sprachbox weitergeleitet|verbunden|umgeleitet"},
    {Sign::kMailbox, "*box ist|war voll, nachrichten*box"},
    {Sign::kMailbox,
     "sprachbox|mobilbox|sprachmailbox|combox, band läuft, "
     "speicher|nachrichtenspeicher _ voll|erschöpft|belegt, beginnt _ aufzeichnung|aufnahme, "
     "lassen|lass|lasst _ nummer|namen|nachricht _ da"},
    {Sign::kMailbox,
     "red*|schwätz*|sprich|sprech* _ druf|druuf|drauf|ufs-band, pfeifton|pfiff|summton, "
     "nach em piips|ton|piip"},
    {Sign::kMailbox,
     "nachricht* _ hinterlass*|hinterlasst|hinterläss*|aufsprech*|sprech*|hinterlegen|aufnehmen, "
     "hinterlass*|hinterlässt|hinterlasst|hinterlegen _ "
     "nachricht*|namen|*nummer|nummer|text|rufnummer|was|etwas|anliegen|"
     "notiz"},
    {Sign::kMailbox,
     "nach|mit|auf dem|den|der signalton|ton|piep|piepton|signal|pieps|piepser|beep|tut, "
     "warte* auf|bis _ piep*|signalton|ton, pieps $"},
    {Sign::kMailbox,
     "sprachbox|mailbox|combox|anrufbeantworter|sprachspeicher|mobilbox|sprachmailbox|voicemail|"
     "anrufbeantworters von|des|der|ist|voll|mit|hier, "
     "dies|das|hier|mit ist|spricht _ anrufbeantworter|mailbox|combox|band"},
    {Sign::kMailbox,
     "mailbox|box|speicher|anrufbeantworter|sprachbox|postfach|combox _ voll|belegt|"
     "eingerichtet, nimmt|nehmen|kann|können keine _ nachricht*, "
     "keine weiteren|neuen nachricht*, noch nicht eingerichtet, "
     "höre|hör _ nachrichten|mailbox _ nicht|nie|selten|ab"},
    {Sign::kMailbox,
     "sprech*|sprich|sprecht|sprech|red|redet|quatsch*|quassel*|babbel*|schwätz* _ drauf|aufs|"
     "auf-das|auf-band|nach, drauf sprechen|reden|quatschen, aufs band, auf-band $, "
     "du weißt|weisst|wisst|wissen was|wie _ tun|machen|geht|läuft, nach dem piep|ton"},
    {Sign::kAway,
     "komm|komme|kann|kommen _ nicht _ ans-handy|ans-telefon|an-den-apparat|an-den-hörer|dran|ran"},
    {Sign::kAway, "nöd|nid|net|ned do|da|deheim|erreichbar|ume"},
    {Sign::kAway,
     "rufe|ruf|melde|meld|rufen|melden|meldet|ruft|melda|lüt|lüte|mäld _ zurück|wieder|zrugg|"
     "bei dir|euch|ihnen _ sobald|so-schnell|umgehend|schnellstmöglich|dann, "
     "sobald|so-bald|so-schnell _ zurück|möglich|kann|können|bei, "
     "rufe|rufen|melde|melden _ zurück|dann $, rückruf|ruckruf _ umgehend|sobald|wünschen|bitten"},
    {Sign::kMailbox,
     "aufnahme _ beenden|starten|löschen|wiederholen|anhören, nachricht _ löschen|speichern|"
     "anhören|senden|abhören|wiederholen|beenden|aufgezeichnet|gespeichert, "
     "erneut aufnehmen|aufzusprechen, nach der aufnahme, für den rückruf, "
     "ihre nachricht|aufzeichnung"},
    {Sign::kMailbox, "keine sprachnachricht*"},
    {Sign::kAway,
     "schreib*|schick* _ sms|whatsapp|nachricht|mail|textnachricht|mir _ lieber|stattdessen|"
     "statt|einfach|bitte, lieber _ schreib*|sms|whatsapp, "
     "verpasst _ angerufen|anruf|mich|uns|uns-leider, leider verpasst, "
     "mich|uns gerade|leider|zurzeit|momentan|nicht|im-moment nicht erreich*|erreicht, "
     "persönlich nicht erreich*"},
    {Sign::kAway,
     "wir|ich|niemand|keiner|grad|gerade|derzeit _ anruf|telefon|gespräch _ nicht|gerade|leider|"
     "persönlich entgegennehmen|annehmen|beantworten|rangehen, kann|können _ anruf|gespräch|"
     "dein*|ihr* _ nicht _ entgegen*|annehmen|beantworten|persönlich|entgegen, "
     "niemand|keiner _ zu-hause|zuhause|daheim|da|erreichbar, "
     "anschluss|nummer|telefon _ von|der-familie _ nicht|leider|momentan"},
    {Sign::kAway,
     "mailbox|anrufbeantworter|voicemail|sprachnachricht|nachricht|combox|ab-ansage, "
     "außerhalb|ausserhalb _ öffnungszeiten|geschäftszeiten|sprechzeiten|bürozeiten"},
    {Sign::kAway,
     "nicht|net|ned|nit|niemand _ erreichbar|da|zu-hause|zuhause|daheim|im-haus|im-büro|"
     "verfügbar|ans-telefon|rangehen|entgegen*|abheben|besetzt|rankommen|dran|telefonieren, "
     "unterwegs, im urlaub, in den ferien, abwesend|abwesenheit"},
    {Sign::kAway,
     "zurückrufen|zurück|rückruf|ruf|meld* _ zurück|wieder, melde mich, "
     "später noch einmal|mal|noch-mal, sobald, so schnell, leider, piep"},
    {Sign::kScreener,
     "unbekannten nummern|anrufern werden|zuerst|erst, wer sie sind|sind-und, "
     "anrufe _ zuerst|erst _ geprüft|angenommen"},
    {Sign::kScreener, "wen darf|soll|kann ich|wir melden|ankündigen|anmelden"},
    {Sign::kScreener,
     "nennen|sagen|sag|nenne ihren|deinen-namen|sie-ihren-namen|wie-sie-heißen|wer-sie-sind, "
     "nimmt|nehme nur _ anrufe|gespräche, "
     "nur _ bekannte|angekündigte|freigegebene _ anrufe|gespräche|nummern"},
    {Sign::kScreener,
     "nehme|beantworte|nimmt|beantwortet|führe _ anrufe|telefonate|gespräche|anruf _ für|"
     "entgegen, wie|wer sie|du heißen|heisst|heißt|sind|bist _ frage|damit|ich|dann|und"},
    {Sign::kScreener, "frag|frage nach ob"},
    {Sign::kScreener,
     "nennen|nenne|sagen|sage|sag|sprechen|geben|gib|hinterlassen _ namen|name _ und|und-den|"
     "sowie|grund|warum|anliegen|weshalb|zweck, "
     "namen|name und|sowie _ grund|anliegen|zweck|anlass|warum|weshalb|worum"},
    {Sign::kScreener,
     "grund|zweck|anlass _ anruf*|ihres|deines, "
     "ihren namen|deinen-namen _ nennen|sagen|sprechen|aufsprechen|nach, "
     "nennen|nenne|sagen|sag _ namen|namen _ bitte|nach|damit|dann"},
    {Sign::kDevice,
     "digitale*|virtuelle*|künstliche*|automatische*|intelligente*|ki|elektronische* assistent*|"
     "assistenz|sekretär*|helfer*|assistentin|telefonassistent*|intelligenz _ von|des|der|für|"
     "vom|und|ich|hier, ki assistent*|telefonassistent*|telefonassistenz von|für|des|der, "
     "ich bin _ ki|bot|roboter|assistenzprogramm|digitale*|virtuelle*, "
     "hier|spricht _ ki|bot|digitale*|virtuelle*"},
    {Sign::kAsks, "noch etwas, mehr dazu, genauer"},
    {Sign::kAsks, "warum|weshalb|weswegen|wieso _ anrufen|anrufst|anruft|rufen|rufst"},
    {Sign::kScreener,
     "anruf*|anrufer* filter*|screening|assistent*|schutz|prüf*|überprüf*|kontroll*|abschirm*, "
     "anruffilter*|anrufassistent*|anrufschutz|anruferkennung|anrufprüfung|anrufannahme|"
     "anrufschranke|spamschutz|spamfilter|rufschutz, call screening|assist|filter|screen, "
     "vorzimmer|filtert|filtere|prüft|überprüft|gefiltert|geprüft _ anruf*|gespräch*|jeden, "
     "anruf* _ gefiltert|geprüft|überprüft|gescreent|angenommen"},
    {Sign::kScreener,
     "person|teilnehmer|nutzer|kontakt|inhaber _ die-sie|den-sie|sie|die-du _ anruf*|erreichen|"
     "angerufen|sprechen, "
     "frage|prüfe|schaue|sehe|kläre|schau|frag|erkundige|nachsehen|nachfragen _ ob, "
     "ob _ verfügbar|frei|erreichbar|rangehen|annehmen|gespräch|anruf|sprechen _ ist|kann|"
     "möchte|will|mag"},
    {Sign::kScreener,
     "kündige|kündigen|melde|gebe|anzukündigen|ankündigen|angekündigt|anmelden _ an|anruf|"
     "weiter|sie, bevor|ehe|damit _ verbinde*|durchstell*|weiterleit*|annimmt|entscheid*|weiß, "
     "verbinde|verbinden|durchstellen|versuche _ verbinden|erreichen|sie-mit|den-teilnehmer|"
     "die-person|durchzustellen"},
    {Sign::kScreener,
     "unbekannte*|anonyme*|unterdrückte*|private*|verborgene* _ nummer*|anrufe*|anrufer*|"
     "rufnummer*, nimmt|nehmen|akzeptiert|akzeptieren keine _ anruf*|werbe*|anonym*|unbekannt*, "
     "keine werbung|werbeanruf*"},
    {Sign::kAsks, "werbeanrufe|spam*|telefonwerbung"},
    {Sign::kDevice,
     "kein|nicht _ roboter|spam|werbung|bot|maschine _ sind|bist|drücken|ist|beweis*|bestätig*, "
     "beweis*|bestätig* _ mensch|roboter|person"},
    {Sign::kScreener,
     "digitale*|virtuelle*|persönliche*|automatische*|ki|intelligente*|smarte* assistent*|"
     "assistenz|sekretär*|telefonassistent* _ von|des|der|für|vom|mit, "
     "ki-assistent*|telefonassistent* _ von|für|des|der, assistent* von|des|der|für, "
     "im auftrag|namen von|des|der, für|von herrn|frau _ assistent*"},
    {Sign::kScreener,
     "ausrichten|weitergeben|richte|gebe|leite|weiterleite*|übermittl*|mitteilen|notiert|"
     "notiere|sage|bescheid _ aus|weiter|ihm|ihr|gern*|bescheid|notiert, "
     "gebe|sage|teile|geb _ ihm|ihr|weiter|bescheid|mit, möchte|will|wünscht|kann _ nicht|keine|"
     "derzeit|gerade _ gestört|sprechen|annehmen|anrufe|rangehen|entgegennehmen|verfügbar, "
     "abgelehnt|lehnt _ ab, nimmt|angenommen _ anruf|gespräch|ihn _ nicht"},
    {Sign::kAsks,
     "ihr|dein|der|wie-ist-ihr|ihren|deinen name|namen, wer ist|spricht|ruft|sind|da, "
     "worum|um-was geht|handelt, was möchten|wollen|wünschen|ist, mit wem, grund, anliegen, "
     "in welcher angelegenheit"},
    {Sign::kMenu,
     "sie sind _ anrufer|nummer|platz|position|stelle, "
     "nicht mehr geschaltet|vergeben|aktiv|erreichbar, wir sind gleich|in-kürze für, "
     "rufnummer|nummer|anschluss _ gesperrt|abgeschaltet|geschaltet, danke für ihre geduld"},
    {Sign::kMenu,
     "drücken|drücke|drück|wählen|wähle|sagen|tippen|betätigen _ #|eins|zwei|zwo|drei|vier|fünf|"
     "sechs|sieben|acht|neun|null|raute|stern|rautetaste|sterntaste|ja, "
     "taste|ziffer|tasten #|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|null|raute, "
     "#|eins|zwei|zwo|drei|vier|fünf drücken|wählen|für"},
    {Sign::kMenu,
     "für _ drücken|wählen|drücke|die-eins|die-zwei|die-drei|die-#|sagen, hauptmenü|menü, "
     "folgenden|folgende|nächsten optionen|möglichkeiten|auswahl|punkte, "
     "wählen-sie _ aus|option|sprache|abteilung|anliegen, durchwahl _ eingeben|wählen|nicht"},
    {Sign::kCompany, "auswahl"},
    {Sign::kMenu,
     "alle|sämtliche|unsere _ mitarbeiter*|leitungen|berater*|plätze|servicemitarbeiter*|"
     "kolleg*|kundenbetreuer*|ansprechpartner* _ gespräch|belegt|besetzt|kundengespräch|"
     "gesprächen|beschäftigt|verfügbar|im|telefonieren, "
     "nächste*|nächster freie*|verfügbare*|mitarbeiter*|platz|moment, "
     "warteschlange|warteschleife|wartezeit|warteposition|warteplatz, bleiben|"
     "bleib _ in-der-leitung|am-apparat|dran|leitung _ sie|nächste*|werden|gleich|verbunden|wir, "
     "position|platz|stelle _ warteschlange|#|eins|zwei|drei|vier"},
    {Sign::kMenu,
     "gespräch*|anruf*|telefonat* _ aufgezeichnet|mitgeschnitten|aufzeichn*|qualitäts*|"
     "schulung*|mitgehört, ihr anruf ist _ wichtig, uns wichtig, "
     "werden|werden-sie|sie-werden _ verbunden|bedient|weitergeleitet|durchgestellt _ $, "
     "wir sind gleich|sofort|bald für"},
    {Sign::kCompany, "qualitätssicherung|schulungszwecke*|qualitätszwecke*"},
    {Sign::kMenu,
     "öffnungszeiten|geschäftszeiten|sprechzeiten|bürozeiten|servicezeiten|sprechstunde|"
     "telefonzeiten|ordinationszeiten|schalterstunden, "
     "montag|montags|mo bis|und|mit _ freitag|freitags|donnerstag|fr|samstag|dienstag, "
     "wieder _ geöffnet|für-sie|erreichbar _ ab|am|von, "
     "außerhalb|ausserhalb _ zeiten|öffnungszeiten|geschäftszeiten, "
     "rufen-sie _ zu|während|wieder|innerhalb _ zeiten|öffnungszeiten|bürozeiten"},
    {Sign::kCompany, "geschlossen"},
    {Sign::kMenu,
     "geben|tippen|eingabe|gib _ pin|code|konferenz*|zugangs*|kundennummer|nummer|geburtsdatum|"
     "durchwahl _ ein|gefolgt|raute|mit, konferenz*|zugangs*|sitzungs*|meeting|teilnehmer code|"
     "pin|nummer|kennung|konferenznummer|zugangscode|sitzungscode, gefolgt _ raute*|stern, "
     "sagen-sie|beschreiben-sie|nennen-sie _ in-wenigen-worten|anliegen|stichwort|"
     "kurz _ anliegen|bitte|worten|womit"},
    {Sign::kCompany, "kundennummer"},
    {Sign::kMenu,
     "nummer|rufnummer|anschluss|teilnehmer|leitung|verbindung _ nicht|kein|ungültig|derzeit|"
     "zurzeit|momentan|vorübergehend|gerade _ vergeben|erreich*|verfügbar|geschaltet|bekannt|"
     "existiert|bekommen|belegt|gültig|möglich|hergestellt|anschluss|beschaltet|aufgebaut, "
     "kein anschluss, gewählte*|angerufene*|gerufene*|gewünschte* _ rufnummer|nummer|"
     "teilnehmer*|anschluss|leitung|gesprächspartner*|person|mobilanschluss|verbindung"},
    {Sign::kMenu,
     "nicht vergeben|erreichbar|verfügbar|geschaltet $, "
     "vorübergehend nicht|gestört|gesperrt|abgeschaltet, ausgeschaltet|abgeschaltet|"
     "ausserhalb-des|außerhalb-des|kein-netz|funkloch|netzabdeckung|empfangsbereich*, "
     "überlastet|netz|netze|leitungen _ belegt|überlastet|gestört|ausgelastet|besetzt, "
     "rufnummer|nummer _ geändert|gesperrt|abgemeldet|deaktiviert|überprüfen|prüfen, "
     "versuchen|probieren _ später|nochmal|noch-einmal|erneut|anderen, zu einem späteren"},
    {Sign::kMenu,
     "per sms _ informiert|benachrichtigt|anruf|benachrichtigen|informieren, informiert|"
     "benachrichtigt|verständigt|benachrichtigung|informieren _ über|per|sms|anruf|dass, "
     "sms _ anruf*|informiert|benachrichtigt|geschickt|gesendet, "
     "gesperrt|sperre _ anruf*|ankommende, eingehende anrufe|gespräche, weitergeleitet an|auf, "
     "ungültige eingabe|eingabe, eingabe _ nicht"},
    {Sign::kCompany, "guthaben, auskunft"},
    {Sign::kCompany,
     "willkommen bei|beim|im|in, herzlich willkommen, vielen dank für _ anruf, "
     "danke _ anruf|angerufen, "
     "digitale*|virtuelle*|automatische* assistent*|ansage|telefonsystem, kundenservice|"
     "kundendienst|service|hotline|praxis|abteilung|zentrale|buchhaltung|termin*|rezept*|"
     "rechnung*|vertrag*|bestellung*|störung*|lieferung*, wie kann|womit|wobei kann|können|darf, "
     "helfen"},
    {Sign::kPerson, "ich|mein|meine|meiner|meinem|meinen|mich|mir|uns-beiden"},
    {Sign::kPerson,
     "wer ist|sind|spricht|bist|redet|war|da, "
     "was wollen|willst|möchten|möchtest|soll|gibt|ist|denn|machst|verkaufst, "
     "worum gehts|geht-es, kenne ich, falsch verbunden|gewählt, ^ verwählt, "
     "woher haben|hast|kennen|kennst, bin|sind _ gerade|grad|grade|am|im|in|beim|auf _ auto|"
     "fahren|arbeit*|essen|meeting|sitzung|arzt|zug|bett|kochen|einkaufen|kino|besprechung|"
     "unterricht|schule|büro|dienst, ich bin müde|krank|da|dran|hier, "
     "kann grad|gerade|grade|jetzt nicht|schlecht, "
     "ruf|rufen|probier* _ später|morgen|nachher|nochmal|wieder|abends|in|um|an, "
     "später|nachher|morgen|heute-abend"},
    {Sign::kPerson,
     "^ moment|augenblick, sekunde|sekündchen|minütchen|momentchen, "
     "warte|warten-sie|wart _ mal|kurz|bitte|schnell, bleib|bleiben _ dran, ich hole|hol|gebe|"
     "geb|schau|frag|sag|richte|richt|verbinde|reiche|gib|leg|bin|muss|habe|hab|komme|höre|kann|"
     "verstehe|kenne|möchte|will|brauche|weiß|weiss|glaube|denke, soll|kann|darf|sollen|kann|"
     "möchten|möchtest|wollen|willst|könnten|können _ ich|sie|du|ihm|ihr|was|später|lauter|"
     "etwas, kannst|könntest du"},
    {Sign::kPerson,
     "kein interesse|bedarf, nein danke, nicht interessiert, "
     "nicht|nie|nimmer mehr|wieder _ anruf*, hören sie auf|hör-auf, "
     "löschen|streichen|lösch _ nummer|daten|liste|mich, lassen|lass _ mich|ruhe|frieden|uns, "
     "in ruhe, anwalt|polizei|anzeige, verpiss|arsch|leck|scheiß*|betrug|betrüger, "
     "rufen-sie|ruf _ nicht|nie"},
    {Sign::kPerson,
     "mein|meine|meinem|meiner mann|frau|mutter|mama|papa|vater|bruder|schwester|freund|"
     "freundin|sohn|tochter|chef|chefin|kollege|kollegin|oma|opa|handy|nummer|tante|"
     "schwiegermutter|mami|papi|schatz, "
     "mama|papa|mami|papi|oma|opa|schatz|schatzi|liebling|alter|digga, "
     "die|der|sie|er ist _ nicht|gerade|grad|schon|im|in|beim|unter|auf|weg|krank|raus, "
     "schläft|duscht|arbeitet, kommt _ wieder|zurück|gleich|später|erst|heute"},
    {Sign::kPerson,
     "^ ja, ^ nein, ^ doch, ^ hä, ^ äh, ^ oh, ^ ach, ach so|was|ja|du, ^ aha, ^ hallo, ^ ok, "
     "^ genau, ^ stimmt, ^ super, ^ schön, ^ gut, ^ passt, ^ klar, ^ wie, wie bitte, ^ was, "
     "^ warum, ^ wieso, ^ wirklich, ^ echt, ^ ernsthaft, ^ na, ^ servus, ^ grüß, "
     "sprechen sie|du, bist du|sie, sind sie|wir, haben sie, hast du, geht es|das, "
     "ich kenn|versteh|hör|weiß|glaub, am apparat, selber|selbst|persönlich"},
    {Sign::kLive, "lauter, schlecht|nicht hören|verstehe, ich höre _ schlecht|nicht"},
    {Sign::kLive, "dir|ihnen|ihm|ihr _ nachricht _ hinterlassen|aufsprechen|sprechen"},
    {Sign::kLive,
     "bin|ist|war _ kein*|nicht|doch-kein* _ anrufbeantworter|maschine|band|mailbox|roboter|"
     "automat, bin|bin-ja|bin-doch|jetzt|bin-jetzt _ dran|rangegangen, "
     "auf _ mailbox|band|anrufbeantworter _ gesprochen|gehört, meine mailbox|voicemail, "
     "deine|ihre nachricht|mailbox|sms|voicemail, kein interesse, falsch verbunden, verwählt, "
     "wer sind|bist sie|du|denn, woher haben|hast, hören sie auf, "
     "rufen-sie _ nicht|nie _ mehr|wieder|an, nicht mehr an*|anrufen, "
     "löschen-sie _ nummer|daten, kann|soll|darf|könnte|möchten|möchtest ich|sie|"
     "du _ ausrichten|nachricht|notieren|bestellen|helfen|weitergeben|was|hinterlassen, "
     "hallo hallo, wohnt|arbeitet _ nicht|nimmer|hier|mehr, mach|stell|schalt _ aus|leiser|ab, "
     "kannst|kannst-du|könnten-sie mich hören, hören|hörst sie|du mich, "
     "ich habe|hab _ abgehoben|abgenommen"},
    {Sign::kJoke,
     "nur|bloß|war-nur _ spaß|scherz|witz, spaß $, reingelegt|reingefallen|verarscht|veräppelt"},
    {Sign::kOpening,
     "hallo, hi, hey, ja, guten tag|morgen|abend, grüezi, servus, grüß gott, moin, "
     "hier ist|spricht, da ist, am apparat, bei, mit"},
    {Sign::kGoesOn, "ich frage|prüfe|schaue|kläre"},
    {Sign::kGoesOn,
     "wird|meldet _ sich, möchte|kann|will _ nicht _ gestört|sprechen|annehmen, "
     "ist _ beschäftigt|besetzt|verhindert"},
    {Sign::kGoesOn,
     "danke, vielen dank, dankeschön, einen|ein moment|augenblick, moment bitte, "
     "bitte warten|bleiben|sprechen|wiederholen|halten|sagen|nennen, "
     "bleiben|bleib _ dran|apparat|leitung, verbinde*|wird|werden|sie-werden _ verbunden|"
     "durchgestellt|weitergeleitet|angerufen|kontaktiert|verbinde, verbindung wird, "
     "ich verbinde, nicht verstanden|gehört|erkannt, notiert|vermerkt|weitergegeben|"
     "weitergeleitet|ausgerichtet|übermittelt|informiert|benachrichtigt|zugestellt, "
     "meldet|melden|ruft _ sich|zurück|bei, in ordnung, okay, alles klar, verstanden, "
     "auf wiederhören, wiederhören, tschüss, nicht verfügbar|erreichbar, "
     "nimmt|antwortet|meldet _ nicht|ab, leider, ungültig*, legen-sie|auflegen, piep, "
     "sind-sie noch _ da|dran"},
    {Sign::kCut, "^ das ist|hier-ist der|die|das anschluss|nummer|mailbox"},
    {Sign::kCut,
     "sie haben|sind _ anschluss|mit|gewählt|erreicht|verbunden, "
     "anschluss|telefonanschluss von|der, "
     "dies ist|das-ist|hier-ist der|die _ anschluss|telefon|nummer, hier ist das|der"},
    {Sign::kBroadcast,
     "zurück|weiter ins|im studio, meine damen und, guten abend meine, live aus, "
     "der sport|unser-korrespondent, hörerinnen|zuschauer*"},
    {Sign::kBroadcast,
     "wetter|grad|sonnig|regen|schauer|wolkig|temperaturen, "
     "nachrichten|meldungen|tagesschau|heute-journal|schlagzeilen|eilmeldung, "
     "minister*|kanzler*|bundes*|präsident*|regierung|wahl|partei, "
     "tor|spiel|bundesliga|minute|halbzeit|trainer, "
     "prozent|rabatt|angebot|aktion|euro|nur-heute, radio|sender|programm|sendung|folge|werbung, "
     "bleiben sie dran, weiter gehts, verkehr*|stau|kilometer|autobahn|baustelle, "
     "risiken und nebenwirkungen, "
     "untertitel*|vielen-dank-fürs-zuschauen|zdf|ard|swr|ndr|wdr|copyright, börse|dax|aktien"},
    {Sign::kMailboxWords,
     "nachricht*|sprachnachricht*, name|namen, nummer|rufnummer, "
     "ton|piep|piepton|signalton|signal, mailbox|anrufbeantworter|box|combox, "
     "hinterlass*|hinterläss*|aufsprech*|sprech*, zurück|rückruf, erreich*, "
     "aufnahme*|aufgezeichnet, voll|speicher, abwesend|da|unterwegs, bald|möglich|umgehend"},
    {Sign::kScreenerWords,
     "anruf*|anrufe*, person|teilnehmer|anschlussinhaber, name|namen|heißen|heissen, "
     "verbinde*|durchstell*|weiterleit*|anmeld*|ankündig*, "
     "wer|warum|worum|weshalb|weswegen|anliegen|grund, "
     "verfügbar|frei|rangehen|annehmen|abnehmen|abheben, unbekannt*|unterdrückt*|anonym*|spam, "
     "ausrichten|weitergeben|mitteilen|bescheid|notiere*, assistent*|assistenz|vertretung, "
     "filter*|prüf*|frage-nach|nachfragen, bevor|zuerst|zunächst, nehme|entgegen|beantworte"},
    {Sign::kMenuWords,
     "taste|wählen|drücken|eingeben|eingabe|gewählt*, "
     "durchwahl|mitarbeiter*|berater*|zentrale|abteilung, "
     "leitung|leitungen|warteschleife|warten|warteschlange, "
     "büro|praxis|geöffnet|geschlossen|öffnungszeiten|sprechzeiten|besetzt, "
     "kunde|kunden|service|team|hotline, hinweis|ansage|code|fehler, nummer|rufnummer|anschluss, "
     "netz|empfang|funknetz, anruf|gespräch|verbindung, "
     "termin*|rechnung*|vertrieb|störung*|bestellung*, nicht|leider, "
     "hergestellt|verbunden|erreichbar|vermittelt|vergeben, willkommen|vielen-dank, "
     "menü|option|auswahl, später|erneut|noch-einmal, minuten|platz|position, montag|freitag|uhr"},
};

}  // namespace pl::core
