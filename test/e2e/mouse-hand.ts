import type { Page } from 'playwright-core'

import { type Hand, ways } from './hand.ts'
import type { Said } from './said.ts'

/** A hand on the mouse. */
export function mouseHand(page: Page, said: Said): Hand {
  const at = async (key: string) => {
    if (!(await isInSight(page, key))) {
      await page
        .getByRole('button', { name: said('select.fit') })
        .first()
        .click()
    }
    return await placeOf(page, key)
  }
  return {
    press: (target) => target.click(),
    write: (field, text) => field.fill(text),
    command: (name) => ways[name].place(page, said).click(),
    async pick(key, add) {
      const { x, y } = await at(key)
      if (add === 'add') await page.keyboard.down('Control')
      await page.mouse.click(x, y)
      if (add === 'add') await page.keyboard.up('Control')
    },
    async menuOf(key) {
      const { x, y } = await at(key)
      await page.mouse.click(x, y, { button: 'right' })
    },
    async slide(slider) {
      const box = await slider.boundingBox()
      if (box === null) throw new Error('the slider is not there')
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 60, y, { steps: 3 })
      await page.mouse.up()
    },
  }
}

async function placeOf(page: Page, key: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate(`window.__explorer.position(${JSON.stringify(key)})`)
  if (place === undefined) throw new Error(`${key} is not drawn`)
  return place as { x: number; y: number }
}

/** Not every part of a picture is within the canvas, and tools lie over some of it. */
async function isInSight(page: Page, key: string): Promise<boolean> {
  const { x, y } = await placeOf(page, key)
  return (await page.evaluate(
    `document.elementFromPoint(${x}, ${y})?.closest('.graph-host') != null`,
  )) as boolean
}
