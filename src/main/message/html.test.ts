import { describe, expect, it } from 'vitest'
import { decodeEntities, htmlToText } from './html.ts'

describe('htmlToText', () => {
  it('breaks lines at block elements and keeps the words of one line together', () => {
    expect(htmlToText('<p>one <i>two</i></p><div>three<br/>four</div><ul><li>five<li>six</ul>')).toBe(
      'one two\n\nthree\nfour\n\nfive\nsix',
    )
  })

  it('never yields what stands in attributes, comments, scripts and styles', () => {
    const text = htmlToText(
      '<head><title>t@example.com</title></head><a href="mailto:a@example.com" title="b@example.com > x">help</a><!-- c@example.com --><script>d@example.com</script><style>e@example.com</style>',
    )
    expect(text).toBe('help')
  })

  it('keeps addresses in angle brackets that nobody escaped', () => {
    expect(htmlToText('<b>To:</b> <anna@example.com>, &lt;bert@example.com&gt;')).toBe(
      'To: <anna@example.com>, <bert@example.com>',
    )
  })

  it('keeps line breaks of preformatted text', () => {
    expect(htmlToText('<pre>550 5.1.1\nno such user</pre>')).toBe('550 5.1.1\nno such user')
  })

  it('keeps the indentation of preformatted text, and drops that of the source', () => {
    expect(htmlToText('<div>\n   <p>Failed:</p><pre>\n  anna@example.com\n    user unknown</pre></div>')).toBe(
      'Failed:\n\n  anna@example.com\n    user unknown',
    )
  })

  it('reads HTML that is cut off anywhere', () => {
    const whole =
      '<html><head><style>x</style></head><body><p class="a">Hello <a href="b">there</a><!-- c --></p></body></html>'
    for (let length = 0; length < whole.length; length++)
      expect(htmlToText(whole.slice(0, length))).not.toContain('class')
  })
})

describe('decodeEntities', () => {
  it('decodes names and numbers, and leaves the unknown as it stands', () => {
    expect(decodeEntities('Gr&uuml;&szlig;e &#64;&#x20AC; &lt;a&gt; AT&T &nosuch; &#0;&#xD800;')).toBe(
      'Grüße @€ <a> AT&T &nosuch; ',
    )
  })
})
