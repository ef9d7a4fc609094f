import type { FieldGuess } from '../domain/proposal.ts'
import { patternsIn } from '../ingest/propose/date-forms.ts'

/** Why a column is taken for a field, and how it would be read. */
export function reasonText(guess: FieldGuess): string {
  const { reason, fits, of, date, couldBe, split, map = {}, part, scheme, rivals } = guess
  const { decimal, unsureDecimal, turnedRound } = guess
  const by = {
    name: 'has its name',
    word: 'is a word for it',
    part: 'holds a word for it',
    content: 'holds values like it',
    chosen: 'was chosen',
  }[reason]
  const meanings = Object.entries(map).map(([typed, meaning]) => `“${typed}” is ${meaning}`)
  return [
    fits === of ? by : `${by}, though only ${fits} of ${of} values fit`,
    ...(part === undefined ? [] : [`${part} of one address`]),
    ...(scheme === undefined ? [] : [`accounts of ${scheme}`]),
    ...(rivals === undefined
      ? []
      : [
          `${rivals.map((one) => `“${one}”`).join(' and ')} would be it as well, and a row has one: say which`,
        ]),
    ...(date === undefined ? [] : [`days are written ${date}`]),
    ...(turnedRound
      ? [
          'a spreadsheet has probably turned the others round, as they are all of the first twelve days of a month: compare some with where they come from',
        ]
      : []),
    ...(couldBe === undefined
      ? []
      : [`no value tells day from month: say "date": ${couldBe.map(dateText).join(' or ')}`]),
    ...(decimal === undefined ? [] : [`“${decimal}” stands before decimals`]),
    ...(unsureDecimal === undefined
      ? []
      : [
          `no value tells what “.” and “,” mean in “${unsureDecimal}”: say "decimal": "," unless a point stands before decimals`,
        ]),
    ...(split === undefined ? [] : [`cells are divided at “${split}”`]),
    ...meanings,
  ].join('; ')
}

/** As it stands in a dataset.json: several patterns are a list. */
function dateText(form: string): string {
  const patterns = patternsIn(form)
  return JSON.stringify(patterns.length === 1 ? form : patterns)
}
