/** From whether the township is closed to the words of 停用和移交. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { Closing, TownshipName } from '../../contract/district';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';

export interface ClosingScreen {
  title: string;
  words: string;
  label: string;
  placeholder: string;
  act: string;
  question: string;
}

export function toScreen(
  { id, name }: Pick<TownshipName, 'id' | 'name'>,
  closed: Closing | undefined,
  today: LocalDate,
): ClosingScreen {
  if (closed) {
    return {
      title: `${name}停用着`,
      words: `${sayMoment(closed.since, today)}停用的。首页上写着：${closed.words}。要移交到别的小程序，请技术人员存一份移交档案，这个乡镇的编号是 ${id}。`,
      label: '为什么重新开通（记在留痕里）',
      placeholder: '如：停用时选错了乡镇',
      act: '重新开通',
      question: `重新开通${name}吗？`,
    };
  }
  return {
    title: `停用${name}`,
    words:
      '撤并、移交的时候用。停用以后谁都只能看，不能再约、再反映、再办；已有的记录都在，随时可以重新开通。' +
      `移交到别的小程序，停用两分钟以后请技术人员存一份移交档案；这个乡镇的编号是 ${id}，那边接收档案时也要填编号。`,
    label: '往后找谁（首页上人人看得到）',
    placeholder: '如：并入青石镇，请到青石镇代表之家',
    act: '停用',
    question: `停用${name}吗？`,
  };
}

/** Townships that may go on with this one. */
export function toOthers(townships: readonly TownshipName[], own: string): Choice[] {
  return townships
    .filter(({ id, closed }) => id !== own && !closed)
    .map(({ id, name }) => ({ id, text: name }));
}

export function sayQuestion(closed: boolean, words: string, to: string): string {
  if (closed) return '选民马上又能预约和反映，各人原来的身份照旧。';
  const next = to === '' ? '' : `，并请大家去${to}`;
  return `一分钟内生效：预约、反映、办理都会停下。已经约好的人不会另外收到通知，请先打电话告诉他们。首页会写：${words}${next}。`;
}
