import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Decision } from '../../server/contract/work.ts'
import { labelOf } from '../../server/picture/names.ts'
import { words } from '../../server/picture/words.ts'
import { decisionsQuery } from '../api/queries.ts'
import { useShownScene } from '../filter/use-shown-scene.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { channelsText, linkText } from '../i18n/words.ts'
import { asOfIn } from '../scene/as-of.ts'
import { useExplorer } from '../scene/store.ts'
import { linkRows } from './link-rows.ts'
import type { Row } from './rows.ts'
import { thingRows } from './thing-rows.ts'

/** The things of the scene as rows, in the language of the page. */
export function useThingRows(): readonly Row[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const { scene } = useShownScene()
  const asOf = useExplorer(asOfIn)
  return useMemo(
    () =>
      thingRows(scene, asOf, {
        kind: (kind) => t(`kinds.${kind}`),
        label: (node) => labelOf(node, words[language]),
        status: (status) => t(`table.${status}`),
        generic: t('table.shared'),
      }),
    [scene, asOf, language, t],
  )
}

const none: readonly Decision[] = []

/** The links and relations of the scene as rows, in the language of the page. */
export function useLinkRows(): readonly Row[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const { scene } = useShownScene()
  const decisions = useQuery(decisionsQuery).data?.items ?? none
  return useMemo(
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
}
