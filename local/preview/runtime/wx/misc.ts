import { h } from '../dom';
import { addTemporaryFile, openedFile, openFile } from '../files';
import { ask } from '../ui/dialogs';
import { asyncApi, Refusal } from './call';

const OK = [{ text: '知道了', value: true }] as const;

async function makePhoneCall({ phoneNumber }: { phoneNumber: string }): Promise<void> {
  const choices = [
    { text: '取消', value: false, color: '#000' },
    { text: '呼叫', value: true },
  ];
  if (!(await ask({ title: phoneNumber, choices }))) throw new Refusal('cancel');
}

interface CalendarEntry {
  title: string;
  startTime: number;
  location?: string;
}

/** A browser has no calendar: what would stand there is shown. */
async function addPhoneCalendar({ title, startTime, location = '' }: CalendarEntry): Promise<void> {
  const when = new Date(startTime * 1000).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  const choices = [
    { text: '取消', value: false, color: '#000' },
    { text: '加入日历', value: true },
  ];
  if (!(await ask({ title, content: `${when}\n${location}`, choices }))) throw new Refusal('cancel');
}

let clipboard = '';

async function setClipboardData({ data }: { data: string }): Promise<void> {
  clipboard = data;
  try {
    await navigator.clipboard.writeText(data);
  } catch {
    // A browser without the permission: the phone's own clipboard has it all the same.
  }
}

async function downloadFile({ url, filePath }: { url: string; filePath?: string }): Promise<object> {
  let response;
  try {
    response = await fetch(url);
  } catch {
    throw new Refusal('network error');
  }
  if (filePath !== undefined)
    return { filePath: openFile(filePath, await response.blob()), statusCode: response.status };
  const extension = /\.(\w+)(?:\?|$)/.exec(url)?.[1] ?? 'bin';
  return { tempFilePath: addTemporaryFile(await response.blob(), extension), statusCode: response.status };
}

async function openDocument({ filePath }: { filePath: string }): Promise<void> {
  const blob = openedFile(filePath);
  if (!blob) throw new Refusal(`file ${filePath} does not exist`);
  const link = h('a', {
    href: URL.createObjectURL(blob),
    target: '_blank',
    download: filePath.split('/').at(-1) ?? '',
  });
  await ask({ title: '打开文档', content: link.getAttribute('download') ?? '', choices: OK });
  link.click();
}

/** A browser has neither an album nor WeChat's chats: what would go there is downloaded. */
async function giveFile(title: string, filePath: string): Promise<void> {
  const blob = openedFile(filePath);
  if (!blob) throw new Refusal(`file ${filePath} does not exist`);
  const link = h('a', { href: URL.createObjectURL(blob), download: filePath.split('/').at(-1) ?? '' });
  await ask({ title, content: link.getAttribute('download') ?? '', choices: OK });
  link.click();
}

const updateManager: Readonly<Record<string, unknown>> = {
  // A new version arrives here by saving a file: the phone reloads, nobody is asked.
  onCheckForUpdate: (listener: (answer: object) => void) => {
    setTimeout(() => {
      listener({ hasUpdate: false });
    }, 0);
  },
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => undefined,
};

export const miscApis: Readonly<Record<string, unknown>> = {
  makePhoneCall: asyncApi('makePhoneCall', makePhoneCall),
  addPhoneCalendar: asyncApi('addPhoneCalendar', addPhoneCalendar),
  setClipboardData: asyncApi('setClipboardData', setClipboardData),
  getClipboardData: asyncApi('getClipboardData', () => ({ data: clipboard })),
  vibrateShort: asyncApi('vibrateShort', () => undefined),
  vibrateLong: asyncApi('vibrateLong', () => undefined),
  downloadFile: asyncApi('downloadFile', downloadFile),
  openDocument: asyncApi('openDocument', openDocument),
  saveFileToDisk: asyncApi('saveFileToDisk', ({ filePath }: { filePath: string }) =>
    giveFile('存到电脑', filePath),
  ),
  shareFileMessage: asyncApi('shareFileMessage', ({ filePath }: { filePath: string }) =>
    giveFile('发到聊天', filePath),
  ),
  saveImageToPhotosAlbum: asyncApi('saveImageToPhotosAlbum', ({ filePath }: { filePath: string }) =>
    giveFile('存到相册', filePath),
  ),
  getPrivacySetting: asyncApi('getPrivacySetting', () => ({
    needAuthorization: false,
    privacyContractName: '《小程序用户隐私保护指引》',
  })),
  requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () => undefined),
  openPrivacyContract: asyncApi('openPrivacyContract', async () => {
    await ask({ title: '用户隐私保护指引', content: '微信在这里打开后台填写的指引。', choices: OK });
  }),
  onNeedPrivacyAuthorization: () => undefined,
  getUpdateManager: () => updateManager,
  setKeepScreenOn: asyncApi('setKeepScreenOn', () => undefined),
};
