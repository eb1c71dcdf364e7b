/** Notices about a request on its way to a unit: proposed, assigned, returned, passed up, extended. */
import { formatTime } from '../../../../messages/rules/keywords';
import type { NoticesOf, Row } from '../../notice';
import { ofDistrict } from '../../recipients';
import { pageOf } from '../../say';
import { askers, assists, chief, copied, deputy, formerUnits, lead, office, owner } from './audience';
import type { RequestFacts } from './facts';
import { before, row, tellAskers } from './notice';

const toLead = row(lead, (facts) =>
  facts.state === 'entrusted'
    ? {
        title: '有一件请镇政府定承办单位',
        next: `请点开看，${before(facts)}定下由谁办。`,
        note: `请在${before(facts)}定承办单位`,
      }
    : {
        title: '有一件交办给您单位',
        next: `请点开签收，${before(facts)}答复。`,
        note: `主办，请签收并在${before(facts)}答复`,
      },
);
const toCopied = row(copied, (facts) =>
  facts.state === 'assigned'
    ? { title: '抄送镇政府：交办了一件', next: `由${facts.unitName}办，${before(facts)}答复，不用回复。` }
    : undefined,
);
const toAssists = row(assists, (facts) => ({
  title: '有一件请您单位协办',
  next: `${facts.unitName}主办，请点开写协办意见。`,
  note: `协办，请写协办意见`,
}));
const takenAway = (title: string) =>
  row(formerUnits, () => ({ title, next: '您单位不用再办了。', note: '不用再办了' }));

/** They read the office's summary among what was passed up, never the request itself. */
const district: Row<RequestFacts> = {
  to: 'district',
  who: (_facts, holders) => ofDistrict(holders),
  tell: ({ number, township, date, time }) => ({
    title: '有乡镇转报了一件',
    words: `${township}转报，编号 ${number}。请点开看，写下区里的答复。`,
    page: pageOf('office/district/district', { room: 'passed' }),
    message: {
      template: 'task',
      values: {
        thing1: '有乡镇转报了一件',
        thing2: township,
        time3: formatTime(date, time),
        thing4: '请点开看，写下答复',
      },
    },
  }),
};

export const ASSIGNING_NOTICES: NoticesOf<RequestFacts> = {
  'request-proposed': [
    row(office, (facts) => ({
      title: '代表提请交办',
      next: `请点开看，${before(facts)}决定交给谁办。`,
      note: `请在${before(facts)}决定交给谁办`,
    })),
    tellAskers('代表请人大办交给能办的单位', (facts) => `人大办${before(facts)}定好交给哪个单位办。`),
  ],
  'request-assigned': [
    toLead,
    toAssists,
    toCopied,
    row(askers, (facts) =>
      facts.state === 'entrusted'
        ? { title: '已交给镇政府安排', next: `${before(facts)}定好由谁办。` }
        : {
            title: `已交给${facts.unitName}办`,
            phrase: '已交单位',
            next: `${before(facts)}答复您。`,
            note: `由${facts.unitName}办，${before(facts)}答复`,
          },
    ),
    row(deputy, (facts) => ({
      title: '您提请的事交办了',
      next:
        facts.state === 'entrusted'
          ? `${facts.unitName}${before(facts)}定下由谁办。`
          : `由${facts.unitName}办，${before(facts)}答复。`,
    })),
  ],
  'request-taken-back': [
    takenAway('有一件交办撤回了'),
    tellAskers('您反映的事在重新安排', (facts) => `人大办${before(facts)}定好交给哪个单位办。`),
    row(deputy, (facts) => ({ title: '交办撤回了', next: `人大办${before(facts)}重新决定。` })),
  ],
  'request-unit-changed': [
    takenAway('有一件改派了别的单位'),
    toLead,
    toAssists,
    tellAskers('您反映的事换了单位办', (facts) => `现在由${facts.unitName}办，${before(facts)}答复您。`),
    row(deputy, (facts) => ({
      title: '您提请的事改派了单位',
      next: `现在由${facts.unitName}办，${before(facts)}答复。`,
    })),
  ],
  'request-drafted': [
    row(lead, (facts) => ({
      title: '有一件答复请镇政府签发',
      next: `请点开看，${before(facts)}签发或退回修改。`,
      note: `请在${before(facts)}签发`,
    })),
  ],
  'request-draft-returned': [
    row(lead, (facts) => ({
      title: '镇政府退回了答复稿',
      next: `请看哪里要改，${before(facts)}再报。`,
      note: `请在${before(facts)}改好再报`,
    })),
  ],
  'request-accepted': [
    tellAskers('您反映的事单位在办了', (facts) => `${facts.unitName}在办，${before(facts)}答复您。`),
    row(deputy, (facts) => ({
      title: '承办单位签收了',
      next: `${facts.unitName}在办，${before(facts)}答复。`,
    })),
  ],
  'request-returned': [
    row(office, (facts) => ({
      title: '承办单位退回了一件',
      next: `请看退回的理由，${before(facts)}重新决定。`,
      note: `请看理由，${before(facts)}重新决定`,
    })),
  ],
  'request-referred': [
    row(chief, (facts) => ({
      title: '有一件请您裁定',
      next: `请点开看，${before(facts)}裁定由谁办。`,
      note: `请在${before(facts)}裁定`,
    })),
  ],
  'request-passed-up': [
    district,
    row(askers, () => ({
      title: '您反映的事转给了区人大',
      phrase: '转区人大',
      next: '有了进展，人大办会告诉您。',
      note: '有了进展会告诉您',
    })),
  ],
  'request-district-answered': [
    row(office, (facts) => ({
      title: '区里答复了转报的事',
      next: '请点开看区里的话，答复群众。',
      note: `请看区里的话，${before(facts)}答复群众`,
    })),
  ],
  'request-extension-asked': [
    row(chief, (facts) => ({
      title: '承办单位申请延期',
      next: '请点开看理由，同意或不同意。',
      note: `${facts.unitName}申请延期`,
    })),
  ],
  'request-extended': [
    row(owner, (facts) => ({ title: '期限延长了', next: `现在是${before(facts)}办。` })),
    tellAskers('办理期限延长了', (facts) => `现在是${before(facts)}给您结果，理由在里面。`),
  ],
  'request-extension-refused': [
    row(owner, (facts) => ({
      title: '延期没有同意',
      next: `还是${before(facts)}办。`,
      note: `还是${before(facts)}办`,
    })),
  ],
  'request-assisted': [row(lead, () => ({ title: '协办单位有意见了', next: '答复时请一并考虑。' }))],
};
