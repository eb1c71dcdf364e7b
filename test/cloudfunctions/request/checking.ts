/** A cloud on which what people say is checked. */
import type { HeldRequest } from '../../../miniprogram/contract/content-check';
import type { Answer } from '../../support/cloud';
import { reloadSample, startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { newKey } from './requests';

export const VILLAGER = 'bh-villager-1';
export const STAFF = 'bh-staff';

export function startChecking(): Promise<SampleCloud> {
  return startSampleCloud({ env: { CONTENT_CHECK: 'on' } });
}

/** The sample's own events are others' business, and take their time. */
export async function resetChecking(cloud: SampleCloud): Promise<void> {
  await reloadSample(cloud);
  for (const name of ['requests', 'rosters', 'days']) {
    const documents = [...cloud.database.exportDocuments(name)];
    const settled = documents.map((each) => ({ ...each, outbox: [], history: [], outboxAt: 0 }));
    await cloud.database.importDocuments(name, settled);
  }
  await cloud.control({ wechat: {} });
}

/** What is waiting is asked about, and the verdicts are pushed. */
export async function relayChecks(cloud: SampleCloud): Promise<void> {
  const answer = await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: VILLAGER });
  expect(answer).toMatchObject({ ok: true, data: { failed: 0 } });
  await cloud.control({ wechat: { deliver: true } });
}

export async function heldOf(
  cloud: SampleCloud,
  after?: string,
): Promise<{ requests: HeldRequest[]; next?: string }> {
  const input = { township: 'bh', ...(after && { after }) };
  const answer = await cloud.invoke('request', 'listHeld', input, { openid: STAFF });
  return answer.data as { requests: HeldRequest[]; next?: string };
}

export function settleHeld(
  cloud: SampleCloud,
  request: string,
  part: string,
  release: boolean,
): Promise<Answer> {
  const input = { township: 'bh', request, part, release };
  return cloud.invoke('request', 'settlePart', input, { openid: STAFF, key: newKey() });
}
