import { DISTRICT_ACCOUNT } from '../../../../cloudfunctions/shared/wechat/accounts';
import {
  draftAdd,
  draftBatchGet,
  draftDelete,
  draftGet,
  draftUpdate,
} from '../../../../cloudfunctions/shared/wechat/drafts';
import { addMaterial } from '../../../../cloudfunctions/shared/wechat/materials';
import { freepublishGet, freepublishSubmit } from '../../../../cloudfunctions/shared/wechat/publish';
import {
  CHECKED_TEXT_CHARS,
  mediaCheckAsync,
  mediaVerdictEvent,
  msgSecCheck,
} from '../../../../cloudfunctions/shared/wechat/security';
import * as v from 'valibot';
import { json, startStub, type Stub } from './stub';

const article = { title: '接待日', content: '<p>文</p>', coverId: 'm1', digest: '摘要', wideCrop: '0_0_1_1' };
const onWire = { title: '接待日', content: '<p>文</p>', thumb_media_id: 'm1', digest: '摘要' };

let stub: Stub;

beforeAll(async () => {
  stub = await startStub();
  process.env['WECHAT_API'] = stub.url;
  for (const account of ['WECHAT', 'OA']) {
    process.env[`${account}_APPID`] = `${account}-shapes`;
    process.env[`${account}_SECRET`] = 'invented';
  }
});

afterAll(async () => {
  for (const name of ['WECHAT_API', 'WECHAT_APPID', 'WECHAT_SECRET', 'OA_APPID', 'OA_SECRET'])
    Reflect.deleteProperty(process.env, name);
  await stub.close();
});

/** What goes out on the wire for a call, and what becomes of an answer as the documentation shows it. */
async function exchangeOf(answer: object, call: () => Promise<unknown>): Promise<[unknown, unknown]> {
  stub.answer((_seen, response) => {
    json(response, answer);
  });
  const data = await call();
  const { body = '' } = stub.seen.at(-1) ?? {};
  return [body.startsWith('{') ? JSON.parse(body) : body, data];
}

test('a draft goes and comes by the names of the interface', async () => {
  const [sent, added] = await exchangeOf({ media_id: 'd1' }, () => draftAdd(DISTRICT_ACCOUNT, [article]));
  expect(sent).toMatchObject({ articles: [{ ...onWire, article_type: 'news', pic_crop_235_1: '0_0_1_1' }] });
  expect(added).toEqual({ ok: true, data: { mediaId: 'd1' } });
  const [updated] = await exchangeOf({ errcode: 0 }, () => draftUpdate(DISTRICT_ACCOUNT, 'd1', article));
  expect(updated).toMatchObject({ media_id: 'd1', index: 0, articles: onWire });
  const [, read] = await exchangeOf({ news_item: [{ ...onWire, url: 'u' }] }, () =>
    draftGet(DISTRICT_ACCOUNT, 'd1'),
  );
  expect(read).toMatchObject({ ok: true, data: [{ title: '接待日', coverId: 'm1', url: 'u', author: '' }] });
  const [deleted] = await exchangeOf({ errcode: 0 }, () => draftDelete(DISTRICT_ACCOUNT, 'd1'));
  expect(deleted).toEqual({ media_id: 'd1' });
  const item = { media_id: 'd1', update_time: 9, content: { news_item: [onWire] } };
  const [asked, batch] = await exchangeOf({ total_count: 1, item_count: 1, item: [item] }, () =>
    draftBatchGet(DISTRICT_ACCOUNT, 0, 20),
  );
  expect(asked).toEqual({ offset: 0, count: 20, no_content: 1 });
  expect(batch).toMatchObject({ data: { total: 1, drafts: [{ mediaId: 'd1', updatedS: 9 }] } });
});

test('a cover becomes permanent material', async () => {
  const picture = { name: 'c.jpg', type: 'image/jpeg' as const, bytes: Buffer.from('JPG') };
  const [, made] = await exchangeOf({ media_id: 'm1', url: 'u' }, () =>
    addMaterial(DISTRICT_ACCOUNT, picture),
  );
  expect(made).toEqual({ ok: true, data: { mediaId: 'm1', url: 'u' } });
});

test.each([['100000001'], [100000001]])('takes a publish id as text or number: %p', async (id) => {
  const [, made] = await exchangeOf({ errcode: 0, publish_id: id }, () =>
    freepublishSubmit(DISTRICT_ACCOUNT, 'd1'),
  );
  expect(made).toEqual({ ok: true, data: { publishId: '100000001' } });
});

test('reads how a publication ended', async () => {
  const detail = { count: 1, item: [{ idx: 1, article_url: 'https://article' }] };
  const answer = { publish_id: '1', publish_status: 0, article_id: 'a1', article_detail: detail };
  const [, done] = await exchangeOf(answer, () => freepublishGet(DISTRICT_ACCOUNT, '1'));
  expect(done).toEqual({
    ok: true,
    data: { status: 'published', articleId: 'a1', urls: ['https://article'], failed: [] },
  });
  const [, refused] = await exchangeOf({ publish_status: 4, fail_idx: [1] }, () =>
    freepublishGet(DISTRICT_ACCOUNT, '1'),
  );
  expect(refused).toMatchObject({ data: { status: 'review-refused', urls: [], failed: [1] } });
  const [, odd] = await exchangeOf({ publish_status: 42 }, () => freepublishGet(DISTRICT_ACCOUNT, '1'));
  expect(odd).toMatchObject({ data: { status: 'unknown' } });
});

test('content goes to be checked as version 2, with the openid of who wrote it', async () => {
  expect(CHECKED_TEXT_CHARS).toBe(2_500);
  const result = { suggest: 'risky', label: 20001 };
  const [sent, verdict] = await exchangeOf({ errcode: 0, trace_id: 'x', result }, () =>
    msgSecCheck('o1', '文'),
  );
  expect(sent).toMatchObject({ version: 2, openid: 'o1', content: '文' });
  expect(verdict).toEqual({ ok: true, data: { traceId: 'x', suggest: 'risky', label: 20001 } });
  const media = { url: 'https://file', kind: 'sound' as const };
  const [asked, trace] = await exchangeOf({ errcode: 0, trace_id: 'y' }, () => mediaCheckAsync('o1', media));
  expect(asked).toMatchObject({ version: 2, media_url: 'https://file', media_type: 1 });
  expect(trace).toEqual({ ok: true, data: { traceId: 'y' } });
});

test('a pushed verdict that failed, or says something new, is for a person', () => {
  const event = { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'y', version: 2 };
  const read = (more: object): unknown => v.parse(mediaVerdictEvent, { ...event, ...more });
  expect(read({ result: { suggest: 'pass', label: 100 } })).toEqual({ traceId: 'y', suggest: 'pass' });
  expect(read({ errcode: -1008, result: { suggest: 'pass', label: 100 } })).toMatchObject({
    suggest: 'review',
  });
  expect(read({ result: { suggest: 'new' } })).toMatchObject({ suggest: 'review' });
  expect(read({})).toMatchObject({ suggest: 'review' });
});
