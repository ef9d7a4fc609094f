import { expect } from 'chai'

import { factsOf, forgetDatasets } from '../support.ts'

describe('a site without an address', () => {
  after(forgetDatasets)

  const nameOf = async (kind: 'factory' | 'place', row: Record<string, unknown>) => {
    const { nodes } = await factsOf(kind, row)
    return nodes.find((node) => node.kind === 'Place')?.name
  }
  const point = { lat: '25.37', lng: '116.41' }

  it('is called by its region and where it stands', async () => {
    const factory = { factory_id: 'tingxi', name: '汀溪手袋 Tingxi Handbags', ...point }
    expect(await nameOf('factory', { ...factory, region: 'Tingxi' })).to.equal(
      'Tingxi (25.37, 116.41)',
    )
    expect(await nameOf('place', { place_id: 'p1', ...point })).to.equal('25.37, 116.41')
    expect(await nameOf('place', { place_id: 'p1', region: 'Tingxi' })).to.equal('Tingxi')
  })

  it('has no name but its address where it has one', async () => {
    const row = { place_id: 'p1', ...point, address: '4 Mill Road' }
    expect(await nameOf('place', row)).to.equal('4 Mill Road')
  })
})
