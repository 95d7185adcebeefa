/** The right pane: one record, what it means, what to do, and the message itself. */
import { Tabs } from '@base-ui/react/tabs'
import { useEffect, useState } from 'react'
import { closeRecord, readSource } from '../session/record.ts'
import { useRecord } from '../state/stores.ts'
import { stepRecord } from '../table/step.ts'
import { IconButton } from '../ui/Button.tsx'
import { ArrowDown, ArrowUp, Close } from '../ui/icons.tsx'
import { Explanation } from './Explanation.tsx'
import { Facts } from './Facts.tsx'
import { Message } from './Message.tsx'
import { Others } from './Others.tsx'
import styles from './Record.module.css'
import { RecordHead } from './RecordHead.tsx'
import { WhereToBegin } from './WhereToBegin.tsx'

export function RecordPane() {
  const { id, detail, failed } = useRecord()
  const [tab, setTab] = useState('explanation')
  useEffect(() => {
    if (tab === 'message' && id !== null) void readSource()
  }, [tab, id])

  if (id === null) {
    return (
      <section data-pane className={styles.pane} aria-label="Record">
        <WhereToBegin />
      </section>
    )
  }
  return (
    <section
      data-pane
      className={styles.pane}
      aria-label="Record"
      aria-busy={detail?.record.id !== id && failed === null}
    >
      <div className={styles.controls}>
        <IconButton label="Previous record" onClick={() => stepRecord(-1)}>
          <ArrowUp />
        </IconButton>
        <IconButton label="Next record" onClick={() => stepRecord(1)}>
          <ArrowDown />
        </IconButton>
        <IconButton label="Close record" onClick={closeRecord}>
          <Close />
        </IconButton>
      </div>
      {failed !== null && <p className={styles.failed}>{failed}</p>}
      {detail !== null && failed === null && (
        <>
          <RecordHead detail={detail} />
          <Tabs.Root value={tab} onValueChange={(value) => setTab(String(value))} className={styles.tabs}>
            <Tabs.List className={styles.tabList}>
              <Tabs.Tab value="explanation" className={styles.tab}>
                Explanation
              </Tabs.Tab>
              <Tabs.Tab value="message" className={styles.tab}>
                Message
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="explanation" className={styles.panel}>
              <div key={detail.record.id} className={styles.scroll}>
                <Explanation detail={detail} onShowMessage={() => setTab('message')} />
                <Facts record={detail.record} />
                <Others detail={detail} />
              </div>
            </Tabs.Panel>
            <Tabs.Panel value="message" className={styles.panel}>
              <Message key={detail.record.id} record={detail.record} />
            </Tabs.Panel>
          </Tabs.Root>
        </>
      )}
    </section>
  )
}
