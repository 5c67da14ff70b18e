// Italian.
#pragma once

#include "core/answer_phrases.h"

namespace pl::core {

inline constexpr PhraseRow kItalian[] = {
    {Sign::kMailbox,
     "se|quando senti|sentite|ascolti|ascoltate _ questo|messaggio|annuncio, "
     "bip|segnale|tono e parla*|dite|di"},
    {Sign::kMailbox, "trasferit*|inoltrat* _ segreteria"},
    {Sign::kMailbox,
     "può|puoi|potete|inizia|iniziate iniziare|a|cominciare a|parlare, "
     "dite|di|dimmi|dica|ditemi _ tutto, qui|sono la segreteria, inizia* a parlare"},
    {Sign::kMailbox,
     "lascia*|lasciate|lasci|registra*|incidete|incidi|dettate|detta _ messaggio|messaggi|nome|"
     "numero|recapito|messaggino|nota|vocale, dopo|al|sentire|attendi|attendete|attenda il|un|"
     "del|segnale|bip|tono _ segnale|bip|tono|acustico|beep, segnale acustico, "
     "dopo il bip|tono|segnale|beep, bip $"},
    {Sign::kMailbox,
     "segreteria|casella|messaggeria _ telefonica|vocale|di|piena|è|automatica|del, "
     "casella vocale|messaggi|piena"},
    {Sign::kAway, "segreteria"},
    {Sign::kMailbox,
     "casella|segreteria|memoria _ piena|satura|attivata|configurata|attiva|esaurita, "
     "non _ accetta*|ricevere|riceve|registrare|lasciare|possibile _ messaggi|messaggio|altri, "
     "ascolto|controllo|sento _ mai|non _ messaggi|segreteria"},
    {Sign::kMailbox,
     "parla*|dite|dimmi|ditemi|parlate|dica|canta _ dopo|al|bip|segnale|tono, "
     "sapete|sai|sapete|sa cosa|che|come _ fare|funziona, sai|sapete già|cosa _ bip|fare"},
    {Sign::kAway,
     "richiamo|richiamerò|richiameremo|ricontatto|ricontatterò|ricontatteremo|rispondo|"
     "risponderò|richiamiamo _ appena|presto|prima|quando|più, "
     "appena|non-appena|prima _ possibile|posso|potrò|possiamo, "
     "ti|vi|la richiamo|richiamerò|richiameremo|ricontatto|ricontatterò|ricontatteremo"},
    {Sign::kMailbox,
     "per _ riascoltare|cancellare|registrare|inviare|confermare _ messaggio|premi*|digit*, "
     "messaggio|registrazione _ inviato|registrato|salvato|terminata, "
     "al termine _ riaggancia*|premi*|messaggio"},
    {Sign::kMailbox, "non lasciate|lasciare|lasciarmi messaggi|vocali|messaggio"},
    {Sign::kAway,
     "scriv*|manda*|invia* _ whatsapp|messaggio|sms|mail|messaggino _ invece|piuttosto|e, "
     "meglio|preferisco _ whatsapp|messaggio|sms|scriv*, non _ posso|possiamo|può|sono|riesco|"
     "siamo _ rispondere|risponder*|venire|prendere|disponibile _ momento|ora|chiamata|telefono|"
     "lascia*|adesso|ma|al, "
     "avete|hai|ha _ chiamato|raggiunto _ casa|numero|segreteria|cellulare, "
     "ho perso|mi-sono-perso _ chiamata, "
     "nessuno _ può|disponibile|in-casa _ rispondere|lascia*|momento"},
    {Sign::kAway,
     "segreteria|messaggio|casella|vocale, "
     "non _ rispondere|casa|disponibile|raggiungibile|ci-sono|sono|siamo, assente|ferie|vacanza, "
     "richiam*|ricontatt*, appena, bip, mi dispiace"},
    {Sign::kAsks, "chi è e|perché|cosa _ chiama|desidera"},
    {Sign::kScreener, "chi devo annunciare"},
    {Sign::kScreener,
     "sapere|dire|dica|dirmi chi è|parla|chiama _ motivo|cosa|e|perché, prima di _ chiamata"},
    {Sign::kScreener,
     "rispondo|prendo _ chiamate|telefono _ per|di, come si|ti chiama|chiami, accetta solo"},
    {Sign::kScreener,
     "dica|dire|dite|dici|di|indichi|indicare|registri|pronunci|pronunciare|comunichi|declini|"
     "inserisca|fornisca _ nome _ e|motivo|ragione|perché|prima|scopo|dopo, "
     "nome e|ed|oppure _ motivo|ragione|perché|scopo|azienda, si identifichi|presenti|annunci, "
     "identificarsi|identificati|identifichi"},
    {Sign::kScreener,
     "motivo|ragione|scopo|oggetto della|di|per _ chiamata|chiama|telefonata|cui, "
     "dica|dite|dire|indichi|pronunci|registri|indicare|comunichi _ nome"},
    {Sign::kDevice,
     "assistente|segretaria|segretario|aiutante|intelligenza virtuale|digitale|automatic*|"
     "artificiale|vocale|elettronic* _ di|del|della|dell, sono|parla|qui _ ia|robot|bot|"
     "assistente-virtuale|assistente-digitale|intelligenza-artificiale"},
    {Sign::kAsks, "altro, qualcosa in più"},
    {Sign::kAsks, "perché _ chiama|chiami|sta-chiamando|telefona"},
    {Sign::kScreener,
     "filtr*|filtro|controllo|protezione|verifica|schermatura|assistente _ chiamat*|telefonat*, "
     "chiamate|chiamata|telefonate _ filtr*|controllat*|verificat*, call screening|screen, "
     "antispam|anti-spam"},
    {Sign::kAsks, "filtro"},
    {Sign::kScreener,
     "persona|utente|abbonato|destinatario|titolare|interlocutore|contatto _ che|chiamat*|"
     "cercat*|desidera*|usa|utilizza _ chiam*|filtr*|contattare|raggiungere|cercando|sta|"
     "servizio, vedo|verifico|controllo|chiedo|vediamo|sento|verificherò|chiederò|"
     "vedere se _ disponibile|può|vuole|libero|libera|desidera|rispondere|c"},
    {Sign::kScreener,
     "annuncio|annunciare|annuncerò|avviso|avviserò|informo|informerò|avvertirò|annunceremo|"
     "avviseremo _ chiamata|persona|utente|lei|destinatario|che, "
     "prima di _ passar*|collegar*|metter*|trasferir*|connetter*|inoltrar*, metto|mettere|passo|"
     "collego|provo|provando|tento|cerco|trasferisco|inoltro _ contatto|comunicazione|collegare|"
     "linea|raggiungere|contattare|connettere|mettere|chiamata"},
    {Sign::kScreener,
     "numeri|numero|chiamate|chiamata|chiamanti sconosciut*|anonim*|privat*|nascost*|non, "
     "non _ accetta*|riceve|risponde|rispondiamo _ chiamat*|numer*|anonim*|sconosciut*|pubblicit*"},
    {Sign::kDevice,
     "dimostr*|conferm*|verific* _ umano|robot|persona|reale, "
     "non è|sei un robot|spam|pubblicità, preme*|digit* _ se _ è|non|sei"},
    {Sign::kAsks, "robot|spam|telemarketing|venditori|pubblicità"},
    {Sign::kScreener,
     "assistente|segretaria|segretario|intelligenza|ia _ virtuale|digitale|personale|automatic*|"
     "artificiale|vocale _ di|del|della|dell, assistente di|del|della|dell, "
     "sono l|la _ assistente|segretaria, per conto|nome di|del|della, rispondo per|al-posto"},
    {Sign::kScreener,
     "riferi*|riferirò|inoltr*|trasmett*|passerò|passo|comunic*|gli-dirò|le-dirò|dirò|"
     "consegn* _ messaggio|lui|lei|gli|che|chiamata, "
     "glielo|gliela riferi*|comunic*|dico|dirò|passo, non _ desidera|vuole|intende|può|"
     "accetta _ rispondere|disturbat*|chiamate|parlare|ricevere|prendere|essere, "
     "lo|la avviso|informo|avverto|contatto, farò sapere"},
    {Sign::kAsks, "rifiutat*|declinat*"},
    {Sign::kAsks,
     "suo|tuo|come nome, chi parla|è|chiama|sei|devo, con chi, di cosa|che si|tratta, "
     "a che proposito, cosa desidera|vuole|vuoi, motivo, perché, da parte di"},
    {Sign::kMenu,
     "lei|è|siete _ in coda|attesa, servizio|numero|linea _ sospes*|disattivat*|cessat*, "
     "grazie per _ attesa|pazienza"},
    {Sign::kMenu,
     "preme*|prema|digit*|selezion*|schiacci*|componga|dica|prem* _ #|uno|due|tre|quattro|"
     "cinque|sei|sette|otto|nove|zero|asterisco|cancelletto, "
     "tasto #|uno|due|tre|quattro|cinque|zero|asterisco|cancelletto"},
    {Sign::kMenu,
     "per _ preme*|digit*|prema|selezion*|dica, menù|menu principale|opzioni, "
     "opzioni|scelte seguenti, seguenti opzioni, ascolt* _ opzioni|attentamente|menu, "
     "scelga|scegliere|selezioni|seleziona _ opzione|lingua|reparto|servizio, "
     "interno _ desiderato|digit*|non"},
    {Sign::kMenu,
     "tutti|nostri|tutte|le _ operatori|linee|addetti|consulenti|agenti|operatrici _ occupat*|"
     "impegnat*|linea|momento, primo|prossimo operatore|disponibile|addetto|consulente, "
     "attesa|coda|posizione _ stimat*|è|minuti|in|previsto|numero, "
     "rimanga|resti|rimanete|restate _ linea|attesa|operatore|risposta|riagganciare, "
     "attendere in linea, in attesa, "
     "sarà|verrà|verrete|le|vi _ rispost*|servit*|messo|risponderemo|trasferit*|assistit*, "
     "sua|vostra chiamata|telefonata _ importante|presa|trasferita|inoltrata|risposta|è"},
    {Sign::kMenu,
     "chiamata|chiamate|conversazione|telefonata|telefonate _ registrat*|monitorat*, "
     "qualità|formazione _ servizio|registrat*|del, orari|orario|uffici|ufficio|negozio|studio|"
     "ambulatorio|sportelli _ apertura|apert*|chius*|lunedì|ufficio|lavoro, "
     "dal lunedì|martedì|lun al, lunedì al|a venerdì|sabato|giovedì, "
     "richiam* _ orari*|durante|lunedì|apertura|domani"},
    {Sign::kCompany, "chiuso|chiusi|chiusa"},
    {Sign::kMenu,
     "inserisc*|inserire|digit*|immett*|componga|inserite _ codice|pin|numero|interno|fiscale|"
     "cliente|seguito, "
     "codice|numero|pin _ conferenza|riunione|accesso|partecipante|cliente|fiscale, "
     "seguito da|dal _ cancelletto|asterisco|tasto, in poche parole, "
     "dica|descriva|spieghi|mi-dica _ parole|posso|aiutar*|richiesta|motivo-della"},
    {Sign::kCompany, "conferenza|riunione"},
    {Sign::kMenu,
     "numero|utente|cliente|abbonato|telefono|linea|utenza _ selezionat*|chiamat*|compost*|"
     "digitat*|non|inesistente|desiderat* _ non|è|inesistente|raggiungibile|attivo|esiste|"
     "disponibile|occupat*|spent*|assegnato|corrett*|valido, "
     "non è|e _ raggiungibile|attivo|assegnato|abilitato|in-servizio|disponibile, "
     "telefono|cellulare _ spento, cliente|utente|persona da-lei|chiamat*|desiderat*"},
    {Sign::kCompany, "inesistente"},
    {Sign::kMenu,
     "non _ possibile|può|essere _ completare|completata|effettuare|stabilire|inoltrare|"
     "inoltrata|connettere, "
     "linee|rete|reti|circuiti _ occupat*|sovraccaric*|congestion*|intasat*, "
     "fuori _ copertura|servizio|area|rete, "
     "sospes*|temporaneamente|momentaneamente _ sospes*|non|fuori|disattivat*|interrott*"},
    {Sign::kCompany, "spento|irraggiungibile"},
    {Sign::kMenu,
     "riprova*|ritenta*|richiam*|prova*|riprovi _ tardi|nuovamente|dopo|momento|minuti, "
     "preghiamo|prega|invitiamo di _ richiamare|riprovare|attendere, "
     "verific*|controll* _ numero|elenco, sarà|verrà|riceverà|avviseremo|informeremo _ avvisat*|"
     "informat*|sms|messaggio|notific*|chiamata, sms _ chiamata|avvis*|inform*|quando, "
     "chiamate in|entranti, credito|ricarica|traffico-disponibile, "
     "scelta|opzione|selezione _ non|errata|valida, trasferit*|deviat* _ a|ad|alla"},
    {Sign::kCompany,
     "benvenut*, grazie per _ chiamato|chiamata|contattato|attes*, "
     "assistente|operatore|sistema virtuale|automatic*|digitale|vocale, servizio|servizi|"
     "reparto|assistenza|clienti|prenotazioni|appuntamenti|fatturazione|fatture|ordini|guasti|"
     "amministrazione|segreteria, come|in-cosa posso|possiamo"},
    {Sign::kPerson, "io|mio|mia|mi|sono|ho|sto|miei"},
    {Sign::kPerson,
     "chi è|sei|parla|chiama|siete|cazzo|ti, con chi, "
     "cosa|che _ vuoi|vuole|serve|succede|vende|c-è|dice|fai, di cosa si, ci conosciamo, sono|"
     "sto _ al|guidando|lavorando|in|mangiando|occupat*|a|dormendo|cucinando|impegnat*|qui|io|"
     "malat*|dal|alla, non posso|riesco parlare|ora|adesso, "
     "richiam* _ dopo|domani|tardi|stasera|più|tra|fra, più tardi, ^ domani, ^ stasera"},
    {Sign::kPerson,
     "^ momento, aspett*|attimo|attimino|momentino|secondo|minuto|minutino, "
     "un|solo|solo-un attimo|momento|secondo|minuto, resti|rimani in-linea, te|ti|glielo|gliela|"
     "la|lo|le|gli lo|la|passo|sento|chiamo|cerco|dico|conosco|ascolto|chiedo|passo|do, "
     "vado|vediamo|guardo|controllo, vuole|vuoi|posso|può|puoi|potrebbe|devo|desidera che|"
     "lasciare|dire|ripetere|parlare|richiamare|aiutar*|chiederle|lasciar*|riferire|sapere|"
     "dirgli|dirle, ^ hai, ^ sei"},
    {Sign::kPerson,
     "non mi interessa, non sono interessat*, no grazie, "
     "non _ voglio|chiam*|telefon*|disturb*|conosco|capisco|sento|so|ho|c, "
     "smett*|basta|finit* _ chiamar*|telefonar*|di|, "
     "cancell*|toglie*|rimuov*|elimin*|tolga|tolg* _ numero|lista|mi|elenco|dati, "
     "lasci*|lasciami _ pace|stare, "
     "polizia|denunci*|avvocato|truff*|cazzo|vaffanculo|stronz*|merda"},
    {Sign::kPerson,
     "mio|mia|mie|suo|sua mamma|papà|marito|moglie|madre|padre|fratello|sorella|figlio|figlia|"
     "capo|ragazzo|ragazza|fidanzat*|collega|nonna|nonno|numero|cellulare|telefono|zia|zio, "
     "mamma|papà|babbo|nonna|nonno|amore|tesoro|zia|zio|signora|signore, "
     "lui|lei|è|non c|è|sta|torna|arriva|dorme, "
     "è _ doccia|uscito|uscita|lavoro|bagno|riunione|dormendo|fuori|letto|malat*|scuola|torna"},
    {Sign::kPerson,
     "^ cosa, ^ come, ^ ah, ^ eh, ^ oh, ^ boh, ^ beh, ^ mah, ^ sì, ^ si, ^ no, ^ ok, va bene, "
     "^ certo, ^ davvero, sul serio, ciao nikita, ^ grazie, scusi|scusa, ^ prego, mi dica, "
     "^ dimmi, ^ dica, senti|senta, ^ ascolta, guarda|guardi, ^ perché, ^ quale, ^ piacere, "
     "^ bene, ^ chi, sono io, in persona"},
    {Sign::kLive, "più forte, non _ sento"},
    {Sign::kLive,
     "ti|le|vi|gli _ lasciare|lasciato|lasciavo un messaggio, lasciarle|lasciarti un messaggio"},
    {Sign::kLive,
     "non sono|è _ segreteria|macchina|robot|registrazione, sono qui|qua, ci sono, "
     "mia segreteria, tuo|suo messaggio, "
     "ricevuto|sentito|letto|visto _ messaggio|sms|segreteria, "
     "non _ mi|ci _ chiam*|richiam*|telefon* _ più|, non chiam* più, "
     "smett* di _ chiamar*|telefonar*, cancell*|tolg*|toglie*|rimuov* _ numero|lista, "
     "numero sbagliato, sbagliato numero, ha|hai _ sbagliato, non mi interessa, "
     "non sono interessat*, chi è|sei lei|$, chi parla $, non _ abita|lavora|vive _ qui|più, "
     "lavora|abita|vive più|qui, vuole|vuoi|posso|devo|desidera _ lasciar*|lasciare|riferire|"
     "dirgli|dirle|prendere|dica _ messaggio|qualcosa|detto|lei|a-lui, pronto pronto, "
     "mi sente|senti, ti|la sento, abbassa|spegni|spengo, ho _ risposto"},
    {Sign::kJoke,
     "sto|stavo|era|è|ti-sto|ci _ scherz*|scherzando|scherzo|cascat*, scherzo, fregat*"},
    {Sign::kOpening,
     "pronto, ciao, salve, buongiorno, buonasera, sì, sono, qui, parla, buon pomeriggio"},
    {Sign::kGoesOn, "verifico|chiedo|sto-verificando"},
    {Sign::kGoesOn,
     "preferisce|desidera|può|vuole _ non|rispondere|parlare, "
     "non _ può|vuole|desidera _ rispondere|parlare"},
    {Sign::kGoesOn,
     "grazie, un momento|attimo, attend*|attenda|resti|rimanga _ linea|prego|in, si prega, "
     "sto|stiamo _ chiamando|trasferendo|collegando|connettendo|contattando|avvisando, "
     "la|ti|vi metto|collego|trasferisco|passo, collegamento|connessione|trasferimento, "
     "non ho _ capito|sentito|compreso, non ho capito, va bene, d accordo, "
     "ricevuto|annotato|preso|riferito|informato|avvisat*|inviato|registrato|segnato|trasmesso, "
     "ok, richiamerà|ricontatterà, arrivederci, non _ disponibile|risponde|raggiungibile, "
     "occupato, scelta|opzione, ripet*, ancora in linea, bip, perfetto"},
    {Sign::kCut,
     "avete|hai|ha|siete|state chiamato|raggiunto|risponde|in-contatto|chiamando, "
     "risponde il|la|lo, questo|questa è il|la|lo, segreteria di"},
    {Sign::kBroadcast,
     "signore e signori, in diretta, ascoltatori|telespettatori, studio, inviato"},
    {Sign::kBroadcast,
     "meteo|gradi|pioggia|sole|temporali|nuvoloso|temperature, "
     "notizie|telegiornale|giornale|tg|ultim*-ora|titoli, "
     "ministro|presidente|governo|elezioni|parlamento, "
     "gol|partita|serie|squadra|minuto|arbitro|calcio|rigore, "
     "per-cento|offerta|offerte|sconto|sconti|promozione|euro, "
     "radio|programma|puntata|canale|trasmissione|fm, restate con noi, "
     "torniamo|dopo-la _ pubblicità, traffico|chilometri|autostrada|coda, "
     "sottotitoli|iscrivetevi|grazie-per-aver-guardato|qtss, amore mio, ti amo, borsa"},
    {Sign::kMailboxWords,
     "messaggio|messaggi, nome, numero|recapito, segnale|bip|tono|acustico, segreteria|casella, "
     "lascia*|lasci|lasciate|registra*, richiam*|ricontatt*, chiamat*|cercat*, registrazione, "
     "piena|esaurita|spazio, assente|disponibile|fuori, presto|possibile|appena"},
    {Sign::kScreenerWords,
     "chiamata|chiamate|telefonate|telefonata, persona|utente|titolare, nome|chiama, "
     "passo|passare|collegare|trasferire|annunciare|annuncio, "
     "chi|perché|motivo|riguarda|argomento, disponibile|libero|libera|rispondere|può, "
     "sconosciut*|anonim*|privat*|spam, riferir*|avvis*|inform*|dirgli|dirle, "
     "assistente|aiutante, filtr*|verific*|controll*|chiedo, prima, rispondo|prendo"},
    {Sign::kMenuWords,
     "prema|premere|digiti|digitare|tasto|digitato|selezionato, "
     "interno|operator*|addetto|consulente|reparto|centralino, "
     "linea|linee|attesa|attendere|attenda|coda, ufficio|uffici|orari*|apert*|chius*, "
     "cliente|clienti|servizio|servizi|assistenza, avviso|codice|errore, numero|utenza, "
     "rete|copertura, chiamata|comunicazione, appuntament*|prenotazion*|fatturazione|ordini, "
     "non, completare|raggiungibile|disponibile|attivo|stabilire|effettuare, benvenut*|grazie, "
     "menu|opzione|opzioni|scelta, riprovare|più-tardi|nuovamente|richiamare, minuti|posizione, "
     "lunedì|venerdì|ore"},
};

}  // namespace pl::core
