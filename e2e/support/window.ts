/** The window by the names that people and screen readers meet: roles and labels, no class names. */
import type { Page } from '@playwright/test'

export class AppWindow {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }
}
