/** What the list knows between two pictures of it: the queue, what narrows it, what was read, what is picked. */
import type { PanelAct, Values } from '../../contract/shapes';
import type { Places } from '../../contract/registry';
import type { OfficeCard, OfficeQueue, RequestFilter } from '../../contract/request-lists';
import { LIMITS } from '../../contract/limits';
import { toPanelActs } from '../../view/acts';
import { today } from '../../platform/clock';
import { canRetry } from '../../contract/result';
import { explain, explainOpening } from '../../view/feedback';
import { intend } from '../../platform/keys';
import type { Pending } from '../../platform/keys';
import { readOn } from '../../view/paged';
import type { Paged } from '../../view/paged';
import { getPlaces, whoAmI } from '../../services/registry';
import { actOnMany, findRequests, listOffice } from '../../services/request-lists';
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
  rows: readonly Row[];
  found: boolean;
  empty: string;
  more: boolean;
  picking: boolean;
  acts: readonly PanelAct[];
}

type Ended = { problem: string; done: string };
type Many = Parameters<typeof actOnMany>[0];

export class RequestsSession {
  queue: OfficeQueue = 'to-route';
  filter: RequestFilter = {};
  allQueues = false;
  picked: readonly string[] | null = null;
  private queues: OfficeQueue[] = [];
  private places: Places | undefined;
  private paged: Paged<OfficeCard> | undefined;
  private found: readonly OfficeCard[] | undefined;
  private pending: Pending<Many> | undefined;

  /** What the caller may look at: once. False: nothing. */
  async learn(): Promise<{ problem: string; stranger: boolean }> {
    if (this.queues.length > 0) return { problem: '', stranger: false };
    const [who, places] = await Promise.all([whoAmI(), getPlaces()]);
    if (places.ok) this.places = places.data;
    if (!who.ok) return { problem: explainOpening(who), stranger: false };
    this.queues = queuesFor(who.data.grants);
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

  pick(request: string): void {
    const { picked } = this;
    if (!picked) return;
    if (picked.includes(request)) this.picked = picked.filter((each) => each !== request);
    else if (picked.length < LIMITS.actAtOnce) this.picked = [...picked, request];
  }

  /** Assigns all that are picked in one act. */
  async assign(values: Values): Promise<Ended> {
    const { lead, assist, words } = values as { lead: string; assist?: readonly string[]; words?: string };
    const step = { act: 'assign' as const, lead, assist: assist ?? [], ...(words && { words }) };
    const acts = (this.picked ?? []).map((request) => ({ request, step }));
    this.pending = intend(this.pending, JSON.stringify(acts), () => acts);
    const result = await actOnMany(this.pending.input, this.pending.key);
    if (result.ok || !canRetry(result.code)) this.pending = undefined;
    if (!result.ok) return { problem: explain(result), done: '' };
    const refused = result.data.done.flatMap((each) => ('code' in each ? [each] : []));
    const done = `交办了 ${String(result.data.done.length - refused.length)} 件。`;
    this.picked = refused.length > 0 ? refused.map(({ request }) => request) : null;
    const why = refused[0] ? explain({ code: refused[0].code }) : '';
    return { done, problem: refused.length > 0 ? `有 ${String(refused.length)} 件没有交办：${why}` : '' };
  }

  picture(): RequestsScreen {
    const { queue, queues, filter, places, picked, found, paged } = this;
    const cards = found ?? paged?.rows ?? [];
    const label = `批量交办 ${String(picked?.length ?? 0)} 件`;
    const acts = picked && picked.length > 0 ? toPanelActs(['assign'], { places, today: today() }) : [];
    return {
      queue,
      queues: toChips(queues, queue, this.allQueues),
      moreQueues: !this.allQueues && queues.length > 5,
      pickers: queue === 'all' ? toPickers(filter, places) : [],
      views: savedViews().map((view, at) => ({ id: String(at), text: sayFilter(view, places) })),
      saved: isSaved(filter),
      rows: toRows(cards, picked ?? [], today()),
      found: found !== undefined,
      empty: sayEmpty(queue),
      more: found === undefined && paged?.next !== undefined,
      picking: picked !== null,
      acts: acts.map((act) => ({ ...act, label, yes: label })),
    };
  }
}
