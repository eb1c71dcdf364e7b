/** What publicity's actions take. What is written may be empty or too long while it is written, but not hostile. */
import * as v from 'valibot';
import {
  ARTICLE_LIMITS as MAX,
  type ArticleState,
  type Block,
  type Content,
  type Picture,
  type Source,
} from '../../miniprogram/contract/article';
import { KEY_LENGTHS, type OfficialKeysActions } from '../../miniprogram/contract/official-keys';
import type { PublicityActions } from '../../miniprogram/contract/publicity';
import { ARTICLE_STATES } from '../../miniprogram/contract/publicity-labels';
import { id, line, localDate, looseWords, township, words } from '../shared/schemas';

/** The door of one action. */
type Door<A extends keyof (PublicityActions & OfficialKeysActions)> = v.GenericSchema<
  unknown,
  (PublicityActions & OfficialKeysActions)[A]['input']
>;

const loose = looseWords;
const file = v.pipe(v.string(), v.maxLength(400));
const picture: v.GenericSchema<unknown, Picture> = v.strictObject({
  file,
  faces: v.picklist(['unknown', 'none', 'agreed']),
  agreedBy: v.exactOptional(loose(MAX.words)),
});
const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));
const crop = v.pipe(
  v.strictObject({ x1: share, y1: share, x2: share, y2: share }),
  v.check(({ x1, y1, x2, y2 }) => x2 - x1 >= 0.01 && y2 - y1 >= 0.01),
);
const cover = v.strictObject({ picture, wide: v.exactOptional(crop), square: v.exactOptional(crop) });
const number = loose(MAX.number);
const items = v.pipe(
  v.array(v.strictObject({ value: number, unit: number, label: number })),
  v.maxLength(MAX.numbers),
);
/** A page of the mini-program with its query. */
const path = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9/_-]{0,80}(\?[A-Za-z0-9=&._~-]{0,80})?$/));
const scene = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}(\.[a-z][a-z0-9]{0,15})?$/));

const block: v.GenericSchema<unknown, Block> = v.variant('type', [
  v.strictObject({ id, type: v.literal('heading'), text: loose(MAX.heading) }),
  v.strictObject({ id, type: v.literal('text'), text: loose(MAX.text) }),
  v.strictObject({ id, type: v.literal('quote'), text: loose(MAX.text), from: loose(MAX.caption) }),
  v.strictObject({ id, type: v.literal('picture'), picture, caption: loose(MAX.caption) }),
  v.strictObject({ id, type: v.literal('numbers'), items }),
  v.strictObject({
    id,
    type: v.literal('card'),
    title: loose(MAX.caption),
    path,
    picture: v.exactOptional(picture),
  }),
  v.strictObject({ id, type: v.literal('code'), scene, caption: loose(MAX.caption) }),
]);

const blocks = v.pipe(
  v.array(block),
  v.maxLength(MAX.blocks),
  v.check((all) => new Set(all.map((one) => one.id)).size === all.length),
);

const content: v.GenericSchema<unknown, Content> = v.strictObject({
  title: loose(MAX.titleDraft),
  author: loose(MAX.authorDraft),
  digest: loose(MAX.digestDraft),
  cover: v.exactOptional(cover),
  blocks: v.pipe(
    blocks,
    v.check((all) => all.filter(({ type }) => type === 'picture' || type === 'code').length <= MAX.pictures),
  ),
});

const article = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}$/));
const edition = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const kind = v.picklist(['reception-day', 'request', 'activity', 'duty', 'blank']);
const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2099));

const from: v.GenericSchema<unknown, Source> = v.union([
  v.strictObject({ kind: v.literal('reception-day'), of: localDate }),
  v.strictObject({ kind: v.literal('request'), of: article }),
  v.strictObject({ kind: v.literal('duty'), of: article }),
  v.strictObject({
    kind: v.literal('activity'),
    of: v.pipe(v.string(), v.regex(/^20\d\d-[a-z][a-z0-9]{0,15}$/)),
  }),
  v.strictObject({ kind: v.literal('blank'), of: v.literal('') }),
]);

