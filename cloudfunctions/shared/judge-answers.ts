/** What the platform's answers mean for this product, in sentences for whoever runs it. Pure. */
import type { VerifiedLine } from '../../miniprogram/contract/health';
import type { PlatformAnswers } from './ask-platform';

export type Form = 'at-once' | 'read-then-write';

const FORM_WORDS: Readonly<Record<Form, string>> = {
  'at-once': '现在用的是「改并返回」一次完成',
  'read-then-write': '现在用的是「先读再改」（CHANGE_AND_READ=read-then-write）',
};

function judgeReturns({ returns }: PlatformAnswers, form: Form): VerifiedLine {
  const answers = {
    after: '能用，返回改过以后的内容',
    before: '能用，但返回的是改以前的内容',
    refused: '不能用',
  };
  const safe = returns === 'after' || form === 'read-then-write';
  const mend = '要把每个函数的 CHANGE_AND_READ 设成 read-then-write，再部署一次';
  const spare = returns === 'after' && form === 'read-then-write' ? '；可以去掉这个变量，每次少一次调用' : '';
  return {
    question: '事务以外的 updateAndReturn',
    answer: answers[returns],
    means: safe ? `${FORM_WORDS[form]}${spare}` : `${FORM_WORDS[form]}，不对：${mend}`,
    safe,
  };
}

function judgeCounts({ counts }: PlatformAnswers): VerifiedLine {
  const answers = { matches: '数符合条件的', changes: '只数真变了的', other: '数不清' };
  const safe = counts !== 'other';
  return {
    question: 'updated 数的是什么',
    answer: answers[counts],
    means: safe ? '两种都行：每次写都改版本号，一定有变化' : '分不出写成没写成，不能上线',
    safe,
  };
}

function judgeDuplicate({ duplicate }: PlatformAnswers): VerifiedLine {
  const answers = {
    code: '用 DATABASE_DUPLICATE_WRITE 说',
    text: '在文字里用 E11000 说',
    other: '报了错，但认不出是编号重复',
    none: '没有报错，同一个编号写进了两次',
  };
  const safe = duplicate === 'code' || duplicate === 'text';
  return {
    question: '编号重复时怎么说',
    answer: answers[duplicate],
    means: safe ? '认得，第二份不会写进去' : '同一件事可能写成两份，不能上线',
    safe,
  };
}

function judgeRows({ rows, limit }: PlatformAnswers): VerifiedLine {
  const answers = { twenty: '20 行', all: '全部', other: '别的行数' };
  const safe = limit === 'kept';
  return {
    question: '汇总不写上限时给几行',
    answer: `${answers[rows]}；写了上限${safe ? '按上限给' : '仍然给不全'}`,
    means: safe ? '都行：每次汇总都写上限' : '数字会少数，不能上线',
    safe,
  };
}

function judgeSingle({ single }: PlatformAnswers): VerifiedLine {
  const answers = { one: '只改一条', several: '改了好几条', none: '一条没改' };
  return {
    question: '只许改一条时改了几条',
    answer: answers[single],
    means: single === 'one' ? '对' : '会改到别的记录，不能上线',
    safe: single === 'one',
  };
}

function judgeCondition({ condition }: PlatformAnswers): VerifiedLine {
  const safe = condition === 'held';
  return {
    question: '条件不成立时改不改',
    answer: safe ? '不改' : '照样改了',
    means: safe ? '对' : '一个号可能约给两个人，不能上线',
    safe,
  };
}

/** `form`: which one `changeAndRead` has in this environment (shared/database.ts). */
export function judgeAnswers(answers: PlatformAnswers, form: Form): VerifiedLine[] {
  return [
    judgeReturns(answers, form),
    judgeCounts(answers),
    judgeDuplicate(answers),
    judgeRows(answers),
    judgeSingle(answers),
    judgeCondition(answers),
  ];
}
