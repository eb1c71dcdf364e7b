import {
  CALLS_PER_WINDOW,
  confirmedBy,
  holdsOn,
  needsTwo,
  scopeOf,
  secondsOver,
  secondsToWait,
  seqOf,
  toGrant,
  toInvitationRow,
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

describe('an invitation', () => {
  const claimed = {
    _id: 'tt~0123456789',
    role: 'unit',
    unit: 'u1',
    state: 'claimed',
    since: 5,
    expiresAt: 9,
    tries: 2,
    openid: 'o',
    phone4: 'secret',
    claimKey: 'k',
  } as unknown as Invitation;

  it('is shown to the office without its secrets, and says whether it is the reader’s own', () => {
    expect(toInvitationRow(claimed, '某', 'o')).toStrictEqual({
      invitation: 'tt~0123456789',
      role: 'unit',
      name: '某',
      unit: 'u1',
      state: 'claimed',
      since: 5,
      expiresAt: 9,
      tries: 2,
      own: true,
    });
    expect(toInvitationRow(claimed, '某', 'x').own).toBe(false);
    expect(toInvitationRow({ ...claimed, openid: '' }, '某', '').own).toBe(false);
  });

  it('holds from its first day to its last, and sorts by its instant', () => {
    const days = { from: '2026-06-01', until: '2026-06-30' };
    expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((day) => holdsOn(days, day))).toEqual(
      [false, true, true, false],
    );
    expect(seqOf(5, 'tt~0123456789')).toBe('000000000000523456789');
  });

  it('who reads what people wrote is confirmed by a second one; a further chief by the chief as well', () => {
    expect(confirmedBy('staff')).toContain('deputy');
    expect(confirmedBy('deputy')).toEqual([]);
    expect(confirmedBy('chief')).toContain('chief');
    expect((['deputy', 'receiver', 'chief', 'admin', 'helper'] as const).filter(needsTwo)).toEqual([
      'deputy',
      'receiver',
      'chief',
    ]);
  });

  it('calls of all of an account’s grants count together', () => {
    const now = 1_000_000;
    const calls = (n: number, at: number) => Array.from({ length: n }, (_, k) => at + k);
    expect(secondsOver(calls(CALLS_PER_WINDOW, now - 1_000), now)).toBe(0);
    // One too many: the earliest of them has to be a minute ago.
    expect(secondsOver([now - 30_000, ...calls(CALLS_PER_WINDOW, now - 1_000)], now)).toBe(30);
    expect(secondsOver([...calls(CALLS_PER_WINDOW, now - 1_000), now - 30_000], now)).toBe(30);
    expect(secondsOver([now - WINDOW_MS, ...calls(CALLS_PER_WINDOW, now - 1_000)], now)).toBe(0);
    expect(secondsOver([now - WINDOW_MS + 1, ...calls(CALLS_PER_WINDOW, now - 1_000)], now)).toBe(1);
  });
});
