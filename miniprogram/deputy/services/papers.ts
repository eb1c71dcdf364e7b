/** Papers of sessions and of studies, signed letters: what one is is asked before it leaves the phone; then media takes it in. */
import { NOT_HERE, PAPER_LABELS } from '../../contract/congress/session-labels';
import type { PaperKind } from '../../contract/congress/session';
import { LIMITS } from '../../contract/limits';
import type { FileFault } from '../../contract/media';
import type { PrintedFile } from '../../contract/report';
import type { Failure, Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { chooseFile } from '../../platform/documents';
import { sendFile } from '../../platform/files';
import { chooseOne } from '../../platform/phone';
import { township } from '../../platform/whereabouts';
import { whoAmI } from '../../services/registry';

const PAPER_ENDINGS = ['pdf', 'docx', 'jpg', 'jpeg', 'png'];

/** In the order in which they are offered; the last one may not lie here. */
const OFFERED: readonly { kind?: PaperKind; text: string }[] = [
  { kind: 'public', text: PAPER_LABELS.public },
  { kind: 'informational', text: PAPER_LABELS.informational },
  { text: '涉密、人事、党委没有公布的意见' },
];

/** Why media took no copy. */
const PAPER_FAULTS: Readonly<Record<FileFault, string>> = {
  gone: '文件没有传上来，请再传一次。',
  empty: '文件是空的。',
  large: '文件太大，请另存为小一点的 PDF。',
  unreadable: '只收 PDF、Word（.docx，不带宏）和照片，这个文件打不开。',
};

export interface ChosenPaper {
  kind: PaperKind;
  path: string;
  name: string;
}

/** Undefined: nothing was chosen. */
export async function choosePaper(): Promise<ChosenPaper | { refused: string } | Failure | undefined> {
  const at = await chooseOne(OFFERED.map(({ text }) => text));
  if (at === undefined) return undefined;
  const kind = OFFERED[at]?.kind;
  if (kind === undefined) return { refused: `${NOT_HERE}请用保密的渠道送，这里没有上传。` };
  const chosen = await chooseFile(PAPER_ENDINGS, LIMITS.paperBytes);
  if (!chosen.ok) return chosen;
  return chosen.data.path === '' ? undefined : { kind, ...chosen.data };
}

/** Its name as the chat has it, without the ending, within what a title may be. */
export function titleOf(name: string, most: number): string {
  const plain = name.replace(/\.[A-Za-z0-9]{2,5}$/, '').trim();
  return Array.from(plain).slice(0, most).join('') || '材料';
}

/** How a paper stands on the page: on its way, or why it did not get in. */
export interface PaperState {
  name: string;
  percent: number;
  why: string;
}

export const NO_PAPER: PaperState | null = null;

interface PaperPage {
  load(): Promise<void>;
  setData(data: { paper: PaperState | null }): void;
}

/** Which paper, for what, under which key. */
export interface Errand {
  /** What it is for: an activity, a session, a suggestion. */
  about: string;
  chosen: ChosenPaper;
  key: string;
  /** A bill's original: whose. */
  bill?: { id: string; title: string };
}

interface Way {
  errand: Errand;
  page: PaperPage;
  state: PaperState;
}

/** The paper that was begun last and is on its way or did not get in, by what it is for. It goes on when its page is left. */
const ways = new Map<string, Way>();

/** Shows on the page how it stands with the paper that an earlier opening of it began to bring. */
export function watchPaper(about: string, page: PaperPage): void {
  const way = ways.get(about);
  if (!way) return;
  way.page = page;
  page.setData({ paper: way.state });
}

/** The one that did not get in, to be brought once more. */
export function leftPaper(about: string): Errand | undefined {
  const way = ways.get(about);
  return way?.state.why ? way.errand : undefined;
}

/** Brings the paper to media and, by `act`, to where it belongs. A string: why it was not taken. */
export async function bringPaper(
  page: PaperPage,
  errand: Errand,
  act: (file: string) => Promise<Result<unknown>>,
): Promise<Result<unknown> | string> {
  const state = { name: errand.chosen.name, percent: 0, why: '' };
  const way: Way = { errand, page, state };
  const show = (change: Partial<PaperState>): void => {
    way.state = { ...way.state, ...change };
    if (ways.get(errand.about) === way) way.page.setData({ paper: way.state });
  };
  ways.set(errand.about, way);
  const sent = await sendPaper(errand, (percent) => {
    show({ percent });
  });
  const result = typeof sent === 'string' || !sent.ok ? sent : await act(sent.data.file);
  if (typeof result === 'string') show({ why: result });
  else if (!result.ok) show({ why: result.code === 'offline' ? '没有网络' : '没有办成' });
  else if (ways.get(errand.about) === way) {
    ways.delete(errand.about);
    way.page.setData({ paper: null });
  }
  if (way.page !== page) await way.page.load();
  return result;
}

/**
 * Where media keeps the paper now; a string: why it took none. The same key is the same file: what was taken in once is
 * answered again.
 */
async function sendPaper(
  { chosen: { path, name }, key }: Errand,
  onPercent: (percent: number) => void,
): Promise<Result<{ file: string }> | string> {
  onPercent(0);
  const who = await whoAmI();
  if (!who.ok) return who;
  const ending = PAPER_ENDINGS.find((each) => name.toLowerCase().endsWith(`.${each}`)) ?? 'pdf';
  const sent = await sendFile(path, `${who.data.folder}/paper-${key}/1.${ending}`, onPercent);
  if (!sent.ok && sent.code === 'not-your-file') return PAPER_FAULTS.gone;
  if (!sent.ok) return sent;
  const taken = await ask('media', 'takePaper', { township: township(), file: sent.data });
  if (!taken.ok) return taken;
  return 'fault' in taken.data ? PAPER_FAULTS[taken.data.fault] : { ok: true, data: taken.data };
}

/** The scan of a signed 答复函. */
export function openLetter(suggestion: string, at: number): Promise<Result<PrintedFile>> {
  return ask('congress', 'openLetter', { township: township(), suggestion, at });
}
