/** Hands a file of the web host to the browser's downloads. */
export function fetchDownload(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
