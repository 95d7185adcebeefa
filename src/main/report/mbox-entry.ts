/** A message as an mbox holds it (mboxrd: RFC 4155, with every quoted `From ` line quoted once more). */

const FROM_LINE = /^>*From /gm

/**
 * Separator, message and empty line.
 * @param message with LF line ends
 * @param reportedAt ISO 8601; null where nobody knows, and then the separator does not say either
 */
export function mboxEntry(message: Uint8Array, reportedAt: string | null): Uint8Array {
  const text = Buffer.from(message).toString('latin1').replace(FROM_LINE, '>$&')
  const end = text.endsWith('\n') ? '\n' : '\n\n'
  return Buffer.from(
    `From MAILER-DAEMON${reportedAt === null ? '' : ` ${asctime(reportedAt)}`}\n${text}${end}`,
    'latin1',
  )
}

/** `Thu Nov 26 02:00:00 2026`, in UTC. */
function asctime(iso: string): string {
  const [weekday, day, month, year, clock] = new Date(iso).toUTCString().replace(',', '').split(' ')
  return `${weekday} ${month} ${day?.replace(/^0/, ' ')} ${clock} ${year}`
}
