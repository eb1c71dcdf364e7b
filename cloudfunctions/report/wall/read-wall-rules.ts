import { OFFICE } from '../../../miniprogram/contract/roles';
import type { WallRuleRow, WallRuleVersion } from '../../../miniprogram/contract/work-report';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { holdsOne } from '../../registry/invitations/grants-store';
import { decryptField } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { workReportInputs } from '../work-report/schemas';
import { readRule, readRules, type KeptVersion, type WallRule } from './store';

type Told = Pick<WallRule, '_id' | 'title' | 'version'> & {
  inForce?: Pick<KeptVersion, 'since'>;
  draft?: object;
};

function toRow({ _id, title, version, inForce, draft }: Told, office: boolean): WallRuleRow {
  return {
    rule: _id,
    title: decryptField(title),
    version,
    ...(inForce && { since: inForce.since }),
    ...(office && draft && { drafted: true as const }),
  };
}

function toVersion({ body, by, ...kept }: KeptVersion): WallRuleVersion {
  return { ...kept, body: decryptField(body), by: decryptField(by) };
}

/** Whoever is not of the office reads what is in force. */
export const wallRules: Action<Input<'report', 'wallRules'>, Output<'report', 'wallRules'>> = {
  write: false,
  input: workReportInputs.wallRules,
  async run(call, { township }) {
    const [found, office] = await Promise.all([readRules(township), holdsOne(call, OFFICE)]);
    const rules = found
      .filter(({ inForce }) => office || inForce !== undefined)
      .map((rule) => toRow(rule, office))
      .sort((one, other) => (one.title < other.title ? -1 : 1));
    return ok({ rules });
  },
};

export const wallRule: Action<Input<'report', 'wallRule'>, Output<'report', 'wallRule'>> = {
  write: false,
  input: workReportInputs.wallRule,
  async run(call, { township, rule: id }) {
    const [rule, office] = await Promise.all([readRule(township, id), holdsOne(call, OFFICE)]);
    if (!rule || (!office && !rule.inForce)) return refuse('not-found');
    const { edition, inForce, earlier, draft } = rule;
    return ok({
      ...toRow(rule, office),
      edition,
      earlier: [...earlier].reverse().map(toVersion),
      ...(inForce && { inForce: toVersion(inForce) }),
      ...(office &&
        draft && { draft: { body: decryptField(draft.body), by: decryptField(draft.by), at: draft.at } }),
    });
  },
};
