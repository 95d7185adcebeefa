/** The text of docs/exports.md: every export format, out of the formats themselves. */
import { EXPORT_FORMATS } from '../src/shared/api-words.ts'
import { FORMAT_INFO, type FormatInfo, listFormat } from '../src/shared/knowledge/exportFormats/index.ts'
import { limitOf, STANDING_WARNINGS, STANDING_WORDS } from '../src/shared/knowledge/exportFormats/words.ts'

const LINE_END_WORDS = { lf: 'LF', crlf: 'CRLF' } as const

function row(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
}

function columns(info: FormatInfo): string {
  const format = listFormat(info.name)
  if (!format) return 'the fields of a record'
  return format.header === null ? 'no header' : `\`${format.header.join(',')}\``
}

function overview(): string {
  const rows = EXPORT_FORMATS.map((name) => {
    const info = FORMAT_INFO[name]
    return row([
      `[${info.label}](#${name})`,
      `\`${name}\``,
      columns(info),
      limitOf(info, 'en') ?? '',
      STANDING_WORDS[info.standing],
    ])
  })
  return [
    row(['Format', '`--for`', 'Columns', 'Limit', 'How far it is verified']),
    `|${' --- |'.repeat(5)}`,
    ...rows,
  ].join('\n')
}

function chapter(info: FormatInfo): string {
  const format = listFormat(info.name)
  const facts = [
    info.hint,
    info.upload && `Where it goes: ${info.upload}`,
    limitOf(info, 'en'),
    info.note,
    STANDING_WARNINGS[info.standing],
    `UTF-8, lines ended by ${LINE_END_WORDS[info.lineEnd]}${format?.ascii ? '; domains in their ASCII form, and no address whose local part is not ASCII' : ''}.`,
    info.sources.length > 0 && `Source: ${info.sources.map((source) => `<${source}>`).join(', ')}`,
  ].filter((fact) => typeof fact === 'string')
  const example = format ? `\n\n\`\`\`\n${format.example.text}\`\`\`` : ''
  return `<a id="${info.name}"></a>\n\n### ${info.label}\n\n${facts.map((fact) => `- ${fact}`).join('\n')}${example}`
}

/** The page. */
export function exportsDoc(): string {
  return `# Exports

Written by \`node scripts/make-exports-doc.ts\` out of \`src/shared/knowledge/exportFormats\`. A test compares the examples below
with what is written, byte for byte.

## Two lists

**The removal list** holds addresses to which mail is to stop: of bounces and complaints, those whose address verdict is *remove*.
In the window other verdicts can be added to it; each is warned of.

**Send again once fixed** holds addresses that must not be suppressed, because they bounced through your own fault or that of their
server: each has at least one bounce (no mere delay) with the verdict *keep* whose fault is *sender* or *receiver*, and its address
verdict is *keep*. An address of which any report at all says *remove*, or whose owner complained, is never in it, whatever was
decided or reported later. No address is in both lists. Write to these again when the cause is mended, and take them off the
suppression lists that a service may have put them on. It comes as a plain list or as audit CSV, never in the form of a service,
which would stop mail to them.

## What no list carries

Addresses that a machine might not read back as the same one address are left out, counted and named: what a spreadsheet would run as
a formula (\`=\`, \`+\`, \`-\`, \`@\` first), control and invisible characters, quoted local parts, malformed domains, addresses longer
than RFC 5321 allows, recipients that a report hides. Words of replies in other columns are cut to one line, and defused where a
spreadsheet would run them.

## What is warned of

Before a list is saved, the window and the command line say how many of its addresses were delivered to later, are on the
never-remove list, are in review, are to be watched or kept, are at a domain that mail is sent from, or are there only because the policy
is strict; and whether an import was not read to its end.

## Files

A file is written whole or not at all. Where a format has a limit, a longer list is split: \`name-1-of-3.csv\` and so on, each with
its header. In the browser the parts come as one \`.zip\`. On the command line an existing file is replaced; in the window's save dialog
the system asks, and parts never replace a file that nobody was asked about.

## Formats

${overview()}

${EXPORT_FORMATS.map((name) => chapter(FORMAT_INFO[name])).join('\n\n')}
`
}
