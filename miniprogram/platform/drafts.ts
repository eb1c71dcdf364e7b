/** The request being written: it survives a lost network, a closed app and every retry under one key. */
import type { SubmitInput, TalkedAt } from '../contract/request';
import type { Input } from '../contract/wire';
import type { Draft, DraftFile, Sending } from './kept';
import { newKey } from './keys';
import { forget, keep, recall } from './storage';

export function emptyDraft(township: string): Draft {
  return {
    township,
    village: '',
    villagerGroup: '',
    category: '',
    kind: 'report',
    text: '',
    photos: [],
    recordings: [],
    lastFile: 0,
    deputy: '',
    deputyName: '',
    group: '',
    name: '',
    phone: '',
    privacy: { hideName: false, notOwnVillage: false, publishable: false },
  };
}

/** One switch turned. What may be public afterwards may be so by its title before: the switch says both. */
export function withSwitch(privacy: Draft['privacy'], name: string, on: boolean): Draft['privacy'] {
  return { ...privacy, [name]: on, ...(name === 'publishable' && { joinable: on }) };
}

/** Whether somebody put something into it that would be missed. */
export function hasContent(draft: Draft): boolean {
  return draft.text.trim() !== '' || draft.photos.length > 0 || draft.recordings.length > 0;
}

/** A draft belongs to one township; one of another township is left alone until it is there again. */
export function loadDraft(township: string): Draft {
  const kept = recall('draft');
  return kept?.township === township ? kept : emptyDraft(township);
}

export function saveDraft(draft: Draft): boolean {
  const about = aboutOf(draft);
  if (about === undefined) return keep('draft', draft);
  return keep('visitDrafts', { ...recall('visitDrafts'), [about]: draft });
}

/** The visit or the request that it belongs to. */
function aboutOf({ visit, adds }: Pick<Draft, 'visit' | 'adds'>): string | undefined {
  return adds ?? visit?.booking;
}

/** The one of the visit, of what is added to a request, or else the person's own. */
export function clearDraft(draft: Pick<Draft, 'visit' | 'adds'>): void {
  const about = aboutOf(draft);
  if (about === undefined) {
    forget('draft');
    return;
  }
  const { [about]: _done, ...others } = recall('visitDrafts') ?? {};
  keep('visitDrafts', others);
}

/** What still has to be filled in, in the order of the page; nothing when it can be sent. */
export function missingIn(draft: Draft): 'village' | 'category' | 'content' | undefined {
  if (!draft.village) return 'village';
  if (!draft.category) return 'category';
  return hasContent(draft) ? undefined : 'content';
}

/** The draft with its key fixed; one that was being sent keeps its own, whatever the day is now. */
export function beginSending(draft: Draft): Draft & { sending: Sending } {
  return { ...draft, sending: draft.sending ?? { key: newKey() } };
}

/** To be kept before the words go out: from then on they may have arrived. */
export function withTry(draft: Draft & { sending: Sending }): Draft & { sending: Sending } {
  return { ...draft, sending: { ...draft.sending, tried: true } };
}

/** The server keeps nothing under this key, and will not: the next time it is another. */
export function beginAnew(draft: Draft): Draft {
  const { sending: _over, ...rest } = draft;
  return rest;
}

/** A file joins the draft under the next number, which one taken away does not free. */
export function withFile(draft: Draft, kind: 'photos' | 'recordings', path: string, seconds?: number): Draft {
  const i = Math.max(draft.lastFile, 0) + 1;
  const file = seconds === undefined ? { i, path } : { i, path, seconds };
  return { ...draft, lastFile: i, [kind]: [...draft[kind], file] };
}

export function withoutFile(draft: Draft, path: string): Draft {
  const others = (files: readonly DraftFile[]): DraftFile[] => files.filter((file) => file.path !== path);
  return { ...draft, photos: others(draft.photos), recordings: others(draft.recordings) };
}

/** Files that are not in the cloud yet. */
export function unsentFiles(draft: Draft): DraftFile[] {
  return [...draft.photos, ...draft.recordings].filter(({ file }) => file === undefined);
}

export function withSentFile<D extends Draft>(draft: D, i: number, file: string): D {
  const mark = (files: readonly DraftFile[]): DraftFile[] =>
    files.map((each) => (each.i === i ? { ...each, file } : each));
  return { ...draft, photos: mark(draft.photos), recordings: mark(draft.recordings) };
}

/** What of another state of this draft is in the cloud. */
export function withSentFiles<D extends Draft>(draft: D, { photos, recordings }: Draft): D {
  return [...photos, ...recordings].reduce(
    (marked, { i, file }) => (file === undefined ? marked : withSentFile(marked, i, file)),
    draft,
  );
}

/** `<folder>/<key>/<i>.<ext>`: a retry overwrites, never adds. */
export function cloudPathOf(folder: string, sending: Sending, { i, path }: DraftFile): string {
  const ext = /\.([A-Za-z0-9]{1,5})$/.exec(path)?.[1]?.toLowerCase() ?? 'bin';
  return `${folder}/${sending.key}/${String(i)}.${ext}`;
}

/** What goes over the wire. Files that are not in the cloud yet are left out: send them first. */
export function toSubmitInput(draft: Draft): SubmitInput {
  const text = draft.text.trim();
  const name = draft.name.trim();
  const phone = draft.phone.trim();
  return {
    ...routeQuestionOf(draft),
    kind: draft.kind,
    photos: draft.photos.flatMap(({ file }) => (file === undefined ? [] : [file])),
    recordings: draft.recordings.flatMap(({ file, seconds }) =>
      file === undefined ? [] : [{ file, seconds: seconds ?? 0 }],
    ),
    ...(text && { text }),
    ...(name && { name }),
    ...(phone && { phone }),
  };
}

/** The same for what was raised at the desk. */
export function toVisitInput(draft: Draft, visit: TalkedAt): Input<'request', 'submitFromVisit'> {
  const { name: _name, ...request } = toSubmitInput(draft);
  return { ...request, visit };
}

/** Where it would go: asked before sending, and sent with it. */
export function routeQuestionOf(draft: Draft) {
  return {
    township: draft.township,
    village: draft.village,
    category: draft.category,
    privacy: draft.privacy,
    ...(draft.villagerGroup && { villagerGroup: draft.villagerGroup }),
    ...(draft.deputy && { deputy: draft.deputy }),
    ...(draft.group && { group: draft.group }),
    ...(draft.recused && draft.recused.length > 0 && { recused: draft.recused }),
  };
}
