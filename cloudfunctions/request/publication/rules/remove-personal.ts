/** What seems to name somebody in a text that is to be published; proposed for removal, a person decides. */
import type { Proposed } from '../../../../miniprogram/contract/request-lists';

type Found = Proposed['remove'][number];

const PHONE = /1[3-9]\d(?:[ -]?\d){8}|0\d{2,3}[ -]?\d{7,8}/g;
const NUMBER = /[A-Za-z]?\d(?:[ -]?\d){4,}[Xx]?/g;
/** Common surnames before a form of address or a short given name: 张三婶, 李大爷, 王师傅. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚';
const ADDRESS = '大爷|大妈|大娘|大叔|大婶|大哥|大姐|师傅|书记|主任|老师|医生|先生|女士|婶|叔|伯|嫂|爷|奶';
const NAMED = new RegExp(`[${SURNAMES}]\\p{Script=Han}{0,2}?(?:${ADDRESS})`, 'gu');

function findAll(text: string, pattern: RegExp, why: Found['why']): Found[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
    why,
  }));
}

function findWord(text: string, word: string): Found[] {
  const found: Found[] = [];
  for (let from = text.indexOf(word); word !== '' && from >= 0; from = text.indexOf(word, from + word.length))
    found.push({ from, to: from + word.length, why: 'name' });
  return found;
}

/** `names`: the asker's and those of the directory. What overlaps is one piece: half of a number may still tell whose it is. */
export function proposeRemoval(text: string, names: readonly string[]): Proposed {
  const all = [
    ...names.flatMap((name) => findWord(text, name)),
    ...findAll(text, PHONE, 'phone'),
    ...findAll(text, NUMBER, 'number'),
    ...findAll(text, NAMED, 'name'),
  ].sort((one, other) => one.from - other.from);
  const remove = all.reduce<Found[]>((kept, one) => {
    const last = kept.at(-1);
    if (last === undefined || last.to <= one.from) return [...kept, one];
    return [...kept.slice(0, -1), { ...last, to: Math.max(last.to, one.to) }];
  }, []);
  return { text, remove };
}
