/** All export formats: a new one is a module and a line here. */
import type { ExportFormat } from '../../shared/api.ts'
import { audit } from './audit.ts'
import type { Format } from './format.ts'
import { plain } from './plain.ts'

export const FORMATS: Record<ExportFormat, Format> = { plain, audit }
