import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { BareNode } from '../../server/contract/graph.ts'
import { IconButton } from '../marks/icon-button.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import { referenceText } from '../scene/format.ts'
import { endsOf } from './subject.ts'
import { moveInTray, openSubject, removeFromTray } from './tray.ts'

interface TrayRowProps {
  readonly id: string
  readonly nodes: ReadonlyMap<string, BareNode>
  /** True once the store has said which of them it knows. */
  readonly known: boolean
  readonly first: boolean
  readonly last: boolean
}

/** One thing or link that was laid aside. On the keyboard: Enter opens it, Delete takes it out, Alt with an arrow moves it. */
export function TrayRow({ id, nodes, known, first, last }: TrayRowProps) {
  const { t } = useTranslation()
  const ends = endsOf(id)
  const keys = ends === undefined ? [id] : [ends.from, ends.to]
  const node = nodes.get(keys[0] ?? id)
  const name = keys.map((key) => nodes.get(key)?.name ?? referenceText(key)).join(' → ')
  const gone = known && keys.some((key) => !nodes.has(key))
  return (
    <li>
      <button
        type="button"
        className="row grow tray-name"
        onClick={() => void openSubject(id)}
        onKeyDown={(event) => press(event, id)}
      >
        {node !== undefined && <KindDot kind={node.kind} properties={node.properties} />}
        <span className="clip">{name}</span>
        <span className="grow" />
        <span className="m nowrap">{detailOf(gone)}</span>
      </button>
      <IconButton
        icon={IconChevronUp}
        slim
        disabled={first}
        label={t('tray.up', { name })}
        onClick={() => void moveInTray(id, -1)}
      />
      <IconButton
        icon={IconChevronDown}
        slim
        disabled={last}
        label={t('tray.down', { name })}
        onClick={() => void moveInTray(id, 1)}
      />
      <IconButton
        icon={IconX}
        slim
        label={t('tray.remove', { name })}
        onClick={() => void removeFromTray(id)}
      />
    </li>
  )

  function detailOf(missing: boolean): string {
    if (missing) return t('tray.gone')
    if (ends !== undefined) return t('link.kind')
    return node === undefined ? '' : t(`kinds.${node.kind}`)
  }
}

function press(event: KeyboardEvent, id: string): void {
  if (event.key === 'Delete') void removeFromTray(id)
  else if (event.altKey && event.key === 'ArrowUp') void moveInTray(id, -1)
  else if (event.altKey && event.key === 'ArrowDown') void moveInTray(id, 1)
  else return
  event.preventDefault()
  event.stopPropagation()
}
