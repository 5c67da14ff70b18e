// French, also as it is spoken in Belgium, Switzerland and Canada.
#pragma once

#include "core/answer_phrases.h"

namespace pl::core {

inline constexpr PhraseRow kFrench[] = {
    {Sign::kMailbox,
     "si|quand vous|tu entendez|entends|écoutez _ message|ceci|ça|annonce, "
     "bip|signal _ à-vous|parlez|parle|toi"},
    {Sign::kMailbox, "transféré*|dirigé*|renvoyé* _ messagerie|répondeur"},
    {Sign::kMailbox, "pas|aucune _ messagerie, messagerie active"},
    {Sign::kMailbox,
     "dis|dites moi|nous _ tout, quand|dès-que|lorsque _ sonn*|bip*|retent*|tonalité, "
     "laisser|laissez vos|tes|votre|ton coordonnées|nom|numéro, ne peut|peux plus enregistrer, "
     "commencer|commencez à parler"},
    {Sign::kMailbox,
     "laiss*|déposez|dépose|enregistr*|dictez|déposer _ message|messages|mot|msg|mémo, "
     "laiss*|enregistr* _ nom|coordonnées|numéro|nouvelle"},
    {Sign::kMailbox,
     "après|au|dès|attendez|attends|suite|entendrez|avant le|ce|du|un|au _ bip|signal|tonalité|"
     "bips|biiip|top, bip|signal sonore, après la tonalité, le bip $, bip $"},
    {Sign::kMailbox,
     "messagerie|boîte|répondeur|boite _ de|du|vocale|est|pleine|plein|saturée|pas, "
     "répondeur|messagerie|boîte-vocale automatique|vocal|de|du|des|téléphonique, "
     "êtes|es|tombé|tombés|tombez|bien _ messagerie|répondeur|boîte|boite-vocale"},
    {Sign::kMailbox,
     "messagerie|boîte|boite|répondeur _ pleine|plein|saturée|complète|activée|configurée|"
     "initialisée|désactivée, ne|peut|plus|pas _ recevoir|accepter|prendre|prend|accepte|"
     "enregistrer _ message|messages|nouveau, "
     "n est|a pas _ été _ configuré*|initialisé*|activé*|paramétré*, "
     "écoute|consulte|lis|regarde _ jamais|pas|rarement _ messages|messagerie|répondeur|vocaux"},
    {Sign::kMailbox,
     "parlez|parle|causez|cause|allez-y|vas-y _ après|au|le-bip|signal|bip, "
     "à vous|toi _ bip|parler|jouer, "
     "vous savez|tu-sais|savez quoi|ce-que|ce-qu-il|comment _ faire|faut, "
     "connaissez|connais|connait _ musique|chanson|principe|refrain|suite"},
    {Sign::kAway,
     "rappelle|rappellerai|rappellerons|rappelons|recontacte|recontacterai|recontacterons|"
     "rappellera|réponds|répondrai|reviens|rappel _ dès|aussitôt|plus-vite|plus-tôt|"
     "plus-rapidement|rapidement|au-plus|quand, dès que _ possible|peux|serai|pourrai|disponible"},
    {Sign::kMailbox,
     "réécouter|réenregistrer|recommencer|effacer|valider|modifier _ message|enregistrement|"
     "tapez|faites|appuyez|le, fin de l _ enregistrement, "
     "terminé _ raccrochez|raccrocher|diez|dièse"},
    {Sign::kMailbox, "votre|ton message _ a|est|sera|été|enregistré, pour écouter"},
    {Sign::kMailbox, "pas de message vocal"},
    {Sign::kAway,
     "envoy*|préfér*|écri* _ sms|texto|whatsapp|mail|message _ plutôt|plutôt, "
     "plutôt un|par sms|texto|message|whatsapp|mail, manqué|raté votre|ton|vos appel|appels, "
     "désolé* _ manqué|raté|louper|loupé"},
    {Sign::kAway,
     "peux|peut|pouvons|suis|sommes|puis|pouvez|sais pas|ne-pas|pas-en-mesure _ répondre|"
     "décrocher|prendre|te-répondre|vous-répondre _ pour|actuellement|moment|maintenant|laiss*|"
     "mais|appel|instant|suite, absent|absente|absents|indisponible|indisponibles pour|en|"
     "actuellement|momentanément|du|jusqu|merci|laiss*, prendre votre|ton|l appel, "
     "personne|nous _ ne _ peut|pouvons|n-est|disponible|là _ répondre|prendre|votre|pour, "
     "êtes|es _ bien _ chez|numéro|portable|téléphone _ de|du|laiss*"},
    {Sign::kAway, "messagerie|répondeur|message|boîte-vocale"},
    {Sign::kAway,
     "pas|ne _ disponible|là|répondre|décrocher|chez-moi|chez-nous|joignable|dispo|prendre, "
     "absent*|indisponible*|injoignable, en vacances|congé|congés|déplacement|réunion"},
    {Sign::kAway,
     "rappelle|rappellerai|rappellerons|rappeler|recontacte*|rappel, dès que, le plus vite|tôt, "
     "désolé*, bip"},
    {Sign::kScreener, "appels _ inconnus|masqués _ vérifiés|filtrés"},
    {Sign::kAsks, "qui êtes vous et"},
    {Sign::kScreener,
     "vérifie|vérifier|regarde|demande si _ accepte|répond|peut|prend, "
     "préviens|prévienne|prévenir la personne"},
    {Sign::kScreener, "qui dois|puis je annoncer"},
    {Sign::kScreener,
     "présent* _ à la personne, qui la|le demande, sera|être présenté*|transmis, "
     "filtre ses|les|mes appels, dites qui"},
    {Sign::kScreener,
     "réponds|prends|réponse _ appels|téléphone _ de|pour, n accepte que, "
     "comment vous appelez _ et|je|puis"},
    {Sign::kScreener, "pour être annoncé"},
    {Sign::kScreener,
     "dites|dire|donnez|indiquez|précisez|énoncez|enregistrez|annoncez|prononcez|déclinez|"
     "donner|indiquer|laissez _ nom|identité|prénom _ et|ainsi|puis|raison|motif, "
     "nom et|ainsi _ raison|motif|objet|pourquoi|but, "
     "identifiez|présentez|annoncez-vous|identifier"},
    {Sign::kScreener,
     "raison|motif|objet|but de|du|d _ appel, "
     "dites|donnez|indiquez|énoncez|prononcez|déclinez|précisez|annoncez _ nom|identité"},
    {Sign::kDevice,
     "assistant|assistante|secrétaire|aide|ia|standardiste virtuel*|numérique|digital*|"
     "automatique|artificiel*|vocal|vocale|robotisé* _ de|du|d, je suis|ici|c-est _ l|un|"
     "une _ ia|robot|assistant|intelligence|assistante _ de|du|d|virtuel*|numérique|artificielle"},
    {Sign::kAsks, "autre chose, plus de détails, en dire plus"},
    {Sign::kAsks, "pourquoi|raison-pour-laquelle _ vous|tu|appel*"},
    {Sign::kScreener,
     "filtr*|filtrage|filtre _ appel*|appel, appel*|correspondants _ filtré*|filtrés, "
     "assistant|service|système|dispositif _ filtrage|filtre|appels|anti, "
     "anti spam|démarchage|pub, filtre d appels, call screening|screen, protection _ appels"},
    {Sign::kAsks, "filtrage"},
    {Sign::kScreener,
     "personne|correspondant|abonné|destinataire|interlocuteur|contact|titulaire _ que|appelez|"
     "appelé|demandé|cherchez|joindre|souhaitez|voulez _ appel*|joindre|contacter|filtr*|"
     "utilise|identité|informé, voir|vérifie|vérifier|demande|regarde|demander|vérifions|vois|"
     "sais|savoir si _ disponible|libre|peut|prendre|veut|souhaite|accepte|là"},
    {Sign::kScreener,
     "annonce*|annoncer|prévien*|préviens|avertis|informe _ appel|vous|correspondant|votre|"
     "personne|de, avant de _ mettre|passer|transférer|connecter|relation|faire|déranger, "
     "mets|mettons|mettre|met _ relation|contact|communication, "
     "tente*|essaie*|essaye* _ joindre|contacter|connecter|mettre, "
     "transférer|transmettre _ votre-appel|l-appel"},
    {Sign::kScreener,
     "numéros|numéro|appels|appelants inconnu*|masqué*|anonyme*|privé*|cachés|non, "
     "n accepte|prend|accepte|reçoit _ pas|plus|aucun _ appel*|numéro*|inconnu*|démarchage"},
    {Sign::kDevice,
     "prouve*|confirme*|vérifie*|montrer _ humain|robot|personne|réel*, "
     "pas un robot|pas-un-démarcheur|pas-du-démarchage, "
     "tapez|appuyez _ si _ vous _ êtes|n-êtes|connaissez"},
    {Sign::kAsks, "robot|démarchage|démarcheur|spam"},
    {Sign::kScreener,
     "assistant|assistante|secrétaire|ia|intelligence _ virtuel*|numérique|vocal|vocale|"
     "personnel*|digital*|automatique|artificielle|intelligent* _ de|du|d, "
     "assistant|assistante _ de|du|d _ monsieur|madame|m|mme, "
     "je suis l _ assistant*|ia|secrétaire, au nom de, je réponds _ pour|à-la-place"},
    {Sign::kScreener,
     "transmet*|transmis|relai*|communique*|passe*|ferai _ message|suivre|lui|votre|info|que|"
     "part, "
     "lui _ transmet*|dire|dirai|passer|transmis|communiquer|faire-savoir|ferai|faire-part, "
     "souhaite*|veut|désire|préfère|accepte|prend pas|ne-pas|plus _ appel|dérangé*|être|prendre|"
     "parler|répondre|décrocher, appel _ refusé|rejeté|décliné, "
     "refuse|refusé|décliné _ appel|votre"},
    {Sign::kAsks,
     "votre|ton|quel-est-votre nom, qui est|appelle|êtes|parle|c, de la part, "
     "à quel sujet|propos, c est _ quel|pour|à-quel|de-la-part, que voulez|désirez|puis, "
     "pourquoi, motif, objet|raison"},
    {Sign::kMenu,
     "vous êtes _ file|appelant|position|attente, "
     "service|ligne|numéro _ suspendu*|résilié*|désactivé*, merci de votre patience|attente, "
     "dans la file"},
    {Sign::kMenu,
     "n appartient|correspond|existe _ à|aucun|pas|plus, "
     "numéro _ aucun|inconnu|inexistant|incorrect, n existe pas|plus"},
    {Sign::kMenu,
     "tapez|appuyez|faites|composez|taper|composer|dites|pressez|touchez _ #|un|deux|trois|"
     "quatre|cinq|six|sept|huit|neuf|zéro|dièse|diez|étoile|oui, "
     "touche|sur-le|le #|un|deux|trois|quatre|cinq|dièse|étoile _ pour"},
    {Sign::kMenu,
     "pour _ tapez|appuyez|faites|composez|dites, "
     "menu|options|choix principal|suivantes|suivants|suivant, "
     "écoutez _ options|attentivement|menu|choix, choisissez|sélectionnez _ option|langue|service"},
    {Sign::kCompany, "touche|poste"},
    {Sign::kMenu,
     "tous|toutes|nos|l-ensemble-de _ conseillers|opérateurs|lignes|agents|correspondants|"
     "collaborateurs|conseillères|téléopérateurs|hôtesses|postes _ occupé*|communication|ligne|"
     "actuellement, restez|rester|patientez|veuillez|patienter|maintenir _ ligne|patienter|"
     "instants|conseiller|correspondant|prochain|quittez, file|temps|délai|durée d attente, "
     "attente estimé*, ne quittez pas _ conseiller|opérateur|correspondant|nous|un, "
     "prochain|premier conseiller|opérateur|agent|disponible"},
    {Sign::kMenu,
     "appel|appels|conversation|conversations|communication|échange _ enregistré*|écouté*|"
     "enregistrement, qualité|formation _ de|du|des _ service|enregistré*|améliorer, "
     "votre appel _ important|traité|pris|transféré|réponse, "
     "donner|donnerons|prendrons _ suite|appel, "
     "allons|allez|va|vais _ donner-suite|prendre-votre|être-mis, améliorer la qualité"},
    {Sign::kMenu,
     "horaires|heures|bureaux|secrétariat|cabinet|standard|magasin|agence|services|"
     "accueil _ ouverture|ouvert*|fermé*|ouvrables|de-bureau, du lundi|mardi au|à, "
     "lundi au vendredi, fermé*|rouvrir*|rouvre* _ le|jusqu|à|aujourd|jours, "
     "rappeler|renouveler|rappelez _ horaires|pendant|heures|lundi|ouverture"},
    {Sign::kCompany, "actuellement|sont|est|sommes|êtes|exceptionnellement _ fermé*"},
    {Sign::kMenu,
     "saisissez|entrez|composez|saisir|entrer|tapez _ code|pin|numéro|identifiant|date|poste|"
     "mot|suivi, "
     "code|numéro|pin _ conférence|confidentiel|accès|réunion|client|dossier|participant|secret, "
     "suivi de|du|d _ dièse|diez|étoile|touche, "
     "dites|décrivez|expliquez|précisez _ quelques|en-un-mot|demande|objet|besoin, "
     "en quelques mots"},
    {Sign::kCompany, "conférence|réunion"},
    {Sign::kMenu,
     "numéro|correspondant|abonné|ligne|poste|communication _ n|ne|pas|est|actuellement|plus|"
     "momentanément _ attribué|joignable|joint|disponible|service|accessible|reconnu|valide|"
     "aboutir|établie|suspendu*|être, numéro que|demandé|composé|appelé, "
     "n est pas|plus attribué|joignable|accessible|en-service|valide|reconnu, "
     "correspondant|abonné que|demandé|joindre"},
    {Sign::kMenu,
     "ne peut|pas|n-a-pas|peuvent aboutir|être-joint*|être-établi*|pu-aboutir|aboutir|"
     "être-acheminé*, lignes|réseau|réseaux|circuits _ encombré*|saturé*|occupé*|indisponible*|"
     "surchargé*|perturbé*, éteint|hors _ réseau|couverture|service|zone|tension, "
     "momentanément|temporairement _ interrompu*|indisponible*|suspendu*|hors, "
     "appel ne peut|a-pas|n-a"},
    {Sign::kMenu,
     "veuillez|merci-de|nous-vous-invitons|nous-vous-prions _ rappeler|renouveler|réessayer|"
     "consulter|vérifier _ ultérieurement|plus-tard|appel|annuaire|numéro, "
     "rappeler|réessayer|essayer|renouveler _ ultérieurement|plus-tard|moments|instants, "
     "vérifiez|consultez|vérifier _ numéro|annuaire, "
     "sera|serait _ informé*|averti*|prévenu*|notifié* _ sms|appel|votre|par|de, "
     "par sms _ appel|de, sms _ sera|envoyé|informer|lui, appels entrants, "
     "choix invalide|incorrect|valide, saisie _ incorrecte|invalide|erronée, "
     "renvoyé|transféré|dévié _ vers"},
    {Sign::kCompany, "crédit, restrictions|restreint*"},
    {Sign::kCompany,
     "bienvenue|bienvenu, merci _ appel|appelé|patienter|d-appeler|d-avoir, "
     "assistant|agent|serveur|conseiller virtuel|vocal|automatique, service|services|cabinet|"
     "accueil|standard|secrétariat|rendez-vous|facture|facturation|réservation|commande|"
     "commandes|clientèle|livraison|dépannage, en quoi|comment puis|pouvons|je"},
    {Sign::kPerson, "je|j|mon|ma|mes|moi|m"},
    {Sign::kPerson,
     "qui est|êtes|c|t-es|appelle|me-demande|vous|tu, "
     "c est qui|quoi|pourquoi|à-quel|de-la-part-de-qui|pour-quoi|moi|lui|elle, "
     "que voulez|veux|désirez|puis-je, qu est ce|ce-que, tu veux|fais|es|as, "
     "vous êtes|voulez|vendez|faites|appelez, on se connaît, "
     "je suis _ en|au|à|dans|occupé*|conduis|sa|son|la|le|là|chez|malade, je conduis|travaille|"
     "mange|dors|cuisine|peux-pas|veux|sais|connais|comprends|vous|t|te|regarde|vais|viens|"
     "cherche|reviens|prends, "
     "rappel*|rappelez|rappelle-moi _ demain|tard|soir|heure|minutes|ce|dans|après, "
     "plus tard|demain|ce-soir|tout-à-l-heure"},
    {Sign::kPerson,
     "quittez pas, bougez pas, attend*|attendez|attends, un instant|moment|seconde|minute, "
     "deux|une secondes|seconde|minutes|minute, je vous|te|le|la|lui|l passe|entends|appelle|"
     "cherche|dis|dirai|écoute|connais|demande|le|la, voulez|voulez-vous|veux-tu|vous-voulez|"
     "tu-veux|puis-je|je-peux|peux-tu|pouvez-vous que|laisser|lui|prendre|parler|répéter|"
     "rappeler|le|que-je|parler, oui|ouais, ^ non, allô|allo"},
    {Sign::kPerson,
     "pas intéressé*, pas besoin, non merci, arrêtez|arrête|cessez, "
     "ne|n _ plus|jamais|pas _ appelez|appelle|rappelez|rappeler|appeler|déranger, "
     "plus m appeler|appeler, retirez|supprimez|effacez|enlevez|rayez _ numéro|liste|moi, "
     "laissez|laisse _ tranquille|paix, "
     "fichez|foutez|foutre|merde|va-te|dégage|con|arnaque|arnaqueur|police|avocat|plainte, "
     "^ bloctel"},
    {Sign::kPerson,
     "mon|ma|mes|sa|son mari|femme|mère|père|mari|frère|soeur|sœur|copain|copine|fils|fille|"
     "patron|collègue|coloc|numéro|portable|papa|maman|chéri*, "
     "maman|papa|mamie|papi|chéri|chérie, "
     "il|elle|ils est|dort|travaille|n|a|vient|sera|va|arrive|prend, "
     "il|elle _ pas|douche|sorti|sortie|travail|école|réunion|absent|absente"},
    {Sign::kPerson,
     "^ quoi, ^ hein, ^ pardon, ^ comment, ah|oh, ^ euh, ben|bah|bon, d accord, ^ ok, ^ super, "
     "^ vraiment, ^ sérieux, c est _ vrai|gentil|moi|bon|ça|sympa|faux, ça va, ^ merci, "
     "bonjour|bonsoir|salut _ nikita, quelle nikita, ^ enchanté*, dis donc, ^ écoute, tu sais, "
     "^ mais, mon dieu, j écoute, je t|vous écoute"},
    {Sign::kLive, "plus fort, entends mal|rien|pas"},
    {Sign::kLive, "vous|te|lui laisser|laissé|laissais un|le message"},
    {Sign::kLive,
     "suis|c-est|pas _ pas _ répondeur|machine|robot|messagerie, "
     "c est pas _ répondeur|messagerie, je suis là, ma|mon messagerie|répondeur, "
     "votre|ton|un message _ j|hier|reçu|eu|écouté, "
     "reçu|eu|écouté|lu|entendu _ message|sms|répondeur, "
     "me|m appelez|appelle|appeler|rappelez plus|pas, ne m appel*, ne me rappel*, plus m appel*, "
     "retirez|supprimez|enlevez|effacez moi|mon|mes, trompé|trompez|tromper|erreur de|numéro, "
     "pas intéressé*, faux numéro, qui êtes|es vous|tu, c est qui, "
     "travaille|habite|vit|bosse _ plus|pas, prendre|laisser un message _ ou|pour|à, "
     "voulez|veux|souhaitez _ laisser|prenne|transmette|dise|lui|message, "
     "je|peux|puis|vous|lui _ transmettre|prendre|noter|dire _ message|quelque-chose, allô allô, "
     "m entend*|entends|t-entends|vous-entends, j ai _ décroché, baisse|éteins|coupe"},
    {Sign::kJoke,
     "je|c-est|c-était rigole|plaisante|blague|pour-rire|pour-rigoler|une-blague|la-blague, "
     "je déconne, je t ai eu, bien eu"},
    {Sign::kOpening, "allô|allo, bonjour, bonsoir, salut, oui, coucou, c est, ici, à l appareil"},
    {Sign::kGoesOn, "je me renseigne|vérifie|demande"},
    {Sign::kGoesOn,
     "préfère|souhaite|peut|veut pas|ne|ne-pas _ répondre|dérangé|parler, sera informé*|prévenu*"},
    {Sign::kGoesOn,
     "merci, un instant|moment, "
     "veuillez|merci-de _ patienter|répéter|rester|attendre|réessayer|parler, "
     "patientez|patienter, restez|ne-quittez|quittez _ ligne|pas, mise|mis|mets|mettons|"
     "connexion|transfert|appel|transfère|connecte _ relation|cours|contact|vous, "
     "compris|entendu|saisi, n|pas|ai _ compris|entendu|reconnu, d accord, très bien, "
     "c est noté, noté|enregistré|transmis|transmets|informé|prévenu|averti|avertie|envoyé, "
     "rappellera|recontactera|rappelera, au revoir, "
     "pas|n-est|plus|actuellement _ disponible|joignable, ne répond, répond pas, indisponible, "
     "bip, choix|option|saisie _ invalide|incorrecte|incorrect, raccrochez, "
     "êtes-vous toujours|encore"},
    {Sign::kCut,
     "vous êtes bien|sur|chez, êtes bien|sur, tu es bien, "
     "bien sur|chez|au le|la|numéro|portable, ^ ceci est, bonjour vous êtes"},
    {Sign::kBroadcast,
     "mesdames et messieurs, en direct de|du, notre envoyé|correspondant*, "
     "auditeurs|téléspectateurs, le studio"},
    {Sign::kBroadcast,
     "météo|degrés|soleil|pluie|averses|nuages|températures, "
     "journal|actualité|actualités|infos|titres|flash|éditions, "
     "ministre|président|gouvernement|élection|assemblée|sénat, "
     "but|match|ligue|équipe|mi-temps|arbitre|score, "
     "pour-cent|promo|promotion|offre|soldes|euros|magasin|prix, "
     "radio|antenne|émission|épisode|chaîne|fm|écoutez|rendez-vous|retrouve, restez avec nous, "
     "tout de suite, pub|publicité, bouchons|autoroute|circulation|trafic|kilomètres, "
     "sous-titres|sous-titrage|abonnez|merci-d-avoir-regardé|amara, mon amour|je-t-aime|l-amour, "
     "oh oui, bourse|cac"},
    {Sign::kMailboxWords,
     "message|messages|mot, nom|coordonnées, numéro, bip|signal|tonalité, "
     "messagerie|répondeur|boîte|boite, laiss*|enregistr*|déposez, rappel*, joindre|appel, "
     "enregistrement, pleine|saturée|plein|espace, absent*|indisponible*|disponible, "
     "dès|possible|rapidement"},
    {Sign::kScreenerWords,
     "appel|appels, personne|correspondant|titulaire, nom|appelez-vous, "
     "passer|transférer|relation|annoncer|annoncé|connecter, qui|pourquoi|motif|sujet|objet, "
     "disponible|libre|répondre|décrocher, inconnus|masqués|connus|anonymes|spam, "
     "prévenir|préviens|transmettre|dire|informer|savoir, assistant*|aide, "
     "filtr*|vérifi*|demande-si, avant|d-abord, réponds|prends"},
    {Sign::kMenuWords,
     "tapez|composez|touche|composé|appuyez|faites, "
     "poste|opérateur|conseiller*|standard|accueil|service, "
     "ligne|lignes|attente|patientez|patienter, bureau*|horaires|ouvert*|fermé*, "
     "client*|clientèle|équipe|services, annonce|code|erreur, numéro, réseau|couverture, "
     "appel|communication, rendez-vous|facturation|réservation|commande*, ne|pas|aucun, "
     "aboutir|joint|disponible|établi*|acheminé*|attribué|abonné, bienvenue|merci, "
     "menu|option*|choix, ultérieurement|plus-tard|renouveler|rappeler, minutes|position|rang, "
     "lundi|vendredi|heures"},
};

}  // namespace pl::core
