import type { Result } from '../../../contract/result';
import { openDocument } from '../../../platform/documents';
import { intend, type Pending } from '../../../platform/keys';
import { explain, explainOpening } from '../../../view/feedback';
import { printChosenSlips } from '../../services/imports';
import { issueInvitation, listUninvited } from '../../services/registry-office';
import {
  chooseShown,
  keepListed,
  sayIssued,
  sayMissing,
  toCandidates,
  type Candidate,
  type Digits,
  type Uninvited,
} from './view';

const NOBODY: Digits = {};
/** Person → what was sent for them. */
const NOTHING_SENT: Readonly<Record<string, Pending<null>>> = {};

/** Chosen ones of those whom nobody invited are invited, each under a key of its own, and their slips printed. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    /** What is looked for in a name. */
    search: { type: String, value: '' },
  },
  data: {
    loading: true,
    busy: false,
    progress: '',
    problem: '',
    done: '',
    shown: [] as readonly Candidate[],
    chosen: 0,
    missing: '',
    /** Issued, and not on paper yet: printing may fail by itself. */
    unprinted: 0,
    _people: [] as readonly Uninvited[],
    _digits: NOBODY,
    _pending: NOTHING_SENT,
    _issued: [] as readonly string[],
  },
  lifetimes: {
    attached() {
      void this.load();
    },
  },
  observers: {
    search() {
      this.show();
    },
  },
  methods: {
    async load() {
      const found = await listUninvited();
      this.setData({ loading: false, problem: found.ok ? '' : explainOpening(found) });
      if (found.ok) {
        const { people } = found.data;
        this.setData({ _people: people, _digits: keepListed(people, this.data._digits) });
      }
      this.show();
    },
    show() {
      const { _people, _digits, search } = this.data;
      this.setData({
        shown: toCandidates(_people, _digits, search),
        chosen: Object.keys(_digits).length,
        missing: sayMissing(_digits),
      });
    },
    choose(event: WechatMiniprogram.BaseEvent) {
      const { id } = event.currentTarget.dataset as { id: string };
      const { [id]: typed, ...others } = this.data._digits;
      this.setData({ _digits: typed === undefined ? { ...others, [id]: '' } : others, done: '' });
      this.show();
    },
    chooseAll() {
      this.setData({ _digits: chooseShown(this.data.shown, this.data._digits), done: '' });
      this.show();
    },
    chooseNone() {
      this.setData({ _digits: {} });
      this.show();
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { id } = event.currentTarget.dataset as { id: string };
      this.setData({ _digits: { ...this.data._digits, [id]: event.detail.value.trim() } });
      this.show();
    },
    async send() {
      const { _digits, _people, busy, missing } = this.data;
      if (busy || missing !== '') return;
      const chosen = _people.filter(({ person }) => person in _digits);
      this.setData({ busy: true, problem: '', done: '' });
      const failed: { name: string; why: string }[] = [];
      let left = _digits;
      for (const [at, one] of chosen.entries()) {
        this.setData({ progress: `第 ${String(at + 1)} 位，共 ${String(chosen.length)} 位` });
        const result = await this.issue(one, _digits[one.person] ?? '');
        if (result.ok) {
          const { [one.person]: _gone, ...others } = left;
          left = others;
          this.setData({ _issued: [...this.data._issued, result.data.invitation] });
        } else failed.push({ name: one.name, why: explain(result) });
      }
      const done = sayIssued(chosen.length - failed.length, failed);
      this.setData({ busy: false, progress: '', _digits: left, done });
      await this.load();
      await this.print();
      this.triggerEvent('issued');
    },
    /** The same digits again are the same invitation. */
    async issue({ person, role }: Uninvited, phoneLast4: string): Promise<Result<{ invitation: string }>> {
      const pending = intend(this.data._pending[person], phoneLast4, () => null);
      this.setData({ _pending: { ...this.data._pending, [person]: pending } });
      return issueInvitation({ role, person, phoneLast4 }, pending.key);
    },
    async print() {
      const { _issued, busy } = this.data;
      if (busy || _issued.length === 0) return;
      this.setData({ busy: true, unprinted: 0 });
      const opened = await openDocument(await printChosenSlips(_issued));
      if (opened.ok) this.setData({ _issued: [] });
      this.setData({
        busy: false,
        unprinted: opened.ok ? 0 : _issued.length,
        problem: opened.ok ? '' : `邀请已经发了，邀请条没打出来：${explain(opened)}`,
      });
    },
  },
});
