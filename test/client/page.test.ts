import { expect } from 'chai'

import { pageAt, routeOf } from '../../client/shell/page.ts'

describe('pages', () => {
  it('have a path each, and every other path is the picture', () => {
    for (const page of ['runs', 'import', 'targets', 'leads'] as const) {
      const { to } = routeOf({ page })
      expect(pageAt(to)).to.deep.equal({ page, lead: undefined })
      expect(pageAt(`${to}/`)).to.deep.equal({ page, lead: undefined })
    }
    for (const path of ['/', '', '/ring/x', '/runs/2', '/leadsx/1'])
      expect(pageAt(path).page).to.equal(undefined)
    expect(routeOf({ page: undefined })).to.deep.equal({ to: '/' })
  })

  it('of leads has a path for each lead', () => {
    const open = { page: 'leads', lead: 'L-2026-000001-v1' } as const
    expect(routeOf(open).params).to.deep.equal({ lead: open.lead })
    expect(pageAt('/leads/L-2026-000001-v1')).to.deep.equal(open)
  })
})
