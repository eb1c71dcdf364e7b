/** 邀请条 of the invitations that stand on the screen and wait. */
import { LIMITS } from '../../contract/limits';
import type { Failure } from '../../contract/result';
import { openDocument } from '../../platform/documents';
import { explain } from '../../view/feedback';
import { printChosenSlips } from '../services/imports';
import type { InvitationLine } from './view';

interface PrintingPage {
  data: { busy: boolean; lines: readonly InvitationLine[] };
  setData(data: { busy: boolean; problem: string; done?: string; retry?: boolean }): void;
}

const NONE_TO_PRINT = '没有能打印的：邀请条只有发邀请的人打得出；被认领、过期的不再打印。可以点「重新发」。';

/** Those that somebody else issued are not on it. */
export async function printShown(page: PrintingPage): Promise<void> {
  if (page.data.busy) return;
  const waiting = page.data.lines.filter(({ waits }) => waits);
  if (waiting.length === 0) {
    page.setData({ busy: false, problem: NONE_TO_PRINT, done: '', retry: false });
    return;
  }
  page.setData({ busy: true, problem: '', done: '' });
  const chosen = waiting.slice(0, LIMITS.slipsAtOnce);
  const opened = await openDocument(await printChosenSlips(chosen.map(({ id }) => id)));
  const left = waiting.length > chosen.length;
  page.setData({
    busy: false,
    problem: opened.ok ? '' : saySlips(opened),
    done: opened.ok && left ? `打了前 ${String(chosen.length)} 份。其余的先找名字，再打印。` : '',
    retry: false,
  });
}

function saySlips(failure: Failure): string {
  return failure.code === 'not-found' ? NONE_TO_PRINT : explain(failure);
}
