/** The knowledge's front door, for the window and the command line. */
export { BASIC_CASES, basicCase } from './basicCases.ts'
export { BLOCKLISTS, blocklistById, namedBlocklist } from './blocklists.ts'
export { CAUSE_INFO } from './causes.ts'
export type { ExplainContext, FullExplanation } from './explain.ts'
export { explain, fixSentence } from './explain.ts'
export {
  CAUSE_LABELS,
  causeLabel,
  faultLabel,
  groupLabel,
  kindLabel,
  providerLabel,
  providerName,
  verdictLabel,
} from './labels.ts'
export { namedSender } from './named.ts'
export { PROVIDERS, providerById } from './providers/index.ts'
export type { Check, Explanation, Reference } from './types.ts'
