import type { DemoRows } from './rows.ts'

const office = '梅源商标局 Meiyuan Trade Mark Office'

/** One invented right for each invented brand, at an office that does not exist, and who may deal in Halvéa goods: nobody of a ring. */
export function rights(rows: DemoRows): void {
  const right = (id: string, number: string, mark: string, classes: string, from: string) =>
    rows.right.push({
      right_id: id,
      office,
      number,
      holder: `${mark} SA`,
      mark,
      classes: classes.split(' '),
      valid_from: from,
      valid_to: later(from),
    })
  right('halvea-word', 'M-0042417', 'Halvéa', '18', '2019-05-14')
  right('orvelin-word', 'M-0038860', 'Orvelin', '21', '2018-09-03')
  right('tessimore-word', 'M-0051126', 'Tessimore', '14', '2020-11-30')
  right('pimalou-word', 'M-0047093', 'Pimalou', '25 28', '2020-02-17')
  right('auralind-word', 'M-0055718', 'Auralind', '9', '2021-08-09')
  right('soleyra-word', 'M-0049304', 'Soleyra', '3', '2020-06-22')
  const authorised = (party: string, from: string, to: string) =>
    rows.authorised.push({ right_id: 'halvea-word', party, territory: 'CN', from, to })
  authorised('Halvéa (Meiyuan) Trading', '2019-06-01', '2029-05-13')
  authorised('云岭百货 Yunling Department Store', '2022-01-01', '2026-12-31')
}

/** Ten years, less a day. */
function later(from: string): string {
  const day = new Date(`${Number(from.slice(0, 4)) + 10}${from.slice(4)}T00:00:00Z`)
  return new Date(day.getTime() - 86_400_000).toISOString().slice(0, 10)
}
