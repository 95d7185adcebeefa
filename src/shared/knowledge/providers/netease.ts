/** NetEase 163, 126: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const netease: Provider = {
  id: 'netease',
  label: 'NetEase 163, 126',
  role: 'mailbox',
  hosts: ['163.com', '126.com', 'yeah.net', 'netease.com', '188.com'],
  domains: ['163.com', '126.com', 'yeah.net', '188.com', 'vip.163.com', 'vip.126.com'],
  speaks: /help\.163\.com|mail\.163\.com|\b(?:mi|dt|hl|rp|wm):[a-z]{3}\b|\bnetease\b/,
  postmaster: { label: 'NetEase: refusal codes', address: 'help.163.com' },
  rules: [],
}
