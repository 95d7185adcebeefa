/** The sending server has no proper name. */
import type { Rule } from '../types.ts'
import { any } from './words.ts'

export const reverseDns: Rule[] = [
  {
    id: 'ptr',
    match: any(
      /\bptr\b(?! record: lookup)/,
      /reverse[ -]?(?:dns|lookup|hostname|host name|name|address|ip|resolution|record|mapping|address lookup|path dns)/,
      /\brdns\b|\bfcrdns\b|in-addr\.arpa/,
      /cannot find your (?:reverse )?hostname|client host rejected: cannot find|unable to resolve your|(?:ip|IP|client|host|HOST)GAPdoes not (?:resolve|reverse)|(?:no|without|missing|invalid) (?:valid )?(?:reverse|dns name|host ?name) (?:for|of)/,
      /ip name lookup failed|ip name possibly forged|(?:may be|possibly) forged|no dns (?:name|record) for (?:your )?(?:ip|host)/,
      /(?:dynamic|generic|residential|dial-?up|dialup|consumer)(?: or \w+)? (?:ip|host|address|hostname|reverse|client|pool|range|network|dns)/,
      /(?:ip|IP|address|host|HOST)\b.{0,40}\bis (?:a )?(?:dynamic|dial-?up|residential)|please use (?:your (?:isp|provider)|the (?:smtp|mail) server of your)|unresolvable relay|resolve your (?:address|host)/,
      /unknown (?:host|client):? \W?IP|unknown ip\b|IP (?:is )?(?:an? )?unknown (?:host|client)|(?:connecting|client|sending) (?:host|address|server|ip)(?: ?name)? (?:is |was |does |could |can |cannot )?(?:unknown|not (?:be )?(?:found|known|exist|resolved?)|n't exist|be (?:found|resolved))/,
      /your (?:mail ?|smtp )?(?:server|host)(?: ?name)? (?:cannot|can't|could not|couldn't|does not|doesn't|is not|was not)(?: be)? (?:found|resolved?|known|exist)/,
      /host ?name (?:does not|doesn't) (?:match|resolve)|host ?name lookup failed for your/,
      /lookup(?:s)? (?:of|for) (?:your|client|the connecting|connecting) (?:ip|host|address)/,
    ),
    cause: 'missing-ptr',
    example: '550 5.7.25 The sending IP 192.0.2.1 does not have a PTR record',
    nearMiss: '550 5.7.1 The sending IP 192.0.2.1 does not have a contract',
    source: 'RFC 7372 section 3.3; Postfix reject_unknown_client_hostname',
  },
]
