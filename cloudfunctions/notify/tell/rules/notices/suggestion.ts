/** Notices about deputies' suggestions. Their text is in none of them. */
import { PRESIDIUM } from '../../../../../miniprogram/contract/roles';
import type { SuggestionOwner } from '../../../../../miniprogram/contract/congress/suggestion';
import type { LocalDate, LocalTime } from '../../../../../miniprogram/contract/wire';
import { formatTime } from '../../../messages/rules/keywords';
import type { NoticesOf, Row } from '../notice';
import {
  ofOffice,
  ofPerson,
  ofRoles,
  ofUnit,
  once,
  others,
  type Holder,
  type Recipient,
} from '../recipients';
import { sayDate } from '../../../../shared/say-date';
import { pageOf } from '../say';

export interface SuggestionFacts {
  suggestion: string;
  number: string;
  /** 道路桥梁. */
  about: string;
  owner: SuggestionOwner;
  lead: string;
  /** Who agreed, and who was asked and has not answered. */
  agreed: readonly string[];
  asked: readonly string[];
  unit: string;
  assist: readonly string[];
  government: string;
  due: LocalDate;
  /** Person, unit or account of whoever did it. */
  by: string;
  /** Askers of the requests it grew out of. */
  askers: readonly Recipient[];
  date: LocalDate;
  time: LocalTime;
}

interface Who {
  to: string;
  who: (facts: SuggestionFacts, holders: readonly Holder[]) => readonly Recipient[];
}

const lead: Who = { to: 'lead', who: (facts, holders) => ofPerson(holders, facts.lead) };
const cosigners: Who = {
  to: 'cosigner',
  who: (facts, holders) => once(facts.agreed.flatMap((person) => ofPerson(holders, person))),
};
const asked: Who = {
  to: 'asked',
  who: (facts, holders) => once(facts.asked.flatMap((person) => ofPerson(holders, person))),
};
const office: Who = { to: 'office', who: (_facts, holders) => ofOffice(holders) };
const body: Who = { to: 'presidium', who: (_facts, holders) => ofRoles(holders, PRESIDIUM) };
const units: Who = {
  to: 'units',
  who: ({ unit, assist }, holders) => once([unit, ...assist].flatMap((one) => ofUnit(holders, one))),
};
/** Whoever has to act now. */
const owner: Who = {
  to: 'owner',
  who: (facts, holders) => {
    if (facts.owner === 'deputy') return ofPerson(holders, facts.lead);
    if (facts.owner === 'unit') return ofUnit(holders, facts.unit);
    if (facts.owner === 'government') return ofUnit(holders, facts.government);
    if (facts.owner === 'presidium') return ofRoles(holders, ['chief']);
    return facts.owner === 'office' ? ofOffice(holders) : [];
  },
};

function row(
  { to, who }: Who,
  title: string,
  next: (facts: SuggestionFacts) => string,
): Row<SuggestionFacts> {
  return {
    to,
    // Nobody is told of their own act.
    who: (facts, holders) => others(who(facts, holders), holders, facts.by),
    tell: (facts) => ({
      title,
      words: `代表建议 ${facts.number}（${facts.about}）。${next(facts)}`,
      page: pageOf('deputy/suggestion/suggestion', { suggestion: facts.suggestion }),
      message: {
        template: 'task',
        values: {
          thing1: title,
          thing2: `代表建议 ${facts.about}`,
          time3: formatTime(facts.due < facts.date ? facts.date : facts.due),
          thing4: '请点开看',
        },
      },
    }),
  };
}

const before = ({ due }: SuggestionFacts): string => `${sayDate(due)}前`;
const yours = (title: string): Row<SuggestionFacts> =>
  row(owner, title, (facts) => `请点开看，${before(facts)}办。`);
const over = (title: string): Row<SuggestionFacts> => row(lead, title, () => '点开看理由。');

