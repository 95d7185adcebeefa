/** For every cause: what it means, why it matters, what to do, how to check, when to send again. */
import type { Cause } from '../bounce.ts'
import { domainUnknown, mailboxDisabled, mailboxMoved, mailboxUnknown } from './causes/address.ts'
import { connectionFailed, dnsFailure, expired, loop, relayDenied, serverTrouble, unknown } from './causes/delivery.ts'
import { authentication, missingPtr, protocol, tls } from './causes/identity.ts'
import { greylisted, messageTooLarge, policy, rateLimited } from './causes/limits.ts'
import { mailboxFull, recipientRefused } from './causes/mailbox.ts'
import { blocklisted, content, reputation, spam, virus } from './causes/standing.ts'
import type { CauseInfo } from './types.ts'

export const CAUSE_INFO: Record<Cause, CauseInfo> = {
  'mailbox-unknown': mailboxUnknown,
  'domain-unknown': domainUnknown,
  'mailbox-disabled': mailboxDisabled,
  'mailbox-moved': mailboxMoved,
  'mailbox-full': mailboxFull,
  'recipient-refused': recipientRefused,
  blocklisted,
  reputation,
  authentication,
  'missing-ptr': missingPtr,
  policy,
  'rate-limited': rateLimited,
  'message-too-large': messageTooLarge,
  content,
  spam,
  virus,
  protocol,
  tls,
  greylisted,
  'relay-denied': relayDenied,
  loop,
  'server-trouble': serverTrouble,
  'connection-failed': connectionFailed,
  'dns-failure': dnsFailure,
  expired,
  unknown,
}
