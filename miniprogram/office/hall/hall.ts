import qrcode from 'qrcode-generator';
import type { Output } from '../../contract/wire';
import type { Result } from '../../contract/result';
import { newKey } from '../../platform/keys';
import { read } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { decideLeave, getHallCode, getRoll, signOnPaper } from '../../services/congress';
import { explain, explainOpening } from '../../view/feedback';
import { drawQr } from '../../view/qr';

type Roll = Output<'congress', 'roll'>;

function sayRow({ as, answer, approved, signed }: Roll['rows'][number]): string {
  const who = as === 'observer' ? '列席 · ' : '';
  if (signed !== undefined) return `${who}✓ ${signed === 'code' ? '扫码' : '纸质'}签到`;
  if (answer === 'leave')
    return `${who}请假${approved === true ? '（同意）' : approved === false ? '（没有同意）' : ''}`;
  return `${who}${answer === 'attending' ? '答复参加，没有到' : '没有到'}`;
}

function toScreen({ base, present, missing, leave, observers, needed, quorum, rows }: Roll) {
  return {
    base,
    present,
    quorum,
    words: quorum ? '到会够三分之二，可以开会' : `还差 ${String(needed - present)} 人才够三分之二`,
    more: `应到 ${String(base)}，实到 ${String(present)}，未到 ${String(missing)}，其中请假 ${String(leave)}；列席 ${String(observers)}`,
    rows: rows.map((row) => ({ person: row.person, name: row.name, words: sayRow(row) })),
    leaves: rows
      .filter(({ answer, approved }) => answer === 'leave' && approved === undefined)
      .map(({ person, name, reason = '' }) => ({ person, words: `${name}请假：${reason}` })),
  };
}

definePage({
  data: {
    loading: true,
    problem: '',
    qr: '',
    hours: '',
    screen: null as ReturnType<typeof toScreen> | null,
    skeleton: ['day', 'card'],
  },
  session: '',
  sitting: '',

  onLoad(query) {
    this.session = read(query, 'session');
    this.sitting = read(query, 'sitting');
    void this.draw();
  },
  async onShow() {
    await this.load();
  },
  async draw() {
    const code = await getHallCode(this.session, this.sitting);
    if (!code.ok) return;
    const { from, to } = code.data;
    this.setData({ qr: drawQr(qrcode, code.data.code), hours: `${from}–${to} 有效，会前一小时开始可以签` });
  },
  async load() {
    this.setData({ loading: true });
    const found = await getRoll(this.session, this.sitting);
    this.setData({ loading: false, problem: found.ok ? '' : explainOpening(found) });
    if (found.ok) this.setData({ screen: toScreen(found.data) });
  },
  async mark(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    await this.send(signOnPaper(this.session, this.sitting, [id], newKey()));
  },
  async decide(event: WechatMiniprogram.BaseEvent) {
    const { id, yes } = event.currentTarget.dataset as { id: string; yes: boolean };
    await this.send(decideLeave(this.session, id, yes, newKey()));
  },
  /** Signing in or deciding twice is as once: a key of its own for each tap. */
  async send(sent: Promise<Result<unknown>>) {
    const result = await sent;
    await this.load();
    if (!result.ok) this.setData({ problem: explain(result) });
  },
});
