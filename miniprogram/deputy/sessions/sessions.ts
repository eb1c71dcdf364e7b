import { holdsAny, OFFICE } from '../../contract/roles';
import { SESSION_LABELS } from '../../contract/congress/session-labels';
import type { SessionCard } from '../../contract/congress/session';
import type { PanelAct, PanelField, Values } from '../../contract/shapes';
import { explain, explainOpening } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { sayDate } from '../../view/dates';
import { listSessions, prepareSession } from '../../services/congress';
import { whoAmI } from '../../services/registry';

const PREPARE: PanelAct = {
  id: 'prepare',
  label: '准备一次会议',
  words: '先准备好议程，再发通知；发通知以前只有人大办看得到。',
  yes: '准备',
  fields: [
    { name: 'name', label: '名称（如：十九届一次会议）', kind: 'line', limit: 60 },
    { name: 'from', label: '哪天开始', kind: 'date' },
    { name: 'to', label: '哪天结束', kind: 'date' },
    { name: 'place', label: '地点', kind: 'line', limit: 60 },
  ],
};

/** The newest ones are offered. */
const LIKE_SHOWN = 6;

/** Most sessions are as the one before: its agenda and half-days come along. */
function prepareAct(sessions: readonly SessionCard[]): PanelAct {
  if (sessions.length === 0) return PREPARE;
  const choices = sessions.slice(0, LIKE_SHOWN).map(({ session, name }) => ({ id: session, text: name }));
  const like: PanelField = {
    name: 'like',
    label: '照哪一次准备',
    kind: 'choice',
    choices,
    optional: true,
    hint: '议程和每天开哪几个半天照着来，以后还能改。会议材料、表决、发言不带过来。',
  };
  return { ...PREPARE, fields: [...PREPARE.fields, like] };
}

function toLine({ session, name, from, to, state }: SessionCard) {
  const days = from === to ? sayDate(from) : `${sayDate(from)}至${sayDate(to)}`;
  return { session, name, words: `${days} · ${SESSION_LABELS[state]}` };
}

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    stamp: '',
    lines: [] as readonly ReturnType<typeof toLine>[],
    acts: [] as readonly PanelAct[],
    skeleton: ['card', 'card'],
  },
  pending: undefined as Pending<Values> | undefined,

  async onShow() {
    await this.load();
  },
  async load() {
    const [found, who] = await Promise.all([listSessions(), whoAmI()]);
    const office = who.ok && holdsAny(who.data.grants, OFFICE);
    this.setData({
      loading: false,
      problem: found.ok ? '' : explainOpening(found),
      lines: found.ok ? found.data.sessions.map(toLine) : [],
      acts: office ? [prepareAct(found.ok ? found.data.sessions : [])] : [],
    });
  },
  async prepare(event: WechatMiniprogram.CustomEvent<{ values: Values }>) {
    if (this.data.busy) return;
    const { values } = event.detail;
    this.setData({ busy: true, problem: '' });
    this.pending = intend(this.pending, JSON.stringify(values), () => values);
    const text = (name: string) => String(values[name] ?? '');
    const wish = { name: text('name'), from: text('from'), to: text('to'), place: text('place') };
    const like = text('like');
    const asked = like === '' ? wish : { ...wish, like };
    const result = await prepareSession(asked, this.pending.key);
    this.setData({ busy: false, problem: result.ok ? '' : explain(result) });
    if (!result.ok) return;
    this.pending = undefined;
    this.setData({ stamp: result.data.session });
    openPage('deputy/session', { session: result.data.session });
  },
  open(event: WechatMiniprogram.BaseEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    openPage('deputy/session', { session: id });
  },
});
