/**
 * A process that writes until it is killed, for `crash.test.ts`. After each answered round it prints
 * one line `<writer> <n>` without buffering.
 */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../../../../local/cloudbase/database/index';
import { CRASH_INDEXES, WRITERS } from './crash-shape';

const database = openDatabase({ dir: process.argv[2] ?? '', indexes: CRASH_INDEXES, now: Date.now });
const cost = { calls: 0, examined: 0 };

async function execute(action: string, body: Record<string, unknown>): Promise<unknown> {
  const reply = await database.execute(action, { collectionName: 'items', ...body }, cost);
  if (reply['code']) throw new Error(String(reply['message']));
  return reply['data'];
}

async function find(id: string): Promise<{ n: number } | undefined> {
  const { list } = (await execute('database.getDocument', { query: JSON.stringify({ _id: id }) })) as {
    list: string[];
  };
  return list[0] === undefined ? undefined : (JSON.parse(list[0]) as { n: number });
}

/** Where the writer stood when it was killed; a round that died between its two calls is undone. */
async function resume(writer: string): Promise<number> {
  const pair = await find(`${writer}-a`);
  if (!pair) {
    const data = ['a', 'b'].map((side) =>
      JSON.stringify({ _id: `${writer}-${side}`, kind: 'pair', writer, n: 0, twice: 0, last: [] }),
    );
    await execute('database.insertDocument', { data });
    return 0;
  }
  await execute('database.removeDocument', { query: JSON.stringify({ _id: `${writer}-${pair.n + 1}` }) });
  return pair.n;
}

/** Each round makes a document, and changes two others in one call. */
async function writeOn(writer: string): Promise<void> {
  for (let n = (await resume(writer)) + 1; ; n++) {
    const pad = 'x'.repeat((n * 37) % 3000);
    const document = { _id: `${writer}-${n}`, kind: 'made', n, tags: [`t${n % 7}`, writer], pad };
    await execute('database.insertDocument', { data: [JSON.stringify(document)] });
    await execute('database.modifyDocument', {
      query: JSON.stringify({ kind: 'pair', writer, n: n - 1 }),
      data: JSON.stringify({ $set: { n, twice: 2 * n }, $push: { last: { $each: [n], $slice: -5 } } }),
      merge: true,
      multi: true,
    });
    writeSync(1, `${writer} ${n}\n`);
    await new Promise(setImmediate);
  }
}

void Promise.all(WRITERS.map(writeOn));
