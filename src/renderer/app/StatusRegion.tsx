/** What a screen reader is told: one polite region that is always there; progress in quarters, results when they settle. */

import { endedSentence } from '../import/sentences.ts'
import { countOf } from '../lib/format.ts'
import { quartersRead } from '../state/imports.ts'
import { useImports, useResult } from '../state/stores.ts'

const QUARTERS = ['Import started.', 'A quarter is read.', 'Half is read.', 'Three quarters are read.', 'Nearly done.']

export function StatusRegion() {
  const { running, ended } = useImports()
  const records = useResult((result) => (result.waiting ? null : (result.summary?.records ?? null)))
  return (
    <div role="status" aria-live="polite" aria-label="Status" className="heard">
      {running !== null && QUARTERS[quartersRead(running)]}
      {running === null && ended !== null && endedSentence(ended)}
      {running === null && ended === null && records !== null && `${countOf(records, 'record')} shown.`}
    </div>
  )
}
