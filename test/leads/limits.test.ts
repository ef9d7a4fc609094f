import { expect } from 'chai'

import { claimed } from './claimed.ts'
import { contentsOf } from './contents.ts'

describe('limits of a lead', () => {
  it('are never empty, and say that probabilities were not checked here', () => {
    const { limits } = claimed(contentsOf())
    expect(limits.length).to.be.above(10)
    expect(limits.join(' ')).to.include('not yet checked against labels here')
  })

  it('say where a run compared few shops, among which an agent looks like a seller', () => {
    const contents = contentsOf()
    const limitsAmong = (shops: number) => {
      const summary = { ...contents.run.summary, shops }
      return claimed({ ...contents, run: { ...contents.run, summary } }).limits.join(' ')
    }
    expect(limitsAmong(249)).to.include('The run compared 249 shops, which are few.')
    expect(limitsAmong(250)).not.to.include('which are few')
  })

  it('name the files of which only a part was there when the run was worked out', () => {
    const contents = contentsOf()
    const since = contents.run.at
    const unfinished = [{ id: 'sellers/b.csv', what: 'load' as const, since }]
    const summary = { ...contents.run.summary, unfinished }
    const half = { ...contents, run: { ...contents.run, summary } }
    expect(claimed(half).limits.join(' ')).to.match(
      /only a part of what these files say.+sellers\/b\.csv/,
    )
    expect(claimed(half, 'zh-CN').limits.join(' ')).to.match(/sellers\/b\.csv/)
    expect(claimed(contents).limits.join(' ')).not.to.include('only a part of what')
  })
})
