/** What a list of requests was narrowed to, in words: 待转办; 全部 柳树城村 水利饮水. */
import { STATES } from '../../../../miniprogram/contract/labels';
import type { OfficeQueue, RequestFilter } from '../../../../miniprogram/contract/request-lists';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';

const QUEUE_LABELS: Readonly<Record<OfficeQueue, string>> = {
  'to-route': '待转办',
  'to-review': '待写摘要',
  late: '快到期、超期',
  overdue: '超期',
  deliveries: '待送达',
  'to-tell': '待书面告知',
  'call-backs': '待回访',
  promises: '承诺事项台账',
  extensions: '延期审批',
  rulings: '待主席审定',
  escalated: '两次没办好',
  key: '重点督办',
  dispatches: '调度记录',
  all: '全部',
};

export function sayNarrowed(
  queue: OfficeQueue,
  { state, closed, group = '', unit = '', category = '', village = '' }: RequestFilter,
  { groups, units, categories, villages }: Pick<Directory, 'groups' | 'units' | 'categories' | 'villages'>,
): string {
  const of = closed ? '已经结束的' : state ? STATES[state].label : '所有在办的';
  const words = [
    queue === 'all' ? of : QUEUE_LABELS[queue],
    nameOf(villages, village),
    nameOf(categories, category),
    nameOf(groups, group),
    nameOf(units, unit),
  ];
  return words.filter(Boolean).join(' ');
}
