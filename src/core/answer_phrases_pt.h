// Portuguese, of Portugal and of Brazil.
#pragma once

#include "core/answer_phrases.h"

namespace pl::core {

inline constexpr PhraseRow kPortuguese[] = {
    {Sign::kMailbox,
     "se|quando _ ouvindo|ouvir|escutando|ouve|escuta _ isso|isto|mensagem|esta, "
     "bip|sinal e fala|fale|diga"},
    {Sign::kMailbox,
     "solta|solte a voz, fora do expediente _ deix*, gravação|mensagem começa|inicia, "
     "deix* _ nome|telefone|número"},
    {Sign::kMailbox,
     "deix*|grave|grava|gravar|deixe-me|registe|dite _ mensagem|mensagens|recado|recados|nome|"
     "número|contato|contacto|msg|recadinho|algo, após|apos|depois|ao|aguarde|espere|ouvir o|do|"
     "ouvir|de|um|sinal|bip|tom _ sinal|bip|apito|tom|toque, "
     "após|depois o|do|de sinal|bip|tom|apito|bipe, o bip $, bip $"},
    {Sign::kAway, "bipe"},
    {Sign::kMailbox,
     "caixa|correio|secretária|gravador _ postal|voz|correio|eletrônica|eletrónica|mensagens|"
     "cheia|atendedor, caixa postal|correio|de-mensagens|de-correio, correio de voz, "
     "secretária eletr*, atendedor, voice mail|mailbox, está sendo encaminhad*|direcionad*, "
     "sujeita a cobrança"},
    {Sign::kMailbox,
     "caixa|correio|memória _ cheia|cheio|lotada|configurada|configurado|ativa|ativada|completa|"
     "esgotada, "
     "não _ aceita|recebe|receber|pode|aceitar|possível _ mensagens|mensagem|novas|recados, "
     "não|nunca _ ouço|escuto|vejo|verifico _ mensagens|recados|voz|caixa"},
    {Sign::kMailbox,
     "fal*|diga|diz|fale|manda|canta _ após|depois|ao|bip|sinal, "
     "sabe|sabes|sabem|já-sabe|já-sabes o-que|que|como _ fazer|é|funciona"},
    {Sign::kAway,
     "ligo|retorno|retornarei|retornaremos|ligarei|ligaremos|devolvo|devolverei|respondo|entro|"
     "entraremos|entrarei|contacto|contactarei|contactaremos|ligamos|retornamos _ assim|logo|"
     "breve|quando|possível|contato|contacto|mais, "
     "assim que|logo que _ possível|puder|pudermos|possa, assim que, logo que puder, "
     "te|lhe|já ligo|retorno|ligarei, ligo|retorno _ de-volta|volta"},
    {Sign::kMailbox,
     "para _ ouvir|apagar|regravar|enviar|gravar|confirmar _ mensagem|disque|digite|prima|"
     "pressione|marque|tecle, mensagem|gravação _ enviada|gravada|salva|guardada|concluída, "
     "ao terminar|final|concluir _ desligue|digite|pressione|marque"},
    {Sign::kMailbox, "não deix* _ recado|mensagem|recados|mensagens"},
    {Sign::kAway,
     "mand*|envi*|escrev*|chama _ whatsapp|zap|sms|mensagem|texto|mail|whats _ melhor|em-vez|"
     "que, melhor|prefiro|prefira _ whatsapp|mensagem|zap|sms|texto|escrev*, não _ posso|"
     "podemos|pode|consigo|estou|estamos|conseguimos _ atender*|atendê*|falar|responder|"
     "disponível _ momento|agora|deix*|chamada|ligação|mas|telefone, "
     "não _ posso|podemos atender, você|voce|tu ligou|ligaste _ para, ligou _ para|casa, "
     "perdi _ chamada|ligação, ninguém _ pode|disponível|em-casa _ atender|deix*|momento"},
    {Sign::kAway,
     "caixa|correio|mensagem|recado|gravador|gravação|secretária-eletrônica, "
     "não _ atender|disponível|casa|estou|estamos|posso|aqui|está, "
     "ausente|férias|viagem|indisponível, ligo|retorno|retornar*|ligar*, assim que, logo que, "
     "desculp*|lamento, bip"},
    {Sign::kAsks, "quem é e|porque|por-que _ liga|deseja"},
    {Sign::kScreener, "quem devo|posso anunciar"},
    {Sign::kScreener,
     "diga|dizer|diz|fale quem é|fala|liga _ e|assunto, "
     "para prosseguir|continuar _ chamada|ligação, dizer|saber quem"},
    {Sign::kScreener,
     "atendo|respondo _ chamadas|telefone|ligações _ do|da|de|por|para, como se|te chama, "
     "só|apenas aceita"},
    {Sign::kScreener,
     "diga|dizer|indique|grave|informe|fale|anuncie|identifique|pronuncie|forneça|mencione|"
     "digam _ nome _ e|motivo|razão|assunto|antes|após|depois, "
     "nome e|com _ motivo|razão|assunto|por-que|porquê|empresa, "
     "identifique-se|apresente-se|anuncie-se|identifique|identificar-se|se identificar"},
    {Sign::kScreener,
     "motivo|razão|assunto|objetivo da|de|do|por|pelo _ chamada|ligação|liga|contato|contacto|"
     "qual|está, diga|dizer|indique|grave|informe|fale|anuncie|pronuncie _ nome"},
    {Sign::kDevice,
     "assistente|secretária|secretário|ajudante|inteligência virtual|digital|automátic*|"
     "artificial|inteligente|eletrónic*|eletrônic* _ do|da|de, sou|fala|aqui|é _ ia|robô|robot|"
     "bot|assistente-virtual|assistente-digital|inteligência-artificial"},
    {Sign::kAsks, "mais alguma|detalhes"},
    {Sign::kAsks, "qual é|o assunto, urgente"},
    {Sign::kAsks, "por-que|porque|porquê _ ligando|ligar|liga|a-ligar|telefona"},
    {Sign::kScreener,
     "filtr*|filtro|triagem|proteção|assistente|controlo|verificação|identificação|bloqueio|"
     "rastreio _ chamada*|ligaç*|ligações, "
     "chamadas|chamada|ligações|ligação _ filtrad*|verificad*|triad*|triagem, "
     "call screening|screen, anti spam|antispam"},
    {Sign::kAsks, "filtro, triagem"},
    {Sign::kScreener,
     "pessoa|usuário|assinante|utilizador|cliente|destinatário|titular|contato|contacto|"
     "dono _ que|com-quem|para-quem|chamad*|para|usa|utiliza _ lig*|chama*|contactar|filtr*|"
     "falar|usa|tentando|tenta, vou|irei|ver|verificar|verifico|perguntar|vejo|saber|pergunto|"
     "confirmar|checar _ se _ disponível|pode|quer|atender|livre|deseja|está"},
    {Sign::kScreener,
     "anunci*|avis*|inform* _ pessoa|sua-chamada|sua-ligação|quem|você|chamada|titular|dono|"
     "utilizador|usuário|que, "
     "antes de _ passar|ligar|transferir|conectar|completar|encaminhar|tocar, tent*|vou|estou|"
     "passo|transfiro|ligo|conect*|encaminho|encaminhar _ contactar|contatar|localizar|ligar|"
     "transferir|conectar|completar|passar|encaminhar _ pessoa|chamada|ligação|você|utilizador|"
     "senhor|senhora|lo|la"},
    {Sign::kScreener,
     "números|número|chamadas|ligações|chamada desconhecid*|anónim*|anônim*|privad*|ocult*|não, "
     "não _ aceita*|recebe*|atende* _ chamadas|ligações|números|anónim*|anônim*|desconhecid*|"
     "publicidade|propaganda|telemarketing"},
    {Sign::kDevice,
     "prove|confirme|verifique|comprove _ humano|robô|pessoa|real|humana, "
     "não _ é|um robô|robot|spam|máquina, "
     "prima|pressione|digite|tecle|marque|aperte _ se _ é|não|for|você"},
    {Sign::kAsks, "robô|robôs|spam|telemarketing|vendedores"},
    {Sign::kScreener,
     "assistente|secretária|secretário|inteligência|ia _ virtual|digital|pessoal|automátic*|"
     "artificial|eletrónic*|inteligente _ de|do|da, assistente de|do|da|virtual-de|pessoal-de, "
     "sou|aqui _ assistente|ia|secretária-virtual|inteligência, em nome de|do|da, "
     "atendo|respondo _ por|pelo|pela"},
    {Sign::kScreener,
     "transmit*|pass*|encaminh*|entreg*|direi|vou-dizer|digo|aviso|comunic* _ mensagem|recado|"
     "ele|ela|lhe|ao|à|que, não _ deseja|quer|pretende|aceita|pode|prefere _ atender|falar|"
     "incomodad*|chamadas|ligações|receber|ser|aceitar|chamada"},
    {Sign::kAsks,
     "avisarei|avisar|aviso|avisaremos|informarei|informaremos|informá|avisá, "
     "recusad*|rejeitad*|recusou|rejeitou"},
    {Sign::kAsks,
     "seu|teu|o-seu|qual nome, quem fala|é|está|gostaria|liga|deseja|és, com quem, de parte de, "
     "da parte de, qual o assunto, assunto, o que deseja, motivo, razão, do que se"},
    {Sign::kMenu,
     "você|o-senhor|é _ da|na fila, serviço|número|linha _ suspens*|cancelad*|desativad*, "
     "obrigad* _ aguardar|paciência"},
    {Sign::kMenu,
     "prima|pressione|digite|disque|marque|tecle|aperte|diga|carregue|escolha|primir|premir _ #|"
     "um|dois|três|quatro|cinco|seis|sete|oito|nove|zero|asterisco|cardinal|jogo|sustenido|"
     "quadrado|sim, tecla|opção #|um|dois|três|quatro|cinco|zero|cardinal|asterisco"},
    {Sign::kMenu,
     "para _ prima|pressione|digite|disque|marque|tecle|aperte|diga|carregue, "
     "menu principal|de|anterior, seguintes opções, opções _ seguintes|menu|disponíveis, "
     "ouça|escute|escolha|selecione _ opções|opção|atentamente|menu|idioma|atenção"},
    {Sign::kCompany, "ramal|extensão"},
    {Sign::kMenu,
     "todos|todas|nossos|os|as|nossas _ atendentes|operadores|linhas|assistentes|agentes|"
     "colaboradores|consultores|especialistas _ ocupad*|atendimento|momento|linha, "
     "próximo|primeiro atendente|operador|assistente|disponível|agente, "
     "fila|espera|posição|lugar _ é|espera|tempo|estimado|número|na|minutos, aguarde|permaneça|"
     "mantenha|continue|fique|não-desligue _ linha|na|espera|atendente|operador|atendido|"
     "momento|instantes, será|serás|já _ atendid*, em|por breve|instantes|momentos, "
     "sua|tua chamada|ligação _ importante|atendida|transferida|gravada|é|muito, "
     "tempo|lista de espera"},
    {Sign::kMenu,
     "chamada|chamadas|ligação|ligações|conversa _ gravad*|monitorad*|gravação, "
     "qualidade|segurança|formação _ serviço|gravad*|atendimento|chamada, horário|horários|"
     "expediente|escritório|loja|clínica|consultório|secretaria|serviços _ atendimento|"
     "funcionamento|abert*|fechad*|encerrad*|segunda|encerrado, de segunda a|à, "
     "segunda a|à sexta|sábado, fora _ horário|expediente, "
     "ligue|volte|retorne|tente|contacte _ horário|segunda|horas|amanhã|expediente|útil|úteis"},
    {Sign::kCompany, "fechado*|fechados|encerrado*|encerrados|fechada|encerrada"},
    {Sign::kMenu,
     "digite|insira|introduza|informe|indique|marque|tecle|introduz _ código|pin|número|senha|"
     "cpf|ramal|conferência|cliente|contribuinte|cartão, "
     "código|senha|pin|número _ conferência|acesso|reunião|cliente|participante|sala, "
     "seguid* _ cardinal|sustenido|asterisco|quadrado|jogo|tecla, em poucas|breves palavras, "
     "diga|descreva|conte|fale _ poucas|posso|ajudar|palavras|assunto"},
    {Sign::kCompany, "conferência|reunião"},
    {Sign::kMenu,
     "número|telefone|assinante|cliente|usuário|linha|telemóvel|celular|utilizador|"
     "terminal _ marcado|marcou|chamado|discado|discou|ligou|você|não|que|para|chamou _ não|"
     "está|existe|encontra|fora|indisponível|desligad*|inexistente|atribuíd*|disponível|"
     "incorreto, não existe, número|telefone _ inexistente, "
     "não está|se _ atribuíd*|disponível|encontra|em-serviço|acessível, "
     "fora de|da serviço|área|cobertura|rede|alcance"},
    {Sign::kMenu,
     "não _ possível|pode|pôde|foi _ completar|completada|estabelecer|estabelecida|realizar|"
     "concluída|concluir|efetuar|ligar|ser, linhas|rede|redes|circuitos _ ocupad*|congestionad*|"
     "sobrecarregad*|congestionamento|indisponíve*, fora _ área|cobertura|rede|serviço, "
     "temporariamente|momentaneamente _ fora|indisponível|suspens*|não|desligad*|sem, "
     "encontra-se|está _ desligado|indisponível|fora"},
    {Sign::kCompany, "desligado|desligada, suspens*|bloquead*"},
    {Sign::kMenu,
     "tente|ligue|volte|tentar|tenta _ mais-tarde|novamente|de-novo|a-ligar|minutos|outra-vez|"
     "a-tentar, verifique|confirme|consulte _ número|lista, será|receberá|vai|vamos|"
     "iremos _ avisad*|informad*|notificad*|sms|mensagem|avisar|informar|enviar, por sms, "
     "sms _ chamada|avisar|ligou|quando|informar, chamadas recebidas|entrada|a-receber, "
     "opção|escolha _ inválida|válida|incorreta, desviad*|encaminhad*|transferid* _ para"},
    {Sign::kCompany, "saldo|crédito|recarga|recarregue|créditos"},
    {Sign::kCompany,
     "bem vindo|vinda|vindos, obrigado|obrigada|agradecemos por|pelo|pela|a|o _ ligar|contacto|"
     "contato|ligação|chamada|aguardar, "
     "assistente|atendente|sistema|atendimento virtual|automátic*|eletrônico|digital, "
     "departamento|serviço|atendimento|cliente|consultas|marcação|marcações|agendamento|"
     "faturação|financeiro|vendas|suporte|avarias|reservas|recepção|receção, "
     "em que|como posso|podemos"},
    {Sign::kPerson, "eu|meu|minha|me|estou|sou|tenho|vou|ia"},
    {Sign::kPerson,
     "quem é|és|fala|gostaria|está, com quem, "
     "o que|que _ quer|queres|deseja|foi|é|vende|aconteceu|você|tu|cê, do que se, "
     "a gente se conhece, estou|tô|to|tou _ a|no|na|em|trabalhando|dirigindo|conduzir|ocupad*|"
     "reunião|comendo|doente|dormindo|aqui|saindo|cozinhando|num|numa|bem|meio, não posso falar, "
     "lig*|liga|ligue|me-liga _ depois|amanhã|tarde|logo|noite|daqui|outra|às|mais, "
     "mais tarde|logo|amanhã|depois"},
    {Sign::kPerson,
     "^ momento|instante, espera|espere|peraí|pera|aguenta|calma|momentinho|minuto|minutinho|"
     "instantinho|segundo|segundinho|bocadinho, só um, um|só-um momento|minuto|segundo|instante, "
     "não desligue, te|lhe|o|a|já|vou passo|chamo|passar|chamar|ouço|escuto|buscar|ver|digo|"
     "conheço|perguntar|dizer, deixa|deixe eu|me ver|perguntar, quer|queres|posso|pode|podes|"
     "poderia|gostaria|deseja que|deixar|dizer|repetir|falar|ligar|ajudar|deixe|anotar|anote|"
     "saber, já vai|vem"},
    {Sign::kPerson,
     "não _ interess*|interesse, não obrigad*, "
     "não quero|preciso|sei|conheço|entendo|entendi|tenho|ouço, "
     "não|nunca _ ligue|liguem|ligar|volte|telefone|incomode|perturbe|liga _ mais|para|, "
     "pare*|parem|pára _ ligar|de|telefonar, "
     "tire|tira|remova|apague|retire|elimine|exclua|risque _ número|lista|nome|me|contato, "
     "deixe|deixa|deixem me|em paz, "
     "polícia|advogado|queixa|denúncia|golpe|burla|merda|porra|caralho|foda*"},
    {Sign::kPerson,
     "meu|minha|sua|seu|o-meu|a-minha mãe|pai|marido|esposa|mulher|irmão|irmã|filho|filha|"
     "namorado|namorada|chefe|avó|avô|número|celular|telemóvel|telefone|colega|tia|tio, mamãe|"
     "mamã|mãe|papai|papá|pai|avó|vovó|amor|querid*|tio|tia|mano|cara|filho|filha|dona|senhor|"
     "senhora, ele|ela não|está|tá|saiu|foi|volta|vem|dorme|trabalha, "
     "tá|está _ dormindo|banho|dormir|trabalho|trabalhar|reunião|fora|escola|duche|doente, ^ saiu"},
    {Sign::kPerson,
     "^ quê, ^ que, ^ como, ^ ah, oi nikita, olá nikita, ^ hã, ^ é, ^ ei, ^ sim, ^ não, ^ ok, "
     "^ tá, ^ claro, ^ sério, ^ verdade, desculpe|desculpa, obrigado|obrigada, ^ diga, "
     "fala|fale, sou eu, o próprio, ^ própria, escuta|escute|olha|olhe, ^ prazer, ^ bom, "
     "^ beleza, tudo bem, e aí, ^ qual, por que|quê, não sei"},
    {Sign::kLive, "mais alto, não _ ouço|ouvindo|escuto"},
    {Sign::kLive, "te|lhe|vou-te _ deixar|deixei|deixando um|uma recado|mensagem"},
    {Sign::kLive,
     "não sou|é _ máquina|robô|gravação|secretária|gravador|correio|caixa, "
     "estou|tô|cá aqui|estou|cá, minha|meu caixa|correio, sua|tua|o-seu mensagem|recado, "
     "recebi|ouvi|li|vi|escutei _ mensagem|recado|sms, não|nunca _ me|nos|volte _ lig*, "
     "não lig* mais, pare* de|me _ ligar|telefonar, "
     "tire|tira|remova|apague|retire|elimine _ número|lista|meu|me, número errado, "
     "engan* _ número|, foi engano, é engano, ligou errado, enganou, não _ interess*, "
     "quem é|és|fala você|tu|$, não _ mora|trabalha|vive _ aqui|mais|cá, mora|trabalha mais, "
     "quer|queres|posso|gostaria|deseja|vai _ deixar|deixe|dizer|diga|anotar|anote|"
     "transmita _ recado|mensagem|alguma|a-ele|a-ela|algo|lhe|que, alô alô, "
     "me ouve|ouvindo|escuta, está a ouvir, ouve me|mal, "
     "abaix*|desliga|baixa _ tv|televisão|rádio|som, atendi"},
    {Sign::kJoke,
     "brincadeira|brincando|a-brincar|zoando|zoeira|zoar|gozar, "
     "te|apanhei|peguei enganei|peguei|apanhei"},
    {Sign::kOpening,
     "alô|alo|estou|está|tá, oi, olá, bom dia, boa tarde|noite, sim, aqui, fala|quem-fala, sou, "
     "pronto"},
    {Sign::kGoesOn, "vou verificar|consultar|perguntar|ver"},
    {Sign::kGoesOn,
     "prefere|deseja|pode|quer _ não|atender|falar, não _ pode|quer|deseja _ atender|falar"},
    {Sign::kGoesOn,
     "obrigado|obrigada, um|só-um momento|instante, aguarde|permaneça|espere, "
     "por favor _ aguarde|repita|diga|tente|fale, a|estou|vou|estamos ligar|transferir|chamar|"
     "conectar|conectando|transferindo|ligando|contactar|encaminhando, "
     "não _ entendi|percebi|compreendi|ouvi|reconhec*, certo, está bem, entendido, muito bem, "
     "ok, anotado|anotei|registado|registrado|transmitido|transmitida|informado|avisado|enviado|"
     "enviada|passado, retornará|ligará|contactará, até logo|breve, adeus, "
     "não _ disponível|atende|responde|encontra, indisponível, ocupado, opção, ainda _ aí|linha, "
     "bip, perfeito"},
    {Sign::kCut,
     "você ligou|está|chegou _ para, ligou para, este é o, esta é a, contactou o, fala de"},
    {Sign::kBroadcast,
     "senhoras e senhores, ao vivo, ouvintes|telespectadores, estúdio, correspondente"},
    {Sign::kBroadcast,
     "tempo|graus|chuva|sol|temperatura*|nublado|aguaceiros, "
     "notícias|jornal|telejornal|manchetes|última-hora, "
     "ministro|presidente|governo|eleições|assembleia|congresso, "
     "gol|golo|jogo|campeonato|equipa|time|minuto|árbitro, "
     "por-cento|oferta|ofertas|desconto|promoção|euros|reais, "
     "rádio|programa|episódio|canal|fm|emissora|antena, voltamos, não saia daí, intervalo, "
     "trânsito|quilômetros|quilómetros|estrada|rodovia, "
     "legendas|inscreva|se-inscreva|obrigado-por-assistir, meu amor|coração, eu te amo, bolsa"},
    {Sign::kMailboxWords,
     "mensagem|mensagens|recado, nome, número|contato|contacto, sinal|bip|tom, "
     "caixa|correio|gravador|atendedor, deix*|grav*, retorn*|ligo|ligarei|contact*, "
     "ligou|chamada, gravação, cheia|cheio|espaço, ausente|disponível|fora, breve|possível|logo"},
    {Sign::kScreenerWords,
     "chamada|chamadas|ligação|ligações, pessoa|titular|usuário|utilizador, nome|chama, "
     "passar|passo|transferir|conectar|anunciar|ligar, quem|por-que|porque|motivo|assunto, "
     "disponível|livre|atender, desconhecid*|anónim*|anônim*|privad*|spam, "
     "avisar|transmitir|informar|dizer|aviso, assistente|ajudante, "
     "filtr*|verific*|perguntar|consultar, antes|primeiro, atendo|respondo"},
    {Sign::kMenuWords,
     "prima|digite|disque|tecla|marque|marcado|discado, "
     "ramal|extensão|operador*|atendente*|assistente*|departamento|recepção, "
     "linha|linhas|fila|espera|aguarde, escritório|horário|abert*|fechad*|encerrad*|atendimento, "
     "cliente|clientes|serviço|serviços|equipa|equipe, aviso|gravação|código|erro, número, "
     "rede|cobertura, chamada|ligação, "
     "consultas|vendas|faturação|reservas|agendamento*|marcações, não, "
     "completar|completada|estabelecer|disponível|existe|concluída, bem-vindo|obrigado, "
     "menu|opção|opções, novamente|mais-tarde|tente, minutos|posição, segunda|sexta|horas"},
};

}  // namespace pl::core
