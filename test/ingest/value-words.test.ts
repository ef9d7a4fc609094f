import { expect } from 'chai'

import { fieldsOf } from '../../server/ingest/fields.ts'
import { headerWord } from '../../server/ingest/propose/field-words.ts'
import { wordsFor } from '../../server/ingest/propose/value-words.ts'

describe('words for listed values', () => {
  const lists = Object.entries(fieldsOf).flatMap(([kind, fields]) =>
    Object.entries(fields).flatMap(([field, { type }]) =>
      typeof type === 'string' ? [] : [{ name: `${kind} ${field}`, options: type }],
    ),
  )

  it('mean one value of each field, and never another than the one that is called so', () => {
    for (const { name, options } of lists) {
      const all = options.flatMap((option) => [headerWord(option), ...wordsFor(option)])
      expect(
        all.filter((word, at) => all.indexOf(word) !== at),
        name,
      ).to.deep.equal([])
    }
  })

  it('are written as they are looked up', () => {
    const all = lists.flatMap(({ options }) => options.flatMap(wordsFor))
    expect(all.filter((word) => headerWord(word) !== word)).to.deep.equal([])
  })
})
