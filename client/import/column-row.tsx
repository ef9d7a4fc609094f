import { useTranslation } from 'react-i18next'

import type { ProposedFile } from '../../server/contract/uploads.ts'
import { useFieldName } from './field-name.ts'

interface ColumnRowProps {
  readonly file: ProposedFile
  readonly column: string
  readonly onPlace: (column: string, field: string) => void
}

/** One column: what it holds, what it is taken for and why. */
export function ColumnRow({ file, column, onPlace }: ColumnRowProps) {
  const { t } = useTranslation()
  const name = useFieldName()
  const guess = file.fields.find((one) => one.column === column)
  const unplaced = file.notPlaced.find((one) => one.column === column)
  const taken = new Map(file.fields.map((one) => [one.field, one.column]))
  const samples = (guess ?? unplaced)?.samples ?? []
  return (
    <tr className={guess === undefined ? 'not-placed' : undefined}>
      <th scope="row">{column}</th>
      <td className="samples" title={samples.join('\n')}>
        {samples.length === 0 && <span className="m">{t('mapping.nothingIn')}</span>}
        {samples.map((sample) => (
          <span key={sample} className="sample clip">
            {sample}
          </span>
        ))}
      </td>
      <td>
        <select
          className="field"
          aria-label={t('mapping.takenFor', { column })}
          value={guess?.field ?? ''}
          onChange={({ currentTarget: { value } }) => onPlace(column, value)}
        >
          <option value="">{t('mapping.nowhere')}</option>
          {file.knownFields.map(({ field, required }) => {
            const other = taken.get(field)
            const from = other === undefined || other === column ? '' : ` ← ${other}`
            return (
              <option key={field} value={field}>
                {`${name(field)}${required ? ' *' : ''}${from}`}
              </option>
            )
          })}
        </select>
      </td>
      <td className="why">
        {guess === undefined ? (
          <span className="m">
            {unplaced?.takenField === undefined
              ? t('mapping.noField')
              : t('mapping.takenBy', { field: name(unplaced.takenField) })}
          </span>
        ) : (
          <Why guess={guess} />
        )}
      </td>
    </tr>
  )
}

function Why({ guess }: { readonly guess: ProposedFile['fields'][number] }) {
  const { t } = useTranslation()
  const { reason, fits, of, date, split } = guess
  return (
    <>
      {t(`mapping.by-${reason}`)}
      {fits < of && <span className="warn-text">{t('mapping.fits', { fits, of })}</span>}
      {date !== undefined && <span className="m">{t('mapping.date', { date })}</span>}
      {split !== undefined && <span className="m">{t('mapping.split', { split })}</span>}
    </>
  )
}
