import { describe, expect, it } from 'vitest'
import { VERDICTS } from './bounce.ts'
import { COMMAND_SPECS, verdictCommandId } from './commands.ts'

describe('commands', () => {
  it('have each an id and keys of their own', () => {
    const ids = COMMAND_SPECS.map(({ id }) => id)
    const keys = COMMAND_SPECS.flatMap(({ key, also }) => [key, also].filter((one) => one !== undefined))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('cover every verdict', () => {
    for (const verdict of VERDICTS) {
      expect(COMMAND_SPECS.find(({ id }) => id === verdictCommandId(verdict))?.label.toLowerCase()).toContain(verdict)
    }
  })
})
