/**
 * All that the window gets from Electron: a port to the app, tokens for files that a person dropped or chose, and the choices
 * made in the native menu. Built
 * as one CommonJS file that requires only `electron`, for a sandboxed preload can load nothing else.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { BRIDGE, type Bridge, CHANNELS, PORT_MESSAGE } from '../shared/bridge.ts'

const bridge: Bridge<File> = {
  connect: () => ipcRenderer.send(CHANNELS.connect),
  grantFiles: (files) => {
    // A file made by a script has no path.
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')
    return ipcRenderer.invoke(CHANNELS.grant, paths)
  },
  onCommand: (run) => {
    // A page that was loaded anew listens anew; only the id goes through.
    ipcRenderer.removeAllListeners(CHANNELS.command)
    ipcRenderer.on(CHANNELS.command, (_, id: unknown) => run(String(id)))
  },
  tellCommands: (states) => ipcRenderer.send(CHANNELS.commands, states),
}

ipcRenderer.on(CHANNELS.port, (event) => {
  window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports])
})

contextBridge.exposeInMainWorld(BRIDGE, bridge)
