/** What the desk knows and does between two pictures of it: the last answer, who is asking, what waits to be sent. */
import type { DeskRow, VisitState } from '../../contract/desk';
import { holdsAny, OFFICE } from '../../contract/roles';
import { now } from '../../platform/clock';
import { explain, explainOpening } from '../../view/feedback';
import { findVisitor, getDesk, type Desk } from '../services/reception-desk';
import { getPlaces, whoAmI } from '../../services/registry';
import type { Picture, Which } from './picture';
import { findHere, toFoundLines } from './find';
import { createQueue } from './queue';
import type { Queue } from './queue';
import { sayEnd, sayQueue, send, toRequest, toStep, toWalkIn, withState } from './send';
import type { Entered, Pressed } from './send';
import { stepThrough, toDeskScreen } from './view';
import type { Drawn, Shown } from './view';
import { toVisit } from './visit';

const NOT_YOUR_DAY = '这一天没有安排您坐班，接待台到您坐班那天用。哪天坐班，在「今日待办 › 我的值班」里看。';

export class DeskSession {
  private desk: Desk | undefined;
  private hits: readonly DeskRow[] = [];
  private which: Which = {};
  private categories: ReadonlyMap<string, string> = new Map();
  private person: string | undefined;
  private office = true;
  /** Acts granted so far: an answer that was on its way meanwhile is older than what is known. */
  private noted = 0;
  /** Why something is entered on a later day; sent with each act. */
  reason = '';
  private readonly queue: Queue;

  /** `ended` is told what an act came to. */
  constructor(ended: (picture: Picture) => void) {
    this.queue = createQueue({
      send,
      ended: (act, result) => {
        const chosen = result.ok && 'visitor' in act ? { chosen: result.data.booking } : {};
        if (result.ok && 'step' in act) this.note(act.step.booking, act.step.to);
        ended({ ...sayEnd(act, result), retry: false, ...chosen });
      },
    });
  }

  look(which: Which): void {
    this.which = { ...this.which, ...which };
  }
  /** Another home: the half that it is now. */
  lookAtHome(home: string): void {
    const { half: _other, ...rest } = this.which;
    this.which = { ...rest, home };
  }

  /** Whose seat it is, and the words of villages and categories: once. */
  async learn(): Promise<Picture> {
    const [who, places] = await Promise.all([whoAmI(), getPlaces()]);
    if (who.ok) {
      const held = who.data.grants.filter(({ state }) => state === 'confirmed');
      this.office = holdsAny(who.data.grants, OFFICE);
      this.person = held.find(({ person }) => person !== undefined)?.person;
    }
    if (!places.ok) return {};
    this.categories = new Map(places.data.categories.map(({ id, name }) => [id, name]));
    return { villages: places.data.villages.map(({ id, name }) => ({ id, name })) };
  }

  /** Without a network the last answer stays. */
  async load(): Promise<Picture> {
    const asked = this.which;
    const noted = this.noted;
    const result = await getDesk(asked);
    if (asked !== this.which || noted !== this.noted) return {};
    if (result.ok) {
      this.desk = result.data;
      return { retry: false };
    }
    const stale = this.desk !== undefined && result.code === 'offline';
    // Whoever is not of the office has a desk on the days on which they sit.
    if (result.code === 'not-allowed') return { problem: NOT_YOUR_DAY, retry: false };
    const problem = stale
      ? '没有网络。下面是刚才的名单，照样可以按，联网后自动送出。'
      : explainOpening(result);
    return { problem, retry: true };
  }

  /** Sends what waits, then looks what the other desk did. */
  async refresh(): Promise<Picture> {
    await this.queue.flush();
    return this.load();
  }

  /** One found leads straight there, several are shown; without a network the half-day at hand is looked through. */
  async search(text: string): Promise<Picture> {
    const { desk } = this;
    if (!desk || !text) return {};
    const result = await findVisitor(desk.date, text);
    this.hits = result.ok ? result.data.rows : findHere(desk, text);
    const problem = result.ok ? '' : `${explain(result)}。先在这半天的名单里找了`;
    const [first, ...more] = this.hits;
    if (first && more.length === 0) return { ...(await this.goTo(first.booking)), problem };
    return { text, chosen: '', walking: false, problem, found: toFoundLines(this.hits, desk, now()) };
  }
  /** A found one may be of another home or half-day: the list goes there. */
  async goTo(booking: string): Promise<Picture> {
    const hit = this.hits.find((row) => row.booking === booking);
    if (hit) this.look({ home: hit.home, half: hit.half });
    const loaded = await this.load();
    return { ...loaded, found: null, text: '', chosen: booking, walking: false };
  }

  /** What the server just granted, until the list is read anew: the next button must start from it. */
  private note(booking: string, state: VisitState): void {
    if (!this.desk) return;
    this.noted++;
    this.desk = withState(this.desk, booking, state);
  }
  private find(booking: string): DeskRow | undefined {
    return this.desk?.rows.find((row) => row.booking === booking);
  }

  /** The list, as much of it as is drawn, and the chosen visitor as they are known now. */
  picture(drawn: Drawn): Picture {
    const { desk } = this;
    if (!desk) return { loading: false };
    const held = (booking: string): boolean => this.queue.holds(booking);
    const shown: Shown = { desk, now: now(), categories: this.categories, held };
    const row = this.find(drawn.chosen);
    return {
      loading: false,
      screen: toDeskScreen(shown, drawn),
      visit: row ? toVisit(row, shown, this.ownSeat(desk), this.office) : null,
      queued: sayQueue(this.queue.waiting()),
    };
  }

  /** The booking below or above the chosen one. */
  next(from: Omit<Drawn, 'most'>, by: 1 | -1): string {
    return this.desk ? stepThrough(this.desk, from, by) : '';
  }

  /** Nothing when something of this visitor is on its way already. */
  step(booking: string, pressed: Pressed): Promise<void> | undefined {
    const row = this.find(booking);
    if (!row || !this.desk || this.queue.holds(booking)) return undefined;
    return this.queue.add(toStep(this.desk, row, pressed, this.ownSeat(this.desk), this.reason));
  }
  enter(entered: Entered): Promise<void> | undefined {
    return this.desk && this.queue.add(toWalkIn(this.desk, entered, this.ownSeat(this.desk), this.reason));
  }
  /** What the form of a request begins with; nothing where it is not that which was pressed, or done already. */
  raise(booking: string, pressed: Pressed): Readonly<Record<string, string>> | undefined {
    const row = this.find(booking);
    return row && this.desk && toRequest(this.desk, row, pressed, this.ownSeat(this.desk));
  }

  private ownSeat({ seats }: Desk): string | undefined {
    return this.office ? undefined : seats.find(({ receiver }) => receiver.person === this.person)?.seat;
  }
}
