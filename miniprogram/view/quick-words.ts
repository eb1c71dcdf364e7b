/** Whole sentences to begin with, by act: fewer letters to type on a phone. What is sent can still be changed. */
import type { RequestAct } from '../contract/request-life';

export const QUICK: Partial<Readonly<Record<RequestAct, readonly string[]>>> = {
  explain: ['当面说清了，本人理解。', '电话里说清了政策和办法。', '和村里一起当场解决了。'],
  propose: ['到现场看过，情况属实，村里解决不了，请交办。', '要资金和项目，请交办。'],
  note: ['到现场看过了。', '和村委会商量过了。', '打了电话没接通，改天再打。'],
  assign: ['请到现场查看，按期答复。', '群众反映急，请优先办理。'],
  takeBack: ['不属于这个单位的职责，重新研究。', '情况有变化，重新安排。'],
  rule: ['按职责由主办单位办，协办单位配合。'],
  urge: ['请抓紧办理，按期答复。'],
  return: ['不属于我单位职责，请另行交办。'],
  askExtension: ['要等材料到货。', '要等天气好转才能施工。'],
  sign: ['同意。'],
  sendDraftBack: ['请写明哪天办好。', '请先和反映人联系再答复。'],
  draftReply: ['已经修好，可以正常使用。', '已列入计划，办好后再答复。'],
  reply: ['已经修好，可以正常使用。', '已列入计划，办好后再答复。'],
  callBack: ['电话问了本人，说已经解决。', '电话问了本人，说还没有解决。'],
  notSolved: ['没有人来办。', '只办了一半。', '办了又坏了。'],
  disagree: ['说的和实际情况不一样。'],
};
