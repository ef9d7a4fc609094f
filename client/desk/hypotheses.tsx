import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Hypothesis, HypothesisState } from '../../server/contract/desk.ts'
import { IconButton } from '../marks/icon-button.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { AddLine } from './add-line.tsx'
import { changeCase, useCurrentCase } from './cases.ts'

const states: readonly HypothesisState[] = ['open', 'supported', 'refuted']

/** What people think is so, and how it stands. */
export function Hypotheses({ items }: { readonly items: readonly Hypothesis[] }) {
  const { t } = useTranslation()
  const author = usePreferences((preferences) => preferences.author)
  const owner = useCurrentCase()?.body.owner ?? ''
  const add = (text: string) =>
    changeCase((body) => ({
      ...body,
      hypotheses: [
        ...body.hypotheses,
        { id: crypto.randomUUID(), text, state: 'open', by: author || owner, at: now() },
      ],
    }))
  const change = (id: string, to: (item: Hypothesis) => Hypothesis[]) =>
    void changeCase((body) => ({
      ...body,
      hypotheses: body.hypotheses.flatMap((item) => (item.id === id ? to(item) : [item])),
    }))
  return (
    <section>
      <h2 className="sub">
        {t('cases.hypotheses')} <span className="m">{items.length}</span>
      </h2>
      <ul className="lines">
        {items.map(({ id, text, state, by }) => (
          <li key={id}>
            <p className="written">{text}</p>
            <div className="row">
              <select
                className="field slim"
                aria-label={t('cases.state', { text })}
                value={state}
                onChange={({ target }) => {
                  const next = states.find((known) => known === target.value) ?? 'open'
                  change(id, (item) => [{ ...item, state: next }])
                }}
              >
                {states.map((known) => (
                  <option key={known} value={known}>
                    {t(`cases.state${known}`)}
                  </option>
                ))}
              </select>
              <span className="grow" />
              <span className="m clip">{by}</span>
              <IconButton
                icon={IconX}
                slim
                label={t('cases.remove', { text })}
                onClick={() => change(id, () => [])}
              />
            </div>
          </li>
        ))}
      </ul>
      <AddLine label={t('cases.hypothesis')} button={t('cases.add')} onAdd={add} />
    </section>
  )
}

function now(): Hypothesis['at'] {
  return Date.now() as Hypothesis['at']
}
