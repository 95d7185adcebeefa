import { describe, expect, it } from 'vitest'
import { makeRecord } from '../store/testing/records.ts'
import { audit } from './audit.ts'

describe('a cell with line breaks', () => {
  it.each(['\n', '\r\n'])('is quoted whatever the line ends of the file (%j)', (lineEnd) => {
    for (const broken of ['550 one\n550 two', '550 one\r550 two', '550 one\r\n550 two']) {
      const line = audit.lines([makeRecord({ diagnostic: broken })], lineEnd)
      expect(line).toContain(`"${broken}"`)
      expect(line.endsWith(lineEnd)).toBe(true)
    }
  })
})
