/** The whole window takes files and folders; while they are held over it, it says so. */
import { useEffect } from 'react'
import { openDrop } from '../session/open.ts'
import { useUi } from '../state/stores.ts'
import { Inbox } from '../ui/icons.tsx'
import styles from './DropTarget.module.css'

export function DropTarget() {
  const dragging = useUi((state) => state.dragging)
  useEffect(() => {
    let depth = 0
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const show = (next: number) => {
      depth = Math.max(0, next)
      useUi.setState({ dragging: depth > 0 })
    }
    const enter = (event: DragEvent) => {
      if (holdsFiles(event)) show(depth + 1)
    }
    const leave = (event: DragEvent) => {
      if (holdsFiles(event)) show(depth - 1)
    }
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      show(0)
      if (event.dataTransfer) void openDrop(event.dataTransfer)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!dragging) return null
  return (
    <div className={styles.veil}>
      <div className={styles.sign}>
        <Inbox />
        Drop to read it. Nothing is changed in it.
      </div>
    </div>
  )
}
