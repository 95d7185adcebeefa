/**
 * Every format we read. To add one: write `name.ts` (a `Detector`: what it recognises and where that is shown, patterns,
 * one function), add its line below in its tier, put at least two messages and one near miss into `fixtures/name/`, and
 * one row a fixture into `fixtures/name/expected.ts`. Nothing else has to change; docs/formats.md says it at length.
 * Within a tier the more telling stands first: the first `sender` that states anything is believed.
 */
import { alibaba } from './alibaba.ts'
import { amavis } from './amavis.ts'
import { amazonSes } from './amazon-ses.ts'
import { aol } from './aol.ts'
import { arf } from './arf.ts'
import { autoReply } from './auto-reply.ts'
import { barracuda } from './barracuda.ts'
import { challenge } from './challenge.ts'
import { courier } from './courier.ts'
import { delivered } from './delivered.ts'
import { domino } from './domino.ts'
import { dragonfly } from './dragonfly.ts'
import { exchange } from './exchange.ts'
import { exchange2003 } from './exchange-2003.ts'
import { exchangeOnline } from './exchange-online.ts'
import { exim } from './exim.ts'
import { fml } from './fml.ts'
import { generic } from './generic.ts'
import { gmail } from './gmail.ts'
import { googleGroups } from './google-groups.ts'
import { groupwise } from './groupwise.ts'
import { haraka } from './haraka.ts'
import { hmailserver } from './hmailserver.ts'
import { imail } from './imail.ts'
import { interscan } from './interscan.ts'
import { ionos } from './ionos.ts'
import { ironport } from './ironport.ts'
import { james } from './james.ts'
import { kddi } from './kddi.ts'
import { listNotice } from './list-notice.ts'
import { mFilter } from './m-filter.ts'
import { mailenable } from './mailenable.ts'
import { mailfoundry } from './mailfoundry.ts'
import { mailmarshal } from './mailmarshal.ts'
import { mdaemon } from './mdaemon.ts'
import { messagelabs } from './messagelabs.ts'
import { messagingServer } from './messaging-server.ts'
import { microsoftSmtp } from './microsoft-smtp.ts'
import { mimecast } from './mimecast.ts'
import { netease } from './netease.ts'
import { opensmtpd } from './opensmtpd.ts'
import { openwave } from './openwave.ts'
import { postfix } from './postfix.ts'
import { powermta } from './powermta.ts'
import { qmail } from './qmail.ts'
import { qq } from './qq.ts'
import { receipt } from './receipt.ts'
import { rfc3464 } from './rfc3464.ts'
import { rfc3464Scan } from './rfc3464-scan.ts'
import { sendmail } from './sendmail.ts'
import { sendmailV5 } from './sendmail-v5.ts'
import { sieveReject } from './sieve-reject.ts'
import { smail } from './smail.ts'
import { smartermail } from './smartermail.ts'
import { stalwart } from './stalwart.ts'
import { surfcontrol } from './surfcontrol.ts'
import type { Detector } from './types.ts'
import { unnamed } from './unnamed.ts'
import { verizon } from './verizon.ts'
import { xmail } from './xmail.ts'
import { yahoo } from './yahoo.ts'
import { zoho } from './zoho.ts'
import { zoneMta } from './zone-mta.ts'

export const DETECTORS: readonly Detector[] = [
  // structured
  arf,
  rfc3464,
  rfc3464Scan,
  receipt,
  // sender
  alibaba,
  amavis,
  amazonSes,
  aol,
  barracuda,
  courier,
  domino,
  dragonfly,
  exchange,
  exchange2003,
  exchangeOnline,
  exim,
  gmail,
  googleGroups,
  groupwise,
  haraka,
  hmailserver,
  imail,
  interscan,
  ionos,
  ironport,
  james,
  kddi,
  mailenable,
  mailfoundry,
  mailmarshal,
  mdaemon,
  messagelabs,
  messagingServer,
  mFilter,
  microsoftSmtp,
  mimecast,
  netease,
  opensmtpd,
  openwave,
  postfix,
  powermta,
  qmail,
  qq,
  sendmail,
  sendmailV5,
  sieveReject,
  smail,
  smartermail,
  stalwart,
  surfcontrol,
  verizon,
  xmail,
  yahoo,
  zoho,
  zoneMta,
  // kind
  delivered,
  challenge,
  fml,
  listNotice,
  autoReply,
  // last
  generic,
  // unnamed
  unnamed,
]
