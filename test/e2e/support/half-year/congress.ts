/** The session with its eight suggestions, and what villagers reflected, without a screen. */
import type { RequestCard } from '../../../../miniprogram/contract/request';
import type { StepInput } from '../../../../miniprogram/contract/request-life';
import type { SuggestionStep } from '../../../../miniprogram/contract/congress/suggestion';
import type { Gateway } from './gateway';
import type { Pencil } from './pencil';
import { accountOf, CHIEF, CLERK, STAFF } from './township';

export const SESSION = '镇十八届人大一次会议';
/** Category → how many. */
const CATEGORIES = ['road', 'road', 'road', 'road', 'sanitation', 'sanitation', 'farming', 'farming'];

const titleOf = (n: number): string => `关于第${String(n + 1)}件实事的建议`;
/** Of the last one: its answer is written, and the deputy's opinion entered, on a screen. */
export const LAST_TITLE = titleOf(CATEGORIES.length - 1);

export class Suggestions {
  #session = '';
  readonly #ids: string[] = [];

  constructor(
    private readonly gateway: Gateway,
    private readonly pencil: Pencil,
  ) {}

  async prepare(from: string, to: string): Promise<void> {
    const { gateway } = this;
    const born = { name: SESSION, from, to, place: '镇政府三楼会议室' };
    const { session } = await gateway.ask('congress', 'prepareSession', STAFF, born);
    this.#session = session;
    const { edition } = await gateway.ask('congress', 'session', STAFF, { session });
    const sitting = { date: from, start: '08:30', end: '11:30', title: '上午会' };
    const agenda = [{ title: '听取和审议镇人民政府工作报告' }];
    const drawn = await gateway.ask('congress', 'actOnSession', STAFF, {
      session,
      edition,
      step: { act: 'saveAgenda', agenda, sittings: [sitting] },
    });
    await gateway.ask('congress', 'actOnSession', STAFF, {
      session,
      edition: drawn.edition,
      step: { act: 'notify', place: '镇政府三楼会议室' },
    });
  }

  #act(openid: string, suggestion: string, step: SuggestionStep): Promise<unknown> {
    return this.gateway.ask('congress', 'actOnSuggestion', openid, { suggestion, step });
  }

  #lead(n: number): string {
    return accountOf(`p${String(n + 3)}`);
  }

  async handIn(): Promise<void> {
    for (const [n, category] of CATEGORIES.entries()) {
      const text = { title: titleOf(n), grounds: '群众反映多年。', plan: '列入今年计划。' };
      const about = { category, session: this.#session, requests: [] };
      const wanted = Object.assign(about, text);
      const { suggestion } = await this.gateway.ask('congress', 'draftSuggestion', this.#lead(n), wanted);
      await this.#act(this.#lead(n), suggestion, { act: 'submit' });
      this.#ids.push(suggestion);
      this.pencil.suggestions.push(text.title);
    }
  }

  async assign(): Promise<void> {
    for (const id of this.#ids) {
      await this.#act(STAFF, id, { act: 'examine' });
      await this.#act(CHIEF, id, { act: 'assign', lead: 'u1', assist: [], words: '请按期办理。' });
    }
  }

  async contact(date: string): Promise<void> {
    for (const id of this.#ids)
      await this.#act(CLERK, id, { act: 'contact', date, words: '和代表一起看过现场。' });
  }

  /** All but the last. */
  async answer(): Promise<void> {
    for (const [n, id] of this.#ids.slice(0, -1).entries()) {
      const scan = `cloud://half.year/${this.gateway.township}/papers/letter.pdf`;
      const letter = `云政建复〔${String(n + 1)}〕号`;
      const said = { letter, signer: '镇长', class: 'A', words: '已经办好。' } as const;
      await this.#act(CLERK, id, Object.assign({ act: 'writeReply' } as const, said));
      await this.#act(CLERK, id, { act: 'reply', scan, paper: 'public' });
      await this.#act(this.#lead(n), id, { act: 'opine', opinion: 'satisfied' });
      this.pencil.suggestionsAnswered.push(titleOf(n));
    }
  }
}

/** Requests of these months: two each, the last two stay open. */
export class Requests {
  #n = 0;

  constructor(
    private readonly gateway: Gateway,
    private readonly pencil: Pencil,
  ) {}

  async submit(): Promise<{ request: string; openid: string }> {
    const n = ++this.#n;
    const openid = `yl-asker-${String(n)}`;
    const text = `第${String(n)}件：村口的路坑洼，下雨走不了车。`;
    const privacy = { hideName: false, notOwnVillage: false, publishable: false };
    const about = { village: 'v1', category: 'road', kind: 'report', privacy, text } as const;
    const made = await this.gateway.ask('request', 'submit', openid, {
      ...about,
      photos: [],
      recordings: [],
    });
    this.pencil.submitted.push(made.request);
    return { request: made.request, openid };
  }

  /** Whoever has it: a deputy's or a leader's own account. */
  async ownerOf(openid: string, request: string): Promise<string> {
    const { owner } = await this.gateway.ask('request', 'get', openid, { request });
    return accountOf(owner.person ?? '');
  }

  /** Taken, answered, and found solved by whoever asked. */
  async solve(openid: string, request: string, satisfaction: 'satisfied' | 'basic'): Promise<void> {
    const owner = await this.ownerOf(openid, request);
    const act = (by: string, step: StepInput) => this.gateway.ask('request', 'act', by, { request, step });
    await act(owner, { act: 'take' });
    await act(owner, { act: 'explain', words: '路面已经补平。' });
    this.pencil.answered.push(request);
    await act(openid, { act: 'solved' });
    this.pencil.solved.push(request);
    await act(openid, { act: 'rate', satisfaction });
    (satisfaction === 'satisfied' ? this.pencil.satisfied : this.pencil.nearlySatisfied).push(request);
  }

  /** The newest of somebody who submitted on a screen. */
  async newestOf(openid: string): Promise<RequestCard> {
    const { requests } = await this.gateway.ask('request', 'listMine', openid, {});
    const [newest] = requests;
    if (!newest) throw new Error(`${openid} reflected nothing`);
    return newest;
  }
}
