/** What a window may not do: leave its own page, open others, ask for permissions, reach the network. */
import type { App, Session, WebContents } from 'electron'
import type { IsOwn } from './origin.ts'

/** Chromium's own errands, none of which an offline app has. */
const SWITCHES = ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']
/** Writing to the clipboard at the person's wish is the only permission a page gets. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write'

/** To be called before the app is ready. */
export function hardenApp(app: App, isOwn: IsOwn): void {
  // Chromium's own switch, for machines whose system allows no sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  for (const name of SWITCHES) app.commandLine.appendSwitch(name)
  app.on('web-contents-created', (_, contents) => hardenContents(contents, isOwn))
}

export function hardenSession(session: Session, isOwn: IsOwn): void {
  session.setPermissionRequestHandler((_, permission, decide, details) => {
    decide(permission === ALLOWED_PERMISSION && isOwn(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_, permission, origin) => permission === ALLOWED_PERMISSION && isOwn(origin))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // No proxy is looked for: that too would be a message to the network.
  void session.setProxy({ mode: 'direct' })
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwn(details.url) }))
  session.on('will-download', (event) => event.preventDefault())
}

function hardenContents(contents: WebContents, isOwn: IsOwn): void {
  // A file dropped beside the drop target would open in place of the app.
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
