/** `/wechat`: everything that was sent, as it would look. */
import { findAccount } from '../accounts';
import type { DrawnCode } from '../apis/codes';
import type { Draft } from '../apis/drafts';
import { type Material, PICTURE_PATH } from '../apis/pictures';
import { addressOf, type Publication, statusOf } from '../apis/publish';
import type { Checked } from '../apis/security';
import type { Sent } from '../apis/subscribe';
import type { ShortMessage } from '../sms-door';
import type { WechatStore } from '../store';
import type { World } from '../world';
import { escapeHtml, formatAt, toPage } from './html';

type Names = ReadonlyMap<string, string>;

/** Shown of each kind; the older ones are kept all the same. */
const SHOWN = 60;

const STATUS_WORDS = [
  '已发布',
  '发布中',
  '原创校验失败',
  '发布失败',
  '平台审核不通过',
  '发布后删除',
  '被系统封禁',
];
const VERDICT_WORDS = { pass: '通过', review: '需人工看', risky: '有风险' } as const;
const CHECKED_WORDS = { text: '文字', picture: '图片', sound: '录音' } as const;

function section(id: string, title: string, cards: readonly string[], none: string): string {
  const body =
    cards.length > 0 ? `<div class="cards">${cards.join('')}</div>` : `<p class="none">${none}</p>`;
  return `<section><h2 id="${id}">${title}（${cards.length}）</h2>${body}</section>`;
}

const newest = <T>(items: readonly T[]): T[] => items.slice(-SHOWN).reverse();

function rows(entries: readonly (readonly [string, string])[]): string {
  return `<dl>${entries.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function messageCard({ template, data, page, at }: Sent): string {
  const values = Object.entries(template.keywords).map(([key, label]) => [label, data[key] ?? ''] as const);
  const foot = page === '' ? '不打开页面' : `进入小程序查看 ${escapeHtml(page)}`;
  return `<div class="card message"><h4>${escapeHtml(template.title)}</h4><small>${formatAt(at)}</small>${rows(values)}<footer>${foot}</footer></div>`;
}

function messages(store: WechatStore, names: Names): string {
  const sent = newest(store.list<Sent>('message'));
  const people = [...new Set(sent.map(({ openid }) => openid))];
  const each = people.map((openid) => {
    const cards = sent.filter((one) => one.openid === openid).map(messageCard);
    const title = names.get(openid) ?? openid;
    return `<h3>${escapeHtml(title)}</h3><div class="cards">${cards.join('')}</div>`;
  });
  const body = each.length > 0 ? each.join('') : '<p class="none">还没有人收到消息。</p>';
  return `<section><h2 id="messages">订阅消息（${sent.length}）</h2>${body}</section>`;
}

function coverOf(store: WechatStore, appid: string, mediaId: string): string {
  const material = store.get<Material>(['material', appid, mediaId]);
  return material ? `<img alt="封面" src="${PICTURE_PATH}${escapeHtml(material.picture)}">` : '';
}

function draftCard(store: WechatStore, { appid, mediaId, articles, updatedAt }: Draft): string {
  const [first] = articles;
  if (!first) return '';
  const account = findAccount(appid)?.name ?? appid;
  const link = `/wechat/draft/${appid}/${mediaId}`;
  const about = `${escapeHtml(account)} · ${formatAt(updatedAt)}`;
  return `<div class="card draft">${coverOf(store, appid, first.thumb_media_id)}<h4>${escapeHtml(first.title)}</h4>
<p>${escapeHtml(first.digest)}</p><footer>${about}<br>${mediaId} <a class="more" href="${link}">像读者一样看</a></footer></div>`;
}

function publicationCard(world: World, publication: Publication): string {
  const { articles, appid, at, articleId, publishId } = publication;
  const [first] = articles;
  if (!first) return '';
  const words = STATUS_WORDS[statusOf(publication, world.clock.now())] ?? '';
  const link = addressOf({ origin: () => '' }, articleId, 0);
  const account = escapeHtml(findAccount(appid)?.name ?? appid);
  return `<div class="card publication">${coverOf(world.store, appid, first.thumb_media_id)}<h4>${escapeHtml(first.title)}</h4>
<p>${escapeHtml(first.digest)}</p><footer>${account} · ${words} · ${formatAt(at)}<br>${publishId} <a class="more" href="${link}">打开文章</a></footer></div>`;
}

function materialCard({ picture, mediaId, name, at }: Material): string {
  const text = `${escapeHtml(name)}<br>${escapeHtml(mediaId)} · ${formatAt(at)}`;
  return `<div class="card"><img alt="" src="${PICTURE_PATH}${escapeHtml(picture)}"><footer>${text}</footer></div>`;
}

function codeCard({ id, scene, page, at }: DrawnCode): string {
  const about = rows([
    ['页面', page],
    ['scene', scene],
    ['时间', formatAt(at)],
  ]);
  return `<div class="card"><img alt="${escapeHtml(scene)}" width="160" src="/wechat/code/${id}">${about}<footer>本机的码，微信扫不开</footer></div>`;
}

function checkCard(names: Names, { what, openid, suggest, label, at, traceId }: Checked): string {
  const about = rows([
    ['内容', CHECKED_WORDS[what]],
    ['谁', names.get(openid) ?? openid],
    ['结果', `${VERDICT_WORDS[suggest]}（${label}）`],
    ['时间', formatAt(at)],
  ]);
  return `<div class="card">${about}<footer>${traceId}</footer></div>`;
}

function smsCard({ phone, text, at }: ShortMessage): string {
  return `<div class="card message"><h4>${escapeHtml(phone)}</h4><small>${formatAt(at)}</small><p>${escapeHtml(text)}</p></div>`;
}

const LINKS = [
  ['messages', '订阅消息'],
  ['sms', '短信'],
  ['drafts', '草稿箱'],
  ['published', '发布'],
  ['materials', '素材'],
  ['codes', '小程序码'],
  ['checks', '内容检查'],
];

export function overviewPage(world: World, names: Names): string {
  const { store } = world;
  const drafts = newest(store.list<Draft>('draft'));
  const published = newest(store.list<Publication>('publication'));
  const nav = LINKS.map(([id = '', text = '']) => `<a href="#${id}">${text}</a>`).join('');
  const sections = [
    messages(store, names),
    section(
      'sms',
      '短信',
      newest(store.list<ShortMessage>('sms')).map(smsCard),
      '没有短信。启动时加 --sms 才有短信网关。',
    ),
    section(
      'drafts',
      '草稿箱',
      drafts.map((one) => draftCard(store, one)),
      '草稿箱是空的。',
    ),
    section(
      'published',
      '发布',
      published.map((one) => publicationCard(world, one)),
      '还没有发布过。',
    ),
    section(
      'materials',
      '永久素材',
      newest(store.list<Material>('material')).map(materialCard),
      '还没有素材。',
    ),
    section('codes', '小程序码', newest(store.list<DrawnCode>('code')).map(codeCard), '还没有生成过。'),
    section(
      'checks',
      '内容检查',
      newest(store.list<Checked>('check')).map((one) => checkCard(names, one)),
      '还没有检查过。',
    ),
  ];
  const intro = '这里是本机的微信：小程序和公众号发出去的东西，都停在这一页，不会到真的微信去。';
  return toPage(
    '本机的微信',
    `<main><h1>本机的微信</h1><p>${intro}</p><nav>${nav}</nav>${sections.join('')}</main>`,
  );
}
