/** Replies of providers in Europe: Germany, France, Italy, Poland, the Czech Republic, Russia and others. */
import {
  AUTHENTICATION,
  BLOCKED,
  DEAD,
  FULL,
  GREYLISTED,
  type KnownReplies,
  LISTED,
  NO_RELAY,
  OURS,
  TOO_LARGE,
  TOO_MUCH,
  TROUBLE,
  UNNAMED,
  UNWANTED,
} from './types.ts'

const gmx = 'mx00.gmx.net'
const ionos = 'mx00.kundenserver.de'
const telekom = 'mx00.t-online.de'
const orange = 'smtp-in.orange.fr'
const laposte = 'smtpz4.laposte.net'
const sfr = 'smtp-in.sfr.fr'
const free = 'mx1.free.fr'
const mailru = 'mxs.mail.ru'
const yandex = 'mx.yandex.ru'

export const GERMAN: KnownReplies[] = [
  {
    ...DEAD,
    mta: gmx,
    replies: [
      '550 Requested action not taken: mailbox unavailable For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.1&c=mu',
      '550-Requested action not taken: mailbox unavailable\n550 For explanation visit https://postmaster.web.de/en/error-messages?ip=192.0.2.1&c=mu',
      '550 5.1.1 <anna@gmx.de>: no such user',
      '550 5.1.1 Mailbox does not exist',
    ],
  },
  {
    ...DEAD,
    mta: ionos,
    replies: [
      '550 Requested action not taken: mailbox unavailable',
      '550 5.1.1 <anna@example.com> invalid address',
      '550 5.1.1 <anna@example.com> mailbox unavailable',
    ],
  },
  {
    ...FULL,
    mta: gmx,
    replies: [
      '552-Requested mail action aborted: exceeded storage allocation\n552 For explanation visit https://postmaster.gmx.net/en/error-messages?c=quota',
      '452 Requested mail action aborted: mailbox full',
    ],
  },
  {
    ...BLOCKED,
    mta: gmx,
    cause: ['policy', 'reputation', 'blocklisted'],
    replies: [
      '554-gmx.net (mxgmx017) Nemesis ESMTP Service not available\n554-No SMTP service\n554-IP address is block listed.\n554 For explanation visit https://postmaster.gmx.net/en/case?c=r0601&i=ip&v=192.0.2.1&r=abc',
      '554-Transaction failed\n554-Reject due to policy restrictions.\n554 For explanation visit https://postmaster.gmx.net/en/case?c=hi&i=ip&v=192.0.2.1',
      '550-Requested action not taken: mailbox unavailable\n550-Reject due to policy restrictions (ip based).\n550 For explanation visit https://postmaster.1und1.de/en/case?c=r0103',
      '554 Transaction failed Reject due to policy violations',
    ],
  },
  {
    ...UNNAMED,
    mta: 'mx-ha.web.de',
    replies: [
      '554-web.de (mxweb110) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.\n554 For explanation visit https://postmaster.web.de/en/case?c=r1001',
    ],
  },
  {
    ...AUTHENTICATION,
    mta: gmx,
    replies: [
      '554-Transaction failed\n554-Reject due to SPF policy.\n554 For explanation visit https://postmaster.gmx.net/en/case?c=spf',
      '550-Requested action not taken: mailbox unavailable\n550 invalid DNS MX or A/AAAA resource record.',
      '554 Transaction failed: Reject due to DMARC policy of shop.example',
    ],
  },
  {
    ...TOO_MUCH,
    mta: gmx,
    replies: [
      '421-gmx.net (mxgmx101) Nemesis ESMTP Service not available\n421-Service closing transmission channel\n421-Too many connections from your host\n421 For explanation visit https://postmaster.gmx.net',
      '450-Requested mail action not taken: mailbox unavailable\n450-Mail send limit exceeded.\n450 For explanation visit https://postmaster.gmx.net/en/error-messages',
      '450 Requested mail action not taken: mailbox unavailable rate limit reached',
    ],
  },
  {
    ...TROUBLE,
    mta: gmx,
    replies: [
      '451 Requested action aborted: local error in processing',
      '421-gmx.net (mxgmx101) Nemesis ESMTP Service not available\n421 Service closing transmission channel',
    ],
  },
  {
    ...DEAD,
    mta: telekom,
    replies: [
      '550 5.1.1 unknown user',
      '550-5.7.1 unknown recipient',
      '550 Benutzer unbekannt',
      '550 user unknown / Benutzer unbekannt',
    ],
  },
  {
    ...BLOCKED,
    mta: telekom,
    replies: [
      '554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
      '554 IP=192.0.2.1 - None/bad reputation. Ask your postmaster for help or to contact tosa@rx.t-online.de for reset. (NOWL)',
    ],
  },
  {
    ...UNWANTED,
    mta: telekom,
    replies: [
      '550-5.7.0 Message considered as spam or virus, rejected\n550 5.7.0 Message rejected because it was considered as spam.',
    ],
  },
  {
    ...FULL,
    mta: telekom,
    replies: ['552 5.2.2 mailbox full', '452 Mailbox full / Postfach voll', '552 Das Postfach ist voll'],
  },
  {
    ...DEAD,
    mta: 'smtpin.rzone.de',
    replies: [
      '550 5.1.1 User unknown',
      '550 5.1.1 <anna@example.com>: Adresse unbekannt',
      '550 5.1.1 <anna@example.com> No such user here',
    ],
  },
  {
    ...BLOCKED,
    mta: 'smtpin.rzone.de',
    replies: ['550 5.7.1 Sorry, your mail server is blocked, see https://www.strato.de'],
  },
  { ...UNWANTED, mta: 'smtpin.rzone.de', replies: ['550 5.7.1 Refused by local policy. No SPAM please! (B-URL)'] },
]

