/** The two letters of a suggestion: written by hand where nothing is known, and nobody who signed it is left out. */
import {
  makeSuggestionPaper,
  type PaperSuggestion,
} from '../../../../../cloudfunctions/report/documents/rules/suggestion-papers';
import { FOOT, readPaper, township } from './read-paper';

const one: PaperSuggestion = {
  card: township.card,
  number: '建1123-K7Q2',
  title: '关于修路的建议',
  grounds: '路烂了。',
  plan: '修路。',
  lead: '丁甲',
  cosigners: ['于乙', '王丙'],
  unit: '交通办',
  assist: ['水利站', '农业办'],
  contactedOn: '2026-11-25',
  reply: {
    letter: '溪政建复〔1〕号',
    signer: '镇长',
    class: 'A 已经解决',
    words: '路已修好。\n谢谢。',
    on: '2026-12-01',
  },
};
const { reply: _reply, contactedOn: _on, ...fresh } = one;
const alone: PaperSuggestion = { ...fresh, cosigners: [], assist: [] };

test('the answer goes to everybody who signed, says what became of it and who answers for it', () => {
  const sheet = makeSuggestionPaper('reply', one);
  expect(sheet).toMatchObject({
    name: '答复函 建1123-K7Q2',
    title: '对代表建议建1123-K7Q2的答复',
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '[center] 溪政建复〔1〕号',
    '[bold] 丁甲、于乙、王丙代表：',
    '[indent] 您们提出的《关于修路的建议》（建1123-K7Q2）收悉。现答复如下：',
    '[indent] 路已修好。',
    '[indent] 谢谢。',
    '办理结果：A 已经解决',
    '[indent] 感谢您对我们工作的关心和支持。',
    '签发人：镇长',
    '联系人和电话：＿＿＿＿＿＿',
    '[right] 交通办（盖章）',
    '[right] 2026年12月1日（星期二）',
    '[small] 抄送：溪口镇人民代表大会主席团　附：征询意见表',
  ]);
});

test('before there is an answer the letter has room for it, a box for each result, and speaks to one as to one', () => {
  expect(readPaper(makeSuggestionPaper('reply', alone))).toEqual([
    '[center] ＿＿〔＿＿＿＿〕＿＿号',
    '[bold] 丁甲代表：',
    '[indent] 您提出的《关于修路的建议》（建1123-K7Q2）收悉。现答复如下：',
    ...Array.from({ length: 6 }, () => '[indent] '),
    '办理结果：□已经解决　□正在解决　□列入规划　□留作参考、说明原因',
    '[indent] 感谢您对我们工作的关心和支持。',
    '签发人：＿＿＿＿＿＿',
    '联系人和电话：＿＿＿＿＿＿',
    '[right] 交通办（盖章）',
    '[right] ＿＿＿＿年＿＿月＿＿日',
    '[small] 抄送：溪口镇人民代表大会主席团　附：征询意见表',
  ]);
});

test('the opinion is asked of result and attitude apart, knows of the contact, and is signed by the deputy', () => {
  const sheet = makeSuggestionPaper('opinion', one);
  expect(sheet).toMatchObject({
    name: '征询意见表 建1123-K7Q2',
    title: '代表建议办理征询意见表',
    foot: FOOT,
  });
  expect(readPaper(sheet)).toEqual([
    '编号 | 建1123-K7Q2',
    '案由 | 关于修路的建议',
    '领衔代表 | 丁甲',
    '联名代表 | 于乙、王丙',
    '主办单位 | 交通办',
    '协办单位 | 水利站、农业办',
    '答复函 | 溪政建复〔1〕号，2026年12月1日（星期二）',
    '事先联系 | □到过现场　□当面谈过　□电话联系　□没有联系（登记的联系日期：2026年11月25日（星期三））',
    '对办理结果 | □满意　□基本满意　□不满意',
    '对办理态度 | □满意　□基本满意　□不满意',
    '意见 | ⏎7',
    '代表签名 | ⏎　　＿＿＿＿年＿＿月＿＿日',
    '[small] 请在收到答复函后填写，交溪口镇人大办。本人填写，承办单位的人不在场。',
  ]);
});

test('what is not known of a suggestion is said or left to be written', () => {
  const words = readPaper(makeSuggestionPaper('opinion', alone));
  expect(words.slice(3, 8)).toEqual([
    '联名代表 | 无',
    '主办单位 | 交通办',
    '协办单位 | 无',
    '答复函 | ＿＿＿＿＿＿',
    '事先联系 | □到过现场　□当面谈过　□电话联系　□没有联系（登记的联系日期：＿＿＿＿＿＿）',
  ]);
});
