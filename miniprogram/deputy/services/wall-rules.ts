/** report (制度上墙): the rules of the house, who writes them, and the page for the wall. */
import type { WallRuleActions } from '../../contract/work-report';
import type { Result } from '../../contract/result';
import { ask, write } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

type In<A extends keyof WallRuleActions> = Omit<WallRuleActions[A]['input'], 'township'>;
type Out<A extends keyof WallRuleActions> = Promise<Result<WallRuleActions[A]['output']>>;

export function listWallRules(): Out<'wallRules'> {
  return ask('report', 'wallRules', { township: township() });
}

export function getWallRule(rule: string): Out<'wallRule'> {
  return ask('report', 'wallRule', { township: township(), rule });
}

export function saveWallRule(input: In<'saveWallRule'>, key: string): Out<'saveWallRule'> {
  return write('report', 'saveWallRule', { township: township(), ...input }, key);
}

export function actOnWallRule(input: In<'actOnWallRule'>, key: string): Out<'actOnWallRule'> {
  return write('report', 'actOnWallRule', { township: township(), ...input }, key);
}

export function printWallRule(input: In<'wallRulePaper'>): Out<'wallRulePaper'> {
  return ask('report', 'wallRulePaper', { township: township(), ...input });
}
