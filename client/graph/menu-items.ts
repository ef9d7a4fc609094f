import type { TFunction } from 'i18next'

import type { BareNode, NeighbourCount } from '../../server/contract/graph.ts'
import type { Subject } from '../../server/picture/shape.ts'
import { hide } from '../commands/arrange.ts'
import { collapse } from '../commands/collapse.ts'
import { copyId } from '../commands/copy-id.ts'
import { expandAll, expandBudget, expandGroup } from '../commands/expand.ts'
import { hideLink } from '../commands/hide-link.ts'
import { openPaths, pickSecondEnd } from '../commands/path.ts'
import { hideOthers } from '../commands/select-hide.ts'
import { pin, pinnable, unpin } from '../commands/select-pin.ts'
import { selectedKeys } from '../commands/select-things.ts'
import { whyLinked } from '../commands/why-linked.ts'
import { addToTray } from '../desk/tray.ts'
import { openForget } from '../forget/forget-state.ts'
import { relationText } from '../i18n/words.ts'
import { openEvidence } from '../inspector/evidence-wish.ts'
import { pastText } from '../marks/past-text.ts'
import { expansionsOf, nodesTaken } from '../scene/collapse.ts'
import type { Past } from '../scene/past.ts'
import { pinId } from '../scene/pins.ts'
import { select, useExplorer } from '../scene/store.ts'
import { drawnKeys } from './drawn-now.ts'
import { joining } from './fan.ts'
import { pairId, setFan, useFans } from './fan-state.ts'

/** One line of the menu: something to do, a reason why not, or further lines. */
export interface MenuItem {
  readonly id: string
  readonly label: string
  /** A count or a key, at the end of the line. */
  readonly hint?: string | undefined
  /** Why it cannot be done now. */
  readonly unless?: string | undefined
  readonly act?: () => void
  readonly items?: readonly MenuItem[]
}

/** What a node is related to, and the past that this is of. */
interface Counted {
  readonly counts: readonly NeighbourCount[]
  readonly past: Past | undefined
}

/** What can be done with a node, by what is known of it when the menu opens. */
export function nodeItems(
  t: TFunction,
  node: BareNode,
  counted: Counted,
): readonly (readonly MenuItem[])[] {
  const { key } = node
  return [
    [expandItem(t, key, counted), collapseItem(t, key)],
    [...pathItems(t, node), ...whyItems(t, node), evidenceItem(t, { of: 'node', id: key })],
    [pinItem(t, key), ...hideItems(t, key)],
    [trayItem(t, key), { id: 'copy', label: t('menu.copy'), act: () => void copyId(key) }],
    [{ id: 'forget', label: t('menu.forget'), act: () => openForget({ name: key }) }],
  ].filter((group) => 0 < group.length)
}

/** What can be done with a link or an observed relation. */
export function tieItems(
  t: TFunction,
  subject: { readonly of: 'link' | 'edge'; readonly id: string },
): readonly (readonly MenuItem[])[] {
  const { of: kind, id } = subject
  return [
    [
      { id: 'why', label: t('menu.why'), act: () => select({ kind, id }) },
      evidenceItem(t, subject),
      ...fanItems(t, subject),
    ],
    [
      { id: 'hide', label: t('menu.hide'), act: () => hideLink(id) },
      ...(kind === 'link' ? [trayItem(t, id)] : []),
      { id: 'copy', label: t('menu.copy'), act: () => void copyId(id) },
    ],
  ]
}

function evidenceItem(t: TFunction, subject: Subject): MenuItem {
  return { id: 'evidence', label: t('menu.evidence'), act: () => openEvidence(subject) }
}

/** In lanes what is observed has its own line already; what several links between two shops say can be fanned out in both. */
function fanItems(
  t: TFunction,
  { of, id }: { readonly of: 'link' | 'edge'; readonly id: string },
): readonly MenuItem[] {
  const { scene, layout } = useExplorer.getState().view
  const tie = of === 'link' ? scene.links.get(id) : scene.edges.get(id)
  // Without a canvas to bend lines on there is nothing to fan.
  if (tie === undefined || drawnKeys() === undefined) return []
  if (layout === 'lanes' && of === 'edge') return []
  const { from, to } = tie
  const all = joining(scene, from, to)
  const count = (layout === 'lanes' ? all.filter((one) => scene.links.has(one)) : all).length
  const isFanned = useFans.getState().fanned.has(pairId(from, to))
  if (count < 2) return []
  const label = isFanned ? t('menu.merge') : t('menu.fan', { count })
  return [{ id: 'fan', label, act: () => setFan(from, to, !isFanned) }]
}

