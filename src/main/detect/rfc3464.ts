/**
 * Delivery status notifications: the groups of a message/delivery-status part (RFC 3464), also in its international
 * form (RFC 6533). One statement for each recipient that a group names.
 */
import type { Kind } from '../../shared/bounce.ts'
import { isHidden, readAddress, splitAddresses } from '../message/addresses.ts'
import type { DeliveryStatus, FieldGroup, ParsedMessage } from '../message/types.ts'
import { stripComments } from '../message/words.ts'
import { enhancedCodeOf, replyCodeOf, sameAddress, state } from './statement.ts'
import { returnedRecipient } from './text.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'rfc3464'

/** `rfc822; text` without its type; `dns; mx.example.com` too. */
function untyped(value: string | null): string | null {
  if (value === null) return null
  const text = value.replace(/^\s*[A-Za-z0-9-]+\s*;\s*/, '').trim()
  return text === '' ? null : text
}

/** A host out of an MTA name field (RFC 3464 §2.2.2): its type, comments and brackets gone. */
function mtaName(value: string | null): string | null {
  const text = untyped(value)
  if (text === null) return null
  const name =
    stripComments(text.split('\n')[0] ?? '')
      .replace(/^[<[]|[>\].]$/g, '')
      .split(/[\s,]/)[0] ?? ''
  return /[A-Za-z0-9]/.test(name) && !/^(?:unknown|none|n\/a|null|localhost\.?)$/i.test(name)
    ? name.toLowerCase()
    : null
}

/** Action (RFC 3464 §2.3.3) as stated: lower-cased, comments and the tail of those who write sentences gone. */
function readAction(value: string | null): string | null {
  if (value === null) return null
  const word = /^[A-Za-z-]+/.exec(stripComments(value).trim())?.[0].toLowerCase()
  return word ?? null
}

/** Status (RFC 3464 §2.3.4): `5.1.1 (bad destination)`; some write `5.1.1.` or a text around it. */
function readStatus(value: string | null): string | null {
  if (value === null) return null
  return /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/.exec(value)?.[0] ?? null
}

const STILL_TRYING =
  /still (?:trying|being)|will (?:be )?(?:keep|continue|retr(?:y|ied)|try)|no action is required|not (?:yet )?been delivered yet|delay(?:ed)?\b|THIS IS A WARNING|need not (?:resend|re-?send)|do not need to (?:resend|re-?send)/i
const GAVE_UP =
  /gave up|giving up|given up|(?:has|have) (?:permanently )?failed|permanent(?:ly)? (?:error|fail)|no longer (?:be )?(?:tr(?:y|ied)|retr)|could not be delivered (?:within|for)|expired/i

/** What an action says a record is; a status and the words around decide where there is none. */
function kindOf(action: string | null, status: string | null, group: FieldGroup, message: ParsedMessage): Kind | null {
  switch (action) {
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return 'delivered'
    case 'delayed':
    case 'delay':
      return 'delay'
    case 'failed':
    case 'failure':
    case 'fail':
      return 'bounce'
    default:
  }
  if (status?.startsWith('2')) return 'delivered'
  if (status?.startsWith('4')) {
    const words = `${message.headers.get('subject') ?? ''}\n${message.text.slice(0, 4_000)}`
    if (group.get('will-retry-until') !== null) return 'delay'
    if (STILL_TRYING.test(words) && !GAVE_UP.test(words)) return 'delay'
  }
  return status !== null || action !== null || group.get('diagnostic-code') !== null ? 'bounce' : null
}

interface Names {
  recipient: string | null
  original: string | null
  hidden: string | null
}

/** The recipients of a group: the one that was mailed (Original-Recipient first) and the one it became. */
function recipientsOf(group: FieldGroup): Names[] {
  const originals = group.all('original-recipient').flatMap(addressesIn)
  const finals = [...group.all('final-recipient'), ...group.all('final-recipient-address')].flatMap(addressesIn)
  const actual = group.all('x-actual-recipient').flatMap(addressesIn)[0] ?? null
  if (finals.length > 1) {
    // Several Final-Recipients share a group; their Original-Recipients can be told apart only where they are as many.
    return finals.map((final, index) => names(originals.length === finals.length ? originals[index] : undefined, final))
  }
  const final = finals[0] ?? null
  const original = originals[0]
  if (original !== undefined || final !== null) return [names(original, final ?? actual, actual)]
  if (actual !== null) return [{ recipient: actual, original: null, hidden: null }]
  const written = [...group.all('original-recipient'), ...group.all('final-recipient')]
  return [{ recipient: null, original: null, hidden: written.find((value) => isHidden(value)) ?? null }]
}

