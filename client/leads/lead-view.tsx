import { useTranslation } from 'react-i18next'

import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { useNameLabel } from '../marks/name.tsx'
import { openChangedRing } from '../runs/open-change.ts'
import { openLead } from '../shell/page.ts'
import { isSealed, versionAfter } from './lead-list.ts'
import { NextSteps } from './next-steps.tsx'
import { Outcomes } from './outcomes.tsx'
import { Packages } from './packages.tsx'
import { Rights } from './rights.tsx'
import { Route } from './routing.tsx'
import { StateChip } from './state-chip.tsx'
import { Steps } from './steps.tsx'
import { Wanted } from './wanted.tsx'
import './lead.css'

interface LeadViewProps {
  readonly lead: LeadFileAnswer
  /** All of them: a version names the one before and the one after it. */
  readonly leads: readonly LeadFileAnswer[]
}

/** One lead: where it stands and what follows, who it is for, what was packed, what came of it. */
export function LeadView({ lead, leads }: LeadViewProps) {
  const { t } = useTranslation()
  const after = versionAfter(leads, lead.id)
  return (
    <article className="lead" aria-labelledby="lead-title">
      <header className="lead-head">
        <div className="row wrap">
          <h2 id="lead-title" tabIndex={-1}>
            {lead.id}
          </h2>
          <StateChip state={lead.state} />
          <span className="m">{t('leads.asOfRun', { run: lead.body.run })}</span>
        </div>
        <Ring lead={lead} />
        <Versions lead={lead} leads={leads} after={after} />
      </header>
      <NextSteps lead={lead} after={after} />
      <div className="lead-columns">
        <div className="lead-parts">
          <Wanted lead={lead} />
          <Rights lead={lead} />
          <Route lead={lead} />
          <Packages lead={lead} />
          <Outcomes lead={lead} />
        </div>
        <Steps lead={lead} />
      </div>
    </article>
  )
}

/** What it is about; opened as the current run has it. */
function Ring({ lead: { body } }: { readonly lead: LeadFileAnswer }) {
  const { t } = useTranslation()
  const { name, detail } = useNameLabel()(body.name)
  return (
    <p className="row wrap">
      <button
        type="button"
        className="lead-ring"
        title={t('leads.openRing', { name })}
        onClick={() => void openChangedRing(body.ring)}
      >
        <b>{name}</b>
      </button>
      <span className="m">{detail}</span>
    </p>
  )
}

interface VersionsProps extends LeadViewProps {
  readonly after: LeadFileAnswer | undefined
}

/** The version before, whose holders have to be told once this one is sealed, and the version after. */
function Versions({ lead, leads, after }: VersionsProps) {
  const { t } = useTranslation()
  const { supersedes } = lead.body
  const before = leads.find(({ id }) => id === supersedes)
  const names = before?.body.to.map(({ name }) => name).join(t('shell.comma'))
  const replaced = after !== undefined && isSealed(after)
  return (
    <>
      {supersedes !== undefined && (
        <p className="s2">
          {t('leads.takesPlace', { id: supersedes })}{' '}
          {isSealed(lead) && names !== undefined && t('leads.toTell', { names })}{' '}
          {before !== undefined && <OpenLead id={supersedes} />}
        </p>
      )}
      {replaced && (
        <p className="s2">
          {t('leads.replacedBy', { id: after.id })} <OpenLead id={after.id} />
        </p>
      )}
    </>
  )
}

function OpenLead({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="cite" onClick={() => openLead(id)}>
      {t('leads.open', { id })}
    </button>
  )
}
