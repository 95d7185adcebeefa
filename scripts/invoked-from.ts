/** npm runs scripts in the package's folder; paths that a person types mean the folder where they stand. */

/** Goes to where `npm run COMMAND` was typed; stays where the script was started without npm. */
export function standWhereTyped(command: string, env = process.env): void {
  if (env.npm_lifecycle_event === command && env.INIT_CWD) process.chdir(env.INIT_CWD)
}
