/** Filter, sort, page and facets over generated records: what the engine does, the simple way. */
import { VERDICTS, type Verdict } from '../../../shared/bounce.ts'
import type { Charts, DayCount, ProviderCauseCount } from '../../../shared/charts.ts'
import {
  FACET_FIELDS,
  type FacetField,
  type Facets,
  type Filter,
  openSections,
  type Page,
  type PageRequest,
  type Row,
  SECTIONS,
  type Section,
  type Sort,
  type SortField,
  type Summary,
} from '../../../shared/query.ts'
import type { MockRecord } from './records.ts'

export class MockStore {
  records: MockRecord[]
  readonly own = new Map<string, Verdict>()

  constructor(records: MockRecord[]) {
    this.records = records
  }

  page(request: PageRequest): Page {
    const { offset, limit, closed = [] } = request
    const matching = this.matching(request.filter)
    const counts = SECTIONS.map((section) => [section, matching.filter((one) => sectionOf(one) === section).length])
    const records = Object.fromEntries(counts) as Record<Section, number>
    const section = request.section ?? openSections(records, closed)[0] ?? null
    const rows = matching.filter((one) => sectionOf(one) === section)
    rows.sort((a, b) => this.compare(a, b, request.sort))
    const page = rows.slice(offset, offset + limit).map((one) => this.row(one))
    return { rows: page, section, total: rows.length, records }
  }

  summary(filter: Filter): Summary {
    const records = this.matching(filter)
    const addressVerdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>
    const judged = new Set<string>()
    for (const one of records) {
      const verdict = this.verdictOf(one)
      if (verdict === null || one.address === null || judged.has(one.address)) continue
      judged.add(one.address)
      addressVerdicts[verdict] += 1
    }
    const sections = SECTIONS.map((section) => {
      const inside = records.filter((one) => sectionOf(one) === section)
      return { section, records: inside.length, addresses: new Set(inside.map((one) => one.address)).size }
    })
    const addresses = new Set(records.map((one) => one.address)).size
    return { sections, records: records.length, messages: records.length, addresses, addressVerdicts }
  }

  facets(filter: Filter): Facets {
    return Object.fromEntries(
      FACET_FIELDS.map((field) => {
        const others = { ...filter, include: { ...filter.include }, exclude: { ...filter.exclude } }
        delete others.include[field]
        delete others.exclude[field]
        const counts = new Map<string, number>()
        for (const one of this.matching(others)) {
          const value = this.valueOf(one, field)
          counts.set(value, (counts.get(value) ?? 0) + 1)
        }
        const values = [...counts].map(([value, records]) => ({ value, records }))
        return [field, values.sort((a, b) => b.records - a.records)]
      }),
    ) as Facets
  }

  charts(filter: Filter): Charts {
    const bounces = (of: Filter) => this.matching(of).filter((one) => one.kind === 'bounce')
    const days = new Map<string, DayCount>()
    for (const { reportedAt, group } of bounces({ ...filter, from: null, to: null })) {
      const day = reportedAt?.slice(0, 10) ?? ''
      const counts = days.get(day) ?? { day, hard: 0, soft: 0, timeout: 0 }
      counts[group ?? 'soft'] += 1
      days.set(day, counts)
    }
    const cells = new Map<string, ProviderCauseCount>()
    for (const { provider, cause } of bounces(filter)) {
      const cell = cells.get(`${provider}/${cause}`) ?? { provider, cause: cause ?? 'unknown', records: 0 }
      cell.records += 1
      cells.set(`${provider}/${cause}`, cell)
    }
    return {
      days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
      frame: null,
      undated: 0,
      cells: [...cells.values()].sort((a, b) => b.records - a.records),
    }
  }

  matching(filter: Filter): MockRecord[] {
    const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
    return this.records.filter((one) => {
      for (const field of FACET_FIELDS) {
        const value = this.valueOf(one, field)
        const include = filter.include[field]
        if (include?.length && !include.includes(value)) return false
        if (filter.exclude[field]?.includes(value)) return false
      }
      if (filter.address !== null && one.address !== filter.address) return false
      if (filter.unrecognised && (one.kind !== 'bounce' || one.recipient !== null)) return false
      const day = one.reportedAt?.slice(0, 10) ?? ''
      if ((filter.from !== null && day < filter.from) || (filter.to !== null && day > filter.to)) return false
      if (words.length === 0) return true
      const text = `${one.recipient} ${one.diagnostic} ${one.subject} ${one.replyCode} ${one.provider}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
  }

  row(one: MockRecord): Row {
    const { id, kind, group, recipient, address, provider, replyCode, enhancedCode, cause, verdict, reportedAt } = one
    const overridden = one.address !== null && this.own.has(one.address)
    const codes = { provider, replyCode, enhancedCode, cause, fault: one.fault, verdict, reportedAt }
    const judged = { addressVerdict: this.verdictOf(one), overridden }
    return {
      id,
      kind,
      group,
      recipient,
      address,
      ...codes,
      ...judged,
      diagnostic: one.diagnostic,
      subject: one.subject,
      file: one.source.file,
    }
  }

  verdictOf(one: MockRecord): Verdict | null {
    return (one.address === null ? undefined : this.own.get(one.address)) ?? one.verdict
  }

  private valueOf(one: MockRecord, field: FacetField): string {
    if (field === 'file') return one.source.file
    if (field === 'addressVerdict') return this.verdictOf(one) ?? ''
    return one[field] ?? ''
  }

  private sortValue(one: MockRecord, field: SortField): string | number | null {
    if (field === 'file') return one.source.file
    if (field === 'addressVerdict' || field === 'verdict') {
      const verdict = this.verdictOf(one)
      return verdict === null ? null : VERDICTS.indexOf(verdict)
    }
    return one[field]
  }

  private compare(a: MockRecord, b: MockRecord, sort: Sort): number {
    for (const { field, descending } of sort) {
      const left = this.sortValue(a, field)
      const right = this.sortValue(b, field)
      if (left === right) continue
      if (left === null) return 1
      if (right === null) return -1
      const order = left < right ? -1 : 1
      return descending ? -order : order
    }
    return a.id < b.id ? -1 : 1
  }
}

export function sectionOf(one: MockRecord): Section {
  if (one.kind === 'bounce') return one.group ?? 'hard'
  if (one.kind === 'delay') return 'delayed'
  return one.kind === 'complaint' ? 'complaint' : 'not-bounce'
}
