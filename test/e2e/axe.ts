import { createRequire } from 'node:module'

import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** To be put into a page before its own code. */
export const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const grave: ReadonlySet<string | null | undefined> = new Set(['serious', 'critical'])

/** What axe finds on the page now and calls serious or critical, a line each; of some of its rules alone where these are named. */
export async function axeTroubles(page: Page, rules?: string[]): Promise<readonly string[]> {
  const only: RunOptions = rules === undefined ? {} : { runOnly: rules }
  const options: RunOptions = { resultTypes: ['violations'], preload: false, ...only }
  const run = `axe.run(document, ${JSON.stringify(options)})`
  const { violations } = (await page.evaluate(run)) as AxeResults
  return violations
    .filter(({ impact }) => grave.has(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
