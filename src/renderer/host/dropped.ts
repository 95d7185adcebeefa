/** What was dropped or chosen, as files with the path that their folder gives them. */

/** One file; `entry` numbers what was dropped, so that all files of one folder share it. */
export interface DroppedFile {
  entry: number
  /** Relative path, beginning with the name of what was dropped. */
  path: string
  /** Null for a folder without files, whose path ends in `/`. */
  file: File | null
}

/** Folders within folders that are followed: a link that leads back must not be followed for ever. */
const MAX_DEPTH = 40

/**
 * The contents of a drop. Reads the DataTransfer at once, before anything is awaited: the browser empties it when the
 * event is over.
 */
export function readDrop(data: DataTransfer): Promise<DroppedFile[]> {
  const items = Array.from(data.items).filter((item) => item.kind === 'file')
  const entries = items.map((item) => item.webkitGetAsEntry())
  const files = items.map((item) => item.getAsFile())
  const perItem = entries.map(async (entry, index): Promise<DroppedFile[]> => {
    const file = files[index]
    // A browser that has no entry for it still has the file.
    if (!entry) return file ? [{ entry: index, path: file.name, file }] : []
    return await walk(entry, index, entry.name, 0)
  })
  return Promise.all(perItem).then((lists) => lists.flat())
}

/** What a file input gave. Files of one chosen folder share an entry. */
export function readFileList(files: Iterable<File>): DroppedFile[] {
  const folders = new Map<string, number>()
  let next = 0
  return Array.from(files, (file) => {
    const path = file.webkitRelativePath || file.name
    const folder = path.includes('/') ? (path.split('/', 1)[0] ?? '') : null
    if (folder === null) return { entry: next++, path, file }
    const entry = folders.get(folder) ?? next++
    folders.set(folder, entry)
    return { entry, path, file }
  })
}

async function walk(from: FileSystemEntry, entry: number, path: string, depth: number): Promise<DroppedFile[]> {
  if (isFile(from)) {
    const file = await new Promise<File>((resolve, reject) => from.file(resolve, reject))
    return [{ entry, path, file }]
  }
  if (!isDirectory(from) || depth > MAX_DEPTH) return []
  const found: DroppedFile[] = []
  for (const child of await children(from)) {
    found.push(...(await walk(child, entry, `${path}/${child.name}`, depth + 1)))
  }
  return found.length > 0 || depth > 0 ? found : [{ entry, path: `${path}/`, file: null }]
}

/** A browser lists a folder in portions, until one is empty. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0) return all
    all.push(...portion)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
