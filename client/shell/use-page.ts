import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useLayoutEffect } from 'react'

import { useExplorer } from '../scene/store.ts'
import { focusSearch } from '../search/focus.ts'
import { isSamePage, openPage, type Page, pageAt, routeOf, usePage } from './page.ts'
import { isField } from './typing.ts'

/** Keeps the path of the address and the open page at one, and listens to the keys of pages. Answers with the open page. */
export function usePageAddress(): Page | undefined {
  const navigate = useNavigate()
  const path = useLocation({ select: ({ pathname }) => pathname })
  useLayoutEffect(() => usePage.setState(pageAt(path)), [path])
  useEffect(
    () =>
      usePage.subscribe((now, before) => {
        if (isSamePage(now, before) || isSamePage(now, pageAt(location.pathname))) return
        void navigate({ ...routeOf(now), search: true })
      }),
    [navigate],
  )
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return usePage(({ page }) => page)
}

/** These work on every page and in the picture. */
const everywhere: Readonly<Record<string, () => void>> = {
  'Shift r': () => toggle('runs'),
  'Shift i': () => toggle('import'),
  'Shift k': () => toggle('targets'),
  'Shift l': () => toggle('leads'),
}

/** Where a page is open, the picture's own keys are off, and these stand for them. */
const onPages: Readonly<Record<string, () => void>> = {
  Escape: () => openPage(undefined),
  '/': focusSearch,
  'Control k': focusSearch,
  '?': () => useExplorer.setState({ dialog: 'keys' }),
}

function press(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented || event.altKey) return
  if (isField(event.target) || useExplorer.getState().dialog !== undefined) return
  const name = nameOf(event)
  const act = everywhere[name] ?? (usePage.getState().page && onPages[name])
  if (act === undefined) return
  event.preventDefault()
  act()
}

function nameOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): string {
  const name = key.length === 1 ? key.toLowerCase() : key
  if (ctrlKey || metaKey) return `Control ${name}`
  return shiftKey && /^[a-z]$/.test(name) ? `Shift ${name}` : name
}

function toggle(page: Page): void {
  openPage(usePage.getState().page === page ? undefined : page)
}
