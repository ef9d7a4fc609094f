import { IconFile, IconFileCode, IconFileZip, IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { uploadRules } from '../../server/contract/uploads.ts'
import { sizeText } from '../scene/format.ts'
import type { Chosen } from './chosen-files.ts'
import { choose, sendChosen, stopSending, useSending } from './send-files.ts'

interface ChosenListProps {
  readonly chosen: Chosen
  readonly busy: boolean
}

/** What was chosen, what of it is left out and why, and the button that loads it. */
export function ChosenList({ chosen, busy }: ChosenListProps) {
  const { t } = useTranslation()
  const sent = useSending((state) => state.sent)
  const { taken, left, bytes, described } = chosen
  const problem = useProblemText(chosen)
  return (
    <section className="chosen" aria-label={t('imports.chosen')}>
      <h2>
        {t('imports.chosen')} <span className="m">{taken.length}</span>
      </h2>
      <ul className="chosen-files">
        {taken.map(({ path, file }) => (
          <li key={path}>
            <FileIcon path={path} />
            <span className="clip grow" title={path}>
              {path}
            </span>
            <span className="m nowrap">{sizeText(file.size)}</span>
          </li>
        ))}
      </ul>
      {0 < left.length && (
        <p className="m small" title={left.join('\n')}>
          {t('imports.left', { count: left.length, names: namesText(left) })}
        </p>
      )}
      {problem !== undefined && (
        <p className="notice" role="alert">
          {problem}
        </p>
      )}
      {!described && problem === undefined && <p className="tell">{t('imports.noDescription')}</p>}
      {sent !== undefined && (
        <div className="sending" role="status">
          <progress aria-label={t('jobs.progress')} value={sent} max={Math.max(bytes, 1)} />
          <span className="m small">
            {t('imports.sending', { done: sizeText(sent), total: sizeText(bytes) })}
          </span>
        </div>
      )}
      <div className="row">
        {sent === undefined ? (
          <>
            <SendButton chosen={chosen} busy={busy} problem={problem} />
            <button type="button" className="btn" onClick={() => choose(undefined)}>
              {t('imports.clear')}
            </button>
          </>
        ) : (
          <button type="button" className="btn grow" onClick={stopSending}>
            {t('imports.stop')}
          </button>
        )}
      </div>
    </section>
  )
}

interface SendButtonProps extends ChosenListProps {
  readonly problem: string | undefined
}

/** Loads what is described; the columns of anything else can be looked at while a job runs. */
function SendButton({ chosen: { described, taken }, busy, problem }: SendButtonProps) {
  const { t } = useTranslation()
  const why = problem ?? (busy && described ? t('jobs.busy') : undefined)
  return (
    <button
      type="button"
      className="btn primary grow"
      disabled={why !== undefined}
      title={why}
      onClick={() => void sendChosen()}
    >
      <IconUpload className="i" size={14} stroke={1.75} aria-hidden="true" />
      {described ? t('imports.load', { count: taken.length }) : t('imports.lookAt')}
    </button>
  )
}

function useProblemText({ problem, taken, bytes }: Chosen): string | undefined {
  const { t } = useTranslation()
  const { limits } = uploadRules
  if (problem === 'tooMany') {
    return t('imports.tooMany', { count: taken.length, most: limits.files })
  }
  if (problem === 'tooLarge') {
    return t('imports.tooLarge', { size: sizeText(bytes), most: sizeText(limits.bytes) })
  }
  return problem === undefined ? undefined : t(`imports.${problem}`)
}

function FileIcon({ path }: { readonly path: string }) {
  const text = path.endsWith('dataset.json') ? IconFileCode : IconFile
  const Icon = /\.zip$/i.test(path) ? IconFileZip : text
  return <Icon className="i" size={14} stroke={1.75} aria-hidden="true" />
}

const namesShown = 3

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join(', ')
  return namesShown < names.length ? `${shown}, …` : shown
}
