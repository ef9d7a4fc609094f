import { expect } from 'chai'

import type { IsoDate } from '../../../server/domain/units.ts'
import { guessFields } from '../../../server/ingest/propose/guess-fields.ts'
import { propose } from '../../../server/jobs/propose.ts'
import { aDataset, forgetDatasets } from '../support.ts'

/** The same table of shops, as it is headed in each language. */
const shops: Readonly<Record<string, readonly string[]>> = {
  English:
    'Shop ID|Shop name|Marketplace|Link|Opened on|Closed on|Reason|Brand|Company name|VAT number|Phone|E-mail|Bank account|Account holder|Ship-from address'.split(
      '|',
    ),
  Chinese:
    '店铺编号|店铺名称|平台|店铺链接|开店时间|关店时间|关店原因|品牌|经营者|统一社会信用代码|手机号|邮箱|银行账号|开户名|发货地址'.split(
      '|',
    ),
  German:
    'Händlernummer|Händlername|Plattform|Webseite|Eröffnet am|Geschlossen am|Schließungsgrund|Marke|Firma|USt-IdNr.|Telefon|E-Mail|Kontonummer|Kontoinhaber|Absenderadresse'.split(
      '|',
    ),
  French:
    "Identifiant boutique|Nom de la boutique|Plateforme|Lien|Date d'ouverture|Fermé le|Motif de fermeture|Marque|Raison sociale|N° TVA|Téléphone|Adresse e-mail|N° de compte|Titulaire du compte|Adresse d’expédition".split(
      '|',
    ),
  Spanish:
    'ID de la tienda|Nombre de la tienda|Plataforma|Enlace|Fecha de apertura|Fecha de cierre|Motivo|Marca|Razón social|NIF|Teléfono|Correo electrónico|Cuenta bancaria|Titular de la cuenta|Dirección de envío'.split(
      '|',
    ),
  Italian:
    'ID negozio|Nome del negozio|Piattaforma|Sito web|Data di apertura|Data di chiusura|Motivo di chiusura|Marchio|Ragione sociale|Partita IVA|Telefono|Indirizzo e-mail|Conto corrente|Intestatario del conto|Indirizzo di spedizione'.split(
      '|',
    ),
  Russian:
    'ID магазина|Название магазина|Площадка|Ссылка|Дата открытия|Дата закрытия|Причина закрытия|Торговая марка|Юридическое лицо|ИНН|Телефон|Эл. почта|Расчётный счёт|Владелец счёта|Адрес отправки'.split(
      '|',
    ),
  Turkish:
    'Mağaza ID|Mağaza Adı|Pazaryeri|Bağlantı|Açılış Tarihi|Kapanış Tarihi|Kapatılma Nedeni|Marka|Ticaret Ünvanı|Vergi No|Telefon No|E-posta|Banka Hesabı|Hesap Sahibi|Gönderim Adresi'.split(
      '|',
    ),
}
const fields =
  'shop_id name platform url opened_on closed_on closed_because brand registrant_name registrant_id phone email account account_holder origin_address'.split(
    ' ',
  )

describe('headers', () => {
  after(forgetDatasets)

  for (const [language, headers] of Object.entries(shops)) {
    it(`of a table of shops are placed where they are in ${language}`, async () => {
      const columns = headers.map((column) => ({ column, values: [] }))
      const guesses = guessFields('shop', columns)
      const placed = Object.fromEntries(guesses.fields.map(({ field, column }) => [field, column]))
      expect(placed).to.deep.equal(
        Object.fromEntries(fields.map((field, at) => [field, headers[at]])),
      )
      const text = `${headers.join('\t')}\n${headers.map(() => 'x').join('\t')}\n`
      const folder = aDataset({ 'rows.tsv': text })
      const file = { path: `${folder}/rows.tsv`, file: 'rows.tsv' }
      const { files } = await propose([file], { name: 'a', today: '2026-03-31' as IsoDate })
      expect(files[0]?.kind).to.equal('shop')
      expect(files[0]?.reading).to.not.have.any.keys('skipRows', 'headerRowCount')
    })
  }

  it('that speak of buyers and of who reported place nothing, in any of them, whatever stands below', () => {
    const values = ['+33612340100', '+33612340101', '+33612340102']
    for (const column of [
      "Téléphone de l'acheteur",
      'Teléfono del comprador',
      'Telefono acquirente',
      'Телефон покупателя',
      'Alıcının telefonu',
      'Phone of complainant',
    ]) {
      expect(guessFields('shop', [{ column, values }]).fields, column).to.deep.equal([])
    }
  })

  it('of an address in parts are put together', () => {
    for (const [street, postcode, city] of [
      ['Rue', 'Code postal', 'Ville'],
      ['Calle', 'Código postal', 'Ciudad'],
      ['Via', 'CAP', 'Città'],
      ['Улица', 'Почтовый индекс', 'Город'],
      ['Sokak', 'Posta kodu', 'Şehir'],
    ] as const) {
      const columns = [street, postcode, city].map((column) => ({ column, values: ['x'] }))
      expect(guessFields('shop', columns).sources, street).to.deep.equal({
        origin_address: { address: { street, postcode, city }, order: 'de' },
      })
    }
  })
})
