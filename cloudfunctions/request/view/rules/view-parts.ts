/** Parts of a request's view: its steps, what the units have, what only the office sees. */
import type { RequestView, Step } from '../../../../miniprogram/contract/request';
import type { Assignment, Reply } from '../../../../miniprogram/contract/request-life';
import {
  DELIVERY_LABELS,
  DOOR_LABELS,
  REPLY_LABELS,
  SATISFACTION_LABELS,
} from '../../../../miniprogram/contract/labels';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { showsWords } from '../../content-check/rules/content-check';
import { officeName } from '../../routing/rules/decide-route';
import { nameOf } from '../../../registry/directory/rules/directory';
import type { Reader } from './reader';
import { isVeiled, type CardDirectory } from '../../lists/rules/request-card';
import type { RequestDocument, StoredStep } from '../../rules/request-document';

const CHOICES: Readonly<Record<string, string>> = {
  ...REPLY_LABELS,
  ...SATISFACTION_LABELS,
  ...DOOR_LABELS,
  ...DELIVERY_LABELS,
  redo: '再办一次',
  close: '到此为止',
};

/** Ids of people and units as names; dates, and numbers of other requests, as they are. */
function sayAbout(about: string, directory: CardDirectory): string {
  return nameOf(directory.units, about) || nameOf(directory.people, about) || CHOICES[about] || about;
}

function sayWho(
  { by, act }: StoredStep,
  request: RequestDocument,
  directory: CardDirectory,
  reader: Reader,
): string {
  if (by === request.account && by !== '') return reader === 'asker' ? '您' : '反映人';
  if (by === 'system') return '';
  if (act === 'submit' && request.reach === 'person') return '代填：';
  return nameOf(directory.people, by) || nameOf(directory.units, by) || officeName(directory);
}

/** Said by the asker, or for the asker by whoever asked or called on their behalf; a reply on paper is the unit's. */
function isAskersWord({ by, act, behalf }: StoredStep, { account }: RequestDocument): boolean {
  return (account !== '' && by === account) || (behalf === true && act !== 'reply');
}

/** The asker's own words are kept from those who may only know the summary, and from others until they are checked. */
function saysOpenly(step: StoredStep, request: RequestDocument, reader: Reader): boolean {
  if (step.words === undefined || !showsWords(request.checks, step, reader)) return false;
  return !(isAskersWord(step, request) && isVeiled(request, reader));
}

export function toSteps(request: RequestDocument, directory: CardDirectory, reader: Reader): Step[] {
  const inside = reader === 'office' || reader === 'overseer';
  let state = request.steps[0]?.state ?? 'submitted';
  return request.steps.flatMap((step) => {
    state = step.state ?? state;
    if (step.inner === true && !inside) return [];
    const { at, act, words = '', about, behalf } = step;
    return [
      {
        at,
        act,
        state,
        by: sayWho(step, request, directory, reader),
        ...(saysOpenly(step, request, reader) && { words }),
        ...(about !== undefined && !about.includes('~') && { about: sayAbout(about, directory) }),
        ...(behalf && { onBehalf: behalf }),
      },
    ];
  });
}

function toReplies({ replies = [] }: RequestDocument, directory: CardDirectory): Reply[] {
  return replies.map(({ unit, by, ...reply }) => ({
    ...reply,
    by: nameOf(directory.units, unit) || nameOf(directory.people, by) || officeName(directory),
  }));
}

function toAssignment(
  request: RequestDocument,
  directory: CardDirectory,
  today: LocalDate,
): Assignment | undefined {
  const { lead, assigned, assists = {}, returnBy, extension, state } = request;
  if (lead === '' || !assigned) return undefined;
  return {
    lead: { unit: lead, name: nameOf(directory.units, lead) },
    assist: Object.entries(assists).map(([unit, assist]) => ({
      unit,
      name: nameOf(directory.units, unit),
      ...assist,
    })),
    at: assigned.at,
    accepted: state !== 'assigned',
    replyBy: assigned.replyBy,
    ...(assigned.words !== undefined && { words: assigned.words }),
    ...(returnBy !== undefined && returnBy >= today && { returnBy }),
    ...(extension && { extension }),
  };
}

export function toHandling(request: RequestDocument, directory: CardDirectory, today: LocalDate) {
  const { paused, delivery, outcome, door, rating, rateBy, redone, state } = request;
  const assignment = toAssignment(request, directory, today);
  return {
    replies: toReplies(request, directory),
    redone,
    ...(assignment && { assignment }),
    ...(paused && { paused: { until: paused.until, words: paused.words } }),
    ...(delivery && { delivery }),
    ...(outcome && { outcome }),
    ...(door && { door: DOOR_LABELS[door] }),
    ...(rating && { rating: { satisfaction: rating.satisfaction, onBehalf: rating.behalf } }),
    ...(state === 'closed' && !rating && rateBy !== undefined && rateBy >= today && { rateBy }),
  } satisfies Partial<RequestView>;
}

export function toOfficeOnly(request: RequestDocument, reader: Reader) {
  const { mergedInto, dispatches = [], published } = request;
  const inside = reader === 'office' || reader === 'overseer';
  return {
    dispatches: inside ? dispatches.map(({ at, words }) => ({ at, words })) : [],
    ...(published && {
      published: { title: published.title, summary: published.summary, result: published.result },
    }),
    ...(reader === 'office' && mergedInto !== undefined && { mergedInto: { request: mergedInto } }),
  };
}
