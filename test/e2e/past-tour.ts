import type { Tour } from './tour.ts'
import { ready } from './until.ts'

/** A day on which the first shop was there, one before all that is on record, and a moment before anything was loaded. */
export async function pastTour(tour: Tour): Promise<void> {
  const { page, world, stop } = tour
  const [shop] = world.linked
  const query = { ring: world.supplied.ring.id, lang: 'en', e2e: '1' }
  const open = (more: Readonly<Record<string, string>>) =>
    ready(page, `${world.address}/?${new URLSearchParams({ ...query, ...more })}`)
  await open({ node: shop.key, asOf: shop.lives[0]?.from ?? '2024-01-01' })
  const inspector = page.locator('.inspector')
  await inspector.locator('.past-note').waitFor()
  for (const tab of await inspector.getByRole('tab').all()) {
    await tab.click()
    await stop(`shop of then: ${await tab.textContent()}`)
  }
  await page.getByRole('combobox').first().fill(shop.name.slice(0, 2))
  await page.locator('.results').getByRole('option').first().waitFor()
  await stop('search of then')
  await open({ node: shop.key, asOf: '1990-01-01' })
  await inspector.locator('.past-note').waitFor()
  await stop('a shop that was not there yet')
  await page.getByRole('combobox').first().fill(shop.name)
  await page.locator('.results .foot').waitFor()
  await stop('nothing was on record')
  const [a, b] = world.linked
  const both = new URLSearchParams({ ...query, asOf: '1990-01-01' })
  for (const { key } of [a, b]) both.append('node', key)
  await ready(page, `${world.address}/?${both}`)
  await page.keyboard.press('p')
  await inspector.locator('.past-note').waitFor()
  await stop('paths of then')
  await open({ node: shop.key, knownAt: '2000-01-01' })
  await page.locator('.known-banner button').first().waitFor()
  await stop('a moment before anything was loaded')
}