export const FRENCH: KnownReplies[] = [
  {
    ...DEAD,
    mta: orange,
    replies: [
      '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
      '550 5.1.1 <anna@wanadoo.fr> Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
    ],
  },
  {
    ...DEAD,
    mta: laposte,
    replies: [
      '550 5.5.0 Invalid recipient. LPN007_416',
      '550 5.1.1 Service refuse. Veuillez verifier le destinataire. invalid recipient LPN_416',
    ],
  },
  {
    ...FULL,
    mta: orange,
    replies: [
      '552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]',
      '452 4.2.2 Boite du destinataire pleine. Recipient overquota. OFR_417',
    ],
  },
  {
    ...BLOCKED,
    mta: orange,
    replies: [
      '550 mwinf5c04 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com [102]',
    ],
  },
  {
    ...UNWANTED,
    mta: orange,
    replies: [
      '550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]',
      '554 5.7.1 Message rejete. Contenu considere comme spam. OFR_513',
    ],
  },
  {
    ...TOO_MUCH,
    mta: orange,
    replies: [
      '421 mwinf5c77 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]',
      '421 mwinf5c77 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR004_105 [105]',
    ],
  },
  {
    ...AUTHENTICATION,
    mta: orange,
    replies: [
      '550 5.7.1 Message rejected: DMARC verification failed. OFR_517',
      '501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_405 [405]',
      '550 5.7.1 SPF check failed OFR_401',
    ],
  },
  {
    ...BLOCKED,
    mta: laposte,
    replies: [
      '521 5.7.1 Service refused: your IP 192.0.2.1 is blocked. LPN006_102',
      '554 5.7.1 Client host rejected LPN105_101',
    ],
  },
  {
    ...DEAD,
    mta: sfr,
    replies: [
      '550 5.1.1 <anna@sfr.fr>: Recipient address rejected: User unknown',
      '550 5.1.1 Utilisateur inconnu',
      "550 5.1.1 L'adresse n'existe pas",
      '554 5.1.1 <anna@neuf.fr>: Recipient address rejected: utilisateur inconnu',
    ],
  },
  {
    ...BLOCKED,
    mta: sfr,
    replies: [
      '421 msfrf2210 ME Connection refused due to bad reputation of 192.0.2.1',
      '554 5.7.1 IP 192.0.2.1 refusée : réputation insuffisante',
    ],
  },
  {
    ...DEAD,
    mta: free,
    replies: [
      '550 5.1.1 <anna@free.fr>: Recipient address rejected: User unknown in local recipient table',
      '550 5.2.1 This mailbox has been blocked due to inactivity (UserSearch)',
      '550 Utilisateur inconnu',
    ],
  },
  { ...FULL, mta: free, replies: ['550 5.2.2 User quota exceeded (UserSearch)', '452 4.2.2 mailbox for user is full'] },
  {
    ...TOO_MUCH,
    mta: free,
    replies: [
      '421 Too many errors from your ip (192.0.2.1), please visit http://postmaster.free.fr/',
      '451 too many connections from 192.0.2.1',
    ],
  },
  {
    ...GREYLISTED,
    mta: free,
    replies: ['451 4.7.1 <anna@free.fr>: Recipient address rejected: Greylisted (mx12-g26), please try again later'],
  },
  { ...UNWANTED, mta: free, replies: ['550 spam detected', '554 5.7.1 virus detected'] },
  {
    ...DEAD,
    mta: 'mx1.ovh.net',
    replies: [
      '550 5.1.1 <anna@example.com>: Recipient address rejected: User unknown',
      '550 sorry, no mailbox here by that name. (#5.7.17)',
      '550 5.1.1 sorry, no mailbox here by that name (#5.1.1 - chkusr)',
      '511 sorry, no mailbox here by that name (#5.1.1 - chkuser)',
    ],
  },
  {
    ...OURS,
    mta: 'mx1.ovh.net',
    replies: [
      '554 5.7.1 This email is considered as SPAM',
      '554 5.7.1 Email rejected, SPAM signature detected',
      '550 5.7.1 Spam detected by OVH',
      '511 sorry, sender domain does not have a valid mx record (#5.1.8 - chkuser)',
      '571 sorry, sender mailbox contains disallowed chars (#5.1.7 - chkuser)',
      '571 sorry, you are violating our security policies (#5.7.1 - chkuser)',
      '552 sorry, too many recipients (#5.5.3 - chkuser)',
    ],
  },
  {
    ...NO_RELAY,
    mta: 'mx1.ovh.net',
    replies: ["553 sorry, that domain isn't in my list of allowed rcpthosts (#5.5.3 - chkuser)"],
  },
]

