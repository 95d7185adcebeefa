/** Under the strip: when it bounced, and who refused what for which cause. Each mark filters the table below. */
import { useCharts, useQuery } from '../state/stores.ts'
import styles from './Charts.module.css'
import { HeatMap } from './HeatMap.tsx'
import { Timeline } from './Timeline.tsx'

export default function Charts() {
  const charts = useCharts((state) => state.charts)
  const conditions = useQuery((query) => query.conditions)
  return (
    <div id="charts" className={styles.charts} data-pane aria-busy={charts === null}>
      {charts !== null && (
        <>
          <Timeline days={charts.days} frame={charts.frame} undated={charts.undated} conditions={conditions} />
          <HeatMap cells={charts.cells} conditions={conditions} />
        </>
      )}
    </div>
  )
}
