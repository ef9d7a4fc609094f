/** Roles that people state. */
export const roleNames = {
  controls: 'controller',
  organiser: 'organizer',
  maker: 'maker',
  label_supplier: 'label supplier',
  storekeeper: 'storekeeper',
  seller: 'seller',
  promoter: 'promoter',
  payee: 'payee',
  courier: 'courier',
  nominee: 'nominee',
} as const
