/** What the command line accepts; wrong usage is told by the parser itself and ends with exit code 2. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { EXPORT_FORMATS, type ExportFormat, LINE_ENDS, POLICIES, type Policy } from '../../shared/api.ts'
import { FORMAT_INFO } from '../../shared/knowledge/exportFormats/index.ts'
import { STANDING_WORDS } from '../../shared/knowledge/exportFormats/words.ts'

export const OUTPUT_FORMATS = ['table', 'ndjson', 'csv', 'json-summary', 'parquet'] as const
export type OutputFormat = (typeof OUTPUT_FORMATS)[number]

export interface TriageOptions {
  format: OutputFormat
  /** Where Parquet goes. */
  out?: string
  suppress?: string
  unrecognised?: string
  for: ExportFormat
  resend?: string
  /** Left open: what the format's readers expect. */
  lineEnd?: (typeof LINE_ENDS)[number]
  policy: Policy
  neverRemove: string[]
  workers?: number
  quiet: boolean
}

export interface SplitOptions {
  parts: number
  out: string
}

export interface ExplainOptions {
  mta?: string
  recipient?: string
  format: 'text' | 'ndjson'
}

export interface CliActions {
  triage(paths: string[], options: TriageOptions): Promise<void>
  split(file: string, options: SplitOptions): Promise<void>
  explain(reply: string, options: ExplainOptions): Promise<void>
}

/** Exit codes: everything read; some input could not be read; wrong usage. */
export const EXIT = { done: 0, unread: 1, usage: 2 } as const

/** The parser of the command line, calling `actions`. Wrong usage exits with 2, help with 0. */
export function createProgram(version: string, actions: CliActions): Command {
  const program = new Command('bounce-triage')
    .description('Reads mailboxes of bounces and says which addresses to remove, which to keep and what to fix.')
    .version(version)
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('(--help lists the options)')

  program
    .command('triage', { isDefault: true })
    .description('triage mailboxes, messages and folders (the default)')
    .argument('<PATH...>', 'files or folders: mbox, .eml, Maildir, archives')
    .addOption(new Option('--format <format>', 'what to print').choices(OUTPUT_FORMATS).default('table'))
    .option('--out <file>', 'where --format parquet writes; no other format needs it')
    .option('--suppress <file>', 'write the removal list to this file')
    .addOption(
      new Option('--for <format>', 'format of the removal list, see below').choices(EXPORT_FORMATS).default('plain'),
    )
    .option(
      '--resend <file>',
      'write the list of addresses to write to again once the fault is mended: plain, or the audit CSV with --for audit',
    )
    .addOption(
      new Option('--line-end <end>', 'line ends of the lists (default: as the format has them)').choices(LINE_ENDS),
    )
    .addOption(
      new Option('--policy <policy>', 'careful, or strict: every hard bounce goes')
        .choices(POLICIES)
        .default('careful'),
    )
    .option('--never-remove <entry>', 'an address or domain that stays, whatever happens (repeatable)', collect, [])
    .option('--unrecognised <file>', 'save bounces of unknown form for a report (mbox, addresses replaced)')
    .option('--workers <n>', 'worker threads', positiveInteger)
    .option('--quiet', 'no progress on standard error', false)
    .addHelpText('after', `\nFormats of the removal list:\n${formatHelp()}`)
    .action((paths: string[], options: TriageOptions, command: Command) => {
      if ((options.format === 'parquet') !== (options.out !== undefined)) {
        command.error("error: '--format parquet' and '--out <file>' go together", { exitCode: EXIT.usage })
      }
      return actions.triage(paths, options)
    })

  program
    .command('split')
    .description('cut a mailbox into files of whole messages, for runs side by side (docs/scale.md)')
    .argument('<FILE>', 'an mbox')
    .requiredOption('--parts <n>', 'how many', positiveInteger)
    .requiredOption('--out <folder>', 'where to; made where it is missing')
    .action((file: string, options: SplitOptions) => actions.split(file, options))

  program
    .command('explain')
    .description('judge a single SMTP reply or a pasted bounce text; - reads standard input')
    .argument('<REPLY>', 'the reply, e.g. "550 5.7.26 …", or -')
    .option('--mta <host>', 'the remote MTA that said it')
    .option('--recipient <address>', 'the address it was said about')
    .addOption(
      new Option('--format <format>', 'text, or one JSON object a line in and out')
        .choices(['text', 'ndjson'])
        .default('text'),
    )
    .action((reply: string, options: ExplainOptions) => actions.explain(reply, options))

  return program
}

/** A line for each format: its name, what it is, how far it is verified. */
function formatHelp(): string {
  const longest = Math.max(...EXPORT_FORMATS.map((name) => name.length))
  return EXPORT_FORMATS.map((name) => {
    const { label, hint, standing } = FORMAT_INFO[name]
    const doubt = standing === 'documented' ? '' : ` (${STANDING_WORDS[standing].toLowerCase()})`
    return `  ${name.padEnd(longest)}  ${label}: ${hint}${doubt}`
  }).join('\n')
}

function collect(value: string, previous: string[]): string[] {
  return [...previous, value]
}

function positiveInteger(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('a whole number from 1 is needed')
  return number
}
