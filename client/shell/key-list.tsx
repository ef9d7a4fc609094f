import { useTranslation } from 'react-i18next'

import type { keys as texts } from '../i18n/en/keys.ts'

const rows: readonly { readonly keys: readonly string[]; readonly text: keyof typeof texts }[] = [
  { keys: ['/'], text: 'search' },
  { keys: ['Esc'], text: 'escape' },
  { keys: ['Ctrl', 'Z', 'Ctrl', '⇧', 'Z'], text: 'undo' },
  { keys: ['E'], text: 'expand' },
  { keys: ['⇧', 'F10'], text: 'menu' },
  { keys: ['P'], text: 'path' },
  { keys: ['H'], text: 'hide' },
  { keys: ['⇧', 'H'], text: 'hideOthers' },
  { keys: ['Ctrl', 'A', 'Ctrl', 'I'], text: 'selectAll' },
  { keys: ['V', 'G', 'R', 'O'], text: 'tools' },
  { keys: ['⇧'], text: 'lasso' },
  { keys: ['↑', '↓', '⏎', 'Ctrl', 'C'], text: 'table' },
  { keys: ['T', '⇧', 'T'], text: 'tray' },
  { keys: ['A', 'D', 'U'], text: 'decide' },
  { keys: ['1', '2', '3', '4', '5'], text: 'views' },
  { keys: ['L'], text: 'layout' },
  { keys: ['F', '0'], text: 'fit' },
  { keys: ['[', ']'], text: 'events' },
  { keys: ['K'], text: 'known' },
  { keys: ['←', '→', '⇧', '→'], text: 'window' },
  { keys: ['S'], text: 'share' },
  { keys: ['⇧', 'R'], text: 'runs' },
  { keys: ['⇧', 'I'], text: 'imports' },
  { keys: ['⇧', 'K'], text: 'targets' },
  { keys: ['⇧', 'L'], text: 'leads' },
  { keys: ['?'], text: 'help' },
]

/** Every key and what it does. */
export function KeyList() {
  const { t } = useTranslation()
  return (
    <div className="dialog-body">
      <dl className="sheet">
        {rows.map(({ keys, text }) => (
          <Row key={text} keys={keys} text={t(`keys.${text}`)} />
        ))}
      </dl>
      <p className="m small">{t('keys.note')}</p>
    </div>
  )
}

function Row({ keys, text }: { readonly keys: readonly string[]; readonly text: string }) {
  return (
    <>
      <dt>
        {keys.map((key, place) => (
          // A key such as Ctrl can stand twice in one row.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order.
          <kbd key={place}>{key}</kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </>
  )
}
