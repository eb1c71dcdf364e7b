/** Every list of a large township fits the phone, whoever asks; what comes in parts is the whole, each row once. */
import { LIMITS } from '../../miniprogram/contract/limits';
import { encryptField } from '../../cloudfunctions/shared/cipher';
import { main as congress } from '../../cloudfunctions/congress/index';
import { main as duty } from '../../cloudfunctions/duty/index';
import { main as notify } from '../../cloudfunctions/notify/index';
import { main as overview } from '../../cloudfunctions/overview/index';
import { main as publicity } from '../../cloudfunctions/publicity/index';
import { main as reception } from '../../cloudfunctions/reception/index';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import { main as registry } from '../../cloudfunctions/registry/index';
import { main as report } from '../../cloudfunctions/report/index';
import { main as request } from '../../cloudfunctions/request/index';
import type { StudyCell } from '../../miniprogram/contract/duty';
import type { Part } from '../../miniprogram/contract/parts';
import { readParts } from '../../miniprogram/services/parts';
import { READS } from '../bench/district/reads';
import { startInProcess, type InProcessCloud } from '../support/in-process';
import { enlarge } from '../support/large-township';

jest.mock('../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../support/memory-database'),
);

const KB = 1_024;
const NOTES = 200;
let cloud: InProcessCloud;

beforeAll(async () => {
  const functions = { registry, reception, request, duty, congress, publicity, notify, report, overview };
  cloud = await startInProcess(functions, { lives: true });
  const townships = cloud.documents<Directory>('townships');
  const grown = townships.map((each) => (each._id === 'bh' ? enlarge(each, 2026) : each));
  cloud.replace('townships', grown);
  // As many notes of the presidium as are read, each as long as may be.
  const presidium = cloud.documents<{ _id: string; township: string; list: string; seq: string }>(
    'presidium',
  );
  const [note] = presidium.filter(({ township, list }) => township === 'bh' && list === 'guidance');
  const words = encryptField('镇'.repeat(LIMITS.stepWords));
  const notes = Array.from({ length: NOTES }, (_, n) => ({ ...note, _id: `bh~n${String(n)}`, words }));
  cloud.replace('presidium', [...presidium, ...notes]);
});

/** Cells of the grid of studies may come in several parts. */
function addUp(answer: object): object {
  if (!('cells' in answer)) return answer;
  const sums = new Map<string, number[]>();
  for (const { group, month, held, planned, missed } of answer.cells as readonly StudyCell[]) {
    const before = sums.get(`${group} ${month}`) ?? [0, 0, 0];
    sums.set(
      `${group} ${month}`,
      [held, planned, missed].map((n, at) => n + (before[at] ?? 0)),
    );
  }
  return { ...answer, cells: [...sums].sort() };
}

beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

it.each(READS.map((read) => [`${read.fn}.${read.action}`, read] as const))('%s', async (_name, read) => {
  const { fn, action, openid, input } = read;
  const ask = async (after?: string): Promise<Part> => {
    const asked = { township: 'bh', ...input, ...(after !== undefined && { after }) };
    const answer = await cloud.invoke(fn, action, asked, { openid });
    expect(answer).toMatchObject({ ok: true });
    expect(Buffer.byteLength(JSON.stringify(answer.data)) / KB).toBeLessThanOrEqual(16);
    return answer.data as Part;
  };
  if (!('inParts' in input)) {
    await ask();
    return;
  }
  const parts = await readParts(async (after) => ({ ok: true, data: await ask(after) }));
  const { inParts: _inParts, ...whole } = input;
  const { data } = await cloud.invoke(fn, action, { township: 'bh', ...whole }, { openid });
  const { end: _end, ...joined } = parts.ok ? parts.data : {};
  expect(addUp(joined)).toEqual(addUp(data as object));
});
