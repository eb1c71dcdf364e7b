/** From who may not book to the words of 暂停预约. */
import type { BanRow } from '../../contract/bans';
import { LIMITS } from '../../contract/limits';
import type { Instant, LocalDate } from '../../contract/wire';
import { toLocalDate } from '../../contract/time';
import { sayDay, sayMoment } from '../../view/dates';

const DAY_MS = 86_400_000;

export interface BanLine {
  bar: string;
  name: string;
  until: string;
  reason: string;
  about: string;
}

/** Whose booking it is about; taken from the desk. */
export interface Banned {
  date: LocalDate;
  booking: string;
  name: string;
}

export interface BanForm {
  reason: string;
  /** Empty: not chosen yet. */
  until: LocalDate;
}

export const EMPTY: BanForm = { reason: '', until: '' };

export function toLine({ bar, name, phoneTail, until, reason, at }: BanRow, today: LocalDate): BanLine {
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
  return toLocalDate(now + LIMITS.banDays * DAY_MS);
}

/** What is still missing; empty: it can be sent. */
export function sayMissing({ reason, until }: BanForm): string {
  if (!reason.trim()) return '先写原因，本人看得到';
  return until ? '' : '再选停到哪天';
}

export function sayBan({ name }: Banned, { reason, until }: BanForm, today: LocalDate): string {
  const last = until ? sayDay(until, today) : '';
  return `${name}到${last}（含这天）不能在网上预约和候补，会收到原因：${reason.trim()}。已经约好的还在，直接来照样接待。`;
}

export function sayLift({ name, until }: BanLine): string {
  return `${name}的预约暂停${until}。解除以后马上又能约，本人会收到消息。`;
}
