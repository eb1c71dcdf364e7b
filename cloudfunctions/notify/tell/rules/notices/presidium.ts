/** Notices about the presidium's supervision: who has a topic hears of it; its words are in none of them. */
import { CHIEF } from '../../../../../miniprogram/contract/roles';
import type { NoteKind, TopicOwner } from '../../../../../miniprogram/contract/congress/presidium';
import { ASKED_UPWARD, NOTE_LABELS } from '../../../../../miniprogram/contract/congress/presidium-labels';
import type { LocalDate } from '../../../../../miniprogram/contract/wire';
import { sayDate } from '../../../../shared/say-date';
import { formatTime } from '../../../messages/rules/keywords';
import type { NoticesOf, Row } from '../notice';
import { ofDistrict, ofOffice, ofRoles, ofUnit, type Holder, type Recipient } from '../recipients';
import { pageOf } from '../say';

export interface TopicFacts {
  title: string;
  owner: TopicOwner;
  unit: string;
  due: LocalDate;
  date: LocalDate;
}

const unit = ({ unit: id }: TopicFacts, holders: readonly Holder[]): readonly Recipient[] =>
  ofUnit(holders, id);
const chief = (_facts: TopicFacts, holders: readonly Holder[]): readonly Recipient[] =>
  ofRoles(holders, CHIEF);

function told(to: string, who: Row<TopicFacts>['who'], title: string, words: string): Row<TopicFacts> {
  return {
    to,
    who,
    tell: (facts) => ({
      title,
      words: `${facts.title}。${sayDate(facts.due)}前${words}。`,
      page: pageOf('office/presidium/presidium'),
      message: {
        template: 'task',
        values: {
          thing1: title,
          thing2: facts.title,
          time3: formatTime(facts.due < facts.date ? facts.date : facts.due),
          thing4: '请点开看',
        },
      },
    }),
  };
}

export const PRESIDIUM_NOTICES: NoticesOf<TopicFacts> = {
  'topic-planned': { nobody: '打开监督计划就看得到' },
  'topic-edited': { nobody: '打开监督计划就看得到' },
  'topic-held': { nobody: '打开监督计划就看得到' },
  'topic-accepted': { nobody: '打开监督计划就看得到' },
  'topic-dropped': { nobody: '打开监督计划就看得到' },
  'topic-handed': [told('units', unit, '审议意见交办', '报告研究处理情况')],
  'topic-again': [told('units', unit, '审议意见退回再办', '再报告一次')],
  'topic-reported': [told('presidium', chief, '研究处理情况报告', '由主席团审定')],
  'meeting-recorded': { nobody: '参加会议的人都知道；列为重点督办的另外告诉' },
  'liaison-arranged': { nobody: '打开联系代表就看得到' },
  'note-settled': { nobody: '打开就看得到' },
};

/** Whose township it is, and when. */
export interface AskedFacts {
  date: LocalDate;
  from: string;
  /** Of what was written down; absent: an answer. */
  kind?: NoteKind;
}

function toldOfAsked(title: string, { date, from }: AskedFacts, next: string) {
  const values = { thing1: title, thing2: from, time3: formatTime(date), thing4: next };
  return { template: 'task' as const, values };
}

/** Notices about what a township asks the district for; the words stand in the presidium's and the district's rooms. */
export const ASKED_NOTICES: NoticesOf<AskedFacts> = {
  'note-added': [
    {
      to: 'district',
      who: (_facts, holders) => ofDistrict(holders),
      tell: (facts) => {
        const { kind, from } = facts;
        if (kind === undefined || !ASKED_UPWARD.includes(kind)) return undefined;
        const title = `${from}：${NOTE_LABELS[kind].label}`;
        return {
          title,
          words: '请点开看，写下区里的答复。',
          page: pageOf('office/district/district', { room: 'asked' }),
          message: toldOfAsked('有乡镇请区里指导', facts, '请点开看，写下答复'),
        };
      },
    },
  ],
  'note-answered': [
    {
      to: 'office',
      who: (_facts, holders) => ofOffice(holders),
      tell: (facts) => ({
        title: '区里答复了',
        words: '您镇向区里提的，区里答复了。请在主席团的上级指导里看。',
        page: pageOf('office/presidium/presidium'),
        message: toldOfAsked('区里答复了', facts, '请在主席团的上级指导里看'),
      }),
    },
  ],
};
