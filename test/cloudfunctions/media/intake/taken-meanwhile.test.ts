/** A file that somebody else takes in and deletes between this one's look and its reading. */
import { takeFile } from '../../../../cloudfunctions/media/intake/take-file';
import { activityFolder } from '../../../../cloudfunctions/media/intake/rules/kept-files';
import { keepTaken, takenId } from '../../../../cloudfunctions/media/intake/store';
import * as files from '../../../../cloudfunctions/shared/files';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
jest.mock('../../../../cloudfunctions/shared/files');

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const upload = { township: 'bh', file: 'cloud://e.b/bh/u/a/1.jpg', use: 'photo', folder: 'bh/kept' } as const;

it('is the copy that they made of it, not a file that is gone', async () => {
  process.env['FIELD_KEYS'] = JSON.stringify({
    current: 'k',
    keys: { k: Buffer.alloc(32, 1).toString('base64') },
  });
  const theirs = 'cloud://e.b/bh/kept/1-10x10.jpg';
  jest.spyOn(files, 'readFile').mockImplementation(async () => {
    await keepTaken({ _id: takenId('bh', upload.file), township: 'bh', at: NOW, file: theirs, kind: 'jpg' });
    return 'gone';
  });
  expect(await takeFile(upload, NOW)).toEqual({ file: theirs });
});

it('is gone to whoever else names it: deleted in one place, a copy of two would be gone in both', async () => {
  const ofRequest = { file: 'cloud://e.b/bh/kept/3-10x10.jpg', kind: 'jpg', township: 'bh', at: NOW };
  const third = { ...upload, file: 'cloud://e.b/bh/u/a/3.jpg' };
  await keepTaken({ ...ofRequest, _id: takenId('bh', third.file) });
  expect(await takeFile(third, NOW)).toEqual({ file: ofRequest.file });
  const folder = activityFolder('bh', 'f0123456789ab');
  expect(await takeFile({ ...third, folder }, NOW)).toEqual({ fault: 'gone' });
});

it('is gone where nobody took it in, and nothing is written of it', async () => {
  jest.spyOn(files, 'readFile').mockResolvedValue('gone');
  const other = { ...upload, file: 'cloud://e.b/bh/u/a/2.jpg' };
  expect(await takeFile(other, NOW)).toEqual({ fault: 'gone' });
  expect(await takeFile(other, NOW)).toEqual({ fault: 'gone' });
});
