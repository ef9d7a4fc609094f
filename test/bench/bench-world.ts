import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

const command = resolve('bin', 'revenant.mjs')

/** A generated world in a folder of its own, made as anybody would from the command line. */
export function writeWorld(folder: string, shops: number): void {
  const options = ['--shops', String(shops), '--seed', '301', '--evasion', '1']
  run(['generate', '--out', folder, ...options])
}

/** Loads the world's data into an embedded store, as anybody would from the command line. */
export function loadWorld(folder: string, store: string): void {
  run(['load', `${folder}/data`, '--store', store])
}

function run(args: readonly string[]): void {
  execFileSync(process.execPath, [command, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
}
