import { expect } from 'chai'

import { LeadDocument } from '../../server/leads/document.ts'
import { contentsOf, optionsOf } from '../leads/contents.ts'
import { type Package, sealed } from '../leads/package.ts'
import { reportOptional } from '../support/availability.ts'
import { pdfText, readsPapers } from './pdf-text.ts'

const part = 'Text of the papers of a lead'

if (!readsPapers()) {
  reportOptional(part, 'pdftotext is not installed')
} else {
  describe('the papers of a lead, read by another program', () => {
    const inLanguage = new Map<string, { lead: Package; document: LeadDocument }>()

    before(async () => {
      for (const language of ['en', 'zh-CN'] as const) {
        const lead = await sealed(contentsOf(), optionsOf({ language }))
        const document = LeadDocument.parse(JSON.parse(lead.text('data/lead.json')))
        inLanguage.set(language, { lead, document })
      }
    })

    for (const language of ['en', 'zh-CN']) {
      it(`say every claim, counter and limit of the lead, with its rows, in ${language}`, () => {
        const { lead, document } = inLanguage.get(language) ?? expect.fail('no lead')
        const text = read(lead, `data/01-dossier.${language}.pdf`)
        for (const { id, text: said } of [...document.claims, ...document.counters]) {
          expect(text).to.include(bare(id + said))
        }
        for (const limit of document.limits) expect(text).to.include(bare(limit))
        for (const { evidence } of document.claims) {
          const [first = ''] = evidence
          expect(text, first).to.include(first.split(':')[0])
        }
      })

      it(`are the same dossiers in whatever language the lead is sealed in: ${language}`, () => {
        const path = `data/01-dossier.${language}.pdf`
        const [en, zh] = ['en', 'zh-CN'].map((one) => inLanguage.get(one)?.lead.files.get(path))
        expect(Buffer.compare(en ?? Buffer.alloc(0), zh ?? Buffer.alloc(1))).to.equal(0)
      })
    }

    it('ask for what the sender asks first, on one page still', async () => {
      const asks = 'Inspect the warehouse in Qingshi Village. '.repeat(20)
      const lead = await sealed(contentsOf(), optionsOf({ asks }))
      expect(pagesOf(lead, 'data/00-cover-letter.pdf')).to.equal(1)
      const text = read(lead, 'data/00-cover-letter.pdf')
      expect(text).to.include('InspectthewarehouseinQingshiVillage')
      expect(text.indexOf('Inspectthewarehouse')).to.be.below(text.indexOf('Checkthepackage'))
    })

    it('say in a letter of one page to whom it goes, and each shop once', () => {
      const { lead, document } = inLanguage.get('en') ?? expect.fail('no lead')
      const bytes = lead.files.get('data/00-cover-letter.pdf') ?? new Uint8Array()
      expect(
        Buffer.from(bytes)
          .toString('latin1')
          .match(/\/Type \/Page\n/g),
      ).to.have.length(1)
      const text = read(lead, 'data/00-cover-letter.pdf')
      expect(text).to.include(bare(document.recipient)).and.to.include('TLP:AMBER+STRICT')
      for (const { shop } of document.ring.members) {
        const reference = bare(`(${shop.slice('shop:'.length)})`)
        expect(text.split(reference), reference).to.have.length(2)
      }
    })
  })
}

function read(lead: Package, path: string): string {
  return pdfText(lead.files.get(path) ?? new Uint8Array()) ?? ''
}

function pagesOf(lead: Package, path: string): number {
  const text = Buffer.from(lead.files.get(path) ?? new Uint8Array()).toString('latin1')
  return text.match(/\/Type \/Page\n/g)?.length ?? 0
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '')
}
