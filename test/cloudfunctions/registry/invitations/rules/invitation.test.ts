import {
  CALLS_PER_WINDOW,
  scopeOf,
  secondsToWait,
  toGrant,
  WINDOW_MS,
  type Invitation,
} from '../../../../../cloudfunctions/registry/invitations/rules/invitation';
import type { InvitationState } from '../../../../../miniprogram/contract/registry-office';

const invitation = (state: InvitationState): Invitation => ({
  _id: 'tt~x',
  township: 'tt',
  rev: 1,
  role: 'deputy',
  from: '0001-01-01',
  until: '9999-12-31',
  person: 'p1',
  name: '*',
  state,
  openid: 'o',
  phone4: '',
  tries: 0,
  expiresAt: 0,
  since: 5,
  seq: '',
  claimKey: '',
  recent: [],
});

it.each([
  ['issued', 0],
  ['claimed', 1],
  ['confirmed', 1],
  ['revoked', 0],
] as const)('an invitation that is %s is %i grants', (state, count) => {
  expect(toGrant(invitation(state), '某')).toHaveLength(count);
});

it('shows of a grant nothing that is not for its holder', () => {
  expect(toGrant(invitation('confirmed'), '某')).toEqual([
    { role: 'deputy', name: '某', person: 'p1', state: 'confirmed', since: 5 },
  ]);
  expect(scopeOf({})).toEqual({});
});

describe('the rate window', () => {
  const now = 1_000_000;
  const full = (oldest: number) => [oldest, ...new Array<number>(CALLS_PER_WINDOW - 1).fill(now)];
  it.each([
    ['fewer calls than the window holds', [now, now], 0],
    ['the oldest just left the window', full(now - WINDOW_MS), 0],
    ['the oldest leaves in a millisecond', full(now - WINDOW_MS + 1), 1],
    ['all at this instant', full(now), 60],
    ['a fresh grant', new Array<number>(CALLS_PER_WINDOW).fill(0), 0],
  ])('%s', (_what, recent, seconds) => {
    expect(secondsToWait(recent, now)).toBe(seconds);
  });
});
