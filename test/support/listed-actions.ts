/** The tables of actions as the functions hand them to their door. */
export interface Table {
  fn: string;
  actions: Readonly<Record<string, () => Promise<{ write: boolean }>>>;
}

/** Every action by its name, `reception.book`: those that write, or those that read. */
export async function listActions(tables: readonly Table[], write: boolean): Promise<string[]> {
  const loaded = tables.flatMap(({ fn, actions }) =>
    Object.entries(actions).map(async ([action, load]) => ({ name: `${fn}.${action}`, ...(await load()) })),
  );
  return (await Promise.all(loaded)).filter((each) => each.write === write).map(({ name }) => name);
}
