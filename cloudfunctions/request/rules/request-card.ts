/** A request in a list: what it is about, who has it, and the next date, in words. */
import type { RequestCard } from '../../../miniprogram/contract/request';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import type { NameBook } from '../../registry/rules/name-book';
import { nameOwner } from './decide-route';
import type { Reader } from './reader';
import type { RequestDocument } from './request-document';

export type CardBook = Pick<NameBook, 'card' | 'people' | 'groups' | 'villages' | 'categories'>;

/** The fields of a request that its card is made of. */
export type CardSource = Pick<
  RequestDocument,
  | '_id'
  | 'number'
  | 'kind'
  | 'state'
  | 'open'
  | 'due'
  | 'village'
  | 'category'
  | 'text'
  | 'photos'
  | 'recordings'
  | 'owner'
  | 'privacy'
  | 'createdAt'
>;

const TITLE_CHARACTERS = 24;

/** '2026-11-26' → 11月26日. */
function sayDate(date: LocalDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
}

function nameOf(rows: readonly { id: string; name: string }[], id: string): string {
  return rows.find((row) => row.id === id)?.name ?? '';
}

/** The switch «不让代表看到我的名字» keeps these readers from name, phone, photos and recordings. */
export function isVeiled({ privacy }: Pick<RequestDocument, 'privacy'>, reader: Reader): boolean {
  return privacy.hideName && (reader === 'owner' || reader === 'leader');
}

/** The first words of the text, or what else there is: «2段录音», «3张照片». */
function titleOf(source: CardSource, book: CardBook, reader: Reader): string {
  const { text, recordings, photos } = source;
  if (text === undefined && isVeiled(source, reader)) {
    return `${nameOf(book.categories, source.category)}（内容由人大办转述）`;
  }
  const [first = ''] = (text ?? '').split('\n');
  const characters = [...first];
  if (characters.length > TITLE_CHARACTERS) return `${characters.slice(0, TITLE_CHARACTERS).join('')}…`;
  if (first !== '') return first;
  return recordings.length > 0 ? `${recordings.length}段录音` : `${photos.length}张照片`;
}

/** One sentence: who has it and what comes next. */
function sayState(source: CardSource, book: CardBook, reader: Reader, late: boolean): string {
  const owner = nameOwner(book, source.owner);
  const who = owner.kind === 'office' ? owner.name : `${owner.groupName ?? ''}${owner.name}代表`;
  const day = sayDate(source.due);
  if (reader === 'owner') return late ? `原定${day}前联系，已经过期` : `请在${day}前联系`;
  const taken = source.state === 'contacting' ? `${who}已收到` : who;
  if (late) return `${taken}，原定${day}前联系，已经过期`;
  return source.state === 'contacting' ? `${taken}，${day}前联系` : `${taken}会在${day}前联系`;
}

export function toCard(source: CardSource, book: CardBook, reader: Reader, today: LocalDate): RequestCard {
  const late = source.open && source.due < today;
  return {
    ...{ request: source._id, number: source.number, title: titleOf(source, book, reader) },
    ...{ village: nameOf(book.villages, source.village), category: nameOf(book.categories, source.category) },
    ...{ kind: source.kind, state: source.state, createdAt: source.createdAt, late },
    sentence: sayState(source, book, reader, late),
    ...(source.open && { nextDate: source.due }),
  };
}