/** The villagers whose requests led to it hear that there is an answer (mission F2). */
const askers: Row<SuggestionFacts> = {
  to: 'asker',
  who: (facts) => facts.askers,
  tell: (facts) => ({
    title: '您反映的事，代表建议有了答复',
    words: `您反映的${facts.about}的事，代表写成了建议（${facts.number}），承办单位已经书面答复代表。`,
    page: pageOf('pages/mine/mine'),
  }),
};

export const SUGGESTION_NOTICES: NoticesOf<SuggestionFacts> = {
  'suggestion-drafted': { nobody: '只有起草的代表在看' },
  'suggestion-edited': { nobody: '只有起草的代表在改' },
  'suggestion-cosign-asked': [row(asked, '请您联名', () => '请点开看，同意不同意都请说一声。')],
  'suggestion-cosigned': [row(lead, '有代表同意联名', () => '点开看。')],
  'suggestion-cosign-declined': [row(lead, '有代表没有联名', () => '点开看。')],
  'suggestion-submitted': [yours('有代表建议待审查')],
  'suggestion-withdrawn': [
    row(office, '代表撤回了建议', () => '不用再办。'),
    row(units, '代表撤回了建议', () => '不用再办。'),
  ],
  'suggestion-examined': [yours('有代表建议待交办'), row(lead, '您的建议通过审查', () => '由主席团交办。')],
  'suggestion-sent-back': [row(lead, '您的建议要改一改', (facts) => `点开看怎么改，${before(facts)}再交。`)],
  'suggestion-to-letter': [over('您的建议作代表来信处理')],
  'suggestion-passed-up': [over('您的建议已转报区人大')],
  'suggestion-entrusted': [
    yours('有代表建议请确定承办单位'),
    row(lead, '您的建议已交镇政府', () => '由镇政府确定承办单位。'),
  ],
  'suggestion-assigned': [
    row(units, '有代表建议交给你们单位', (facts) => `请先和领衔代表联系，${before(facts)}书面答复。`),
    row(lead, '您的建议已交办', (facts) => `承办单位会先和您联系，${before(facts)}答复。`),
    row(cosigners, '您联名的建议已交办', (facts) => `承办单位${before(facts)}答复。`),
  ],
  'suggestion-contacted': { nobody: '单位已经和代表本人联系过' },
  'suggestion-returned': [yours('承办单位退回了代表建议')],
  'suggestion-assisted': { nobody: '主办单位打开就看得到' },
  'suggestion-letter-written': { nobody: '等签字，签好的扫描件传上来才是答复' },
  'suggestion-replied': [
    row(lead, '您的建议有了答复', (facts) => `请点开看，${before(facts)}填写意见。`),
    row(cosigners, '您联名的建议有了答复', () => '点开看。'),
    row(office, '代表建议有了答复', () => '等代表填写意见。'),
    askers,
  ],
  'suggestion-opined': [
    row(units, '代表填写了意见', () => '请点开看。'),
    row(office, '代表填写了意见', () => '请点开看。'),
  ],
  'suggestion-settled': [
    row(lead, '主席团审议了您的建议', () => '请点开看。'),
    row(units, '主席团审议了代表建议', () => '请点开看。'),
  ],
  'suggestion-key-proposed': [row(body, '有人提请重点督办', () => '由主席团决定。')],
  'suggestion-key-decided': [row(units, '列为重点督办的情况有变化', () => '请点开看。')],
  'suggestion-key-ended': { nobody: '打开就看得到' },
  'suggestion-planned': { nobody: '打开就看得到' },
  'suggestion-dispatched': { nobody: '打开就看得到' },
  'suggestion-urged': [yours('人大办催办代表建议')],
  'suggestion-published': { nobody: '公开页上看得到' },
  'suggestion-unpublished': { nobody: '公开页上不再有' },
  'suggestion-lead-changed': [row(lead, '请您接着领衔', () => '原来的领衔代表不再任职，您是联名代表。')],
};
