/** Every limit of the sources room, with the failure it prevents. Sizes are in bytes. */

/** One read from disk. Smaller reads spend their time in system calls, larger ones delay cancelling. */
export const READ_BYTES = 1 << 20

/** How much of a file is looked at to recognise it. A first header block longer than this is not seen whole. */
export const SNIFF_BYTES = 64 << 10

/** Files up to this size are read in one go, without a stream: folders hold a hundred thousand of them. */
export const SMALL_FILE_BYTES = 256 << 10

/** A message keeps this much of itself; the rest is passed over, so that a 2 GB attachment does not fill the memory. */
export const MAX_MESSAGE_BYTES = 8 << 20

/** A slice is handed over when it is this long: smaller ones cost more in messages between threads than in work. */
export const SLICE_BYTES = 1 << 20

/** … or holds this many messages, so that a mailbox of tiny messages still reports progress. */
export const SLICE_MESSAGES = 256

/** The first slice is small and each next one twice as large, so that first rows appear at once. */
export const FIRST_SLICE_BYTES = 64 << 10

/** A line longer than this that begins with `From ` is prose or junk; it would be held as one string. */
export const SEPARATOR_LINE_BYTES = 1024

/** How far behind a `From ` line header lines are looked for. */
export const HEADER_PROBE_BYTES = 8 << 10

/** … and first: as a rule these lines tell. */
export const SHORT_PROBE_BYTES = 1 << 10

/** How much of a message is searched for its own header block: 100,000 header lines must not be read again and again. */
export const HEADER_BYTES = 64 << 10

/** How far ahead the end of an open MIME part is looked for; without it a truncated message costs the rest of the file. */
export const BOUNDARY_LOOKAHEAD_BYTES = 8 << 20

/** … and over how many lines that begin with `From `: a truncated message before many small ones stays cheap. */
export const BOUNDARY_LOOKAHEAD_LINES = 32

/** Boundaries of returned messages that are followed inside a report without one of its own. */
export const MAX_INNER_BOUNDARIES = 8

/** mbox-reader rescans an unfinished line with every chunk: longer lines than this go around it. */
export const MAX_READER_LINE_BYTES = 256 << 10

/**
 * What mbox-reader is given at a time. It shifts an array of lines, which V8 does at once for arrays below 16,384 slots
 * and by moving the whole array above: 64 KB of empty lines take a second.
 */
export const READER_CHUNK_BYTES = 8 << 10

/** Compressed bytes given to zlib at a time: at deflate's best ratio (1,032 to 1) they become 16 MB. */
export const GZIP_CHUNK_BYTES = 16 << 10

/** How long small files are read without letting the engine hear a cancel. In milliseconds. */
export const BREATH_MS = 10

/** Containers inside containers (`.tgz` is two): a hostile archive may hold itself. */
export const MAX_NESTING = 4

/** What a file may unpack to, in all. Streams take no room, but without an end they take for ever. */
export const MAX_UNPACKED_BYTES = 256 * 2 ** 30

/** Mail packs 3 to 20 times, a mailbox of one repeated bounce some 200 times; deflate bombs 1,032 times, overlapping entries more. */
export const MAX_UNPACKED_RATIO = 400

/** Up to here the ratio does not matter: a small mailbox of equal lines is no attack. */
export const UNPACKED_GRACE_BYTES = 64 << 20

/** Entries of an archive: millions of empty ones unpack to nothing and still take hours. */
export const MAX_ENTRIES = 1_000_000

/** A zip is read from its end, so that one inside another archive has to be held in memory. */
export const MAX_NESTED_ZIP_BYTES = 64 << 20

/** Of an entry's name, in characters: names may have 65,535. */
export const MAX_NAME_LENGTH = 300

/** How far a binary file is searched for messages: a mailbox may have lost its first blocks, a video has none. */
export const MAX_BINARY_SEARCH_BYTES = 16 << 20
