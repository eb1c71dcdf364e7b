/** The collection of charts as they were counted last: one document a township (docs/decisions/047-charts.md). */
import { deflateSync, inflateSync } from 'node:zlib';
import type { ChartNumber, ChartsView, SlotRow } from '../../../miniprogram/contract/work-report';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { decryptField, encryptField } from '../../shared/cipher';
import { below, put } from '../../shared/conditions';
import { changeOne, createOne, readOne, type CollectionSpecs, type Stored } from '../../shared/database';

const CHARTS = 'charts';

export const collections = { [CHARTS]: { indexes: [] } } satisfies CollectionSpecs;

/** What is drawn of one number. */
export type Drawn = Pick<ChartsView, 'span' | 'total' | 'before' | 'months' | 'splits'>;

/** What stands beside every number, with the requests that are kept from somebody. */
export interface Beside {
  hotSpots: ChartsView['hotSpots'];
  promises: readonly SlotRow[];
}

interface Counted {
  /** The last day of what was counted. */
  today: LocalDate;
  asOf: Instant;
}

/** Each part is compressed and encrypted: titles of suggestions are in it, and the same few labels many times. */
interface ChartsDocument extends Stored, Counted {
  numbers: Readonly<Record<ChartNumber, string>>;
  beside: string;
}

export interface ReadyCharts extends Counted, Beside {
  drawn: Drawn;
}

function pack(part: unknown): string {
  return encryptField(deflateSync(JSON.stringify(part)).toString('base64'));
}

function unpack(stored: string): unknown {
  return JSON.parse(inflateSync(Buffer.from(decryptField(stored), 'base64')).toString('utf8'));
}

/** One number as it was counted last; undefined: nobody counted yet. One call. */
export async function readCharts(township: string, of: ChartNumber): Promise<ReadyCharts | undefined> {
  const fields = ['today', 'asOf', 'beside', `numbers.${of}`];
  const found = await readOne<ChartsDocument>(CHARTS, township, township, fields);
  if (!found) return undefined;
  const { today, asOf, beside, numbers } = found;
  const { hotSpots, promises } = unpack(beside) as Beside;
  return { today, asOf, hotSpots, promises, drawn: unpack(numbers[of]) as Drawn };
}

/** A younger count is never replaced by an older one. One call, two the first time. */
export async function writeCharts(
  township: string,
  { today, asOf }: Counted,
  { numbers, beside }: { numbers: Readonly<Record<ChartNumber, Drawn>>; beside: Beside },
): Promise<void> {
  const packed = Object.fromEntries(Object.entries(numbers).map(([of, drawn]) => [of, pack(drawn)]));
  const document: ChartsDocument = {
    _id: township,
    township,
    rev: 1,
    today,
    asOf,
    numbers: packed as ChartsDocument['numbers'],
    beside: pack(beside),
  };
  if (await createOne(CHARTS, document)) return;
  const changes = {
    today: put(today),
    asOf: put(asOf),
    numbers: put(document.numbers),
    beside: put(document.beside),
  };
  await changeOne(CHARTS, township, township, { asOf: below(asOf) }, changes);
}
