/** An input for each action that is right in form; what it names is not there unless told. */
import type { ActionName } from '../../../miniprogram/contract/wire';

export type Act = ActionName<'publicity'>;

export const NOWHERE = `bh~${'0'.repeat(16)}`;

export function inputs(article = NOWHERE, edition = 1): Readonly<Record<Act, object>> {
  const of = { township: 'bh', article };
  const at = { ...of, edition };
  const picture = { file: 'cloud://local.b/bh/u/x/1.jpg', faces: 'agreed', agreedBy: '本人同意' };
  const blocks = [
    { id: 'h', type: 'heading', text: '小标题' },
    { id: 't', type: 'text', text: '正文' },
    { id: 'q', type: 'quote', text: '引文', from: '某' },
    { id: 'p', type: 'picture', picture, caption: '图' },
    { id: 'n', type: 'numbers', items: [{ value: '1', unit: '件', label: '说明' }] },
    { id: 'c', type: 'card', title: '预约', path: 'pages/home/home', picture },
    { id: 'x', type: 'code', scene: 'bh.h1', caption: '码' },
  ];
  const half = { x1: 0, y1: 0, x2: 1, y2: 0.5 };
  const cover = { picture, wide: half, square: half };
  const content = { title: '标题', author: '某', digest: '摘要', cover, blocks };
  const template = { id: 'mine', name: '我的', kind: 'blank', title: '标题', digest: '', blocks };
  const activity = {
    id: 'a9',
    profession: '医生',
    title: '讲座',
    speaker: '',
    date: '2026-12-04',
    place: '卫生院',
    state: 'planned',
    people: 0,
  };
  const election = { from: '2026-01-01', to: '2026-01-02' };
  const settings = { account: 'district', publish: 'leave', author: '某', election };
  return {
    list: { township: 'bh', state: 'draft', after: '0'.repeat(21) },
    get: of,
    happenings: { township: 'bh', kind: 'reception-day' },
    compose: { township: 'bh', from: { kind: 'request', of: NOWHERE }, template: 'solved' },
    save: { ...at, content },
    history: of,
    version: { ...of, version: `${NOWHERE}~v1` },
    overrule: { ...at, mark: '0'.repeat(16), words: '可以公开' },
    preview: of,
    submit: { ...at, words: '已核对' },
    withdraw: at,
    review: { ...at, words: '数字核过' },
    approve: { ...at, words: '同意' },
    sendBack: { ...at, words: '再改改' },
    reopen: at,
    drop: at,
    restore: at,
    markPublished: { ...at, url: 'https://mp.weixin.qq.com/s/abc' },
    handOver: { ...at, words: '区融媒体中心' },
    takeBack: at,
    push: { ...at, anew: false },
    pushStep: of,
    pushStatus: of,
    resume: of,
    pack: of,
    published: { township: 'bh', before: 1_800_000_000_000 },
    templates: { township: 'bh' },
    saveTemplate: { township: 'bh', edition: 77, template },
    dropTemplate: { township: 'bh', edition: 77, template: 'mine' },
    plan: { township: 'bh', year: 2026 },
    saveActivity: { township: 'bh', year: 2026, edition: 77, activity },
    settings: { township: 'bh' },
    saveSettings: { township: 'bh', edition: 77, settings },
    officialKeys: { township: 'bh' },
    saveOfficialKeys: {
      township: 'bh',
      edition: 77,
      appid: 'wx-local-qingshi',
      secret: 'local-qingshi-secret',
    },
    revokeOfficialKeys: { township: 'bh', edition: 77, words: '给人看到过' },
  };
}
