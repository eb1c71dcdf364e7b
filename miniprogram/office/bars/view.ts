/** From who may not book to the words of 暂停预约. */
import type { BarRow } from '../../contract/bars';
import { LIMITS } from '../../contract/limits';
import type { Instant, LocalDate } from '../../contract/wire';
import { sayDay, sayMoment, toLocalDate } from '../../platform/dates';

const DAY_MS = 86_400_000;

export interface BarLine {
  bar: string;
  name: string;
  until: string;
  reason: string;
  about: string;
}

/** Whose booking it is about; taken from the desk. */
export interface Barred {
  date: LocalDate;
  booking: string;
  name: string;
}

export interface BarForm {
  reason: string;
  /** Empty: not chosen yet. */
  until: LocalDate;
}

export const EMPTY: BarForm = { reason: '', until: '' };

export function toLine({ bar, name, phoneTail, until, reason, at }: BarRow, today: LocalDate): BarLine {
  const tail = phoneTail === undefined ? '没有留电话' : `电话尾号 ${phoneTail}`;
  return {
    bar,
    name,
    reason,
    until: `到${sayDay(until, today)}（含这天）`,
    about: `${tail} · ${sayMoment(at, today)}停的`,
  };
}

/** The last day that may be chosen. */
export function lastDay(now: Instant): LocalDate {
  return toLocalDate(now + LIMITS.barDays * DAY_MS);
}

/** What is still missing; empty: it can be sent. */
export function sayMissing({ reason, until }: BarForm): string {
  if (!reason.trim()) return '先写原因，本人看得到';
  return until ? '' : '再选停到哪天';
}

export function sayBar({ name }: Barred, { reason, until }: BarForm, today: LocalDate): string {
  const last = until ? sayDay(until, today) : '';
  return `${name}到${last}（含这天）不能在网上预约和候补，会收到原因：${reason.trim()}。已经约好的还在，直接来照样接待。`;
}

export function sayLift({ name, until }: BarLine): string {
  return `${name}的预约暂停${until}。解除以后马上又能约，本人会收到消息。`;
}
