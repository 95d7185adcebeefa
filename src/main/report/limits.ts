/** Limits of a report. Each names the failure that it prevents. */

/** Bytes of one message that go into a report: what a format is recognised by stands at its beginning. */
export const MAX_REPORTED_BYTES = 256 * 1024

/** Characters looked at to the left of an `@`: a run of megabytes without a blank would be read again for each of them. */
export const MAX_LOCAL_REACH = 512

/** Encodings undone inside each other: base64 within base64 without end would exhaust the stack. */
export const MAX_ENCODING_DEPTH = 3

/** Local parts of one message that are also looked for as bare words: a list of a million recipients would hold them all. */
export const MAX_BARE_NAMES = 20_000

/** Display names of one message that are also looked for in its texts: each is looked for in all of them. */
export const MAX_FULL_NAMES = 200

/** Messages of one report: formats repeat, and a person has to be able to look through it. */
export const MAX_REPORTED_MESSAGES = 500

/** Bytes of a report that a preview shows: a window lays this out in an instant. */
export const MAX_PREVIEW_BYTES = 64 * 1024
