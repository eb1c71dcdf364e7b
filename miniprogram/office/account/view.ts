/** From a township's official account to the words of 公众号密钥. */
import type { KeysSaved, OfficialKeysView } from '../../contract/official-keys';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';

export interface AccountScreen {
  title: string;
  words: string;
  inForce: boolean;
  /** Of the form below. */
  form: string;
  past: readonly { id: string; title: string; words: string }[];
}

/** Whose account articles can go to while nothing is entered here. */
function sayWithout({ own, district }: OfficialKeysView['variables']): string {
  if (own) return '这里没有填；部署时已经给本镇配好了一对，用的是那一对。';
  if (district) return '没有本镇的。文章可以推送到区的公众号，在「公众号设置」里选。';
  return '没有本镇的，区里也没有配。文章先打包下载，由人手工发。';
}

export function toScreen({ rows, variables }: OfficialKeysView, today: LocalDate): AccountScreen {
  const current = rows.find(({ until }) => until === undefined);
  const past = rows.flatMap(({ appid, since, until, words }) => {
    if (until === undefined) return [];
    const why = words === undefined ? '换了新的' : `停用：${words}`;
    const span = `${sayMoment(since, today)}存下，${sayMoment(until, today)}${why}`;
    return [{ id: `${appid} ${String(since)}`, title: appid, words: span }];
  });
  return {
    title: current ? '本镇的公众号' : '本镇还没有自己的公众号',
    words: current
      ? `${current.appid}，${sayMoment(current.since, today)}存下的。密钥加密保存，谁也看不到。`
      : sayWithout(variables),
    inForce: current !== undefined,
    form: current ? '换一对' : '填上本镇的',
    past,
  };
}

/** Why it cannot be sent yet; '' when it can. */
export function sayLacking(appid: string, secret: string): string {
  return appid.trim() !== '' && secret.trim() !== '' ? '' : '两样都要填';
}

export function saySaved({ checked, address }: KeysSaved): string {
  if (checked === 'works') return '存下了，微信认这对密钥。要用它，请在「公众号设置」里选本镇的公众号。';
  if (checked === 'address') {
    const which = address === undefined ? '云函数的出口地址' : address;
    return `存下了。微信还不认这里的地址：请在公众平台的白名单里加上 ${which}，不加推不出去。`;
  }
  return '存下了，刚才没有问到微信，对不对还不知道。推送第一篇的时候看一看。';
}
