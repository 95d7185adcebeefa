import {
  CAUSE_LABELS,
  explain,
  faultLabel,
  groupLabel,
  providerLabel,
  verdictLabel,
} from '../../../shared/knowledge/index.ts'
import type { explainReply } from '../../classify/explain.ts'

/** One judged reply as text for people: the verdict first, then what to do, then what it rests on. */
export function printExplanation(answer: ReturnType<typeof explainReply>): string {
  const known = explain(answer.cause, answer)
  const codes = [answer.replyCode, answer.enhancedCode].filter(Boolean).join(' ')
  const lines = [
    `${verdictLabel(answer.verdict)}: ${answer.why}`,
    '',
    field('Provider', answer.provider ? providerLabel(answer.provider) : null),
    field('Codes', codes || null),
    field('Group', groupLabel(answer.group)),
    field('Cause', CAUSE_LABELS[answer.cause]),
    field('Who can mend it', faultLabel(answer.fault)),
    '',
    known.what,
    '',
    `What to do: ${answer.fix}`,
    ...known.steps.map((step, index) => `  ${index + 1}. ${step}`),
    ...known.checks.map(({ label, command }) => `  Check: ${label}\n    ${command}`),
    `Send again: ${known.sendAgain}`,
    '',
    field('Rule', answer.evidence.rule),
    field('Words', answer.evidence.excerpt || null),
  ]
  return `${lines.filter((line) => line !== null).join('\n')}\n`
}

const LABEL_WIDTH = 17

function field(label: string, value: string | null): string | null {
  return value === null ? null : `${`${label}:`.padEnd(LABEL_WIDTH)}${value}`
}
