/** overview: composite reads, one call for one screen. */
import type { HalfDay, Slip } from './reception';
import type { TownshipName } from './district';
import type { GroupCard, HomeCard, TownshipCard } from './registry';
import type { RequestCard } from './request';
import type { BoardItem } from './request-lists';
import type { WorkbenchView } from './workbench';
import type { Half, Instant, LocalDate, LocalTime } from './time';

/** 下一个接访日 of one home. */
export interface NextDay {
  date: LocalDate;
  daysLeft: number;
  /** The ordinary day when this one was shifted, and why: «5日是星期六». */
  shiftedFrom?: LocalDate;
  why?: string;
  /** The holidays of that year are not announced yet: the date may change. */
  provisional?: true;
  published: boolean;
  /** Booking is open now. */
  open: boolean;
  closesAt?: Instant;
  halves: readonly HalfDay[];
  /** 最早的: the first free place. */
  earliest?: { place: string; time: LocalTime; half: Half; receiver: string };
  /** Free bookable places of this home. */
  free: number;
}

export interface HomeView {
  /** The server's clock: a phone's may be wrong. */
  now: Instant;
  township: TownshipCard;
  homes: readonly HomeCard[];
  home: HomeCard;
  next: NextDay;
  /** The township is closed: the landline stands where the buttons did. */
  closed?: { words: string; to?: TownshipName };
  /** Live slips of the caller on the coming day. */
  slips: readonly Slip[];
  folder: string;
}

export interface MineView {
  slips: readonly Slip[];
  requests: readonly RequestCard[];
  next?: string;
  /** «我也反映»: the newest three. */
  joined: readonly BoardItem[];
  homes: readonly HomeCard[];
  folder: string;
}

export interface Appointment {
  date: LocalDate;
  home: string;
  time: LocalTime;
  number: number;
  name: string;
  category?: string;
  booking: string;
}

export interface Duty {
  date: LocalDate;
  home: string;
  homeName: string;
  half: Half;
  start: LocalTime;
  end: LocalTime;
  appointments: readonly Appointment[];
}

/** 约定走访: a visit that was agreed and is not noted yet. */
export interface PromisedVisit {
  promise: string;
  /** Agreed at the desk, or at a visit. */
  agreed: LocalDate;
  due: LocalDate;
  village?: string;
  /** As the visitor or the household goes by. */
  name?: string;
}

export interface TodayView {
  name: string;
  group?: GroupCard;
  /** The caller's duties from today on, nearest first. */
  duties: readonly Duty[];
  /** Open requests the caller owns, nearest date first. */
  requests: readonly RequestCard[];
  /** Nearest date first. */
  promises: readonly PromisedVisit[];
}

export interface OverviewActions {
  /** 首页: 2 database calls. Everybody may ask. */
  home: { input: { township: string; home?: string; village?: string }; output: HomeView };
  /** 我的: coming slips and the first page of requests; 3 database calls. */
  mine: { input: { township: string }; output: MineView };
  /** 今日待办 for whoever sits on reception days: 3 database calls plus admit. */
  today: { input: { township: string }; output: TodayView };
  /**
   * 工作台: admit, then the caller's grants and the township's projection at once, then one read of the rows shown,
   * filtered by who may know. One call more where the day has not been counted yet.
   */
  workbench: { input: { township: string }; output: WorkbenchView };
}
