import { useTranslation } from 'react-i18next'

import type { About } from './description.ts'
import { setAbout } from './mapping-state.ts'

interface AboutFormProps {
  readonly about: About
  readonly loaded: readonly string[]
}

/** What no file tells of the whole: its name, where it comes from, under which licence, and of which day it is. */
export function AboutForm({ about, loaded }: AboutFormProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="about-form">
      <legend>{t('mapping.dataset')}</legend>
      <Line name="name" about={about} required />
      <Line name="source" about={about} required />
      <Line name="licence" about={about} required />
      <Line name="asOf" about={about} required type="date" />
      <Line name="timeZone" about={about} />
      <Line name="phoneRegion" about={about} />
      {loaded.includes(about.name.trim()) && (
        <p className="notice">{t('mapping.replaces', { name: about.name.trim() })}</p>
      )}
    </fieldset>
  )
}

interface LineProps {
  readonly name: keyof About
  readonly about: About
  readonly required?: boolean
  readonly type?: 'text' | 'date'
}

function Line({ name, about, required = false, type = 'text' }: LineProps) {
  const { t } = useTranslation()
  return (
    <label>
      <span>
        {t(`mapping.${name}`)}
        {required && ' *'}
      </span>
      <input
        className="field"
        type={type}
        required={required}
        maxLength={200}
        placeholder={t(`mapping.${name}Note`)}
        value={about[name]}
        onChange={({ currentTarget: { value } }) => setAbout({ [name]: value })}
      />
    </label>
  )
}
