import { expect } from 'chai'

import { detectDialect } from '../../../server/ingest/readers/dialect.ts'

describe('detectDialect', () => {
  const cases: Readonly<Record<string, readonly [string, string, string]>> = {
    commas: ['a,b\n1,2\n', ',', '"'],
    semicolons: ['a;b\n1;2\n', ';', '"'],
    'semicolons, with decimal commas in the rows': ['a;b\n1,5;2\n1;2\n3,5;4\n', ';', '"'],
    tabs: ['a\tb\n1\t2\n', '\t', '"'],
    'pipes around lists with commas': ['id|names\n1|a,b,c\n2|d\n', '|', '"'],
    'one column': ['id\n1\n2\n', ',', '"'],
    'delimiters inside quoted cells': ['"a;b","c"\n"1;2","3"\n', ',', '"'],
    'single quotes': ["'a','b'\n'1,5','2'\n", ',', "'"],
    'a row cut off at the end of what was looked at': ['a;b;c\n1;2;3\n4;5', ';', '"'],
    nothing: ['', ',', '"'],
  }
  for (const [name, [text, delimiter, quote]] of Object.entries(cases)) {
    it(`tells ${name}`, () => {
      expect(detectDialect(text, ',')).to.deep.equal({ delimiter, quote })
    })
  }

  it('keeps to what is stated', () => {
    expect(detectDialect('a,b\n', ',', { delimiter: ';', quote: 'none' })).to.deep.equal({
      delimiter: ';',
      quote: 'none',
    })
  })
})
