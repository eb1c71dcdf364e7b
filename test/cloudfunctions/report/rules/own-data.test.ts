import { makeOwnData, type OwnRequest } from '../../../../cloudfunctions/report/documents/rules/own-data';
import { baiheDirectory } from '../../../../local/townships/baihe/book';

const TODAY = '2026-11-23';
const REQUEST: OwnRequest = {
  number: '1123-ABCDE',
  day: TODAY,
  village: '柳树城村',
  category: '水利饮水',
  name: '李婶',
  phone: '13900001111',
  text: '水管漏了',
  photos: 2,
  recordings: 1,
  later: ['答复：已经修好'],
};

const printed = (requests: readonly OwnRequest[]): string =>
  JSON.stringify(
    makeOwnData(baiheDirectory(TODAY), { bookings: [], requests, notices: [], messagesLeft: 3 }, TODAY),
  );

test('a request is printed with who asked, what was said, its files and what was answered', () => {
  const text = printed([REQUEST]);
  expect(text).toMatch(/留的称呼、电话：李婶\s+13900001111"/);
  expect(text).toContain('照片 2 张，录音 1 段');
  for (const word of ['水管漏了', '答复：已经修好', '还可以发给您的微信消息：3 条'])
    expect(text).toContain(word);
  expect(text).not.toContain('${');
});

test('who left no name and no phone has no line for them', () => {
  expect(printed([{ ...REQUEST, name: '', phone: '' }])).not.toContain('留的称呼');
});
