import type { StepInput } from '../../../miniprogram/contract/request-life';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { openRequest } from '../../../cloudfunctions/request/store';
import type { Answer } from '../../support/cloud';
import { TEST_FIELD_KEYS } from '../../support/given';
import type { SampleCloud } from '../../support/sample-cloud';
import { newKey } from './requests';

/** One step as the phone of `openid` sends it. */
export function step(
  cloud: SampleCloud,
  openid: string,
  request: string,
  input: StepInput,
  key = newKey(),
): Promise<Answer> {
  return cloud.invoke('request', 'act', { township: 'bh', request, step: input }, { openid, key });
}

/** The same, which must be granted; answers the state afterwards. */
export async function mustStep(
  cloud: SampleCloud,
  openid: string,
  request: string,
  input: StepInput,
): Promise<string> {
  const answer = await step(cloud, openid, request, input);
  if (!answer.ok) throw new Error(`${input.act} by ${openid} was refused: ${JSON.stringify(answer)}`);
  return (answer.data as { state: string }).state;
}

export function stored(cloud: SampleCloud, request: string): RequestDocument {
  const all = [...cloud.database.exportDocuments('requests')] as unknown as RequestDocument[];
  const found = all.find(({ _id }) => _id === request);
  if (!found) throw new Error('it is not there');
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  return openRequest(found);
}

/** The platform's timer, which ships events and lets time act. */
export function relay(cloud: SampleCloud): Promise<void> {
  return cloud.relayAll();
}

/** Everything a list shows, page by page. */
export async function listAll(
  cloud: SampleCloud,
  openid: string,
  action: string,
  input: object,
): Promise<{ request: string; title: string }[]> {
  const found: { request: string; title: string }[] = [];
  let after: string | undefined;
  do {
    const asked = { township: 'bh', ...input, ...(after !== undefined && { after }) };
    const answer = await cloud.invoke('request', action, asked, { openid });
    if (!answer.ok) throw new Error(`${action} was refused: ${JSON.stringify(answer)}`);
    const page = answer.data as { requests: typeof found; next?: string };
    found.push(...page.requests);
    after = page.next;
  } while (after !== undefined);
  return found;
}
