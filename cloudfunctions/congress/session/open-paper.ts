import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { endingOf } from '../../media/intake/rules/kept-files';
import { holdsOne } from '../../registry/invitations/grants-store';
import { ok, refuse } from '../../shared/errors';
import { linkFiles } from '../../shared/files';
import type { Action } from '../../shared/serve';
import { papersFor } from './rules/papers-for';
import { openPaperInput } from './schemas';
import { readRows, readSession } from './store';

/** Who sees the paper gets its file; nobody else learns that there is one. */
export const openPaper: Action<Input<'congress', 'openPaper'>, Output<'congress', 'openPaper'>> = {
  write: false,
  input: openPaperInput,
  async run(call, { township, session, paper: id }) {
    const [found, rows, keeps] = await Promise.all([
      readSession(township, session),
      readRows(township, session),
      holdsOne(call, OFFICE),
    ]);
    if (!found || (!keeps && found.state === 'prepared')) return refuse('not-found');
    const { person } = call.admitted ?? {};
    const paper = papersFor(found.papers, { keeps, person, bills: rows }).find((one) => one.id === id);
    if (paper?.file === undefined) return refuse('not-found');
    const [file = ''] = await linkFiles([paper.file]);
    return file === '' ? refuse('not-found') : ok({ file, name: `${paper.title}.${endingOf(paper.file)}` });
  },
};
