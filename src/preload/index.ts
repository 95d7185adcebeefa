/**
 * All that the window gets from Electron: a port to the app, and tokens for files that a person dropped or chose. Built
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
}

ipcRenderer.on(CHANNELS.port, (event) => {
  window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports])
})

contextBridge.exposeInMainWorld(BRIDGE, bridge)
