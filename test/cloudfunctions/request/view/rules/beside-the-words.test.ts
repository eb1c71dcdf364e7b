/** What a view says besides the words: what is hidden for now, whose it is, and who follows it. */
import { readerBy, type Reader } from '../../../../../cloudfunctions/request/view/rules/reader';
import { toView, type Opened } from '../../../../../cloudfunctions/request/view/rules/request-view';
import type {
  RequestDocument,
  StoredStep,
} from '../../../../../cloudfunctions/request/rules/request-document';
import { smallDirectory } from '../../rules/books';
import { born } from '../../rules/born';

const TODAY = '2026-06-02';
const directory = smallDirectory(
  [],
  [
    { id: 'p1', level: 'town', constituency: 'c2', group: 'g1' },
    { id: 'p2', level: 'town', constituency: 'c2', group: 'g1', leader: true },
    { id: 'p3', level: 'town', constituency: 'c1', group: 'g1' },
  ],
);
const OFFICE = { kind: 'office', person: '', group: '' } as const;
const request = (changes: Partial<RequestDocument>): RequestDocument => ({ ...born, ...changes });
const view = (changes: Partial<RequestDocument>, reader: Reader, opened: Partial<Opened> = {}) =>
  toView(
    { request: request(changes), photos: ['link'], recordings: [], ...opened },
    directory,
    reader,
    [],
    TODAY,
  );
const READERS: readonly Reader[] = ['asker', 'owner', 'follower', 'leader', 'office', 'overseer', 'unit'];

describe('parts that nobody sees yet', () => {
  const checks = {
    text: { state: 'waiting' },
    photo0: { state: 'unusable' },
    recording0: { state: 'intake' },
  } as const;

  it('are counted: for the office what is not there, for the others what is not checked', () => {
    const hidden = (reader: Reader) => view({ checks }, reader).hidden;
    expect(READERS.map(hidden)).toEqual([2, 2, 2, 2, 1, 2, 2]);
  });

  it('are not counted for who may know the summary alone: there is nothing to wait for', () => {
    const privacy = { ...born.privacy, hideName: true };
    expect(view({ checks, privacy }, 'owner')).not.toHaveProperty('hidden');
    expect(view({ checks, privacy }, 'asker').hidden).toBe(2);
  });

  it('a file that could not be taken in is said to who sent it and to the office', () => {
    const unusable = (reader: Reader) => view({ checks }, reader).unusable;
    expect(READERS.map(unusable)).toEqual([1, undefined, undefined, undefined, 1, undefined, undefined]);
  });

  it('where all is there nothing is said', () => {
    for (const reader of READERS) {
      expect(view({ checks: { text: { state: 'passed' } } }, reader)).not.toHaveProperty('hidden');
      expect(view({}, reader)).not.toHaveProperty('unusable');
    }
  });
});

describe('the words themselves', () => {
  it('are there as they were written, and the office’s summary beside them', () => {
    expect(view({ summary: '有人反映路灯' }, 'owner')).toMatchObject({
      text: '第一行\n第二行',
      summary: '有人反映路灯',
    });
    expect(view({}, 'owner')).not.toHaveProperty('summary');
  });

  it('of recordings alone are none', () => {
    const { text: _text, ...silent } = born;
    const seen = toView({ request: silent, photos: [], recordings: [] }, directory, 'asker', [], TODAY);
    expect(seen).not.toHaveProperty('text');
  });
});

it('is one’s own for its asker alone', () => {
  expect(READERS.filter((reader) => view({}, reader).mine)).toEqual(['asker']);
});

it('whoever has no phone of their own is said to, so that somebody goes there', () => {
  expect([view({ reach: 'person' }, 'office').noPhone, view({}, 'office').noPhone]).toEqual([true, false]);
});

it('the deputy who follows it is named, where there is one', () => {
  expect(view({ owner: OFFICE }, 'asker').deputy).toBe('代表p1');
  expect(view({ owner: OFFICE, deputy: '' }, 'asker')).not.toHaveProperty('deputy');
});

it('who sees it is whoever has it now, under the own group, not who followed it before', () => {
  const handed = { owner: { kind: 'leader', person: 'p2', group: 'g2' }, deputy: 'p1' } as const;
  expect(view(handed, 'asker').seenBy[0]).toMatch(/^第二小组的代表p2代表看得到/);
});

describe('who submitted it', () => {
  const by = (step: Partial<StoredStep>, changes: Partial<RequestDocument> = {}) =>
    view({ ...changes, steps: [{ at: 1, act: 'submit', by: 'p2', state: 'submitted', ...step }] }, 'office')
      .steps[0]?.by;

  it('after a talk is the receiver who wrote it down', () => {
    expect(by({})).toBe('代表p2');
  });

  it('for somebody without a phone it was entered, and what is done later has its own name', () => {
    expect(by({}, { reach: 'person' })).toBe('代填：');
    expect(by({ act: 'note' }, { reach: 'person' })).toBe('代表p2');
  });
});

describe('who somebody is to it', () => {
  const as = (grant: Parameters<typeof readerBy>[0], changes: Partial<RequestDocument>) =>
    readerBy(grant, request(changes), directory, TODAY);

  it('whoever is known to be of another village reads on what the village’s deputies may not', () => {
    const privacy = { ...born.privacy, notOwnVillage: true };
    expect(as({ role: 'leader', person: 'p2', group: 'g1' }, { privacy })).toBe('leader');
    expect(as({ role: 'leader', person: 'p3', group: 'g1' }, { privacy })).toBeUndefined();
    expect(as({ role: 'leader', person: 'p9', group: 'g1' }, { privacy })).toBeUndefined();
  });

  it('the office’s clerk is the office, also of what the office has', () => {
    expect(as({ role: 'staff' }, { owner: OFFICE })).toBe('office');
  });

  it('nobody follows it by another office than a deputy’s, or by having no name', () => {
    expect(as({ role: 'receiver', person: 'p2' }, { deputy: 'p2' })).toBeUndefined();
    expect(as({ role: 'deputy', person: 'p2' }, { deputy: 'p2' })).toBe('follower');
    expect(as({ role: 'deputy' }, { deputy: '', owner: OFFICE })).toBeUndefined();
  });

  it('a leader without a group leads none of what has no group', () => {
    expect(as({ role: 'leader', person: 'p2', group: '' }, { group: '' })).toBeUndefined();
    expect(as({ role: 'leader', person: 'p2' }, { group: '' })).toBeUndefined();
  });
});
