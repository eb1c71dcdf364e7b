import type { Edit, EditDirectoryInput } from '../../../contract/registry-office';
import { chooseTable, openDocument } from '../../../platform/documents';
import type { Typed } from '../../../view/events';
import { canRetry } from '../../../contract/result';
import { explain } from '../../../view/feedback';
import { intend } from '../../../platform/keys';
import type { Pending } from '../../../platform/keys';
import { getPlaces } from '../../../services/registry';
import { editBook, getDirectory } from '../../../services/registry-office';
import { printRoutingTable, readRoutingTable } from '../../../services/report';
import { namesOf } from '../say-row';
import { compare, sayFaults } from './compare';
import type { Change } from './compare';

type Input = Omit<EditDirectoryInput, 'township'>;

/** The routing table as a spreadsheet: out, and back with a look at what would change. Tells `saved`. */
Component({
  options: { pureDataPattern: /^_/ },
  data: {
    busy: '',
    problem: '',
    done: '',
    sum: '',
    reason: '',
    ready: false,
    faults: [] as string[],
    changes: [] as readonly Change[],
    _edits: [] as readonly Edit<'route'>[],
    _pending: undefined as Pending<Input> | undefined,
  },
  methods: {
    async take() {
      if (this.data.busy) return;
      this.setData({ busy: 'take', problem: '', done: '' });
      const printed = await printRoutingTable();
      const opened = printed.ok ? await openDocument(printed.data) : printed;
      this.setData({ busy: '', problem: opened.ok ? '' : explain(opened) });
    },
    async choose() {
      if (this.data.busy) return;
      this.drop();
      const file = await chooseTable();
      if (!file.ok) this.setData({ problem: explain(file) });
      else if (file.data) await this.look(file.data);
    },
    async look(file: string) {
      this.setData({ busy: 'look' });
      const [read, directory, places] = await Promise.all([
        readRoutingTable(file),
        getDirectory('routing'),
        getPlaces(),
      ]);
      this.setData({ busy: '' });
      if (!read.ok || !directory.ok || !places.ok) {
        const [failed] = [read, directory, places].flatMap((each) => (each.ok ? [] : [each]));
        this.setData({ problem: failed ? explain(failed) : '' });
        return;
      }
      if (read.data.faults.length > 0) {
        this.setData({ faults: sayFaults(read.data.faults) });
        return;
      }
      const names = namesOf(places.data, directory.data.rows);
      const { edits, changes, sum, tooMany } = compare(directory.data.rows, read.data.rows, names);
      if (edits.length === 0) this.setData({ done: '和现在的表一样，没有要改的。' });
      else this.setData({ sum, changes, ready: !tooMany, _edits: edits });
    },
    type(event: Typed) {
      this.setData({ reason: event.detail.value });
    },
    drop() {
      this.setData({
        problem: '',
        done: '',
        sum: '',
        ready: false,
        faults: [],
        changes: [],
        _edits: [],
      });
    },
    async save() {
      const { reason, _edits, busy } = this.data;
      if (busy || reason.trim() === '') return;
      const input: Input = { kind: 'route', edits: _edits, reason: reason.trim() };
      const pending = intend(this.data._pending, JSON.stringify(input), () => input);
      this.setData({ busy: 'save', problem: '', _pending: pending });
      const result = await editBook(pending.input, pending.key);
      if (result.ok || !canRetry(result.code)) this.setData({ _pending: undefined });
      if (result.ok) this.drop();
      this.setData(
        result.ok ? { busy: '', done: '整张表都按文件改好了。' } : { busy: '', problem: explain(result) },
      );
      if (result.ok) this.triggerEvent('saved');
    },
  },
});
