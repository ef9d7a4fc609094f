import type { Locator, Page } from 'playwright-core'

import type { Said } from './said.ts'

/** Whoever works with the explorer: one hand has a mouse and types only into fields, the other has a keyboard alone. */
export interface Hand {
  /** Presses a button, tab, link, tick box or line of a menu. */
  press(target: Locator): Promise<void>
  /** Writes a text into a field in place of what stood there. */
  write(field: Locator, text: string): Promise<void>
  /** Does what has both a place on the page and a key. */
  command(name: Command): Promise<void>
  /** Selects a thing of the canvas, or adds it to what is selected. */
  pick(key: string, add?: 'add'): Promise<void>
  /** Opens the menu of a thing of the canvas. */
  menuOf(key: string): Promise<void>
  /** Moves a slider to the right by some of its steps. */
  slide(slider: Locator): Promise<void>
}

export type Command = 'search' | 'graph' | 'split' | 'table' | 'undo' | 'tray' | 'same'

interface Way {
  readonly key: string
  readonly place: (page: Page, said: Said) => Locator
}

const button = (id: string) => (page: Page, said: Said) =>
  page.getByRole('button', { name: said(id) }).first()

/** Where the mouse finds a command, and by which key the keyboard has it. */
export const ways: Readonly<Record<Command, Way>> = {
  search: { key: '/', place: (page) => page.getByRole('combobox').first() },
  graph: { key: '2', place: button('shell.graph') },
  split: { key: '4', place: button('layouts.split') },
  table: { key: '5', place: button('table.title') },
  undo: { key: 'Control+z', place: button('shell.undo') },
  tray: { key: 'Shift+T', place: (page) => page.locator('.tray-button') },
  same: { key: 'a', place: button('review.same') },
}
