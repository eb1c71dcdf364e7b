/** 隐私: what is stored, one's own data as a document, consents taken back, deletion. */
import { dropDocuments, openDocument } from '../../platform/documents';
import { clearDraft } from '../../platform/drafts';
import { newKey } from '../../platform/keys';
import { dropFile } from '../../platform/files';
import { definePage } from '../../platform/page';
import { forget } from '../../platform/storage';
import { eraseOwnData, ownDrafts, printOwnData, withdrawConsents, type Erased } from '../services/own-data';
import { explain } from '../../view/feedback';
import { POLICY, SPARED } from './policy';

/** What this phone keeps of the person's own data, beside drafts and the printed document. Work that waits to be sent, and settings, stay. */
const KEPT = ['self', 'slips'] as const;

function sayErased({ cancelled, left, requests }: Erased): string {
  return [
    '删好了。',
    ...(cancelled > 0 ? [`退了 ${String(cancelled)} 个预约。`] : []),
    ...(left > 0 ? [`有 ${String(left)} 个预约已经截止，退不了；过了那天请再来删一次，或打电话。`] : []),
    ...(requests.later > 0 ? [`有 ${String(requests.later)} 件事还在办，办完自动删。`] : []),
  ].join('');
}

definePage({
  data: {
    policy: POLICY,
    spared: SPARED,
    busy: '',
    problem: '',
    done: '',
    asking: false,
  },
  /** Kept through every retry, so that all of one deletion bears one name. */
  key: '',

  async print() {
    if (this.data.busy) return;
    this.setData({ busy: 'print', problem: '', done: '' });
    const printed = await printOwnData();
    const shown = await openDocument(printed);
    this.setData({ busy: '', problem: shown.ok ? '' : explain(shown) });
  },
  async withdraw() {
    if (this.data.busy) return;
    this.setData({ busy: 'withdraw', problem: '', done: '' });
    const result = await withdrawConsents(newKey());
    if (!result.ok) {
      this.setData({ busy: '', problem: explain(result) });
      return;
    }
    const done =
      result.data > 0
        ? '撤回了：不再发微信消息，不公开，承办单位不能打您的电话。有新消息还在「消息」里。'
        : '现在没有还算数的同意，不用再撤回。';
    this.setData({ busy: '', done });
  },
  ask() {
    this.setData({ asking: true, problem: '', done: '' });
  },
  close() {
    this.setData({ asking: false });
  },
  async erase() {
    if (this.data.busy) return;
    if (this.key === '') this.key = newKey();
    this.setData({ busy: 'erase' });
    const result = await eraseOwnData(this.key);
    if (!result.ok) {
      this.setData({ busy: '', asking: false, problem: `没有删完。${explain(result)}` });
      return;
    }
    for (const draft of ownDrafts()) {
      for (const { path } of [...draft.photos, ...draft.recordings]) dropFile(path);
      clearDraft(draft);
    }
    for (const name of KEPT) forget(name);
    dropDocuments();
    this.key = '';
    this.setData({ busy: '', asking: false, done: sayErased(result.data) });
  },
});
