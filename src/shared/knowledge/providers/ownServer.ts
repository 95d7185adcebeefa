/** The sender's own outgoing server: what it says of our account or login is ours to mend. */
import type { Provider } from '../types.ts'

export const ownServer: Provider = {
  id: 'own-server',
  label: 'Your own mail server',
  role: 'sender',
  hosts: ['localhost', 'localdomain', 'local', 'lan', 'internal'],
  domains: [],
  rules: [],
}
