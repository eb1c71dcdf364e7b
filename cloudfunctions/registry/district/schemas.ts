import * as v from 'valibot';
import type { Paper } from '../../../miniprogram/contract/district';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input } from '../../../miniprogram/contract/wire';
import { id, line, name, township } from '../../shared/schemas';
import { telephone } from '../directory/schemas';

const PAPERS: Readonly<Record<Paper, true>> = {
  approval: true,
  cyberspace: true,
  'app-filing': true,
  icp: true,
  'protection-level': true,
  'impact-assessment': true,
  'gov-cloud': true,
  templates: true,
  'official-account': true,
  'privacy-guide': true,
  backup: true,
};
const TITLE = 30;
const text = line(LIMITS.reason);
const card = v.strictObject({
  name: line(TITLE),
  host: text,
  filingNumber: text,
  complaints: telephone,
  privacyOfficer: text,
});
const mark = v.strictObject({ state: v.picklist(['done', 'waived']), words: text });

type Of<A extends keyof typeof named> = v.GenericSchema<unknown, Input<'registry', A>>;

const named = {
  district: v.strictObject({ township: v.exactOptional(township) }),
  saveDistrict: v.union([
    v.strictObject({ township, card }),
    v.strictObject({ township, paper: v.picklist(Object.keys(PAPERS) as Paper[]), mark: v.nullable(mark) }),
  ]),
  addTownship: v.strictObject({ township, id, name }),
  closeTownship: v.strictObject({ township, closed: v.boolean(), words: text, to: v.exactOptional(id) }),
  setUpState: v.strictObject({ township }),
};

export const districtInputs: { readonly [A in keyof typeof named]: Of<A> } = named;
