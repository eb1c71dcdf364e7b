/** «Media officer», who may only draft articles, written into the text of contract/roles.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths';

export const ROLES = 'miniprogram/contract/roles.ts';
export const rolesFile = join(root, ROLES);

function plant(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((planted, [from, to]) => {
    expect(planted).toContain(from);
    return planted.replace(from, to);
  }, text);
}

/** Three lines of one file: what the role is called, who invites for it, what it may do. */
export const planted = plant(
  readFileSync(rolesFile, 'utf8'),
  [
    "  admin: { label: '系统管理员'",
    "  media: { label: '宣传员', withoutDays: true },\n  admin: { label: '系统管理员'",
  ],
  ['  helper: OFFICE,', '  helper: OFFICE,\n  media: OFFICE,'],
  ['AUTHORS: readonly Role[] = OFFICE;', "AUTHORS: readonly Role[] = [...OFFICE, 'media'];"],
);
