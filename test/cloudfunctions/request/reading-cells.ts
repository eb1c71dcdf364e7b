/**
 * One request in each state with each switch and recusal, who asks for it, and what the one rule gives each of them:
 * for the tests that compare every read with it.
 */
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { Invitation } from '../../../cloudfunctions/registry/invitations/rules/invitation';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { openRequest } from '../../../cloudfunctions/request/store';
import { showsPart, type Part } from '../../../cloudfunctions/request/view/rules/parts';
import { readerBy, type Reader } from '../../../cloudfunctions/request/view/rules/reader';
import { facetsOf } from '../../../cloudfunctions/request/lists/rules/facets';
import { addDays, toLocalDate } from '../../../cloudfunctions/shared/china-time';
import { hiddenFrom } from '../../../cloudfunctions/shared/visibility';
import { STATES } from '../../../miniprogram/contract/labels';
import type { RequestState } from '../../../miniprogram/contract/request-life';
import type { InProcessCloud } from '../../support/in-process';
import { newKey, submission } from './requests';

export const ASKER = 'the-asker';
/** The office's summary and title are not among them: whoever may not see the words has those. */
export const CANARIES: Readonly<Partial<Record<Part, string>>> = {
  text: '金丝雀正文',
  words: '金丝雀后来的话',
  name: '金丝雀称呼',
  photo: '金丝雀照片',
  recording: '金丝雀录音',
};
export const PHONE = '13987654321';
const FORMER = 'bh-former';
const DEPUTIES = ['bh-p5', 'bh-p6', 'bh-p1', 'bh-p2', 'bh-p17'];
const OTHERS = [
  'bh-staff',
  'bh-unit-2',
  'bh-unit',
  'bh-helper',
  'qu-district',
  'bh-admin',
  'qs-staff',
  'nobody',
];
export const WHO = [ASKER, FORMER, ...DEPUTIES, ...OTHERS];
export interface Cell {
  state: RequestState;
  hideName: boolean;
  notOwnVillage: boolean;
  unitMayCall: boolean;
  recused: readonly string[];
  publishable: boolean;
  /** Under supervision, so that the presidium reads it. */
  key: boolean;
}

/** In every state each of the switches with each of the others; of the last two each with most of the rest. */
export function* cells(): Generator<Cell> {
  const both = [false, true];
  let n = 0;
  for (const state of Object.keys(STATES) as RequestState[])
    for (const hideName of both)
      for (const notOwnVillage of both)
        for (const unitMayCall of both)
          for (const recused of [[], ['p5'], ['p6', 'p1']]) {
            const switches = { hideName, notOwnVillage, unitMayCall, publishable: n % 7 < 3 };
            yield Object.assign({ state, recused, key: n++ % 5 < 2 }, switches);
          }
}

/** The request as it was submitted, all grants, and the directory. */
export interface World {
  born: RequestDocument;
  grants: readonly Invitation[];
  directory: Directory;
}

export async function bearWorld(cloud: InProcessCloud): Promise<World> {
  const said = { name: CANARIES.name ?? '', phone: PHONE, text: CANARIES.text ?? '', deputy: 'p5' };
  const answer = await cloud.invoke(
    'request',
    'submit',
    { ...submission(said) },
    { openid: ASKER, key: newKey() },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const { request: id } = answer.data as { request: string };
  const born = openRequest(
    cloud.documents<RequestDocument>('requests').find(({ _id }) => _id === id) as RequestDocument,
  );
  const directory = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
  const yesterday = addDays(toLocalDate(cloud.clock.now()), -1);
  const stored = cloud.documents<Invitation>('invitations');
  const former = stored
    .filter(({ openid }) => openid === 'bh-p6')
    .map((grant) => ({ ...grant, _id: `${grant._id}former`, openid: FORMER, until: yesterday }));
  return { born, directory, grants: [...stored, ...former] };
}

/** In the deputy's hands while it is young, a unit's later on; the asker said something in between. */
export function requestOf(
  { born, directory }: World,
  { state, recused, key, ...privacy }: Cell,
): RequestDocument {
  const open = STATES[state].type === 'open';
  const words = CANARIES.words ?? '';
  const steps = [
    ...born.steps,
    { at: born.createdAt + 1, act: 'notSolved' as const, by: born.account, words },
    // Entered by the office as the asker said it on the telephone.
    {
      at: born.createdAt + 2,
      act: 'disagree' as const,
      by: 'p1',
      behalf: true as const,
      words: `${words}，是代说的`,
    },
  ];
  const plain: RequestDocument = { ...born, state, open, recused, privacy, steps, lead: 'u1' };
  const changed = key ? Object.assign({}, plain, { key: true as const }) : plain;
  const facets = facetsOf({ ...changed, lead: 'u1' });
  return {
    ...changed,
    facets,
    title: '一盏路灯',
    summary: '有村民反映路灯',
    photos: [`cloud://local/bh/kept/${CANARIES.photo ?? ''}.jpg`],
    recordings: [{ file: `cloud://local/bh/kept/${CANARIES.recording ?? ''}.mp3`, seconds: 9 }],
    hidden: hiddenFrom(changed, directory),
  };
}

const RANK: readonly Reader[] = ['owner', 'office', 'leader', 'follower', 'overseer', 'unit'];

/** By the one rule, from the grants that hold today. */
export function readerOf(
  { grants, directory }: World,
  { openid, now }: { openid: string; now: number },
  document: RequestDocument,
): Reader | undefined {
  if (openid === ASKER) return 'asker';
  const today = toLocalDate(now);
  const held = grants.filter(
    (one) =>
      one.openid === openid &&
      one.township === 'bh' &&
      one.state === 'confirmed' &&
      one.from <= today &&
      one.until >= today,
  );
  const readers = held.flatMap((one) => readerBy(one, document, directory, today) ?? []);
  return RANK.find((each) => readers.includes(each));
}

export function partsNotDue(reader: Reader | undefined, document: RequestDocument, said: string): string[] {
  const due = (part: Part) => (reader ? showsPart(document, reader, part) : 'no');
  const leaked = Object.entries(CANARIES).filter(
    ([part, canary]) => said.includes(canary) && due(part as Part) === 'no',
  );
  return [
    ...leaked.map(([part]) => part),
    ...(reader !== 'asker' && said.includes(PHONE) ? ['phone'] : []),
    ...(reader === undefined && said.includes(document._id) ? ['that it is there'] : []),
  ];
}

/** What a page must hold of what the rule gives: hiding everything would be no answer either. */
export function partsMissing(reader: Reader, document: RequestDocument, said: string): string[] {
  return Object.entries(CANARIES).flatMap(([part, canary]) =>
    showsPart(document, reader, part as Part) === 'whole' && !said.includes(canary) ? [part] : [],
  );
}
