import { expect, it } from 'vitest'
import type { ExportWarning } from '../../shared/api.ts'
import type { Selection } from '../store/index.ts'
import { SelectionNotes } from './selection-notes.ts'

const REMOVALS: Selection = { list: 'remove', filter: null, verdicts: ['remove'], records: null }

/** A store that counts what it is asked. */
function counting() {
  const asked = { warnings: 0, sizes: 0 }
  const store = {
    async warnings(): Promise<ExportWarning[]> {
      asked.warnings += 1
      return [{ kind: 'delivered-later', count: asked.warnings, examples: [] }]
    },
    async listSizes() {
      asked.sizes += 1
      return { verdicts: { remove: 1, review: 0, watch: 0, keep: 0 }, resend: 0 }
    },
  }
  return { asked, store }
}

it('reads warnings once for the same addresses, and anew for others', async () => {
  const { asked, store } = counting()
  const notes = new SelectionNotes(store)
  expect(await notes.of(REMOVALS)).toEqual(await notes.of({ ...REMOVALS }))
  expect(asked).toEqual({ warnings: 1, sizes: 1 })
  await notes.of({ ...REMOVALS, verdicts: ['remove', 'review'] })
  // The sizes of all lists are the same, whichever is chosen.
  expect(asked).toEqual({ warnings: 2, sizes: 1 })
})

it('reads anew once the records have changed', async () => {
  const { store } = counting()
  const notes = new SelectionNotes(store)
  await notes.of(REMOVALS)
  notes.forget()
  expect((await notes.of(REMOVALS)).warnings).toMatchObject([{ count: 2 }])
})

it('asks again after a failure', async () => {
  const { store } = counting()
  let fails = true
  const notes = new SelectionNotes({
    ...store,
    warnings: () => (fails ? Promise.reject(new Error()) : store.warnings()),
  })
  await expect(notes.of(REMOVALS)).rejects.toThrow()
  fails = false
  expect((await notes.of(REMOVALS)).warnings).toHaveLength(1)
})
