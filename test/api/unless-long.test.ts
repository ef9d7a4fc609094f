import { expect } from 'chai'

import { unlessLong } from '../../server/api/unless-long.ts'

describe('what may take long', () => {
  it('is told where it is there in time', async () => {
    expect(await unlessLong(Promise.resolve(7), 1_000)).to.equal(7)
  })

  it('is left out where it is not, and told to who asks later', async () => {
    let end: (value: number) => void = () => undefined
    const value = new Promise<number>((resolve) => {
      end = resolve
    })
    expect(await unlessLong(value, 1)).to.equal(undefined)
    end(7)
    expect(await unlessLong(value, 1_000)).to.equal(7)
  })

  it('fails where it fails', async () => {
    const failed = unlessLong(Promise.reject(new Error('the disk was full')), 1_000)
    expect(String(await failed.catch((error: unknown) => error))).to.match(/the disk was full/)
  })
})
