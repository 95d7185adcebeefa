/** QQ Mail, Tencent Exmail: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const qq: Provider = {
  id: 'qq',
  label: 'QQ Mail, Tencent Exmail',
  role: 'mailbox',
  hosts: ['qq.com', 'qiye.163.com'],
  domains: ['qq.com', 'foxmail.com', 'vip.qq.com'],
  speaks: /service\.mail\.qq\.com|mail\.qq\.com|\bexmail\b/,
  postmaster: { label: 'QQ Mail help', address: 'service.mail.qq.com' },
  rules: [],
}
