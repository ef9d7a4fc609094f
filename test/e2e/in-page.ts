import { join } from 'node:path'

/** What `in-page.js` puts into a page. Elements are opaque here: only the page can hold them. */
export interface InPage {
  /** How often Tab is to be pressed to get to an element, below zero with Shift; undefined where Tab never stops at it. */
  tabsTo(element: unknown): number | undefined
  hasFocus(element: unknown): boolean
  /** Everything about where things stand that keeps a person from reading or pressing them, a line each. */
  layoutTroubles(): readonly string[]
  /** Writes one text after the other into a field. */
  writeAll(field: unknown, texts: readonly string[]): Promise<void>
  /** Texts that turn what stands beside them, a line each. */
  bidiTroubles(): readonly string[]
  /** The same once the page has filled its window anew and nothing slides in or out any longer. */
  settledTroubles(): Promise<readonly string[]>
}

declare global {
  var inPage: InPage
}

export const inPageScript = join(import.meta.dirname, 'in-page.js')
