import { describe, expect, it } from 'vitest'
import { enrich, mergeStatements } from './merge.ts'
import { type Known, state } from './statement.ts'

const of = (known: Partial<Known>) =>
  state({ kind: 'bounce', recipient: 'a@example.com', evidence: { detector: 'd', rule: 'r', part: 'p' }, ...known })

describe('mergeStatements', () => {
  it('keeps one statement for each recipient and kind, whatever the case of its letters', () => {
    const merged = mergeStatements([
      of({ diagnostic: '550 5.1.1 no' }),
      of({ recipient: 'A@Example.com', remoteMta: 'mx.example.com' }),
      of({ kind: 'delay' }),
    ])
    expect(merged.map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['bounce', 'a@example.com'],
      ['delay', 'a@example.com'],
    ])
    expect(merged[0]).toMatchObject({ replyCode: '550', remoteMta: 'mx.example.com' })
  })
})

describe('enrich', () => {
  it('fills what the report leaves open, and overrides nothing', () => {
    const [one] = enrich(
      [of({ enhancedCode: '5.1.1', diagnostic: 'unknown user' })],
      [of({ diagnostic: '554 5.7.1 refused', remoteMta: 'mx.example.com' })],
    )
    expect(one).toMatchObject({
      diagnostic: 'unknown user',
      enhancedCode: '5.1.1',
      replyCode: '554',
      remoteMta: 'mx.example.com',
    })
  })

  it('lets a telling code replace one that only names its class', () => {
    const text = [of({ diagnostic: '550 5.7.25 no PTR' })]
    expect(enrich([of({ enhancedCode: '5.0.0' })], text)[0]?.enhancedCode).toBe('5.7.25')
    expect(enrich([of({ enhancedCode: '4.0.0' })], text)[0]?.enhancedCode).toBe('4.0.0')
  })

  it('adds nobody', () => {
    expect(enrich([of({})], [of({ recipient: 'b@example.com' })]).map(({ recipient }) => recipient)).toEqual([
      'a@example.com',
    ])
  })

  it('names the recipient that the report hides, where there is one of each', () => {
    const hidden = of({ recipient: 'redacted' })
    expect(enrich([hidden], [of({})])[0]).toMatchObject({ recipient: 'a@example.com', remark: null })
    expect(enrich([hidden], [of({}), of({ recipient: 'b@example.com' })])[0]?.recipient).toBeNull()
  })
})
