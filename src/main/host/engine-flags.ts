/**
 * What the engine's process is started with under Node; the command line sets the flags itself.
 *
 * Semi-space in MB: V8's own default lets the heap of a process that passes millions of records through grow by 150 MB of
 * garbage, and is no quicker. Growing, in percent of what is alive: a worker's heap, small and limited, would be collected
 * whole after a third of that already, which took a fifth of an import's processor time for 50 MB less.
 */
export const ENGINE_FLAGS: readonly string[] = ['--max-semi-space-size=8', '--heap-growing-percent=120']

/**
 * For glibc (mallopt(3)): what is at least this large, in bytes, is given back as soon as it is freed. By itself that limit
 * grows with what was freed, and the slices of a mailbox leave 100 MB of holes.
 */
export const ENGINE_ENV: Readonly<Record<string, string>> = { MALLOC_MMAP_THRESHOLD_: '131072' }
