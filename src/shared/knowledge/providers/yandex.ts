/** Yandex: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const yandex: Provider = {
  id: 'yandex',
  label: 'Yandex',
  role: 'mailbox',
  hosts: ['yandex.ru', 'yandex.net', 'yandex.com'],
  domains: ['yandex.*', 'ya.ru', 'narod.ru'],
  speaks: /yandex/,
  postmaster: { label: 'Yandex: postmaster', address: 'postoffice.yandex.com' },
  rules: [],
}
