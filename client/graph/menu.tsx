import './menu.css'

import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { countsQuery } from '../api/queries.ts'
import { useExplorer } from '../scene/store.ts'
import { nodeItems, tieItems } from './menu-items.ts'
import { MenuList } from './menu-list.tsx'
import { closeMenu, type OpenMenu, useMenu } from './menu-state.ts'

/** The menu of a node or link, where it was asked for. */
export function SubjectMenu() {
  const open = useMenu((state) => state.open)
  if (open === undefined) return null
  return <Opened key={`${open.subject.id} ${open.at.x} ${open.at.y}`} open={open} />
}

function Opened({ open }: { readonly open: OpenMenu }) {
  const { t } = useTranslation()
  const { subject, at, past } = open
  const host = useRef<HTMLDivElement>(null)
  const place = usePlace(host, at)
  const node = useExplorer((state) => state.view.scene.nodes.get(subject.id))
  const counts = useQuery({ ...countsQuery(subject.id, past), enabled: false }).data?.counts ?? []
  // What can be done is worked out once: nothing in the menu changes while it is open.
  const [groups] = useState(() => {
    if (subject.of !== 'node') return tieItems(t, { of: subject.of, id: subject.id })
    return node === undefined ? [] : nodeItems(t, node, { counts, past })
  })
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the menu closes it; Esc does the same by keyboard. */}
      <div
        className="menu-ground"
        onPointerDown={closeMenu}
        onContextMenu={(event) => {
          event.preventDefault()
          closeMenu()
        }}
      />
      <div ref={host} className={`menu-host ${turn(place)}`} style={place}>
        <MenuList
          label={t('menu.label', { name: node?.name ?? '' })}
          groups={groups}
          onClose={closeMenu}
        />
      </div>
    </>
  )
}

const edgePx = 8
/** Room that a menu beside this one needs. */
const besidePx = { across: 560, down: 340 }

/** To which side a menu beside this one opens. */
function turn({ left, top }: { readonly left: number; readonly top: number }): string {
  const across = innerWidth - besidePx.across < left ? 'leftward' : ''
  return innerHeight - besidePx.down < top ? `${across} upward` : across
}

/** Beside the pointer, moved as far as it takes to stay on the page, also when its window changes. */
function usePlace(host: React.RefObject<HTMLDivElement | null>, at: OpenMenu['at']) {
  const [place, setPlace] = useState({ left: at.x, top: at.y })
  useLayoutEffect(() => {
    const put = () => {
      const box = host.current?.getBoundingClientRect()
      if (box === undefined) return
      setPlace({
        left: Math.max(edgePx, Math.min(at.x, innerWidth - box.width - edgePx)),
        top: Math.max(edgePx, Math.min(at.y, innerHeight - box.height - edgePx)),
      })
    }
    put()
    window.addEventListener('resize', put)
    return () => window.removeEventListener('resize', put)
  }, [host, at])
  return place
}
