import { soundsLikeDiscipline } from '../../../miniprogram/contract/discipline';

test.each([
  '村主任贪污修路款',
  '办低保要收黑钱',
  '村里套 取补贴',
  '我反映了，他打击报复',
  '占着位子以权谋私',
])('«%s» belongs to the discipline commission', (text) => {
  expect(soundsLikeDiscipline(text)).toBe(true);
});

test.each(['路灯坏了没人修', '办事窗口态度不好', '隔壁侵占我家宅基地', '想问低保怎么评', '红包绑带的事'])(
  '«%s» is an ordinary matter',
  (text) => {
    expect(soundsLikeDiscipline(text)).toBe(false);
  },
);

test('a recording alone has no words to judge', () => {
  expect(soundsLikeDiscipline(undefined)).toBe(false);
});
