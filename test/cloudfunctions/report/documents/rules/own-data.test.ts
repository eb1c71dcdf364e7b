/** 个人信息: whoever asks gets all that is stored of them, in words, and reads where nothing is. */
import { makeOwnData, type OwnRequest } from '../../../../../cloudfunctions/report/documents/rules/own-data';
import { FOOT, readPaper, TODAY, township } from './read-paper';

const request: OwnRequest = {
  number: '1123-ABCDE',
  day: TODAY,
  village: '柳村',
  category: '饮水',
  name: '李婶',
  phone: '13900001111',
  text: '水管漏了',
  photos: 2,
  recordings: 1,
  later: ['补充：还在漏', '答复：已经修好'],
};
const booking = {
  date: '2026-12-07',
  time: '09:30',
  home: '东街之家',
  name: '李婶',
  phone: '13900001111',
  state: '已约',
};
const nothing = { bookings: [], requests: [], notices: [], messagesLeft: 0 };
const HEAD = '溪口镇「代表之家」里存着的、只属于您的内容。截至2026年11月23日（星期一）。';

test('bookings, requests with their files and what was answered, and messages: all of it, in three parts', () => {
  const notices = [{ title: '到您了', words: '请到东街之家。' }];
  const own = { bookings: [booking], requests: [request], notices, messagesLeft: 3 };
  const sheet = makeOwnData(township, own, TODAY);
  expect(sheet).toMatchObject({ name: '我的个人信息 2026年11月23日', title: '我的个人信息', foot: FOOT });
  expect(readPaper(sheet)).toEqual([
    HEAD,
    '[large bold] 一、预约',
    '[head] 日期 | 地点和时间 | 称呼、电话 | 现在',
    '2026年12月7日（星期一） | 东街之家 09:30 | 李婶⏎13900001111 | 已约',
    '[large bold] 二、反映的事',
    '[bold] 编号 1123-ABCDE　2026年11月23日（星期一）　柳村　饮水',
    '留的称呼、电话：李婶　13900001111',
    '[indent] 水管漏了',
    '附：照片 2 张，录音 1 段（在「我的」里点开这件事可以看、可以听）',
    '[indent] 补充：还在漏',
    '[indent] 答复：已经修好',
    '[large bold] 三、消息',
    '还可以发给您的微信消息：3 条。',
    '[indent] 到您了　请到东街之家。',
  ]);
});

test('where nothing is stored it says so in each part', () => {
  expect(readPaper(makeOwnData(township, nothing, TODAY))).toEqual([
    HEAD,
    '[large bold] 一、预约',
    '没有预约。',
    '[large bold] 二、反映的事',
    '没有反映过事情。',
    '[large bold] 三、消息',
    '还可以发给您的微信消息：0 条。',
    '消息箱是空的。',
  ]);
});

test('a booking without a phone has no empty line, and a request no line for what was not given', () => {
  const bare = { ...request, name: '', phone: '', text: '', photos: 0, recordings: 0, later: [] };
  const own = { ...nothing, bookings: [{ ...booking, phone: '' }], requests: [bare] };
  const words = readPaper(makeOwnData(township, own, TODAY));
  expect(words).toContain('2026年12月7日（星期一） | 东街之家 09:30 | 李婶 | 已约');
  const at = words.indexOf('[large bold] 二、反映的事');
  expect(words.slice(at + 1, at + 3)).toEqual([
    '[bold] 编号 1123-ABCDE　2026年11月23日（星期一）　柳村　饮水',
    '[large bold] 三、消息',
  ]);
});

test.each([
  [1, 0, '附：照片 1 张（'],
  [0, 2, '附：录音 2 段（'],
])('of %i photos and %i recordings only what there is is named', (photos, recordings, words) => {
  const own = { ...nothing, requests: [{ ...request, photos, recordings }] };
  expect(readPaper(makeOwnData(township, own, TODAY)).find((line) => line.startsWith('附'))).toMatch(words);
});
