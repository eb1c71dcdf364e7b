import * as v from 'valibot';
import type { BanActions } from '../../../miniprogram/contract/bans';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { line, localDate, township } from '../../shared/schemas';
import { booking } from '../booking/schemas';

type In<A extends keyof BanActions> = v.GenericSchema<unknown, BanActions[A]['input']>;

export const banInputs = {
  barPerson: v.strictObject({
    township,
    date: localDate,
    booking,
    reason: line(LIMITS.banReason),
    until: localDate,
  }) satisfies In<'barPerson'>,
  liftBar: v.strictObject({
    township,
    bar: v.pipe(v.string(), v.regex(/^[0-9a-z]{16,17}$/)),
  }) satisfies In<'liftBar'>,
  listBars: v.strictObject({
    township,
    after: v.exactOptional(v.pipe(v.string(), v.regex(/^20\d\d-\d\d-\d\d~[0-9a-z]{16,17}$/))),
  }) satisfies In<'listBars'>,
};
