import { describe, expect, it, vi } from 'vitest'
import { pathsOf } from './opened-files.ts'

vi.mock('electron', () => import('./testing/fake-electron.ts'))

describe('paths on the command line', () => {
  it('are all that is no switch', () => {
    const argv = ['/opt/bounce-triage', '--no-sandbox', 'inbox', '--lang=de', '/mail/sent']
    expect(pathsOf(argv, '/home/ada', true)).toEqual(['/home/ada/inbox', '/mail/sent'])
  })

  it('leave out the app’s own folder where it is started by Electron', () => {
    expect(pathsOf(['/electron', '.', 'inbox'], '/home/ada', false)).toEqual(['/home/ada/inbox'])
    expect(pathsOf(['/electron', '--no-sandbox', '/app'], '/home/ada', false)).toEqual([])
  })
})
