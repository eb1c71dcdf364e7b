/** Kinds of activities, and what a number may be of, at the doors of duty and report. */
import * as v from 'valibot';
import { ACTIVITY_KINDS, type ActivityKind } from '../../miniprogram/contract/activity-kinds';
import { HEADINGS, MEASURES, type FactQuery, type OwnKindId } from '../../miniprogram/contract/facts';

const OWN_KIND = /^own-[\p{L}\p{N}]{1,12}$/u;
const ownKind = v.custom<OwnKindId>((text) => typeof text === 'string' && OWN_KIND.test(text));
/** One that the product brings, or the township's own. */
export const activityKind: v.GenericSchema<unknown, ActivityKind> = v.union([
  v.picklist(ACTIVITY_KINDS),
  ownKind,
]);
/** What a number may be of: a measure, a heading, a kind of the township's own, or all. */
const names = ['all', ...Object.keys(MEASURES), ...Object.keys(HEADINGS)] as FactQuery['of'][];
export const figureName: v.GenericSchema<unknown, FactQuery['of']> = v.union([v.picklist(names), ownKind]);
