/** Who sees what of a request (mission B8). Whatever is not given to a reader here does not leave the server. */
import type { RequestView } from '../../../../miniprogram/contract/request';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Caller } from '../../life/rules/actors';
import { countHidden, countUnusable } from '../../content-check/rules/content-check';
import { nameOwner, officeName } from '../../routing/rules/decide-route';
import { nameOf } from '../../../registry/directory/rules/directory';
import { leadersWhoRead, type PeopleDirectory, type Reader } from './reader';
import { toCard, type CardDirectory } from '../../lists/rules/request-card';
import { isVeiled, showsPart } from './parts';
import type { RequestDocument } from '../../rules/request-document';
import { legalActs } from '../../life/rules/take-step';
import { toHandling } from './handling-view';
import { toOversight } from './oversight-view';
import { toSteps } from './steps-view';
import { maskPhone } from '../../../shared/mask';

type ViewDirectory = CardDirectory & PeopleDirectory;

/** The request with what only the server can open: names decrypted, files as links. */
export interface Opened {
  request: RequestDocument;
  name?: string;
  phone?: string;
  photos: readonly string[];
  recordings: readonly { file: string; seconds: number }[];
}

/** What was opened is what the reader may see; the phone of somebody else is masked. */
function askerSeen({ request, name, phone }: Opened, reader: Reader): RequestView['asker'] {
  if (showsPart(request, reader, 'name') === 'no') return undefined;
  const masked = showsPart(request, reader, 'phone') === 'masked';
  const shown = phone !== undefined && masked ? maskPhone(phone) : phone;
  return { ...(name !== undefined && { name }), ...(shown !== undefined && { phone: shown }) };
}

/** For the asker and the office alone: whom it is about is nobody else's business. */
function sayRecused({ recused }: RequestDocument, directory: ViewDirectory, reader: Reader): string[] {
  if (recused.length === 0 || (reader !== 'asker' && reader !== 'office')) return [];
  return [`${recused.map((person) => nameOf(directory.people, person)).join('、')}看不到这件事`];
}

/** What everybody may come to read. */
function sayPublic({ publishable, joinable }: RequestDocument['privacy']): string {
  const title = joinable ? '办的时候，人大办可能公开一句题目，让别人点「我也反映」' : '';
  const result = publishable ? '办结后可能公开这件事，不写名字' : '';
  return [title, result].filter(Boolean).join('；') || '不会公开';
}

/** Sentences for «谁能看到»; whoever did not ask does not read 您 there. */
function sayWhoSees(
  request: RequestDocument,
  directory: ViewDirectory,
  reader: Reader,
  today: LocalDate,
): string[] {
  const { privacy, owner, lead, through = '', under = '', copy = '', deputy } = request;
  const units = [...new Set([lead, under, through, copy])].filter((each) => each !== '');
  const asker = reader === 'asker' ? '您' : '反映人';
  const holder = owner.person === '' ? deputy : owner.person;
  const groupName = nameOf(directory.groups, owner.person === '' ? request.group : owner.group);
  const leader = leadersWhoRead(request, directory, today).length > 0 ? '和组长' : '';
  const who = holder === '' ? [] : [`${groupName}的${nameOf(directory.people, holder)}代表${leader}`];
  const deputies = privacy.hideName
    ? who.map((each) => `${each}只看得到人大办写的摘要，看不到${asker}写的、拍的、说的、称呼和电话`)
    : who.map((each) => `${each}看得到${asker}写的、拍的、说的和称呼，电话要说明原因才看得到`);
  const may = privacy.unitMayCall === true && !privacy.hideName;
  const seen = privacy.hideName ? '人大办写的摘要' : `${asker}写的、拍的、说的`;
  const unit = may ? `看得到${seen}和称呼，电话要说明原因才看得到` : `看得到${seen}，看不到称呼和电话`;
  return [
    ...deputies,
    ...units.map((each) => `${nameOf(directory.units, each)}${unit}`),
    `${officeName(directory)}看得到全部内容，电话要说明原因才看得到`,
    '谁什么时候看了电话，都记下来',
    '主席团督办时看得到事情和经过，看不到称呼和电话',
    ...(privacy.notOwnVillage ? ['本村的代表（镇的、区的）接不到，也看不到'] : []),
    ...sayRecused(request, directory, reader),
    sayPublic(privacy),
    '别的群众看不到',
  ];
}

function toWords(request: RequestDocument, veiled: boolean): Pick<RequestView, 'text' | 'summary'> {
  const { text, summary } = request;
  return {
    ...(text !== undefined && !veiled && { text }),
    ...(summary !== undefined && { summary }),
  };
}

export function toView(
  opened: Opened,
  directory: ViewDirectory,
  reader: Reader,
  callers: readonly Caller[],
  today: LocalDate,
): RequestView {
  const { request } = opened;
  const veiled = isVeiled(request, reader);
  const asker = askerSeen(opened, reader);
  const hidden = veiled ? 0 : countHidden(request, reader);
  const unusable = reader === 'asker' || reader === 'office' ? countUnusable(request) : 0;
  return {
    ...toCard(request, directory, reader, today),
    ...toWords(request, veiled),
    photos: veiled ? [] : opened.photos,
    recordings: veiled ? [] : opened.recordings,
    steps: toSteps(request, directory, reader),
    owner: nameOwner(directory, request),
    reason: request.route.words,
    privacy: request.privacy,
    seenBy: sayWhoSees(request, directory, reader, today),
    acts: legalActs(request, callers, today),
    ...(hidden > 0 && { hidden }),
    ...(unusable > 0 && { unusable }),
    ...(asker && { asker }),
    mine: reader === 'asker',
    reader,
    rev: request.rev,
    noPhone: request.reach === 'person',
    ...(request.deputy !== '' && { deputy: nameOf(directory.people, request.deputy) }),
    ...toHandling(request, directory, today),
    ...toOversight(request, reader),
  };
}
