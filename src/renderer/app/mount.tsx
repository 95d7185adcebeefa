/** Draws the window, connected to a host. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Host } from '../host/host.ts'
import { startSession } from '../session/start.ts'
import '../styles/tokens.css'
import '../styles/base.css'
import { App } from './App.tsx'
import { Guarded } from './Failed.tsx'

export function mount(host: Host): void {
  const root = document.querySelector('#root')
  if (!root) throw new Error('The page has no place for the window.')
  startSession(host)
  createRoot(root).render(
    <StrictMode>
      <CSPProvider disableStyleElements>
        <Guarded>
          <App />
        </Guarded>
      </CSPProvider>
    </StrictMode>,
  )
}
