import { expect } from 'chai'

import type { Decision } from '../../server/domain/decision.ts'
import type { IsoDate } from '../../server/domain/units.ts'
import { readApplicants } from '../../server/jobs/applicants.ts'
import { smallFiles, temporaryFolder, writeDataset } from './small-dataset.ts'

const decisions =
  'a,b,verdict,basis,by,on,because\n' +
  'taobao.com/102,taobao.com/101,same,blind,An,2024-07-01,one account\n' +
  'taobao.com/101,jd.com/301,perhaps,blind,An,2024-07-01,\n'

describe('readApplicants', () => {
  it('hears what the dataset says people decided, beside what the store knows', async () => {
    using temporary = temporaryFolder()
    const files = { ...smallFiles, 'decision.csv': decisions }
    const folder = writeDataset(temporary.path, 'small', { files })
    const known: Decision = {
      id: 'known',
      a: 'shop:x.com/1',
      b: 'shop:x.com/2',
      verdict: 'different',
      basis: 'ground_truth',
      by: 'Bo',
      on: '2024-01-01' as IsoDate,
    }
    const read = await readApplicants(folder, { nodes: [], edges: [], decisions: [known] })
    expect(read.evidence.decisions).to.have.length(2)
    expect(read.evidence.decisions).to.deep.include(known)
    expect(read.evidence.decisions.find(({ id }) => id !== 'known')).to.include({
      a: 'shop:taobao.com/101',
      b: 'shop:taobao.com/102',
      verdict: 'same',
      basis: 'blind',
    })
    const again = await readApplicants(folder, read.evidence)
    expect(again.evidence.decisions).to.deep.equal(read.evidence.decisions)
  })
})
