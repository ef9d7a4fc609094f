import type { Page } from 'playwright-core'

/** What a page's main thread has spent since it was opened, in milliseconds. */
export interface MainThread {
  /** On scripts alone. */
  scripts(): Promise<number>
  /** On scripts, styles and layout. */
  spent(): Promise<number>
  frames(): Promise<number>
  /** Waits for the next frame. */
  frame(): Promise<void>
}

export async function mainThread(page: Page): Promise<MainThread> {
  const session = await page.context().newCDPSession(page)
  // By the processor's clock, so that what else the machine does is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async (names: readonly string[]) => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics
      .filter(({ name }) => names.includes(name))
      .reduce((sum, { value }) => sum + value * 1_000, 0)
  }
  await page.evaluate(`(() => {
    if (window.framesSeen !== undefined) return
    window.framesSeen = 0
    const count = () => { window.framesSeen += 1; requestAnimationFrame(count) }
    count()
  })()`)
  return {
    scripts: () => read(['ScriptDuration']),
    spent: () => read(['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']),
    frames: async () => (await page.evaluate('window.framesSeen')) as number,
    frame: async () => {
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => done(undefined)))')
    },
  }
}
