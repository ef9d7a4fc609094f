import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { askAgain } from '../commands/path.ts'
import { edgesOut } from '../i18n/en/words.ts'
import type { PathQuestion } from './path-state.ts'

type EdgeType = keyof typeof edgesOut

const types = Object.keys(edgesOut) as readonly EdgeType[]
const hopChoices = [1, 2, 3, 4, 5, 6, 7, 8]
const limitChoices = [3, 5, 10, 20]

/** How far the search goes; each change asks again. */
export function PathLimits({ question }: { readonly question: PathQuestion }) {
  const { t } = useTranslation()
  return (
    <details className="path-limits">
      <summary>{t('paths.options')}</summary>
      <div className="path-fields">
        <Choice
          label={t('paths.maxHops')}
          value={question.maxHops}
          choices={hopChoices}
          onChange={(maxHops) => askAgain({ maxHops })}
        />
        <Choice
          label={t('paths.limit')}
          value={question.limit}
          choices={limitChoices}
          onChange={(limit) => askAgain({ limit })}
        />
        <TypeChoice question={question} />
        <Day
          label={t('paths.since')}
          value={question.since}
          onChange={(since) => askAgain({ since })}
        />
        <Day
          label={t('paths.until')}
          value={question.until}
          onChange={(until) => askAgain({ until })}
        />
      </div>
      <Tick
        label={t('paths.links')}
        on={question.links !== false}
        onChange={(links) => askAgain({ links })}
      />
      <Tick
        label={t('paths.together')}
        on={question.together === true}
        onChange={(together) => askAgain({ together })}
      />
    </details>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: number | undefined
  readonly choices: readonly number[]
  readonly onChange: (value: number) => void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select
        className="field"
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
      >
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  )
}

/** One relation or all: what else is wanted is seen in the hops. */
function TypeChoice({ question }: { readonly question: PathQuestion }) {
  const { t } = useTranslation()
  const [chosen] = question.types ?? []
  return (
    <label>
      <span>{t('paths.types')}</span>
      <select
        className="field"
        value={chosen ?? ''}
        onChange={({ target }) => {
          const type = types.find((own) => own === target.value)
          askAgain({ types: type === undefined ? undefined : [type] })
        }}
      >
        <option value="">{t('paths.typesAll')}</option>
        {types.map((type) => (
          <option key={type} value={type}>
            {t(`edgesOut.${type}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface DayProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** A day is asked for once the field is left: while it is typed it is a hundred other days. */
function Day({ label, value, onChange }: DayProps) {
  const [typed, setTyped] = useState(value ?? '')
  return (
    <label>
      <span>{label}</span>
      <input
        className="field"
        type="date"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => onChange(typed === '' ? undefined : typed)}
      />
    </label>
  )
}

interface TickProps {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

function Tick({ label, on, onChange }: TickProps) {
  return (
    <label className="row">
      <input
        type="checkbox"
        className="check"
        checked={on}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  )
}
