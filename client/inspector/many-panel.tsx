import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { IconButton } from '../marks/icon-button.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { select, useExplorer } from '../scene/store.ts'
import { Body } from './body.tsx'
import { ManyActions } from './many-actions.tsx'

/** Several selected nodes: each by name, and what can be done with all of them. */
export function ManyPanel({ keys }: { readonly keys: readonly string[] }) {
  const { t } = useTranslation()
  const label = useLabel()
  const nodes = useExplorer((state) => state.view.scene.nodes)
  return (
    <>
      <div className="head row">
        <h1 className="grow">{t('node.many', { count: keys.length })}</h1>
        <IconButton icon={IconX} slim label={t('shell.close')} onClick={() => select(undefined)} />
      </div>
      <Body>
        <ul className="lines">
          {keys
            .flatMap((key) => nodes.get(key) ?? [])
            .map((node) => {
              const { name, detail } = label(node)
              return (
                <li key={node.key}>
                  <button
                    type="button"
                    className="pick"
                    onClick={() => select({ kind: 'nodes', keys: [node.key] })}
                  >
                    <KindDot kind={node.kind} properties={node.properties} />
                    <b className="nm clip">{name}</b>
                    <span className="s2 clip">{detail}</span>
                  </button>
                </li>
              )
            })}
        </ul>
      </Body>
      <ManyActions keys={keys} />
    </>
  )
}
