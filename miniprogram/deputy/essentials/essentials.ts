import type { EssentialsPart } from '../../contract/essentials';
import { openDocument } from '../../platform/documents';
import { definePage } from '../../platform/page';
import { explain, explainOpening } from '../../view/feedback';
import { getEssentials, printEssentials } from '../services/essentials';

definePage({
  data: {
    busy: false,
    problem: '',
    parts: [] as readonly EssentialsPart[],
    skeleton: ['card', 'card', 'card'],
  },
  async onLoad() {
    await this.load();
  },
  async load() {
    const found = await getEssentials();
    this.setData(found.ok ? { parts: found.data.parts, problem: '' } : { problem: explainOpening(found) });
  },
  async print() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const opened = await openDocument(await printEssentials());
    this.setData({ busy: false, problem: opened.ok ? '' : explain(opened) });
  },
});
