import { expect } from 'chai'

import { type ChosenFile, sortOut } from '../../client/import/chosen-files.ts'

/** A file that only says how large it is. */
function aFile(path: string, size = 1): ChosenFile {
  return { path, file: { name: path, size } as File }
}

describe('files to load', () => {
  it('are the description, the data and archives; what else lies there is told and stays', () => {
    const { taken, left, bytes, problem } = sortOut([
      aFile('sellers/shops.csv', 20),
      aFile('sellers/README.md', 9),
      aFile('sellers/.DS_Store', 9),
      aFile('sellers/dataset.json', 10),
    ])
    expect(taken.map(({ path }) => path)).to.deep.equal([
      'sellers/dataset.json',
      'sellers/shops.csv',
    ])
    expect(left).to.deep.equal(['sellers/.DS_Store', 'sellers/README.md'])
    expect({ bytes, problem }).to.deep.equal({ bytes: 30, problem: undefined })
  })

  const problems: Record<string, [files: ChosenFile[], problem: string | undefined]> = {
    'nothing of a dataset': [[aFile('photo.png')], 'nothing'],
    'no description': [[aFile('shops.csv')], undefined],
    'another file that is called like a description': [
      [aFile('my-dataset.json'), aFile('shops.csv')],
      undefined,
    ],
    'an archive, whose description nobody has seen yet': [[aFile('sellers.zip')], undefined],
    'more files than one upload takes': [
      [aFile('dataset.json'), ...Array.from({ length: 200 }, (_, at) => aFile(`${at}.csv`))],
      'tooMany',
    ],
    'more bytes than one upload takes': [[aFile('sellers.zip', 2 ** 31 + 1)], 'tooLarge'],
  }
  for (const [what, [files, problem]] of Object.entries(problems)) {
    it(`${what}: ${problem ?? 'may be sent'}`, () => {
      expect(sortOut(files).problem).to.equal(problem)
    })
  }

  it('without a description have their columns looked at first', () => {
    const described = (...paths: string[]) => sortOut(paths.map((path) => aFile(path))).described
    expect(described('shops.csv')).to.equal(false)
    expect(described('my-dataset.json', 'shops.csv')).to.equal(false)
    expect(described('a/dataset.json', 'a/shops.csv')).to.equal(true)
    expect(described('sellers.zip')).to.equal(true)
  })
})
