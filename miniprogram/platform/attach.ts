/** Putting a recording or photos into the draft; the page only shows what becomes of it. */
import { withFile } from './drafts';
import type { Draft } from './kept';
import { choosePhotos, keepFile } from './files';
import type { ChosenPhotos } from './files';
import { startRecording, stopPlaying } from './recorder';
import type { Recorded } from './recorder';
import { LIMITS } from '../contract/limits';

const TICK_MS = 1000;
const NOT_RECORDED = '没有录上。请在微信里允许用麦克风，或者手机空间满了。也可以写几句、拍张照';
const NOT_KEPT = '有照片没有存下，可能手机空间满了。已经加上的都还在';

export interface FormPage {
  draft(): Draft;
  change(patch: Partial<Draft>): void;
  setData(data: { recording?: boolean; seconds?: number; problem?: string; retry?: boolean }): void;
}

/** Records until stopped, with the seconds counted on the page. */
export function speakInto(page: FormPage): void {
  stopPlaying();
  page.setData({ recording: true, seconds: 0, problem: '' });
  let ticking: ReturnType<typeof setInterval> | undefined;
  const onStart = (): void => {
    let seconds = 0;
    ticking = setInterval(() => {
      seconds += 1;
      page.setData({ seconds });
    }, TICK_MS);
  };
  startRecording(onStart, (recorded) => {
    if (ticking !== undefined) clearInterval(ticking);
    page.setData({ recording: false });
    void keepRecorded(page, recorded);
  });
}

async function keepRecorded(page: FormPage, recorded: Recorded | undefined): Promise<void> {
  const path = recorded && (await keepFile(recorded.path));
  if (!recorded || path === undefined) {
    page.setData({ problem: NOT_RECORDED, retry: false });
    return;
  }
  const { recordings, lastFile } = withFile(page.draft(), 'recordings', path, recorded.seconds);
  page.change({ recordings, lastFile });
}

export async function shootInto(page: FormPage): Promise<void> {
  const { draft, problem } = await addPhotos(page.draft());
  page.change({ photos: draft.photos, lastFile: draft.lastFile });
  page.setData({ problem, retry: false });
}

/** What was not taken, and what to do. */
function sayProblem({ paths, empty, huge }: ChosenPhotos, kept: number): string {
  const said = [
    empty > 0 ? `有${String(empty)}张照片是空的，打不开，没有加上。请重拍，或选别的。` : '',
    huge > 0 ? `有${String(huge)}张照片太大，手机缩不小，没有加上。请用微信重拍一张，或截个图再选。` : '',
    kept < paths.length ? NOT_KEPT : '',
  ];
  return said.join('');
}

/** Lets the person add photos; each is kept on the phone before it counts. */
async function addPhotos(draft: Draft): Promise<{ draft: Draft; problem: string }> {
  const chosen = await choosePhotos(LIMITS.photos - draft.photos.length);
  let next = draft;
  for (const photo of chosen.paths) {
    const path = await keepFile(photo);
    if (path !== undefined) next = withFile(next, 'photos', path);
  }
  return { draft: next, problem: sayProblem(chosen, next.photos.length - draft.photos.length) };
}
