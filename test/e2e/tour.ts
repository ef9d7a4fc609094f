import type { Page } from 'playwright-core'

import type { Said } from './said.ts'
import type { World } from './world.ts'

/** What a tour is led through. */
export interface Tour {
  readonly page: Page
  readonly said: Said
  readonly world: World
  /** Called at every screen, with what it is called. */
  readonly stop: (screen: string) => Promise<void>
}
