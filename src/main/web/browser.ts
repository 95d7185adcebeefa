/** Opens the person's browser where there is one to be seen. */
import { spawn } from 'node:child_process'

/** Whether a window could appear: on Linux and the like a display must be announced. */
export function hasDisplay(env = process.env, platform = process.platform): boolean {
  if (platform === 'darwin' || platform === 'win32') return !env.SSH_CONNECTION
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Asks the system to show the address. Failing is no harm: the address is printed too. */
export function openBrowser(url: string, platform = process.platform): void {
  const [command, args] = opener(url, platform)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

function opener(url: string, platform: NodeJS.Platform): [string, string[]] {
  if (platform === 'darwin') return ['open', [url]]
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}
