import { choosePhotos } from '../../../miniprogram/platform/files';
import { installFakeWx } from '../../support/fake-wx';

interface Photo {
  tempFilePath: string;
  size: number;
  side: number;
}

/** A phone on which these are chosen; `works`: it can make a picture smaller. */
function choose(photos: readonly Photo[], works = true) {
  installFakeWx();
  Object.assign(wx, {
    chooseMedia: ({ success }: { success: (chosen: object) => void }) => {
      success({ tempFiles: photos });
    },
    getImageInfo: ({ src, success }: { src: string; success: (info: object) => void }) => {
      const side = photos.find(({ tempFilePath }) => tempFilePath === src)?.side ?? 0;
      success({ width: side, height: side });
    },
    compressImage: ({
      src,
      success,
      fail,
    }: {
      src: string;
      success: (made: object) => void;
      fail: () => void;
    }) => {
      if (works) success({ tempFilePath: `${src}-small` });
      else fail();
    },
  });
  return choosePhotos(9);
}

const small = { tempFilePath: 'small', size: 300_000, side: 1_600 };
const large = { tempFilePath: 'large', size: 4_000_000, side: 4_000 };
const flat = { tempFilePath: 'flat', size: 400_000, side: 8_000 };
const empty = { tempFilePath: 'empty', size: 0, side: 0 };

test('an empty one is not taken, and counted; large ones and 64 megapixels of few bytes are made smaller', async () => {
  expect(await choose([small, large, flat, empty])).toEqual({
    paths: ['small', 'large-small', 'flat-small'],
    empty: 1,
    huge: 0,
  });
});

test('a phone that cannot make them smaller still sends what gets through, and says what does not', async () => {
  expect(await choose([small, large, flat], false)).toEqual({ paths: ['small', 'large'], empty: 0, huge: 1 });
});
