/** One activity for the office: its 视察意见, and to which unit the next one goes. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { ACTIVITY_PAPERS, type ActivityPaperName } from '../../contract/activity-papers';
import { isActivityKind, KINDS, NEVER_TOLD, type SitePart } from '../../contract/activity-kinds';
import type { ActivityInput, ActivityView } from '../../contract/duty';
import type { Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { kindLabel, siteWords, toParts } from '../../view/activity-words';
import { sayDay } from '../../view/dates';
import { toOpinionLine, type OpinionLine } from '../view/opinion-lines';

export interface OfficeActivity {
  title: string;
  day: string;
  parts: readonly { label: string; text: string }[];
  sites: readonly Choice[];
  /** What was found at each site. */
  found: readonly { label: string; text: string; at: number }[];
  mayCorrect: boolean;
  /** The reader may write what was found. */
  mayJudge: boolean;
  opinions: readonly OpinionLine[];
  /** Opinions are transferred from what was inspected or researched. */
  mayTransfer: boolean;
  /** Photos and recordings, which the page with the list shows; '': there are none and none can be added. */
  pictures: string;
  /** People are invited, or answered: the page with the list shows them. */
  guests: string;
  units: readonly Choice[];
  /** Documents that can be printed of it. */
  papers: readonly Choice[];
  /** An article may tell of it. */
  mayTell: boolean;
  /** It would be one deputy's story, and that deputy has not agreed. */
  asksConsent: boolean;
  /** It is a 述职: who reports, the texts and the ballots. */
  reports: boolean;
}

function picturesOf({ pictures, mayAddPictures }: ActivityView): string {
  const held = pictures.filter(({ state }) => state === 'held').length;
  if (held > 0) return `照片和录音 ${String(pictures.length)} 份，${String(held)} 份等您看`;
  if (pictures.length > 0) return `照片和录音 ${String(pictures.length)} 份`;
  return mayAddPictures ? '加照片或录音' : '';
}

export type PaperId = ActivityPaperName | 'archive';

/** With sites to judge and 视察意见; a kind of the township's own has none. */
function isInspection({ kind }: ActivityView): boolean {
  return isActivityKind(kind) && KINDS[kind].heading === 'inspections';
}

function papersOf(view: ActivityView): Choice[] {
  const { state } = view;
  if (state === 'withdrawn') return [];
  const inspected = isInspection(view) && state === 'held';
  const names = (Object.keys(ACTIVITY_PAPERS) as ActivityPaperName[]).filter(
    (name) => name !== 'findings' || inspected,
  );
  const all: Choice = { id: 'archive', text: '一套归档', hint: '通知、签到册、记录、总结' };
  return [all, ...names.map((id) => ({ id, text: ACTIVITY_PAPERS[id] }))];
}

/** What was typed, with one site judged anew: the correction of an inspection. */
export function toJudged(
  view: ActivityView,
  at: number,
  judged: Partial<Record<SitePart, string>>,
): ActivityInput {
  const { kind, date, title, words, topicFrom, tag, group, sites, entered } = view;
  const parts = Object.entries(judged).filter(([, text]) => text.trim() !== '');
  const clean = Object.fromEntries(parts.map(([part, text]) => [part, text.trim()]));
  return {
    kind,
    date,
    title,
    sites: sites.map((site, each) => (each === at ? Object.assign({ name: site.name }, clean) : site)),
    ...(words !== undefined && { words }),
    ...(topicFrom !== undefined && { topicFrom }),
    ...(tag !== undefined && { tag }),
    ...(group !== undefined && { group }),
    ...(entered && { entered }),
  };
}

export function toOfficeActivity(
  view: ActivityView,
  places: Places | undefined,
  today: LocalDate,
): OfficeActivity {
  const units = new Map(places?.units.map(({ id, name }) => [id, name]));
  const { kind, state, invited } = view;
  return {
    title: [kindLabel(kind), view.title].filter(Boolean).join('：'),
    day: [sayDay(view.date, today), view.entered ? '补录' : ''].filter(Boolean).join(' · '),
    parts: toParts(view, places),
    sites: view.sites.map(({ name }) => ({ id: name, text: name })),
    found: view.sites.map((site, at) => ({ label: site.name, text: siteWords(site) || '没有写情况', at })),
    mayCorrect: view.mayCorrect,
    mayJudge: view.mayCorrect && isInspection(view),
    opinions: view.opinions.map((opinion) => {
      const about = units.get(opinion.unit) ?? '';
      return toOpinionLine(opinion, { activity: view.activity, about }, today);
    }),
    mayTransfer: state === 'held' && isInspection(view),
    pictures: picturesOf(view),
    guests: invited.length > 0 ? `名单 ${String(invited.length)} 人，请假和到会` : '名单、到会和撤回',
    papers: papersOf(view),
    mayTell: view.mayTell,
    asksConsent: state === 'held' && !view.mayTell && view.persons.length === 1 && !NEVER_TOLD.includes(kind),
    reports: kind === 'duty-report' && state !== 'withdrawn',
    units: (places?.units ?? []).map(({ id, name }) => ({ id, text: name })),
  };
}
