import { runClockJobs } from '../../../cloudfunctions/notify/relay/clock-jobs';

test('a job that throws holds up no other, and its message is in no log', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const asked: string[] = [];
  const done = await runClockJobs(['bh', 'qs'], { now: 7, endsAt: Infinity }, [
    () => Promise.resolve(2),
    () => Promise.reject(new Error('canary 钱多多 13800000000')),
    (townships, now) => {
      asked.push(...townships, String(now));
      return Promise.resolve(1);
    },
  ]);
  expect({ done, asked }).toEqual({ done: 3, asked: ['bh', 'qs', '7'] });
  expect(logged).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(logged.mock.calls)).not.toContain('canary');
  logged.mockRestore();
});
