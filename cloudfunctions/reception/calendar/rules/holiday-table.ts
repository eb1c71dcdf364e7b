import { ANNOUNCED } from '../../../shared/holidays';
import type { HolidayTable } from './calendar';

export const LIBRARY_HOLIDAYS: HolidayTable = ANNOUNCED;
