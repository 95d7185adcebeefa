/** Limits of reading one message. Each names the failure that it prevents. */

/** Bytes of a message that are analysed; the rest is left out and the record says so. Keeps one mail from holding 200 MB. */
export const MAX_ANALYSED_BYTES = 8 * 1024 * 1024

/** Header lines read of one header block: 100,000 lines of junk would cost seconds and hold memory. */
export const MAX_HEADER_LINES = 5_000

/** Characters of one header value: a single header of megabytes would be searched by every detector. */
export const MAX_HEADER_VALUE = 64 * 1024

/** Levels of MIME nesting that are opened: recursion must end before the stack does. */
export const MAX_DEPTH = 40

/** Parts of one message: a million empty parts would hold a million objects. */
export const MAX_PARTS = 1_000

/** Whole messages inside one message that are read: a forward of a thousand must not take the time of a thousand. */
export const MAX_ENCLOSED = 100

/** Characters of one part's text: patterns run over it, and a report's own words are short. */
export const MAX_PART_TEXT = 1024 * 1024

/** Recipient groups of one delivery-status part: a report on more is cut, so that one mail cannot fill the store. */
export const MAX_GROUPS = 20_000
