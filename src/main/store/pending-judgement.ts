/** Which records have to be judged yet. */
import type { NumberedBatch } from './append.ts'
import type { Database } from './database.ts'
import { judgeAll, judgeNew } from './verdicts.ts'

/** With more new records than these, judging all of them is no slower. */
const MAX_NEW = 50_000

export class PendingJudgement {
  /** Number of the first record to judge, and how many there are; null for none. */
  #new: { first: number; count: number } | null = null
  #all = false

  /** Batches were added. */
  add(numbered: readonly NumberedBatch[]): void {
    for (const { records } of numbered) {
      if (records.rows.length === 0) continue
      this.#new ??= { first: records.firstNumber, count: 0 }
      this.#new.count += records.rows.length
    }
  }

  /** A rule changed, or records went. */
  all(): void {
    this.#all = true
  }

  /**
   * Judges what has to be. False where that is nothing. One after another: whoever waits for this may rely on it, also
   * while an earlier caller's judging is under way. Gives way to whoever is in a hurry, and then judges all.
   */
  judge(database: Database): Promise<boolean> {
    // Looked at in the writer's turn: what is committed by then is judged, what comes later waits for the next time.
    return database.inTurnGivingWay(async (turn) => {
      const added = this.#new
      const all = this.#all || (added !== null && added.count > MAX_NEW)
      if (!all && added === null) return false
      this.#new = null
      this.#all = false
      try {
        if (all || added === null) await judgeAll(turn)
        else await turn.write((connection) => judgeNew(connection, added.first))
      } catch (error) {
        this.all()
        throw error
      }
      return true
    })
  }
}
