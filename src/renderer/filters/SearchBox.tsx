/** Free text over recipient, diagnostic, subject, code, server and provider. */
import { useEffect, useState } from 'react'
import { focusTable } from '../app/panes.ts'
import { changeConditions } from '../session/query.ts'
import { setText } from '../state/query.ts'
import { useQuery } from '../state/stores.ts'
import { Search } from '../ui/icons.tsx'
import styles from './SearchBox.module.css'

export function SearchBox() {
  const asked = useQuery(({ conditions }) => {
    const text = conditions.find((one) => one.is === 'text')
    return text?.is === 'text' ? text.text : ''
  })
  const [typed, setTyped] = useState(asked)
  useEffect(() => setTyped(asked), [asked])

  function change(text: string): void {
    setTyped(text)
    changeConditions((now) => setText(now, text), true)
  }

  return (
    <search className={styles.search}>
      <Search />
      <input
        id="search"
        type="search"
        value={typed}
        placeholder="Search addresses, codes, words"
        aria-label="Search"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            focusTable()
          }
          if (event.key !== 'Escape' || typed === '') return
          event.preventDefault()
          event.stopPropagation()
          change('')
        }}
      />
    </search>
  )
}
