import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type BareNode, searchTextMax } from '../../server/contract/graph.ts'
import { searchQuery } from '../api/queries.ts'
import { choose } from '../commands/open.ts'
import { leavePast } from '../commands/travel-beside.ts'
import { pastText } from '../marks/past-text.ts'
import type { Past } from '../scene/past.ts'
import { usePast } from '../scene/use-past.ts'
import { openPage } from '../shell/page.ts'
import { searchFieldId } from './focus.ts'
import { optionId, resultsId, SearchResults } from './search-results.tsx'

const debounceMs = 150

/** Finds anything by name, key or identifier while one types, though not while an input method composes. */
export function SearchBox() {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [composed, setComposed] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [asked] = useDebouncedValue(composed.trim(), debounceMs)
  const past = usePast()
  const answer = useQuery(searchQuery(asked, past))
  const items = asked === '' ? [] : (answer.data?.items ?? [])
  const shown = open && asked !== ''

  const ask = (value: string) => {
    setComposed(value)
    setActive(0)
    setOpen(true)
  }
  const pick = (node: BareNode) => {
    setOpen(false)
    setText('')
    setComposed('')
    field.current?.blur()
    openPage(undefined)
    void choose(node)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const act = searchKeys[event.key]
    if (act === undefined) return
    event.preventDefault()
    const last = past === undefined ? items.length - 1 : items.length
    act({ items, last, active, setActive, pick, leave: () => leave(open, setOpen, field.current) })
  }
  return (
    <search className="search">
      <div className="search-box">
        <IconSearch className="i" size={14} stroke={1.75} aria-hidden="true" />
        <input
          ref={field}
          id={searchFieldId}
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={shown}
          aria-controls={resultsId}
          aria-activedescendant={
            shown && (items.length > 0 || past !== undefined) ? optionId(active) : undefined
          }
          autoComplete="off"
          maxLength={searchTextMax}
          spellCheck={false}
          placeholder={placeholderText(t, past)}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            if (!(event.nativeEvent as InputEvent).isComposing) ask(event.target.value)
          }}
          onCompositionEnd={(event) => ask(event.currentTarget.value)}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
        <kbd>/</kbd>
      </div>
      {shown && (
        <SearchResults
          asked={asked}
          answer={answer}
          items={items}
          past={past}
          active={active}
          onActive={setActive}
          onPick={pick}
        />
      )}
    </search>
  )
}

/** What is searched: what is, or a past, whose moment has no room here and stands beside the field. */
function placeholderText(t: TFunction, past: Past | undefined): string {
  if (past === undefined) return t('search.placeholder')
  return past.knownAt === undefined
    ? t('past.search', { when: pastText(t, past) })
    : t('past.searchKnown')
}

interface Pressed {
  readonly items: readonly BareNode[]
  /** Place of the last option. */
  readonly last: number
  readonly active: number
  readonly setActive: (active: number) => void
  readonly pick: (node: BareNode) => void
  readonly leave: () => void
}

const searchKeys: Readonly<Record<string, (pressed: Pressed) => void>> = {
  ArrowDown: ({ last, active, setActive }) => setActive(Math.min(active + 1, last)),
  ArrowUp: ({ active, setActive }) => setActive(Math.max(active - 1, 0)),
  Enter: ({ items, last, active, pick }) => {
    const node = items[active]
    if (node !== undefined) pick(node)
    else if (active === last) leavePast()
  },
  Escape: ({ leave }) => leave(),
}

/** The first Esc closes the results, the second leaves the field. */
function leave(
  open: boolean,
  setOpen: (open: boolean) => void,
  field: HTMLInputElement | null,
): void {
  if (open) setOpen(false)
  else field?.blur()
}
