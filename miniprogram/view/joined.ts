/** What is said after «我也反映». */
import type { Result } from '../contract/result';
import { explain } from './feedback';

export function sayJoined(result: Result<unknown>): { done: string; problem: string } {
  if (!result.ok) return { done: '', problem: explain(result) };
  return { done: '记下了，您也反映这件事，不用再写一遍。有进展在「我的」里看。', problem: '' };
}
