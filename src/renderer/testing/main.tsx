/**
 * The window over generated records, for work on its looks: `vite src/renderer`, then
 * `/testing/?records=100000&scenario=ready&latency=10&picker`. Not part of the product: index.html does not lead here.
 */
import { mount } from '../app/mount.tsx'
import { type MockOptions, mockHost } from './mock/host.ts'

const asked = new URLSearchParams(location.search)

mount(
  mockHost({
    records: Number(asked.get('records') ?? 2000),
    latency: Number(asked.get('latency') ?? 10),
    scenario: (asked.get('scenario') ?? 'ready') as MockOptions['scenario'],
    picker: asked.has('picker'),
  }),
)
