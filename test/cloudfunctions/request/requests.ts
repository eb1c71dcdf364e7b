import type { RequestActions, RequestView, SubmitInput } from '../../../miniprogram/contract/request';
import type { SampleCloud } from '../../support/sample-cloud';

export { uploadFile as upload } from '../../support/sample-files';

export type Submitted = RequestActions['submit']['output'];
export type { RequestView };

const open = { hideName: false, notOwnVillage: false, publishable: false };

/** A request of 柳树城村 about a road, as a phone of 23 November 2026 sends it. */
export function submission(changes: Partial<SubmitInput> = {}): SubmitInput {
  return {
    township: 'bh',
    village: 'v4',
    category: 'road',
    kind: 'report',
    privacy: open,
    text: '二组的路灯坏了',
    photos: [],
    recordings: [],
    ...changes,
  };
}

let keys = 0;
export function newKey(): string {
  return `key-${String(keys++).padStart(6, '0')}`;
}

/** Submits and expects it to be taken in. */
export async function submit(
  cloud: SampleCloud,
  openid: string,
  changes: Partial<SubmitInput> = {},
): Promise<Submitted> {
  const answer = await cloud.invoke('request', 'submit', submission(changes), { openid, key: newKey() });
  if (!answer.ok) throw new Error(`submit was refused: ${answer.code ?? ''}`);
  return answer.data as Submitted;
}

/** The folder into which this account may upload. */
export async function folderOf(cloud: SampleCloud, openid: string): Promise<string> {
  const { data } = await cloud.invoke('registry', 'whoAmI', { township: 'bh' }, { openid });
  return (data as { folder: string }).folder;
}

export async function view(cloud: SampleCloud, openid: string, request: string): Promise<RequestView> {
  const answer = await cloud.invoke('request', 'get', { township: 'bh', request }, { openid });
  if (!answer.ok) throw new Error(`get was refused: ${answer.code ?? ''}`);
  return answer.data as RequestView;
}
