/** Texts of what of a ring a lead is about; they come with the dialog of leads. */
export const scope = {
  scope: {
    title: 'Scope',
    whole: 'The whole ring ({{count}})',
    tray_one: '{{count}} shop in the tray',
    tray_other: '{{count}} shops in the tray',
    leaves: 'About {{shops}}.',
    leftOut: 'Left out: {{shops}}.',
    lost_one:
      '{{shop}} belongs with {{to}} only by way of {{count}} shop left out: the package will not show it.',
    lost_other:
      '{{shop}} belongs with {{to}} only by way of {{count}} shops left out: the package will not show it.',
    targets_one: '{{count}} factory or place that only shops left out lead to is left out too.',
    targets_other:
      '{{count}} factories or places that only shops left out lead to are left out too.',
    shared:
      'Shops left out lead to some of the same factories or places; counts there are of the whole ring.',
    note: 'Shops left out stand in the lead by a number only, as shops outside the ring do.',
    elsewhere_one: '{{count}} shop of the tray is no part of this ring; a lead is about one ring.',
    elsewhere_other:
      '{{count}} shops of the tray are no part of this ring; a lead is about one ring.',
    of: '{{own}} of the ring’s shops: {{shops}}',
    about: 'Scope',
    shopsOf: '{{own}} of {{all}}',
  },
} as const
