import { mount } from './app/mount.tsx'
import { connectHost } from './host/connect.ts'

mount(await connectHost())