function expandItem(t: TFunction, key: string, { counts, past }: Counted): MenuItem {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const everything: MenuItem = {
    id: 'expand-all',
    label: t('menu.everything'),
    hint: String(total),
    unless: expandBudget < total ? t('menu.choose', { count: total }) : undefined,
    act: () => void expandAll(key),
  }
  const groups = counts.map(
    (group): MenuItem => ({
      id: `${group.type} ${group.direction} ${group.kind}`,
      label: `${t(`kindsMany.${group.kind}`)} · ${relationText(t, group)}`,
      hint: String(group.count),
      act: () => {
        if (expandBudget < group.count) select({ kind: 'nodes', keys: [key] })
        void expandGroup(key, group)
      },
    }),
  )
  return {
    id: 'expand',
    label: t('menu.expand'),
    hint: String(total),
    unless: 0 < total ? undefined : noNeighborsText(t, past),
    items: [everything, ...groups],
  }
}

/** That nothing is there to expand, or was in a past. */
export function noNeighborsText(t: TFunction, past: Past | undefined): string {
  if (past === undefined) return t('node.noNeighbors')
  return t('past.noNeighbors', { when: pastText(t, past) })
}

function trayItem(t: TFunction, id: string): MenuItem {
  return { id: 'tray', label: t('tray.add'), hint: 'T', act: () => void addToTray([id]) }
}

function collapseItem(t: TFunction, key: string): MenuItem {
  const { history, view } = useExplorer.getState()
  const step = expansionsOf(history, key).at(-1)
  return {
    id: 'collapse',
    label: t('menu.collapse'),
    hint: step === undefined ? undefined : `−${nodesTaken(view.scene, history, step)}`,
    unless: step === undefined ? t('menu.collapseNone') : undefined,
    act: () => collapse(key),
  }
}

/** With one other thing selected the other end is known; otherwise it is picked. */
function pathItems(t: TFunction, { key }: BareNode): readonly MenuItem[] {
  const other = otherSelected(key)
  if (other === undefined) {
    return [{ id: 'path', label: t('menu.path'), hint: 'P', act: () => pickSecondEnd(key) }]
  }
  const label = t('menu.pathTo', { name: other.name })
  return [{ id: 'path', label, hint: 'P', act: () => openPaths(other.key, key) }]
}

function whyItems(t: TFunction, { key, kind }: BareNode): readonly MenuItem[] {
  const other = otherSelected(key)
  if (kind !== 'Shop' || other?.kind !== 'Shop') return []
  const label = t('menu.whyWith', { name: other.name })
  return [{ id: 'why', label, act: () => void whyLinked(other.key, key) }]
}

function pinItem(t: TFunction, key: string): MenuItem {
  const { view } = useExplorer.getState()
  if (view.scene.pinned.has(pinId(view.layout, key))) {
    return { id: 'pin', label: t('menu.unpin'), act: () => unpin([key]) }
  }
  const unless = pinnable([key]).size === 0 ? t('menu.pinNone') : undefined
  return { id: 'pin', label: t('menu.pin'), unless, act: () => pin([key]) }
}

/** A node within the selection stands for all of it. */
function hideItems(t: TFunction, key: string): readonly MenuItem[] {
  const selected = selectedKeys()
  const keys = selected.includes(key) ? selected : [key]
  const count = keys.length === 1 ? undefined : String(keys.length)
  return [
    { id: 'hide', label: t('menu.hide'), hint: count ?? 'H', act: () => hide(keys) },
    { id: 'others', label: t('menu.hideOthers'), hint: '⇧ H', act: () => hideOthers(keys) },
  ]
}

/** The one other thing that is selected, when exactly one is. */
function otherSelected(key: string): BareNode | undefined {
  const others = selectedKeys().filter((own) => own !== key)
  const [other] = others
  if (others.length !== 1 || other === undefined) return undefined
  return useExplorer.getState().view.scene.nodes.get(other)
}
