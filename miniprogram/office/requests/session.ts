/** What the list knows between two pictures of it: the queue, what narrows it, what was read, what is picked. */
import type { PanelAct, Values } from '../../contract/shapes';
import type { Places } from '../../contract/registry';
import type { ExportedList } from '../../contract/list-export';
import type { OfficeCard, OfficeQueue, RequestFilter } from '../../contract/request-lists';
import { LIMITS } from '../../contract/limits';
import { holdsAny, OFFICE } from '../../contract/roles';
import { today } from '../../platform/clock';
import { explain, explainOpening } from '../../view/feedback';
import { readOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { getPlaces, whoAmI } from '../../services/registry';
import { actOnAll } from '../services/act-many';
import { findRequests, listOffice } from '../../services/request-lists';
import { BATCH_LABELS, BATCHES, eligible, isEligible, sayMany, toActs, toBatchAct } from './batch';
import type { Batch } from './batch';
import { openDocument } from '../../platform/documents';
import { printAssignments } from '../../services/report';
import { isSaved, savedViews, sayFilter, toPickers, turn } from './filter';
import type { FilterPicker } from './filter';
import { queuesFor, sayEmpty, toChips, toRows } from './view';
import type { Row } from './view';
import type { Choice } from '../../components/choice-chips/choice-chips';

export interface RequestsScreen {
  queues: readonly Choice[];
  queue: OfficeQueue;
  moreQueues: boolean;
  pickers: readonly FilterPicker[];
  views: readonly Choice[];
  saved: boolean;
  rows: readonly (Row & { off: boolean })[];
  /** The same rows for the table. */
  cards: readonly OfficeCard[];
  found: boolean;
  empty: string;
  more: boolean;
  /** What is shown may be taken out: by the office alone. */
  takesOut: boolean;
  /** Acts that some of the rows may have together. */
  many: readonly Choice[];
  picking: boolean;
  acts: readonly PanelAct[];
}

type Ended = { problem: string; done: string };

export class RequestsSession {
  queue: OfficeQueue = 'to-route';
  filter: RequestFilter = {};
  allQueues = false;
  picked: readonly string[] | null = null;
  private queues: OfficeQueue[] = [];
  private office = false;
  private places: Places | undefined;
  private paged: Paged<OfficeCard> | undefined;
  private found: readonly OfficeCard[] | undefined;
  private batch: Batch = 'assign';

  /** What the caller may look at: once. False: nothing. */
  async learn(): Promise<{ problem: string; stranger: boolean }> {
    if (this.queues.length > 0) return { problem: '', stranger: false };
    const [who, places] = await Promise.all([whoAmI(), getPlaces()]);
    if (places.ok) this.places = places.data;
    if (!who.ok) return { problem: explainOpening(who), stranger: false };
    this.queues = queuesFor(who.data.grants);
    this.office = holdsAny(who.data.grants, OFFICE);
    const [first] = this.queues;
    if (first && !this.queues.includes(this.queue)) this.queue = first;
    return { problem: '', stranger: first === undefined };
  }

  /** Another queue or filter: what was picked and found belongs to the one before. */
  look(queue: OfficeQueue, filter: RequestFilter): void {
    Object.assign(this, { queue, filter, picked: null, paged: undefined, found: undefined });
  }

  lookAtSaved(at: number): void {
    this.look('all', savedViews()[at] ?? {});
  }

  /** One picker turned. */
  turn(part: string, index: number): void {
    this.look('all', turn(this.filter, part, index, this.places));
  }

  /** The first page anew, or the next one. An answer to an old question is dropped. */
  async read(more: boolean): Promise<string> {
    const { queue, filter } = this;
    const before = more ? this.paged : undefined;
    const fetch = (after?: string) => listOffice(queue, filter, after);
    const result = await readOn(before, fetch, ({ requests }) => requests);
    if (queue !== this.queue || filter !== this.filter) return '';
    if (!result.ok) return explainOpening(result);
    this.paged = result.data;
    return '';
  }

  async search(text: string): Promise<string> {
    if (!text) {
      this.found = undefined;
      return '';
    }
    const result = await findRequests(text);
    if (!result.ok) return explain(result);
    this.found = result.data.requests;
    return '';
  }

  private cards(): readonly OfficeCard[] {
    return this.found ?? this.paged?.rows ?? [];
  }

  private chosen(): OfficeCard[] {
    return this.cards().filter(({ request }) => this.picked?.includes(request));
  }

  /** All that may have the act are chosen at first; pressed again nothing is. */
  togglePicking(act: Batch | ''): void {
    this.picked = this.picked === null && act !== '' ? eligible(act, this.cards()) : null;
    if (act !== '') this.batch = act;
  }

  pick(request: string): void {
    const { picked, batch } = this;
    const card = this.cards().find((one) => one.request === request);
    if (!picked || !card || !isEligible(batch, card)) return;
    if (picked.includes(request)) this.picked = picked.filter((each) => each !== request);
    else if (picked.length < LIMITS.actAtOnce) this.picked = [...picked, request];
  }

  /** On all that are picked in one act; the form closes, and each one's result is told. */
  async doMany(values: Values): Promise<Ended> {
    const { batch, places } = this;
    const cards = this.chosen();
    if (batch === 'print') return this.printChosen(cards);
    if (batch === 'export') return { problem: '', done: '' };
    const ended = await actOnAll(toActs(batch, cards, values, places));
    this.picked = null;
    return sayMany(batch, cards, ended);
  }

  private async printChosen(cards: readonly OfficeCard[]): Promise<Ended> {
    const printed = await printAssignments(cards.map(({ request }) => request));
    if (!printed.ok) return { problem: explain(printed), done: '' };
    const opened = await openDocument(printed);
    if (!opened.ok) return { problem: explain(opened), done: '' };
    const { refused } = printed.data;
    this.picked = null;
    const done = cards.flatMap(({ request }) => (refused.includes(request) ? [] : [request]));
    return sayMany('print', cards, {
      done,
      refused: refused.map((request) => ({ request, code: 'not-found' as const })),
    });
  }

  /** Chosen ones go out, not acted on: the page asks why. */
  exportsChosen(): boolean {
    return this.picked !== null && this.batch === 'export';
  }

  /** What a press on 导出 takes out: the chosen ones, or the list as it is narrowed. */
  exported(): ExportedList {
    const { queue, filter } = this;
    const chosen = this.exportsChosen() ? this.chosen() : (this.found ?? []);
    const those = chosen.length > 0 ? { chosen: chosen.map(({ request }) => request) } : {};
    return Object.assign({ list: 'requests' as const, queue, filter }, those);
  }

  picture(): RequestsScreen {
    const { queue, queues, filter, places, picked, found, paged } = this;
    const cards = this.cards();
    const batches = BATCHES.filter((batch) => batch !== 'export' || this.office);
    const many = batches.filter((batch) => eligible(batch, cards).length > 1);
    return {
      queue,
      queues: toChips(queues, queue, this.allQueues),
      moreQueues: !this.allQueues && queues.length > 5,
      pickers: queue === 'all' ? toPickers(filter, places) : [],
      views: savedViews().map((view, at) => ({ id: String(at), text: sayFilter(view, places) })),
      saved: isSaved(filter),
      cards,
      rows: toRows(cards, picked ?? [], today()).map((row, at) => {
        const card = cards[at];
        return { off: picked !== null && !(card && isEligible(this.batch, card)), ...row };
      }),
      found: found !== undefined,
      // What could not be read is not empty.
      empty: this.paged ? sayEmpty(queue) : '',
      more: found === undefined && paged?.next !== undefined,
      takesOut: this.office && cards.length > 0,
      many: many.map((act) => ({ id: act, text: BATCH_LABELS[act].choose })),
      picking: picked !== null,
      acts: picked ? toBatchAct(this.batch, this.chosen(), places, today()) : [],
    };
  }
}
