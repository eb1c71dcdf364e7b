/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A day in China, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A time of day in China, `HH:MM`. */
export type LocalTime = string;
/** 上午 or 下午. */
export type Half = 'am' | 'pm';

/** China has one zone and no summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The day in China, whatever the zone of phone or server. */
export function toLocalDate(instant: Instant): LocalDate {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The time of day in China, to the minute. */
export function toLocalTime(instant: Instant): LocalTime {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(11, 16);
}
