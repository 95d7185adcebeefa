const SENTENCES: Record<string, string> = {
  ENOENT: 'There is no such file or folder, or it has been moved or deleted.',
  ENOTDIR: 'There is no such file or folder.',
  EACCES: 'You have no permission to read it.',
  EPERM: 'You have no permission to read it.',
  EBUSY: 'Another program holds it open.',
  EIO: 'The disk reported an error while it was read.',
  ELOOP: 'It is a link that leads in a circle.',
  ENAMETOOLONG: 'Its name is too long.',
  EMFILE: 'Too many files are open.',
  ENFILE: 'Too many files are open.',
}

/** A sentence for people about an error of the file system. */
export function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const sentence = SENTENCES[code]
  if (sentence !== undefined) return sentence
  return code === '' ? 'It could not be read.' : `It could not be read (${code}).`
}

const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A file's name as it may be shown: control, bidirectional and invisible characters are written out. */
export function safeName(name: string): string {
  return name.replace(
    /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
