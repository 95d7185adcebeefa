/** Which addresses have to be judged anew. */
import type { NumberedBatch } from './append.ts'
import type { Database } from './database.ts'
import { judgeAll, judgeTouched } from './verdicts.ts'

/** With more than these, judging all of them is no slower. */
const MAX_TOUCHED = 50_000

export class PendingJudgement {
  #addresses = new Set<string>()
  #domains = new Set<string>()
  #all = false
  #any = false

  /** Batches were added. */
  add(numbered: readonly NumberedBatch[]): void {
    for (const { batch, records } of numbered) {
      if (records.rows.length > 0) this.#any = true
      if (this.#all) continue
      const { varying, repeating } = batch.records
      for (const row of records.rows) {
        const address = varying.address[row]
        if (address) this.#addresses.add(address)
        const domain = repeating.domain.values[repeating.domain.codes[row] ?? 0]
        if (domain) this.#domains.add(domain)
      }
      if (this.#addresses.size + this.#domains.size > MAX_TOUCHED) this.all()
    }
  }

  /** A rule changed, or records went. */
  all(): void {
    this.#all = true
    this.#any = true
    this.#addresses.clear()
    this.#domains.clear()
  }

  /**
   * Judges what has to be. False where that is nothing. One after another: whoever waits for this may rely on it, also
   * while an earlier caller's judging is under way. Gives way to whoever is in a hurry, and then judges all.
   */
  judge(database: Database): Promise<boolean> {
    // Looked at in the writer's turn: what is committed by then is judged, what comes later waits for the next time.
    return database.inTurnGivingWay(async (turn) => {
      const touched = { addresses: this.#addresses, domains: this.#domains }
      const all = this.#all
      if (!this.#any) return false
      this.#addresses = new Set()
      this.#domains = new Set()
      this.#all = false
      this.#any = false
      try {
        await (all ? judgeAll(turn) : turn.write((connection) => judgeTouched(connection, touched)))
      } catch (error) {
        this.all()
        throw error
      }
      return true
    })
  }
}
