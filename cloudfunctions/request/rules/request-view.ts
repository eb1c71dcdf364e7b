/** Who sees what of a request (mission B8). Whatever is not given to a reader here does not leave the server. */
import type { RequestView, Step } from '../../../miniprogram/contract/request';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { nameOwner, officeName } from './decide-route';
import { legalActs } from './life-cycle';
import { leadersWhoRead, type PeopleBook, type Reader } from './reader';
import { isVeiled, toCard, type CardBook } from './request-card';
import type { RequestDocument } from './request-document';

type ViewBook = CardBook & PeopleBook;

/** The request with what only the server can open: names decrypted, files as links. */
export interface Opened {
  request: RequestDocument;
  name?: string;
  phone?: string;
  photos: readonly string[];
  recordings: readonly { file: string; seconds: number }[];
}

/** 13812345678 → 138****5678; shorter numbers keep their last two digits. */
function maskPhone(phone: string): string {
  if (phone.length < 8) return `${'*'.repeat(phone.length - 2)}${phone.slice(-2)}`;
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** Whole for the asker and for whoever must call; masked for the others who may see it at all. */
function askerSeen({ request, name, phone }: Opened, reader: Reader): RequestView['asker'] {
  if (isVeiled(request, reader)) return undefined;
  const calls = reader === 'asker' || reader === 'owner' || request.owner.kind === 'office';
  const shown = phone === undefined || calls ? phone : maskPhone(phone);
  return { ...(name !== undefined && { name }), ...(shown !== undefined && { phone: shown }) };
}

/** Sentences for «谁能看到». */
function sayWhoSees(request: RequestDocument, book: ViewBook, today: LocalDate): string[] {
  const { privacy, owner } = request;
  const { name, groupName = '' } = nameOwner(book, owner);
  const leader = leadersWhoRead(request, book, today).length > 0 ? '和组长' : '';
  const who = owner.kind === 'office' ? [] : [`${groupName}的${name}代表${leader}`];
  const deputies = privacy.hideName
    ? who.map((each) => `${each}只看得到您写的文字，看不到称呼、电话、照片和录音`)
    : who.map((each) => `${each}看得到您写的、拍的、说的和称呼`);
  return [
    ...deputies,
    `${officeName(book)}看得到全部内容，电话只在要联系您时显示`,
    ...(privacy.notOwnVillage ? ['本村的代表不会接到这件事'] : []),
    privacy.publishable ? '办结后可能公开这件事，不写名字' : '不会公开',
    '别的群众看不到',
  ];
}

function toSteps(request: RequestDocument, book: CardBook, reader: Reader): Step[] {
  return request.steps.map(({ at, state, by, words }) => {
    const asker = reader === 'asker' ? '您' : '反映人';
    const person = book.people.find(({ id }) => id === by)?.name ?? officeName(book);
    return { at, state, by: by === request.account ? asker : person, ...(words !== undefined && { words }) };
  });
}

export function toView(opened: Opened, book: ViewBook, reader: Reader, today: LocalDate): RequestView {
  const { request } = opened;
  const veiled = isVeiled(request, reader);
  const asker = askerSeen(opened, reader);
  const source = veiled ? { ...request, photos: [], recordings: [] } : request;
  const card = toCard(source, book, reader, today);
  return {
    ...(veiled && request.text === undefined
      ? { ...card, title: `${card.category}（内容由人大办转述）` }
      : card),
    ...(request.text !== undefined && { text: request.text }),
    ...{ photos: veiled ? [] : opened.photos, recordings: veiled ? [] : opened.recordings },
    ...{ steps: toSteps(request, book, reader), owner: nameOwner(book, request.owner) },
    ...{ reason: request.route.words, privacy: request.privacy, seenBy: sayWhoSees(request, book, today) },
    acts: legalActs(request.state, reader === 'owner' ? ['owner'] : reader === 'asker' ? ['asker'] : []),
    ...(asker && { asker }),
    ...{ mine: reader === 'asker', rev: request.rev },
  };
}
