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
  rules: [
    {
      id: 'unknown',
      match: /no such user|user (?:is )?(?:unknown|not found)|bad recipient|invalid (?:mailbox|recipient)/,
      cause: 'mailbox-unknown',
      why: 'Yandex says this with a code that elsewhere means a refusal by policy.',
      example: '550 5.7.1 No such user!',
      nearMiss: '550 5.7.1 Policy rejection on the target address',
      source: 'Yandex: delivery errors, yandex.com/support/postmaster',
    },
    {
      id: 'full',
      match: /mailbox size limit exceeded|over ?quota|mailbox (?:is )?full/,
      cause: 'mailbox-full',
      example: '552 5.2.2 Mailbox size limit exceeded',
      nearMiss: '552 5.3.4 Message size limit exceeded',
      source: 'Yandex: delivery errors, yandex.com/support/postmaster',
    },
    {
      id: 'target',
      match: /policy rejection on the target/,
      cause: 'recipient-refused',
      why: 'The target address is closed to outside mail, or blocked.',
      example: '550 5.7.1 Policy rejection on the target address',
      nearMiss: '550 5.7.1 Policy rejection on the sender',
      source: 'Yandex: delivery errors, yandex.com/support/postmaster',
    },
    {
      id: 'spam',
      match: /suspicion of spam|spam/,
      cause: 'spam',
      example: '554 5.7.1 Message rejected under suspicion of SPAM',
      nearMiss: '554 5.7.1 Message rejected at night',
      source: 'Yandex: delivery errors, yandex.com/support/postmaster',
    },
    {
      id: 'rate',
      match: /message rate limit|rate limit|too many/,
      cause: 'rate-limited',
      example: '451 4.7.1 The user exceeded message rate limit',
      nearMiss: '451 4.7.1 The user exceeded expectations',
      source: 'Yandex: delivery errors, yandex.com/support/postmaster',
    },
    {
      id: 'timeout',
      match: /timeout exceeded/,
      cause: 'connection-failed',
      example: '421 4.4.2 Timeout exceeded',
      nearMiss: '421 4.4.2 Size exceeded',
      source: 'Yandex: delivery errors, yandex.com/support/postmaster',
    },
    {
      id: 'busy',
      match: /service is currently unavailable|unknown error|try again later|temporar/,
      cause: 'server-trouble',
      example: '451 4.7.1 Sorry, the service is currently unavailable. Please come back later',
      nearMiss: '550 5.3.1 Sorry, the user is gone',
      source: 'Yandex: delivery errors, yandex.com/support/postmaster',
    },
  ],
  advice: {
    spam: {
      steps: [
        'Register your domain at postoffice.yandex.com: it shows how your mail is rated.',
        'See that SPF, DKIM and DMARC pass and that bulk mail has a List-Unsubscribe header.',
        'Mail only those who signed up, and stop at those who never open.',
      ],
    },
  },
}
