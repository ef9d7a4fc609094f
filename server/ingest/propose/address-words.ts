import type { AddressOrder, AddressPart } from '../../domain/address-parts.ts'
import type { RecordKind } from '../../domain/record.ts'
import { beforeFiller } from './filler-words.ts'
import { speaksFor } from './header-fit.ts'
import { formsOf } from './header-forms.ts'

/** By part, what headers call it, as `headerWord` writes it. */
const words: Readonly<Record<AddressPart, string>> = {
  country: '国家 国别 国家地区 所在国家 country countryname countryregion',
  province:
    '省 省份 省市 省级 省直辖市 省自治区 所在省 所在省份 省州 province state stateprovince provincestate region',
  city: '市 城市 地市 地级市 市州 所在市 所在城市 city town cityname towncity citytown posttown',
  county: 'county',
  district:
    '区 县 区县 县区 县市区 区县市 市区县 县市 所在区县 所在区 所在县 district countydistrict districtcounty',
  town: '乡镇 街道 乡镇街道 镇街 镇 乡 township subdistrict suburb neighborhood neighbourhood',
  street:
    '详细地址 地址 街道地址 街道门牌 街道门牌号 门牌地址 具体地址 地址明细 address fulladdress street streetaddress streetname addressline address1 addressline1 line1 detailedaddress addressdetail',
  house: '门牌号 门牌 housenumber houseno housenr streetnumber streetno buildingnumber',
  unit: '楼栋 房号 室号 address2 addressline2 line2 unit suite apartment',
  postcode: '邮编 邮政编码 邮码 postcode postalcode zip zipcode zippostcode zippostalcode',
}

/** The same of German ones: what is called so is written as in German. */
const germanWords: Readonly<Partial<Record<AddressPart, string>>> = {
  country: 'land staat',
  province: 'bundesland provinz kanton',
  city: 'ort stadt wohnort ortschaft',
  county: 'landkreis',
  district: 'bezirk stadtbezirk',
  town: 'ortsteil stadtteil',
  street:
    'straße strasse str straßenname strassenname straßeundhausnummer strasseundhausnummer straßehausnummer strassehausnummer straßeundhausnr strasseundhausnr straßehausnr strassehausnr straßeundnr straßenr strassenr anschrift adresse',
  house: 'hausnummer hausnr hnr',
  unit: 'adresszusatz zusatz',
  postcode: 'plz postleitzahl',
}

/** French, Spanish, Italian, Russian and Turkish ones, which put the postcode before the city as German ones do. */
const foreignWords: Readonly<Partial<Record<AddressPart, string>>> = {
  country: 'pays pais paese страна ulke',
  province: 'departement provincia регион область il',
  city: 'ville commune ciudad localidad poblacion citta comune город sehir',
  district: 'arrondissement barrio municipio quartiere раион ilce',
  street: 'rue voie calle via улица sokak cadde mahalle adres direccion indirizzo адрес',
  house: 'дом номердома numerocivico kapino',
  unit: 'complement complementdadresse квартира офис daire',
  postcode: 'codepostal cp codigopostal cap codicepostale индекс почтовыииндекс postakodu',
}

interface Called {
  readonly part: AddressPart
  /** Absent where the words are used in either. */
  readonly order?: AddressOrder
}

const byWord = new Map<string, Called>([
  ...Object.entries(words).flatMap(([part, list]) => calledSo(list, { part: part as AddressPart })),
  ...Object.entries(germanWords).flatMap(([part, list]) =>
    calledSo(list, { part: part as AddressPart, order: 'de' }),
  ),
  ...Object.entries(foreignWords).flatMap(([part, list]) =>
    calledSo(list, { part: part as AddressPart, order: 'de' }),
  ),
])

function calledSo(list: string, called: Called): (readonly [string, Called])[] {
  return list.split(' ').map((word) => [word, called] as const)
}

/** A part of an address that a header names. */
export interface NamedPart extends Called {
  /** The field of the rows that takes the address. */
  readonly field: string
  /** Whose it is, as the header says it; nothing where it does not. */
  readonly whose: string
}

/** Fields that take an address, each with that for its postcode; rows of no kind may have that one. */
const addressFields: Readonly<Record<string, string>> = {
  origin_address: 'origin_postcode',
  registrant_address: 'registrant_postcode',
  factory_address: 'factory_postcode',
  sender_address: 'sender_postcode',
  address: 'postcode',
}

/** The field for the postcode of an address; rows may have none. */
export function postcodeOf(field: string): string {
  return addressFields[field] ?? ''
}

/** What a header says of an address of rows of a kind: 发货城市 is the city of where a shop ships from. Undefined where it names no part, or that of a stranger. */
export function partNamedBy(kind: RecordKind, header: string): NamedPart | undefined {
  for (const word of formsOf(header)) {
    const at = [...Array(word.length).keys()].find((start) => byWord.has(word.slice(start)))
    const called = at === undefined ? undefined : byWord.get(word.slice(at))
    const whose = beforeFiller(word.slice(0, at))
    const field = called && fieldOf(kind, whose)
    if (called !== undefined && field !== undefined) return { ...called, field, whose }
  }
  return undefined
}

/** Where a header names a city, the address is that which it would be if it named an address. */
function fieldOf(kind: RecordKind, whose: string): string | undefined {
  const ends = /\p{Script=Han}$/u.test(whose) ? ['地址', ''] : ['address', 'adresse', '']
  return Object.keys(addressFields).find((field) =>
    ends.some((end) => speaksFor(kind, field, whose + end)),
  )
}
