/**
 * Why a row was quarantined or a field refused: permanent codes, each with the sentence that says what happened and what to do.
 * `{field}` and `{value}` stand for what was typed.
 */
export const reasons = {
  'row-ragged':
    'The row has another number of cells than the header; check for a delimiter inside a cell that is not quoted.',
  'row-quotes':
    'A quoted cell goes on after its closing quote; write a quote inside a quoted cell twice.',
  'json-invalid': 'The line is not JSON; write one JSON object a line.',
  'json-not-object': 'The line is JSON but not an object; write one JSON object a line.',
  'row-total':
    'The row sums up the ones above and is about nothing of its own; leave it out, or give what is really called so its id.',
  'value-above':
    '“{value}” points to the row above, which a row that is kept by itself does not have; write the value itself.',
  'field-missing': '“{field}” is empty, and the row cannot be placed without it; fill it in.',
  'value-unknown': '“{value}” is none of the values that “{field}” takes.',
  'value-nested': '“{field}” holds an object where text is wanted; write plain text.',
  'value-list': '“{field}” takes one value and got several.',
  'number-imprecise':
    '“{field}” is a number too long to be read exactly; write it in quotes, as text.',
  'cell-error':
    '“{field}” is an error of the spreadsheet ({value}) and no value; correct its formula.',
  'number-invalid':
    '“{value}” is not a number that “{field}” can take; write 1234.5 without units, or state "decimal" in dataset.json.',
  'date-invalid':
    '“{value}” is not a date that exists; write 2026-03-14, or state the pattern in dataset.json.',
  'closed-before-opened': 'The shop would have closed on {value}, before it opened.',
  'to-before-from': '“{field}” ({value}) lies before the beginning.',
  'phone-invalid': '“{value}” is not a telephone number of any length in use.',
  'email-invalid': '“{value}” is not an e-mail address.',
  'url-invalid': '“{value}” is not a web address.',
  'domain-invalid': '“{value}” is not a domain name.',
  'ip-invalid': '“{value}” is not an IP address.',
  'sha256-invalid': '“{value}” is not a SHA-256 of 64 hexadecimal digits.',
  'id-number-length': '“{value}” has another length than such a number has.',
  'id-number-check': 'The check character of “{value}” is wrong.',
  'id-number-date': 'The date of birth inside “{value}” does not exist.',
  'id-number-masked': '“{value}” is masked, so its check character cannot be checked.',
  'nothing-said': '“{value}” says that nothing is known; leave the cell empty.',
  'reference-invalid': '“{value}” is neither a key such as shop:taobao.com/88213 nor platform/id.',
  'reference-kind': '“{value}” names another kind of thing than “{field}” can point to.',
  'self-reference': '“{field}” points back to the thing itself.',
} as const

export type Reason = keyof typeof reasons

/** The sentence of a code for one field and value, as quarantine and reports show it. */
export function sentence(reason: Reason, field: string, value: string): string {
  return reasons[reason].replaceAll(/\{field\}|\{value\}/g, (slot) =>
    slot === '{field}' ? field : value,
  )
}
