import { describe, expect, it } from 'vitest'
import { type DroppedFile, readDrop, readFileList } from './dropped.ts'

type Tree = { [name: string]: Tree | File }

/** An entry as a browser gives it: folders are listed in portions, the last of which is empty. */
function entry(name: string, content: Tree | File): FileSystemEntry {
  if (content instanceof File) {
    const file = { name, isFile: true, isDirectory: false, file: (done: (file: File) => void) => done(content) }
    return file as unknown as FileSystemEntry
  }
  const portions = Object.entries(content).map(([child, inner]) => [entry(child, inner)])
  const createReader = () => {
    const left = [...portions]
    return { readEntries: (done: (entries: FileSystemEntry[]) => void) => done(left.shift() ?? []) }
  }
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry
}

/** A drop of these things, which the browser empties when the event is over. */
function dropOf(tree: Tree): { data: DataTransfer; end: () => void } {
  const items = Object.entries(tree).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry(name, content),
    getAsFile: () => (content instanceof File ? content : null),
  }))
  const text = { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null }
  const data = { items: [text, ...items] }
  return { data: data as unknown as DataTransfer, end: () => data.items.splice(0) }
}

const mail = (name: string) => new File(['From '], name)
const paths = (files: DroppedFile[]) => files.map(({ entry: number, path }) => `${number} ${path}`)

describe('a drop', () => {
  it('is read whole though the browser takes it back at once: files, and folders to their bottom', async () => {
    const { data, end } = dropOf({
      'inbox.mbox': mail('inbox.mbox'),
      Mail: { cur: { '1': mail('1'), '2': mail('2') }, new: {}, 'notes.eml': mail('notes.eml') },
    })
    const reading = readDrop(data)
    end()
    expect(paths(await reading)).toEqual(['0 inbox.mbox', '1 Mail/cur/1', '1 Mail/cur/2', '1 Mail/notes.eml'])
  })

  it('keeps an empty folder, so that it can be said that nothing is in it', async () => {
    const files = await readDrop(dropOf({ Empty: { inside: {} } }).data)
    expect(files).toEqual([{ entry: 0, path: 'Empty/', file: null }])
  })

  it('does not follow folders without end', async () => {
    let deep: Tree = { 'too-deep.eml': mail('too-deep.eml') }
    for (let depth = 0; depth < 60; depth++) deep = { folder: deep }
    expect(await readDrop(dropOf({ deep }).data)).toEqual([{ entry: 0, path: 'deep/', file: null }])
  })

  it('of text alone gives nothing', async () => {
    expect(await readDrop(dropOf({}).data)).toEqual([])
  })
})

describe('a file input', () => {
  it('gives each file an entry of its own, and all files of a chosen folder the same', () => {
    const within = (path: string) => Object.assign(mail(path), { webkitRelativePath: path })
    const files = readFileList([mail('a.eml'), within('Mail/cur/1'), mail('b.eml'), within('Mail/cur/2')])
    expect(paths(files)).toEqual(['0 a.eml', '1 Mail/cur/1', '2 b.eml', '1 Mail/cur/2'])
  })
})
