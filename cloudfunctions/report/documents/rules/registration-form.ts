/** 来访登记表, blank: asks for no more than the app does, in its order, so that it can be entered later. */
import { KIND_LABELS, OUTCOME_LABELS } from '../../../../miniprogram/contract/labels';
import { OUTCOMES } from '../../../../miniprogram/contract/desk';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Sheet } from './sheet';
import { footOf } from './words';

const BOX = '□';

function boxes(words: readonly string[]): string {
  return words.map((word) => `${BOX}${word}`).join('　');
}

export function makeRegistrationForm(directory: Directory): Sheet {
  const homes = boxes(directory.homes.map(({ name }) => name));
  return {
    name: '来访登记表',
    title: `${directory.card.name}代表接访来访登记表`,
    blocks: [
      { line: '第＿＿＿号　　＿＿＿＿年＿＿月＿＿日　＿＿时＿＿分', align: 'right' },
      {
        columns: [18, 82],
        height: 12,
        rows: [
          ['接访地点', homes],
          ['怎么称呼', ''],
          ['电话', '（可以不留。不留的，到代表之家或打座机问结果）'],
          ['事情在哪里', '＿＿＿＿＿＿＿＿村　　＿＿＿＿组　　□不知道是哪个组'],
          ['哪一类', boxes(directory.categories.map(({ name }) => name))],
          ['是什么', boxes(Object.values(KIND_LABELS))],
          ['什么事', '\n'.repeat(13)],
          [
            '谁能看到',
            boxes([
              '不让代表看到我的名字',
              '不让本村代表看',
              '可以公开，不写名字（办时只公开题目，办结后公开结果）',
            ]),
          ],
          ['接访人', ''],
          ['怎么办的', boxes(OUTCOMES.map((outcome) => OUTCOME_LABELS[outcome]))],
          ['说明', '\n\n\n'],
          ['登记人', ''],
        ],
      },
      { line: '不用填身份证号。这张表由人大办收存，录入后按规定销毁，不给无关的人看。', size: 'small' },
    ],
    foot: footOf(directory.card),
  };
}
