import { byTownship, sideBySide } from '../../../cloudfunctions/shared/side-by-side';

test('so many at once, and no more', async () => {
  let [busy, most] = [0, 0];
  const done: number[] = [];
  const begun = await sideBySide([1, 2, 3, 4, 5], { atOnce: 2, endsAt: Infinity }, async (item) => {
    most = Math.max(most, ++busy);
    await Promise.resolve();
    busy--;
    done.push(item);
  });
  expect({ begun, most, done }).toEqual({
    begun: 5,
    most: 2,
    done: [1, 2, 3, 4, 5],
  });
});

test('nothing is begun once the time has come', async () => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(10);
  const done: number[] = [];
  const begun = await sideBySide([1, 2, 3], { atOnce: 1, endsAt: 12 }, (item) => {
    clock.mockReturnValue(10 + item);
    done.push(item);
    return Promise.resolve();
  });
  clock.mockRestore();
  expect({ begun, done }).toEqual({ begun: 2, done: [1, 2] });
});

test('groups by township keep their order', () => {
  const [a, b, c] = [
    { township: 'x', n: 1 },
    { township: 'y', n: 2 },
    { township: 'x', n: 3 },
  ];
  expect(byTownship([a, b, c])).toEqual([[a, c], [b]]);
});
