/** Which providers and causes stand in the heat map: the most frequent, and those the filter names. Pure. */
import type { Cause } from '../../shared/bounce.ts'
import type { ProviderCauseCount } from '../../shared/charts.ts'
import { NONE } from '../../shared/query.ts'

export interface Matrix {
  /** `NONE` where the message names no provider. */
  providers: string[]
  causes: Cause[]
  /** Bounces with this cause at this provider. */
  at(provider: string, cause: Cause): number
  /** The fullest cell. */
  most: number
  /** Bounces in the cells shown, and in all. */
  shown: number
  total: number
}

export interface MatrixRoom {
  providers: number
  causes: number
}

/** Lays out the cells; `named` values stand there even where others are more frequent. */
export function layMatrix(
  cells: readonly ProviderCauseCount[],
  room: MatrixRoom,
  named: { providers: readonly string[]; causes: readonly string[] } = { providers: [], causes: [] },
): Matrix {
  const found = new Map<string, number>()
  const byProvider = new Map<string, number>()
  const byCause = new Map<Cause, number>()
  let total = 0
  for (const { provider, cause, records } of cells) {
    found.set(key(provider ?? NONE, cause), records)
    byProvider.set(provider ?? NONE, (byProvider.get(provider ?? NONE) ?? 0) + records)
    byCause.set(cause, (byCause.get(cause) ?? 0) + records)
    total += records
  }
  const providers = mostFrequent(byProvider, room.providers, named.providers)
  const causes = mostFrequent(byCause, room.causes, named.causes)
  const at = (provider: string, cause: Cause) => found.get(key(provider, cause)) ?? 0
  const counts = causes.flatMap((cause) => providers.map((provider) => at(provider, cause)))
  const shown = counts.reduce((sum, count) => sum + count, 0)
  return { providers, causes, at, most: Math.max(0, ...counts), shown, total }
}

function key(provider: string, cause: Cause): string {
  return `${provider}/${cause}`
}

/** The `room` most frequent values, in that order; a named one takes the place of the rarest. */
function mostFrequent<T extends string>(counts: ReadonlyMap<T, number>, room: number, named: readonly string[]): T[] {
  const order = [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).map(([value]) => value)
  const wanted = order.filter((value) => named.includes(value)).slice(0, room)
  const others = order.filter((value) => !wanted.includes(value)).slice(0, Math.max(0, room - wanted.length))
  return order.filter((value) => wanted.includes(value) || others.includes(value))
}
