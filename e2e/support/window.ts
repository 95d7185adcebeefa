/** The window by the names that people and screen readers meet: roles and labels, no class names. */
import { expect, type Locator, type Page } from '@playwright/test'

/** An import of the size that tests make. */
const IMPORT_MS = 45_000

export class AppWindow {
  readonly page: Page
  readonly grid: Locator
  readonly filters: Locator
  readonly record: Locator
  readonly accounting: Locator
  readonly importStrip: Locator
  readonly chips: Locator
  readonly notices: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid', { name: 'Bounces' })
    this.filters = page.getByRole('complementary', { name: 'Filters' })
    this.record = page.getByRole('region', { name: 'Record', exact: true })
    this.accounting = page.getByRole('region', { name: 'Accounting' })
    this.importStrip = page.getByRole('region', { name: 'Import', exact: true })
    this.chips = page.getByRole('list', { name: 'Active filters' })
    this.notices = page.getByRole('region', { name: 'Notices' })
  }

  /** The first page is there and takes files. */
  async ready(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(this.page.getByRole('button', { name: 'Open files…' }).first()).toBeEnabled()
  }

  /** Waits for the import to end. */
  async imported(state = 'complete'): Promise<void> {
    await expect(this.importStrip).toHaveAttribute('data-state', state, { timeout: IMPORT_MS })
  }

  /** The head of a section of the table: `Hard`, `Soft`, `Timeout`, `Delayed`, `Complaints`, `Not bounces`. */
  section(name: string): Locator {
    return this.grid.getByRole('button', { name: new RegExp(`^${name} `), expanded: undefined })
  }

  /** Rows of records on screen, top to bottom. */
  rows(): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader') })
  }

  row(recipient: string): Locator {
    return this.rows().filter({ has: this.page.getByRole('rowheader', { name: recipient }) })
  }

  cell(row: Locator, column: string): Locator {
    return row.locator(`[data-id="${column}"]`)
  }

  columnHead(name: string): Locator {
    return this.grid.getByRole('columnheader', { name })
  }

  group(name: string): Locator {
    return this.filters.getByRole('group', { name, exact: true })
  }

  /** Opens a group of filters that is folded. */
  async unfold(name: string): Promise<void> {
    const head = this.group(name).getByRole('button', { name, exact: true })
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  }

  value(group: string, label: string): Locator {
    return this.group(group).getByRole('checkbox', { name: label, exact: true })
  }

  /** The count beside a filter's value. */
  async count(group: string, label: string): Promise<number> {
    const item = this.group(group)
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('checkbox', { name: label, exact: true }) })
    const numbers = (await item.innerText()).match(/\d+(?=\D*$)/)
    return Number(numbers?.[0])
  }

  /** What the bar above the table says. */
  shown(): Locator {
    return this.page.getByText(/^[\d,.]+ of [\d,.]+ messages/)
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search', exact: true }).fill(text)
    // The chip tells that the words are a filter by now, the grid that its rows answer it.
    if (text === '') await expect(this.chips).toHaveCount(0)
    else await expect(this.chips).toContainText(text)
    await expect(this.page.locator('[role=grid][aria-busy=true]')).toHaveCount(0)
  }

  /** The charts above the table, where the window is high enough for them. */
  get charts() {
    const timeline = this.page.getByRole('region', { name: /^Bounces by (day|week|month|year)$/ })
    const heatMap = this.page.getByRole('region', { name: 'Causes by provider' })
    return {
      timeline,
      heatMap,
      /** In order of time. */
      bars: () => timeline.locator('svg').getByRole('button'),
      cell: (name: string) => heatMap.getByRole('button', { name: new RegExp(`^${name}: `) }),
    }
  }

  /** Bounces of all groups, as the strip counts them. */
  async bounces(): Promise<number> {
    const numbers = await this.page.getByRole('group', { name: 'Bounces by group' }).getByRole('button').allInnerTexts()
    return numbers.reduce((sum, text) => sum + Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', '')), 0)
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name })
  }
}
