// Polish. Its words change their ends, so most are written as stems.
#pragma once

#include "core/answer_phrases.h"

namespace pl::core {

inline constexpr PhraseRow kPolish[] = {
    {Sign::kMailbox,
     "jeśli|jeżeli|gdy _ to słyszysz|słyszycie, po sygnale|piknięciu _ mów|gadaj|powiedz, "
     "skoro|jeśli to słyszysz"},
    {Sign::kMailbox, "przekierow* _ poczt*"},
    {Sign::kMailbox,
     "zostaw*|pozostaw*|nagra*|nagryw*|podykt*|zostaw _ wiadomoś*|wiadomość|wiadomo*|imię|numer|"
     "nazwisko|notatk*|informacj*, po|na|usłysz*|poczekaj|zaczekaj|usłyszeniu _ sygnale|sygnał*|"
     "sygnał|tonie|piknięciu|dźwięku|pipnięciu, sygnale dźwięk*, po sygnale, piii*|piiip $"},
    {Sign::kAway, "piip"},
    {Sign::kMailbox,
     "poczt* głos*|głosow*, skrzynk* _ głosow*|pełn*|użytkownik*|abonent*|przepełn*|zapełn*, "
     "automat* sekretark*|zgłoszeniow*, tu|to poczta|sekretarka|skrzynka|automat, "
     "poczta _ abonenta"},
    {Sign::kAway, "sekretark*"},
    {Sign::kMailbox,
     "skrzynk*|poczt*|pamięć _ pełn*|zapełnion*|przepełnion*|skonfigurowan*|aktywn*|aktywowan*|"
     "nieaktywn*, nie _ przyjm*|odbier*|nagr*|możn*|zostaw* _ wiadomoś*|nagrań|wiadomości, "
     "nie|nigdy _ odsłuch*|sprawdzam|słucham _ wiadomości|poczty|nagrań|skrzynki"},
    {Sign::kMailbox,
     "mów|mówcie|gadaj|gadajcie|nawijaj|śpiewaj|powiedz|nadawaj _ po|do|teraz|sygnal*, "
     "wiesz|wiecie|wie co _ robić|zrobić|dalej|trzeba, wiesz|wiecie o-co|jak"},
    {Sign::kAway,
     "oddzwoni*|odezw*|odpowie*|skontaktuj*|oddzwaniam|zadzwonię _ jak|najszybciej|gdy|wkrótce|"
     "kiedy|możliwe|tylko|później|się, jak|gdy|kiedy tylko|najszybciej, oddzwoni*, "
     "tak|jak szybko|najszybciej jak"},
    {Sign::kMailbox,
     "aby|żeby _ odsłuch*|usun*|nagra*|wysła*|zapisa*|zatwierdz* _ wiadomoś*|naciśnij|wybierz|"
     "ponownie, wiadomość|nagranie _ wysłan*|nagran*|zapisan*|zakończ*|został*, "
     "po nagraniu|zakończeniu _ rozłącz*|naciśnij|odłóż*"},
    {Sign::kMailbox, "nie zostawiaj* _ wiadomości|nagrań"},
    {Sign::kAway,
     "napisz*|wyślij*|pisz|piszcie|ślij|najlepiej _ sms*|smsa|whatsapp*|wiadomość|maila|"
     "na-whatsapp, lepiej|wolę _ sms*|napisz*|pisz|whatsapp*, nie mog*|możemy|może|mogę|"
     "jestem _ odebra*|podejść|rozmawiać|odbierać|w-stanie|teraz _ teraz|telefon*|zostaw*|"
     "rozmow*|chwili|ale|proszę, nikt|nikogo _ nie _ odebrać|ma|może|odbiera, "
     "dodzwoni* się _ do|na|pod, nie ma nas|mnie _ domu|zostaw*|teraz|chwilowo"},
    {Sign::kAway,
     "wiadomość|poczt*|skrzynk*|sekretark*|nagrani*, "
     "nie _ odebrać|domu|dostępn*|ma|mogę|możemy|jestem|odbieram, nieobecn*|urlop*|wakacj*, "
     "oddzwon*|oddzwani*|zadzwoni*, najszybciej, niestety|przepraszam*, sygnal*"},
    {Sign::kAsks, "kim pan|pani jest i"},
    {Sign::kScreener, "kogo mam|mogę zapowiedzieć|zaanonsować"},
    {Sign::kScreener, "przedstaw*|podać|powiedzieć _ cel|powód|sprawę|kto, tylko znane"},
    {Sign::kScreener,
     "odbieram|odpowiadam _ telefon*|połączenia|rozmowy _ za|w-imieniu|dla|pan*, "
     "jak się pan|pani nazywa, tylko _ znan*"},
    {Sign::kScreener,
     "podaj*|powiedz*|poda*|wypowiedz*|przedstaw*|nagraj*|podać|proszę _ imię|nazwisk*|nazwę|"
     "się _ i|oraz|powód|cel|dlaczego|w-jakiej, "
     "imię|nazwisko i|oraz _ powód|cel|przyczyn*|dlaczego|nazwisko-i, "
     "przedstaw*|przedstawić się|proszę, proszę się przedstawić|przedstawic"},
    {Sign::kScreener,
     "powód|cel|przyczyn*|powodu połączenia|rozmowy|telefonu|dzwonienia|kontaktu|pana|pani|"
     "dlaczego, podaj*|podać|wypowiedz*|nagraj*|powiedz* _ imię|nazwisko"},
    {Sign::kDevice,
     "wirtualn*|cyfrow*|inteligentn*|automatyczn*|elektroniczn* asystent*|sekretar*|"
     "pomocni* _ pan*|w|jestem|dla|imieniu, "
     "asystent*|sekretark* ai|głosow*|wirtualn*|cyfrow*|automatyczn*, "
     "jestem|mówi|tu _ ai|bot|robot*|asystent*|wirtualn*|sztuczn* _ pan*|głosow*"},
    {Sign::kAsks, "coś jeszcze, więcej powiedzieć"},
    {Sign::kAsks, "dlaczego|w-jakiej-sprawie|po-co|czemu _ dzwoni*|sprawie"},
    {Sign::kScreener,
     "filtr*|weryfik*|sprawdz*|ochron*|asystent*|kontrol*|blokad* _ połącze*|rozmów|rozmow*|"
     "dzwoniąc*|połączenia|spamem, "
     "połączeni*|rozmowy|dzwoniąc* _ filtrow*|sprawdz*|weryfik*|filtr, call screening|screen"},
    {Sign::kAsks, "filtr, antyspam*|spam*"},
    {Sign::kScreener,
     "osob*|abonent*|użytkownik*|odbiorc*|właściciel* _ do-której|z-którą|której|który|"
     "do-którego|z-którym|korzysta|używa _ dzwoni*|kontakt*|usług*|próbuj*|filtr*|chce*|"
     "asystenta|weryfikacji, sprawdz*|zobacz*|zapyta*|spyta*|upewni*|dowiem|pytam|"
     "ustalę _ czy _ może|dostępn*|chce|odebra*|jest|woln*|rozmawiać"},
    {Sign::kScreener,
     "zapowie*|zapowiem|zaanons*|powiadomi*|poinform*|przekaż*|uprzedz* _ osob*|o-połączeniu|"
     "rozmow*|kto|abonent*|właściciel*|go|ją|że, zanim|przed _ połącz*|przełącz*|połączeniem, "
     "łącz*|połącz*|przełącz*|próbuj*|spróbuj* _ połącz*|z-osobą|z-abonentem|rozmow*|"
     "skontaktować|dodzwonić|z-panem|z-panią|nawiązać"},
    {Sign::kScreener,
     "nieznan*|anonimow*|zastrzeżon*|prywatn*|ukryt* _ numer*|połącze*|rozmów, "
     "nie _ przyjmuje|odbiera|akceptuje|przyjmuję _ połącze*|anonimow*|nieznan*|reklam*|ofert*"},
    {Sign::kDevice,
     "potwierdź*|udowodni*|potwierdzić|zweryfik* _ człowiek*|robot*|osob*|prawdziw*, "
     "nie _ robot*|spam*|automat*|telemarket*, "
     "naciśnij|wciśnij|wybierz _ jeśli|jeżeli|gdy _ jest*|nie|pan"},
    {Sign::kAsks, "robot*|telemarket*|reklam*|akwizyt*"},
    {Sign::kScreener,
     "asystent*|sekretark*|ai|inteligencj* _ wirtualn*|cyfrow*|głosow*|osobist*|automatyczn*|"
     "sztuczn*|elektroniczn*, wirtualn*|cyfrow*|osobist*|inteligentn* asystent*|sekretark*, "
     "jestem|tu|mówi _ asystent* _ pan*|, w imieniu, odbieram|odpowiadam _ za|w-imieniu|telefony"},
    {Sign::kScreener,
     "przekaż*|przekazać|przekażę|powtórz*|zapisał*|zanotował*|dam-znać|poinformuj*|"
     "zawiadomi* _ wiadomość|mu|jej|panu|pani|że|znać|go|dalej, co _ przekazać, nie _ chce|"
     "życzy|może|odbiera|przyjmuje _ rozmaw*|przeszkadz*|odebra*|połącze*|teraz|sobie|rozmów"},
    {Sign::kAsks, "odrzuc*|odmów*"},
    {Sign::kAsks,
     "pana|pani|twoje|jak imię|nazwisko|się-nazywa, kto mówi|dzwoni|to|jest|tam, z kim, "
     "w jakiej sprawie, o co chodzi, po co, powód, sprawa|sprawie"},
    {Sign::kMenu,
     "jest|są|jesteś pan|pani|państwo|w _ kolejce, "
     "usługa|numer|linia _ zawieszon*|rozwiązan*|nieaktywn*, "
     "dziękuj* za _ cierpliwość|oczekiwanie"},
    {Sign::kMenu,
     "konsultant _ odbierze|wkrótce, jesteś|jest _ pierwszy|drugi|trzeci|czwarty|piąty|w-kolejce"},
    {Sign::kCompany, "kolejce|kolejka"},
    {Sign::kMenu,
     "naciśnij*|wciśnij*|wybierz*|wybrać|nacisn*|wcisn*|powiedz _ #|jeden|jedynk*|dwa|dwójk*|"
     "trzy|trójk*|cztery|czwórk*|pięć|piątk*|sześć|siedem|osiem|dziewięć|zero|gwiazdk*|krzyżyk*|"
     "hasz|kratk*|klawisz, klawisz* _ #|jeden|dwa|trzy|gwiazdk*|z|krzyżyk*"},
    {Sign::kMenu,
     "aby|żeby|w-celu|w-sprawie _ wybierz|naciśnij|wciśnij|powiedz, menu główn*, głównego menu, "
     "następujących opcji, opcj*|menu _ wysłuch*|zmieni*|następuj*, "
     "wybierz|wysłuchaj|posłuchaj _ opcj*|język*|uważnie|temat|menu|dział, numer wewnętrzn*, "
     "tonow* _ numer"},
    {Sign::kMenu,
     "wszyscy|wszystkie|nasi _ konsultan*|lini*|pracowni*|operator*|doradc*|agenci _ zajęt*|"
     "zajęci|rozmaw*|prowadz*, "
     "pierwsz*|najbliższ*|kolejn*|woln* _ konsultant*|operator*|doradc*|wolny, "
     "kolejc*|kolejk*|oczekiwani*|oczekując* _ czas|miejsc*|pozycj*|wynosi|osób|jesteś, "
     "czas oczekiwani*, proszę _ czekać|oczekiwać|pozostać|nie-rozłączać, pozosta* na lini*, "
     "nie rozłącz*|odkładaj* _ konsultant*|słuchawki|się, "
     "zostani*|zostaną _ połącz*|obsłuż*|przełącz*, "
     "twoje|twoja|pana|pani|państwa połączenie|rozmowa _ ważn*|odebran*|nagryw*|jest"},
    {Sign::kMenu,
     "rozmow*|połączeni* _ nagrywan*|rejestrowan*|monitorowan*|nagrywane, "
     "jakoś*|szkoleni*|bezpieczeństw* _ obsług*|usług|nagryw*|celu, godzin*|biuro|infolini*|"
     "przychodni*|sklep|sekretariat|gabinet|urząd|recepcja _ otwarci*|pracy|czynn*|otwart*|"
     "zamknięt*|od-poniedziałku|działa|urzędowania|roboczych, od poniedziałku do, "
     "poniedziałku do piątku|soboty, "
     "zadzwoń|prosimy|proszę|dzwonić _ godzinach|poniedziałk*|dni|w-dni|jutro|otwarcia"},
    {Sign::kCompany, "zamknięt*|nieczynn*"},
    {Sign::kMenu,
     "wprowadź*|wpisz*|podaj*|wybierz|wprowadzić _ kod|pin|numer|hasło|pesel|identyfikator|"
     "wewnętrzny|klienta, "
     "kod|numer|pin|hasło _ konferenc*|dostępu|spotkania|uczestnika|klienta|pesel, "
     "zakończ*|zatwierdź*|następnie _ krzyżyk*|hasz*|kratk*|gwiazdk*, w kilku słowach, "
     "powiedz|opisz|powiedzieć _ słowach|czym|pomóc|sprawie|temat"},
    {Sign::kCompany, "konferenc*"},
    {Sign::kMenu,
     "numer|abonent|abonenta|użytkownik|telefon|lini*|połączenie|klient _ wybran*|wybierasz|nie|"
     "jest|do-którego|chwilowo|poza|aktualnie|który|z-którym|żądany _ nie-istnieje|"
     "nieprawidłow*|niedostępn*|poza|wyłączon*|nieaktywn*|zajęt*|nie|czasowo|nieosiągaln*|"
     "błędn*|ma|nie-odpowiada|zmienion*|zmienił*, nie istnieje, ma wyłączony, poza zasięgiem, "
     "nie ma takiego numeru, niedostępn*, nieosiągaln*"},
    {Sign::kCompany, "abonent"},
    {Sign::kMenu,
     "nie|może _ można|może|udało|zrealizow*|zrealizuj* _ zrealizow*|połączy*|nawiąza*|być|"
     "uzyskać|zestawi*, połączenie _ nie|zostać _ zrealizow*|możliwe|zestawi*, "
     "sieć|sieci|linie|łącza|łącz* _ przeciążon*|zajęt*|przeciążenie|awari*, "
     "poza _ zasięg*|sieci, "
     "czasowo|chwilowo|tymczasowo _ niedostępn*|wyłączon*|zawieszon*|zablokow*|nieczynn*"},
    {Sign::kCompany, "wyłączon*"},
    {Sign::kMenu,
     "spróbuj*|prosimy|proszę|zadzwoń|prosze _ później|ponownie|jeszcze-raz|za-chwilę|"
     "późniejszym|zadzwonić, sprawdź*|sprawdzić|sprawdzenie _ numer*|spis*, "
     "otrzyma|zostanie|dostanie|wyśle* _ sms*|powiadomion*|poinformowan*|wiadomoś*|informac*, "
     "sms*|sms-em _ połączeni*|powiadom*|poinform*|próbie, połączeń|połączenia przychodząc*, "
     "nieprawidłow*|błędn*|niewłaściw* _ wybór|opcja|numer|kod, przekierow*|przekazan* _ do|na"},
    {Sign::kCompany, "środk*|doładow*|konto"},
    {Sign::kCompany,
     "witamy|witaj* _ w|na|z, dziękuj* za _ telefon|połączenie|kontakt|cierpliwość|oczekiwanie, "
     "wirtualn*|automatyczn* asystent*|konsultant*|system*, infolini*|dział|obsług*|biur*|"
     "rejestracj*|wizyt*|umówi*|faktur*|zamówieni*|reklamacj*|recepcj*|księgowoś*|serwis*|"
     "rezerwacj*, w czym|jak mogę|możemy|pomóc"},
    {Sign::kPerson, "ja|mój|moja|moje|mnie|mi|jestem|mam|mojej|mojego"},
    {Sign::kPerson,
     "kto to|mówi|tam|dzwoni|pan|pani|ty, z kim, "
     "czego|co pan|pani|chcesz|chce|to|jest|tam|sprzedaj*|się|mówisz|powiesz|robisz, "
     "o co chodzi, skąd masz|ma|pan|pani|mnie|wiesz, czy my się|my-się, "
     "jestem _ w|na|u|zajęt*|chor*|teraz|właśnie|za|pod|zmęczon*|w-pracy, "
     "prowadzę|jadę|gotuję|jem|śpię|pracuję|idę|siedzę|robię|czekam, "
     "nie mogę _ teraz|gadać|rozmawiać|mówić, "
     "zadzwoń*|dzwoń|oddzwoń _ później|jutro|wieczorem|potem|za|po|kiedy, "
     "później|jutro|wieczorem|potem"},
    {Sign::kPerson,
     "^ chwil*|momen*|moment, "
     "chwileczk*|momencik|sekund*|minutk*|poczekaj*|zaczekaj*|czekaj*|sekundkę, "
     "już|zaraz _ daję|wołam|podaję|proszę|idę, daję|dam|wołam|podaję|zawołam|sprawdzę|zapytam|"
     "przekażę|powiem|słyszę|znam|wiem|rozumiem|chcę|szukam|mam, mam|mogę|może|czy _ przekazać|"
     "coś|zostawić|powtórzyć|pomóc|głośniej|powiedzieć|pan|pani|ja|mi, nie|odkładaj rozłączaj"},
    {Sign::kPerson,
     "nie _ interesuj*|zainteresowan*|potrzebuj*|chcę, nie dziękuj*, dziękuję nie, "
     "nie|proszę|więcej _ dzwoń|dzwonić|dzwońcie|wydzwani*|telefon*, "
     "przestań*|przestańcie|przestać|skończ* _ dzwoni*|do, "
     "usuń*|usunąć|skreśl*|wykreśl*|wykasuj*|skasuj* _ numer|list*|mnie|dane, "
     "dajcie|daj|zostaw* _ spokój|spokoju, "
     "policj*|prawnik*|oszust*|oszuści|spadaj|spierdal*|kurw*|odwal|cholera"},
    {Sign::kPerson,
     "moja|mój|moje|jego|jej|mojego|mojej|mojej mama|tata|żona|mąż|męża|żony|brat|siostra|syn|"
     "córka|szef|szefowa|chłopak|dziewczyna|kolega|koleżanka|babcia|dziadek|numer|telefon|matka|"
     "ojciec, "
     "mamo|mama|mamusia|mamy|tato|tata|tatuś|babcia|dziadek|kochanie|skarbie|stary|synku, "
     "pan|pani, on|ona|jego|jej jest|nie|śpi|pracuje|wyszł*|ma|będzie|wróci|teraz, "
     "nie ma go|jej, śpi|wyszedł|wyszła|kąpie|pracy|spotkaniu|szkole|łazience|wróci"},
    {Sign::kPerson,
     "^ co, ^ tak, ^ nie, ^ ach, ^ och, ^ aha, ^ no, ^ hej, ^ dobra, ^ dobrze, ^ jasne, ^ super, "
     "^ naprawdę, ^ serio, ^ ojej, ^ przepraszam, ^ słucham, ^ proszę, ^ jak, ^ gdzie, ^ kiedy, "
     "^ dlaczego, ^ kto, cześć nikita, ^ miło, to ja, przy telefonie, okej|ok, ^ pomyłka, "
     "^ wiesz, ^ słuchaj, ^ rozumiem, halo halo"},
    {Sign::kLive, "głośniej, nie słyszę"},
    {Sign::kLive, "ci|pani|panu _ zostawić|zostawiłem|zostawiłam|nagrać _ wiadomość"},
    {Sign::kLive,
     "mąż|żona|syn|córka|mama|tata|brat|siostra _ wyszedł|wyszła|śpi|pracy, przekazać mu|jej coś"},
    {Sign::kLive,
     "nie jestem|jest|to _ automat*|robot*|sekretark*|maszyn*|poczt*|nagrani*, "
     "jestem tu|tutaj|przy, moja poczta|skrzynka|sekretarka, "
     "twoja|pana|pani|twoją|waszą wiadomość|sms, "
     "dostał*|odsłuchał*|odebrał*|czytał*|słyszał* _ wiadomość|sms*|nagran*, "
     "nie|więcej _ dzwoń*|dzwonić _ więcej|do-mnie|tu, nie|proszę _ dzwoń*|dzwonić, "
     "przestań* _ dzwoni*|wydzwani*, usuń*|usunąć|skreśl*|wykreśl* _ numer|list*|dane, pomyłka, "
     "zły numer, pomylił*|pomyłkę, nie interesuj* mnie, nie jestem zainteresowan*, "
     "kim pan|pani|jesteś, kto mówi $, kto to $, nie|już _ mieszka|pracuje _ tu|tutaj|już, "
     "mieszka|pracuje już, mam|mogę|może|coś|chce|czy _ przekazać|zostawić|powtórzyć|"
     "powiedzieć _ mu|jej|coś|wiadomość|$, halo halo, słyszy|słyszysz _ mnie, "
     "wyłącz|ścisz _ telewizor|radio|to, odebrał*"},
    {Sign::kJoke, "żart*|żartuj*|żartowałem|żartowałam|jaja|dowcip|wkręc*|nabra*"},
    {Sign::kOpening, "halo, cześć, hej, tak, dzień dobry, dobry wieczór, słucham, tu, mówi, witam"},
    {Sign::kGoesOn, "sprawdzam|sprawdzę|pytam|zapytam"},
    {Sign::kGoesOn, "przekażę|przekaże, powiem mu|jej|pani|panu"},
    {Sign::kGoesOn, "nie _ chce|może|życzy _ rozmaw*|odebrać|sobie"},
    {Sign::kGoesOn,
     "dziękuj*, chwil*|chwileczk*|moment, "
     "proszę _ czekać|poczekać|powtórzyć|pozostać|mówić|spróbować, łącz*|połącz*|przełącz*, "
     "nie zrozumiał*|usłyszał*|rozpoznał*, rozumiem, dobrze, w porządku, "
     "zapisał*|zanotował*|przekaz*|przekaż*|powiadomi*|poinform*|wysłan*|zapisan*, oddzwoni, "
     "do widzenia|usłyszenia, niedostępn*|nieosiągaln*, nie _ dostępn*|odpowiada|odbiera, "
     "zajęt*, nieprawidłow*|błędn*, czy _ nadal|jeszcze, rozłącz*, okej|ok"},
    {Sign::kCut, "dodzwoni* się, tu numer|telefon, to jest|numer telefon*, połączył*"},
    {Sign::kBroadcast,
     "panie i panowie, na żywo, słuchacze|widzowie|państwo, studio, korespondent*"},
    {Sign::kBroadcast,
     "pogod*|stopni*|deszcz*|słonecz*|opad*|zachmurzeni*|temperatur*, "
     "wiadomości|dziennik|fakty|serwis-informacyjny|skrót, "
     "minister|prezydent|premier|rząd*|wybor*|sejm*, "
     "gol|mecz*|ligi|liga|drużyn*|minut*|sędzia|bramk*, "
     "procent|promocj*|rabat*|ofert*|złot*|wyprzedaż*, "
     "radio|audycj*|odcinek|kanał|program|stacja|antenie, zostańcie|zostań z nami, po przerwie, "
     "reklam*|reklama, korki|kilometr*|autostrad*|ruch, "
     "napisy|subskryb*|dziękuję-za-obejrzenie|dzięki-za-oglądanie|amara, kocham cię, giełd*"},
    {Sign::kMailboxWords,
     "wiadomoś*, imię|nazwisko, numer*, sygna*|dźwięk*, skrzynk*|poczt*|sekretark*, "
     "zostaw*|nagra*|nagryw*, oddzwon*|odezw*, dodzwon*, nagranie|nagrania, "
     "pełn*|zapełn*|miejsca, nieobecn*|dostępn*, najszybciej|wkrótce|możliwe"},
    {Sign::kScreenerWords,
     "połączeni*|rozmow*|połączeń, osob*|abonent*|użytkownik*, imię|nazwisko|nazywa*, "
     "połącz*|przełącz*|zapowied*|zapowiem, kto|dlaczego|powód|sprawie|sprawa|cel, "
     "dostępn*|odebrać|rozmawiać|wolny, nieznan*|anonimow*|zastrzeżon*|spam*, "
     "przekaż*|poinformuj*|powiem|znać, asystent*, filtr*|sprawdz*|weryfik*|zapytam, "
     "zanim|najpierw, odbieram|odpowiadam"},
    {Sign::kMenuWords,
     "naciśnij|wybierz|wybran*|wybier*|klawisz*, "
     "wewnętrzn*|konsultant*|operator*|recepcj*|dział*, lini*|kolej*|czeka*|oczek*, "
     "biur*|godzin*|otwart*|czynn*|zamknięt*|nieczynn*, klien*|obsług*|serwis*, "
     "komunikat|kod|błąd, numer*, sie*|zasięg*, połączeni*|rozmow*, "
     "wizyt*|faktur*|zamówie*|rezerwacj*, nie|niestety, "
     "zrealizow*|dostępn*|istnieje|połączy*|odpowiada, witamy|dziękuj*, menu|opcj*|wybór, "
     "ponownie|później, minut*|pozycj*, poniedział*|piąt*|godzin*"},
};

}  // namespace pl::core
