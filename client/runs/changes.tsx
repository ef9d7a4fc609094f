import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ChangesAnswer, RingChangeCode, Run } from '../../server/contract/runs.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { Tabs } from '../marks/tabs.tsx'
import { LinkChanges } from './link-changes.tsx'
import { RescoredList } from './rescored-list.tsx'
import { RingChanges } from './ring-changes.tsx'
import { changesQuery } from './runs-queries.ts'

interface ChangesProps {
  readonly run: Run
  /** Latest first. */
  readonly runs: readonly Run[]
}

const firstRows = 100
const mostRows = 1_000

type Part = 'rings' | 'links' | 'generic'

/** What a run says that the one before it, or another that is chosen, did not. */
export function Changes({ run, runs }: ChangesProps) {
  const { t } = useTranslation()
  const before = runs.find(({ id }) => id < run.id)
  const [chosen, setChosen] = useState<number>()
  const others = runs.filter(({ id }) => id !== run.id)
  const since = others.find(({ id }) => id === chosen) ?? before ?? others[0]
  if (since === undefined) {
    return <p className="m changes-none">{t('changes.first', { run: run.id })}</p>
  }
  return (
    <section className="changes" aria-labelledby="changes-title">
      <div className="row changes-head">
        <h2 id="changes-title">{t('changes.title', { run: run.id })}</h2>
        <label className="row s2">
          {t('changes.since')}
          <select
            className="field"
            value={since.id}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {others.map(({ id, asOf }) => (
              <option key={id} value={id}>
                {t('changes.sinceRun', { run: id, date: asOf })}
              </option>
            ))}
          </select>
        </label>
        <span className="m clip">
          <Differences since={since} run={run} />
        </span>
      </div>
      <Compared key={since.id} run={run} since={since} latest={run.id === runs[0]?.id} />
    </section>
  )
}

/** What else differs between the two, so that nobody takes it for news. */
function Differences({ since, run }: { readonly since: Run; readonly run: Run }) {
  const { t } = useTranslation()
  return [
    t(since.graph === run.graph ? 'changes.sameData' : 'changes.otherData'),
    ...(since.asOf === run.asOf
      ? []
      : [t('changes.otherDay', { before: since.asOf, after: run.asOf })]),
    ...(since.model === run.model ? [] : [t('changes.otherModel')]),
  ].join(' ')
}

interface ComparedProps {
  readonly run: Run
  readonly since: Run
  /** Whether `run` is the current one, whose rings can be opened by their ids. */
  readonly latest: boolean
}

function Compared({ run, since, latest }: ComparedProps) {
  const { t } = useTranslation()
  const [part, setPart] = useState<Part>('rings')
  const [change, setChange] = useState<RingChangeCode>()
  const [limit, setLimit] = useState(firstRows)
  const answer = useQuery(changesQuery({ run: run.id, since: since.id, change, limit }))
  if (answer.error !== null) {
    return <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
  }
  if (answer.data === undefined) return <Bones rows={8} />
  const { rings, links, rescored, names } = answer.data
  const changed = Object.entries(rings.counts)
    .filter(([code]) => code !== 'unchanged')
    .reduce((sum, [, count]) => sum + (count ?? 0), 0)
  return (
    <>
      <Tabs<Part>
        label={t('changes.title', { run: run.id })}
        tabs={[
          { id: 'rings', label: t('changes.ringsTab'), count: changed },
          { id: 'links', label: t('changes.linksTab'), count: links.gained + links.lost },
          { id: 'generic', label: t('changes.genericTab'), count: rescored.total },
        ]}
        chosen={part}
        onChoose={setPart}
      />
      {part === 'rings' && (
        <RingChanges
          rings={rings}
          names={names}
          latest={latest}
          change={change}
          onChange={setChange}
        />
      )}
      {part === 'links' && <LinkChanges links={links} names={names} latest={latest} />}
      {part === 'generic' && <RescoredList rescored={rescored.items} names={names} />}
      <Rest answer={answer.data} part={part} limit={limit} onMore={() => setLimit(mostRows)} />
    </>
  )
}

interface RestProps {
  readonly answer: ChangesAnswer
  readonly part: Part
  readonly limit: number
  readonly onMore: () => void
}

/** How much of a list is not shown, and how to get it. */
function Rest({ answer, part, limit, onMore }: RestProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { items, omitted } = { ...answer, generic: answer.rescored }[part]
  if (omitted === 0) return null
  const command = `npx revenant changes --run ${answer.run.id} --since ${answer.since.id}`
  return (
    <p className="row m changes-rest">
      {t('changes.shown', {
        shown: numberText(items.length, language),
        total: numberText(items.length + omitted, language),
      })}
      {limit < mostRows ? (
        <button type="button" className="cite" onClick={onMore}>
          {t('changes.showMore')}
        </button>
      ) : (
        <span>{t('changes.most', { command })}</span>
      )}
    </p>
  )
}
