/** Filters of findings. Pure. */
import { EMPTY_FILTER, type Filter } from '../../shared/query.ts'

export const NOT_DELIVERED = ['bounce', 'delay']

/** All records with these values. */
export function select(include: Filter['include']): Filter {
  return { ...EMPTY_FILTER, include }
}
