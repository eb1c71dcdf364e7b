import type { PrintedFile, RoutingRead } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { handOutFile } from '../documents/hand-out';
import { readCells, toCells } from './rules/routing-table';
import { reportInputs } from '../documents/schemas';
import { readWorkbook, writeWorkbook } from './workbook';

const WIDTHS = [16, 14, 14, 18, 22, 14, 14, 40];

type Asked = Input<'report', 'routingTable'>;

/** Read anew, not recalled: what was saved a moment ago is in it. */
export const routingTable: Action<Asked, PrintedFile> = {
  write: false,
  input: reportInputs.routingTable,
  async run({ township, now }) {
    const directory = await readTownship(township);
    if (!directory) return refuse('not-found');
    const bytes = await writeWorkbook(toCells(directory), WIDTHS);
    return handOutFile(township, { bytes, type: 'xlsx', name: `分派表 ${toLocalDate(now)}` });
  },
};

type Read = Input<'report', 'readRoutingTable'>;

/** Only reads: what it would change is the phone's to show and registry's to write. */
async function run(township: string, { file }: Read): Promise<Answer<RoutingRead>> {
  const [directory, cells] = await Promise.all([
    readTownship(township),
    readWorkbook(Buffer.from(file, 'base64')),
  ]);
  if (!directory) return refuse('not-found');
  return cells ? ok(readCells(directory, cells)) : refuse('file-unreadable');
}

export const readRoutingTable: Action<Read, RoutingRead> = {
  write: false,
  input: reportInputs.readRoutingTable,
  run: ({ township }, asked) => run(township, asked),
};
