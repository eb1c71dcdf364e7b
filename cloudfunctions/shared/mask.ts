/** How names and phones are masked, for everybody who may know that they are there and not what they are. */

/** 王先生 → 王*生: enough to ask «是王先生吗», too little to read out. */
export function maskName(name: string): string {
  const letters = [...name];
  if (letters.length < 2) return '*';
  const end = letters.length > 2 ? (letters.at(-1) ?? '') : '';
  return `${letters[0] ?? ''}${'*'.repeat(letters.length - 1 - end.length)}${end}`;
}

/** 13812345678 → 138****5678; of fewer than eight digits the last two stay. */
export function maskPhone(phone: string): string {
  if (phone.length < 8) return `${'*'.repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`;
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** 13812345678 → 5678: what a person says of their own number at the desk. */
export function tailOf(phone: string): string {
  return phone.slice(-4);
}
