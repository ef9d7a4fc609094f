import { useTranslation } from 'react-i18next'

import type { ProposedFile } from '../../server/contract/uploads.ts'
import { useFieldName } from './field-name.ts'

interface ColumnRowProps {
  readonly file: ProposedFile
  readonly column: string
  readonly onPlace: (column: string, field: string) => void
  readonly onDate: (pattern: string) => void
}

/** Of a column that only stands in front of another's values; no field is called so. */
const inFront = ' '

/** One column: what it holds, what it is taken for and why. */
export function ColumnRow({ file, column, onPlace, onDate }: ColumnRowProps) {
  const { t } = useTranslation()
  const name = useFieldName()
  const guess = file.fields.find((one) => one.column === column)
  const behind = file.fields.find((one) => one.beside?.column === column)
  const unplaced = file.notPlaced.find((one) => one.column === column)
  const taken = new Map(file.fields.map((one) => [one.field, one.column]))
  const samples = (guess ?? behind?.beside ?? unplaced)?.samples ?? []
  return (
    <tr className={guess === undefined && behind === undefined ? 'not-placed' : undefined}>
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
          value={guess?.field ?? (behind === undefined ? '' : inFront)}
          onChange={({ currentTarget: { value } }) => onPlace(column, value)}
        >
          <option value="">{t('mapping.nowhere')}</option>
          {behind !== undefined && <option value={inFront}>{name(behind.field)}</option>}
          {file.knownFields.map(({ field, required, multiple }) => {
            const other = multiple ? undefined : taken.get(field)
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
        {guess !== undefined && <Why guess={guess} onDate={onDate} onPlace={onPlace} />}
        {behind !== undefined && t('mapping.besideOf', { column: behind.column })}
        {guess === undefined && behind === undefined && (
          <span className="m">
            {unplaced?.takenField === undefined
              ? t('mapping.noField')
              : t('mapping.takenBy', { field: name(unplaced.takenField) })}
          </span>
        )}
      </td>
    </tr>
  )
}

interface WhyProps {
  readonly guess: ProposedFile['fields'][number]
  readonly onDate: ColumnRowProps['onDate']
  readonly onPlace: ColumnRowProps['onPlace']
}

function Why({ guess, onDate, onPlace }: WhyProps) {
  const { t } = useTranslation()
  const { column, field, reason, fits, of, date, couldBe, split, map, part, scheme, rivals } = guess
  return (
    <>
      {t(`mapping.by-${reason}`)}
      {part !== undefined && (
        <span className="m">{t('mapping.partOf', { part: t(`mapping.part-${part}`) })}</span>
      )}
      {scheme !== undefined && <span className="m">{t('mapping.scheme', { scheme })}</span>}
      {rivals !== undefined && (
        <WhichColumn {...{ column, rivals }} onSay={(said) => onPlace(said, field)} />
      )}
      {fits < of && <span className="warn-text">{t('mapping.fits', { fits, of })}</span>}
      {couldBe === undefined && date !== undefined && (
        <span className="m">{t('mapping.date', { date })}</span>
      )}
      {couldBe !== undefined && <DateOrder {...{ column: guess.column, couldBe, date, onDate }} />}
      {guess.turnedRound && <span className="warn-text">{t('mapping.turnedRound')}</span>}
      {guess.decimal !== undefined && (
        <span className="m">{t('mapping.decimal', { mark: guess.decimal })}</span>
      )}
      {guess.unsureDecimal !== undefined && (
        <span className="warn-text">
          {t('mapping.unsureDecimal', { value: guess.unsureDecimal })}
        </span>
      )}
      {split !== undefined && <span className="m">{t('mapping.split', { split })}</span>}
      {Object.entries(map ?? {}).map(([typed, meaning]) => (
        <span key={typed} className="m">
          {t('mapping.meaning', { typed, meaning })}
        </span>
      ))}
    </>
  )
}

interface WhichColumnProps {
  readonly column: string
  readonly rivals: readonly string[]
  readonly onSay: (column: string) => void
}

/** Other columns are as much the field, of which a row has one: until a person says which is meant, the first is taken. */
function WhichColumn({ column, rivals, onSay }: WhichColumnProps) {
  const { t } = useTranslation()
  return (
    <span>
      <span className="warn-text">{t('mapping.rivals')}</span>
      <select
        className="field"
        aria-label={t('mapping.whichColumn', { column })}
        value=""
        onChange={({ currentTarget: { value } }) => value !== '' && onSay(value)}
      >
        <option value="">{t('mapping.rivalsUnsaid', { column })}</option>
        {[column, ...rivals].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </span>
  )
}

interface DateOrderProps {
  readonly column: string
  readonly couldBe: readonly string[]
  readonly date: string | undefined
  readonly onDate: ColumnRowProps['onDate']
}

/** No value tells which of these its days are written in; until a person says so, none of them is loaded. */
function DateOrder({ column, couldBe, date, onDate }: DateOrderProps) {
  const { t } = useTranslation()
  return (
    <span>
      <span className={date === undefined ? 'warn-text' : 'm'}>{t('mapping.couldBe')}</span>
      <select
        className="field"
        aria-label={t('mapping.dateOrder', { column })}
        value={date ?? ''}
        onChange={({ currentTarget: { value } }) => onDate(value)}
      >
        <option value="">{t('mapping.dateUnsaid')}</option>
        {couldBe.map((pattern) => (
          <option key={pattern}>{pattern}</option>
        ))}
      </select>
    </span>
  )
}
