/**
 * What the engine's process is started with. Semi-space in MB: V8's own default lets the heap of a process that passes
 * millions of records through grow by 150 MB of garbage, and is no quicker.
 */
export const ENGINE_FLAGS: readonly string[] = ['--max-semi-space-size=8']
