/** How to come by a mailbox, for each place where mail may lie. */
import { Tabs } from '@base-ui/react/tabs'
import styles from './FirstRun.module.css'
import { GUIDES } from './guides.ts'

export function Guides() {
  return (
    <section aria-label="How to export a mailbox" className={styles.guides}>
      <h2>How to get your bounces as a file</h2>
      <Tabs.Root defaultValue={GUIDES[0]?.from}>
        <Tabs.List className={styles.tabList} aria-label="Where your mail is">
          {GUIDES.map(({ from }) => (
            <Tabs.Tab key={from} value={from} className={styles.tab}>
              {from}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {GUIDES.map(({ from, steps }) => (
          <Tabs.Panel key={from} value={from} className={styles.panel}>
            <ol className={styles.steps}>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </section>
  )
}
