import { h } from '../dom';
import { boot } from '../session';

/** Size of the phone in CSS pixels; the window's height may make it shorter. */
const WIDTH = 390;
const HEIGHT = 844;

export const phoneFrame = h('iframe', {
  title: '手机',
  width: String(WIDTH),
  height: String(HEIGHT),
  allow: 'clipboard-write; microphone; camera',
}) as HTMLIFrameElement;

const choice = {
  openid: sessionStorage.getItem('phone.openid') ?? boot.identities[0]?.openid ?? '',
  font: sessionStorage.getItem('phone.font') ?? '16',
};

export function currentOpenid(): string {
  return choice.openid;
}

export function currentFont(): string {
  return choice.font;
}

/** Opens the mini-program afresh, as somebody taking up the phone. */
export function openPhone(query: Readonly<Record<string, string>> = {}): void {
  const search = new URLSearchParams({ ...query, as: choice.openid, font: choice.font });
  phoneFrame.src = `/?${search.toString()}`;
}

export function becomeIdentity(openid: string): void {
  choice.openid = openid;
  openPhone();
}

export function chooseFont(px: string): void {
  choice.font = px;
  openPhone();
}

export function setOffline(offline: boolean): void {
  phoneFrame.contentWindow?.__phone?.setOffline(offline);
}
