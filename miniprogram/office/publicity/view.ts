/** The words of 公众号设置. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { PublicitySettings } from '../../contract/publicity-settings';

interface Keys {
  own: boolean;
  district: boolean;
}

export const PUBLISH: readonly Choice[] = [
  { id: 'leave', text: '放进草稿箱，由人到公众平台发布', hint: '一般都这样：发布前还能再看一遍' },
  { id: 'submit', text: '放进草稿箱后直接提交发布', hint: '只有认证过的公众号可以；不会推给关注的人' },
];

export function listAccounts({ own, district }: Keys): Choice[] {
  const hint = (there: boolean) => (there ? '密钥已经配好' : '还没有配密钥，推不出去');
  return [
    { id: 'own', text: '本乡镇的公众号', hint: hint(own) },
    { id: 'district', text: '区里的公众号', hint: hint(district) },
  ];
}

/** Why these settings cannot work; empty: they can. */
export function sayProblem({ account, election }: PublicitySettings, keys: Keys): string {
  if (election && election.from > election.to) return '选举期的开始在结束后面，请改一下';
  return keys[account]
    ? ''
    : '这个公众号还没有配密钥。本镇的由系统管理员在「开通清单」的「公众号密钥」里填，区的请部署的同志配';
}