const state = v.picklist(Object.keys(ARTICLE_STATES) as ArticleState[]);

export const ofTownship = v.strictObject({ township });
export const happeningsInput: Door<'happenings'> = v.strictObject({
  township,
  kind: v.picklist(['reception-day', 'request', 'activity', 'duty']),
});
export const ofArticle = v.strictObject({ township, article });
export const ofEdition = v.strictObject({ township, article, edition });
/** With what the one who sends it on says of it. */
export const withWords: Door<'submit'> & Door<'approve'> = v.strictObject({
  township,
  article,
  edition,
  words: v.exactOptional(words(MAX.words)),
});

export const listInput: Door<'list'> = v.strictObject({
  township,
  state: v.exactOptional(state),
  after: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{13}[0-9a-z]{8}$/))),
});
export const composeInput: Door<'compose'> = v.strictObject({
  township,
  from,
  template: v.exactOptional(id),
});
export const saveInput: Door<'save'> = v.strictObject({ township, article, edition, content });
export const versionInput: Door<'version'> = v.strictObject({
  township,
  article,
  version: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}~[0-9a-z]{16}~[vx]\d{1,2}$/)),
});
export const overruleInput: Door<'overrule'> = v.strictObject({
  township,
  article,
  edition,
  mark: v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/)),
  words: line(MAX.words),
});
export const sendBackInput: Door<'sendBack'> & Door<'review'> & Door<'handOver'> = v.strictObject({
  township,
  article,
  edition,
  words: words(MAX.words),
});
/** Addresses of articles of official accounts and nothing else. */
export const markPublishedInput: Door<'markPublished'> = v.strictObject({
  township,
  article,
  edition,
  url: v.pipe(
    v.string(),
    v.maxLength(600),
    v.regex(/^https?:\/\/mp\.weixin\.qq\.com\/s[/?][\w?=&%#~./:+-]+$/),
  ),
});
export const pushInput: Door<'push'> = v.strictObject({
  township,
  article,
  edition,
  anew: v.exactOptional(v.boolean()),
});
export const publishedInput: Door<'published'> = v.strictObject({
  township,
  before: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4_102_444_800_000))),
});
export const saveTemplateInput: Door<'saveTemplate'> = v.strictObject({
  township,
  edition,
  template: v.strictObject({
    id,
    name: line(MAX.number),
    kind,
    title: loose(MAX.titleDraft),
    digest: loose(MAX.digestDraft),
    blocks,
  }),
});
export const dropTemplateInput: Door<'dropTemplate'> = v.strictObject({ township, edition, template: id });
export const planInput: Door<'plan'> = v.strictObject({ township, year });
export const saveActivityInput: Door<'saveActivity'> = v.strictObject({
  township,
  year,
  edition,
  activity: v.strictObject({
    id,
    profession: line(MAX.number),
    title: line(MAX.titleDraft),
    speaker: loose(MAX.caption),
    date: localDate,
    place: line(MAX.caption),
    state: v.picklist(['planned', 'done', 'off']),
    people: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  }),
});
export const saveSettingsInput: Door<'saveSettings'> = v.strictObject({
  township,
  edition,
  settings: v.strictObject({
    account: v.picklist(['own', 'district']),
    publish: v.picklist(['leave', 'submit']),
    author: loose(MAX.author),
    election: v.exactOptional(
      v.pipe(
        v.strictObject({ from: localDate, to: localDate }),
        v.check((span) => span.from <= span.to),
      ),
    ),
  }),
});
/** As they are copied from WeChat's console, with the blanks that come along. */
const copied = (most: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(most), v.regex(/^[A-Za-z0-9_-]{8,}$/));
export const saveOfficialKeysInput: Door<'saveOfficialKeys'> = v.strictObject({
  township,
  edition,
  appid: copied(KEY_LENGTHS.appid),
  secret: copied(KEY_LENGTHS.secret),
});
export const revokeOfficialKeysInput: Door<'revokeOfficialKeys'> = v.strictObject({
  township,
  edition,
  words: line(MAX.words),
});
