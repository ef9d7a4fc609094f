import { create } from 'zustand'

import type { Point } from '../../server/picture/geometry.ts'
import type { Subject } from '../../server/picture/shape.ts'
import { failureOf } from '../api/problem-error.ts'
import { countsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { type Past, pastIn } from '../scene/past.ts'
import { useExplorer } from '../scene/store.ts'
import { notifyFailure } from '../shell/notify.ts'

/** The menu that is open: on what, and where on the page. */
export interface OpenMenu {
  readonly subject: Subject
  readonly at: Point
  /** The past as of which its relations were counted. */
  readonly past: Past | undefined
  /** What had the focus, and gets it back. */
  readonly focus: HTMLElement | undefined
}

export const useMenu = create<{ readonly open: OpenMenu | undefined }>()(() => ({
  open: undefined,
}))

let asked = 0

/** Opens the menu of a node or link; of a node once its relations are counted, so that nothing in it changes under the hand. */
export async function openMenu(subject: Subject, at: Point): Promise<void> {
  const { nodes } = useExplorer.getState().view.scene
  if (subject.of === 'node' && !nodes.has(subject.id)) return
  const turn = ++asked
  const past = pastIn(useExplorer.getState())
  const active = document.activeElement
  const focus = active instanceof HTMLElement ? active : undefined
  try {
    if (subject.of === 'node') await queryClient.fetchQuery(countsQuery(subject.id, past))
  } catch (error) {
    // The rest of the menu needs no counts, and it says itself that nothing was there yet.
    if (past === undefined || failureOf(error).code !== 'node-unknown') notifyFailure(error)
  }
  if (turn === asked) useMenu.setState({ open: { subject, at, past, focus } })
}

export function closeMenu(): void {
  asked += 1
  const { open } = useMenu.getState()
  if (open === undefined) return
  useMenu.setState({ open: undefined })
  open.focus?.focus()
}
