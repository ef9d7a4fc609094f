import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { askAgain } from '../commands/path.ts'
import { edgesOut } from '../i18n/en/words.ts'
import type { PathQuestion } from './path-state.ts'

type EdgeType = keyof typeof edgesOut

/** What people assert is kept apart from the graph, so no way leads over it. */
const asserted: ReadonlySet<EdgeType> = new Set(['CONTROLS', 'HAS_ROLE'])
const types = (Object.keys(edgesOut) as EdgeType[]).filter((type) => !asserted.has(type))
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
      <TypeChoice question={question} />
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
      <Tick
        label={t('paths.forward')}
        on={question.forward === true}
        onChange={(forward) => askAgain({ forward })}
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

/** Any of the relations; none ticked are all of them. */
function TypeChoice({ question }: { readonly question: PathQuestion }) {
  const { t } = useTranslation()
  const chosen = question.types ?? []
  const toggle = (type: EdgeType) => {
    const next = chosen.includes(type) ? chosen.filter((own) => own !== type) : [...chosen, type]
    askAgain({ types: next.length === 0 ? undefined : next })
  }
  return (
    <fieldset className="path-types">
      <legend>{t('paths.types')}</legend>
      <p className="m small">
        {chosen.length === 0
          ? t('paths.typesAll')
          : t('paths.typesSome', { count: chosen.length, total: types.length })}
      </p>
      <div className="path-type-list">
        {types.map((type) => (
          <Tick
            key={type}
            label={t(`edgesOut.${type}`)}
            on={chosen.includes(type)}
            onChange={() => toggle(type)}
          />
        ))}
      </div>
    </fieldset>
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
