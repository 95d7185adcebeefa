/** What the charts above the table are drawn from: bounces (no delays) by day and group, and by provider and cause. */
import type { Cause, Group } from './bounce.ts'

/** Bounces reported on one day. Days without any are left out. */
export interface DayCount extends Record<Group, number> {
  /** ISO date (YYYY-MM-DD), UTC, as filters have it. */
  day: string
}

/** Bounces with one cause at one provider. */
export interface ProviderCauseCount {
  /** Null where the message does not say. */
  provider: string | null
  cause: Cause
  records: number
}

/** Two days, both inclusive. */
export interface Frame {
  first: string
  last: string
}

/** Each chart counts under all conditions of the filter but those it sets itself, as facets do. */
export interface Charts {
  /** In order of time; without the filter's dates. */
  days: DayCount[]
  /** The days between which nearly all bounces lie, whatever the filter: what the axis spans at least. Null without any. */
  frame: Frame | null
  /** Bounces under the same conditions whose message names no day. */
  undated: number
  /** Most frequent first; without the filter's providers and causes. */
  cells: ProviderCauseCount[]
}
