/** Which papers somebody sees: what is for members, and the scan of a bill only whoever moved it or keeps the session. */
import type { SessionPaper } from '../../../../miniprogram/contract/congress/session';
import { endingOf } from '../../../media/intake/rules/kept-files';
import type { SessionRow } from './session-document';

interface Looking {
  keeps: boolean;
  person?: string | undefined;
  bills: readonly Pick<SessionRow, '_id' | 'persons'>[];
}

export function papersFor(
  papers: readonly SessionPaper[],
  { keeps, person, bills }: Looking,
): SessionPaper[] {
  return papers.filter(({ bill }) => {
    if (bill === undefined || keeps) return true;
    const moved = bills.find(({ _id }) => _id === bill);
    return person !== undefined && moved?.persons?.includes(person) === true;
  });
}

/** Without the file's own id: a phone gets a link for half an hour. */
export function toPaperView({ file, ...paper }: SessionPaper): SessionPaper {
  return file === undefined ? paper : { ...paper, file: endingOf(file) };
}
