import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Decision } from '../../server/contract/work.ts'
import { labelOf } from '../../server/picture/names.ts'
import { words } from '../../server/picture/words.ts'
import { decisionsQuery } from '../api/queries.ts'
import { useShownScene } from '../filter/use-shown-scene.ts'
import { standingTexts } from '../graph/describe.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { channelsText, linkText } from '../i18n/words.ts'
import { asOfIn } from '../scene/as-of.ts'
import type { Scene } from '../scene/scene.ts'
import { useExplorer } from '../scene/store.ts'
import { useStanding } from '../scene/use-standing.ts'
import { linkRows } from './link-rows.ts'
import type { Row } from './rows.ts'
import { thingRows } from './thing-rows.ts'

/** The things of the scene as rows, in the language of the page. */
export function useThingRows(): readonly Row[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const { scene } = useShownScene()
  const asOf = useExplorer(asOfIn)
  const faint = useFaint(scene)
  const rows = useMemo(
    () =>
      thingRows(scene, asOf, {
        kind: (kind) => t(`kinds.${kind}`),
        label: (node) => labelOf(node, words[language]),
        status: (status) => t(`table.${status}`),
        generic: t('table.shared'),
      }),
    [scene, asOf, language, t],
  )
  return useMemo(() => faint(rows), [faint, rows])
}

const none: readonly Decision[] = []

/** The links and relations of the scene as rows, in the language of the page. */
export function useLinkRows(): readonly Row[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const { scene } = useShownScene()
  const decisions = useQuery(decisionsQuery).data?.items ?? none
  const faint = useFaint(scene)
  const rows = useMemo(
    () =>
      linkRows(scene, decisions, {
        link: (link) => linkText(t, link),
        edge: (type) => t(`edgesOut.${type}`),
        name: (key) => {
          const node = scene.nodes.get(key)
          return node && labelOf(node, words[language]).name
        },
        days: (count) => t('link.days', { count }),
        channels: (channels) => channelsText(t, channels),
        decided: (status) =>
          status === 'disagree' ? t('decide.disagree') : t(`decide.status${status}`),
      }),
    [scene, decisions, language, t],
  )
  return useMemo(() => faint(rows), [faint, rows])
}

/** Rows with why they step back, where they do. */
function useFaint(scene: Scene): (rows: readonly Row[]) => readonly Row[] {
  const language = useLanguage()
  const sense = useExplorer((state) => state.sense)
  const standing = useStanding(scene)
  return useCallback(
    (rows) =>
      rows.map((row) => {
        const texts = standingTexts(row.id, { standing, sense, language })
        return texts.length === 0 ? row : { ...row, faint: texts.join(', ') }
      }),
    [standing, sense, language],
  )
}
