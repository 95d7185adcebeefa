/**
 * Blocks of fields as RFC 3464 §2.1 and RFC 5965 §3 write them: groups parted by blank lines, folded lines, one value a
 * field. Line structure is kept as LF, since a multi-line reply in a Diagnostic-Code means something.
 */
import { MAX_GROUPS, MAX_HEADER_VALUE } from './limits.ts'
import type { DeliveryStatus, FieldGroup } from './types.ts'
import { decodeWords } from './words.ts'

const FIELD = /^([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:[ \t]*(.*)$/

/** A group of fields in order. */
export function fieldGroup(fields: readonly { name: string; value: string }[]): FieldGroup {
  return {
    fields,
    get: (name) => fields.find((field) => field.name === name)?.value ?? null,
    all: (name) => fields.filter((field) => field.name === name).map((field) => field.value),
  }
}

/**
 * Groups of fields in a text with LF line ends. A line that is no field continues the one before it: many systems
 * forget to indent the second line of a reply.
 */
export function readGroups(text: string): FieldGroup[] {
  const groups: FieldGroup[] = []
  let fields: { name: string; value: string }[] = []
  const flush = () => {
    if (fields.length > 0 && groups.length < MAX_GROUPS) groups.push(fieldGroup(fields))
    fields = []
  }
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      flush()
      continue
    }
    const match = /^[ \t]/.test(line) ? null : FIELD.exec(line)
    const last = fields[fields.length - 1]
    if (match) {
      fields.push({ name: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').trim() })
    } else if (last && last.value.length < MAX_HEADER_VALUE) {
      last.value = last.value === '' ? line.trim() : `${last.value}\n${line.trim()}`
    }
  }
  flush()
  for (const group of groups) {
    for (const field of group.fields) {
      // Encoded words stand for words, never for an address: there they are what the envelope carried.
      if (!field.value.includes('=?') || field.name.endsWith('-recipient')) continue
      Object.assign(field, { value: decodeWords(field.value) })
    }
  }
  return groups
}

/** A group that speaks of a recipient (RFC 3464 §2.3). */
export function isRecipientGroup(group: FieldGroup): boolean {
  return group.fields.some(({ name }) => RECIPIENT_FIELDS.has(name))
}

const RECIPIENT_FIELDS = new Set([
  'final-recipient',
  'original-recipient',
  'x-actual-recipient',
  'final-recipient-address',
])

/** A text as delivery status (RFC 3464 §2): groups about recipients, all else joined into the group about the message. */
export function readDeliveryStatus(text: string, part: string): DeliveryStatus {
  const groups = readGroups(text)
  const perRecipient: FieldGroup[] = []
  const perMessage: { name: string; value: string }[] = []
  for (const group of groups) {
    if (isRecipientGroup(group)) perRecipient.push(...splitGroup(group))
    else if (perRecipient.length > 0 && continues(group)) {
      // A blank line in the middle of a group: its second half belongs to the recipient before it.
      const last = perRecipient.pop()
      perRecipient.push(fieldGroup([...(last?.fields ?? []), ...group.fields]))
    } else perMessage.push(...group.fields)
  }
  return { part, perMessage: fieldGroup(perMessage), perRecipient }
}

/**
 * One group for each recipient where the blank lines between them are missing: with several actions, a recipient field
 * that stands there already begins a new group, once the one before has an action or a status.
 */
function splitGroup(group: FieldGroup): FieldGroup[] {
  const actions = group.fields.filter(({ name }) => name === 'action' || name === 'status').length
  const recipients = group.fields.filter(({ name }) => name === 'final-recipient').length
  if (recipients < 2 || actions < recipients) return [group]
  const groups: { name: string; value: string }[][] = []
  let current: { name: string; value: string }[] = []
  let names = new Set<string>()
  for (const field of group.fields) {
    const complete = names.has('action') || names.has('status')
    if (complete && RECIPIENT_FIELDS.has(field.name) && names.has(field.name)) {
      groups.push(current)
      current = []
      names = new Set()
    }
    current.push(field)
    names.add(field.name)
  }
  return [...groups, current].map(fieldGroup)
}

/** Fields of a recipient (RFC 3464 §2.3.3 and on) without its name. */
function continues(group: FieldGroup): boolean {
  return group.fields.every(({ name }) =>
    /^(?:action|status|diagnostic-code|remote-mta|last-attempt-date|will-retry-until|final-log-id)$/.test(name),
  )
}
