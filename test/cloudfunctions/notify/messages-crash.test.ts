import type { Message } from '../../../cloudfunctions/notify/messages/store';
import { DEATHS_OF_ACTS, dieAtEachCall } from '../../support/deaths';
import { submit } from '../request/requests';
import { openPostOffice, type PostOffice } from './support/post-office';

/** Under PROOF=1 each call dies, and the machine may be busy. */
jest.setTimeout(1_200_000);

const MINUTE_MS = 60_000;
/** Under PROOF=1 each call dies, otherwise every twelfth. */
const STEP = process.env['PROOF'] === '1' ? 1 : 12;
const DEPUTY = 'bh-p5';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.closeAll());

const toDeputy = (): Message | undefined =>
  office.messages().find(({ event, person }) => event === 'request-submitted' && person === 'p5');

test.each(DEATHS_OF_ACTS)(
  'killed at any database call (%s): the message goes out at least once, the consent is spent once',
  async (death) => {
    await dieAtEachCall({ cloud: office, fn: 'notify', death, step: STEP, atMost: 80 }, async (fatally) => {
      await office.reset();
      for (let n = 0; n < 5; n++) await office.consent(DEPUTY, 'task');
      await submit(office, 'asker', { deputy: 'p5' });
      await fatally(() => office.act('asker', 'notify', 'kick'));
      await office.advance(MINUTE_MS + 1);
      await office.timer();
      await office.advance(MINUTE_MS + 1);
      await office.timer();
      const toIt = office.sent.filter(({ openid }) => openid === DEPUTY);
      expect(toIt.length).toBeGreaterThanOrEqual(1);
      expect(toIt.length).toBeLessThanOrEqual(2);
      expect(toDeputy()).toMatchObject({ state: 'sent', nextAt: 0 });
      expect(office.consentsOf(DEPUTY)?.left.task).toBe(4);
      expect(office.rows(DEPUTY).filter(({ event }) => event === 'request-submitted')).toHaveLength(1);
    });
  },
);
