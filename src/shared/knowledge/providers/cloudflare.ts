/** Cloudflare Email Routing: who it is, and what its servers say. */
import type { Provider } from '../types.ts'

export const cloudflare: Provider = {
  id: 'cloudflare',
  label: 'Cloudflare Email Routing',
  role: 'filter',
  hosts: ['mx.cloudflare.net', 'cloudflare.net', 'cloudflare.com'],
  domains: [],
  speaks: /cloudflare/,
  postmaster: {
    label: 'Cloudflare Email Routing: postmaster',
    address: 'developers.cloudflare.com/email-routing/postmaster',
  },
  rules: [
    {
      id: 'unknown',
      match: /address does not exist|no such (?:address|user)|recipient (?:not found|does not exist)|rule not found/,
      cause: 'mailbox-unknown',
      example: '551 5.1.1 Address does not exist',
      nearMiss: '551 5.1.1 Rule exists',
      source: 'Cloudflare Email Routing: postmaster, developers.cloudflare.com',
    },
    {
      id: 'upstream',
      match: /upstream (?:temporary |permanent )?error|upstream error.{0,120}/,
      cause: 'server-trouble',
      only: 'temporary',
      example: '421 4.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster',
      nearMiss: '421 4.3.0 Closing',
      source: 'Cloudflare Email Routing: postmaster, developers.cloudflare.com',
    },
    {
      id: 'list',
      match: /spamhaus|abusix|blacklist|blocklist|rbl|listed on/,
      cause: 'blocklisted',
      example:
        '554 5.7.1 192.0.2.1 found on one or more RBLs. Refer to https://developers.cloudflare.com/email-routing/postmaster/#spam-and-abusive-traffic/',
      nearMiss: '554 5.7.1 192.0.2.1 found',
      source: 'Cloudflare Email Routing: postmaster, developers.cloudflare.com',
    },
    {
      id: 'authentication',
      match: /unauthenticated|spf|dkim|dmarc|not authorized to send/,
      cause: 'authentication',
      example: '550 5.7.26 email is not authenticated: unauthenticated mail is not allowed',
      nearMiss: '550 5.7.1 email is not liked',
      source: 'Cloudflare Email Routing: postmaster, developers.cloudflare.com',
    },
    {
      id: 'ptr',
      match: /\bptr\b|reverse dns/,
      cause: 'missing-ptr',
      example: '550 5.7.25 sending IP has no PTR record',
      nearMiss: '550 5.7.1 sending IP has no contract',
      source: 'Cloudflare Email Routing: postmaster, developers.cloudflare.com',
    },
  ],
}
