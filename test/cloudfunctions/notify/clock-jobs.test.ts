import { runClockJobs, type ClockJob } from '../../../cloudfunctions/notify/relay/clock-jobs';

test('a job that throws holds up no other, and its message is in no log', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const asked: string[] = [];
  const jobs: ClockJob[] = [
    () => Promise.resolve(2),
    () => Promise.reject(new Error('canary 钱多多 13800000000')),
    (townships, now) => {
      asked.push(...townships, String(now));
      return Promise.resolve(0);
    },
  ];
  const looks = jobs.map((job, at) => ({ name: String(at), job }));
  const next: Record<string, number> = {};
  const done = await runClockJobs(['bh', 'qs'], { now: 7, endsAt: Infinity }, looks, {
    onLook: ({ name }, at) => (next[name] = at),
  });
  expect({ done, asked }).toEqual({ done: 2, asked: ['bh', 'qs', '7'] });
  // What did something, or could not, is worth another look at once.
  expect(next).toEqual({ 0: 7, 1: 7, 2: Infinity });
  expect(logged).toHaveBeenCalledTimes(1);
  expect(JSON.stringify(logged.mock.calls)).not.toContain('canary');
  logged.mockRestore();
});
