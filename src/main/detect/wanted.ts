/**
 * Which detectors a text concerns: one search for pieces of the words of all of them, in place of as many patterns as there
 * are systems that write reports.
 */
import { makeFinder } from '../../shared/finder.ts'
import { alternativesOf } from '../../shared/literals.ts'
import { rememberLast } from '../../shared/remember.ts'
import { DETECTORS } from './registry.ts'
import type { Detector } from './types.ts'

/** Alternatives of a detector's words, as the search knows them. */
const ALTERNATIVES = DETECTORS.flatMap((detector) =>
  (detector.words ?? []).flatMap((words) => alternativesOf(words, true).map(({ needs }) => ({ detector, needs }))),
)

const find = makeFinder(ALTERNATIVES.map(({ needs }) => needs))

/** The detectors whose words may stand in a text; the one asked for last is kept. */
const concerned = rememberLast(
  (text): ReadonlySet<Detector> =>
    new Set(find(text.toLowerCase()).map((place) => ALTERNATIVES[place]?.detector as Detector)),
)

/** False where no word of the detector stands in the text, so that its gate need not be asked. */
export function mayConcern(detector: Detector, text: string): boolean {
  return detector.words === undefined || concerned(text).has(detector)
}
