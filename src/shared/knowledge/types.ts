/** What the knowledge is made of. Every sentence is meant for people who do not read SMTP. */
import type { Cause, Fault } from '../bounce.ts'
import type { SmtpStage } from '../smtp.ts'

/** A command to copy. `{recipientDomain}`, `{senderDomain}`, `{ip}` and `{mta}` are filled in when it is shown. */
export interface Check {
  /** What it tells: "Does the domain accept mail at all?" */
  label: string
  command: string
}

/** Where something is documented; shown as text, never fetched. */
export interface Reference {
  label: string
  /** An address or a section: `support.google.com/a/answer/81126`, `RFC 5321 section 4.2.2`. */
  address: string
}

/** What a person needs to understand and mend one kind of failure. */
export interface Explanation {
  title: string
  /** What happened, in plain words. */
  what: string
  /** Why it matters. */
  why: string
  /** What to do, in this order. */
  steps: string[]
  checks: Check[]
  /** When to send again. */
  sendAgain: string
  documentation: Reference[]
}

/** Everything that is said about one cause. */
export interface CauseInfo extends Explanation {
  /** The fix in one sentence. */
  fix: string
  /** Who can mend it, when nothing more is known. */
  fault: Fault
}

/** How a cause is mended at one provider; what is absent is taken from the cause. */
export interface ProviderAdvice {
  /** A sentence added to the explanation. */
  what?: string
  fix?: string
  steps?: string[]
  checks?: Check[]
  sendAgain?: string
  documentation?: Reference[]
}

/** One rule: words (or a code) that name a cause. */
export interface Rule {
  /** Unique in its file; the full id is `file/id`: `gmail/no-such-user`. */
  id: string
  /** Tested against the reply's text, lower-cased, lines joined. No alternative may match empty text. */
  match: RegExp
  cause: Cause
  /** Only for replies that were temporary or permanent. */
  only?: 'temporary' | 'permanent'
  /** Only for replies given at this stage of the dialogue. */
  stage?: SmtpStage
  /** The closed mailbox may open again (a lock, an unpaid account): its owner can mend it. */
  reopens?: boolean
  /** It is our own account, server or quota that refuses. */
  ours?: boolean
  /** One sentence that says more than the cause's own explanation. */
  why?: string
  /** One sentence that says more than the cause's own fix. */
  fix?: string
  /** A reply that it judges, composed by us. */
  example: string
  /** A reply that looks alike and must not be judged by it. */
  nearMiss: string
  /** Where the words are documented: the server's source, the provider's page, an RFC. */
  source: string
}

/** A vendor's code and what it means there, against the registry. */
export interface CodeRule {
  /** The enhanced code without its class, `7.26`, or a pattern over it. */
  code: string | RegExp
  cause: Cause
  only?: 'temporary' | 'permanent'
  reopens?: boolean
  ours?: boolean
  why?: string
  fix?: string
  source: string
}

/** A mailbox provider, a filter in front of mailboxes, or a sending service. */
export interface Provider {
  id: string
  /** In lists: with its brands. */
  label: string
  /** In sentences, where the label is too long. */
  name?: string
  /** `mailbox`: many people's mailboxes under its own domains; `host`: mailboxes of company domains; `filter`: stands in front of them. */
  role: 'mailbox' | 'host' | 'filter' | 'sender'
  /** Host names that are its: suffixes (`google.com`), matched on label borders. */
  hosts: string[]
  /** Domains of its mailboxes: whole (`gmail.com`), or with any ending (`yahoo.*`). */
  domains: string[]
  /** Words in a reply that only its servers write. */
  speaks?: RegExp
  rules: Rule[]
  codes?: CodeRule[]
  advice?: Partial<Record<Cause, ProviderAdvice>>
  /** Its page for senders. */
  postmaster?: Reference
}
