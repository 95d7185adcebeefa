/** The address under which the window's own files are served, and what counts as ours. */

export const SCHEME = 'app'
export const HOME = `${SCHEME}://bounce-triage/index.html`

/** True for addresses of the app's own page and files. `page` is `HOME`, or the development server's. */
export type IsOwn = (address: string) => boolean

export function ownAddresses(page: string): IsOwn {
  const home = new URL(page)
  const developing = home.protocol === 'http:'
  return (address) => {
    const url = URL.parse(address)
    if (!url) return false
    if (developing && url.protocol === 'devtools:') return true
    return url.host === home.host && (url.protocol === home.protocol || (developing && url.protocol === 'ws:'))
  }
}
