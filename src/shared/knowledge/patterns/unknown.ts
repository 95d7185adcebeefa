/** There is no such mailbox, or no such domain. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

export const unknownRecipient: Rule[] = [
  {
    id: 'nobody-left',
    match: any(/no (?:valid|accepted) recipients/),
    cause: 'unknown',
    why: 'It only says that every recipient had been refused before; the reason was given there.',
    example: '554 5.5.1 Error: no valid recipients',
    nearMiss: '554 5.5.1 Error: not a valid recipient',
    source: 'Postfix smtpd: reply to DATA after all recipients were refused',
  },
  {
    id: 'recipient-syntax',
    match: any(
      /(?:bad|invalid|malformed|illegal|incorrect|syntax error in|error in) (?:syntax (?:in|of) )?(?:recipient|destination|rcpt(?: to)?|to|mailbox|e-?mail)(?:'s)?(?: e-?mail)?(?: address| mailbox)?(?:es)?(?: address)? ?(?:syntax|format|domain)\b/,
      /(?:recipient|destination|mailbox|rcpt)(?: e-?mail)?(?: address| name)?NAMED?(?:is |has |contains )*(?:syntax|malformed|not (?:a )?valid rfc|syntactically|(?:an? )?(?:invalid|illegal|bad) (?:syntax|character|format))/,
      /(?:recipient|rcpt)GAPneed fully-?qualified (?:address|domain)/,
      /bad address syntax|(?:invalid|illegal) characters? in (?:the )?(?:recipient|address|local)|address syntax error|malformed address(?!: \S{1,80} may not follow)|not (?:a )?(?:valid|legal) (?:rfc ?\d+ )?(?:e-?mail|internet|recipient|mailbox) address|domain missing or malformed|missing (?:or malformed )?(?:local part|domain|@)|colon expected|unbalanced|syntax error in (?:mailbox|recipient|to|address)/,
    ),
    cause: 'mailbox-unknown',
    why: 'The address is not written as an address can be, so no mailbox can have it.',
    fix: 'Correct the typing error if you can see it; otherwise remove the address.',
    example: '501 5.1.3 Bad recipient address syntax',
    nearMiss: '501 5.1.7 Bad sender address syntax',
    source: 'RFC 3463 x.1.3; Postfix and Sendmail replies',
  },
  {
    id: 'no-such-user',
    match: any(
      /(?:no such|unknown|non-?exist(?:e|a)nt|not existing|undeliverable|unrecogni[sz]ed|unroute?able|invalid|incorrect|wrong|unallocated|not (?:a |an )?(?:known|valid|existing|local|real)|isn't (?:a )?(?:known|valid)|bad|illegal) (?:(?:or|and) (?:illegal|invalid|unknown) )?(?:(?:local|remote|virtual|destination|final|delivery|to|target|this|e-?mail|mail|internal|hosted|domain|delivered|or|unknown|inactive|disabled|subscriber) ){0,2}BOX(?! ?(?:names? (?:or|and)|or password|password|credentials|agent))/,
      /BOXNAMED?(?:address |account |mailbox |user |name |here |currently |probably )?(?:is |was |are |were |has |have |been |to be |could |can |you \S{1,20} )*(?:not |un)(?:be )?(?:known|found|exist(?:s|ing|ent)?|recogni[sz]ed|locat\w*|(?:be )?present|registered|valid|deliverable|routable|routeable|resolve[ds]?|identified|available here|hosted|local\b|listed|defined|here\b|on (?:this|the) (?:server|system|host)|in (?:the |our |my )?(?:\w+ ){0,2}(?:table|database|list|director|domino|address book|system|map))/,
      /BOXNAMED?(?:does|dos|do|did|has|have)(?:n't| not|nt) (?:exist|seem to exist|appear to exist|have (?:an? )?(?:\S{1,40} )?(?:account|mailbox|e-?mail)|match|reside|live|belong)/,
      /BOXNAMED?(?:is |was |are |looks |appears )*(?:unknown|invalid|non-?existent|nonexistent|incorrect|undeliverable|unroute?able|unrecogni[sz]ed|unallocated|missing|bogus|wrong|a dead address|not exist)\b/,
      /(?:no|not a) (?:\w+ )?(?:mail ?box|account|user|recipient|person|one|e-?mail address|address|alias|subscriber|customer|domain user)s?(?: \w+){0,2} (?:here|by|with|of|for|at|under|called|named|matching|found|exists?|on|in) ?(?:this|that|the|such|your|ADDR|HOST|host|name|server|is\b|$)?/,
      /not our (?:customer|user)|(?:mail ?box|user|account|recipient|addressee|address|local part)(?: \S{1,60}){0,3}? ?(?:not found|unknown|not known|does not exist|doesn't exist|not exists?|don't exist|do not exist|notfound|nonexistent|not present|cannot be found|can't be found|couldn't be found|could not be found|wasn't found|was not found|isn't known|not in our|no longer exist)/,
      /(?:doesn't|don't|does not|do not) exists? (?:that|this|such(?: an?)?|the) (?:user|mailbox|account|recipient|address)|not (?:an? )?user (?:of|on|at|in) (?:this|our|the) (?:server|system|domain)|recipients? (?:cannot|can't|could not|couldn't) be verified/,
      /5\.1\.0 address rejected|recipient address reserved\b/,
      /ADDR\W{1,3}(?:is |was |does |has |could |can )?(?:not (?:be )?(?:known|found|exist|registered|recogni[sz]ed)|unknown|doesn't exist|isn't known|no such)|(?:cannot|can't|could not|couldn't) (?:find|locate|recogni[sz]e) \W?ADDR|nobody (?:by|with|of) (?:that|this) name|(?:we|server|host) (?:have no|(?:don't|do not|does not|doesn't) have an?) (?:such )?(?:user|mailbox|account|recipient|customer)|never heard of|not an active (?:address|account|user|mailbox)|in name directory|\bit (?:does not|doesn't) exist|ADDR\W{1,3}is not an? (?:registered (?:user|mailbox)|valid|known)|recipient address rejected: HOST\s*$|unregistered (?:user|recipient|address|mailbox)/,
      /addressee unknown|unknown in \S{1,40} table|user ?unknown|unknown ?(?:user|recipient|local)|nosuchuser|usernotfound|recip(?:ient)?notfound|mailbox_?not_?found|invalid[_-]?(?:recipient|mailbox)|not (?:in|on|listed in) (?:the |our |my |this )?(?:\w+ )?(?:directory|domino|address ?book|user ?(?:list|database)|recipient ?(?:list|map|table)|local user|valid recipient)/,
      /(?:couldn't|could not|cannot|can't|unable to|did not|was unable to|not able to|failed to) (?:be )?(?:find|found|locate|located|identify|resolve|match|lookup|look up) (?:the |a |an |any |this |that |your )?(?:\w+ )?(?:user|recipient|mailbox|account|e-?mail address|address|alias|person|intended recipient)/,
      /(?:e-?mail )?address (?:you entered |you tried )?(?:couldn't|could not|wasn't|was not|cannot|can't) be (?:found|located)|(?:user|person|recipient|account|mailbox|address) (?:that )?you (?:tried|are trying|attempted) to (?:reach|contact|send)\b[^.;!]{0,30}(?:does not|doesn't|not) exist|no (?:account|mailbox|record) (?:by|with|for|of) (?:that|this|the)|dsn no such|recipient (?:is )?not (?:here|on)|user not (?:local|here)|is not a (?:valid|known|local) /,
      /recipient address rejected: (?:user |recipient |mailbox |account |unknown|undeliverable|invalid|no such|address unknown)/,
    ),
    cause: 'mailbox-unknown',
    example: '550 5.1.1 <anna@shop.example>: Recipient address rejected: User unknown in virtual mailbox table',
    nearMiss: '550 5.7.1 <anna@shop.example>: Recipient address rejected: Access denied',
    source: 'RFC 3463 x.1.1; Postfix, Sendmail, Exim, qmail, Exchange, Domino and Dovecot replies',
  },
  {
    id: 'other-languages',
    match: any(
      /(?:empfae?nger|benutzer|adresse|adressat|teilnehmer|postfach|mailbox|konto)\S{0,4}(?: \S{1,60}){0,5}? ?(?:ist |wurde |konnte )?(?:unbekannt|existiert nicht|nicht (?:gefunden|bekannt|vorhanden|existent)|ungue?ltig|gibt es nicht)|unbekannte[rsn]? (?:empfae?nger|benutzer|adresse|teilnehmer|user)|kein(?:e)? (?:solche[rs]? )?(?:benutzer|empfae?nger|postfach)|kein postfach|(?:benutzer|empfae?nger|postfach|adresse|konto)GAPgibt es (?:\S{1,12} )?nicht/,
      /(?:utilisateur|destinataire|adresse|boite|compte|usager)(?: \S{1,60}){0,6}? ?(?:est )?(?:inconnue?|invalide|inexistante?|n'existe pas|n'existent pas|introuvable|non trouvee?|pas trouvee?)|adresse d au moins un destinataire invalide/,
      /(?:usuario|destinatario|direccion|buzon|cuenta)(?: \S{1,60}){0,6}? ?(?:es |esta )?(?:desconocid[oa]|inexistente|no existe|no (?:se )?encontr|no (?:es )?valid|invalid[oa]|no encontrad)|no existe (?:el |la |este |esa |ese |dich[ao] )?(?:usuario|cuenta|buzon|direccion|persona)|no se encontro (?:el |la |al )?(?:usuario|cuenta|buzon|direccion|destinatario)/,
      /nessun utente|(?:utente|destinatario|indirizzo|casella|account)(?: \S{1,60}){0,6}? ?(?:e |risulta )?(?:sconosciut[oa]|inesistente|non (?:esiste|trovat|valid|disponibil|presente|riconosciut)|invalid[oa])/,
      /(?:usuario|destinatario|endereco|caixa|conta)(?: \S{1,60}){0,6}? ?(?:desconhecid[oa]|inexistente|nao (?:existe|encontrad|foi encontrad|cadastrad|localizad)|invalid[oa])/,
      /(?:gebruiker|ontvanger|adres|postvak)(?: \S{1,60}){0,5}? ?(?:is )?(?:onbekend|bestaat niet|niet (?:gevonden|bekend)|ongeldig)|onbekende (?:gebruiker|ontvanger)/,
      /(?:uzytkownik|użytkownik|odbiorca|adres|konto|skrzynka)(?: \S{1,60}){0,5}? ?(?:nieznany|nie istnieje|nie (?:znaleziono|odnaleziono)|niepoprawny)|nie ma takiego (?:uzytkownika|użytkownika|konta|adresu)|nieznany (?:uzytkownik|użytkownik|odbiorca|adresat)|nie istnieje/,
      /mottagare\S{0,4} (?:finns inte|okand)|okand mottagare|(?:modtager|mottaker|bruger|bruker|adresse)\S{0,4} (?:findes ikke|finnes ikke|eksisterer ikke|ukendt|ukjent)|vastaanottaja\S{0,4} (?:tuntematon|ei loydy)|(?:uzivatel|prijemce|schranka|adresa) neexistuje|bulunam[aı]d[ıi]|kullan[iı]c[iı] yok|nem letezik|nem talalhato|ismeretlen (?:cimzett|felhasznalo)|cimzett nem/,
      /anvandaren? (?:finns inte|okand)|(?:ukendt|ukjent) (?:modtager|mottaker|bruger|bruker|adresse)|tuntematon (?:vastaanottaja|kayttaja)|vastaanottajaa ei|neznam\S (?:uzivatel|prijemce|adresat)|adresat\S? neexistuje|(?:utilizator|destinatar|adresa)\S{0,3} (?:necunoscut|inexistent|nu exista)|boite inexistante|n'existe plus|postbus bestaat niet/,
      /не (?:знаидено|існує)|невідом\S{1,3} (?:користувач|отримувач|адрес)|(?:χρηστης|χρήστης|παραλήπτης|διεύθυνση)\S{0,2}(?: \S{1,20}){0,2} (?:δεν (?:υπαρχει|υπάρχει|βρέθηκε)|άγνωστ)|такого \S{0,12} ?(?:пользователя|адреса|ящика|абонента|получателя) нет|нет такого (?:\S{1,12} )?ящика/,
      /(?:пользовател|адрес|адресат|получател|ящик|абонент|учетн)\S{0,6}(?: \S{1,60}){0,5}? ?(?:не (?:существует|наиден|наиден|зарегистрирован|обнаружен)|неизвест|недеиствител|отсутству)|нет такого (?:пользователя|адреса|ящика|абонента)|несуществующ|неизвестн\S* (?:пользовател|получател|адрес)|не существует/,
      /(?:用户|收件人|收件者|邮箱|邮件地址|账号|帐号|账户|帐户|地址|使用者|用戶|信箱|帳號|郵件地址)\S{0,12}(?:不存在|未找到|找不到|无效|無效|错误|不正确|未知)|(?:无此|無此|没有此|查無此|没有该)(?:用户|帐号|账号|邮箱|使用者|人|用戶|帳號)|未知(?:用户|收件人)|找不到(?:收件人|用户|此|该)/,
      /宛先(?:不明|が(?:見つか|存在し)|\S{0,6}存在しま)|(?:ユーザー?|アドレス|メールアドレス|宛先|受信者|メールボックス|アカウント)\S{0,12}(?:存在しま|存在しない|見つかりま|不明|ありません|間違)|該当する(?:ユーザ|アドレス|メールボックス)|(?:사용자|수신자|받는 ?사람|계정|메일 ?주소|주소)\S{0,4}\s?\S{0,6}\s?(?:찾을 수 없|존재하지 않|없습니다|없는|잘못)|존재하지 않는|없는 (?:계정|사용자|주소|메일)/,
    ),
    cause: 'mailbox-unknown',
    example: '550 5.1.1 Benutzer unbekannt',
    nearMiss: '554 5.7.1 Fehler unbekannt',
    source: 'Localised replies of mailbox providers and of Exchange',
  },
]

/** Before the blocklists, which the text guesses at too. */
export const unroutable: Rule[] = [
  {
    id: 'no-route',
    match: any(/^(?!.*verif).*account or domain may not exist/),
    cause: 'domain-unknown',
    why: 'The sending server found no mail server for this domain in DNS.',
    example: 'The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.',
    nearMiss:
      '550-Verification failed for <news@shop.example> 550-The account or domain may not exist 550 Sender verify failed',
    source: 'cPanel’s Exim router fail_remote_domains, for domains without MX and A records',
  },
]

