/** The templates that a township starts with; its own rows add to them or replace them by id. */
import type { Block } from '../../../../miniprogram/contract/article';
import type { Template } from '../../../../miniprogram/contract/article-template';

const noPicture = { file: '', faces: 'unknown' } as const;

/** The card of every article: reading it, one may book at once. */
const bookCard: Block = { id: 'card', type: 'card', title: '预约下一个代表接访日', path: 'pages/home/home' };

export const BUILT_IN: readonly Template[] = [
  {
    id: 'day',
    name: '接访日小结',
    kind: 'reception-day',
    title: '{{date}}代表接访日：接待群众{{visits}}人次',
    digest: '{{township}}{{homes}}个代表之家同时开门，当场说清{{explained}}件，转为群众意见{{requests}}件。',
    blocks: [
      {
        id: 'lead',
        type: 'text',
        text: '{{date}}是{{township}}代表接访日。{{homeNames}}按时开门，{{receivers}}到家接访，听群众说事、记群众意见。',
      },
      {
        id: 'figures',
        type: 'numbers',
        items: [
          { value: '{{visits}}', unit: '人次', label: '接待群众' },
          { value: '{{explained}}', unit: '件', label: '当场说清' },
          { value: '{{requests}}', unit: '件', label: '转为意见' },
        ],
      },
      { id: 'photo', type: 'picture', picture: noPicture, caption: '' },
      { id: 'what', type: 'heading', text: '群众说了什么' },
      { id: 'said', type: 'text', text: '' },
      { id: 'next', type: 'heading', text: '接下来' },
      {
        id: 'then',
        type: 'text',
        text: '转为意见的事，由代表小组跟着办，办到哪一步，在小程序里都看得到。下一个接访日可以预约，直接来也行。',
      },
      bookCard,
    ],
  },
  {
    id: 'solved',
    name: '办成一件事',
    kind: 'request',
    title: '{{village}}：{{title}}',
    digest: '群众反映，代表跟办，{{days}}天有了结果。',
    blocks: [
      { id: 'asked-head', type: 'heading', text: '群众反映' },
      { id: 'asked', type: 'text', text: '{{asked}}' },
      { id: 'photo', type: 'picture', picture: noPicture, caption: '' },
      { id: 'reply-head', type: 'heading', text: '怎么办的' },
      { id: 'reply', type: 'text', text: '{{reply}}' },
      {
        id: 'figures',
        type: 'numbers',
        items: [{ value: '{{days}}', unit: '天', label: '从反映到办结' }],
      },
      { ...bookCard, title: '我也要反映', path: 'pages/submit/submit' },
    ],
  },
  {
    id: 'activity',
    name: '宣传月活动',
    kind: 'activity',
    title: '人大宣传月：{{title}}',
    digest: '{{date}}，{{place}}，{{people}}人次参加。',
    blocks: [
      {
        id: 'lead',
        type: 'text',
        text: '{{date}}，{{township}}人大宣传月活动“{{title}}”在{{place}}举行，{{speaker}}主讲，{{people}}人次参加。',
      },
      { id: 'photo', type: 'picture', picture: noPicture, caption: '' },
      { id: 'what', type: 'heading', text: '讲了什么' },
      { id: 'said', type: 'text', text: '' },
      { id: 'words', type: 'quote', text: '', from: '' },
      bookCard,
    ],
  },
  {
    id: 'duty',
    name: '代表活动',
    kind: 'duty',
    title: '{{kind}}：{{title}}',
    digest: '{{date}}，{{deputies}}名代表参加{{kind}}。',
    blocks: [
      {
        id: 'lead',
        type: 'text',
        text: '{{date}}，{{township}}人大组织{{kind}}“{{title}}”，{{deputies}}名代表参加。',
      },
      { id: 'photo', type: 'picture', picture: noPicture, caption: '' },
      { id: 'where', type: 'text', text: '{{place}}{{sites}}' },
      { id: 'said', type: 'text', text: '{{words}}' },
      { id: 'result', type: 'text', text: '{{result}}' },
      bookCard,
    ],
  },
  {
    id: 'blank',
    name: '空白',
    kind: 'blank',
    title: '',
    digest: '',
    blocks: [{ id: 'lead', type: 'text', text: '' }],
  },
];

/** The township's own over the built-in ones, in the order in which they came. */
export function allTemplates(own: readonly Template[]): Template[] {
  const replaced = BUILT_IN.map((born) => own.find(({ id }) => id === born.id) ?? born);
  return [...replaced, ...own.filter(({ id }) => !BUILT_IN.some((born) => born.id === id))];
}
