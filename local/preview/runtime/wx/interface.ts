import { ask, askFromList, hideToast, showToast } from '../ui/dialogs';
import { h } from '../dom';
import { asyncApi, Refusal } from './call';

interface Toast {
  title: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  /** In ms. */
  duration?: number;
  mask?: boolean;
}

interface Modal {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

interface ActionSheet {
  itemList: string[];
  itemColor?: string;
  alertText?: string;
}

const TOAST_MS = 1500;
const LIST_LIMIT = 6;

/** WeChat's own limit: four Chinese characters on a button of a dialog. */
const BUTTON_TEXT_LIMIT = 4;

async function showModal(options: Modal): Promise<object> {
  const { cancelText = '取消', confirmText = '确定', showCancel = true, editable = false } = options;
  for (const text of [cancelText, confirmText]) {
    if (text.length > BUTTON_TEXT_LIMIT)
      throw new Refusal(`text of a button is longer than ${String(BUTTON_TEXT_LIMIT)}`);
  }
  const field = h('input', { type: 'text', placeholder: options.placeholderText ?? '' }) as HTMLInputElement;
  field.value = editable ? (options.content ?? '') : '';
  const cancel = { text: cancelText, value: false, color: options.cancelColor ?? '#000' };
  const confirmed = await ask({
    title: options.title,
    ...(editable ? { extra: h('div', { class: 'pad' }, field) } : { content: options.content ?? '' }),
    choices: [
      ...(showCancel ? [cancel] : []),
      { text: confirmText, value: true, color: options.confirmColor ?? '#576B95' },
    ],
  });
  return {
    confirm: confirmed,
    cancel: !confirmed,
    ...(editable ? { content: confirmed ? field.value : '' } : {}),
  };
}

async function showActionSheet({ itemList, itemColor, alertText }: ActionSheet): Promise<object> {
  if (itemList.length > LIST_LIMIT)
    throw new Refusal(`itemList should not be larger than ${String(LIST_LIMIT)}`);
  const tapIndex = await askFromList(itemList, itemColor, alertText);
  if (tapIndex === null) throw new Refusal('cancel');
  return { tapIndex };
}

export const interfaceApis: Readonly<Record<string, unknown>> = {
  showToast: asyncApi(
    'showToast',
    ({ title, icon = 'success', duration = TOAST_MS, mask = false }: Toast) => {
      showToast(title, icon === 'none' ? '' : icon, duration, mask);
    },
  ),
  hideToast: asyncApi('hideToast', hideToast),
  showLoading: asyncApi('showLoading', ({ title, mask = false }: Toast) => {
    showToast(title, 'loading', 0, mask);
  }),
  hideLoading: asyncApi('hideLoading', hideToast),
  showModal: asyncApi('showModal', showModal),
  showActionSheet: asyncApi('showActionSheet', showActionSheet),
};
