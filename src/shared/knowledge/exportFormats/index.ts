/** All export formats: a new one is a name in `api-words.ts`, a module and a line here. */
import type { ExportFormat } from '../../api-words.ts'
import { audit } from './audit.ts'
import { brevo } from './brevo.ts'
import { cloudflare } from './cloudflare.ts'
import { hubspot } from './hubspot.ts'
import { klaviyo } from './klaviyo.ts'
import { listmonk } from './listmonk.ts'
import { mailchimp } from './mailchimp.ts'
import { mailgun } from './mailgun.ts'
import { mailjet } from './mailjet.ts'
import { mautic } from './mautic.ts'
import { phplist } from './phplist.ts'
import { plain } from './plain.ts'
import { sendy } from './sendy.ts'
import { ses } from './ses.ts'
import { sparkpost } from './sparkpost.ts'
import type { FormatInfo, ListFormat } from './types.ts'

export type { ExportEntry, FormatInfo, ListFormat, Standing } from './types.ts'

/** Formats whose rows are addresses. */
export const LIST_FORMATS: Record<Exclude<ExportFormat, 'audit'>, ListFormat> = {
  plain,
  brevo,
  cloudflare,
  hubspot,
  klaviyo,
  listmonk,
  mailchimp,
  mailgun,
  mailjet,
  mautic,
  phplist,
  sendy,
  ses,
  sparkpost,
}

/** Every format by name. */
export const FORMAT_INFO: Record<ExportFormat, FormatInfo> = { ...LIST_FORMATS, audit }

/** The list format of that name; null for the audit, whose rows are records. */
export function listFormat(name: ExportFormat): ListFormat | null {
  return name === 'audit' ? null : LIST_FORMATS[name]
}

/**
 * Whether addresses that are to be written to again may be written in this form: never where a service would stop mail
 * to them.
 */
export function carriesResend(name: ExportFormat): boolean {
  return listFormat(name)?.suppresses !== true
}
