/** 王先生 → 王*生: enough to ask «是王先生吗», too little to read out. */
export function maskName(name: string): string {
  const letters = [...name];
  if (letters.length < 2) return '*';
  const end = letters.length > 2 ? (letters.at(-1) ?? '') : '';
  return `${letters[0] ?? ''}${'*'.repeat(letters.length - 1 - end.length)}${end}`;
}
