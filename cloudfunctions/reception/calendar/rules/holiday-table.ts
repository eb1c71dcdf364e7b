/** Public holidays as the State Council announced them, from the kept library's tables (never its functions). */
import y2024 from 'chinese-days/dist/years/2024.json';
import y2025 from 'chinese-days/dist/years/2025.json';
import y2026 from 'chinese-days/dist/years/2026.json';
import type { HolidayTable } from './calendar';

interface YearTable {
  holidays: Readonly<Record<string, string>>;
  workdays: Readonly<Record<string, string>>;
}

const tables: readonly (readonly [number, YearTable])[] = [
  [2024, y2024],
  [2025, y2025],
  [2026, y2026],
];

export const LIBRARY_HOLIDAYS: HolidayTable = {
  years: tables.map(([year]) => year),
  holidays: tables.flatMap(([, table]) => Object.keys(table.holidays)),
  workdays: tables.flatMap(([, table]) => Object.keys(table.workdays)),
};
