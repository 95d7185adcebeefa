/** Worker thread entry: the pool calls the default export with a few slices at a time. */
export { processSlices as default } from './process-slice.ts'
