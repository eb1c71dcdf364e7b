/** The steps of a request, in the words and to the extent that this reader may see. */
import type { Step } from '../../../../miniprogram/contract/request';
import {
  DELIVERY_LABELS,
  DOOR_LABELS,
  REPLY_LABELS,
  SATISFACTION_LABELS,
  WORD_LABELS,
} from '../../../../miniprogram/contract/labels';
import { showsWords } from '../../content-check/rules/content-check';
import { officeName } from '../../routing/rules/decide-route';
import { nameOf } from '../../../registry/directory/rules/directory';
import type { Reader } from './reader';
import type { CardDirectory } from '../../lists/rules/request-card';
import { showsPart } from './parts';
import type { RequestDocument, StoredStep } from '../../rules/request-document';

const CHOICES: Readonly<Record<string, string>> = {
  ...REPLY_LABELS,
  ...SATISFACTION_LABELS,
  ...DOOR_LABELS,
  ...DELIVERY_LABELS,
  ...WORD_LABELS,
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

/** Said from office to office: an order to a unit, a reason to send it elsewhere. Whoever asked reads the outcome. */
const BETWEEN_OFFICES: ReadonlySet<StoredStep['act']> = new Set([
  'propose',
  'assign',
  'takeBack',
  'nameUnit',
  'draftReply',
  'sign',
  'sendDraftBack',
  'changeUnit',
  'reassign',
  'handOver',
  'recuse',
  'return',
  'refer',
  'rule',
  'merge',
  'planDelivery',
]);

/** The asker's own words are kept from those who may only know the summary, and from others until they are checked. */
function saysOpenly(step: StoredStep, request: RequestDocument, reader: Reader): boolean {
  if (step.words === undefined || !showsWords(request.checks, step, reader)) return false;
  if (reader === 'asker' && BETWEEN_OFFICES.has(step.act)) return false;
  return !isAskersWord(step, request) || showsPart(request, reader, 'words') !== 'no';
}

/** What came with a step, for whoever may see such files at all. */
function sayFiles({ files }: StoredStep, request: RequestDocument, reader: Reader): string | undefined {
  if (!files) return undefined;
  const shows = (part: 'photo' | 'recording') => showsPart(request, reader, part) !== 'no';
  const photos = files.photos > 0 && shows('photo') ? [`${String(files.photos)}张照片`] : [];
  const sounds = files.recordings > 0 && shows('recording') ? [`${String(files.recordings)}段录音`] : [];
  return [...photos, ...sounds].join('、');
}

export function toSteps(request: RequestDocument, directory: CardDirectory, reader: Reader): Step[] {
  const inside = reader === 'office' || reader === 'overseer';
  let state = request.steps[0]?.state ?? 'submitted';
  return request.steps.flatMap((step) => {
    state = step.state ?? state;
    if (step.inner === true && !inside) return [];
    const { at, act, words = '', about, behalf } = step;
    const files = sayFiles(step, request, reader);
    return [
      {
        at,
        act,
        state,
        by: sayWho(step, request, directory, reader),
        ...(saysOpenly(step, request, reader) && { words }),
        ...(about !== undefined && !about.includes('~') && { about: sayAbout(about, directory) }),
        ...(files && { about: files }),
        ...(behalf && { onBehalf: behalf }),
      },
    ];
  });
}
