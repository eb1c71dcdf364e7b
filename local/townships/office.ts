/** Those of the sample who are no deputies: office, village helpers, clerks, district. Persons are invented. */
import type { Invitation } from '../../cloudfunctions/registry/invitations/rules/invitation';
import type { Role } from '../../miniprogram/contract/roles';
import type { Instant } from '../../miniprogram/contract/wire';
import { BAIHE } from './baihe/places';
import { invite } from './grants';
import { QINGSHI } from './qingshi/book';

interface OfficeRow {
  township: string;
  openid: string;
  role: Role;
  name: string;
  village?: string;
  unit?: string;
}

export const OFFICE: readonly OfficeRow[] = [
  { township: BAIHE, openid: 'bh-staff', role: 'staff', name: '文小满' },
  { township: BAIHE, openid: 'bh-helper', role: 'helper', name: '柳有田', village: 'v4' },
  { township: BAIHE, openid: 'bh-unit', role: 'unit', name: '路建平', unit: 'u1' },
  { township: BAIHE, openid: 'bh-unit-2', role: 'unit', name: '水长清', unit: 'u2' },
  { township: BAIHE, openid: 'bh-admin', role: 'admin', name: '管小网' },
  { township: BAIHE, openid: 'qu-district', role: 'district', name: '区小联' },
  { township: QINGSHI, openid: 'qs-staff', role: 'staff', name: '青小办' },
  { township: QINGSHI, openid: 'qs-unit', role: 'unit', name: '青小建', unit: 'u1' },
  { township: QINGSHI, openid: 'qs-government', role: 'unit', name: '青小政', unit: 'u2' },
  { township: QINGSHI, openid: 'qu-district', role: 'district', name: '区小联' },
];

export function grantsOfOffice(township: string, now: Instant): Invitation[] {
  return OFFICE.filter((row) => row.township === township).map(({ township: at, ...row }) =>
    invite(at, { ...row, code: `${at}${row.role}${row.openid}` }, now),
  );
}