/**
 * The recipient of a group that gives no whole address: the sole recipient of the message that came back, if the group
 * names nobody at all or its local part alone.
 */
function wholeAddress(group: FieldGroup, message: ParsedMessage): string | null {
  const recipient = returnedRecipient(message)
  const name = untyped(group.get('final-recipient') ?? group.get('original-recipient'))?.replace(/^<|>$/g, '') ?? ''
  if (recipient === null || isHidden(name)) return null
  return name === '' || recipient.toLowerCase().startsWith(`${name.toLowerCase()}@`) ? recipient : null
}

/** Which of the addresses was mailed: the original one, unless it is a placeholder or a list's own machinery. */
function names(original: string | undefined, final: string | null, actual: string | null = null): Names {
  const mailed = original !== undefined && !isHidden(original) ? original : (final ?? original ?? null)
  if (mailed !== null && isHidden(mailed)) return { recipient: null, original: null, hidden: mailed }
  const others = [final, actual].filter((address) => address !== null && !sameAddress(address, mailed))
  return { recipient: mailed, original: others[0] ?? null, hidden: null }
}

function addressesIn(value: string): string[] {
  const one = readAddress(value)
  if (one !== null) return [one]
  const text = untyped(value)
  return text === null ? [] : splitAddresses(text)
}

/**
 * The enhanced code of a group: Status, unless it only names a class (x.0.0) or the sender's own expiry (x.4.7) and the
 * reply in the Diagnostic-Code says more of the same class.
 */
function enhancedOf(status: string | null, diagnostic: string | null): string | null {
  const said = enhancedCodeOf(diagnostic)
  if (status === null) return said
  if (said !== null && /^[245]\.(?:0\.0|4\.7)$/.test(status) && said[0] === status[0]) return said
  return status
}

/** Fields of a group that its excerpt shows: a group may list thousands of recipients. */
const EXCERPT_FIELDS = 12

function excerptOf(group: FieldGroup): string {
  const shown = group.fields.slice(0, EXCERPT_FIELDS)
  return shown.map(({ name, value }) => `${name}: ${value}`).join('\n')
}

/** `250 OK`: in the group of a failure the answer to another command than the one that failed. */
function isSuccess(diagnostic: string | null): boolean {
  return diagnostic !== null && /^2\d\d\b/.test(diagnostic) && replyCodeOf(diagnostic)?.startsWith('2') === true
}

/** Statements of one delivery-status block. `detector` stands in the evidence. */
export function readStatusBlock(block: DeliveryStatus, message: ParsedMessage, detector: string): Statement[] {
  const statements: Statement[] = []
  const reportingMta = mtaName(block.perMessage.get('reporting-mta'))
  for (const group of block.perRecipient) {
    const action = readAction(group.get('action'))
    const status = readStatus(group.get('status'))
    const kind = kindOf(action, status, group, message)
    if (kind === null) continue
    const excerpt = excerptOf(group)
    const written = untyped(group.get('diagnostic-code')) ?? untyped(block.perMessage.get('diagnostic-code'))
    const diagnostic = kind === 'delivered' || !isSuccess(written) ? written : null
    const stated = kind === 'delivered' || !status?.startsWith('2') ? status : null
    for (const { recipient, original, hidden } of recipientsOf(group)) {
      statements.push(
        state({
          kind,
          recipient: recipient ?? hidden ?? wholeAddress(group, message),
          originalRecipient: original,
          action,
          enhancedCode: enhancedOf(stated, diagnostic),
          diagnostic,
          remoteMta: mtaName(group.get('remote-mta') ?? block.perMessage.get('remote-mta')),
          reportingMta: reportingMta ?? mtaName(group.get('reporting-mta')),
          evidence: { detector, rule: `action/${action ?? 'none'}`, part: block.part, excerpt },
        }),
      )
    }
  }
  return statements
}

export const rfc3464: Detector = {
  name: NAME,
  tier: 'structured',
  title: 'Delivery status notification',
  source: 'RFC 3464 §2 (groups and fields), RFC 6533 §3 (international addresses), RFC 3461 §4 (xtext)',
  gate: (message) => message.deliveryStatus.length > 0,
  detect: (message) => message.deliveryStatus.flatMap((block) => readStatusBlock(block, message, NAME)),
}
