/** A request in a list: what it is about, who has it, and the next date, in words. */
import { wordsOfState } from '../../../../miniprogram/contract/labels';
import type { RequestCard } from '../../../../miniprogram/contract/request';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { nameHolder } from '../../routing/rules/decide-route';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { hideUnchecked } from '../../content-check/rules/content-check';
import { isVeiled } from '../../view/rules/parts';
import type { Reader } from '../../view/rules/reader';
import type { RequestDocument } from '../../rules/request-document';
import { sayDate } from '../../../shared/say-date';

export type CardDirectory = Pick<
  Directory,
  'card' | 'people' | 'groups' | 'villages' | 'categories' | 'units'
>;

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
  | 'title'
  | 'summary'
  | 'photos'
  | 'recordings'
  | 'owner'
  | 'lead'
  | 'privacy'
  | 'createdAt'
  | 'key'
  | 'joinedCount'
  | 'needs'
  | 'paused'
  | 'checks'
>;

const TITLE_CHARACTERS = 24;

function shorten(text: string): string {
  const [first = ''] = text.split('\n');
  const characters = [...first];
  return characters.length > TITLE_CHARACTERS ? `${characters.slice(0, TITLE_CHARACTERS).join('')}…` : first;
}

/** The title that was written, the first words of the text, or what else there is: «9张照片、1段录音». */
export function titleOf(source: CardSource, directory: CardDirectory, reader: Reader): string {
  const { text, title, summary, recordings, photos } = source;
  if (isVeiled(source, reader)) {
    const fallback = `${nameOf(directory.categories, source.category)}（内容由人大办转述）`;
    return summary === undefined ? fallback : shorten(summary);
  }
  if (title !== undefined) return title;
  const words = shorten(text ?? '');
  if (words !== '') return words;
  if (recordings.length + photos.length === 0)
    return `${nameOf(directory.categories, source.category)}（内容在检查）`;
  const shown = photos.length > 0 ? [`${photos.length}张照片`] : [];
  return [...shown, ...(recordings.length > 0 ? [`${recordings.length}段录音`] : [])].join('、');
}

function sayClosed({ state }: CardSource, reader: Reader): string {
  switch (state) {
    case 'withdrawn':
      return '已经撤回，不再办理';
    case 'out-of-scope':
      return '不属于代表办理的范围，请看该找哪里';
    case 'merged':
      return `和更早的一件一起办，有结果会告诉${reader === 'asker' ? '您' : '反映人'}`;
    default:
      return '已经办结';
  }
}

/** One sentence: who has it and what comes next. */
function sayState(source: CardSource, directory: CardDirectory, reader: Reader, late: boolean): string {
  if (!source.open) return sayClosed(source, reader);
  const { next } = wordsOfState(source.state, reader === 'asker');
  const day = sayDate(source.due);
  if (source.paused) return `${nameHolder(directory, source)}，暂停计时到${day}`;
  if (source.state === 'confirming') {
    return reader === 'asker' ? `已经答复，请您在${day}前说说解决了没有` : `已经答复，${day}前请反映人确认`;
  }
  if (reader === 'owner') return late ? `原定${day}前${next}，已经过期` : `请在${day}前${next}`;
  const who = nameHolder(directory, source);
  const taken = source.state === 'contacting' ? `${who}已收到` : who;
  if (late && reader === 'asker') return `${taken}，说好${day}前${next}，晚了，人大办会催`;
  if (late) return `${taken}，原定${day}前${next}，已经过期`;
  return source.state === 'submitted' ? `${taken}会在${day}前${next}` : `${taken}，${day}前${next}`;
}

export function toCard(
  stored: CardSource,
  directory: CardDirectory,
  reader: Reader,
  today: LocalDate,
): RequestCard {
  const source = hideUnchecked(stored, reader);
  const late = source.open && source.due < today;
  const { joinedCount, needs, lead } = source;
  const inside = reader !== 'asker' && reader !== 'unit';
  return {
    request: source._id,
    number: source.number,
    title: titleOf(source, directory, reader),
    village: nameOf(directory.villages, source.village),
    category: nameOf(directory.categories, source.category),
    kind: source.kind,
    state: source.state,
    createdAt: source.createdAt,
    late,
    sentence: sayState(source, directory, reader, late),
    ...(source.open && { nextDate: source.due }),
    ...(lead !== '' && { unit: nameOf(directory.units, lead) }),
    ...(inside && source.key === true && { key: true as const }),
    ...(joinedCount > 0 && { joined: joinedCount }),
    ...(reader === 'office' && needs !== '' && { needs }),
  };
}
