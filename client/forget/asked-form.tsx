import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { queryClient } from '../api/query-client.ts'
import { sourcesQuery } from '../import/import-queries.ts'
import { useForget } from './forget-state.ts'

type What = 'thing' | 'dataset'

/** What is to be forgotten: a thing or a record by its name, or a dataset. */
export function AskedForm({ busy }: { readonly busy: boolean }) {
  const { t } = useTranslation()
  const asked = useForget((state) => state.asked)
  const [what, setWhat] = useState<What>(
    asked !== undefined && 'dataset' in asked ? 'dataset' : 'thing',
  )
  const [text, setText] = useState(textOf(asked))
  const datasets = useQuery(sourcesQuery).data?.items.map(({ dataset }) => dataset) ?? []
  const name = text.trim()
  const look = (event: FormEvent) => {
    event.preventDefault()
    if (name === '' || busy) return
    useForget.setState({ asked: what === 'dataset' ? { dataset: name } : { name } })
    void queryClient.invalidateQueries({ queryKey: ['forget-preview'] })
  }
  return (
    <form className="form forget-asked" aria-label={t('forget.what')} onSubmit={look}>
      <fieldset className="forget-what">
        <legend className="visually-hidden">{t('forget.what')}</legend>
        {(['thing', 'dataset'] as const).map((each) => (
          <label key={each} className="row">
            <input
              type="radio"
              name="forget-what"
              checked={what === each}
              onChange={() => setWhat(each)}
            />
            {t(`forget.${each}`)}
          </label>
        ))}
      </fieldset>
      <label>
        {t(what === 'dataset' ? 'forget.datasetName' : 'forget.thingName')}
        <input
          className="field"
          maxLength={2_000}
          list={what === 'dataset' ? 'forget-datasets' : undefined}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <datalist id="forget-datasets">
        {[...new Set(datasets)].map((dataset) => (
          <option key={dataset} value={dataset} />
        ))}
      </datalist>
      {what === 'dataset' && <p className="m small">{t('forget.datasetNote')}</p>}
      <div className="row">
        <button
          type="submit"
          className="btn"
          disabled={name === '' || busy}
          title={busy ? t('jobs.busy') : undefined}
        >
          {t('forget.look')}
        </button>
      </div>
    </form>
  )
}

function textOf(asked: ReturnType<typeof useForget.getState>['asked']): string {
  if (asked === undefined) return ''
  return 'dataset' in asked ? asked.dataset : asked.name
}
