/**
 * Blocks of fields as RFC 3464 §2.1 and RFC 5965 §3 write them: groups parted by blank lines, folded lines, one value a
 * field. Line structure is kept as LF, since a multi-line reply in a Diagnostic-Code means something.
 */
import { MAX_GROUPS, MAX_HEADER_VALUE } from './limits.ts'
import type { DeliveryStatus, FieldGroup } from './types.ts'
import { decodeWords } from './words.ts'

const FIELD = /^([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:[ \t]*(.*)$/

interface GroupField {
  name: string
  value: string
}

class Group implements FieldGroup {
  readonly fields: readonly GroupField[]
  constructor(fields: readonly GroupField[]) {
    this.fields = fields
  }
  get(name: string): string | null {
    for (const field of this.fields) if (field.name === name) return field.value
    return null
  }
  all(name: string): string[] {
    const values: string[] = []
    for (const field of this.fields) if (field.name === name) values.push(field.value)
    return values
  }
}

/** A group of fields in order. */
export function fieldGroup(fields: readonly GroupField[]): FieldGroup {
  return new Group(fields)
}

/** Names that reports write, by how they write them. */
const KNOWN_NAMES: ReadonlyMap<string, string> = new Map(
  [
    'Reporting-MTA',
    'Received-From-MTA',
    'Arrival-Date',
    'Original-Envelope-Id',
    'Original-Recipient',
    'Final-Recipient',
    'Action',
    'Status',
    'Remote-MTA',
    'Diagnostic-Code',
    'Last-Attempt-Date',
    'Will-Retry-Until',
    'X-Actual-Recipient',
    'X-Postfix-Queue-ID',
    'X-Postfix-Sender',
    'X-Display-Name',
  ].map((written) => [written, written.toLowerCase()]),
)

/** Line ends that no `.` of a pattern passes. */
const OTHER_LINE_END = /[\r\u2028\u2029]/

/**
 * Groups of fields in a text with LF line ends. A line that is no field continues the one before it: many systems
 * forget to indent the second line of a reply.
 */
export function readGroups(text: string): FieldGroup[] {
  const groups: FieldGroup[] = []
  let fields: GroupField[] = []
  const flush = () => {
    if (fields.length > 0 && groups.length < MAX_GROUPS) groups.push(fieldGroup(fields))
    fields = []
  }
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    if (trimmed === '') {
      flush()
      continue
    }
    const field = readField(line)
    const last = fields[fields.length - 1]
    if (field) fields.push(field)
    else if (last && last.value.length < MAX_HEADER_VALUE) {
      last.value = last.value === '' ? trimmed : `${last.value}\n${trimmed}`
    }
  }
  flush()
  if (!text.includes('=?')) return groups
  for (const group of groups) {
    for (const field of group.fields) {
      // Encoded words stand for words, never for an address: there they are what the envelope carried.
      if (!field.value.includes('=?') || field.name.endsWith('-recipient')) continue
      Object.assign(field, { value: decodeWords(field.value) })
    }
  }
  return groups
}

/** The field that a line begins; null where it begins none. */
function readField(line: string): GroupField | null {
  const colon = line.indexOf(':')
  if (colon < 0) return null
  const known = KNOWN_NAMES.get(line.slice(0, colon))
  if (known !== undefined && !OTHER_LINE_END.test(line)) return { name: known, value: line.slice(colon + 1).trim() }
  const match = FIELD.exec(line)
  return match ? { name: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').trim() } : null
}

/** A group that speaks of a recipient (RFC 3464 §2.3). */
export function isRecipientGroup(group: FieldGroup): boolean {
  for (const { name } of group.fields) if (RECIPIENT_FIELDS.has(name)) return true
  return false
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
  const perMessage: GroupField[] = []
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
  let actions = 0
  let recipients = 0
  for (const { name } of group.fields) {
    if (name === 'action' || name === 'status') actions++
    else if (name === 'final-recipient') recipients++
  }
  if (recipients < 2 || actions < recipients) return [group]
  const groups: GroupField[][] = []
  let current: GroupField[] = []
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
