import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { MatchedLine, MatchFound } from '../../server/contract/desk.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { referenceText } from '../scene/format.ts'
import { openThings } from './open-things.ts'
import { type Choices, chosenKeys } from './paste-lines.ts'
import { tell } from './tell.ts'
import { addToTray } from './tray.ts'

interface PasteResultProps {
  readonly lines: readonly MatchedLine[]
  readonly skipped: number
  readonly busy: boolean
  readonly onBack: () => void
  readonly onRest: () => void
  readonly onClose: () => void
}

/** Three columns: what is clear, what has to be chosen, and what nobody knows. */
export function PasteResult({ lines, skipped, busy, onBack, onRest, onClose }: PasteResultProps) {
  const { t } = useTranslation()
  const [choices, setChoices] = useState<Choices>(new Map())
  const of = (state: MatchedLine['state']) => lines.filter((line) => line.state === state)
  const [unknown, unasked] = [of('unknown'), of('unasked')]
  const keys = chosenKeys(lines, choices)
  const copy = async () => {
    await navigator.clipboard.writeText(unknown.map(({ line }) => line).join('\n'))
    tell(t('paste.copied', { count: unknown.length }))
  }
  const open = () => {
    onClose()
    void openThings(keys, { code: 'gathered' })
  }
  return (
    <div className="dialog-body">
      <div className="paste-columns">
        <Column title={t('paste.matched')} count={of('matched').length}>
          {of('matched').map(({ line, found: [thing] }) => (
            <li key={line}>
              <span className="m clip">{line}</span>
              {thing !== undefined && <Thing found={thing} />}
            </li>
          ))}
        </Column>
        <Column title={t('paste.ambiguous')} count={of('ambiguous').length}>
          {of('ambiguous').map((line) => (
            <Ambiguous
              key={line.line}
              line={line}
              chosen={choices.get(line.line) ?? ''}
              onChoose={(key) => setChoices(new Map([...choices, [line.line, key]]))}
            />
          ))}
        </Column>
        <Column title={t('paste.unknown')} count={unknown.length}>
          {unknown.map(({ line }) => (
            <li key={line}>
              <span className="written">{line}</span>
            </li>
          ))}
        </Column>
      </div>
      {unasked.length > 0 && (
        <p className="notice">
          <span className="grow">{t('paste.unasked', { count: unasked.length })}</span>
          <button type="button" className="cite" disabled={busy} onClick={onRest}>
            {busy ? t('paste.looking') : t('paste.again')}
          </button>
        </p>
      )}
      {skipped > 0 && <p className="m small">{t('paste.skipped', { count: skipped })}</p>}
      <div className="dialog-actions">
        <button type="button" className="btn" onClick={onBack}>
          {t('paste.back')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={unknown.length === 0}
          onClick={() => void copy()}
        >
          {t('paste.copy')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={keys.length === 0}
          onClick={() => void addToTray(keys)}
        >
          {t('paste.tray')}
        </button>
        <button
          type="button"
          className="btn primary"
          data-autofocus
          disabled={keys.length === 0}
          onClick={open}
        >
          {t('paste.scene', { count: keys.length })}
        </button>
      </div>
    </div>
  )
}

interface ColumnProps {
  readonly title: string
  readonly count: number
  readonly children: React.ReactNode
}

function Column({ title, count, children }: ColumnProps) {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className="sub">
        {title} <span className="m">{count}</span>
      </h2>
      {count === 0 ? <p className="m">{t('paste.none')}</p> : <ul className="lines">{children}</ul>}
    </section>
  )
}

interface AmbiguousProps {
  readonly line: MatchedLine
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

function Ambiguous({ line: { line, found, more }, chosen, onChoose }: AmbiguousProps) {
  const { t } = useTranslation()
  return (
    <li>
      <label className="choose">
        <span className="m clip">{line}</span>
        <select
          className="field"
          aria-label={t('paste.choose', { line })}
          value={chosen}
          onChange={(event) => onChoose(event.target.value)}
        >
          <option value="">{t('paste.nobody')}</option>
          {found.map(({ key, kind, name }) => (
            <option key={key} value={key}>
              {`${name} · ${t(`kinds.${kind}`)} · ${referenceText(key)}`}
            </option>
          ))}
        </select>
      </label>
      {more > 0 && <span className="m small">{t('paste.more', { count: more })}</span>}
    </li>
  )
}

function Thing({ found: { key, kind, name } }: { readonly found: MatchFound }) {
  return (
    <span className="row">
      <KindDot kind={kind} />
      <b className="clip">{name}</b>
      <span className="grow" />
      <span className="m clip">{referenceText(key)}</span>
    </span>
  )
}
