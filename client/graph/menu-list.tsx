import { IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import type { MenuItem } from './menu-items.ts'

interface MenuListProps {
  readonly label: string
  readonly groups: readonly (readonly MenuItem[])[]
  readonly onClose: () => void
  /** Goes back to the menu that this one hangs on. */
  readonly onBack?: (() => void) | undefined
}

/** Lines of a menu of which one has the focus; arrows move it, letters find a line, right opens what hangs on it. */
export function MenuList({ label, groups, onClose, onBack }: MenuListProps) {
  const items = groups.flat()
  const [current, setCurrent] = useState(0)
  const [opened, setOpened] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (opened === undefined) lineOf(list.current, current)?.focus()
  }, [current, opened])
  const act = (item: MenuItem) => {
    if (item.unless !== undefined) return
    if (item.items !== undefined) return setOpened(item.id)
    onClose()
    item.act?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const handled = handle(event, {
      items,
      current,
      go: setCurrent,
      act,
      close: onClose,
      back: onBack,
    })
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={list} className="menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {groups.map((group, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a menu does not change while it is open.
        // biome-ignore lint/a11y/useSemanticElements: within a menu a group is what its lines may stand in; a fieldset is for forms.
        <div key={place} role="group" className="menu-group">
          {group.map((item) => (
            <Line
              key={item.id}
              item={item}
              isCurrent={items.indexOf(item) === current}
              isOpened={opened === item.id}
              onEnter={() => {
                setCurrent(items.indexOf(item))
                setOpened(
                  item.items !== undefined && item.unless === undefined ? item.id : undefined,
                )
              }}
              onAct={() => act(item)}
              onClose={onClose}
              onBack={() => setOpened(undefined)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface LineProps {
  readonly item: MenuItem
  readonly isCurrent: boolean
  readonly isOpened: boolean
  readonly onEnter: () => void
  readonly onAct: () => void
  readonly onClose: () => void
  readonly onBack: () => void
}

function Line({ item, isCurrent, isOpened, onEnter, onAct, onClose, onBack }: LineProps) {
  const { label, hint, unless, items } = item
  return (
    <div className="menu-line" onPointerEnter={onEnter}>
      <button
        type="button"
        role="menuitem"
        tabIndex={isCurrent ? 0 : -1}
        aria-disabled={unless !== undefined}
        aria-haspopup={items === undefined ? undefined : 'menu'}
        aria-expanded={items === undefined ? undefined : isOpened}
        title={unless}
        onClick={onAct}
      >
        <span className="grow">
          {label}
          {unless !== undefined && <small>{unless}</small>}
        </span>
        {hint !== undefined && <span className="m num">{hint}</span>}
        {items !== undefined && (
          <IconChevronRight className="i" size={14} stroke={1.75} aria-hidden="true" />
        )}
      </button>
      {isOpened && items !== undefined && (
        <div className="menu-beside">
          <MenuList label={label} groups={[items]} onClose={onClose} onBack={onBack} />
        </div>
      )}
    </div>
  )
}

interface Handling {
  readonly items: readonly MenuItem[]
  readonly current: number
  readonly go: (place: number) => void
  readonly act: (item: MenuItem) => void
  readonly close: () => void
  readonly back: (() => void) | undefined
}

/** True when the key meant something to the menu. */
function handle(event: KeyboardEvent, handling: Handling): boolean {
  const meant = keys[event.key]
  if (meant !== undefined) return meant(handling)
  if (event.key.length !== 1 || event.nativeEvent.isComposing) return false
  find(event.key, handling)
  return true
}

/** What each key does; false where it means nothing here. */
const keys: Readonly<Record<string, (handling: Handling) => boolean>> = {
  ArrowDown: (handling) => step(handling, 1),
  ArrowUp: (handling) => step(handling, -1),
  Home: ({ go }) => done(go(0)),
  End: ({ go, items }) => done(go(items.length - 1)),
  Escape: ({ back, close }) => done((back ?? close)()),
  Tab: ({ close }) => done(close()),
  ArrowLeft: ({ back }) => done(back?.()),
  ArrowRight: (handling) => enter(handling, ({ items }) => items !== undefined),
  Enter: (handling) => enter(handling, () => true),
  ' ': (handling) => enter(handling, () => true),
}

function step({ current, items, go }: Handling, by: 1 | -1): boolean {
  go((current + by + items.length) % items.length)
  return true
}

function enter({ current, items, act }: Handling, where: (item: MenuItem) => boolean): boolean {
  const item = items[current]
  if (item !== undefined && where(item)) act(item)
  return true
}

function done(_done: unknown): true {
  return true
}

/** The next line that begins with a letter. */
function find(letter: string, { items, current, go }: Handling): void {
  const begins = ({ label }: MenuItem) => label.toLowerCase().startsWith(letter.toLowerCase())
  const after = items.findIndex((item, place) => current < place && begins(item))
  const found = after === -1 ? items.findIndex(begins) : after
  if (found !== -1) go(found)
}

function lineOf(list: HTMLElement | null, place: number): HTMLElement | undefined {
  const lines = list?.querySelectorAll<HTMLElement>(
    ':scope > .menu-group > .menu-line > [role="menuitem"]',
  )
  return lines?.[place]
}
