import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type MatchedLine, matchLinesMax } from '../../server/contract/desk.ts'
import { call } from '../api/call.ts'
import { notifyFailure } from '../shell/notify.ts'
import { linesOf } from './paste-lines.ts'
import { PasteResult } from './paste-result.tsx'

interface Looked {
  readonly lines: readonly MatchedLine[]
  readonly skipped: number
}

/** Asks for a list, and then shows what each of its lines names. */
export function Paste({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [looked, setLooked] = useState<Looked>()
  const [busy, setBusy] = useState(false)
  const lines = linesOf(text)
  const look = async (asked: readonly string[], before: readonly MatchedLine[]) => {
    setBusy(true)
    try {
      const { lines: found, skipped } = await call('match', { body: { lines: [...asked] } })
      const known = new Map(found.map((line) => [line.line, line]))
      const again = before.map((line) => known.get(line.line) ?? line)
      setLooked(
        before.length === 0
          ? { lines: found, skipped }
          : { lines: again, skipped: looked?.skipped ?? 0 },
      )
    } catch (error) {
      notifyFailure(error)
    } finally {
      setBusy(false)
    }
  }
  if (looked !== undefined) {
    const rest = looked.lines.filter(({ state }) => state === 'unasked').map(({ line }) => line)
    return (
      <PasteResult
        lines={looked.lines}
        skipped={looked.skipped}
        busy={busy}
        onBack={() => setLooked(undefined)}
        onRest={() => void look(rest, looked.lines)}
        onClose={onClose}
      />
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (lines.length > 0 && lines.length <= matchLinesMax && !busy) void look(lines, [])
  }
  return (
    <form className="dialog-body" onSubmit={submit}>
      <div className="form">
        <label>
          {t('paste.label', { max: matchLinesMax })}
          <textarea
            className="field"
            // biome-ignore lint/a11y/noAutofocus: the dialog opens for exactly this field, which comes after the dialog has looked for one.
            autoFocus
            rows={14}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      </div>
      {matchLinesMax < lines.length && (
        <p className="notice" role="alert">
          {t('paste.tooMany', { count: lines.length, max: matchLinesMax })}
        </p>
      )}
      <div className="dialog-actions">
        <button
          type="submit"
          className="btn primary"
          disabled={lines.length === 0 || matchLinesMax < lines.length || busy}
        >
          {busy ? t('paste.looking') : t('paste.look')}
        </button>
      </div>
    </form>
  )
}
