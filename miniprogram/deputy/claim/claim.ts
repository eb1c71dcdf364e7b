import { ROLE_LABELS } from '../../contract/roles';
import { readTail } from '../../contract/text';
import type { Typed } from '../../view/events';
import { canRetry } from '../../contract/result';
import { explain } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { goBack } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { claimInvitation } from '../../services/registry';

function sayReason(code: string, digits: string): string {
  if (!code.trim()) return '请先写邀请码';
  return readTail(digits) !== undefined ? '' : '请写手机号的后四位数字';
}

definePage({
  data: {
    code: '',
    digits: '',
    reason: sayReason('', ''),
    busy: false,
    problem: '',
    retry: false,
    /** Who it is now, waiting for the office. */
    claimed: '',
  },
  pending: undefined as Pending<{ code: string; digits: string }> | undefined,

  type(event: Typed) {
    const { id } = event.currentTarget.dataset as { id: 'code' | 'digits' };
    const typed: Record<'code' | 'digits', string> = { code: this.data.code, digits: this.data.digits };
    typed[id] = event.detail.value;
    const { code, digits } = typed;
    this.setData({ code, digits, reason: sayReason(code, digits) });
  },
  async claim() {
    const code = this.data.code.trim();
    const { digits } = this.data;
    if (this.data.busy || sayReason(code, digits)) return;
    this.setData({ busy: true, problem: '' });
    this.pending = intend(this.pending, `${code} ${digits}`, () => ({ code, digits }));
    const result = await claimInvitation(code, digits, this.pending.key);
    this.setData({ busy: false });
    if (result.ok) {
      const { name, role } = result.data.grant;
      this.setData({ claimed: `${name}（${ROLE_LABELS[role]}），已经交上去，等人大办确认。` });
      return;
    }
    const retry = canRetry(result.code);
    if (!retry) this.pending = undefined;
    // A code that cannot be one at all is to the person the same as a wrong one.
    const said = result.code === 'bad-input' ? ({ code: 'invitation-wrong' } as const) : result;
    this.setData({ problem: explain(said), retry });
  },
  leave() {
    goBack();
  },
});
