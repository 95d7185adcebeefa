/** Putting text on the clipboard, also where the window has no permission to ask for it. */

/** Throws where neither way is open: the window is not in front, or the system refuses. */
export async function writeClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // A host that grants no permissions refuses the call above; a copy command of the person's own is never refused.
    if (!copyCommand(text)) throw new Error('The clipboard refused.')
  }
}

function copyCommand(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', put, { once: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', put)
  }
}
