/** One activity: what was noted, how one answers an invitation, what a leader decides. */
import type { ActivityView } from '../../contract/duty';
import { PAPER_LABELS } from '../../contract/congress/session-labels';
import { OPINION_STATES } from '../../contract/opinion';
import type { Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { ANSWER_LABELS, kindLabel, siteWords, toParts } from '../../view/activity-words';
import { sayDay } from '../../view/dates';
import { toPicturesScreen, type PicturesScreen } from '../view/activity-pictures';

export interface Guest {
  person: string;
  name: string;
  answer: string;
  words: string;
  /** A leave that waits for the reader's decision. */
  asks: boolean;
  there: boolean;
}

export interface ActivityScreen {
  title: string;
  day: string;
  state: string;
  tone: 'waiting' | 'done' | 'in-hand' | 'plain';
  parts: readonly { label: string; text: string }[];
  sites: readonly { name: string; words: string }[];
  opinions: readonly {
    opinion: string;
    words: string;
    state: string;
    tone: 'waiting' | 'done';
    answer: string;
  }[];
  guests: readonly Guest[];
  /** Photos and recordings; absent: none, and the reader adds none. */
  pictures: PicturesScreen | undefined;
  /** The reader is invited and may answer. */
  asked: boolean;
  mine: string;
  /** The reader may note who was there. */
  mayAttend: boolean;
  mayWithdraw: boolean;
  /** The reader alone did it: may an article tell of it. */
  mayConsent: boolean;
  consented: boolean;
  materials: readonly { material: string; title: string; words: string }[];
  /** The reader may add some, and take them away. */
  mayAdd: boolean;
  /** It is the reader's own 述职. */
  reports: boolean;
}

const STATES = {
  planned: { state: '还没开', tone: 'waiting' },
  held: { state: '已登记', tone: 'done' },
  withdrawn: { state: '已撤回', tone: 'plain' },
} as const;

interface Reading {
  today: LocalDate;
  decides: boolean;
  office?: boolean;
  own?: string;
}

export function toActivityScreen(
  view: ActivityView,
  places: Places | undefined,
  { today, decides, office = false, own = '' }: Reading,
): ActivityScreen {
  const { kind, title, date, entered, sites, opinions, invited, mine, mayCorrect } = view;
  const names = new Map(places?.deputies.map(({ person, name }) => [person, name]));
  const units = new Map(places?.units.map(({ id, name }) => [id, name]));
  const planned = view.state === 'planned';
  return {
    title: [kindLabel(kind), title].filter(Boolean).join('：'),
    day: [sayDay(date, today), entered ? '补录' : ''].filter(Boolean).join(' · '),
    ...STATES[view.state],
    parts: toParts(view, places),
    sites: sites.map((site) => ({ name: site.name, words: siteWords(site) })),
    opinions: opinions.map(({ opinion, site, words, unit, due, state, answer = '' }) => ({
      opinion,
      words: [site, words].filter(Boolean).join('：'),
      state: OPINION_STATES[state].open
        ? `${units.get(unit) ?? '承办单位'}：${OPINION_STATES[state].label}，${sayDay(due)}前`
        : OPINION_STATES[state].label,
      tone: OPINION_STATES[state].open ? 'waiting' : 'done',
      answer,
    })),
    guests: invited.map(({ person, answer, words = '', attended = false }) => ({
      person,
      name: names.get(person) ?? '代表',
      answer: attended ? '到会' : ANSWER_LABELS[answer],
      words,
      asks: planned && decides && answer === 'leave-asked',
      there: attended,
    })),
    asked: planned && mine !== undefined && date >= today,
    mine: mine === undefined ? '' : ANSWER_LABELS[mine],
    mayAttend: decides && planned && date <= today,
    mayWithdraw: mayCorrect,
    materials: view.materials.map(({ material, title: name, kind: what, ending }) => ({
      material,
      title: name,
      words: `${PAPER_LABELS[what]} · ${ending.toUpperCase()}`,
    })),
    mayAdd: view.mayAddMaterials,
    pictures: toPicturesScreen(view, office),
    mayConsent: view.mayConsent,
    consented: view.consented,
    reports: kind === 'duty-report' && (mine !== undefined || view.persons.includes(own)),
  };
}
