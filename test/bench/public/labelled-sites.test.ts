import { expect } from 'chai'

import { labelledSitesFigures } from './labelled-sites.ts'

describe('the sites with sixty labels', () => {
  let figures = new Map<string, number>()
  before(() => {
    figures = new Map([...labelledSitesFigures()].map(({ name, value }) => [name, value]))
  })
  const figure = (name: string) => figures.get(`labelled sites, ${name}`) ?? 0

  it('come out better on organizations without labels, whoever labelled', () => {
    for (const seed of [1, 2, 3, 4]) {
      const [own, without] = ['others', 'others, without labels'].map((part) =>
        figure(`seed ${seed}: ${part}: pairs f1`),
      )
      expect(own, `seed ${seed}`).to.be.above(without ?? 1)
    }
  })

  it('keep what was reached', () => {
    expect(figure('mean: others: pairs f1')).to.be.at.least(0.965)
    expect(figure('mean: others: B-cubed f1')).to.be.at.least(0.975)
    expect(figure('mean: all: pairs f1')).to.be.at.least(0.945)
  })
})
