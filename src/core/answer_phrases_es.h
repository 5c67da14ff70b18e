// Spanish, of Spain and of America.
#pragma once

#include "core/answer_phrases.h"

namespace pl::core {

inline constexpr PhraseRow kSpanish[] = {
    {Sign::kMailbox,
     "si|cuando escuchas|oyes|escucha|oye|estás-escuchando esto|este|eso, "
     "pitido|tono|señal|bip y _ hablar|habla|hable|cuenta"},
    {Sign::kMailbox, "transferid*|desviad*|pasará|enviad* _ buzón|correo-de-voz|casilla"},
    {Sign::kMailbox, "graba|grabe|grabad lo que, espacio de mensajes"},
    {Sign::kMailbox,
     "suelta|suelte|cuéntame|cuenta|canta _ pite|suene|pitido|tono, "
     "mi|soy|el contestador|contestadora, ha|está|no activado|activada _ casilla|buzón, "
     "grabación empez*|comienza|iniciará, dejan*|déjanos|dejar|deje _ teléfono|número|nombre"},
    {Sign::kMailbox, "buzón|casilla _ llen*"},
    {Sign::kMailbox,
     "deja|deje|dejen|dejar|dejad|déjame|déjanos|déjeme|déjenos|dejanos|dejame|grabe|graba|"
     "grabar|dejes|dejás|dejá|dejame|dejenos _ mensaje|mensajes|recado|nombre|número|datos|"
     "mensajito|algo|teléfono|nota|razón, su|tu mensaje _ después|tras|al|ahora|a-continuación"},
    {Sign::kMailbox,
     "después|despues|tras|luego|al|oír|oir|escuchar|espera|espere|escuche|oiga|hasta de|del|el|"
     "la|oír _ tono|señal|pitido|bip|beep|piip|pip|pi, al tono, oír la|el señal|tono, bip $, "
     "piip $, el pitido"},
    {Sign::kMailbox,
     "buzón|contestador|contestadora|casilla|correo|correo-de-voz|grabadora _ de|del|está|lleno|"
     "llena|automático|voz|vocal|automática, buzón de voz|mensajes, "
     "es|soy|habla|ésta|este|esta _ contestador*|grabadora|buzón|máquina, la grabadora, "
     "la contestadora"},
    {Sign::kAway, "buzón|casilla|contestador"},
    {Sign::kMailbox,
     "no|ya-no|puede|pueden _ admite|admiten|acepta|aceptar|recibir|recibe|grabar|"
     "dejar _ mensajes|mensaje|más|nuevos, no ha sido configurado|activado|habilitado, "
     "no|nunca|casi _ escucho|reviso|oigo|miro|checo _ mensajes|buzón|audios|buzon|mensaje-de-voz"},
    {Sign::kAway,
     "buzón|casilla|contestador|correo-de-voz|bandeja _ lleno|llena|saturado|saturada|"
     "configurado|activado|inactivo|habilitado|completo"},
    {Sign::kMailbox,
     "habla|hable|hablen|hablá|di|diga|dime|canta|háblame|habladme _ después|tras|al|luego|"
     "cuando|tono|señal|pitido|bip, "
     "ya sabes|sabe|saben|sabés|sabéis qué|que|lo|cómo _ hacer|hay|haz|hagas|va, "
     "ya saben|sabes|sabéis _ después|tras|pitido|tono"},
    {Sign::kMailbox, "y|luego|que te|le marco|llamo|contesto|devuelvo|hablo"},
    {Sign::kAway,
     "te|le|les|os|lo|la devuelvo|devolveré|devolveremos|llamo|llamaré|llamaremos|llamamos|"
     "contacto|contactaré|contactaremos|respondo|responderé|responderemos|marco|hablo|regreso|"
     "regresaré|contesto _ en-cuanto|tan-pronto|cuanto-antes|lo-antes|a-la-brevedad|apenas|"
     "lo-más|luego-que|cuando, en cuanto|tan-pronto|lo-antes|a-la-brevedad|apenas|"
     "lo-más-pronto _ pueda|podamos|posible|como|puedo, "
     "devolver*|devuelvo|regreso|devolvemos _ llamada, nos|me-pondré|pondremos|ponemos|pongo|"
     "comunicaremos|comunico _ en-contacto|contacto|contigo|usted"},
    {Sign::kMailbox,
     "para _ escuchar|borrar|regrabar|volver|grabar|enviar|guardar _ mensaje|grabar|grabación|"
     "pulse|marque|oprima, "
     "al terminar|finalizar|acabar|concluir _ cuelgue|pulse|marque|grabación|puede, "
     "su|tu mensaje|grabación|mensaje-ha _ ha|fue|será|sido|grabado|enviado|guardado, "
     "cuando termine*"},
    {Sign::kMailbox, "no dejes|deje|dejen|dejéis mensaje*|recado|audio*"},
    {Sign::kAway,
     "manda*|mande|mándame|mándanos|escríbeme|escribe*|escriba|envía*|envíe*|mejor _ whatsapp|"
     "wasap|guasap|mensaje|sms|texto|correo|mail _ mejor|en-vez|y-te|y, "
     "mejor|prefiero _ whatsapp|wasap|mensaje-de-texto|texto|escríb*|sms, "
     "perdí|perdiste|perdimos|perdido|perdida _ llamada, "
     "siento|lamento|lamentamos|sentimos|perdona no _ poder|haber|contest*|atend*"},
    {Sign::kAway,
     "no|imposible _ puedo|podemos|puede|poder|pude|podido|estoy|disponible _ atender*|"
     "contestar*|responder*|ponerme|tomar|cogerlo|coger|hablar _ en-este|ahora|momento|deja|"
     "deje|tu|su|pero|teléfono|llamada, no puedo|podemos|puede atender*|tomar _ llamada*, "
     "nadie|ninguno _ puede|disponible|atender*|contestar*|está, has|ha|han|hemos|usted llamado|"
     "contactado|comunicado _ a|al|con _ casa|teléfono|móvil|celular|número _ de|deja|deje|no"},
    {Sign::kAway, "buzón|contestador*|mensaje|recado|grabación|grabadora|voz"},
    {Sign::kAway,
     "no _ disponible|está|estoy|estamos|puedo|podemos|puede|atender|contestar|casa|localizable, "
     "ausente, fuera de, de vacaciones|viaje|baja, ocupado|ocupada"},
    {Sign::kAway,
     "devuelvo|devolver*|llamo|llamaré|llamaremos|marco|contacto|contactar*|regreso|llamamos, "
     "en cuanto, a la brevedad, tan pronto, lo antes posible, apenas, lo siento, disculpa"},
    {Sign::kScreener, "llamadas _ desconocid* _ revis*|filtr*|verific*"},
    {Sign::kAsks, "quién es y qué|por"},
    {Sign::kScreener, "a quién|quien anuncio|debo|anunciar"},
    {Sign::kScreener,
     "atiendo|contesto|respondo|recibo _ llamadas|teléfono _ de|por|para, "
     "cómo se llama _ y|para|aviso, solo|sólo _ acepta"},
    {Sign::kScreener,
     "diga|digame|dígame|dime|indique|indica|grabe|graba|mencione|diga-me|decir|pronuncie|"
     "anuncie|introduzca|proporcione|facilite|di _ nombre _ y|motivo|razón|para|asunto|después|"
     "antes, nombre y _ motivo|razón|asunto|llama|por-qué|empresa, "
     "identifíquese|identifícate|identifiquese|identifique|preséntese|anúnciese"},
    {Sign::kScreener,
     "motivo|razón|asunto|objeto de|por _ llamada|llama|su|la|cual|tu, "
     "diga|indique|grabe|mencione|pronuncie|diga-me|introduzca _ nombre"},
    {Sign::kDevice,
     "asistente|secretaria|secretario|ayudante|inteligencia|recepcionista virtual|digital|"
     "automático|automática|inteligente|artificial|electrónico|electrónica|ia _ de|del, soy|"
     "habla|es|aquí _ ia|robot|bot|asistente-virtual|asistente-digital|inteligencia-artificial"},
    {Sign::kAsks, "algo más, más detalles"},
    {Sign::kAsks, "por qué|para-qué|porque _ llama|está-llamando|me-llama|llamas"},
    {Sign::kScreener,
     "filtr*|filtro|filtrado|bloqueo|pantalla|asistente|servicio|protección|control|"
     "verificación|identificación de _ llamada*|filtro|filtrado, "
     "llamada* _ filtrada*|filtrado|filtra|revisada*|verificada*, "
     "filtra|filtro|filtramos|filtran|reviso|atiende|verifica _ llamada*|llamadas, "
     "call screening|screen|assist, anti spam"},
    {Sign::kAsks, "antispam, filtro"},
    {Sign::kScreener,
     "persona|usuario|abonado|destinatario|cliente|titular|contacto|dueño _ que|a-la-que|al-que|"
     "a-quien|llamado|marcado|con-quien|llama|busca _ llama*|llamando|contactar|intenta|está|"
     "usa|utiliza|busca|desea|quiere, ver|veo|veré|verifico|compruebo|consulto|averiguo|"
     "pregunto|preguntar|preguntaré|comprobar|miro|checo|verificar|consultaré|comprobaré|"
     "averiguar si _ disponible|puede|quiere|atender*|libre|contestar|está|desea|tomar"},
    {Sign::kScreener,
     "anunci*|avis*|informar* _ persona|su-llamada|la-llamada|quién|usted|le-a|al-titular|de-su|"
     "de-tu, antes de _ conectar*|pasar*|transferir*|comunicar*|poner*|molestar, conecto|"
     "conectamos|paso|comunico|transfiero|intento|intentaré|intentamos|trato|tratamos|tratando|"
     "intentando|conectando|conectarlo|conectarle|comunicando _ con|llamada|localizar|contactar|"
     "comunicar*|conectar*, le|lo|la pongo|paso|comunico|conecto|pondré con"},
    {Sign::kScreener,
     "números|número|llamadas|llamada|llamantes|identidad desconocid*|anónim*|ocult*|privad*|"
     "sin|no, no _ acepta|aceptamos|aceptan|recibe|recibimos|contesta|atiende|"
     "atendemos _ llamada*|número*|anónim*|desconocid*|publicidad|ventas|spam"},
    {Sign::kDevice,
     "demuestre|confirme|verifique|pruebe|compruebe|demostrar|probar|confirmar _ humano|robot|"
     "persona|real|humana, no|que _ es|eres _ un|robot|spam|bot|máquina|vendedor, "
     "pulse|marque|oprima|presione _ si _ es|no|usted|eres"},
    {Sign::kAsks, "robot|robots|spam|vendedores|telemarketing|publicidad"},
    {Sign::kScreener,
     "asistente|secretaria|secretario|inteligencia|ia _ virtual|digital|automático|automática|"
     "personal|inteligente|artificial|telefónico|electrónica|electrónico _ de|del, "
     "asistente de|del|virtual-de|personal-de, "
     "soy _ asistente|ia|secretaria-virtual|inteligencia, en nombre|lugar de|del, "
     "contesto|atiendo|respondo _ por|nombre|en-nombre|llamadas"},
    {Sign::kScreener,
     "transmit*|pasar*|paso|pasaré|comunicar*|trasladar*|entreg*|haré|haremos|dar*|le-diré|diré|"
     "hacer _ mensaje|recado|llegar|su-mensaje|aviso|que-llamó|lo|saber, avisar*|avisaré|aviso|"
     "avisaremos|avisamos|informaré|informaremos|notificar*|notificaremos|diré|hago-saber|"
     "haremos-saber, no|ha _ desea|quiere|puede|prefiere|rechazado|acepta|rechaza|"
     "aceptado _ atender|llamada|llamadas|hablar|ser|contestar|molest*|recibir|tomar|su"},
    {Sign::kAsks, "rechazada|rechazado|declinada|rechazó|declinó"},
    {Sign::kAsks,
     "su|tu|cuál-es-su|cuál-es-tu nombre, quién|quien habla|llama|es|eres|le|de, de parte de, "
     "con quién, qué|en-qué|sobre|asunto|de-qué _ desea|asunto|se-trata|trata|puedo, motivo, "
     "razón, por qué"},
    {Sign::kMenu,
     "usted|es|está _ en|de la fila|cola|espera, "
     "servicio|número|línea _ suspendid*|cancelad*|desactivad*, gracias por su paciencia|espera"},
    {Sign::kMenu, "permanezca|manténgase|mantengase|permanece _ línea"},
    {Sign::kMenu,
     "pulse|marque|oprima|presione|marca|pulsa|presiona|diga|oprime|teclee|digite|apriete _ #|"
     "uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cero|asterisco|almohadilla|numeral|gato|"
     "michi|sí, tecla|opción|el-número #|uno|dos|tres|cuatro|cinco|almohadilla|numeral|asterisco"},
    {Sign::kMenu,
     "para _ pulse|marque|oprima|presione|marca|pulsa|diga|digite, "
     "menú|opciones principal|siguientes|han|de|anterior, siguientes opciones, "
     "escuche|elija|seleccione|escoja|oiga _ opciones|opción|atentamente|menú|idioma, "
     "extensión|interno|anexo _ marque|de|desea|márquela|conoce|que, si conoce|sabe _ extensión"},
    {Sign::kMenu,
     "todos|todas|nuestros|nuestras|los _ agentes|operadores|líneas|asesores|ejecutivos|"
     "representantes|operadoras|gestores|compañeros|consultores _ ocupad*|atendiendo|llamada|"
     "momento|línea, "
     "siguiente|próximo|primer agente|operador|asesor|disponible|ejecutivo|representante, "
     "en cola|espera|fila|la-cola|la-fila, "
     "tiempo|lista|cola|fila|sala|turno de espera|aproximado|estimado, permanezca|manténgase|"
     "mantengase|permanece|no-cuelgue|espere|aguarde _ espera|agente|asesor|operador|atendido|"
     "momento-será|un-asesor|le-atenderemos, "
     "será|serás|le|lo _ atendid*|atenderemos|atenderá _ breve|momento|orden|siguiente|por|en, "
     "su|tu llamada _ importante|atendida|transferida|grabada|contestada, "
     "posición|lugar|turno _ cola|fila|espera|es|número"},
    {Sign::kMenu,
     "llamada|llamadas|conversación|conversaciones _ grabada*|grabadas|monitoread*|monitorizad*|"
     "grabará*|grabado|grabarse, calidad|seguridad|formación _ servicio|grabad*|del|de|llamada, "
     "fines de _ calidad"},
    {Sign::kMenu,
     "horario|horarios|oficinas|oficina|clínica|tienda|sucursal|consulta|despacho|centro|"
     "consultorio _ atención|abierto*|cerrad*|lunes|comercial|laborables|de-oficina, "
     "de lunes a|hasta, lunes a viernes|sábado|jueves, fuera|dentro _ horario, "
     "llame|vuelva|llama|comuníquese|intente _ horario|lunes|horas|hábil*|mañana|apertura"},
    {Sign::kCompany, "cerrado|cerrados|cerrada|cerradas|cerramos|abrimos|reabrimos"},
    {Sign::kMenu,
     "introduzca|ingrese|digite|teclee|ingresa|indique|escriba _ código|pin|número|clave|"
     "contraseña|extensión|documento|cédula|dni|conferencia|tarjeta, "
     "código|clave|pin|número _ conferencia|acceso|reunión|cliente|participante|sala|socio, "
     "seguido|seguida _ almohadilla|numeral|gato|asterisco|tecla, en pocas|breves palabras, "
     "dígame|díganos|cuénteme|explique|diga|describa _ palabras|puedo|ayud*|"
     "motivo-de-su-consulta|consulta|gestión|necesita"},
    {Sign::kCompany, "conferencia|reunión|sala"},
    {Sign::kMenu,
     "número|teléfono|abonado|línea|usuario|cliente|destino|móvil|celular|terminal _ marcado|"
     "marcó|llamado|marca|solicitado|llama|no|usted _ no|existe|está|se|fuera|corresponde|"
     "incorrecto|inexistente|asignado|servicio|disponible|encuentra|ha, "
     "no existe|está-asignado|está-en-servicio|corresponde, "
     "que usted|ha|acaba|has _ marcado|marcó|llamado|de-marcar|llama, "
     "fuera de servicio|cobertura|línea|área, no corresponde, abonado|número-que-usted"},
    {Sign::kMenu,
     "no|puede|pudo|podido|imposible _ completar*|realizar*|establecer*|cursar*|conectar*|"
     "completada|procesar*|ser-completada|conectada _ llamada|$|como|momento|en, llamada _ no|"
     "puede|pudo _ completar*|realizar*|completada|establecer*|cursar*|ser|procesad*, "
     "líneas|red|redes|circuitos|rutas _ ocupad*|saturad*|congestionad*|congestión|sobrecargad*, "
     "fuera|no-tiene|sin de|cobertura|señal _ área|cobertura|servicio|alcance|red, "
     "temporalmente|momentáneamente|actualmente _ fuera|no|suspendid*|disponible|restringid*|"
     "inhabilitad*|sin, no|se _ disponible|encuentra|localizable _ en-este-momento|apagado|"
     "fuera|intente|en-estos-momentos, no se encuentra disponible"},
    {Sign::kCompany, "apagado|apagada|desconectado|desconectada, suspendid*|inhabilitad*"},
    {Sign::kMenu,
     "intente|inténtelo|inténtalo|llame|vuelva|vuelve|intenta|reintente _ más-tarde|nuevamente|"
     "de-nuevo|luego|minutos|otra-vez|a-llamar|a-intentar, "
     "verifique|compruebe|consulte|revise|verifica _ número|guía|marcación|directorio, será|"
     "recibirá|le|se _ avisad*|notificad*|informad*|mensaje-de-texto|sms|avisará|enviaremos|"
     "enviará, por sms, sms _ llamada|avisar|informar|cuando, llamadas entrantes|salientes, "
     "opción|entrada|selección _ válida|inválida|incorrecta|no, desviad*|transferida _ a"},
    {Sign::kCompany, "restringid*|bloquead*, saldo|crédito|recarg*"},
    {Sign::kCompany,
     "bienvenid*, gracias por _ llamar|llamada|comunicar*|contactar|esperar|su, "
     "asistente|agente|sistema|operador* virtual|automático|automática|digital|automatizado, "
     "departamento|servicio|atención|cliente|citas|facturación|reservas|pedidos|urgencias|"
     "recepción|soporte|ventas|averías, en qué|cómo puedo|podemos|le"},
    {Sign::kPerson, "yo|mi|mis|me|estoy|soy|tengo|ando|voy|iba"},
    {Sign::kPerson,
     "quién|quien es|eres|habla|llama|sos|le, de parte de quién, con quién, "
     "qué|que quiere|quieres|desea|necesita|vende|pasa|querés|pasó|dice|dices, de qué se, "
     "te|le|nos conozco, estoy|ando|voy|vengo _ trabajando|conduciendo|manejando|comiendo|"
     "ocupad*|reunión|trabajo|clase|cine|médico|en|enferm*|cansad*|durmiendo|bien|aquí|acá|"
     "cocinando|saliendo, no puedo hablar, llám*|llame|llama|márcame|marque|llamá|háblame|"
     "llámame|llámeme _ luego|tarde|mañana|rato|después|noche|a-las|otro|en, "
     "más tarde|luego|al-rato|mañana, ^ ahorita"},
    {Sign::kPerson,
     "^ momento, espera|espere|espérame|espéreme|esperate|espérate|aguanta|aguarda|momentito|"
     "segundo|segundito|un-ratito|tantito, un momento|segundo|minuto, "
     "no cuelgue|cuelgues|corte|cortes, "
     "te|se|le|lo|la lo|la|paso|pongo|comunico|oigo|escucho|llamo|busco, voy a, "
     "déjame|déjeme|deja-que|permítame _ ver|preguntar|buscar|un, quiere|quieres|desea|puedo|"
     "puede|puedes|podría|podrías|quisiera _ dejar|que|le|decir|dejarle|ayudar|repetir|hablar|"
     "llamar|darle|tomar"},
    {Sign::kPerson,
     "no me interesa, no estoy interesad*, no gracias, "
     "no quiero|necesito|sé|conozco|entiendo|oigo|tengo, "
     "no me|nos|vuelva*|vuelvas _ llame*|llamen|molest*|llamar, "
     "deje|dejen|deja _ de|llamar|molestar|en-paz|tranquil*, "
     "borre*|quite*|elimin*|borra|saque* _ número|lista|datos|me, "
     "policía|denuncia*|abogado|estafa*|mierda|joder|chinga*|pendej*|coño|carajo|boludo|cabrón"},
    {Sign::kPerson,
     "mi|mis|su|tu mamá|papá|madre|padre|esposo|esposa|marido|mujer|hermano|hermana|hijo|hija|"
     "novio|novia|jefe|jefa|abuela|abuelo|mami|papi|tía|tío|número|teléfono|móvil|celular|"
     "compañero|compañera, "
     "mami|mamá|papi|papá|cariño|amor|cielo|tía|tío|wey|güey|hijo|hija|señorita|señor, "
     "él|ella|no está|salió|vuelve|viene|trabaja|regresa, ^ salió, está _ durmiendo|duerme|"
     "trabajando|bañándose|duchando*|ducha|baño|fuera|ocupad*|comiendo|reunid*|reunión|enferm*"},
    {Sign::kPerson,
     "^ qué, ^ cómo, ^ ah, ^ ay, ^ oh, ^ eh, ^ ya, ^ sí, ^ no, ^ claro, ^ vale, ^ bueno, ^ ok, "
     "hola nikita, de verdad, en serio, ^ gracias, perdón|perdona|perdone|disculpe, ^ mande, "
     "dígame|diga|dime, con él|ella, soy yo, ella|él habla, cuéntame|cuenta, mira|mire|oye|oiga, "
     "a ver, ^ encantad*, ^ quién, ^ cuál, ^ dónde, por qué, no sé|entiendo|te|la|lo"},
    {Sign::kLive, "más fuerte|alto, equivoc*, no _ oigo|escucho"},
    {Sign::kLive, "te|le|les _ dejar|dejé|dejaba|dejado un|el mensaje|recado"},
    {Sign::kLive, "dejaron|dejó|dejaste|dejado _ mensaje|recado"},
    {Sign::kLive,
     "no soy|es _ contestador*|máquina|robot|grabación|buzón, estoy aquí|acá, ya estoy, "
     "mi buzón _ está|anda|no, tu|su|un|el mensaje|buzón|recado _ ayer|que|recib*|escuch*|vi|oí, "
     "recibí|escuché|oí|leí|vi _ mensaje|buzón|recado, no|nunca _ me|nos|vuelva* _ llam*, "
     "no llame*, deje*|dejen de _ llamar|molestar, borre*|quit*|elimin*|saqu* mi|me|este, "
     "número equivocado|equivocado, equivocad*|equivocó, no me interesa, no estoy interesad*, "
     "quién eres|es|habla usted, ya no _ trabaja|vive, no _ trabaja|vive aquí|acá|más, quiere*|"
     "quieres|desea|gusta|puedo _ dejar*|dejarle|tomar*|tomarle|le|que-le|darle _ mensaje|"
     "recado|diga|dé|algo|dicho, le|te digo|doy|tomo _ algo|mensaje|recado|de-parte|que, "
     "bueno bueno, hola hola, me oye*|escucha*|oís, te|la|lo oigo|escucho, "
     "apaga|baja|quita _ tele*|radio|música|eso|contestador"},
    {Sign::kJoke,
     "es|era|fue broma|broma|chiste|mentira|joda, estoy bromeando|jodiendo|vacilando, "
     "te|caíste la|lo|creíste|engañé|pillé"},
    {Sign::kOpening,
     "hola, buenos días, buenas tardes|noches, buenas, sí, diga, dígame, bueno, aló, alo, soy, "
     "habla, aquí, este es"},
    {Sign::kGoesOn,
     "voy|estoy a|avisando|consultando|preguntando|consultar|preguntar|verificar|ver"},
    {Sign::kGoesOn,
     "prefiere|desea|puede|quiere _ no|atender|contestar|hablar, "
     "no _ puede|desea|quiere _ atender*|contestar|hablar, está _ ocupad*|reunión, gracias por"},
    {Sign::kGoesOn,
     "gracias, un momento, por favor espere|aguarde|repita|diga|permanezca|hable|intente, "
     "espere|aguarde|permanezca|manténgase _ línea|momento|conecto|favor|espera, no cuelgue, "
     "conectando|comunicando|transfiriendo|llamando|marcando, "
     "le|lo|la|se _ conecto|comunico|paso|transfiero|conectará|está-conectando, "
     "no _ entend*|entendí|escuché|reconoc*|he-entendido, de acuerdo, entendido, muy bien, "
     "perfecto, "
     "anotado|tomado|transmitido|informado|notificado|avisado|enviado|registrado|lo-he, "
     "tomo nota, tomado nota, le devolverá|llamará|contactará, hasta luego|pronto, adiós, "
     "no|se _ disponible|encuentra|contesta|responde, ocupado, opción|entrada, sigue ahí, "
     "cuelgue, bip"},
    {Sign::kCut,
     "has|ha|han|usted llamado|contactado|comunicado a|al|con, ha-llamado|llamaste|llamó|"
     "se-ha-comunicado|te-has-comunicado|te-comunicaste|está-llamando a|al|con, este es el, "
     "esta es la"},
    {Sign::kCut, "^ el número"},
    {Sign::kBroadcast,
     "señoras y señores, en directo|vivo, nuestr* corresponsal, oyentes|telespectadores, estudio"},
    {Sign::kBroadcast,
     "tiempo|grados|lluvia|soleado|temperatura*|nubes|chubascos, "
     "noticias|titulares|informativo|noticiero|última-hora|telediario, "
     "ministro|presidente|gobierno|elecciones|congreso|partido, "
     "gol|partido|liga|equipo|minuto|árbitro|jugador, "
     "por-ciento|oferta|ofertas|descuento|promoción|euros|pesos|rebajas|tienda, "
     "radio|emisora|programa|episodio|canal|fm|sintoniza*|cadena, volvemos, a continuación, "
     "no se vaya, publicidad, tráfico|kilómetros|autopista|carretera, "
     "subtítulos|suscríbete|amara|gracias-por-ver, mi amor|corazón, te quiero|amo, bolsa"},
    {Sign::kMailboxWords,
     "mensaje|mensajes|recado|aviso, nombre, número|teléfono, tono|señal|pitido|bip, "
     "buzón|contestador*|casilla, deja|deje|dejar|graba|grabe, devol*|devuelv*|regres*|respond*, "
     "llamad*, grabación|grabado, lleno|llena|espacio, ausente|disponible|fuera, "
     "pronto|posible|brevedad"},
    {Sign::kScreenerWords,
     "llamada|llamadas, persona|titular|usuario, nombre|llama, "
     "paso|pasar|conectar|comunicar|transferir|anunciar, "
     "quién|por-qué|de-qué-se-trata|motivo|asunto, disponible|libre|atender|contestar, "
     "desconocid*|ocult*|privad*|spam, avisar|avisaré|informar|decirle|transmit*, "
     "asistente|ayudante, filtr*|verific*|consultar|consulto, antes|primero, "
     "atiendo|contesto|recibo"},
    {Sign::kMenuWords,
     "marque|pulse|marcado|tecla|digite|marcar, "
     "extensión|operador*|agente*|asesor*|departamento|recepción, "
     "línea|líneas|cola|espera|espere, oficina|horario|abiert*|cerrad*|atención, "
     "cliente|clientes|servicio|servicios|equipo, aviso|grabación|código|error, número|teléfono, "
     "red|cobertura|señal, llamada|comunicación, citas|ventas|facturación|reservas|pedidos, no, "
     "completar|establecer|conectar|disponible|existe|realizar, bienvenid*|gracias, "
     "menú|opción|opciones, nuevamente|más-tarde|intente, minutos|turno|posición, "
     "lunes|viernes|horas"},
};

}  // namespace pl::core
