/**
 * Closes one after another, whatever the ones before say, and says it then: what stayed open would keep the run from
 * ending.
 * @throws what the first of them threw
 */
export async function closeAll(...open: readonly { close(): Promise<unknown> }[]): Promise<void> {
  const thrown: unknown[] = [];
  for (const one of open) await one.close().catch((error: unknown) => thrown.push(error));
  if (thrown.length > 0) throw thrown[0];
}
