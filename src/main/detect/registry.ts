/**
 * Every format we read. To add one: write `name.ts` (a `Detector`: what it recognises and where that is shown, patterns,
 * one function), add its line below in its tier, put at least two messages and one near miss into `fixtures/name/`, and
 * one row a fixture into `fixtures/name/expected.ts`. Nothing else has to change; docs/formats.md says it at length.
 * Within a tier the more telling stands first: the first `sender` that states anything is believed.
 */
import { arf } from './arf.ts'
import { autoReply } from './auto-reply.ts'
import { challenge } from './challenge.ts'
import { courier } from './courier.ts'
import { delivered } from './delivered.ts'
import { domino } from './domino.ts'
import { dragonfly } from './dragonfly.ts'
import { exchange } from './exchange.ts'
import { exchange2003 } from './exchange-2003.ts'
import { exchangeOnline } from './exchange-online.ts'
import { exim } from './exim.ts'
import { generic } from './generic.ts'
import { groupwise } from './groupwise.ts'
import { haraka } from './haraka.ts'
import { hmailserver } from './hmailserver.ts'
import { imail } from './imail.ts'
import { james } from './james.ts'
import { listNotice } from './list-notice.ts'
import { mailenable } from './mailenable.ts'
import { mdaemon } from './mdaemon.ts'
import { messagingServer } from './messaging-server.ts'
import { microsoftSmtp } from './microsoft-smtp.ts'
import { opensmtpd } from './opensmtpd.ts'
import { postfix } from './postfix.ts'
import { powermta } from './powermta.ts'
import { qmail } from './qmail.ts'
import { receipt } from './receipt.ts'
import { rfc3464 } from './rfc3464.ts'
import { rfc3464Scan } from './rfc3464-scan.ts'
import { sendmail } from './sendmail.ts'
import { sendmailV5 } from './sendmail-v5.ts'
import { smartermail } from './smartermail.ts'
import { stalwart } from './stalwart.ts'
import type { Detector } from './types.ts'
import { unnamed } from './unnamed.ts'
import { zoneMta } from './zone-mta.ts'

export const DETECTORS: readonly Detector[] = [
  // structured
  arf,
  rfc3464,
  rfc3464Scan,
  receipt,
  // sender
  courier,
  domino,
  dragonfly,
  exchange,
  exchange2003,
  exchangeOnline,
  exim,
  groupwise,
  haraka,
  hmailserver,
  imail,
  james,
  mailenable,
  mdaemon,
  messagingServer,
  microsoftSmtp,
  opensmtpd,
  postfix,
  powermta,
  qmail,
  sendmail,
  sendmailV5,
  smartermail,
  stalwart,
  zoneMta,
  // kind
  delivered,
  challenge,
  listNotice,
  autoReply,
  // last
  generic,
  // unnamed
  unnamed,
]
