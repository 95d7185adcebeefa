/** Rambler: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const rambler: Provider = {
  id: 'rambler',
  label: 'Rambler',
  role: 'mailbox',
  hosts: ['rambler.ru', 'rambler-co.ru'],
  domains: ['rambler.ru', 'lenta.ru', 'myrambler.ru', 'autorambler.ru', 'ro.ru'],
  speaks: /rambler/,
  postmaster: { label: 'Rambler: help', address: 'help.rambler.ru' },
  rules: [],
}
