/**
 * The ids of this deployment's subscribe messages, in the one place from which both ends have them: the phone asks
 * (`notices`), the sender reads. SUBSCRIBE_TEMPLATES = {"reminder":"…","change":"…","progress":"…","task":"…"}.
 */
import * as v from 'valibot';
import { TEMPLATE_KEYS, type TemplateKey } from '../../../miniprogram/contract/templates';

const ids = v.record(v.string(), v.pipe(v.string(), v.minLength(1)));

export type TemplateIds = Partial<Record<TemplateKey, string>>;

/** A template that is not registered has none; without the variable nobody is sent anything. */
export function readTemplateIds(): TemplateIds {
  const raw = process.env['SUBSCRIBE_TEMPLATES'] ?? '';
  if (raw === '') return {};
  const parsed = v.parse(ids, JSON.parse(raw));
  return Object.fromEntries(
    TEMPLATE_KEYS.flatMap((key) => (parsed[key] === undefined ? [] : [[key, parsed[key]]])),
  );
}
