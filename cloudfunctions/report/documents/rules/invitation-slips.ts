/** 邀请条: several on a page, cut apart and handed over. The code stands here and nowhere else. */
import { ROLE_LABELS, type Role } from '../../../../miniprogram/contract/roles';
import type { Instant } from '../../../../miniprogram/contract/wire';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { toLocalDate } from '../../../shared/china-time';
import type { Sheet } from './sheet';
import { footOf, sayDated, sayDay, sayFullDay } from './words';

export interface PrintedInvitation {
  name: string;
  role: Role;
  code: string;
  expiresAt: Instant;
  unit?: string;
  village?: string;
}

/** K7Q2-M3XD, as it is read aloud. */
function sayCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`.toUpperCase();
}

function toRow({ units, villages }: Directory, one: PrintedInvitation): string[] {
  const { name, role, code, expiresAt, unit = '', village = '' } = one;
  const where = nameOf(units, unit) + nameOf(villages, village);
  return [
    `${name}\n${ROLE_LABELS[role]}${where && `\n${where}`}`,
    `邀请码：${sayCode(code)}\n${sayDay(toLocalDate(expiresAt))}前有效`,
    '微信打开小程序，点「我的」里的「我是代表或工作人员」，填邀请码和手机号后四位；人大办确认以后就能用。',
  ];
}

export function makeInvitationSlips(
  directory: Directory,
  invitations: readonly PrintedInvitation[],
  now: Instant,
): Sheet {
  const on = toLocalDate(now);
  return {
    name: `邀请条 ${sayDated(on)} ${String(invitations.length)}人`,
    title: '代表之家邀请条',
    blocks: [
      { line: '一行一张，沿横线剪开，当面交给本人。不要拍照发到群里。', size: 'small' },
      {
        columns: [24, 30, 46],
        rows: invitations.map((one) => toRow(directory, one)),
        size: 'large',
        height: 28,
      },
      { line: `${sayFullDay(on)}打印`, size: 'small', align: 'right' },
    ],
    foot: footOf(directory.card),
  };
}
