/** Drops files onto the window through the browser's own debugging protocol: a made-up DataTransfer holds no real files. */
import type { Page } from '@playwright/test'

/** `copy`, of the protocol's DragOperation bits. */
const COPY = 1

export async function dropFiles(page: Page, files: string[]): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1024, height: 768 }
  const [x, y] = [Math.round(width / 2), Math.round(height / 2)]
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: COPY }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await session.detach()
}
