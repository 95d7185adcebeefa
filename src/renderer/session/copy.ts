/** Copying the selected rows, or the one under the keyboard: addresses, spreadsheet cells, CSV. */

import { writeClipboard } from '../lib/clipboard.ts'
import { addressList, type CopyFormat, tableText } from '../lib/copyText.ts'
import { countOf } from '../lib/format.ts'
import { notify, notifyError, notifyProblem } from './notices.ts'
import { rowsAtHand } from './selection.ts'

export function copyAddresses(): Promise<void> {
  return copy(async () => {
    const { text, count } = addressList(await rowsAtHand())
    return { text, told: `${countOf(count, 'address', 'addresses')} copied.` }
  })
}

export function copyTable(format: CopyFormat): Promise<void> {
  return copy(async () => {
    const rows = await rowsAtHand()
    return { text: tableText(rows, format), told: `${countOf(rows.length, 'row')} copied.` }
  })
}

/** Copies a text that is shown: a command, an address. */
export function copyText(text: string, told: string): Promise<void> {
  return copy(async () => ({ text, told }))
}

async function copy(make: () => Promise<{ text: string; told: string }>): Promise<void> {
  let made: { text: string; told: string }
  try {
    made = await make()
  } catch (error) {
    notifyError(error)
    return
  }
  try {
    await writeClipboard(made.text)
    notify(made.told)
  } catch {
    notifyProblem('The clipboard could not be written. Click into the window and try again.')
  }
}
