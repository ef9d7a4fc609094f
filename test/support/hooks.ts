import { end, notRun, optionalNotRun } from './availability.ts'

/** Required by `.mocharc.json`: what belongs to the whole run. */
export const mochaHooks = {
  afterAll() {
    if (process.env.CI === 'true' && notRun().length > 0) throw new Error(notRun().join(' '))
  },
}

/** Runs after the last test, when the reporter has had its say. */
export async function mochaGlobalTeardown(): Promise<void> {
  await end()
  for (const line of [...notRun(), ...optionalNotRun()]) process.stdout.write(`${line}\n`)
}