export const EUROPEAN: KnownReplies[] = [
  {
    ...DEAD,
    mta: 'smtp-in.libero.it',
    replies: [
      '550 5.1.1 <anna@libero.it> recipient rejected',
      '550 5.1.1 <anna@libero.it>: utente sconosciuto',
      '550 RCPT TO:<anna@virgilio.it> User unknown',
      '550 5.2.1 <anna@libero.it> is a disabled account',
      '550 5.1.1 Casella inesistente',
      '550 5.1.1 <anna@tiscali.it>: Recipient address rejected: User unknown in virtual mailbox table',
      "550 5.1.1 L'indirizzo anna@aruba.it non esiste",
    ],
  },
  {
    ...BLOCKED,
    mta: 'smtp-in.libero.it',
    replies: [
      '550 smtp-16.iol.local smtp-16.iol.local IP blacklisted by CSI. For remediation please use http://csi.cloudmark.com/reset-request/?ip=192.0.2.1 [smtp-16.iol.local; LIB_102]',
      '554 5.7.1 Sorry, IP 192.0.2.1 has a bad reputation',
    ],
  },
  {
    ...FULL,
    mta: 'smtp-in.libero.it',
    replies: [
      '552 5.2.2 <anna@libero.it> Mailbox over quota',
      '522 casella piena',
      '550 5.2.2 La casella del destinatario è piena',
    ],
  },
  {
    ...DEAD,
    mta: 'mx1.seznam.cz',
    replies: [
      '550 5.1.1 <anna@seznam.cz>: Recipient address rejected: User unknown',
      '550 5.1.1 Schranka neexistuje',
      '550 5.1.1 Uživatel neexistuje',
      '554 5.1.1 No such user!',
    ],
  },
  {
    ...OURS,
    mta: 'mx1.seznam.cz',
    replies: [
      '550 5.7.1 Sender IP is on blacklist',
      '554 5.7.1 Message is spam',
      '451 4.7.1 Too many messages from your IP',
      '550 5.7.1 Email failed DMARC policy for domain',
    ],
  },
  {
    ...DEAD,
    mta: 'mx.wp.pl',
    replies: [
      '550 5.1.1 <anna@wp.pl>: Recipient address rejected: User unknown',
      '550 Nie ma takiego użytkownika',
      '550 5.1.1 Odbiorca nieznany',
      '550 5.2.1 Konto zablokowane',
      '550 5.1.1 Konto nie istnieje',
      '550 5.1.1 Skrzynka nie istnieje',
      '554 5.1.1 Nieznany odbiorca',
    ],
  },
  {
    ...FULL,
    mta: 'mx.poczta.onet.pl',
    replies: [
      '552 5.2.2 Skrzynka odbiorcy jest pełna',
      '452 4.2.2 Skrzynka przepełniona',
      '550 5.2.2 Brak miejsca na koncie odbiorcy',
    ],
  },
  {
    ...OURS,
    mta: 'mx.poczta.onet.pl',
    replies: [
      '554 5.7.1 Twój adres IP 192.0.2.1 jest zablokowany',
      '550 5.7.1 Wiadomość odrzucona jako spam',
      '451 4.7.1 Zbyt wiele połączeń z Twojego adresu',
      '550 5.1.8 Domena nadawcy nie istnieje',
      '550 5.7.1 Odrzucono: zbyt niska reputacja adresu IP',
    ],
  },
  {
    ...DEAD,
    mta: mailru,
    replies: [
      '550 Message was not accepted -- invalid mailbox.  Local mailbox anna@mail.ru is unavailable: user not found',
      '550 Message was not accepted -- invalid mailbox.  Local mailbox anna@bk.ru is unavailable: account is disabled',
      '550 user not found; rejecting',
      '550 5.1.1 anna@inbox.ru user not found',
    ],
  },
  {
    ...OURS,
    mta: mailru,
    replies: [
      '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=abc or report details to abuse@corp.mail.ru. Error code: ABCDEF',
      '550 spam message discarded. Please visit http://help.mail.ru/notspam-support/id?c=abc or  report details to abuse@corp.mail.ru. ID: 123',
      '550 Access from ip address 192.0.2.1 blocked. Visit http://help.mail.ru/notspam-support/id?c=abc',
      '550 Restricted transactions from your domain. Please visit https://help.mail.ru',
      '451 Ratelimit exceeded for mailbox. Try again later. See http://help.mail.ru/mail-help/postmaster',
      '550 Message was not accepted -- due to domain owner DMARC policy (RFC 7489) https://help.mail.ru/mail-help/postmaster/dmarc',
      '421 Your IP has been throttled by reason of too low reputation',
      '550 Sorry, we do not accept mail from hosts with dynamic IP or generic DNS PTR-records. Please get a custom reverse DNS name from your ISP for your host 192.0.2.1',
    ],
  },
  {
    ...FULL,
    mta: mailru,
    replies: ['550 Message was not accepted -- mailbox full. anna@mail.ru', '452 mailbox full: quota exceeded'],
  },
  {
    ...DEAD,
    mta: yandex,
    replies: ['550 5.7.1 No such user!', '550 5.1.1 No such user! (anna@yandex.ru)', '554 5.7.1 No such user!'],
  },
  { ...FULL, mta: yandex, replies: ['552 5.2.2 Mailbox size limit exceeded 1700000000-abc'] },
  {
    ...OURS,
    mta: yandex,
    replies: [
      '554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1700000000-abc',
      '550 5.7.1 Email rejected per DMARC policy for shop.example',
      '421 4.7.0 Too many connections from your IP',
      '451 4.5.1 The recipient <anna@yandex.ru> has exceeded their message rate limit. Try again later.',
      '554 5.7.0 Failed to authenticate the sender',
      '553 5.7.1 Sender address rejected: not owned by auth user.',
    ],
  },
  {
    ...DEAD,
    mta: 'imx1.rambler.ru',
    replies: ['550 5.7.1 Recipient not found: <anna@rambler.ru>'],
  },
  {
    ...DEAD,
    mta: 'mx.example.ru',
    replies: [
      '550 Пользователь не существует',
      '550 5.1.1 Пользователь не найден',
      '550 5.1.1 Получатель неизвестен',
      '550 Такого пользователя нет',
      '550 Нет такого почтового ящика',
      '550 5.2.1 Почтовый ящик отключён',
      '550 5.2.1 Учётная запись удалена',
      '550 Адрес получателя не существует',
      '550 5.2.1 Ящик заблокирован',
    ],
  },
  {
    ...FULL,
    mta: 'mx.example.ru',
    replies: [
      '552 5.2.2 Почтовый ящик переполнен',
      '452 Ящик получателя переполнен',
      '552 Превышена квота почтового ящика',
    ],
  },
  {
    ...OURS,
    mta: 'mx.example.ru',
    replies: [
      '550 5.7.1 Ваш IP-адрес заблокирован',
      '554 Письмо отклонено: похоже на спам',
      '550 5.7.1 Отправитель не авторизован',
      '451 Слишком много сообщений с вашего адреса, попробуйте позже',
      '550 5.1.8 Домен отправителя не существует',
      '550 5.7.1 Доступ запрещён',
      '550 Адрес отправителя не найден',
      '554 Размер письма превышает допустимый',
    ],
  },
  {
    ...GREYLISTED,
    mta: 'mx.example.de',
    replies: [
      '450 4.2.0 <anna@example.de>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.de.html',
      '451 4.7.1 Greylisting aktiv, bitte später erneut versuchen',
    ],
  },
  {
    ...LISTED,
    mta: 'mx.example.de',
    replies: [
      '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using ix.dnsbl.manitu.net; Your e-mail service was detected by mx.selfip.biz (NiX Spam) as spamming',
      '550 5.7.1 Ihre IP-Adresse 192.0.2.1 steht auf einer Blacklist',
    ],
  },
  {
    ...TOO_LARGE,
    mta: 'mx.example.de',
    replies: [
      '552 5.3.4 Nachricht zu groß',
      '552 Die Nachricht ist zu gross',
      '552 5.3.4 Message trop volumineux',
      '552 El mensaje es demasiado grande',
      '552 Messaggio troppo grande',
      '552 5.3.4 Wiadomość jest zbyt duża',
      '552 Het bericht is te groot',
      '552 5.3.4 Mensagem muito grande',
    ],
  },
]
