import i18next from 'i18next'

import { useLanguage } from '../i18n/use-language.ts'

/** A field as the reader calls it, with the name that `dataset.json` has for it. */
export function useFieldName(): (field: string) => string {
  const language = useLanguage()
  return (field) => {
    const id = `fields.${field}`
    // Ids that are put together from the server's names cannot be checked by type, so the texts are asked.
    if (!i18next.exists(id, { lng: language })) return field
    const name = i18next.t(id, { defaultValue: field })
    return name === field ? field : `${name} (${field})`
  }
}
