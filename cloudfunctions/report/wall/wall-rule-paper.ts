import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { decryptField } from '../../shared/cipher';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from '../documents/hand-out';
import { workReportInputs } from '../work-report/schemas';
import { makeWallSheet } from './rules/wall-sheet';
import { readRule } from './store';

type Asked = Input<'report', 'wallRulePaper'>;

async function run(call: Call, { township, rule: id, paper }: Asked): Promise<Answer<PrintedFile>> {
  const [known, rule] = await Promise.all([recallTownship(township, call.now), readRule(township, id)]);
  if (!known || !rule) return refuse('not-found');
  if (!rule.inForce) return refuse('wrong-state');
  const { body, since } = rule.inForce;
  const said = { title: decryptField(rule.title), body: decryptField(body), since };
  return handOut(township, { ...makeWallSheet(known.directory, said), ...(paper && { paper }) });
}

export const wallRulePaper: Action<Asked, PrintedFile> = {
  write: false,
  input: workReportInputs.wallRulePaper,
  run,
};
