import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import { travelTo } from '../commands/travel.ts'
import { clockText } from '../scene/format.ts'
import type { StepName } from '../scene/history.ts'
import { nodesGained } from '../scene/patch.ts'
import { useExplorer } from '../scene/store.ts'

/** The command log: every step by name, those that were undone greyed; a click goes there. */
export function HistoryList() {
  const { t } = useTranslation()
  const base = useExplorer((state) => state.base)
  const { steps, done } = useExplorer((state) => state.history)
  return (
    <>
      <div className="sec">
        <h2>{t('history.steps')}</h2>
      </div>
      <ol className="hist">
        {base !== undefined && (
          <Row at={t('history.start')} name={base} place={0} done={done} gained={0} />
        )}
        {steps.map((step, index) => (
          <Row
            key={step.id}
            at={clockText(step.at)}
            name={step.name}
            place={index + 1}
            done={done}
            gained={nodesGained(step.patch)}
          />
        ))}
      </ol>
      <p className="foot">{steps.length === 0 ? t('history.empty') : t('history.foot')}</p>
    </>
  )
}

interface RowProps {
  readonly at: string
  readonly name: StepName
  /** How many steps are done when this one is the last. */
  readonly place: number
  readonly done: number
  readonly gained: number
}

function Row({ at, name, place, done, gained }: RowProps) {
  const { t } = useTranslation()
  return (
    <li>
      <button
        type="button"
        className={place > done ? 'undone' : ''}
        aria-current={place === done ? 'step' : undefined}
        onClick={() => void travelTo(place)}
      >
        <span className="m at">{at}</span>
        <i />
        <span className="grow">{stepText(t, name)}</span>
        {gained !== 0 && <span className="m">{gained > 0 ? `+${gained}` : `−${-gained}`}</span>}
      </button>
    </li>
  )
}

/** What a step did, as a sentence. */
function stepText(t: TFunction, name: StepName): string {
  switch (name.code) {
    case 'layout':
      return t(name.layout === 'lanes' ? 'history.layoutlanes' : 'history.layoutforce')
    case 'decided':
      return t(`history.decided${name.verdict}`, { a: name.a, b: name.b })
    case 'expandedBy':
      return t('history.expandedBy', { name: name.name, type: t(`kindsMany.${name.kind}`) })
    case 'committed':
      return t('history.committed', { name: name.name, left: name.left })
    case 'hid':
      return t('history.hid', { count: name.count })
    default:
      return t(`history.${name.code}`, { name: name.name })
  }
}
