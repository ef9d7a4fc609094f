import './table.css'

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { PlainStrip } from '../graph/select-tools-strip.tsx'
import { linkKinds } from '../i18n/en/words.ts'
import { Tabs } from '../marks/tabs.tsx'
import { useExplorer } from '../scene/store.ts'
import { linkColumns } from './link-rows.ts'
import { Sheet } from './sheet-view.tsx'
import { thingColumns } from './thing-rows.ts'
import { useLinkRows, useThingRows } from './use-rows.ts'

/** Everything of the scene as rows: its things, and its links with the relations that records state. */
export function TableView() {
  const { t } = useTranslation()
  const linked = useExplorer(
    ({ selection }) => selection !== undefined && selection.kind !== 'nodes',
  )
  const [tab, setTab] = useState<'things' | 'links'>(linked ? 'links' : 'things')
  // A link that was selected elsewhere is shown where links are.
  useEffect(() => {
    if (linked) setTab('links')
  }, [linked])
  const things = useThingRows()
  const links = useLinkRows()
  const { nodes, edges, links: derived } = useExplorer((state) => state.view.scene)
  return (
    <div className="table-view">
      <Tabs
        label={t('table.title')}
        tabs={[
          { id: 'things', label: t('table.things'), count: things.length },
          { id: 'links', label: t('table.links'), count: links.length },
        ]}
        chosen={tab}
        onChoose={setTab}
      />
      <PlainStrip across />
      {tab === 'things' ? (
        <Sheet
          key="things"
          id="things"
          columns={thingColumns}
          headings={thingColumns.map(({ id }) => t(`table.thing${id}`))}
          rows={things}
          total={nodes.size}
          kindText={(kind) => t(`kinds.${kind as 'Shop'}`)}
        />
      ) : (
        <Sheet
          key="links"
          id="links"
          columns={linkColumns}
          headings={linkColumns.map(({ id }) => t(`table.link${id}`))}
          rows={links}
          total={edges.size + derived.size}
          kindText={(kind) =>
            kind in linkKinds
              ? t(`linkKinds.${kind as 'came_back_as'}`)
              : t(`edgesOut.${kind as 'HOLDS'}`)
          }
        />
      )}
    </div>
  )
}
