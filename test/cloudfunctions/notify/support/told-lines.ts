/** What the sample's people were told in process, as a test reads it. */
import { accountOf, decryptField } from '../../../../cloudfunctions/shared/cipher';
import type { InProcessCloud } from '../../../support/in-process';

interface Told {
  _id: string;
  account: string;
  event: string;
  title: string;
  words: string;
  page: string;
}

const VILLAGERS = ['bh-villager-1', 'bh-villager-2', 'bh-villager-3', 'bh-visitor-1'];

/** `openid …: title | words | page | template`, those who are told the same in one line. */
export function toldLines(cloud: InProcessCloud): string[] {
  const grants = cloud.documents<{ openid?: string }>('invitations').map(({ openid = '' }) => openid);
  const names = new Map([...grants, ...VILLAGERS].map((openid) => [accountOf(openid), openid]));
  const messages = new Map(
    cloud.documents<{ _id: string; template: string }>('messages').map((one) => [one._id, one.template]),
  );
  const lines = new Map<string, string[]>();
  for (const { _id, account, title, words, page } of cloud.documents<Told>('inbox')) {
    const parts = [decryptField(title), decryptField(words), decodeURIComponent(page), messages.get(_id)];
    const line = parts.filter((part) => part !== undefined).join(' | ');
    lines.set(line, [...(lines.get(line) ?? []), names.get(account) ?? account]);
  }
  return [...lines].map(([line, openids]) => `${openids.sort().join(' ')}: ${line}`).sort();
}
