/**
 * The version of the stored forms: what documents look like, how names, phones and numbers are normalised and hashed.
 * A change of any of them raises it by one and brings, in the same commit, its migration (a row of MIGRATIONS, its code
 * in build/migrations/<from>-<to>.ts) and documents of the old form as a fixture (docs/decisions/046).
 */
export const STORED_FORM = 1;

/** From which version on data can be brought to the present one; the code of each goes one step. */
export const MIGRATIONS: readonly { from: number; to: number }[] = [];

/** What is wrong with data that say this of themselves; undefined: they are of the present form. */
export function refuseForm(said: number | undefined): string | undefined {
  if (said === STORED_FORM) return undefined;
  if (said === undefined) return '没有写数据版本，是数据版本定下来之前的，这个程序读不了';
  if (said > STORED_FORM)
    return `数据版本是 ${String(said)}，比这个程序的 ${String(STORED_FORM)} 新，请用更新的程序打开`;
  const step = MIGRATIONS.find(({ from }) => from === said);
  return step
    ? `数据版本是 ${String(said)}，先迁移到 ${String(step.to)}（docs/deploy.md）`
    : `数据版本是 ${String(said)}，这个程序要 ${String(STORED_FORM)}，没有从它开始的迁移`;
}

/** What a file or a field says of itself; undefined: nothing that is a version. */
export function readForm(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}\s*$/.test(text) ? Number(text) : undefined;
}
