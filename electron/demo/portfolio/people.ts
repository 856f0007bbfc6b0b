/** The customer's people who open tickets. */
export const coordinators = [
  'Anneke van Dijk',
  'Tomasz Wiśniewski',
  'Priya Raghunathan',
  'Clément Auberger',
  'Sinéad O’Halloran',
  'Jürgen Baumgärtner',
  'Lucía Fernández Prieto',
  'Marcus Oyelaran',
  'Ingrid Sørensen',
  'Daniel Rothlisberger',
  'Beatriz Cardoso Neves',
  'Hannah Whitcombe',
  'نور الدين حدّاد',
  'Wei-Ling Cheng',
  'Oleksandr Kovalchuk',
  'Grace Adeyemi',
] as const;

/** The operator's technicians and desks that reply. */
export const technicians = [
  'Facilities Desk',
  'Remco Hartsuiker',
  'Elif Yıldırım',
  'Connor McAllister',
  'Sabine Thormählen',
  'Víctor Llorente',
  'Noémie Lacroix',
  'Customer Care',
  'Peter Sutcliffe-Bell',
] as const;

/** A mail address at the customer's (reserved) domain. */
export function addressOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '')
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .join('.');
  return `${plain || 'n.haddad'}@meridian-payments.example`;
}
