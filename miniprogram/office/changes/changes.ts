import { CHANGE_LABELS } from '../../contract/congress/change';
import type { ChangeKind, ChangeRow } from '../../contract/congress/change';
import type { LeavingRow } from '../../contract/congress/term';
import type { Places } from '../../contract/registry';
import type { PanelAct, Values } from '../../contract/shapes';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { openPage } from '../../platform/navigate';
import { definePage } from '../../platform/page';
import { scrollToTop } from '../../platform/phone';
import { listChanges, listLeaving, recordChange } from '../../services/congress';
import { getDirectory } from '../services/registry-office';
import { getPlaces } from '../../services/registry';
import { takeList } from '../../services/take-list';
import { sayDate } from '../../view/dates';
import { explain, explainOpening } from '../../view/feedback';

type Named = readonly { id: string; text: string }[];

function recordAct(places: Places, people: Named): PanelAct {
  const kinds = Object.entries(CHANGE_LABELS).map(([id, text]) => ({ id, text }));
  const groups = places.groups.map(({ id, name }) => ({ id, text: name }));
  return {
    id: 'record',
    label: '登记一次变动',
    words: '按公告填写。从那天起名册、群众意见、应到人数都跟着变。补选的人先在名册里添上。',
    yes: '登记',
    fields: [
      { name: 'person', label: '谁', kind: 'choice', choices: people },
      { name: 'kind', label: '什么变动', kind: 'choice', choices: kinds },
      { name: 'date', label: '从哪天起', kind: 'date' },
      { name: 'body', label: '决定机关', kind: 'line', limit: 60 },
      { name: 'notice', label: '公告文号', kind: 'line', limit: 60 },
      {
        name: 'group',
        label: '编入哪个代表小组',
        kind: 'choice',
        choices: groups,
        when: { field: 'kind', is: ['byelection'] },
      },
    ],
  };
}

function toRow({ change, name, kind, date, body, notice }: ChangeRow) {
  return {
    change,
    title: `${name} ${CHANGE_LABELS[kind]}`,
    words: `${sayDate(date)}起 · ${body} · ${notice}`,
  };
}

/** What waits behind 换届. */
function sayLeaving(people: readonly LeavingRow[]): string {
  const open = people.filter(({ requests, suggestions, seats }) => requests + suggestions + seats > 0);
  if (open.length === 0) return '当选名单、公布、离任代表交接';
  return `离任代表交接：${open.map(({ name }) => name).join('、')}手上还有事`;
}

definePage({
  data: {
    loading: true,
    busy: false,
    problem: '',
    done: '',
    stamp: '',
    acts: [] as readonly PanelAct[],
    rows: [] as readonly ReturnType<typeof toRow>[],
    leaving: '',
    skeleton: ['card', 'card'],
  },
  pending: undefined as Pending<Values> | undefined,

  async onShow() {
    await this.load();
  },
  async load() {
    const [changes, leaving, places, people] = await Promise.all([
      listChanges(),
      listLeaving(),
      getPlaces(),
      getDirectory('people'),
    ]);
    const named = people.ok
      ? people.data.rows.flatMap((row) => (row.kind === 'person' ? [{ id: row.id, text: row.row.name }] : []))
      : [];
    this.setData({
      loading: false,
      problem: changes.ok ? '' : explainOpening(changes),
      rows: changes.ok ? changes.data.changes.map(toRow) : [],
      leaving: leaving.ok ? sayLeaving(leaving.data.people) : '',
      acts: places.ok && people.ok ? [recordAct(places.data, named)] : [],
    });
  },
  openTerm() {
    openPage('office/term');
  },
  async takeOut() {
    await takeList(this, { list: 'changes' }, explain);
  },
  async record(event: WechatMiniprogram.CustomEvent<{ values: Values }>) {
    if (this.data.busy) return;
    const { values } = event.detail;
    this.setData({ busy: true, problem: '', done: '' });
    this.pending = intend(this.pending, JSON.stringify(values), () => values);
    const text = (name: string) => String(values[name] ?? '');
    const kind = text('kind') as ChangeKind;
    const wish = {
      person: text('person'),
      kind,
      date: text('date'),
      body: text('body'),
      notice: text('notice'),
    };
    const elected = kind === 'byelection' && text('group') !== '' ? { ...wish, group: text('group') } : wish;
    const result = await recordChange(elected, this.pending.key);
    if (result.ok) {
      this.pending = undefined;
      await this.load();
      this.setData({ stamp: result.data.change });
    }
    this.setData({
      busy: false,
      problem: result.ok ? '' : explain(result),
      done: result.ok ? '登记好了。' : '',
    });
    scrollToTop();
  },
});
