import { useTranslation } from 'react-i18next'

import type { Run } from '../../server/contract/runs.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { momentText } from '../scene/format.ts'

interface RunsTableProps {
  readonly runs: readonly Run[]
  /** The run whose changes are shown. */
  readonly chosen: number
  /** The run that the picture shows, which may be an older one. */
  readonly pictured: number | undefined
  readonly onChoose: (run: number) => void
}

const numbers = [
  { text: 'shops', of: 'shops' },
  { text: 'closures', of: 'closures' },
  { text: 'pairs', of: 'pairsCompared' },
  { text: 'links', of: 'links' },
  { text: 'cameBack', of: 'cameBack' },
  { text: 'rings', of: 'rings' },
  { text: 'largest', of: 'largestRing' },
  { text: 'generic', of: 'genericValues', note: 'genericNote' },
  { text: 'omitted', of: 'keysOmitted', note: 'omittedNote' },
] as const

/** The runs, latest first. The number of each is a button that shows what it changed. */
export function RunsTable({ runs, chosen, pictured, onChoose }: RunsTableProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const current = runs[0]?.id
  return (
    <div className="table-scroll runs-scroll">
      <table className="plain">
        <caption className="visually-hidden">{t('runs.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('runs.number')}</th>
            <th scope="col">{t('runs.made')}</th>
            <th scope="col">{t('runs.day')}</th>
            <th scope="col">{t('runs.model')}</th>
            {numbers.map(({ text, ...more }) => (
              <th
                key={text}
                scope="col"
                className="num"
                title={'note' in more ? t(`runs.${more.note}`) : undefined}
              >
                {t(`runs.${text}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ id, at, asOf, model, summary }) => (
            // The button in the first cell does the same from the keyboard.
            <tr key={id} className={id === chosen ? 'on' : undefined} onClick={() => onChoose(id)}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={id === chosen}
                  aria-label={t('runs.compare', { run: id })}
                >
                  {id}
                </button>
                {id === current && <span className="chip">{t('runs.current')}</span>}
                {id === pictured && id !== current && (
                  <span className="chip line">{t('runs.pictured')}</span>
                )}
              </th>
              <td className="nowrap">{momentText(at)}</td>
              <td className="nowrap">{asOf}</td>
              <td>
                <ModelText model={model} />
              </td>
              {numbers.map(({ text, of }) => (
                <td key={text} className="num">
                  {numberText(summary[of] ?? 0, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Where the weights come from, and whether only what a buyer can see was used. */
function ModelText({ model }: { readonly model: string }) {
  const { t } = useTranslation()
  const learnt = model.startsWith('learnt-weights')
  const usual = model.startsWith('usual-weights')
  const known = learnt ? t('runs.learnt') : t('runs.usual')
  return (
    <span title={model}>
      {learnt || usual ? known : model}
      {model.endsWith('-public') && <span className="chip line">{t('runs.public')}</span>}
    </span>
  )
}
