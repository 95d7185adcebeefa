/** One address a line, nothing else: what every tool can read. */
import type { AddressFormat } from './format.ts'

export const plain: AddressFormat = {
  format: 'plain',
  lists: 'addresses',
  name: 'remove',
  extension: 'txt',
  head: () => '',
  lines: (addresses, lineEnd) => addresses.map(({ address }) => address + lineEnd).join(''),
}
