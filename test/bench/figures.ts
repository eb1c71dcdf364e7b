/** The value below which that part of the list lies, to a tenth. */
export function quantile(list: readonly number[], part: number): number {
  const sorted = [...list].sort((one, other) => one - other);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

export function printTable(title: string, rows: readonly Record<string, string | number>[]): void {
  console.log(`\n${title}`);
  const names = Object.keys(rows[0] ?? {});
  const widths = names.map((name) => Math.max(name.length, ...rows.map((row) => String(row[name]).length)));
  const line = (cells: readonly string[]) => cells.map((cell, n) => cell.padStart(widths[n] ?? 0)).join('  ');
  console.log(line(names));
  for (const row of rows) console.log(line(names.map((name) => String(row[name]))));
}
