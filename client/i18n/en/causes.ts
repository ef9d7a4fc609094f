/** Why shops came together or apart, from one run to the next. */
export const causes = {
  decision: '{{a}} and {{b}}: a person decided ({{was}} → {{is}})',
  generic: '{{a}} and {{b}}: {{value}} became generic ({{was}} → {{is}})',
  shop_first_seen: '{{a}} was seen for the first time',
  shop_gone: '{{a}} is no longer in the data',
  link_gained: '{{a}} and {{b}}: link gained ({{was}} → {{is}})',
  link_lost: '{{a}} and {{b}}: link lost ({{was}} → {{is}})',
  grouping:
    '{{a}} and {{b}}: the link stayed ({{was}} → {{is}}); the guard or the division of a large whole decided otherwise',
  guard: 'The links stayed; the guard or the division of a large whole decided otherwise',
  below: 'not kept',
} as const