export const unknownDomain: Rule[] = [
  {
    id: 'null-mx',
    match: any(
      /null ?-?mx/,
      /\b521[ -]5\.3\.2\b/,
      /(?:domain|HOST)NAMED?(?:does not|doesn't|do not|will not|is not) (?:accept|receiv)\w* (?:any )?(?:mail|e-?mail|messages)(?! (?:over|from|via|without|unless|if|with|that|to|larger))/,
      /(?:host|domain|server|system)NAMED?(?:does not|doesn't|never|will not) (?:accept|receive)s? (?:any )?(?:mail|e-?mail|messages)(?! (?:over|from|via|without|unless|if|with|that|to|larger))|indicated no smtp service|no smtp service here|not accept(?:ing)? (?:any )?(?:mail|e-?mail|messages) (?:for|at|from any)|no mail service/,
    ),
    cause: 'domain-unknown',
    why: 'The domain says that it takes no mail at all.',
    fix: 'Remove the addresses of this domain; nobody can have a mailbox there.',
    example: '556 5.1.10 Domain shop.example does not accept mail (nullMX)',
    nearMiss: '554 5.7.1 Mailbox does not want mail',
    source: 'RFC 7505; RFC 7504; Postfix',
  },
  {
    id: 'no-such-domain',
    match: any(
      /nxdomain|nonexistent ?domain|non-?existent (?:recipient )?(?:domain|host)|no such (?:domain|host)|unknown (?:host|domain|mail host|mail domain|recipient domain|destination domain)|unroute?able (?:mail )?(?:domain|host)/,
      /(?:domain|host)NAMED?(?:is |was |name |part |could |can |cannot |has |have |does |do |name or )*(?:not (?:be )?found|does not exist|doesn't exist|not exist|unknown|invalid|not valid|unresolvable|not (?:be )?resolved|no (?:mx|dns|mail) (?:record|server|host|exchanger)|not registered|(?:is )?not reachable\. please check the domain)/,
      /(?:couldn't|could not|cannot|can't|unable to|didn't|did not|not able to|n't able to) (?:be )?(?:find|found|locate|resolve|look ?up) (?:the |a |any |this |your )?(?:recipient'?s? |destination |mail |remote )?(?:domain|host|mail ?exchanger|mx|server for|destination server)/,
      /(?:no|without|missing|invalid|illegal|bad) (?:valid |usable )?(?:mail exchanger|mail server|dns entry|a or mx)(?: records?| entry| hosts?)? ?(?:found|exists?|for|available|or a|in dns|$)|(?:without|missing|invalid|illegal|bad) (?:valid |usable )?mx\b|no (?:valid |usable )mx\b|no mx\b|no mail (?:hosts?|servers?|exchangers?)\b(?! (?:responded|answered|available|was|were|could))|\bmx(?: record)?NAMED(?:is )?(?:invalid|does not exist|doesn't exist)|host found but no data record|invalid (?:recipient )?(?:domain|hostname|host name|destination)\b|(?:illegal|bad) (?:mail |recipient |destination )?(?:host|domain)|bad destination (?:host|system|domain)|infodomainnonexistent|infonorecords/,
      /all relevant mx records point to non-?existent hosts|name or service not known|nodename nor servname|domain\w* (?:does|do) not exist|domainNAMED?(?:is |has |was )?(?:expired|not hosted|unavailable|parked|suspended|no longer)|address lookup failed: host not found|(?:type=(?:mx|a|aaaa)): host not found(?!,? try again)/,
      /domainGAP(?:existiert nicht|nicht gefunden|unbekannt)|domaineGAP(?:inconnu|n'existe pas|inexistant)|dominioGAP(?:no existe|inexistente|sconosciuto|non esiste|desconocido|nao existe)|домен\S{0,3}GAP(?:не существует|не наиден)|域名(?:\S{0,6})(?:不存在|无效|错误)|ドメイン\S{0,8}(?:存在しま|見つかりま|不明)/,
    ),
    cause: 'domain-unknown',
    example: '550 5.1.2 <anna@shop.example>... Host unknown (Name server: shop.example: host not found)',
    nearMiss: '451 4.4.3 Name server timeout for shop.example',
    source: 'RFC 3463 x.1.2; Sendmail, Postfix, Exim and qmail texts for DNS answers',
  },
]
