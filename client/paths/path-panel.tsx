import './paths.css'

import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { PathsAnswer } from '../../server/contract/paths.ts'
import { failureOf } from '../api/problem-error.ts'
import { nodeQuery, pathsQuery } from '../api/queries.ts'
import { leavePaths } from '../commands/path.ts'
import { Body } from '../inspector/body.tsx'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { IconButton } from '../marks/icon-button.tsx'
import { PastNote } from '../marks/past-note.tsx'
import { pastText } from '../marks/past-text.ts'
import type { Past } from '../scene/past.ts'
import { useExplorer } from '../scene/store.ts'
import { usePast } from '../scene/use-past.ts'
import { PathLimits } from './path-limits.tsx'
import { PathRow } from './path-row.tsx'
import type { PathQuestion } from './path-state.ts'

/** The ways between two things, strongest first, with what each hop rests on and how far the search went. */
export function PathPanel({ question }: { readonly question: PathQuestion }) {
  const { t } = useTranslation()
  const past = usePast()
  const answer = useQuery(pathsQuery(asOfPast(question, past)))
  const names = { from: useName(question.from), to: useName(question.to) }
  return (
    <>
      <div className="head row">
        <h1 className="grow">{t('paths.between', names)}</h1>
        <IconButton icon={IconX} slim label={t('paths.close')} onClick={() => leavePaths()} />
      </div>
      <Body>
        {past !== undefined && <PastNote>{pathsText(t, past)}</PastNote>}
        <PathLimits question={question} />
        {answer.isFetching && (
          <>
            <p className="m" role="status">
              {t('paths.searching')}
            </p>
            <Bones rows={6} />
          </>
        )}
        {isUnknownThen(past, answer.error) && (
          <p className="s2" role="status">
            {t('known.pathsNotThere', { when: pastText(t, past) })}
          </p>
        )}
        {answer.error !== null && !isUnknownThen(past, answer.error) && (
          <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {!answer.isFetching && answer.data !== undefined && <Found answer={answer.data} />}
      </Body>
    </>
  )
}

/** In a past no relation counts that was seen, or loaded, later. */
function asOfPast(question: PathQuestion, past: Past | undefined): PathQuestion {
  const { until } = question
  const { asOf, knownAt } = past ?? {}
  const isWithin = asOf === undefined || (until !== undefined && until <= asOf)
  return {
    ...question,
    ...(!isWithin && { until: asOf }),
    ...(knownAt !== undefined && { knownAt }),
  }
}

/** That the search was of the past, and of which run the links on the ways are. */
function pathsText(t: TFunction, past: Past): string {
  const links = past.knownAt === undefined ? 'known.pathsLinks' : 'known.pathsLinksThen'
  return `${t('known.paths', { when: pastText(t, past) })} ${t(links)}`
}

/** One end was not on record then, which is an answer and no failure. */
function isUnknownThen(past: Past | undefined, error: Error | null): past is Past {
  return past !== undefined && error !== null && failureOf(error).code === 'node-unknown'
}

function Found({ answer }: { readonly answer: PathsAnswer }) {
  const { t } = useTranslation()
  const { paths, nodes, limits } = answer
  return (
    <>
      <p className="s2" role="status">
        {paths.length === 0
          ? t('paths.none', { count: limits.maxHops })
          : t('paths.shown', { count: paths.length })}{' '}
        {limits.more && t('paths.more')}{' '}
        {paths.length === 0 && limits.complete && t('paths.noneComplete')}
      </p>
      <ol className="paths">
        {paths.map((path) => (
          <PathRow key={path.hops.map(({ to }) => to).join(' ')} path={path} nodes={nodes} />
        ))}
      </ol>
      <Reach limits={limits} />
      {0 < paths.length && <p className="m small">{t('paths.strengthNote')}</p>}
    </>
  )
}

/** How far the search went; what it left out is never small print. */
function Reach({ limits }: Pick<PathsAnswer, 'limits'>) {
  const { t } = useTranslation()
  const { complete, nodesRead, nodesBudget, unread, unreadTotal } = limits
  const names = unread.map(({ name, relations }) => t('paths.unreadOne', { name, relations }))
  const rest = unreadTotal - unread.length
  return (
    <div className={complete ? 'm small' : 'notice paths-reach'}>
      <p>
        {complete || unread.length === nodesRead
          ? t('paths.complete', { read: nodesRead })
          : t('paths.incomplete', { read: nodesRead, budget: nodesBudget })}
      </p>
      {0 < unreadTotal && (
        <p>
          {t('paths.unread', { count: unreadTotal })} {names.join(t('shell.comma'))}
          {0 < rest && ` +${rest}`}
        </p>
      )}
    </div>
  )
}

/** The name of an end, from the picture or else from the store. */
function useName(key: string): string {
  const inScene = useExplorer((state) => state.view.scene.nodes.get(key)?.name)
  const asked = useQuery({ ...nodeQuery(key), enabled: inScene === undefined })
  return inScene ?? asked.data?.node.name ?? key
}
