import { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import type { Tour } from './tour.ts'

/** A lead with everything that it can have, and the forms that take it further. */
export async function leadTour({ page, said, world, stop }: Tour): Promise<void> {
  const { address, supplied } = world
  const id = await acceptedLead(address, supplied.ring.id)
  await page.goto(`${address}/leads/${id}?lang=en&e2e=1`)
  const lead = page.locator('.lead')
  await lead.locator('.lead-outcomes').waitFor()
  await lead.getByRole('link').first().waitFor()
  await stop('a lead that was accepted')
  await lead.getByRole('button', { name: said('leadSteps.withdrawn') }).click()
  await lead.getByRole('button', { name: said('leads.addOutcome') }).click()
  await lead.getByRole('button', { name: said('leads.verifyOne') }).click()
  await stop('forms of a lead')
  await page.locator('.leads > .tabs').getByRole('tab').nth(1).click()
  await page.locator('.figures-states').waitFor()
  await stop('figures')
  await page.keyboard.press('Escape')
  await page
    .locator('.viewbar')
    .getByRole('button', { name: said('shell.buildLead') })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: said('lead.draft') }).click()
  await dialog.getByRole('button', { name: said('leads.addRecipient') }).click()
  await stop('a draft')
}

/** The server's own journey of a lead, up to what came of it. */
async function acceptedLead(address: string, ring: string): Promise<string> {
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const request = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${address}/api/lead-files${path}`, request)
    const said = (await answer.json()) as { lead?: unknown }
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`)
    return LeadFileAnswer.parse(said.lead ?? said)
  }
  const to = [
    { name: '市场监督管理局 Market Supervision', audience: 'authority', territory: 'CN' },
    { name: 'Brand Protection', audience: 'rights_holder', territory: 'FR' },
  ]
  const asked = { ring, author: 'Lin Test', to, asks: 'Inspect the warehouse.', language: 'en' }
  let { id, body } = await post('', asked)
  for (const next of ['reviewed', 'approved', 'sealed', 'transmitted', 'accepted']) {
    const step = { seen: body.revision, by: 'Ada Test', because: 'It is complete.' }
    const path = next === 'sealed' ? `/${id}/seal` : `/${id}/steps`
    ;({ id, body } = await post(path, { ...step, to: next }))
  }
  const outcome = { kind: 'goods_seized', on: '2026-04-02', count: 12, by: 'Lin Test' }
  const value = { amount: 12_000, currency: 'CNY', basis: 'price of the genuine article' }
  await post(`/${id}/outcomes`, { ...outcome, value, source: 'Letter 7' })
  return id
}
