import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DUTY_LIMITS } from '../../miniprogram/contract/duty';
import { DUTY_REPORT_LIMITS } from '../../miniprogram/contract/duty-report';
import { LIMITS } from '../../miniprogram/contract/limits';
import { KEY_LENGTHS } from '../../miniprogram/contract/official-keys';
import { ARTICLE_LIMITS } from '../../miniprogram/contract/article';
import { STUDY_LIMITS } from '../../miniprogram/contract/studies';
import { TIE_LIMITS } from '../../miniprogram/contract/ties';
import { WORK_REPORT_LIMITS } from '../../miniprogram/contract/work-report';
import { listFiles } from '../../build/files';

const phone = join(__dirname, '../../miniprogram');

/** Labels of fields whose length is written out in a template, with what the server takes there. */
const TAKES: Readonly<Record<string, number>> = {
  乡镇的名称: LIMITS.name,
  '文号，或者为什么不需要': LIMITS.reason,
  为什么改: LIMITS.reason,
  为什么合并: LIMITS.reason,
  '为什么现在才记（过了第二天要写）': LIMITS.lateReason,
  '为什么来不及提前公布（主席写）': 60,
  别的行业: 20,
  讲什么: 40,
  '谁来讲（可以先空着）': 20,
  在哪里: 40,
  '来了多少人次（不知道就空着）': 5,
  模板的名字: 20,
  写在这里: WORK_REPORT_LIMITS.words,
  '标题（前面的序号自己会排）': WORK_REPORT_LIMITS.heading,
  '这句的开头（可以空着）': WORK_REPORT_LIMITS.sentence,
  '分句，一行一个': WORK_REPORT_LIMITS.sentence * WORK_REPORT_LIMITS.clauses,
  '制度的名称（定了不能改）': WORK_REPORT_LIMITS.heading,
  '内容，一条一行': WORK_REPORT_LIMITS.words,
  为什么退回: WORK_REPORT_LIMITS.reason,
  '{{screen.label}}': 60,
  为什么来不了: 60,
  为什么撤回: 60,
  '谁同意的（本人或家人）': 20,
  哪里不对: DUTY_LIMITS.disputeWords,
  怎么答复: DUTY_LIMITS.disputeWords,
  意见: DUTY_LIMITS.opinionWords,
  质量: DUTY_LIMITS.siteWords,
  进度: DUTY_LIMITS.siteWords,
  建议: DUTY_LIMITS.siteWords,
  代号: TIE_LIMITS.alias,
  '需要什么（可以不写）': TIE_LIMITS.needs,
  为什么结束: TIE_LIMITS.reason,
  '学什么（每次可以再改）': STUDY_LIMITS.title,
  '在哪里（可以不写）': STUDY_LIMITS.place,
  '案由：一句话说要办什么': LIMITS.title,
  '案据：为什么要办': LIMITS.suggestionText,
  '方案：怎么办': LIMITS.suggestionText,
  '{{item.label}}': DUTY_REPORT_LIMITS.part,
  到会几人: String(DUTY_REPORT_LIMITS.present).length,
  '{{grade}}几票': String(DUTY_REPORT_LIMITS.present).length,
  '不计入等次几票（没有就不写）': String(DUTY_REPORT_LIMITS.present).length,
  为什么停用: ARTICLE_LIMITS.words,
  AppID: KEY_LENGTHS.appid,
  'AppSecret（密钥）': KEY_LENGTHS.secret,
};

const fields = listFiles(phone, (path) => path.endsWith('miniprogram_npm'))
  .filter((path) => path.endsWith('.wxml'))
  .flatMap((path) =>
    [...readFileSync(join(phone, path), 'utf8').matchAll(/<(?:field|input|textarea)\b[^>]*>/g)].map(
      ([tag]) => ({
        path,
        label: /label="([^"]*)"/.exec(tag)?.[1] ?? '',
        length: Number(/maxlength="(?:\{\{)?(\d+)(?:\}\})?"/.exec(tag)?.[1] ?? 'NaN'),
        tag,
      }),
    ),
  );

test('there are fields to look at', () => {
  expect(fields.length).toBeGreaterThan(40);
});

test('no field is narrower than what the server takes', () => {
  const written = fields.filter(({ length }) => !Number.isNaN(length));
  const narrow = written.filter(({ label, length }) => length < (TAKES[label] ?? Infinity));
  expect(narrow.map(({ path, label, length }) => `${path} ${label} ${String(length)}`)).toEqual([]);
});

test('telephone numbers and codes are never cut: people paste them with blanks, brackets and a country code', () => {
  const cut = fields.filter(
    ({ label, tag }) => /电话|号码|邀请码|短码|后四位/.test(label) && tag.includes('maxlength'),
  );
  expect(cut.map(({ path, label }) => `${path} ${label}`)).toEqual([]);
});
