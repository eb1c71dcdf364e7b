import { complainAbout } from '../../../local/wechat/apis/keyword-rules';

const EMPTY = 'argument invalid! data.thing1.value is emtpy';

test.each([[''], [undefined], [7], [null]])('nothing is refused in WeChat’s own spelling: %p', (value) => {
  expect(complainAbout('thing1', value)).toBe(EMPTY);
});

test.each([
  ['thing1', '二十个字的长度刚刚好好好好好好好好好好好', 'thing1 20'],
  ['thing1', '👨‍👩‍👧 a1,.', 'anything'],
  ['number1', '-12.5', ''],
  ['letter1', 'ABCdef', ''],
  ['symbol1', '，。！', ''],
  ['character_string1', '20261205-7K', ''],
  ['time1', '09:00', ''],
  ['time1', '09:00:30', ''],
  ['time1', '2026年12月5日 09:00', ''],
  ['time1', '2026年12月5日 09:00~2026年12月5日 11:30', ''],
  ['date1', '2026年12月5日', ''],
  ['date1', '2026-12-05 08:30', ''],
  ['date1', '2026/12/5~2026/12/7', ''],
  ['amount1', '¥12.50元', ''],
  ['phone_number1', '0571-8888888', ''],
  ['car_number1', '粤A8Z888挂', ''],
  ['name1', '十个汉字的名字在这里', ''],
  ['name1', 'Somebody With A Name', ''],
  ['phrase1', '办理中', ''],
])('%s may say %s', (keyword, value) => {
  expect(complainAbout(keyword, value)).toBeUndefined();
});

test.each([
  ['thing1', '二十一个字就太长了太长了太长了太长了太长了'],
  ['thing1', '两行\n字'],
  ['number1', '1'.repeat(33)],
  ['number1', '12a'],
  ['letter1', '字'],
  ['symbol1', '，。！？；：'],
  ['character_string1', '编号7'],
  ['character_string1', 'x'.repeat(33)],
  ['time1', '25:00'],
  ['time1', '明天上午'],
  ['time1', '2026-12-05 09:00'],
  ['date1', '十二月五日'],
  ['date1', '2026-12/05'],
  ['amount1', '12345678901'],
  ['phone_number1', '1'.repeat(18)],
  ['car_number1', '粤A8Z888挂车'],
  ['name1', '十一个汉字的名字就太长了'],
  ['phrase1', '五个字以上的'],
  ['phrase1', '办理OK'],
  ['phrase1', '办理 中'],
  ['unknown1', '什么'],
])('%s may not say %s', (keyword, value) => {
  expect(complainAbout(keyword, value)).toBe(`argument invalid! data.${keyword}.value invalid`);
});
