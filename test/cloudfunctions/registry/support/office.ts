/** The registry as its office uses it: the sample, its people by name, and what stands in the database. */
import type { Directory } from '../../../../cloudfunctions/registry/directory/rules/directory';
import type { Invitation } from '../../../../cloudfunctions/registry/invitations/rules/invitation';
import type {
  DirectoryPart,
  DirectoryRow,
  DirectoryView,
} from '../../../../miniprogram/contract/registry-office';
import { reloadSample, startSampleCloud, type SampleCloud } from '../../../support/sample-cloud';

export const STAFF = 'bh-staff';
export const CHIEF = 'bh-p1';
export const ADMIN = 'bh-admin';
export const reason = '例会定的';

let keys = 0;
export const newKey = () => `office-key-${String(keys++)}`;

interface AuditRow {
  document: string;
  act: string;
  of: string;
  by: string;
  from: string;
  to: string;
  words?: string;
}

export async function openRegistry(env: Readonly<Record<string, string>> = {}) {
  const cloud: SampleCloud = await startSampleCloud({ instancesPerFunction: 1, env });
  const all = <T>(name: string) => [...cloud.database.exportDocuments(name)] as T[];
  const ask = (openid: string, action: string, input: object = {}, key = newKey()) =>
    cloud.invoke('registry', action, { township: 'bh', ...input }, { openid, key });
  return {
    ...cloud,
    ask,
    all,
    reset: () => reloadSample(cloud),
    kick: () => cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: STAFF }),
    book: () => all<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory,
    invitations: () => all<Invitation>('invitations'),
    audit: () => (cloud.database.collectionNames().includes('audit') ? all<AuditRow>('audit') : []),
    async view(part: DirectoryPart, openid = STAFF) {
      const { data } = await ask(openid, 'book', { part });
      return data as DirectoryView;
    },
    async row(part: DirectoryPart, kind: string, id: string) {
      const { data } = await ask(STAFF, 'book', { part });
      const found = (data as DirectoryView).rows.find((row) => row.kind === kind && row.id === id);
      if (!found) throw new Error(`no ${kind} ${id}`);
      return found as DirectoryRow & { row: Record<string, unknown> };
    },
    edit: (kind: string, edits: readonly object[], more: object = {}, openid = STAFF, key = newKey()) =>
      ask(openid, 'editBook', { kind, edits, reason, ...more }, key),
  };
}

export type Registry = Awaited<ReturnType<typeof openRegistry>>;
