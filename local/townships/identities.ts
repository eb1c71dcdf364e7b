/** Whose phone the preview can be, and which posters hang where. */
import { ROLE_LABELS } from '../../miniprogram/contract/roles';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import type { Identity, Poster } from '../preview/types';
import { BAIHE } from './baihe/places';
import { openidOf } from './grants';
import { OFFICE } from './office';
import { QINGSHI } from './qingshi/book';

/** Villagers need no invitation. The names stand only in these labels. */
export const VILLAGERS = {
  zhang: { openid: 'bh-villager-1', label: '选民·柳树城村 张三婶', township: BAIHE },
  li: { openid: 'bh-villager-2', label: '选民·双井村 李大爷', township: BAIHE },
  wang: { openid: 'bh-villager-3', label: '选民·白鹤桥村 王师傅', township: BAIHE },
  qing: { openid: 'qs-villager-1', label: '选民·青石村 孔二嫂', township: QINGSHI },
} as const;

/** Persons of the directorys whose phone can be taken, with their role for the label. */
const PERSONS = [
  { township: BAIHE, person: 'p5', role: 'deputy' },
  { township: BAIHE, person: 'p6', role: 'leader' },
  { township: BAIHE, person: 'p8', role: 'deputy' },
  { township: BAIHE, person: 'p19', role: 'deputy' },
  { township: BAIHE, person: 'p7', role: 'receiver' },
  { township: BAIHE, person: 'p17', role: 'presidium' },
  { township: BAIHE, person: 'p1', role: 'chief' },
  { township: QINGSHI, person: 'p1', role: 'leader' },
  { township: QINGSHI, person: 'p2', role: 'deputy' },
] as const;

export function listIdentities(directories: readonly Directory[]): Identity[] {
  const villagers = Object.values(VILLAGERS).map((villager) => ({ ...villager, role: 'voter' }));
  const persons = PERSONS.map(({ township, person, role }) => {
    const directory = directories.find((each) => each.township === township);
    const who = directory?.people.find(({ id }) => id === person);
    const group = directory?.groups.find(({ id }) => id === who?.memberships[0]?.group);
    const about = [ROLE_LABELS[role], who?.name, group && `（${group.name}）`].filter(Boolean).join(' ');
    return { openid: openidOf(township, person), label: about, role, township };
  });
  const office = OFFICE.map(({ township, openid, role, name }) => ({
    openid,
    role,
    township,
    label: `${ROLE_LABELS[role]} ${name}`,
  }));
  const card = (township: string) =>
    directories.find((directory) => directory.township === township)?.card.name ?? '';
  return [...villagers, ...persons, ...office].map((identity) => ({
    ...identity,
    label: identity.township === BAIHE ? identity.label : `${card(identity.township)}·${identity.label}`,
  }));
}

/** Phones of an empty district: nobody holds anything yet. */
const STRANGERS = ['管理员的手机', '主席的手机', '工作人员的手机', '代表的手机', '群众的手机'];

export function listStrangers(): Identity[] {
  return STRANGERS.map((label, n) => ({
    openid: `new-phone-${String(n + 1)}`,
    label,
    role: 'voter',
    township: '',
  }));
}

/** One poster at every home and in every village. */
export function listPosters(directories: readonly Directory[]): Poster[] {
  return directories.flatMap(({ township, card, homes, villages }) =>
    [...homes, ...villages].map(({ id, name }) => ({
      scene: `${township}.${id}`,
      label: `${card.name}·${name}`,
    })),
  );
}
