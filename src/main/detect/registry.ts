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
import { dragonfly } from './dragonfly.ts'
import { exim } from './exim.ts'
import { generic } from './generic.ts'
import { listNotice } from './list-notice.ts'
import { opensmtpd } from './opensmtpd.ts'
import { postfix } from './postfix.ts'
import { qmail } from './qmail.ts'
import { receipt } from './receipt.ts'
import { rfc3464 } from './rfc3464.ts'
import { rfc3464Scan } from './rfc3464-scan.ts'
import { sendmail } from './sendmail.ts'
import { sendmailV5 } from './sendmail-v5.ts'
import type { Detector } from './types.ts'
import { unnamed } from './unnamed.ts'

export const DETECTORS: readonly Detector[] = [
  // structured
  arf,
  rfc3464,
  rfc3464Scan,
  receipt,
  // sender
  courier,
  dragonfly,
  exim,
  opensmtpd,
  postfix,
  qmail,
  sendmail,
  sendmailV5,
  // kind
  challenge,
  listNotice,
  autoReply,
  // last
  generic,
  // unnamed
  unnamed,
]
