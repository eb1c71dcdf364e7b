/** Who is one person, and who one household, as far as anybody knows. */

/** What is known of somebody; '' or absent: not known. */
export interface Known {
  phone?: string;
  village?: string;
  name?: string;
  /** An account that stands for a person, not for a desk's entry. */
  account?: string;
}

/** Spaces, width, letter case and what nobody sees do not make another person. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\ufe00-\ufe0f]+/gu, '')
    .toLowerCase();
}

/**
 * The parts to be hashed: phone; else village and name; else the account; undefined: unknown, and counted apart.
 * ('135-0000 0000', …) → ['phone', '13500000000'].
 */
export function partyParts({
  phone = '',
  village = '',
  name = '',
  account = '',
}: Known): string[] | undefined {
  const digits = phone.replace(/\D/g, '');
  if (digits !== '') return ['phone', digits];
  const who = normaliseName(name);
  if (village !== '' && who !== '') return ['village', village, who];
  return account === '' ? undefined : ['account', account];
}
