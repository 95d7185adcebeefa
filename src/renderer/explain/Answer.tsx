/** What a reply means: the verdict and its reason first, then what to do, then the words that decided. */
import type { ExplainAnswer } from '../../shared/explained.ts'
import { explain } from '../../shared/knowledge/explain.ts'
import { causeLabel, faultLabel, groupLabel, providerLabel } from '../../shared/knowledge/labels.ts'
import { ReadMore, WhatToDo } from '../detail/Advice.tsx'
import { FactList } from '../detail/Facts.tsx'
import shared from '../detail/Record.module.css'
import { VerdictWord } from '../ui/Marks.tsx'
import styles from './Explain.module.css'

export function Answer({ answer }: { answer: ExplainAnswer }) {
  const { verdict, why, fix, cause, group, fault, provider, replyCode, enhancedCode, evidence } = answer
  const explanation = explain(cause, answer)
  const codes = [replyCode, enhancedCode].filter((code) => code !== null).join(' ')
  return (
    <section className={styles.answer} aria-label="Answer">
      <div role="status" className={shared.section}>
        <h3 className={styles.verdict} data-verdict={verdict}>
          <VerdictWord verdict={verdict} />
          <span>{explanation.title}</span>
        </h3>
        <p>{why}</p>
      </div>
      <section className={shared.section} aria-label="Findings">
        <FactList
          facts={[
            ['Cause', causeLabel(cause)],
            ['Codes', codes || 'None given'],
            ['Group', groupLabel(group)],
            ['Who can mend it', faultLabel(fault)],
            ['Provider', provider === null ? null : providerLabel(provider)],
            ['Recipient', answer.recipient],
            ['Remote server', answer.remoteMta],
          ]}
        />
      </section>
      <p className={shared.section}>{explanation.what}</p>
      <WhatToDo fix={fix} explanation={explanation} />
      <section className={shared.section} aria-label="Evidence">
        <h3>What decided</h3>
        {evidence.excerpt !== '' && <blockquote className={shared.evidence}>{evidence.excerpt}</blockquote>}
        <p className={shared.soft}>
          {explanation.technical && `${explanation.technical}. `}
          Rule <code>{evidence.rule}</code>.
        </p>
      </section>
      <ReadMore explanation={explanation} />
    </section>
  )
}
