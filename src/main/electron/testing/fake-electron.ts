/**
 * Stands in for the module `electron` in tests: it records what the app sets up, and lets a test play the window, the
 * person and the system. The engine is the fake one, as a real process.
 */
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { type MessagePort, MessageChannel as NodeMessageChannel } from 'node:worker_threads'
import { vi } from 'vitest'

const FAKE_ENGINE = join(import.meta.dirname, '../../host/testing/fake-engine.ts')

type Handler = (...values: never[]) => unknown

/** Keeps what was given to the named setters, by their names. */
class Setup extends EventEmitter {
  readonly given = new Map<string, Handler>()

  protected setter(name: string): (value: Handler) => void {
    return (value) => void this.given.set(name, value)
  }

  /** Plays Electron, which calls what it was given. */
  // biome-ignore lint/suspicious/noExplicitAny: as loose as the handlers differ
  play(name: string, ...values: unknown[]): any {
    return this.given.get(name)?.(...(values as never[]))
  }
}

class FakeApp extends EventEmitter {
  isPackaged = true
  lock = true
  sandboxed = false
  paths = new Map<string, string>()
  commandLine = { appendSwitch: () => {}, hasSwitch: () => false }
  enableSandbox = (): void => {
    this.sandboxed = true
  }
  setPath = (name: string, path: string): void => void this.paths.set(name, path)
  getPath = (name: string): string => `/home/ada/${name}`
  exit = vi.fn()
  quit = vi.fn()
  requestSingleInstanceLock = vi.fn((_handedOver: unknown) => this.lock)
  whenReady = vi.fn(async () => {})
}

class FakeSession extends Setup {
  spellChecked = true
  protocol = { handle: (_scheme: string, answer: Handler) => void this.given.set('protocol', answer) }
  webRequest = { onBeforeRequest: this.setter('request') }
  setPermissionRequestHandler = this.setter('permissionRequest')
  setPermissionCheckHandler = this.setter('permissionCheck')
  setDevicePermissionHandler = this.setter('device')
  setSpellCheckerEnabled = (enabled: boolean): void => {
    this.spellChecked = enabled
  }
  setProxy = async (): Promise<void> => {}
}

class FakeContents extends Setup {
  reloads = 0
  sent: unknown[][] = []
  reload = (): void => {
    this.reloads += 1
  }
  send = (...values: unknown[]): void => void this.sent.push(values)
  setWindowOpenHandler = this.setter('windowOpen')
}

class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = []
  options: Electron.BrowserWindowConstructorOptions
  webContents = new FakeContents()
  loadURL = async (): Promise<void> => {}
  show = (): void => {}
  focus = (): void => {}
  restore = (): void => {}
  maximize = (): void => {}
  isMinimized = () => true
  isMaximized = () => true
  getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 })

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    FakeWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
}

class FakeIpcMain extends EventEmitter {
  handlers = new Map<string, (event: unknown, input: unknown) => unknown>()
  handle(channel: string, handler: (event: unknown, input: unknown) => unknown): void {
    this.handlers.set(channel, handler)
  }
}

/** The port that stays in the app has the events of a Node emitter; the other one is the window's. */
class FakeMessageChannelMain {
  port1: EventEmitter & { postMessage: (data: unknown) => void; start: () => void }
  port2: MessagePort

  constructor() {
    const { port1, port2 } = new NodeMessageChannel()
    this.port2 = port2
    this.port1 = Object.assign(new EventEmitter(), {
      postMessage: (data: unknown) => port1.postMessage(data),
      start: () => {
        port1.on('message', (data) => this.port1.emit('message', { data }))
        port1.on('close', () => this.port1.emit('close'))
      },
    })
  }
}

export const app = new FakeApp()
export const defaultSession = new FakeSession()
export const session = { defaultSession }
export const ipcMain = new FakeIpcMain()
export const protocol = { registerSchemesAsPrivileged: vi.fn() }
export const dialog = {
  showOpenDialog: vi.fn(async () => ({ filePaths: [] as string[] })),
  showSaveDialog: vi.fn(async () => ({ filePath: '' })),
  showMessageBox: vi.fn(async () => ({})),
  showMessageBoxSync: vi.fn((_window: unknown, _options: unknown) => 0),
  showErrorBox: vi.fn(),
}
export const shell = { showItemInFolder: vi.fn() }
/** The menu as it was set: its items can be found and chosen. */
class FakeMenu {
  static current: FakeMenu | null = null
  readonly items: Electron.MenuItemConstructorOptions[]

  constructor(template: Electron.MenuItemConstructorOptions[]) {
    this.items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  }

  getMenuItemById = (id: string) => this.items.find((item) => item.id === id) ?? null
  static buildFromTemplate = (template: Electron.MenuItemConstructorOptions[]) => new FakeMenu(template)
  static setApplicationMenu = (menu: FakeMenu): void => {
    FakeMenu.current = menu
  }
}
export const Menu = FakeMenu
export const nativeTheme = { shouldUseDarkColors: true }
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
export const BrowserWindow = FakeWindow
export const MessageChannelMain = FakeMessageChannelMain

/** Engines that were started, with how. */
export const engines: { script: string; args: string[]; kill: () => void }[] = []

export const utilityProcess = {
  fork(script: string, args: string[]) {
    const child = fork(FAKE_ENGINE, args, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const utility = Object.assign(new EventEmitter(), {
      postMessage: (data: object) => void child.send(data, () => {}),
      kill: () => child.kill('SIGKILL'),
    })
    child.on('message', (message) => utility.emit('message', message))
    child.on('exit', (code) => utility.emit('exit', code))
    engines.push({ script, args, kill: () => child.kill('SIGKILL') })
    return utility
  },
}
