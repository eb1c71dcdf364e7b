/** A few requests of the sample, in different states of age. Their words are invented. */
import { decideRoute } from '../../cloudfunctions/request/routing/rules/decide-route';
import { datesAtBirth } from '../../cloudfunctions/request/life/rules/deadline';
import type { RequestDocument, StoredStep } from '../../cloudfunctions/request/rules/request-document';
import { bornRequest } from '../../cloudfunctions/request/submit/born-request';
import type { Directory } from '../../cloudfunctions/registry/directory/rules/directory';
import { accountOf } from '../../cloudfunctions/shared/cipher';
import { addDays, toInstant, toLocalDate } from '../../cloudfunctions/shared/china-time';
import type { RequestKind, SubmitInput } from '../../miniprogram/contract/request';
import type { Instant, LocalTime } from '../../miniprogram/contract/wire';
import { BAIHE } from './baihe/places';
import { VILLAGERS } from './identities';
import { QINGSHI } from './qingshi/book';

export interface Row {
  township: string;
  by: keyof typeof VILLAGERS;
  daysAgo: number;
  time: LocalTime;
  village: string;
  category: string;
  kind: RequestKind;
  text: string;
  name?: string;
  phone?: string;
  deputy?: string;
  hideName?: boolean;
  taken?: boolean;
  publishable?: boolean;
  /** Entered by a helper for somebody without a phone. */
  entered?: boolean;
}

const zhang = { township: BAIHE, by: 'zhang', village: 'v4', name: '张三婶' } as const;
const li = { township: BAIHE, by: 'li', village: 'v5', name: '李大爷', phone: '13800000002' } as const;
const wang = { township: BAIHE, by: 'wang', village: 'v8', name: '王师傅' } as const;
const fresh = { daysAgo: 0, time: '08:20' } as const;

const ROWS: readonly Row[] = [
  {
    ...zhang,
    daysAgo: 2,
    time: '19:40',
    category: 'road',
    kind: 'report',
    deputy: 'p5',
    taken: true,
    text: '二组到小学的路灯坏了三盏，孩子下晚自习看不见路。',
  },
  {
    ...zhang,
    daysAgo: 9,
    time: '10:05',
    category: 'water',
    kind: 'report',
    deputy: 'p49',
    text: '自来水一到傍晚就没有压力，楼上接不到水。',
  },
  {
    ...zhang,
    ...fresh,
    category: 'relief',
    kind: 'consult',
    deputy: 'p49',
    hideName: true,
    text: '想问一下低保复核要准备哪些材料。',
  },
  {
    ...li,
    daysAgo: 5,
    time: '16:30',
    category: 'road',
    kind: 'suggest',
    text: '村口的弯道建议加一面转角镜，来往的货车看不见人。',
  },
  {
    ...li,
    ...fresh,
    village: 'v4',
    category: 'sanitation',
    kind: 'report',
    deputy: 'p19',
    text: '河边的垃圾池满了一个星期没有人来清。',
  },
  {
    ...wang,
    daysAgo: 1,
    time: '14:15',
    village: 'v4',
    category: 'farming',
    kind: 'report',
    deputy: 'p19',
    text: '油橄榄的收购价和补贴什么时候公布？',
    taken: true,
  },
  {
    ...wang,
    daysAgo: 3,
    time: '09:50',
    category: 'housing',
    kind: 'consult',
    text: '老房子后墙裂了，想请人来看看算不算危房。',
  },
  {
    township: QINGSHI,
    by: 'qing',
    village: 'v2',
    name: '孔二嫂',
    daysAgo: 1,
    time: '11:00',
    category: 'road',
    kind: 'report',
    text: '黑松林到镇上的班车停了半个月。',
  },
];

function toInput(row: Row): SubmitInput {
  const {
    township,
    village,
    category,
    kind,
    text,
    name,
    phone,
    deputy,
    hideName = false,
    publishable = false,
  } = row;
  const privacy = { hideName, notOwnVillage: false, publishable };
  return {
    township,
    village,
    category,
    kind,
    text,
    privacy,
    photos: [],
    recordings: [],
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(deputy !== undefined && { deputy }),
  };
}

/** «收到，我来联系», an hour after it came. */
function take(request: RequestDocument): RequestDocument {
  const step: StoredStep = {
    at: request.createdAt + 3_600_000,
    act: 'take',
    by: request.owner.person,
    state: 'contacting',
  };
  return { ...request, state: 'contacting', steps: [...request.steps, step], rev: 2 };
}

/** One as it came into the world, on its day; `n` is the how-many-th of that account on that day. */
export function bornSample(row: Row, directory: Directory, now: Instant, n: number): RequestDocument {
  const day = addDays(toLocalDate(now), -row.daysAgo);
  const { openid } = VILLAGERS[row.by];
  const input = toInput(row);
  const operator = accountOf('bh-helper');
  const birth = {
    openid: row.entered ? '' : openid,
    account: row.entered ? operator : accountOf(openid),
    now: Math.min(toInstant(day, row.time), now),
    key: `sample-${row.by}-${day}-${n}`,
    bodyHash: 'sample',
    ...(row.entered && { entered: { operator, livesIn: row.village } }),
  };
  const decision = decideRoute(directory, {}, input, day);
  const { deputy: _deputy, group: _group, ...said } = input;
  // The sample's were checked long ago.
  const { checks: _checks, ...request } = bornRequest(
    birth,
    { ...said, day, n },
    decision,
    datesAtBirth(directory, day),
  );
  return request;
}

/** The requests of one township, older than `now`, with owners as the rules choose them. */
export function sampleRequests(directory: Directory, now: Instant): RequestDocument[] {
  const rows = ROWS.filter((row) => row.township === directory.township);
  return rows.map((row, at) => {
    const earlier = rows.slice(0, at).filter(({ by, daysAgo }) => by === row.by && daysAgo === row.daysAgo);
    const request = bornSample(row, directory, now, earlier.length + 1);
    return row.taken === true ? take(request) : request;
  });
}
