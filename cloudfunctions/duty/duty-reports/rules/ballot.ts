/** 测评: what the voters present wrote on their papers. Kept for the file and for the deputy's paper alone. */
export interface Ballot {
  present: number;
  counts: readonly { grade: string; n: number }[];
  /** Papers that count for no grade. */
  spoiled: number;
}

/** The field that does not fit; undefined: it is a ballot by these grades. */
export function findUnfitBallot(
  { present, counts, spoiled }: Ballot,
  grades: readonly string[],
): 'counts' | 'present' | undefined {
  const named = counts.map(({ grade }) => grade);
  if (named.length !== grades.length || grades.some((grade) => !named.includes(grade))) return 'counts';
  const papers = counts.reduce((sum, { n }) => sum + n, spoiled);
  return papers === 0 || papers > present ? 'present' : undefined;
}
