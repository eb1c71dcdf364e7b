import { h } from '../dom';
import { appData, boot } from '../session';
import { ask, askFromList } from '../ui/dialogs';
import { asyncApi, Refusal } from './call';

const OK = [{ text: '知道了', value: true }] as const;

/** The posters of the sample hang in a list; anything else can be typed. */
async function scanCode(): Promise<object> {
  const posters = boot.posters;
  const chosen = await askFromList(
    [...posters.map((poster) => poster.label), '输入文字'],
    undefined,
    '扫哪一个码？',
  );
  if (chosen === null) throw new Refusal('cancel');
  const poster = posters[chosen];
  if (poster) {
    const path = `${poster.page ?? appData().entry}?scene=${encodeURIComponent(poster.scene)}`;
    return { result: '', path, scanType: 'WX_CODE', charSet: 'utf-8', rawData: '' };
  }
  const field = h('input', { type: 'text', 'aria-label': '码里的文字' }) as HTMLInputElement;
  await ask({ title: '码里的文字', extra: h('div', { class: 'pad' }, field), choices: OK });
  return { result: field.value, scanType: 'QR_CODE', charSet: 'utf-8', rawData: '' };
}

export const scanApis: Readonly<Record<string, unknown>> = {
  scanCode: asyncApi('scanCode', scanCode),
};
