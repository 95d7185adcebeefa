/** Entry of the command line. */
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { CommanderError } from 'commander'
import packageJson from '../../../package.json' with { type: 'json' }
import { ENGINE_FLAGS } from '../host/engine-flags.ts'
import { explainCommand } from './explain-command.ts'
import { createProgram, EXIT } from './options.ts'
import { splitCommand } from './split-command.ts'
import { processStreams } from './streams.ts'
import { triageCommand } from './triage-command.ts'

for (const flag of ENGINE_FLAGS) setFlagsFromString(flag)

const streams = processStreams()
const program = createProgram(packageJson.version, {
  async triage(paths, options) {
    process.exitCode = await triageCommand(paths, options, streams, join(import.meta.dirname, 'worker.js'))
  },
  async split(file, options) {
    process.exitCode = await splitCommand(file, options, streams)
  },
  async explain(reply, options) {
    process.exitCode = await explainCommand(reply, options, streams, process.stdin)
  },
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage
  else {
    streams.note(error instanceof Error ? error.message : String(error))
    process.exitCode = EXIT.unread
  }
}
