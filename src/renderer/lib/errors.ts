/** Errors as one sentence for people. */
import { ORPCError } from '@orpc/client'
import { API_ERRORS } from '../../shared/api-words.ts'
import { HostError } from '../host/host.ts'

const GENERAL = 'Something went wrong in the engine. Try again; if it happens again, restart the program.'

/** The sentence that came with an error; a general one where it has none that people could read. */
export function sentenceOf(error: unknown): string {
  if (error instanceof HostError) return error.message
  if (error instanceof ORPCError && (error.code in API_ERRORS || error.code === 'DISCONNECTED')) return error.message
  return GENERAL
}

/** The call was given up, by us or by the person: nothing to tell. */
export function isAbort(error: unknown): boolean {
  return (
    (error instanceof DOMException && error.name === 'AbortError') ||
    (error instanceof ORPCError && error.code === 'CANCELLED')
  )
}
