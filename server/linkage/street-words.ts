/** Words for streets that stand behind a name, in English: where one follows, a number belongs to what it stands before. */
export const streetTypes: ReadonlySet<string> = new Set(
  (
    'street st ave av avenue road rd blvd boulevard dr drive ln lane pl place ct court pkwy parkway ter terrace hwy ' +
    'highway sq square cir circle expy expressway trl trail way'
  ).split(' '),
)

/** Words behind which stands the number of a part of a house. */
export const unitWords: ReadonlySet<string> = new Set(
  [
    'suite ste floor fl unit room rm apt apartment flat shop office dept level stall booth box postfach',
    'wohnung whg etage og stock lejlighed piso puerta planta oficina local depto apto apartamento sala andar interno scala',
    'dukkan ofis ic lok mieszkanie pokoj',
    'кв оф комната ком помещение пом этаж эт подъезд под корп стр секция',
    'phong tang lau can ki ot kiot',
    'ห้อง ชั้น หมู่ ม ซอย ซ दुकान फ्लैट कमरा मंजिल شقه محل مكتب الدور دور الطابق غرفه',
  ].flatMap((line) => line.split(' ')),
)

/**
 * Words of an address that are written or left out at will, or that so many streets have that they name none: kinds of streets, directions, articles, what stands before a number, units, and
 * the family names with which every second street of Vietnam begins.
 */
export const streetWords: ReadonlySet<string> = new Set([
  ...streetTypes,
  ...unitWords,
  ...[
    'n s e w north south east west no nr num numero number',
    'str weg allee platz gasse ufer hausnummer vej vag vagen gata gatan gade straat laan plein',
    'carrer paseo plaza ctra rua travessa largo praca rue chemin place impasse via viale corso piazza vicolo',
    'de la le les du des del della delle di da do dos das las los el',
    'cad sok bulv mah apartmani apt numara',
    'ul al os plac numer dom',
    'ул вул пр пер пл бул наб проезд буд обл',
    'so duong pho ngo ngach hem tp thanh nguyen tran le ly phan pham vo dang hoang',
    'οδοσ λεωφοροσ λεωφ αρ شارع طريق حي رقم بنايه مبني रोड मार्ग गली नं नंबर मकान ถนน ถ',
  ].flatMap((line) => line.split(' ')),
])
