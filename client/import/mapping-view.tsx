import { IconArrowLeft, IconTableShare, IconUpload, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Refusal } from '../leads/refusal.tsx'
import { AboutForm } from './about-form.tsx'
import { constantsOf, fieldsMissing } from './description.ts'
import { FileMapping } from './file-mapping.tsx'
import { backToColumns, giveUpMapping, loadMapped, type Mapping, preview } from './mapping-state.ts'
import { PreviewView } from './preview-view.tsx'
import { UnreadableList } from './unreadable-list.tsx'
import './mapping.css'

interface MappingViewProps {
  readonly mapping: Mapping
  /** Names of datasets that are loaded. */
  readonly loaded: readonly string[]
  /** A job runs. */
  readonly busy: boolean
}

/** What files without a description hold: each column with what it is taken for, the first rows as they would be loaded, and the way to load them. */
export function MappingView({ mapping, loaded, busy }: MappingViewProps) {
  const { t } = useTranslation()
  const { proposal, about, previews, asking, failure } = mapping
  return (
    <section className="mapping" aria-labelledby="mapping-title" aria-busy={asking}>
      <div className="row section-head">
        <h2 id="mapping-title">
          {t(previews === undefined ? 'mapping.title' : 'mapping.preview')}
        </h2>
        <span className="grow" />
        <button type="button" className="btn slim" onClick={giveUpMapping}>
          <IconX className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('mapping.giveUp')}
        </button>
      </div>
      <p className="s2">{t(previews === undefined ? 'mapping.about' : 'mapping.previewAbout')}</p>
      {0 < proposal.unreadable.length && <UnreadableList mapping={mapping} />}
      {previews === undefined ? (
        <>
          {proposal.files.map((file) => (
            <FileMapping key={file.file} file={file} mapping={mapping} />
          ))}
          {0 < proposal.files.length && <AboutForm about={about} loaded={loaded} />}
        </>
      ) : (
        previews.map((one) => <PreviewView key={one.file} preview={one} />)
      )}
      <Refusal failure={failure} />
      {0 < proposal.files.length && <Steps mapping={mapping} busy={busy} />}
    </section>
  )
}

function Steps({ mapping, busy }: Omit<MappingViewProps, 'loaded'>) {
  const { t } = useTranslation()
  const { previews, asking, proposal } = mapping
  const wanting = useWanting(mapping)
  if (previews === undefined) {
    return (
      <div className="row wrap mapping-steps">
        <button
          type="button"
          className="btn primary"
          disabled={asking || wanting !== undefined}
          title={wanting}
          onClick={() => void preview()}
        >
          <IconTableShare className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('mapping.look')}
        </button>
        {wanting !== undefined && <span className="m">{wanting}</span>}
      </div>
    )
  }
  return (
    <div className="row wrap mapping-steps">
      <button
        type="button"
        className="btn primary"
        disabled={asking || busy}
        title={busy ? t('jobs.busy') : undefined}
        onClick={() => void loadMapped()}
      >
        <IconUpload className="i" size={14} stroke={1.75} aria-hidden="true" />
        {t('imports.load', { count: proposal.files.length })}
      </button>
      <button type="button" className="btn" onClick={backToColumns}>
        <IconArrowLeft className="i" size={14} stroke={1.75} aria-hidden="true" />
        {t('mapping.back')}
      </button>
    </div>
  )
}

/** What is still to be said before anything can be tried; undefined where nothing is. */
function useWanting({ proposal, about, typed }: Mapping): string | undefined {
  const { t } = useTranslation()
  const constants = constantsOf(proposal, typed)
  const fields = proposal.files.flatMap((file) =>
    fieldsMissing(file, constants).map((field) => `${file.file}: ${field}`),
  )
  const said = (['name', 'source', 'licence', 'asOf'] as const)
    .filter((name) => about[name].trim() === '')
    .map((name) => t(`mapping.${name}`))
  const all = [...fields, ...said]
  return all.length === 0 ? undefined : t('mapping.wanting', { what: all.join(', ') })
}
