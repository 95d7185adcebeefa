/**
 * Exchange 2007 and later. For administrators, and in every language alike: `Generating server: …`, then each recipient's
 * address on a line of its own and below it `#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##`, with the host that answered
 * in front from 2010 on, or `Remote Server returned '550 5.1.1 …'` from 2013 on.
 */
import { readReplyCode } from '../../shared/smtp.ts'
import type { ParsedMessage } from '../message/types.ts'
import { ADDRESS, headline, noted } from './notice.ts'
import type { Detector, Statement } from './types.ts'

const NAME = 'exchange'

/** An address alone on its line; HTML turned into text leaves its link behind it. */
const RECIPIENT = new RegExp(`^[ \\t]*(${ADDRESS})(?:[ \\t]*<mailto:[^>]*>)?[ \\t]*$`)
/** `#550 5.1.1 … ##`, `mx.example.com #550 … ##`, `mx.example.com #< #5.1.1 smtp;550 …> #SMTP#`. */
const SHARPS =
  /^[ \t]*(?:([A-Za-z0-9.-]+\.[A-Za-z0-9-]+)[ \t]+)?#[ \t]*((?:[45]\d\d[ -]|[245]\.\d{1,3}\.\d|<[^\n#]*#[245]\.\d)[\s\S]*?)(?:##|#SMTP#)?[ \t]*$/
/** `Remote Server returned '550 …'`, `… - Remote Server at mx.example.com (192.0.2.1) returned '550 …'`, in any language. */
const QUOTED =
  /['‘«“"„]\s*(<?(?:[^'\n#]{0,200}#[245]\.\d{1,3}\.\d{1,3} smtp;\s*)?[45]\d\d[ -][\s\S]*?)['’»”"]\s*(?=\n|$)/
const AT_HOST = /\b(?:at|unter|auf|à|en|su|em|op|bij) ([A-Za-z0-9.-]+\.[A-Za-z]{2,})(?: \([0-9A-Fa-f.:]+\))?/

const MINE =
  /RESOLVER\.|QUEUE\.Expired|SMTPSEND\.|STOREDRV\.|ROUTING\.|#SMTP#|##\s*$|Sent by Microsoft Exchange|Generating server|Serveur (?:de génération|générateur)|(?:Generierender|Generierungs) ?server|Servidor (?:de generación|gerador|que generó)|Server (?:di generazione|che ha generato)|Genererende server|生成(?:元)?(?:サーバー|服务器|伺服器)|產生伺服器|Формирующий сервер|Создающий сервер|Serwer generujący|생성 서버/im
const DELAYED =
  /Delivery is delayed|Delivery will continue to be attempted|hasn['’]t been delivered yet|verzögert|noch nicht zugestellt|retardée|pas encore été|retrasad|aún no se ha entregado|in ritardo|non è stat[oa] ancora|atrasad|ainda não foi|vertraagd|nog niet/i
const END =
  /^[ \t]*(?:Original message headers|Ursprüngliche Nachrichten(?:kopf|header)|En-têtes d[eu] message|Encabezados (?:del|de) mensaje|Intestazioni (?:del )?messaggio|Cabeçalhos d[ea] mensagem|Oorspronkelijke berichtkoppen|元のメッセージ ?ヘッダー|原始邮件(?:头|标题)|原始郵件標頭|Исходные заголовки)/im

interface Told {
  reason: string
  host: string | null
}

/** The reply in the lines below a recipient; null where they hold none. */
function toldIn(lines: readonly string[]): Told | null {
  const text = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
  const sharps = SHARPS.exec(text)
  if (sharps) return { reason: clean(sharps[2] ?? ''), host: sharps[1]?.toLowerCase() ?? hostIn(sharps[2] ?? '') }
  const whole = lines.map((line) => line.trim()).join('\n')
  const quoted = QUOTED.exec(whole)
  if (quoted) {
    const before = whole.slice(0, quoted.index).split('\n').pop() ?? ''
    const host = AT_HOST.exec(before)?.[1]?.toLowerCase() ?? hostIn(quoted[1] ?? '')
    return { reason: clean(quoted[1] ?? ''), host }
  }
  const plain = lines.find((line) => readReplyCode(line) !== null)
  return plain === undefined ? null : { reason: clean(plain), host: null }
}

/** `< mx.example.com #5.1.1 smtp;550 5.1.1 …>` without its wrapping. */
function clean(reason: string): string {
  return reason
    .replace(/^[ \t]*<[^#\n]*#(?=[245]\.\d|[45]\d\d)/, '')
    .replace(/^[245]\.\d{1,3}\.\d{1,3}[ \t]+smtp;[ \t]*(?=\d{3})/i, '')
    .replace(/>\s*$/, '')
    .trim()
}

function hostIn(text: string): string | null {
  return /<([A-Za-z0-9.-]+\.[A-Za-z0-9-]+) #/.exec(text)?.[1]?.toLowerCase() ?? null
}

function isMine(message: ParsedMessage): boolean {
  return message.headers.has('x-ms-exchange-message-is-ndr') || MINE.test(message.text)
}

export const exchange: Detector = {
  name: NAME,
  tier: 'sender',
  title: 'Exchange 2007 and later: diagnostic information for administrators',
  source: 'Microsoft Learn, "DSNs and NDRs in Exchange Server" (sections of an NDR, generating server, enhanced codes)',
  gate: isMine,
  detect(message): Statement[] {
    const end = END.exec(message.text)
    const blocks: { recipient: string; lines: string[] }[] = []
    for (const line of (end ? message.text.slice(0, end.index) : message.text).split('\n')) {
      const recipient = RECIPIENT.exec(line)?.[1]
      if (recipient) blocks.push({ recipient, lines: [] })
      else blocks[blocks.length - 1]?.lines.push(line)
    }
    const kind = DELAYED.test(headline(message)) ? 'delay' : 'bounce'
    return blocks.flatMap(({ recipient, lines }) => {
      const told = toldIn(lines)
      if (!told) return []
      return noted({ detector: NAME, rule: 'for-administrators' }, recipient, told.reason, {
        kind,
        remoteMta: told.host,
      })
    })
  },
}
