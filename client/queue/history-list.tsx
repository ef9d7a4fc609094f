import { useTranslation } from 'react-i18next'

import { travelTo, travelToBranch } from '../commands/travel.ts'
import { type Branch, branchesOf } from '../scene/branches.ts'
import { clockText } from '../scene/format.ts'
import type { StepName } from '../scene/history.ts'
import { nodesGained } from '../scene/patch.ts'
import { useExplorer } from '../scene/store.ts'
import { stepText } from './step-text.ts'

/** The command log: every step by name, those that were undone greyed, ways that were left below; a click goes there. */
export function HistoryList() {
  const { t } = useTranslation()
  const base = useExplorer((state) => state.base)
  const history = useExplorer((state) => state.history)
  const { steps, done } = history
  return (
    <>
      <div className="sec">
        <h2>{t('history.steps')}</h2>
      </div>
      <div className="hist-fill">
        <ol className="hist">
          {base !== undefined && (
            <Row
              at={t('history.start')}
              name={base}
              standing={standing(0, done)}
              gained={0}
              onClick={() => void travelTo(0)}
            />
          )}
          {steps.map((step, index) => (
            <Row
              key={step.id}
              at={clockText(step.at)}
              name={step.name}
              standing={standing(index + 1, done)}
              gained={nodesGained(step.patch)}
              onClick={() => void travelTo(index + 1)}
            />
          ))}
        </ol>
        {branchesOf(history).map((branch) => (
          <BranchList key={branch.id} branch={branch} />
        ))}
      </div>
      <p className="foot">{steps.length === 0 ? t('history.empty') : t('history.foot')}</p>
    </>
  )
}

/** A way that was left: its own steps, each of which can be gone back to. */
function BranchList({ branch }: { readonly branch: Branch }) {
  const { t } = useTranslation()
  const { id, leaves, own } = branch
  const at = useExplorer(({ history }) => history.steps[leaves - 1]?.at)
  const left = at === undefined ? t('history.start') : clockText(at)
  return (
    <section aria-label={t('walk.branch')}>
      <div className="sec">
        <h2>{t('walk.branch')}</h2>
        <span className="m">{t('walk.branchNote', { count: own.length, at: left })}</span>
      </div>
      <ol className="hist">
        {own.map((step, index) => (
          <Row
            key={step.id}
            at={clockText(step.at)}
            name={step.name}
            standing="undone"
            gained={nodesGained(step.patch)}
            onClick={() => void travelToBranch(id, leaves + index + 1)}
          />
        ))}
      </ol>
    </section>
  )
}

type Standing = 'done' | 'here' | 'undone'

function standing(place: number, done: number): Standing {
  if (place === done) return 'here'
  return place < done ? 'done' : 'undone'
}

interface RowProps {
  readonly at: string
  readonly name: StepName
  readonly standing: Standing
  readonly gained: number
  readonly onClick: () => void
}

function Row({ at, name, standing: where, gained, onClick }: RowProps) {
  const { t } = useTranslation()
  return (
    <li>
      <button
        type="button"
        className={where === 'undone' ? 'undone' : ''}
        aria-current={where === 'here' ? 'step' : undefined}
        onClick={onClick}
      >
        <span className="m at">{at}</span>
        <i />
        <span className="grow">{stepText(t, name)}</span>
        {gained !== 0 && <span className="m">{0 < gained ? `+${gained}` : `−${-gained}`}</span>}
      </button>
    </li>
  )
}
