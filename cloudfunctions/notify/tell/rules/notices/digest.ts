/** The digest of 08:00: one message a person for all that waits, whatever roles they have, not one for each request. */
import type { OwnerKind } from '../../../../../miniprogram/contract/request';
import type { LocalDate } from '../../../../../miniprogram/contract/wire';
import { CHIEF, OFFICE, PRESIDIUM, UNIT_CLERKS, type Role } from '../../../../../miniprogram/contract/roles';
import { formatTime } from '../../../messages/rules/keywords';
import type { Row, Words } from '../notice';
import { once, type Holder, type Recipient } from '../recipients';
import { pageOf } from '../say';

/** An open request that somebody is to act on, due by the next working day. */
export interface DueRequest {
  owner: { kind: OwnerKind; person: string };
  /** The unit that has it; ''. */
  lead: string;
  /** Persons who may not know of it. */
  hidden: readonly string[];
  due: LocalDate;
}

type QueueName = 'own' | 'unit' | 'office' | 'chief' | 'presidium';

interface Queue {
  name: QueueName;
  late: number;
  near: number;
  /** People on the office's call list. */
  calls: number;
}

export interface DigestFacts {
  today: LocalDate;
  recipient: Recipient;
  /** Those with something in them, in the order of QUEUES. */
  queues: readonly Queue[];
}

const QUEUES: Readonly<Record<QueueName, { label: string; page: string }>> = {
  own: { label: '今日待办', page: 'deputy/today/today' },
  unit: { label: '承办单位', page: 'office/unit/unit' },
  office: { label: '人大办', page: 'office/workbench/workbench' },
  chief: { label: '等您裁定', page: 'office/workbench/workbench' },
  presidium: { label: '主席团', page: 'office/workbench/workbench' },
};

/** In which of one person's queues a request stands; undefined: in none. */
function queueOf(
  { owner: { kind, person }, lead, hidden }: DueRequest,
  held: readonly Holder[],
): QueueName | undefined {
  if (held.some((one) => hidden.includes(one.person ?? ''))) return undefined;
  const holds = (roles: readonly Role[]) => held.some(({ role }) => roles.includes(role));
  if (person !== '') return held.some((one) => one.person === person) ? 'own' : undefined;
  switch (kind) {
    case 'unit':
      return held.some(({ role, unit }) => UNIT_CLERKS.includes(role) && unit === lead) ? 'unit' : undefined;
    case 'chief':
      return holds(CHIEF) ? 'chief' : undefined;
    case 'presidium':
      return holds(PRESIDIUM) ? 'presidium' : undefined;
    default:
      return holds(OFFICE) ? 'office' : undefined;
  }
}

/** What each account finds this morning; nobody for whom nothing waits. */
export function listDigests(
  due: readonly DueRequest[],
  holders: readonly Holder[],
  { today, calls }: { today: LocalDate; calls: number },
): DigestFacts[] {
  return once(holders).flatMap((recipient) => {
    const held = holders.filter(({ account }) => account === recipient.account);
    const own = due.map((request) => ({ name: queueOf(request, held), late: request.due < today }));
    const phones = held.some(({ role }) => OFFICE.includes(role)) ? calls : 0;
    const queues = (Object.keys(QUEUES) as QueueName[]).map((name) => ({
      name,
      late: own.filter((one) => one.name === name && one.late).length,
      near: own.filter((one) => one.name === name && !one.late).length,
      calls: name === 'office' ? phones : 0,
    }));
    const full = queues.filter((queue) => queue.late + queue.near + queue.calls > 0);
    return full.length === 0 ? [] : [{ today, recipient, queues: full }];
  });
}

function sayCounts({ late, near, calls }: Omit<Queue, 'name'>): string {
  const parts = [
    ...(late > 0 ? [`${String(late)}件已超期`] : []),
    ...(near > 0 ? [`${String(near)}件快到期`] : []),
    ...(calls > 0 ? [`${String(calls)}人要打电话`] : []),
  ];
  return parts.join('，');
}

/** 今日待办; 今日待办、人大办; 今日待办等3处. */
function sayWhere(queues: readonly Queue[]): string {
  const labels = queues.map(({ name }) => QUEUES[name].label);
  return labels.length <= 2 ? labels.join('、') : `${labels[0] ?? ''}等${String(labels.length)}处`;
}

function tellDigest({ today, queues }: DigestFacts): Words | undefined {
  const first = queues.find(({ late }) => late > 0) ?? queues[0];
  if (!first) return undefined;
  const sum = (pick: 'late' | 'near' | 'calls') => queues.reduce((total, queue) => total + queue[pick], 0);
  const each = queues.map((queue) => `${QUEUES[queue.name].label}：${sayCounts(queue)}`).join('；');
  return {
    title: '今天要办的事',
    words: `${each}。请点开逐件办。`,
    page: pageOf(QUEUES[first.name].page),
    message: {
      template: 'task',
      values: {
        thing1: '今天要办的事',
        thing2: sayWhere(queues),
        time3: formatTime(today, '08:00'),
        thing4: sayCounts({ late: sum('late'), near: sum('near'), calls: sum('calls') }),
      },
    },
  };
}

export const DIGEST_NOTICE: Row<DigestFacts> = {
  to: 'owner',
  who: ({ recipient }) => [recipient],
  tell: tellDigest,
};
