/** Mail.ru: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const mailru: Provider = {
  id: 'mailru',
  label: 'Mail.ru',
  role: 'mailbox',
  hosts: ['mail.ru', 'vk.com'],
  domains: ['mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'internet.ru', 'vk.com', 'xmail.ru'],
  speaks: /mail\.ru\b/,
  postmaster: { label: 'Mail.ru Postmaster', address: 'postmaster.mail.ru' },
  rules: [],
}
