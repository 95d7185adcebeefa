/** The sender's own outgoing server: what it says of our account or login is ours to mend. */
import type { Provider } from '../types.ts'

/** Recognised not by its name but by what it says, when no other server is named. */
export const ownServer: Provider = {
  id: 'own-server',
  label: 'Your own mail server',
  role: 'sender',
  hosts: [],
  domains: [],
  rules: [],
}
