import { describe, expect, it, vi } from 'vitest'
import { EXPORT_FORMATS } from '../../shared/api.ts'
import { createProgram } from './options.ts'

function parse(...args: string[]) {
  const triage = vi.fn().mockResolvedValue(undefined)
  const explain = vi.fn().mockResolvedValue(undefined)
  const split = vi.fn().mockResolvedValue(undefined)
  const program = createProgram('1.0.0', { triage, split, explain })
  const quiet = { writeErr: () => {}, writeOut: () => {} }
  for (const command of [program, ...program.commands]) command.configureOutput(quiet)
  return { triage, split, explain, done: program.parseAsync(args, { from: 'user' }) }
}

describe('the command line', () => {
  it('triages what it is given, without a command before it', async () => {
    const { triage, done } = parse(
      'a.mbox',
      'b',
      '--format',
      'ndjson',
      '--never-remove',
      'x@example.com',
      '--never-remove',
      'example.org',
    )
    await done
    expect(triage).toHaveBeenCalledWith(
      ['a.mbox', 'b'],
      expect.objectContaining({
        format: 'ndjson',
        policy: 'careful',
        for: 'plain',
        neverRemove: ['x@example.com', 'example.org'],
      }),
    )
  })

  it('explains a reply that begins like a code', async () => {
    const { explain, done } = parse('explain', '550 5.1.1 no such user', '--mta', 'mx.example.com')
    await done
    expect(explain).toHaveBeenCalledWith('550 5.1.1 no such user', expect.objectContaining({ mta: 'mx.example.com' }))
  })

  it('splits a mailbox', async () => {
    const { split, done } = parse('split', '--parts', '8', '--out', 'parts', 'a.mbox')
    await done
    expect(split).toHaveBeenCalledWith('a.mbox', expect.objectContaining({ parts: 8, out: 'parts' }))
  })

  it.each([[['--format', 'parquet', 'a']], [['--out', 'x', 'a']], [['--format', 'ndjson', '--out', 'x', 'a']]])(
    'knows that Parquet goes to a file, and nothing else: %j',
    async (args) => {
      const { triage, done } = parse(...args)
      await expect(done).rejects.toMatchObject({ exitCode: 2 })
      expect(triage).not.toHaveBeenCalled()
    },
  )

  it('writes lists for every format, and lists them all in its help', async () => {
    const { triage, done } = parse('a.mbox', '--suppress', 'x', '--for', 'mailgun', '--resend', 'y')
    await done
    expect(triage).toHaveBeenCalledWith(
      ['a.mbox'],
      expect.objectContaining({ suppress: 'x', for: 'mailgun', resend: 'y' }),
    )
    const program = createProgram('1.0.0', { triage, split: triage, explain: triage })
    const help: string[] = []
    for (const command of program.commands) command.configureOutput({ writeOut: (text) => void help.push(text) })
    await program.parseAsync(['triage', '--help'], { from: 'user' }).catch(() => {})
    for (const name of EXPORT_FORMATS) expect(help.join('')).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
    expect(help.join('')).toContain('(not verified)')
  })

  it.each([
    [[]],
    [['--for', 'nothing', 'a']],
    [['--format', 'xml', 'a']],
    [['--nonsense', 'a']],
    [['--workers', 'none', 'a']],
  ])('refuses %j as wrong usage', async (args) => {
    const { triage, done } = parse(...args)
    await expect(done).rejects.toMatchObject({ exitCode: 1 })
    expect(triage).not.toHaveBeenCalled()
  })
})
