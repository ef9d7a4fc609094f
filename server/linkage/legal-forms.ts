import { foldText } from './fold-text.ts'

/** Legal forms by language, as written out and as abbreviated, with dots or without; what a name may begin or end with. */
const forms: readonly string[] = [
  'Ltd, Limited, LLC, Inc, Co, Company, Corp, Corporation, GmbH, 有限公司, 有限责任公司, 股份有限公司, 公司',
  'Pvt, Private, Private Limited, Plc, LLP, LP, Pte, Pty, Sdn Bhd, Bhd, Incorporated, PT, CV, Tbk',
  'mbH, AG, KG, OHG, UG, haftungsbeschränkt, GbR, e.K., eK, SE, Gesellschaft mit beschränkter Haftung, Aktiengesellschaft, Einzelunternehmen',
  'SARL, S.A.R.L., SAS, SASU, EURL, SA, S.A., Société à responsabilité limitée, Société anonyme, Sàrl',
  'Srl, S.r.l., Srls, S.r.l.s., SpA, S.p.A., Snc, S.n.c., S.a.s., Società a responsabilità limitata, Società per azioni',
  'SL, S.L., SLU, S.L.U., SA de CV, S.A. de C.V., Sociedad Limitada, Sociedad Anónima, Lda, Ltda, EIRELI, Limitada, Sociedade Anónima',
  'BV, B.V., NV, N.V., VOF, V.O.F., Besloten Vennootschap',
  'AB, Aktiebolag, A/S, AS, ASA, ApS, Anpartsselskab, Aktieselskab, Oy, Oyj, Osakeyhtiö, ehf',
  'Sp. z o.o., Spzoo, Sp. j., Sp. k., Spółka z ograniczoną odpowiedzialnością, Spółka akcyjna, s.r.o., sro, spol. s r.o., a.s., Kft, Zrt, Bt, d.o.o., doo',
  'Şti, Ltd. Şti., Limited Şirketi, Şirketi, A.Ş., Anonim Şirketi, San. Tic., San. ve Tic., Sanayi ve Ticaret, Sanayi, Ticaret',
  'ООО, ОАО, ЗАО, ПАО, АО, ИП, ЧП, Общество с ограниченной ответственностью, Акционерное общество, Индивидуальный предприниматель',
  'ТОВ, ФОП, ПП, ПАТ, ПрАТ, Товариство з обмеженою відповідальністю, Фізична особа-підприємець, ЕООД, ООД, ЕАД, АД, д.о.о.',
  'Α.Ε., ΑΕ, Ε.Π.Ε., ΕΠΕ, Ο.Ε., ΟΕ, Ε.Ε., Ι.Κ.Ε., ΙΚΕ, Ανώνυμη Εταιρεία, Εταιρεία Περιορισμένης Ευθύνης',
  'Công ty, Cty, TNHH, Trách nhiệm hữu hạn, Cổ phần, CP, MTV, Một thành viên, DNTN, Doanh nghiệp tư nhân',
  'شركة, المحدودة, ذ.م.م, ش.م.م, ش.ذ.م.م, مؤسسة, م.م.ح, منطقة حرة, בע"מ, בעמ',
  'प्राइवेट लिमिटेड, प्रा. लि., प्रा लिमिटेड, लिमिटेड, प्राइवेट, एंड कंपनी, কোম্পানি, লিমিটেড, প্রাইভেট লিমিটেড',
  'บริษัท, จำกัด, จำกัด (มหาชน), มหาชน, บจก, บมจ, หจก, ห้างหุ้นส่วนจำกัด, ห้างหุ้นส่วน',
  '株式会社, 有限会社, 合同会社, 合資会社, (株), (有), (同), 주식회사, 유한회사, 유한책임회사, (주), (유)',
]

const folded = forms.flatMap((line) => line.split(', ')).map(foldText)

/** Scripts without spaces write them together with the name: 山田株式会社, 주식회사가나, บริษัทสยามจำกัด. */
const isUnspaced = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]{3,}$/u
const longestFirst = folded.toSorted((a, b) => b.length - a.length)
const words = longestFirst.join('|')
const glued = longestFirst.filter((form) => isUnspaced.test(form)).join('|')

const before = new RegExp(`^(?:(?:${words})(?: |$)|(?:${glued}) ?)`, 'u')
const behind = new RegExp(`(?:(?:^| )(?:${words})| ?(?:${glued}))$`, 'u')

/** A folded company name without the legal forms that it begins and ends with; empty where it is nothing else. */
export function withoutLegalForms(name: string): string {
  const rest = name.replace(before, '').replace(behind, '')
  return rest === name ? name : withoutLegalForms(rest)
}
