/** A cover's part that is shown, and an article as one long picture: where each line, box and photo stands. */
import { cropText } from '../../../../../cloudfunctions/publicity/pictures/rules/cover-crop';
import { layOut, WIDTH, wrap } from '../../../../../cloudfunctions/publicity/pictures/rules/long-picture';
import { EMPTY, WHOLE } from '../../articles/rules/whole-article';

const measure = (text: string, size: number) => text.length * size;

describe('a cover', () => {
  it.each([
    ['a wide one is cut at its sides', 1_080, 720, 1, '0.166667_0_0.833333_1'],
    ['a high one above and below', 720, 1_080, 1, '0_0.166667_1_0.833333'],
    ['for the head of the list it is 2.35 to 1', 940, 800, 2.35, '0_0.25_1_0.75'],
    ['one that fits is whole', 235, 100, 2.35, '0_0_1_1'],
    ['of one whose size nobody knows all is shown', 0, 720, 1, '0_0_1_1'],
    ['nor is a height of nothing divided by', 720, 0, 1, '0_0_1_1'],
  ])('%s', (_what, width, height, ratio, text) => {
    expect(cropText(undefined, { width, height }, ratio)).toBe(text);
  });

  it('what was chosen is taken, within the picture', () => {
    expect(cropText({ x1: -0.1, y1: 0.12345678, x2: 1.2, y2: 0.9 }, { width: 100, height: 100 }, 1)).toBe(
      '0_0.123457_1_0.9',
    );
  });
});

describe('a line', () => {
  it('is filled, and what may not begin one hangs at the end of the one before', () => {
    expect(wrap('一二三四五', 10, 30, measure)).toEqual(['一二三', '四五']);
    expect(wrap('一二三，四', 10, 30, measure)).toEqual(['一二三，', '四']);
  });

  it('keeps words and numbers whole, however long, and goes on at a line break', () => {
    expect(wrap('共12.5%和abc', 10, 50, measure)).toEqual(['共', '12.5%', '和abc']);
    expect(wrap('abcdefghij', 10, 30, measure)).toEqual(['abcdefghij']);
    expect(wrap('一\n\n二\n ', 10, 30, measure)).toEqual(['一', '二']);
  });
});

describe('the picture', () => {
  const lay = (
    content = WHOLE,
    ratio = 0.5,
    foot: { words: string; code?: string } = { words: '读全文', code: 'code:foot' },
  ) => layOut(content, foot, measure, () => (ratio === 0 ? undefined : ratio));

  it('shows every block but a card, which cannot be tapped in a picture, from top to bottom', () => {
    const { lines, photos, boxes } = lay();
    expect(lines.map(({ text }) => text)).toEqual([
      '接访日 <小结>',
      '人大办',
      ' 群众说了什么 ',
      '第一段',
      '换行',
      '第二段 & "引号"',
      '办得好',
      '王先生',
      '现场',
      '36人次',
      '接待群众',
      '扫码',
      '读全文',
    ]);
    expect(photos.map(({ picture }) => picture)).toEqual(['p.jpg', 'code:bh.h1', 'code:foot']);
    expect(boxes).toHaveLength(2);
    const feet = lines.map(({ y }) => y);
    expect([...feet].sort((one, other) => one - other)).toEqual(feet);
  });

  it('has its title boldest, its headings and numbers in the colour of the house, names and captions grey', () => {
    const look = (text: string) => lay().lines.find((line) => line.text === text);
    expect(look('接访日 <小结>')).toMatchObject({ size: 46, bold: true, colour: '#1f1f1f', x: 48 });
    expect(look(' 群众说了什么 ')).toMatchObject({ size: 36, bold: true, colour: '#b3151b', x: 48 });
    expect(look('36人次')).toMatchObject({ size: 48, bold: true, colour: '#b3151b' });
    for (const text of ['人大办', '王先生', '现场', '接待群众', '扫码', '读全文'])
      expect(look(text)).toMatchObject({ size: 26, bold: false, colour: '#6b6b6b' });
  });

  it('puts captions, numbers and the foot into the middle, and a photo across', () => {
    const { lines, photos, boxes } = lay();
    const middle = (text: string) => {
      const line = lines.find((one) => one.text === text);
      return (line?.x ?? 0) + measure(text, line?.size ?? 0) / 2;
    };
    expect(['现场', '36人次', '接待群众', '扫码', '读全文'].map(middle)).toEqual(
      Array.from({ length: 5 }, () => WIDTH / 2),
    );
    expect(photos[0]).toMatchObject({ x: 48, width: WIDTH - 96, height: (WIDTH - 96) / 2 });
    expect(photos[1]).toMatchObject({ x: (WIDTH - 260) / 2, width: 260, height: 130 });
    expect(photos[2]).toMatchObject({ width: 220, height: 110 });
    expect(boxes.every(({ x, width }) => x === 48 && width === WIDTH - 96)).toBe(true);
  });

  it('lays each box behind what stands in it, and nothing over anything else', () => {
    const { lines, boxes, photos, height } = lay();
    const inside = (text: string, at: number) => {
      const { y = 0, size = 0 } = lines.find((line) => line.text === text) ?? {};
      const box = boxes[at];
      return box !== undefined && box.y <= y - size && y <= box.y + box.height;
    };
    expect([inside('办得好', 0), inside('王先生', 0), inside('36人次', 1), inside('接待群众', 1)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([inside('第二段 & "引号"', 0), inside('现场', 0), inside('现场', 1), inside('扫码', 1)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const spans = [
      ...lines.map(({ y, size }) => [y - size, y] as const),
      ...photos.map((photo) => [photo.y, photo.y + photo.height] as const),
    ].sort(([one], [other]) => one - other);
    spans.slice(1).forEach(([top], at) => {
      expect(top).toBeGreaterThanOrEqual(spans[at]?.[1] ?? 0);
    });
    expect(height).toBeGreaterThan(spans.at(-1)?.[1] ?? 0);
    expect(Number.isInteger(height)).toBe(true);
  });

  it('leaves out what cannot be shown, and boxes with nothing in them', () => {
    expect(lay(WHOLE, 0).photos).toEqual([]);
    const { lines, boxes, photos } = lay(EMPTY, 0.5, { words: '读全文' });
    expect(lines.map(({ text }) => text)).toEqual(['读全文']);
    expect(photos.map(({ picture }) => picture)).toEqual(['code:bh']);
    expect(boxes).toEqual([]);
  });

  it('ends where a phone would not scroll it any more, with the foot that says where to read on', () => {
    const long = {
      ...WHOLE,
      blocks: Array.from({ length: 400 }, (_, n) => ({
        id: `t${String(n)}`,
        type: 'text' as const,
        text: '字',
      })),
    };
    const { lines, height } = lay(long);
    expect(lines.at(-1)?.text).toBe('读全文');
    expect(height).toBeGreaterThan(16_000);
    expect(height).toBeLessThan(16_500);
  });
});
