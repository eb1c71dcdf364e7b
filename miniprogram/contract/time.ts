/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;
/** A day in China, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A time of day in China, `HH:MM`. */
export type LocalTime = string;
/** 上午 or 下午. */
export type Half = 'am' | 'pm';
