/** 个人信息: what is stored of one account in one township, as a document. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Block, Sheet } from './sheet';
import { footOf, GAP, sayDated, sayFullDay } from './words';

export interface OwnBooking {
  date: LocalDate;
  time: string;
  home: string;
  name: string;
  phone: string;
  state: string;
}

export interface OwnRequest {
  number: string;
  day: LocalDate;
  village: string;
  category: string;
  name: string;
  phone: string;
  text: string;
  photos: number;
  recordings: number;
  /** What the asker said later on, and what was answered. */
  later: readonly string[];
}

interface OwnData {
  bookings: readonly OwnBooking[];
  requests: readonly OwnRequest[];
  notices: readonly { title: string; words: string }[];
  messagesLeft: number;
}

function bookingBlocks(bookings: readonly OwnBooking[]): Block[] {
  if (bookings.length === 0) return [{ line: '没有预约。' }];
  const rows = bookings.map(({ date, time, home, name, phone, state }) => [
    sayFullDay(date),
    `${home} ${time}`,
    [name, phone].filter((each) => each !== '').join('\n'),
    state,
  ]);
  return [{ columns: [28, 32, 26, 14], head: ['日期', '地点和时间', '称呼、电话', '现在'], rows }];
}

function requestBlocks(requests: readonly OwnRequest[]): Block[] {
  if (requests.length === 0) return [{ line: '没有反映过事情。' }];
  return requests.flatMap((request): Block[] => {
    const { number, day, village, category, name, phone, text, photos, recordings, later } = request;
    const files = [
      ...(photos > 0 ? [`照片 ${String(photos)} 张`] : []),
      ...(recordings > 0 ? [`录音 ${String(recordings)} 段`] : []),
    ];
    const who = [name, phone].filter((each) => each !== '');
    return [
      { line: `编号 ${number}${GAP}${sayFullDay(day)}${GAP}${village}${GAP}${category}`, bold: true },
      ...(who.length > 0 ? [{ line: `留的称呼、电话：${who.join(GAP)}` }] : []),
      ...(text === '' ? [] : [{ line: text, indent: true }]),
      ...(files.length > 0
        ? [{ line: `附：${files.join('，')}（在「我的」里点开这件事可以看、可以听）` }]
        : []),
      ...later.map((line) => ({ line, indent: true })),
    ];
  });
}

export function makeOwnData(directory: Directory, own: OwnData, today: LocalDate): Sheet {
  const { bookings, requests, notices, messagesLeft } = own;
  return {
    name: `我的个人信息 ${sayDated(today)}`,
    title: '我的个人信息',
    blocks: [
      { line: `${directory.card.name}「代表之家」里存着的、只属于您的内容。截至${sayFullDay(today)}。` },
      { line: '一、预约', bold: true, size: 'large' },
      ...bookingBlocks(bookings),
      { line: '二、反映的事', bold: true, size: 'large' },
      ...requestBlocks(requests),
      { line: '三、消息', bold: true, size: 'large' },
      { line: `还可以发给您的微信消息：${String(messagesLeft)} 条。` },
      ...(notices.length === 0 ? [{ line: '消息箱是空的。' }] : []),
      ...notices.map(({ title, words }) => ({ line: `${title}${GAP}${words}`, indent: true })),
    ],
    foot: footOf(directory.card),
  };
}
