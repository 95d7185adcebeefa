/** What the palette offers: the person's own filters, then every command that can be run now. */
import { showSaved } from '../session/saved.ts'
import { COMMANDS, type Command } from './commands.ts'

export interface Entry extends Pick<Command, 'label' | 'key' | 'run'> {
  id: string
  group: string
}

/** `saved`: names of the saved filters. */
export function paletteEntries(saved: readonly string[]): Entry[] {
  const filters = saved.map((name, index) => ({
    id: `saved.${index}`,
    label: name,
    group: 'Filter',
    run: () => showSaved(name),
  }))
  return [...filters, ...COMMANDS.filter((command) => command.id !== 'help.palette' && command.enabled())]
}

/** Every word typed occurs somewhere in the entry's name. */
export function fits({ label, group }: Pick<Entry, 'label' | 'group'>, typed: string): boolean {
  const name = `${group} ${label}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => name.includes(word))
}
